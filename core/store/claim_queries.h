// SPDX-License-Identifier: GPL-3.0-or-later
// Reading who has which ticket in hand.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/claim.h"
#include "core/store/database.h"

namespace yingda {

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class ClaimQueries {
 public:
  explicit ClaimQueries(Database& database) : m_database(database) {}
  /// Nothing when nobody ever claimed it.
  Result<std::optional<Claim>> of(const TicketId& ticket);
  /// What runs at that time of the server's clock, and this person's own that ran out a short while
  /// ago or wait for the server.
  Result<std::vector<Claim>> standing(const AgentId& agent, Instant now);

 private:
  Database& m_database;
};

}  // namespace yingda
