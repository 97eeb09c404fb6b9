// SPDX-License-Identifier: GPL-3.0-or-later
// While a report is being written down: which tickets look like it.
#pragma once

#include "core/domain/starter.h"
#include "core/domain/ticket_draft.h"
#include "core/service/views.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"

namespace yingda {

/// Thread: the search thread. Reads a bounded number of rows, whatever the size of the store: those
/// of the household, of the number, of the building within three days, and the newest of eight
/// hours.
class LikeService {
 public:
  LikeService(Database& database, const Starter& starter)
      : m_tickets(database), m_households(database), m_starter(starter) {}
  Result<LikeAnswer> like(const TicketDraft& draft);

 private:
  Result<std::vector<StoredTicket>> candidates(const TicketDraft& draft, const Report& report);

  TicketQueries m_tickets;
  HouseholdQueries m_households;
  const Starter& m_starter;
};

/// The report that a ticket is. Pure.
Report reportOf(const Ticket& ticket, const TicketText& text);
/// The report that a draft will be; its household counts before it is verified too: nothing of it
/// is said to anybody. Pure.
Report reportOf(const TicketDraft& draft);

}  // namespace yingda
