// SPDX-License-Identifier: GPL-3.0-or-later
// The closed word lists of scenarios.
#include "core/training/scenario.h"

#include <algorithm>

namespace yingda {

namespace {

struct Words {
  const char* code;
  QStringView word;
};

constexpr std::array ends{Words{"satisfied", u"满意"}, Words{"accepted", u"接受"},
                          Words{"escalated", u"升级"}, Words{"hung_up", u"挂断"},
                          Words{"unfinished", u"未完"}};
constexpr std::array signs{
    Words{"greeting", u"开场"},       Words{"empathy", u"共情"},   Words{"promise", u"承诺"},
    Words{"recap", u"复述"},          Words{"closing", u"结束语"}, Words{"question", u"提问"},
    Words{"question_first", u"先问"}, Words{"vague", u"含糊"},     Words{"blame", u"推责"},
    Words{"rude", u"顶撞"},           Words{"unlawful", u"违规"},  Words{"read_out", u"念出"},
    Words{"too_much", u"话长"},       Words{"silence", u"沉默"}};
static_assert(signs.size() == turnSignCount);
constexpr std::array<QStringView, 5> elements{u"时", u"地", u"事", u"人", u"话"};

}  // namespace

QString drillEndCode(DrillEnd end) { return QLatin1String(ends[static_cast<size_t>(end)].code); }
QString drillEndWord(DrillEnd end) { return ends[static_cast<size_t>(end)].word.toString(); }

std::optional<DrillEnd> drillEndFromText(QStringView text) {
  for (const DrillEnd end : allDrillEnds) {
    if (text == ends[static_cast<size_t>(end)].word) return end;
  }
  return std::nullopt;
}

QString turnSignCode(TurnSign sign) { return QLatin1String(signs[static_cast<size_t>(sign)].code); }
QString turnSignWord(TurnSign sign) { return signs[static_cast<size_t>(sign)].word.toString(); }

std::optional<TurnSign> turnSignFromWord(QStringView word) {
  for (const TurnSign sign : allTurnSigns) {
    if (word == signs[static_cast<size_t>(sign)].word) return sign;
  }
  return std::nullopt;
}

QString reportElementWord(ReportElement element) {
  return elements[static_cast<size_t>(element)].toString();
}

std::optional<ReportElement> reportElementFromWord(QStringView word) {
  for (const ReportElement element : allReportElements) {
    if (word == elements[static_cast<size_t>(element)]) return element;
  }
  return std::nullopt;
}

const ScenarioNode* Scenario::node(const QString& name) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(),
                                  [&](const ScenarioNode& each) { return each.name == name; });
  return found == nodes.end() ? nullptr : &*found;
}

const ScenarioFact* Scenario::fact(const QString& name) const {
  const auto found = std::find_if(facts.begin(), facts.end(),
                                  [&](const ScenarioFact& each) { return each.name == name; });
  return found == facts.end() ? nullptr : &*found;
}

const ScenarioEnd* Scenario::endOf(DrillEnd end) const {
  const auto found = std::find_if(ends.begin(), ends.end(),
                                  [&](const ScenarioEnd& each) { return each.end == end; });
  return found == ends.end() ? nullptr : &*found;
}

}  // namespace yingda
