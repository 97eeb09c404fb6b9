// SPDX-License-Identifier: GPL-3.0-or-later
// How a deadline counts down on the screen: a short text, its tone, and the words to be read out.
#pragma once

#include <QString>
#include <optional>

#include "core/base/local_time.h"
#include "core/domain/milestones.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

using yingda::clockText;

/// A countdown as text. Two figures before the colon are minutes ("05:00"), one is hours ("5:00").
struct ClockText {
  enum class Tone { None, Calm, Soon, Late, Met, Paused };
  QString text;  ///< 41 秒, 18:20, 1:12, 明天, 3 天, 10-14, 超 12 分, 暂停中
  Tone tone = Tone::None;
  QString spoken;  ///< 还剩 1 小时 12 分
  friend bool operator==(const ClockText&, const ClockText&) = default;
};

/// Orange from 30 minutes before the due, red from 2 minutes before it.
inline constexpr std::chrono::minutes soonBefore{30};
inline constexpr std::chrono::minutes lateBefore{2};
/// A due within these hours counts down even beyond midnight, so that a night shift sees it.
inline constexpr std::chrono::hours nightShift{8};
/// Today's work: due today or overdue, or within the night shift.
bool countsDown(Instant due, Instant now);

ClockText clockText(std::optional<Instant> due, Instant now,
                    MilestoneState state = MilestoneState::Running);
/// The colour of a tone.
Token clockToken(ClockText::Tone tone);

/// What is left on a clock of its own, where there is room: 41 秒, 25:41, 30 小时 18 分, 5 天.
QString leftText(qint64 seconds);
/// A span that is over: 0:52, 11 分, 3 小时 20 分, 2 天.
QString spentText(qint64 seconds);
/// The same without colons, to be read out: 52 秒, 2 分 10 秒, 3 小时 20 分.
QString spanText(qint64 seconds);

}  // namespace yingda::ui
