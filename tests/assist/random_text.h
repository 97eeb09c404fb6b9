// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as nobody would type them: any Unicode, with pieces of sentences that rules know.
#pragma once

#include <rapidcheck.h>

#include <QString>

namespace yingda::test {

inline rc::Gen<QString> anyText() {
  const auto noise = rc::gen::map(
      rc::gen::container<std::vector<char16_t>>(rc::gen::oneOf(
          rc::gen::arbitrary<char16_t>(), rc::gen::inRange<char16_t>(0x4E00, 0x9FFF),
          rc::gen::inRange<char16_t>(0xD800, 0xDFFF), rc::gen::inRange<char16_t>(0xFE00, 0xFFFF),
          rc::gen::inRange<char16_t>(0x2000, 0x33FF))),
      [](const std::vector<char16_t>& units) {
        return QString(reinterpret_cast<const QChar*>(units.data()),
                       static_cast<qsizetype>(units.size()));
      });
  const auto piece = rc::gen::elementOf(std::vector<const char*>{"喂",
                                                                 "，",
                                                                 "。",
                                                                 "！",
                                                                 "？",
                                                                 "；",
                                                                 "\n",
                                                                 "“",
                                                                 "”",
                                                                 "「",
                                                                 "」",
                                                                 "\"",
                                                                 "…",
                                                                 " ",
                                                                 "{call}",
                                                                 "{after}",
                                                                 "您怎么不早说",
                                                                 "随便你",
                                                                 "你去告吧",
                                                                 "撤诉我们才处理",
                                                                 "别在群里发",
                                                                 "不交费就停水",
                                                                 "尽快",
                                                                 "稍后",
                                                                 "可能",
                                                                 "大概",
                                                                 "不归我们管",
                                                                 "您去找开发商",
                                                                 "一定赔",
                                                                 "全免",
                                                                 "补偿500元",
                                                                 "楼上1602那家",
                                                                 "楼上张女士",
                                                                 "电话13912345678",
                                                                 "邻居3栋2单元1602",
                                                                 "业主说",
                                                                 "您说",
                                                                 "刁民",
                                                                 "DTU",
                                                                 "泵组切换",
                                                                 "也就是",
                                                                 "张师傅15:30前到",
                                                                 "明天",
                                                                 "ＡＢＳ",
                                                                 "電梯",
                                                                 "㎡",
                                                                 "\u200b",
                                                                 "😀",
                                                                 "气死我了",
                                                                 "第三次",
                                                                 "再不来就打12345",
                                                                 "谢谢",
                                                                 "请问",
                                                                 "１３９１２３４５６７８"});
  const auto known = rc::gen::map(piece, [](const char* utf8) { return QString::fromUtf8(utf8); });
  const auto part = rc::gen::weightedOneOf<QString>({{1, noise}, {6, known}});
  return rc::gen::map(rc::gen::container<std::vector<QString>>(part),
                      [](const std::vector<QString>& parts) {
                        QString text;
                        for (const QString& one : parts) text += one;
                        return text;
                      });
}

}  // namespace yingda::test
