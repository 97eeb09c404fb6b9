// SPDX-License-Identifier: GPL-3.0-or-later
// The radar over this store: fed with what comes in, it proposes group events.
#pragma once

#include <QSet>

#include "core/domain/starter.h"
#include "core/service/event_views.h"
#include "core/service/like_service.h"

namespace yingda {

/// A stored ticket as a report, with its number for people.
struct NumberedReport {
  QString number;
  Report report;
};

/// Reports that can be compared, and with others made by the same rarity.
struct NumberedReports {
  std::vector<NumberedReport> reports;
  WordRarity rarity;  ///< of their words
};

/// What came in since `from`, the oldest first; the newest `most` of it. Thread: that of the
/// database.
Result<NumberedReports> numberedReports(Database& database, Instant from, int most);

/// Keeps the radar between questions: the first one reads 120 days (60,000 tickets at most), later
/// ones what came since. Thread: the report thread.
class RadarService {
 public:
  explicit RadarService(const Starter& starter) : m_starter(starter) {}
  /// Events of the last day that nobody has made, or not put all their tickets into; the newest
  /// first.
  Result<std::vector<EventProposal>> proposals(Database& database, Instant now);

 private:
  struct Seen {
    GroupFinding finding;
    QList<TicketId> tickets;
    Instant last{};
  };
  Result<void> feed(Database& database, Instant now);
  Result<std::optional<EventProposal>> proposalOf(Database& database, const Seen& seen);

  const Starter& m_starter;
  GroupRadar m_radar;
  WordRarity m_rarity;  ///< of what went in
  QHash<int, Seen> m_events;
  std::vector<TicketId> m_keys;  ///< by the key that the radar has
  QHash<TicketId, Instant> m_fed;
  Instant m_until{};
};

}  // namespace yingda
