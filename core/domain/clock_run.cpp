// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of rules 1 to 7: wall, service and whole-day clocks.
#include "core/domain/clock_run.h"

#include <algorithm>

namespace yingda {

namespace {

using std::chrono::days;
using std::chrono::minutes;
using Clock = MilestoneRule::Clock;

Instant midnightOf(LocalDay day) { return instantAt(day, Milliseconds{0}); }

/// A day that closes earlier than the rule's time of day is due when it closes.
minutes dueTime(const DayHours& hours, int ruleMinute) {
  return minutes{std::min(ruleMinute, hours.closingMinute())};
}

}  // namespace

ClockRun::ClockRun(const Setup& setup, const std::vector<PauseSpan>& pauses)
    : m_calendar(setup.calendar), m_start(setup.start) {
  const std::vector<PauseSpan> none;
  const std::vector<PauseSpan>& used = setup.rule.pausable ? pauses : none;
  switch (setup.rule.clock) {
    case Clock::Wall:
      runWall(setup);
      return;
    case Clock::Agreed:
      m_due = setup.agreed;
      return;
    case Clock::Service:
      if (!m_calendar) {
        runWall(setup);
      } else {
        runService(minutes{setup.rule.amount}, used);
      }
      return;
    case Clock::WorkingDays:
    case Clock::SameDay:
      if (!m_calendar) {
        m_due = m_start + days{std::max<qint64>(1, setup.rule.amount)};
      } else {
        runDays(setup.rule, used);
      }
      return;
    case Clock::None:
      return;
  }
}

void ClockRun::runWall(const Setup& setup) {
  m_calendar = nullptr;
  const Instant due = m_start + minutes{setup.rule.amount};
  m_due = due;
  if (!setup.rule.quietHours) return;
  m_due = setup.quiet.nextAllowed(due);
  if (*m_due > due) m_stops.push_back({due, *m_due, QStringLiteral("业主休息时段，顺延"), false});
}

void ClockRun::runService(Milliseconds amount, const std::vector<PauseSpan>& pauses) {
  Instant at = m_start;
  Milliseconds rest = amount;
  for (const PauseSpan& pause : pauses) {
    if (pause.to <= at) continue;
    const Instant from = std::max(pause.from, m_start);
    const Milliseconds before = m_calendar->serviceBetween(at, from);
    // Equality: the clock ran out as the pause began, so the deadline stands.
    if (!m_due && rest <= before) m_due = m_calendar->addService(at, rest);
    m_stops.push_back({from, pause.to, pause.reason, true});
    if (m_due) continue;
    if (pause.to == never) return;
    rest -= before;
    at = pause.to;
  }
  if (!m_due) m_due = m_calendar->addService(at, rest);
}

bool ClockRun::isWhollyPaused(LocalDay day, const std::vector<PauseSpan>& pauses) const {
  const DayHours& hours = m_calendar->day(day);
  return std::all_of(hours.spans.begin(), hours.spans.end(), [&](const Span& span) {
    Instant at = instantAt(day, minutes{span.fromMinute});
    const Instant end = instantAt(day, minutes{span.toMinute});
    // Pauses are disjoint and in order, so neighbours join.
    for (const PauseSpan& pause : pauses) {
      if (pause.from <= at && at < pause.to) at = pause.to;
    }
    return at >= end;
  });
}

bool ClockRun::isPausedForEver(LocalDay day, const std::vector<PauseSpan>& pauses) const {
  if (pauses.empty() || pauses.back().to != never) return false;
  return pauses.back().from <= midnightOf(day);
}

void ClockRun::stopDay(LocalDay day, const std::vector<PauseSpan>& pauses) {
  const auto cause = std::find_if(pauses.begin(), pauses.end(), [&](const PauseSpan& pause) {
    return pause.to > midnightOf(day);
  });
  m_stops.push_back({std::max(m_start, midnightOf(day)), midnightOf(day + days{1}),
                     cause == pauses.end() ? QString() : cause->reason, true});
}

void ClockRun::runDays(const MilestoneRule& rule, const std::vector<PauseSpan>& pauses) {
  LocalDay day = localDayOf(m_start);
  qint64 rest = rule.amount;
  if (rule.clock == Clock::WorkingDays) {
    m_stops.push_back(
        {m_start, midnightOf(day + days{1}), QStringLiteral("受理当日不计入工作日"), false});
    day = m_calendar->nextWorkingDay(day);
  } else {
    rest = 1;
    const DayHours& hours = m_calendar->day(day);
    const bool isSameDay = hours.working && timeOfDay(m_start) < dueTime(hours, rule.cutoffMinute);
    if (!isSameDay) day = m_calendar->nextWorkingDay(day);
  }
  for (;;) {
    if (isWhollyPaused(day, pauses)) {
      if (isPausedForEver(day, pauses)) {
        m_stops.push_back({midnightOf(day), never, pauses.back().reason, true});
        return;
      }
      stopDay(day, pauses);
    } else if (--rest == 0) {
      break;
    }
    day = m_calendar->nextWorkingDay(day);
  }
  m_due = instantAt(day, dueTime(m_calendar->day(day), rule.dueMinute));
}

Milliseconds ClockRun::open(Instant from, Instant to) const {
  if (to <= from) return Milliseconds{0};
  return m_calendar ? m_calendar->serviceBetween(from, to) : to - from;
}

Milliseconds ClockRun::counted(Instant from, Instant to) const {
  Milliseconds sum = open(from, to);
  for (const Stop& stop : m_stops) {
    sum -= open(std::max(from, stop.from), std::min(to, stop.to));
  }
  return sum;
}

}  // namespace yingda
