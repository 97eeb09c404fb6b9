// SPDX-License-Identifier: GPL-3.0-or-later
// Reading for the floor as it stands: what is open, what runs out, what came in by the hour.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/domain/ticket.h"
#include "core/domain/tie.h"
#include "core/store/ticket_queries.h"

namespace yingda {

/// An open ticket in as few words as counting needs.
struct OpenTicket {
  qint64 row = 0;
  Level level = Level::Yellow;
  Stage stage = Stage::Accepted;
  std::optional<Instant> nextDue;
};

/// A ticket that who leads the floor wants to know of whatever its level.
struct WatchedTicket {
  OpenTicket ticket;
  bool isSensitive = false;
  bool isWarned = false;  ///< its caller was warned for abuse
};

/// A ticket that lies with a department and has not been taken up there.
struct SentTicket {
  qint64 row = 0;
  Instant sentAt{};
};

/// The last thing that people did on a ticket.
struct LastWord {
  ActivityKind kind = ActivityKind::Contact;
  Instant at{};
};

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class FloorQueries {
 public:
  explicit FloorQueries(Database& database) : m_database(database) {}
  /// Every open ticket, in the order of the queue.
  Result<std::vector<OpenTicket>> open();
  /// Open tickets that are sensitive, or whose caller was warned since then.
  Result<std::vector<WatchedTicket>> watched(Instant since);
  /// Dispatched, and nothing since; who waits longest first.
  Result<std::vector<SentTicket>> sent();
  /// What a row shows of these, in their order; one that is gone is left out.
  Result<std::vector<StoredTicket>> tickets(const std::vector<qint64>& rows);
  /// Which tickets these are, in their order; one that is gone is null.
  Result<std::vector<TicketId>> idsOf(std::span<const qint64> rows);
  /// Nothing for a ticket without a record.
  Result<std::optional<LastWord>> lastWord(qint64 row);
  /// How many came in, by hours from `from`; calls without a ticket as well.
  Result<std::vector<int>> arrivals(Instant from, Instant to);
  /// When the first ticket of this store came in.
  Result<std::optional<Instant>> firstReceipt();
  /// 同因 ties made since then, whose first ticket is open.
  Result<std::vector<Tie>> openGroups(Instant since);
  Result<std::optional<qint64>> rowOf(const TicketId& ticket);

 private:
  Database& m_database;
};

}  // namespace yingda
