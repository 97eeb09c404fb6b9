// SPDX-License-Identifier: GPL-3.0-or-later
// From a change to the operations that hold it.
#pragma once

#include <vector>

#include "core/domain/change_set.h"
#include "core/store/journal.h"

namespace yingda {

/// What may leave the workstation as one operation, and secrets as another that never does. At
/// least one, also for a change of nothing.
std::vector<NewOperation> operationsFor(const AgentId& by, const QString& kind, ChangeSet changes,
                                        bool bulk = false);

}  // namespace yingda
