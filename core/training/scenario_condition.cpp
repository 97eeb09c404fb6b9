// SPDX-License-Identifier: GPL-3.0-or-later
// A condition is a word of the list, or a word with a number or a list behind it.
#include "core/training/scenario_condition.h"

#include <array>

namespace yingda {

namespace {

using When = ScenarioCondition::Kind;

struct Numbered {
  QStringView before;
  QStringView after;
  When kind;
  int max;
};
constexpr std::array numbered{Numbered{u"火气低于", u"", When::AngerBelow, 100},
                              Numbered{u"火气到", u"", When::AngerFrom, 100},
                              Numbered{u"信任低于", u"", When::TrustBelow, 100},
                              Numbered{u"信任到", u"", When::TrustFrom, 100},
                              Numbered{u"本段第", u"句", When::TurnsHere, 60},
                              Numbered{u"全程第", u"句", When::Turns, 60},
                              Numbered{u"第", u"秒", When::Seconds, 3600}};

struct Listed {
  QStringView word;
  When kind;
};
constexpr std::array listed{Listed{u"说到", When::Says}, Listed{u"知道", When::Knows},
                            Listed{u"填好", When::Filled}};

bool isComma(QChar c) { return c == u'，' || c == u','; }

std::optional<ScenarioCondition> readPlain(QStringView text) {
  ScenarioCondition condition;
  if (const auto sign = turnSignFromWord(text)) {
    condition.kind = When::Sign;
    condition.sign = *sign;
    return condition;
  }
  if (text == u"问全" || text == u"安全话说全") {
    condition.kind = text == u"问全" ? When::KnowsAll : When::SafetySaid;
    return condition;
  }
  for (const Listed& each : listed) {
    if (!text.startsWith(each.word)) continue;
    condition.kind = each.kind;
    condition.words = scenarioList(text.mid(each.word.size()));
    if (condition.words.isEmpty()) return std::nullopt;
    return condition;
  }
  for (const Numbered& each : numbered) {
    if (!text.startsWith(each.before) || !text.endsWith(each.after)) continue;
    if (text.size() <= each.before.size() + each.after.size()) return std::nullopt;
    const QStringView digits =
        text.mid(each.before.size(), text.size() - each.before.size() - each.after.size());
    bool isNumber = false;
    condition.number = digits.trimmed().toInt(&isNumber);
    if (!isNumber || condition.number < 0 || condition.number > each.max) return std::nullopt;
    condition.kind = each.kind;
    return condition;
  }
  return std::nullopt;
}

}  // namespace

QStringList scenarioList(QStringView text) {
  QStringList list;
  qsizetype from = 0;
  for (qsizetype at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] != u'、' && !isComma(text[at])) continue;
    const QStringView part = text.mid(from, at - from).trimmed();
    if (!part.isEmpty()) list << part.toString();
    from = at + 1;
  }
  return list;
}

std::optional<ScenarioCondition> readCondition(QStringView text) {
  text = text.trimmed();
  const bool isNegated = text.startsWith(u"没有") || text.startsWith(u"不知道");
  if (text.startsWith(u"没有")) text = text.mid(2).trimmed();
  if (text.startsWith(u"不知道")) text = text.mid(1);
  auto condition = readPlain(text);
  if (condition) condition->isNegated = isNegated;
  return condition;
}

std::vector<ConditionText> conditionTexts(QStringView text) {
  std::vector<ConditionText> parts;
  qsizetype from = 0;
  const auto add = [&](qsizetype to) {
    while (from < to && (text[from].isSpace() || isComma(text[from]))) ++from;
    while (to > from && (text[to - 1].isSpace() || isComma(text[to - 1]))) --to;
    parts.push_back({text.mid(from, to - from), from});
  };
  for (qsizetype at = 1; at < text.size(); ++at) {
    if (text[at] != u'且' || !(text[at - 1].isSpace() || isComma(text[at - 1]))) continue;
    add(at);
    from = at + 1;
  }
  add(text.size());
  return parts;
}

}  // namespace yingda
