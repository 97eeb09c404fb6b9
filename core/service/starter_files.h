// SPDX-License-Identifier: GPL-3.0-or-later
// The starter organisation as it is built into the program.
#pragma once

#include "core/domain/milestones.h"
#include "core/domain/starter.h"
#include "core/insight/kpi_dictionary.h"

namespace yingda {

/// Every file under :/starter by its name inside that folder.
StarterFiles builtInStarterFiles();
/// The dictionary of figures, for who has no Backend: the wall, and the headless companion.
Result<KpiDictionary> builtInKpis();
/// The engine of a policy ("shipped", "reference") over the built-in calendars. An empty calendar
/// keeps the policy's own.
Result<MilestoneEngine> builtInEngine(const Starter& starter, const QString& policy,
                                      const QString& calendar = {});

}  // namespace yingda
