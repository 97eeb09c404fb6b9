// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what was practised, and what is to be.
#pragma once

#include <vector>

#include "core/domain/drill_rows.h"
#include "core/store/database.h"

namespace yingda {

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class DrillQueries {
 public:
  explicit DrillQueries(Database& database) : m_database(database) {}
  /// The newest first, without their answers.
  Result<std::vector<DrillResult>> newest(int limit);
  Result<std::vector<DrillResult>> newestOf(const AgentId& agent, int limit);
  /// NotFound when it is not here.
  Result<DrillResult> byId(const DrillId& id);
  /// Those that stand, the newest first.
  Result<std::vector<DrillAssignment>> assignments(int limit);
  Result<DrillAssignment> assignment(const AssignmentId& id);

 private:
  Database& m_database;
};

}  // namespace yingda
