// SPDX-License-Identifier: GPL-3.0-or-later
// Which rule decides a milestone, and how: rule 9 walked stretch by stretch.
#pragma once

#include <optional>

#include "core/domain/clock_run.h"
#include "core/domain/milestone_timeline.h"

namespace yingda {

/// The rule, clock and outcome that hold for one milestone of a cycle.
/// Owner: a computation on the stack; engine and timeline must outlive it.
class Verdict {
 public:
  Verdict(const MilestoneEngine& engine, const Timeline& timeline, MilestoneId id);

  /// False: no rule, or what starts the clock has not happened.
  bool applies() const { return m_clock.has_value(); }
  const MilestoneRule* ruleOrNull() const { return m_rule; }
  const ClockRun& clock() const { return *m_clock; }
  std::optional<Instant> due() const { return m_clock ? m_clock->due() : std::nullopt; }
  std::optional<Instant> metAt() const { return m_metAt; }
  /// The due, or the change that put the due into the past; a breach only if not met until then.
  std::optional<Instant> breachAt() const { return m_breachAt; }
  /// Met, but by nothing of its own: whoever solved it had diagnosed, informed and arrived.
  bool isMetBySolution() const;
  /// The stretch whose policy decided; valid when applies().
  const Stretch& stretch() const { return *m_stretch; }
  MilestoneState stateAt(Instant now) const;

 private:
  std::optional<Instant> startOf(const MilestoneRule& rule) const;
  std::optional<Instant> metBy(const MilestoneRule& rule, Instant start) const;
  bool decide(const MilestoneEngine& engine, const Stretch& stretch);

  const Timeline& m_timeline;
  MilestoneId m_id;
  const MilestoneRule* m_rule = nullptr;
  const Stretch* m_stretch = nullptr;
  std::optional<ClockRun> m_clock;
  std::optional<Instant> m_metAt;
  std::optional<Instant> m_breachAt;
};

}  // namespace yingda
