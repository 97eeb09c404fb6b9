// SPDX-License-Identifier: GPL-3.0-or-later
// Pinyin: readings, surnames and polyphones, and the matching of typed letters.
#include "core/text/pinyin.h"

#include <rapidcheck.h>

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

}  // namespace

TEST_CASE("a character has its common readings", "[text][pinyin]") {
  const auto [character, expected] = GENERATE(table<const char*, const char*>({
      {"派", "pai"},
      {"單", "dan shan chan"},
      {"重", "zhong chong"},
      {"行", "xing hang"},
      {"绿", "lv lu"},
      {"女", "nv nu"},
      {"区", "qu ou"},
      {"幢", "zhuang chuang"},
      {"〇", "ling"},
      {"略", "lve lue"},
      {"a", ""},
      {"，", ""},
  }));
  INFO(character);
  CHECK(syllables(text(character).front()).join(u' ') == text(expected));
}

TEST_CASE("every Han character of daily use has a reading", "[text][pinyin]") {
  int missing = 0;
  for (char16_t c = 0x4E00; c < 0x9FA6; ++c) missing += syllables(QChar(c)).isEmpty() ? 1 : 0;
  CHECK(missing < 300);
}

TEST_CASE("initials and full spelling", "[text][pinyin]") {
  CHECK(initials(u"派单") == QStringLiteral("pd"));
  CHECK(initials(u"3栋A座 漏水!") == QStringLiteral("3dazls"));
  CHECK(initials(u"银行") == QStringLiteral("yh"));
  CHECK(initials(u"重新派单") == QStringLiteral("cxpd"));
  CHECK(initials(u"").isEmpty());
  CHECK(fullPinyin(u"漏水") == QStringLiteral("loushui"));
  CHECK(fullPinyin(u"綠化") == QStringLiteral("lvhua"));
  CHECK(fullPinyin(u"空调") == QStringLiteral("kongtiao"));
}

TEST_CASE("surnames are read as surnames", "[text][pinyin]") {
  const auto [name, expected] = GENERATE(table<const char*, const char*>({
      {"单雄信", "sxx"}, {"仇英", "qy"},      {"曾国藩", "zgf"}, {"区海伦", "ohl"},
      {"盖叫天", "gjt"}, {"查良镛", "zly"},   {"解晓东", "xxd"}, {"任正非", "rzf"},
      {"尉迟恭", "ycg"}, {"万俟卨", "mqx"},   {"单于夫", "cyf"}, {"覃先生", "qxs"},
      {"朴树", "ps"},    {"欧阳修", "oyx"},   {"翟天临", "ztl"}, {"乐嘉", "yj"},
      {"單雄信", "sxx"}, {" 王秀兰 ", "wxl"}, {"冼星海", "xxh"}, {"繁女士", "pns"},
  }));
  INFO(name);
  CHECK(personInitials(text(name)) == text(expected));
}

TEST_CASE("typed letters find Chinese text", "[text][pinyin]") {
  const auto [source, query, start, length] = GENERATE(table<const char*, const char*, int, int>({
      {"派单", "pd", 0, 2},        {"派单", "paidan", 0, 2},
      {"派单", "paid", 0, 2},      {"派单", "pai", 0, 1},
      {"派单", "p", 0, 1},         {"派单", "PaiDan", 0, 2},
      {"派单", "pai dan", 0, 2},   {"派单", "pai'dan", 0, 2},
      {"重新派单", "pd", 2, 2},    {"重新派单", "cxpd", 0, 4},
      {"重新派单", "zxpd", 0, 4},  {"厨房漏水", "ls", 2, 2},
      {"厨房漏水", "loush", 2, 2}, {"绿化带", "lvhua", 0, 2},
      {"绿化带", "luhua", 0, 2},   {"单雄信", "sxx", 0, 3},
      {"单雄信", "shanx", 0, 2},   {"曾先生", "zeng", 0, 1},
      {"仇英", "qiu", 0, 1},       {"银行", "yh", 0, 2},
      {"銀行轉賬", "yhzz", 0, 4},  {"3栋2单元", "3d2dy", 0, 5},
      {"西安", "xian", 0, 2},      {"漏 水", "ls", 0, 3},
      {"漏水", "漏s", 0, 2},       {"WiFi坏了", "wifihuai", 0, 5},
      {"打开 WiFi", "wifi", 3, 4},
  }));
  INFO(source << " " << query);
  const auto range = pinyinMatch(text(source), text(query));
  REQUIRE(range.has_value());
  CHECK(range->start == start);
  CHECK(range->length == length);
}

TEST_CASE("letters that do not fit find nothing", "[text][pinyin]") {
  const auto [source, query] = GENERATE(table<const char*, const char*>({
      {"派单", "pdx"},
      {"派单", "dp"},
      {"派单", "paidanx"},
      {"派单", ""},
      {"派单", "'"},
      {"", "pd"},
      {"派单", "aid"},
      {"漏水", "lsh"},
      {"WiFi", "ifi"},
      {"派单", "pai-dan"},
  }));
  INFO(source << " " << query);
  CHECK_FALSE(pinyinMatches(text(source), text(query)));
}

TEST_CASE("matching ends quickly whatever is typed", "[text][pinyin]") {
  CHECK_FALSE(pinyinMatches(u"派单", QString(61, u'p')));
  const QString nearly = QString(59, u'x') + u'q';
  CHECK_FALSE(pinyinMatches(QStringLiteral("行").repeated(2000), nearly));
  CHECK(pinyinMatches(QStringLiteral("行").repeated(60), QString(60, u'h')));
  REQUIRE(rc::check("ranges lie inside the text", [] {
    const auto units = *rc::gen::container<std::vector<char16_t>>(
        rc::gen::oneOf(rc::gen::arbitrary<char16_t>(), rc::gen::inRange<char16_t>(0x4E00, 0x9FA6)));
    const QString noise(reinterpret_cast<const QChar*>(units.data()),
                        static_cast<qsizetype>(units.size()));
    const auto letters = *rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
    const auto range = pinyinMatch(noise, QString::fromStdString(letters));
    return !range ||
           (range->start >= 0 && range->length > 0 && range->start + range->length <= noise.size());
  }));
  REQUIRE(rc::check("the own initials and spelling always fit", [] {
    const auto units = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<char16_t>>(rc::gen::inRange<char16_t>(0x4E00, 0x9000)));
    const QString word =
        QString(reinterpret_cast<const QChar*>(units.data()), static_cast<qsizetype>(units.size()))
            .left(8);
    const QString letters = initials(word);
    if (letters.size() < word.size()) return true;
    return pinyinMatches(word, letters) && pinyinMatches(word, fullPinyin(word));
  }));
}
