// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of countdown texts, by the distance between now and the due.
#include "ui/parts/clock_text.h"

#include <QCoreApplication>

namespace yingda::ui {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString twoDigits(qint64 number) {
  return QString::number(number).rightJustified(2, QLatin1Char('0'));
}

QString minutesAndSeconds(qint64 seconds) {
  return twoDigits(seconds / minute) + QLatin1Char(':') + twoDigits(seconds % minute);
}

QString hoursAndMinutes(qint64 seconds) {
  return QString::number(seconds / hour) + QLatin1Char(':') + twoDigits(seconds % hour / minute);
}

QString secondsText(qint64 seconds) {
  return QCoreApplication::translate("ClockText", "%1 秒").arg(seconds);
}

QString minutesText(qint64 seconds) {
  return QCoreApplication::translate("ClockText", "%1 分").arg(seconds / minute);
}

QString daysText(qint64 days) {
  return QCoreApplication::translate("ClockText", "%1 天").arg(days);
}

ClockText overdue(qint64 seconds) {
  ClockText clock;
  clock.tone = ClockText::Tone::Late;
  if (seconds < minute) {
    clock.text = QCoreApplication::translate("ClockText", "刚超时");
  } else if (seconds < hour) {
    clock.text = QCoreApplication::translate("ClockText", "超 %1 分").arg(seconds / minute);
  } else if (seconds < day) {
    clock.text = QCoreApplication::translate("ClockText", "超 %1 小时").arg(seconds / hour);
  } else {
    clock.text = QCoreApplication::translate("ClockText", "超 %1 天").arg(seconds / day);
  }
  clock.spoken = seconds < minute
                     ? clock.text
                     : QCoreApplication::translate("ClockText", "已超时 %1").arg(spanText(seconds));
  return clock;
}

/// The due is so far away that the day says more than the time.
ClockText farAway(Instant due, Instant now) {
  const auto days = (localDayOf(due) - localDayOf(now)).count();
  const QString date = toIso(localDayOf(due));
  const bool isThisYear = date.left(4) == toIso(localDayOf(now)).left(4);
  ClockText clock;
  clock.tone = ClockText::Tone::Calm;
  if (days == 1) {
    clock.text = QCoreApplication::translate("ClockText", "明天");
  } else if (days < 7) {
    clock.text = daysText(days);
  } else {
    clock.text = isThisYear || days < 300 ? date.mid(5) : date;
  }
  clock.spoken = QCoreApplication::translate("ClockText", "%1 %2 到期")
                     .arg(days == 1 ? clock.text : date.mid(isThisYear ? 5 : 0), clockText(due));
  return clock;
}

ClockText running(Instant due, Instant now) {
  const auto left = due - now;
  if (left < Milliseconds::zero()) return overdue(-left.count() / 1000);
  const qint64 seconds = left.count() / 1000;
  if (!countsDown(due, now)) return farAway(due, now);
  ClockText clock;
  clock.tone = left < lateBefore    ? ClockText::Tone::Late
               : left <= soonBefore ? ClockText::Tone::Soon
                                    : ClockText::Tone::Calm;
  clock.text = seconds < minute ? secondsText(seconds)
               : seconds < hour ? minutesAndSeconds(seconds)
                                : hoursAndMinutes(seconds);
  clock.spoken = QCoreApplication::translate("ClockText", "还剩 %1").arg(spanText(seconds));
  return clock;
}

}  // namespace

bool countsDown(Instant due, Instant now) {
  return due - now < nightShift || localDayOf(due) == localDayOf(now);
}

ClockText clockText(std::optional<Instant> due, Instant now, MilestoneState state) {
  switch (state) {
    case MilestoneState::Met:
      return {QCoreApplication::translate("ClockText", "✓ 按时"), ClockText::Tone::Met,
              QCoreApplication::translate("ClockText", "已按时完成")};
    case MilestoneState::MetLate:
      return {QCoreApplication::translate("ClockText", "✓ 超时"), ClockText::Tone::Met,
              QCoreApplication::translate("ClockText", "已完成，超时")};
    case MilestoneState::Paused: {
      const QString paused = QCoreApplication::translate("ClockText", "暂停中");
      return {paused, ClockText::Tone::Paused, paused};
    }
    case MilestoneState::NotApplicable:
      return {};
    case MilestoneState::Running:
    case MilestoneState::Breached:
      return due ? running(*due, now) : ClockText{};
  }
  return {};
}

Token clockToken(ClockText::Tone tone) {
  switch (tone) {
    case ClockText::Tone::None:
      return Token::Text3;
    case ClockText::Tone::Calm:
      return Token::Text2;
    case ClockText::Tone::Soon:
      return Token::Orange;
    case ClockText::Tone::Late:
      return Token::Red;
    case ClockText::Tone::Met:
      return Token::Green;
    case ClockText::Tone::Paused:
      return Token::Text2;
  }
  return Token::Text2;
}

QString leftText(qint64 seconds) {
  if (seconds < minute) return secondsText(std::max<qint64>(seconds, 0));
  if (seconds < hour) return minutesAndSeconds(seconds);
  return spanText(seconds);
}

QString spentText(qint64 seconds) {
  const qint64 spent = std::max<qint64>(seconds, 0);
  if (spent < 10 * minute) {
    return QString::number(spent / minute) + QLatin1Char(':') + twoDigits(spent % minute);
  }
  return spanText(spent);
}

QString spanText(qint64 seconds) {
  if (seconds < minute) return secondsText(seconds);
  if (seconds < 10 * minute && seconds % minute != 0) {
    return minutesText(seconds) + QLatin1Char(' ') + secondsText(seconds % minute);
  }
  if (seconds < hour) return minutesText(seconds);
  if (seconds >= 100 * hour) return daysText(seconds / day);
  const QString hours = QCoreApplication::translate("ClockText", "%1 小时").arg(seconds / hour);
  if (seconds % hour < minute) return hours;
  return hours + QLatin1Char(' ') + minutesText(seconds % hour);
}

}  // namespace yingda::ui
