// SPDX-License-Identifier: GPL-3.0-or-later
// While a report is being written down: which tickets look like it.
#pragma once

#include "core/domain/starter.h"
#include "core/domain/ticket_draft.h"
#include "core/service/heard_words.h"
#include "core/service/report_memory.h"
#include "core/service/views.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"

namespace yingda {

/// What a list shows of a ticket without a question more.
QueueRow queueRowOf(const StoredTicket& stored);

/// Nothing for an event that is not here. Thread: that of the database.
Result<std::optional<EventBrief>> eventBrief(Database& database, const EventId& id);

/// Makes reports that can be compared.
class ReportMaker {
 public:
  /// Reads the names of the communities. Reports of one maker can be compared; the rarity of words,
  /// where it is given, must outlive it. Thread: that of the database.
  static Result<ReportMaker> of(Database& database, const WordRarity* rarity);
  Report report(const Ticket& ticket, const TicketText& text) const;
  /// What a draft will be; its household counts before it is verified too: nothing of it is said to
  /// anybody.
  Report report(const TicketDraft& draft) const;
  const QHash<CommunityId, QString>& names() const { return m_names; }

 private:
  QHash<CommunityId, QString> m_names;
  const WordRarity* m_rarity = nullptr;
};

/// Thread: the search thread. Reads a bounded number of rows, whatever the size of the store: those
/// of the household, of the number, of the building within three days, and the newest of eight
/// hours.
class LikeService {
 public:
  LikeService(Database& database, const Starter& starter, std::shared_ptr<const WordRarity> rarity)
      : m_database(database),
        m_tickets(database),
        m_starter(starter),
        m_rarity(std::move(rarity)) {}
  Result<LikeAnswer> like(const TicketDraft& draft, ReportMemory& memory);
  /// Contacts of the household's tickets and of those that have the number, each once, 20 at most.
  Result<int> callsSince(Instant from, const HouseholdId& household, const QString& number,
                         const TicketId& without);

 private:
  Result<std::vector<StoredTicket>> candidates(const TicketDraft& draft, const Report& report);

  Database& m_database;
  TicketQueries m_tickets;
  const Starter& m_starter;
  std::shared_ptr<const WordRarity> m_rarity;
};

}  // namespace yingda
