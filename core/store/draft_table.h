// SPDX-License-Identifier: GPL-3.0-or-later
// The drafts in the journal: what is being typed, kept with every batch of keystrokes.
#pragma once

#include <optional>
#include <vector>

#include "core/store/journal.h"

namespace yingda {

/// Statements on the table `draft`. Each call takes part in the transaction that is open, if any.
/// Thread: that of its database.
class DraftTable {
 public:
  explicit DraftTable(Database& database) : m_database(database) {}
  Result<void> save(const Draft& draft);
  /// False when there was none.
  Result<bool> remove(DraftId draft);
  /// The draft that follows `row`, whose row it becomes; none at the end.
  Result<std::optional<Draft>> next(qint64& row);
  Result<std::vector<Draft>> load(std::optional<AgentId> owner);

 private:
  Database& m_database;
};

}  // namespace yingda
