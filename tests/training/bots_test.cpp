// SPDX-License-Identifier: GPL-3.0-or-later
// Bots walk every shipped scenario: everything in it is reached, and the card tells them apart.
#include <iostream>

#include "tests/training/drill_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

std::string rows(const DrillScore& score) {
  QStringList lines;
  for (const DimensionScore& each : score.dimensions) {
    lines << QStringLiteral("%1 %2/%3").arg(each.name).arg(each.score).arg(each.max);
  }
  for (const DrillEvidence& each : score.evidence) {
    if (each.points >= 0) continue;
    lines << QStringLiteral("%1 turn %2 %3 「%4」 %5")
                 .arg(each.points)
                 .arg(each.turn)
                 .arg(each.rule, each.quote, each.reason);
  }
  return lines.join(u'\n').toStdString();
}

}  // namespace

// Goal: who follows the model sentences of a scenario gets at least 95. Method: the perfect bot.
TEST_CASE("the model sentences of every scenario are worth at least 95", "[training]") {
  for (const Scenario& scenario : shippedAndChecked()) {
    for (quint64 seed = 1; seed <= 5; ++seed) {
      const BotDrill played = playDrill(scenario, drillRules(), DrillBot::Perfect, seed);
      INFO(scenario.id.toStdString()
           << " seed " << seed << " end " << drillEndCode(played.score.end).toStdString()
           << " through " << played.nodes.join(u' ').toStdString() << '\n'
           << rows(played.score));
      CHECK(played.score.score >= 95);
      CHECK(played.score.end == DrillEnd::Satisfied);
    }
  }
}
