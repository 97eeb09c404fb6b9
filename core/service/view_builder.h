// SPDX-License-Identifier: GPL-3.0-or-later
// Puts stored rows together into what the screens read.
#pragma once

#include "core/domain/starter.h"
#include "core/service/hands.h"
#include "core/service/views.h"
#include "core/store/blob_folder.h"
#include "core/store/claim_queries.h"
#include "core/store/household_queries.h"
#include "core/store/promise_queries.h"
#include "core/store/ticket_queries.h"
#include "core/store/tie_queries.h"

namespace yingda {

/// Thread: that of the database.
class ViewBuilder {
 public:
  ViewBuilder(Database& database, const Starter& starter, const MilestoneEngine& engine,
              Instant now)
      : m_database(database),
        m_tickets(database),
        m_households(database),
        m_claims(database),
        m_ties(database),
        m_promises(database),
        m_starter(starter),
        m_engine(engine),
        m_now(now) {}

  /// Whose hands are one's own; without it every claim is somebody else's.
  void setViewer(const std::optional<Agent>& me, const Hands& hands) {
    m_me = me ? me->id : AgentId();
    m_hands = hands;
    m_reader = me;
  }
  /// For whom sensitive tickets are read; without it they are closed.
  void setReader(const Agent& reader) { m_reader = reader; }
  /// Where the bytes of attachments lie; without it all of them are Away.
  void setBlobs(const BlobFolder& blobs) { m_blobs = &blobs; }
  QueueRow row(const StoredTicket& stored, const AgentId& me) const;
  Result<QueuePage> queue(QueueKind kind, const std::optional<Agent>& me, int limit);
  Result<TicketView> ticket(const StoredTicket& stored);
  Result<TicketView> ticket(const TicketId& id);
  Result<TicketView> ticketByNumber(const QString& number);
  Result<Account> account(const TicketId& id, const QString& milestoneId);
  TicketView ticketOf(const Ticket& ticket, const TicketText& text,
                      std::vector<Activity> activities);
  Result<HouseholdCard> household(const HouseholdId& id, const QString& callerNumber = {});
  Result<CallerCard> caller(const QString& number);

 private:
  Result<std::vector<PersonCard>> peopleOf(const StoredHousehold& stored);
  HandView hand(const Claim& claim);
  Reading reading(const Ticket& ticket) const {
    return readingOf(ticket, m_reader ? &*m_reader : nullptr);
  }
  void close(TicketView& view) const;
  QStringList saidOn(const std::vector<StoredTicket>& tickets) const;
  QString nameOf(const AgentId& id);
  Result<void> addTies(TicketView& view);
  Result<void> addPromises(TicketView& view);
  Result<void> markHands(std::vector<QueueRow>& rows);
  void addRecent(const HouseholdId& id, HouseholdCard& card);

  Database& m_database;
  TicketQueries m_tickets;
  HouseholdQueries m_households;
  ClaimQueries m_claims;
  TieQueries m_ties;
  PromiseQueries m_promises;
  const BlobFolder* m_blobs = nullptr;
  AgentId m_me;
  Hands m_hands;
  std::optional<Agent> m_reader;
  std::optional<std::vector<Agent>> m_agents;  ///< read when a name is first asked for
  const Starter& m_starter;
  const MilestoneEngine& m_engine;
  Instant m_now;
};

}  // namespace yingda
