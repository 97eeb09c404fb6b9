// SPDX-License-Identifier: GPL-3.0-or-later
// One clock from its start to its due: what it counts, where it stands still, when it ends.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/calendar.h"
#include "core/domain/milestone_timeline.h"
#include "core/domain/sla_policy.h"

namespace yingda {

/// Time that a clock does not count though its calendar is open; [from, to).
struct Stop {
  Instant from{};
  Instant to = never;
  QString reason;
  bool isPause = false;
};

/// A clock of one rule, started.
/// Owner: a computation on the stack; calendar and rule must outlive it.
class ClockRun {
 public:
  /// `calendar` null counts wall clock. `agreed` is used by the Agreed clock only.
  struct Setup {
    const MilestoneRule& rule;
    const ServiceCalendar* calendar = nullptr;
    const QuietHours& quiet;
    Instant start{};
    std::optional<Instant> agreed;
  };
  ClockRun(const Setup& setup, const std::vector<PauseSpan>& pauses);

  Instant start() const { return m_start; }
  /// Nothing while an open pause leaves no deadline, or no date is agreed.
  std::optional<Instant> due() const { return m_due; }
  const ServiceCalendar* calendarOrNull() const { return m_calendar; }
  const std::vector<Stop>& stops() const { return m_stops; }
  /// Time of this clock in [from, to), never negative.
  Milliseconds counted(Instant from, Instant to) const;
  /// Open time of the calendar in [from, to), stops included.
  Milliseconds open(Instant from, Instant to) const;

 private:
  void runWall(const Setup& setup);
  void runService(Milliseconds amount, const std::vector<PauseSpan>& pauses);
  void runDays(const MilestoneRule& rule, const std::vector<PauseSpan>& pauses);
  bool isWhollyPaused(LocalDay day, const std::vector<PauseSpan>& pauses) const;
  bool isPausedForEver(LocalDay day, const std::vector<PauseSpan>& pauses) const;
  void stopDay(LocalDay day, const std::vector<PauseSpan>& pauses);

  const ServiceCalendar* m_calendar = nullptr;
  Instant m_start{};
  std::optional<Instant> m_due;
  std::vector<Stop> m_stops;
};

}  // namespace yingda
