// SPDX-License-Identifier: GPL-3.0-or-later
// Bots walk every shipped scenario: everything in it is reached, and the card tells them apart.
#include "tests/training/drill_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

std::string lostPoints(const DrillScore& score) {
  QStringList lines;
  for (const DrillEvidence& each : score.evidence) {
    if (each.points >= 0) continue;
    lines << QStringLiteral("%1 turn %2 %3 %4 %5")
                 .arg(each.points)
                 .arg(each.turn)
                 .arg(each.rule, each.quote, each.reason);
  }
  return lines.join(u'\n').toStdString();
}

int scoreOf(const Scenario& scenario, DrillBot bot, quint64 seed) {
  return playDrill(scenario, drillRules(), bot, seed).score.score;
}

/// The order of good, middling and bad, in every scenario and for each of these seeds.
void checkOrder(quint64 from, quint64 to) {
  int disorders = 0;
  for (const Scenario& scenario : shippedAndChecked()) {
    for (quint64 seed = from; seed <= to; ++seed) {
      const int perfect = scoreOf(scenario, DrillBot::Perfect, seed);
      const int ordinary = scoreOf(scenario, DrillBot::Ordinary, seed);
      const int rude = scoreOf(scenario, DrillBot::Rude, seed);
      if (perfect >= 95 && rude <= 30 && perfect > ordinary && ordinary > rude) continue;
      ++disorders;
      UNSCOPED_INFO(scenario.id.toStdString() << " seed " << seed << ": perfect " << perfect
                                              << ", ordinary " << ordinary << ", rude " << rude);
    }
  }
  CHECK(disorders == 0);
}

}  // namespace

// Goal: who follows the model sentences of a scenario ends well. Method: the perfect bot.
TEST_CASE("the model sentences of every scenario lead to a satisfied owner", "[training]") {
  for (const Scenario& scenario : shippedAndChecked()) {
    for (quint64 seed = 1; seed <= 20; ++seed) {
      const BotDrill played = playDrill(scenario, drillRules(), DrillBot::Perfect, seed);
      INFO(scenario.id.toStdString()
           << " seed " << seed << " end " << drillEndCode(played.score.end).toStdString()
           << " through " << played.nodes.join(u' ').toStdString() << '\n'
           << lostPoints(played.score));
      CHECK(played.score.score >= 95);
      CHECK(played.score.end == DrillEnd::Satisfied);
    }
  }
}

// Goal: nothing in a scenario is there for nobody. Method: every bot, until all has been seen.
TEST_CASE("the bots walk every scenario through all its parts to every end", "[training]") {
  for (const Scenario& scenario : shippedAndChecked()) {
    QSet<QString> nodes;
    QSet<QString> facts;
    QSet<QString> events;
    QSet<DrillEnd> ends;
    for (quint64 seed = 1; seed <= 60; ++seed) {
      for (const DrillBot bot : allDrillBots) {
        const BotDrill played = playDrill(scenario, drillRules(), bot, seed);
        nodes.unite(QSet<QString>(played.nodes.begin(), played.nodes.end()));
        facts.unite(QSet<QString>(played.facts.begin(), played.facts.end()));
        events.unite(QSet<QString>(played.events.begin(), played.events.end()));
        ends.insert(played.score.end);
      }
    }
    for (const ScenarioNode& node : scenario.nodes) {
      INFO(scenario.id.toStdString() << ", part " << node.name.toStdString());
      CHECK(nodes.contains(node.name));
    }
    for (const ScenarioFact& fact : scenario.facts) {
      INFO(scenario.id.toStdString() << ", fact " << fact.name.toStdString());
      CHECK(facts.contains(fact.name));
    }
    for (const ScenarioEvent& event : scenario.events) {
      INFO(scenario.id.toStdString() << ", event " << event.name.toStdString());
      CHECK(events.contains(event.name));
    }
    for (const ScenarioEnd& end : scenario.ends) {
      INFO(scenario.id.toStdString() << ", end " << drillEndCode(end.end).toStdString());
      CHECK(ends.contains(end.end));
    }
  }
}

// A thousand seeds in four parts, so that they run beside each other.
TEST_CASE("perfect over ordinary over rude, seeds 1 to 250", "[training]") { checkOrder(1, 250); }
TEST_CASE("perfect over ordinary over rude, seeds 251 to 500", "[training]") {
  checkOrder(251, 500);
}
TEST_CASE("perfect over ordinary over rude, seeds 501 to 750", "[training]") {
  checkOrder(501, 750);
}
TEST_CASE("perfect over ordinary over rude, seeds 751 to 1000", "[training]") {
  checkOrder(751, 1000);
}
