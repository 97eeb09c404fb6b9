// SPDX-License-Identifier: GPL-3.0-or-later
// Loads once what all figures of a span read.
#include "core/insight/kpi_population.h"

#include <algorithm>

#include "core/domain/ticket_milestones.h"

namespace yingda {

namespace {

// A clock that started so long before the span may still run out in it; what is open is read
// however old it is.
constexpr std::chrono::days reachBack{60};

}  // namespace

Result<void> KpiPopulation::load() {
  m_span.to = std::min(m_span.to, m_span.now);
  if (m_span.from >= m_span.to) return {};
  auto lives = m_queries.lives(m_span.from - reachBack, m_span.to);
  if (!lives) return lives.error();
  m_lives = std::move(*lives);
  const Instant now = m_span.now;
  std::erase_if(m_lives, [now](const TicketLife& life) { return life.ticket.receivedAt > now; });
  for (TicketLife& life : m_lives) {
    std::erase_if(life.activities, [now](const Activity& one) { return one.at > now; });
  }
  auto same = m_queries.ties(TieKind::Same);
  if (!same) return same.error();
  m_same = std::move(*same);
  for (const Tie& tie : m_same) m_repeats.insert(tie.other);
  return {};
}

std::vector<CycleMilestone> KpiPopulation::milestones(const TicketLife& life,
                                                      MilestoneId id) const {
  MilestoneInput input = milestoneInputOf(life.ticket, life.activities, m_starter);
  const auto reopened = std::count_if(input.facts.begin(), input.facts.end(), [](const Fact& fact) {
    return fact.kind == FactKind::Reopened;
  });
  std::vector<CycleMilestone> found;
  for (int cycle = 1; cycle <= static_cast<int>(reopened) + 1; ++cycle) {
    input.cycle = cycle;
    for (Milestone& one : m_engine.milestones(input, m_span.now)) {
      if (one.id == milestoneCode(id) && one.due) found.push_back({cycle, std::move(one)});
    }
  }
  return found;
}

QString callCodeOf(const TicketLife& life) {
  const Activity* archived = lastOf(life, ActivityKind::Archived);
  return archived ? archived->data[u"code"].toString() : QString();
}

const Activity* firstOf(const TicketLife& life, ActivityKind kind, Instant from) {
  for (const Activity& one : life.activities) {
    if (one.kind == kind && one.at >= from) return &one;
  }
  return nullptr;
}

const Activity* lastOf(const TicketLife& life, ActivityKind kind) {
  const Activity* last = nullptr;
  for (const Activity& one : life.activities) {
    if (one.kind == kind) last = &one;
  }
  return last;
}

int countOf(const TicketLife& life, ActivityKind kind) {
  return static_cast<int>(std::count_if(life.activities.begin(), life.activities.end(),
                                        [kind](const Activity& one) { return one.kind == kind; }));
}

bool isReached(const Activity& callback) {
  return callback.data[u"result"].toString() != u"unreachable";
}

}  // namespace yingda
