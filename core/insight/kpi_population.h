// SPDX-License-Identifier: GPL-3.0-or-later
// The tickets of a span with what has happened to them until now, and the questions that several
// figures ask of one.
#pragma once

#include <QSet>
#include <functional>
#include <vector>

#include "core/domain/milestones.h"
#include "core/domain/starter.h"
#include "core/insight/kpi_figure.h"
#include "core/store/insight_queries.h"

namespace yingda {

/// A stretch from one receipt or reopening to the next.
struct CycleMilestone {
  int cycle = 1;
  Milestone milestone;
};

/// Thread: that of the database. Owner: the computation. Limits: engine and starter outlive it.
class KpiPopulation {
 public:
  KpiPopulation(Database& database, const MilestoneEngine& engine, const Starter& starter,
                const KpiSpan& span)
      : m_queries(database), m_engine(engine), m_starter(starter), m_span(span) {}
  Result<void> load();

  const std::vector<TicketLife>& lives() const { return m_lives; }
  const KpiSpan& span() const { return m_span; }
  InsightQueries& queries() { return m_queries; }
  bool isInSpan(Instant at) const { return at >= m_span.from && at < m_span.to; }
  /// The same once more: its original's clocks run, and it is no matter of its own.
  bool isRepeat(const TicketLife& life) const { return m_repeats.contains(life.ticket.id); }
  const std::vector<Tie>& sameTies() const { return m_same; }
  /// The milestone of every cycle that has one, with its due.
  std::vector<CycleMilestone> milestones(const TicketLife& life, MilestoneId id) const;
  bool isReceived(const TicketLife& life) const { return isInSpan(life.ticket.receivedAt); }

 private:
  InsightQueries m_queries;
  const MilestoneEngine& m_engine;
  const Starter& m_starter;
  KpiSpan m_span;
  std::vector<TicketLife> m_lives;
  std::vector<Tie> m_same;
  QSet<TicketId> m_repeats;
};

/// The code of a call that needed no ticket; empty for a ticket.
QString callCodeOf(const TicketLife& life);
/// The first of that kind at or after `from`; null when there is none.
const Activity* firstOf(const TicketLife& life, ActivityKind kind, Instant from = {});
const Activity* lastOf(const TicketLife& life, ActivityKind kind);
int countOf(const TicketLife& life, ActivityKind kind);
/// The owner answered, whatever he said.
bool isReached(const Activity& callback);

}  // namespace yingda
