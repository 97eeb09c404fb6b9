// SPDX-License-Identifier: GPL-3.0-or-later
// Closed tickets like the one that is open, and how they ended; and whether alike ones end alike.
#pragma once

#include <atomic>
#include <optional>

#include "core/domain/agent.h"
#include "core/domain/starter.h"
#include "core/service/similar_views.h"
#include "core/store/ticket_queries.h"

namespace yingda {

/// Thread: that of the database.
class SimilarService {
 public:
  /// What `reader` may not read whole is no case to them, nor any of its words.
  SimilarService(Database& database, std::optional<Agent> reader)
      : m_tickets(database), m_reader(std::move(reader)) {}
  /// The likeliest first; of those that are archived, the newest few hundred that have any of the
  /// rare pairs of the text. Nothing while the text says too little. Cancelled when a newer
  /// question came.
  Result<std::vector<SimilarCase>> like(const SimilarQuestion& question,
                                        const std::atomic<bool>* cancel);
  /// Of the tickets received in that span and archived, by leaf category, those with most tickets
  /// first; a leaf with fewer than five says nothing.
  Result<ConsistencyView> consistency(Instant from, Instant to);
  /// Of the newest tickets of the leaf that were received since then and are archived.
  Result<EndingsView> endings(const QString& category, Instant from);

 private:
  Result<SimilarCase> caseOf(const StoredTicket& stored);

  bool isOpen(const Ticket& ticket) const;

  TicketQueries m_tickets;
  std::optional<Agent> m_reader;
};

/// Families of outcomes: who is like the first of a family belongs to it. Pure; in the order of the
/// texts, the family of each from 0.
std::vector<int> outcomeFamilies(const QStringList& outcomes);

}  // namespace yingda
