// SPDX-License-Identifier: GPL-3.0-or-later
// Reading group events and the tickets that name them.
#pragma once

#include <vector>

#include "core/domain/group_event.h"
#include "core/store/database.h"

namespace yingda {

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class EventQueries {
 public:
  explicit EventQueries(Database& database) : m_database(database) {}
  /// NotFound when there is none.
  Result<GroupEvent> byId(const EventId& id);
  /// The newest first; `isOpenOnly`: those that nobody has closed.
  Result<std::vector<GroupEvent>> newest(bool isOpenOnly, int limit);
  /// Its tickets, in the order of receipt.
  Result<std::vector<TicketId>> members(const EventId& id);

 private:
  Database& m_database;
};

}  // namespace yingda
