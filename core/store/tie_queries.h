// SPDX-License-Identifier: GPL-3.0-or-later
// Reading how tickets belong together.
#pragma once

#include <vector>

#include "core/domain/tie.h"
#include "core/store/database.h"

namespace yingda {

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class TieQueries {
 public:
  explicit TieQueries(Database& database) : m_database(database) {}
  /// Every tie of a ticket, oldest first; those that were taken back too.
  Result<std::vector<Tie>> of(const TicketId& ticket);

 private:
  Database& m_database;
};

}  // namespace yingda
