// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a scenario can be played: its ways, its facts, its category, and what it teaches to say.
#pragma once

#include "core/domain/milestones.h"
#include "core/domain/starter.h"
#include "core/training/scenario_reader.h"

namespace yingda {

/// Reads the text and looks at the whole. An empty list: it may be played. Limits: at most
/// scenarioProblemsMax problems, in the order of the lines. Thread: any; pure.
struct CheckedScenario {
  Scenario scenario;
  std::vector<ScenarioProblem> problems;
  bool isPlayable() const { return problems.empty(); }
};
CheckedScenario checkScenario(const QByteArray& bytes, const Starter& starter);

}  // namespace yingda
