// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what was promised on a ticket.
#pragma once

#include <vector>

#include "core/domain/promise.h"
#include "core/store/database.h"

namespace yingda {

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class PromiseQueries {
 public:
  explicit PromiseQueries(Database& database) : m_database(database) {}
  /// Every promise of a ticket, the earliest due first, kept and broken ones too.
  Result<std::vector<Promise>> of(const TicketId& ticket);
  /// NotFound when it is not here.
  Result<Promise> byId(const PromiseId& id);

 private:
  Database& m_database;
};

}  // namespace yingda
