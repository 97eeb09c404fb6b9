// SPDX-License-Identifier: GPL-3.0-or-later
// Every scenario there is to practise at this workstation: those that ship, and the house's own.
#pragma once

#include "core/training/scenario_check.h"

namespace yingda {

struct LibraryScenario {
  QString id;
  QString file;  ///< the name of the house's own file; empty for one that ships
  QString hash;  ///< of its text
  Scenario scenario;
  std::vector<ScenarioProblem> problems;
  bool isPlayable() const { return problems.empty(); }
};

/// The house's own lie as *.txt in `folder`; at most 500 of them are read, in the order of their
/// names. One with an id that is taken already has the problem TwoOfAName. Thread: any; reads
/// files.
std::vector<LibraryScenario> readScenarioLibrary(const Starter& starter, const QString& folder);

}  // namespace yingda
