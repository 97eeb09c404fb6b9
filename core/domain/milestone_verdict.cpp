// SPDX-License-Identifier: GPL-3.0-or-later
// A change re-derives what is neither met nor breached yet; everything else keeps its verdict.
#include "core/domain/milestone_verdict.h"

#include <algorithm>

namespace yingda {

namespace {

using Clock = MilestoneRule::Clock;
using Start = MilestoneRule::Start;

}  // namespace

Verdict::Verdict(const MilestoneEngine& engine, const Timeline& timeline, MilestoneId id)
    : m_timeline(timeline), m_id(id) {
  for (const Stretch& stretch : timeline.stretches()) {
    if (decide(engine, stretch)) return;
  }
}

/// True when the milestone is decided in this stretch, so that later changes leave it alone.
bool Verdict::decide(const MilestoneEngine& engine, const Stretch& stretch) {
  const RuleQuery query{.milestone = m_id,
                        .level = stretch.level,
                        .live = m_timeline.input().liveCall,
                        .attitude = stretch.traits.attitude,
                        .repair = stretch.traits.repair,
                        .category = stretch.category};
  const MilestoneRule* rule = engine.ruleOrNull(query);
  m_clock.reset();
  m_metAt.reset();
  m_breachAt.reset();
  m_rule = rule;
  m_stretch = &stretch;
  if (!rule) return false;
  const auto start = startOf(*rule);
  if (!start || *start >= stretch.to) return false;
  m_clock.emplace(ClockRun::Setup{.rule = *rule,
                                  .calendar = engine.calendarOrNull(*rule),
                                  .quiet = engine.policy().quiet,
                                  .start = *start,
                                  .agreed = stretch.agreed},
                  m_timeline.pauses());
  if (rule->clock == Clock::Agreed && !stretch.agreed) m_clock.reset();
  if (!m_clock) return false;
  m_metAt = metBy(*rule, *start);
  const auto due = m_clock->due();
  if (due) m_breachAt = std::max(*due, stretch.from);
  const bool isMet = m_metAt && *m_metAt < stretch.to;
  const bool isBreached = m_breachAt && *m_breachAt < stretch.to;
  return isMet || isBreached;
}

std::optional<Instant> Verdict::startOf(const MilestoneRule& rule) const {
  switch (rule.start) {
    case Start::Receipt:
      return m_timeline.start();
    case Start::Transfer:
      return m_timeline.first(FactKind::Transferred, m_timeline.start())
          .value_or(m_timeline.start());
    case Start::Solution:
      return m_timeline.first(FactKind::Solved, m_timeline.start());
    case Start::Communication:
      if (m_timeline.input().progressWaived) return std::nullopt;
      return m_timeline.progressStart(rule.repeats);
  }
  return std::nullopt;
}

std::optional<Instant> Verdict::metBy(const MilestoneRule& rule, Instant start) const {
  if (rule.start == Start::Communication) return m_timeline.progressMet(start);
  std::optional<Instant> best;
  for (const auto& kinds : rule.metBy) {
    std::optional<Instant> all = Instant::min();
    for (const FactKind kind : kinds) {
      // A mark a moment before the first ring, from another clock, still is a mark.
      const Instant from = rule.start == Start::Receipt ? Instant::min() : start;
      const auto at = m_timeline.first(kind, from);
      all = at && all ? std::optional(std::max(*all, *at)) : std::nullopt;
    }
    if (all && (!best || *all < *best)) best = all;
  }
  return best;
}

bool Verdict::isMetBySolution() const {
  if (!m_clock || !m_metAt || !m_rule) return false;
  const bool isOwn =
      m_id == MilestoneId::M3 || m_id == MilestoneId::M4 || m_id == MilestoneId::Onsite;
  if (!isOwn || m_timeline.first(FactKind::Solved, m_timeline.start()) != m_metAt) return false;
  for (const auto& kinds : m_rule->metBy) {
    for (const FactKind kind : kinds) {
      const auto at =
          kind == FactKind::Solved ? std::nullopt : m_timeline.first(kind, Instant::min());
      if (at && *at <= *m_metAt) return false;
    }
  }
  return true;
}

MilestoneState Verdict::stateAt(Instant now) const {
  if (!applies()) return MilestoneState::NotApplicable;
  const auto due = m_clock->due();
  if (m_metAt) {
    // Met on the due itself is met; after a change put the due into the past it is not.
    return !due || *m_metAt <= *due ? MilestoneState::Met : MilestoneState::MetLate;
  }
  if (!due) return MilestoneState::Paused;
  // A cycle's clocks stop at the reopening.
  const Instant until = std::min(now, m_timeline.end());
  if (until > *due && until >= *m_breachAt) return MilestoneState::Breached;
  if (now >= m_timeline.end()) return MilestoneState::NotApplicable;
  const bool isPaused = m_rule->pausable && m_timeline.isPausedAt(now);
  return isPaused ? MilestoneState::Paused : MilestoneState::Running;
}

}  // namespace yingda
