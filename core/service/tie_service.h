// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets that belong together: tying them, taking it back, and what an outage may have doubled.
#pragma once

#include "core/service/backend.h"
#include "core/service/workplace.h"
#include "core/store/tie_queries.h"

namespace yingda {

/// Since when the server was not heard and work went on, until somebody has looked at what may be
/// double. A fact of the journal.
/// Thread: any but the journal thread.
Result<std::optional<Instant>> openOutage(Workplace& workplace);
/// Nothing ends it.
Result<void> noteOutage(Workplace& workplace, std::optional<Instant> from);

/// Thread: the cache thread.
class TieService {
 public:
  TieService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  /// One operation; None takes it back. The earlier of the two is the original. Invalid "same" for
  /// a ticket and itself.
  Result<void> tie(const TicketId& one, const TicketId& two, TieKind kind);
  /// Tickets of this seat since the outage began that look like another seat's; the best match of
  /// each, the likeliest first. What somebody has tied, or told apart, is passed over.
  Result<std::vector<DoubleView>> doubles();

 private:
  /// Who was put into an event by this tie, and is held there by no other, goes with it; an event
  /// of these two alone is over.
  Result<void> leaveEvent(const StoredTicket& one, const StoredTicket& two, ChangeSet& changes);

  Workplace& m_workplace;
  Agent m_actor;
};

/// Adds what ties two tickets, and a record on each. Pure.
void addTie(ChangeSet& changes, const Ticket& one, const Ticket& two, TieKind kind,
            const Agent& actor, Instant now);

}  // namespace yingda
