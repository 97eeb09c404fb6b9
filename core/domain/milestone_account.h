// SPDX-License-Identifier: GPL-3.0-or-later
// The account of a deadline: the rows of 为什么是这个时间.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/domain/sla_policy.h"

namespace yingda {

class Timeline;
class Verdict;

/// One row: a stretch of time, what of it was counted, and why.
struct Segment {
  Instant from{};
  Instant to{};               ///< equals from for a row that only reports a change
  qint64 countedSeconds = 0;  ///< of the milestone's own clock
  QString reason;  ///< 服务时间 午休 夜间 周末 法定假 · 国庆 补班 · 国庆调休 暂停 · …
  bool counted = false;
  bool isFuture = false;  ///< at or after now; no row crosses now
};

/// Why a milestone is due when it is due.
struct Account {
  QString milestoneId;
  Level level = Level::Yellow;  ///< under which the deadline was decided
  QString rule;                 ///< 48 个服务小时; empty when the milestone does not apply
  QString calendar;             ///< its name; empty for wall clock
  QString hours;                ///< its service hours in words
  std::optional<Instant> start;
  bool isPaused = false;         ///< an open pause leaves no deadline
  bool isMetBySolution = false;  ///< nobody recorded the act; the solution closed the clock
  QString sentence;  ///< 普通，48 个服务小时，日历「工作日」，从 09-30 周三 16:00 起算。…
  std::vector<Segment> segments;  ///< from the start to the due, without gaps
  qint64 countedSeconds = 0;      ///< sum of the rows
  QString calendarText;           ///< 日历「工作日」2026 第 1 版; empty for wall clock
  double pausedShare = 0;  ///< counted time inside pauses / all service time of the rows, 0 to 1
  std::vector<int> missingYears;  ///< years of the rows without a loaded notice
};

/// The rows of one verdict; empty when the milestone does not apply.
Account accountOf(const Verdict& verdict, const Timeline& timeline, MilestoneId id, Instant now);

/// "10-14 周三 18:00" in civil time.
QString dayAndClockText(Instant at);

}  // namespace yingda
