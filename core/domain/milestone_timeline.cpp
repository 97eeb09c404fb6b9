// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting, cutting into cycles, stretches and pauses.
#include "core/domain/milestone_timeline.h"

#include <algorithm>
#include <tuple>

namespace yingda {

namespace {

/// At one instant: what ends a cycle, then the new cycle, changes, ends of pauses, marks, pauses.
int rankOf(FactKind kind) {
  switch (kind) {
    case FactKind::Solved:
      return 0;
    case FactKind::CalledBack:
      return 1;
    case FactKind::Reopened:
      return 2;
    case FactKind::LevelChanged:
      return 3;
    case FactKind::CategoryChanged:
      return 4;
    case FactKind::Resume:
      return 5;
    case FactKind::Contact:
      return 6;
    case FactKind::Confirmed:
    case FactKind::Told:
    case FactKind::Diagnosed:
    case FactKind::Informed:
    case FactKind::Arrived:
      return 7 + static_cast<int>(kind);
    case FactKind::Agreed:
    case FactKind::PlanGiven:
    case FactKind::Transferred:
    case FactKind::Answered:
      return 20 + static_cast<int>(kind);
    case FactKind::Pause:
      return 50;
  }
  return 99;
}

bool isBefore(const Fact* a, const Fact* b) {
  const auto key = [](const Fact* fact) {
    return std::tuple(fact->at, rankOf(fact->kind), fact->expectedEnd.value_or(never),
                      static_cast<int>(fact->level));
  };
  const auto keyA = key(a);
  const auto keyB = key(b);
  if (keyA != keyB) return keyA < keyB;
  return std::tie(a->category, a->text) < std::tie(b->category, b->text);
}

bool isCommunication(FactKind kind) { return kind == FactKind::Told || kind == FactKind::Informed; }

}  // namespace

Timeline::Timeline(const MilestoneEngine& engine, const MilestoneInput& input) : m_input(input) {
  sortFacts();
  cutCycle();
  buildStretches(engine);
  buildPauses();
}

void Timeline::sortFacts() {
  m_all.reserve(m_input.facts.size());
  for (const Fact& fact : m_input.facts) m_all.push_back(&fact);
  std::sort(m_all.begin(), m_all.end(), isBefore);
}

void Timeline::cutCycle() {
  m_start = m_input.received;
  std::size_t first = 0;
  std::size_t last = m_all.size();
  for (std::size_t i = 0; i < m_all.size(); ++i) {
    const Fact* fact = m_all[i];
    // The same reopening reported twice is one.
    if (fact->kind != FactKind::Reopened || fact->at <= m_start) continue;
    if (m_input.cycle > 0 && m_cycle == m_input.cycle) {
      m_end = fact->at;
      last = i;
      break;
    }
    ++m_cycle;
    m_start = fact->at;
    first = i + 1;
  }
  m_factsBefore = first;
  m_facts.assign(m_all.begin() + static_cast<std::ptrdiff_t>(first),
                 m_all.begin() + static_cast<std::ptrdiff_t>(last));
}

void Timeline::buildStretches(const MilestoneEngine& engine) {
  Stretch stretch{.from = m_start,
                  .to = m_end,
                  .level = m_input.level,
                  .category = m_input.category,
                  .traits = {m_input.attitude, m_input.repair},
                  .agreed = {}};
  const std::size_t end = m_factsBefore + m_facts.size();
  for (std::size_t i = 0; i < end; ++i) {
    const Fact& fact = *m_all[i];
    Stretch next = stretch;
    if (fact.kind == FactKind::LevelChanged) {
      next.level = fact.level;
    } else if (fact.kind == FactKind::CategoryChanged) {
      next.category = fact.category;
      next.traits = engine.traitsOf(fact.category);
    } else if (fact.kind == FactKind::Agreed && fact.expectedEnd && i >= m_factsBefore) {
      next.agreed = fact.expectedEnd;
    } else {
      continue;
    }
    // A change before the cycle, or at its first instant, is how the cycle begins.
    if (i >= m_factsBefore && fact.at > stretch.from) {
      stretch.to = fact.at;
      m_stretches.push_back(stretch);
      next.from = fact.at;
    }
    stretch = next;
  }
  stretch.to = m_end;
  m_stretches.push_back(stretch);
}

void Timeline::buildPauses() {
  Instant covered = Instant::min();
  for (std::size_t i = 0; i < m_facts.size(); ++i) {
    const Fact& pause = *m_facts[i];
    if (pause.kind != FactKind::Pause) continue;
    Instant to = std::min(m_end, pause.expectedEnd.value_or(never));
    for (std::size_t j = i + 1; j < m_facts.size() && m_facts[j]->at < to; ++j) {
      const Fact& fact = *m_facts[j];
      const bool ends = fact.kind == FactKind::Resume || fact.kind == FactKind::Contact;
      if (ends && fact.at > pause.at) to = fact.at;
    }
    // Overlapping pauses count once; the earlier one keeps the shared time.
    const Instant from = std::max(pause.at, covered);
    if (to <= from) continue;
    m_pauses.push_back({from, to, pause.text});
    covered = to;
  }
}

std::optional<Instant> Timeline::first(FactKind kind, Instant from) const {
  const auto found = std::find_if(m_facts.begin(), m_facts.end(), [&](const Fact* fact) {
    return fact->kind == kind && fact->at >= from;
  });
  if (found == m_facts.end()) return std::nullopt;
  return (*found)->at;
}

bool Timeline::isPausedAt(Instant at) const {
  return std::any_of(m_pauses.begin(), m_pauses.end(),
                     [at](const PauseSpan& pause) { return pause.from <= at && at < pause.to; });
}

std::vector<Instant> Timeline::communications() const {
  const Instant solved = first(FactKind::Solved, m_start).value_or(never);
  std::vector<Instant> times;
  for (const Fact* fact : m_facts) {
    if (isCommunication(fact->kind) && fact->at <= solved &&
        (times.empty() || fact->at != times.back())) {
      times.push_back(fact->at);
    }
  }
  return times;
}

std::optional<Instant> Timeline::firstNews(Instant after, Instant until) const {
  for (const Fact* fact : m_facts) {
    const bool isNews = fact->kind != FactKind::Told && fact->kind != FactKind::Solved;
    if (isNews && fact->at > after && fact->at <= until) return fact->at;
  }
  return std::nullopt;
}

std::optional<Instant> Timeline::progressStart(bool repeats) const {
  const std::vector<Instant> times = communications();
  if (times.empty()) return std::nullopt;
  if (repeats) return times.back();
  Instant start = times.front();
  for (std::size_t i = 1; i < times.size(); ++i) {
    if (firstNews(times[i - 1], times[i])) start = times[i];
  }
  if (start < times.back()) {
    const Instant solved = first(FactKind::Solved, m_start).value_or(never);
    if (const auto news = firstNews(times.back(), solved)) start = *news;
  }
  return start;
}

std::optional<Instant> Timeline::progressMet(Instant start) const {
  for (const Instant at : communications()) {
    if (at > start) return at;
  }
  return first(FactKind::Solved, start);
}

}  // namespace yingda
