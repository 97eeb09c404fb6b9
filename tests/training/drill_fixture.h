// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of production, and the shipped scenarios, as every test of drills needs them.
#pragma once

#include "core/domain/ticket_milestones.h"
#include "core/service/starter_files.h"
#include "core/training/drill_bot.h"
#include "core/training/scenario_check.h"
#include "core/training/shipped_scenarios.h"
#include "tests/runner/printers.h"

namespace yingda::test {

inline const Starter& shippedStarter() {
  static const Starter starter = [] {
    auto read = readStarter(builtInStarterFiles());
    REQUIRE(read.has_value());
    return std::move(*read);
  }();
  return starter;
}

inline const DrillRules& drillRules() {
  static const MilestoneEngine engine = [] {
    auto made = builtInEngine(shippedStarter(), QStringLiteral("shipped"));
    REQUIRE(made.has_value());
    return std::move(*made);
  }();
  static const DrillRules rules{shippedStarter(), engine, WordingLint::builtIn(),
                                builtInLintWords(), ScoreCard::builtIn()};
  return rules;
}

inline std::string told(const std::vector<ScenarioProblem>& problems) {
  QStringList lines;
  for (const ScenarioProblem& each : problems) {
    lines << QStringLiteral("%1:%2 %3 %4")
                 .arg(each.line)
                 .arg(each.column)
                 .arg(scenarioProblemCode(each.kind), each.word);
  }
  return lines.join(u'\n').toStdString();
}

/// Every shipped scenario, checked.
inline const std::vector<Scenario>& shippedAndChecked() {
  static const std::vector<Scenario> all = [] {
    std::vector<Scenario> checked;
    const auto texts = shippedScenarios();
    for (auto it = texts.begin(); it != texts.end(); ++it) {
      CheckedScenario one = checkScenario(it.value(), shippedStarter());
      INFO(it.key().toStdString() << '\n' << told(one.problems));
      CHECK(one.isPlayable());
      CHECK(one.scenario.id == it.key());
      checked.push_back(std::move(one.scenario));
    }
    return checked;
  }();
  return all;
}

}  // namespace yingda::test
