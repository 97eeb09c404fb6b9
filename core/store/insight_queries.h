// SPDX-License-Identifier: GPL-3.0-or-later
// Reading for figures: whole lives of the tickets of a span, promises, ties and homes.
#pragma once

#include <QHash>
#include <QSet>
#include <vector>

#include "core/domain/promise.h"
#include "core/domain/ticket.h"
#include "core/domain/tie.h"
#include "core/store/database.h"

namespace yingda {

/// A ticket with what figures need of it; texts apart.
struct TicketLife {
  qint64 row = 0;
  Ticket ticket;
  CommunityId community;             ///< the ticket's, else its household's; null: nobody knows
  bool hasCause = false;             ///< a cause is written down
  std::vector<Activity> activities;  ///< oldest first, void ones apart; by whom and when
};

/// How many homes a community has.
struct CommunityHomes {
  CommunityId id;
  QString name;
  int occupied = 0;  ///< all but 空置 装修 交付
};

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class InsightQueries {
 public:
  explicit InsightQueries(Database& database) : m_database(database) {}
  /// In order of receipt: received in [from, to), or open now and received before, or solved,
  /// called back, archived, reopened or returned in it.
  Result<std::vector<TicketLife>> lives(Instant from, Instant to);
  /// The earliest due first; due in [from, to).
  Result<std::vector<Promise>> promisesDue(Instant from, Instant to);
  /// Every tie of the kind, or all that were taken back (None).
  Result<std::vector<Tie>> ties(TieKind kind);
  /// Tickets of a household and category, received in [from, to).
  Result<std::vector<TicketId>> sameMatter(const HouseholdId& household, const QString& category,
                                           Instant from, Instant to);
  /// Those of the tickets that were dispatched at least once.
  Result<QSet<TicketId>> dispatched(const QSet<TicketId>& tickets);
  Result<std::vector<CommunityHomes>> homes();

 private:
  Result<void> readActivities(std::vector<TicketLife>& lives);

  Database& m_database;
};

}  // namespace yingda
