// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a spoken time apart: relative, or a day, a part of the day and an hour.
#include "core/text/spoken_time.h"

#include <QRegularExpression>
#include <QStringBuilder>

#include "core/text/chinese_number.h"

namespace yingda {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr qsizetype lengthMax = 60;
constexpr minutes dayLength = hours{24};

/// Folded, without blanks and filling words, numerals as digits: 昨晚八点 is 昨晚8点.
QString spokenDigits(QStringView text) {
  FoldedScalars scalars = foldScalars(text);
  for (char32_t& scalar : scalars.text) {
    if (scalar == U'两') scalar = U'二';
  }
  QString said;
  for (int i = 0; i < scalars.size();) {
    if (const auto number = readNumber(scalars, i)) {
      said += number->digits;
      i = number->end;
      continue;
    }
    said += QString::fromUcs4(&scalars.text[static_cast<size_t>(i)], 1);
    ++i;
  }
  static const QRegularExpression filling(
      QStringLiteral("[\\s,，。、]|大概|大约|差不多|左右|的时候|那会儿|就"));
  return said.remove(filling);
}

/// Reads from the front of the text.
class Scan {
 public:
  explicit Scan(const QString& text) : m_rest(text) {}
  bool isAtEnd() const { return m_rest.isEmpty(); }
  /// Takes what the pattern finds at the front.
  bool take(const QString& pattern) {
    const QRegularExpression expression(QStringLiteral("^(?:") % pattern % u')');
    m_match = expression.match(m_rest);
    if (!m_match.hasMatch()) return false;
    m_rest = m_rest.mid(m_match.capturedEnd());
    return true;
  }
  QString text(int group = 0) const { return m_match.captured(group); }
  int number(int group) const { return m_match.captured(group).toInt(); }
  bool has(int group) const { return !m_match.captured(group).isEmpty(); }

 private:
  QString m_rest;
  QRegularExpressionMatch m_match;
};

struct SpokenDay {
  LocalDay day;
  bool isSaid = false;
};

std::optional<LocalDay> dayOf(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return LocalDay{date};
}

/// The latest such day that is not after today.
std::optional<LocalDay> latestDay(LocalDay today, int month, int day) {
  const int year = static_cast<int>(std::chrono::year_month_day{today}.year());
  for (int back = 0; back < 5; ++back) {
    const auto found = dayOf(year - back, month, day);
    if (found && *found <= today) return found;
  }
  return std::nullopt;
}

std::optional<LocalDay> weekdayBefore(LocalDay today, const QString& name, bool isLastWeek) {
  static const QString names = QStringLiteral("123456");
  const auto index = names.indexOf(name);
  const int wanted = index >= 0 ? static_cast<int>(index) + 1 : 7;
  const int isoToday = isoWeekday(today);
  const LocalDay monday = today - days{isoToday - 1};
  if (isLastWeek) return monday - days{7} + days{wanted - 1};
  const LocalDay thisWeek = monday + days{wanted - 1};
  return thisWeek <= today ? thisWeek : thisWeek - days{7};
}

/// Nothing when a day was said that does not exist.
std::optional<SpokenDay> takeDay(Scan& scan, LocalDay today) {
  const auto said = [](std::optional<LocalDay> day) -> std::optional<SpokenDay> {
    if (!day) return std::nullopt;
    return SpokenDay{*day, true};
  };
  if (scan.take(QStringLiteral("大前[天日]"))) return said(today - days{3});
  if (scan.take(QStringLiteral("前[天日]|前(?=[晚夜])"))) return said(today - days{2});
  if (scan.take(QStringLiteral("昨[天日]|昨"))) return said(today - days{1});
  if (scan.take(QStringLiteral("今[天日]|今"))) return said(today);
  if (scan.take(QStringLiteral("(上个?)?(?:周|星期|礼拜)([1-6日天末])"))) {
    return said(weekdayBefore(today, scan.text(2), scan.has(1)));
  }
  std::optional<SpokenDay> day{SpokenDay{today, false}};
  if (scan.take(QStringLiteral("(\\d{4})[-年/.](\\d{1,2})[-月/.](\\d{1,2})[日号]?"))) {
    day = said(dayOf(scan.number(1), scan.number(2), scan.number(3)));
  } else if (scan.take(QStringLiteral("(\\d{1,2})(?:月|[-/](?=\\d))(\\d{1,2})[日号]?"))) {
    day = said(latestDay(today, scan.number(1), scan.number(2)));
  } else if (scan.take(QStringLiteral("(\\d{1,2})[日号]"))) {
    const std::chrono::year_month_day date{today};
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    auto found = dayOf(static_cast<int>(date.year()), month, scan.number(1));
    if (!found || *found > today) found = latestDay(today, (month + 10) % 12 + 1, scan.number(1));
    day = said(found);
  }
  if (day && day->isSaid) scan.take(QStringLiteral("(?:周|星期|礼拜)[1-6日天]"));
  return day;
}

/// The same for what is still to come: 明天, 周五, 3 月 5 日.
std::optional<SpokenDay> takeComingDay(Scan& scan, LocalDay today) {
  const auto said = [](std::optional<LocalDay> day) -> std::optional<SpokenDay> {
    if (!day) return std::nullopt;
    return SpokenDay{*day, true};
  };
  if (scan.take(QStringLiteral("大后[天日]"))) return said(today + days{3});
  if (scan.take(QStringLiteral("后[天日]"))) return said(today + days{2});
  if (scan.take(QStringLiteral("明[天日]|明"))) return said(today + days{1});
  if (scan.take(QStringLiteral("今[天日]|今"))) return said(today);
  if (scan.take(QStringLiteral("(下个?)?(?:周|星期|礼拜)([1-6日天末])"))) {
    const auto named = weekdayBefore(today, scan.text(2), false);
    if (scan.has(1)) {
      const LocalDay monday = today - days{isoWeekday(today) - 1};
      return said(monday + days{7} + days{isoWeekday(*named) - 1});
    }
    return said(*named < today ? *named + days{7} : *named);
  }
  if (scan.take(QStringLiteral("(\\d{4})[-年/.](\\d{1,2})[-月/.](\\d{1,2})[日号]?"))) {
    return said(dayOf(scan.number(1), scan.number(2), scan.number(3)));
  }
  if (scan.take(QStringLiteral("(\\d{1,2})(?:月|[-/](?=\\d))(\\d{1,2})[日号]?"))) {
    const int year = static_cast<int>(std::chrono::year_month_day{today}.year());
    const auto found = dayOf(year, scan.number(1), scan.number(2));
    return said(found && *found < today ? dayOf(year + 1, scan.number(1), scan.number(2)) : found);
  }
  return SpokenDay{today, false};
}

enum class DayPart { None, Dawn, Morning, Noon, Afternoon, Evening };

DayPart takePart(Scan& scan) {
  if (scan.take(QStringLiteral("凌晨|后半夜|下半夜"))) return DayPart::Dawn;
  if (scan.take(QStringLiteral("早上|早晨|清晨|清早|上午|早"))) return DayPart::Morning;
  if (scan.take(QStringLiteral("中午|晌午"))) return DayPart::Noon;
  if (scan.take(QStringLiteral("下午|午后|傍晚"))) return DayPart::Afternoon;
  if (scan.take(QStringLiteral("晚上|夜里|夜间|半夜|深夜|晚间|晚|夜"))) return DayPart::Evening;
  return DayPart::None;
}

/// What is meant when only the part of the day was said; the form shows it.
minutes usualTime(DayPart part) {
  switch (part) {
    case DayPart::None:
      return minutes{0};
    case DayPart::Dawn:
      return hours{3};
    case DayPart::Morning:
      return hours{9};
    case DayPart::Noon:
      return hours{12};
    case DayPart::Afternoon:
      return hours{15};
    case DayPart::Evening:
      return hours{20};
  }
  return minutes{0};
}

struct SpokenClock {
  minutes time{0};
  bool isSaid = false;
  bool isExact = false;  ///< by 24 hours, as on a clock
};

/// Nothing when a time was said that does not exist.
std::optional<SpokenClock> takeClock(Scan& scan) {
  if (scan.take(QStringLiteral("(\\d{1,2}):(\\d{2})(?::\\d{2})?"))) {
    if (scan.number(1) > 24 || scan.number(2) > 59) return std::nullopt;
    return SpokenClock{hours{scan.number(1)} + minutes{scan.number(2)}, true, true};
  }
  if (scan.take(QStringLiteral("(\\d{1,2})[点时](?:钟|整)?(半|[13]刻|(\\d{1,2})分?)?"))) {
    const int hour = scan.number(1);
    int minute = scan.number(3);
    if (scan.text(2) == u"半") minute = 30;
    if (scan.text(2).endsWith(u'刻')) minute = scan.text(2).startsWith(u'1') ? 15 : 45;
    if (hour > 24 || minute > 59) return std::nullopt;
    return SpokenClock{hours{hour} + minutes{minute}, true, hour > 12 || hour == 0};
  }
  return SpokenClock{};
}

/// Minutes since the midnight of the day that was said; 昨晚 1 点 lies behind the next midnight.
minutes timeOn(DayPart part, minutes time) {
  const bool isTwelve = time >= hours{12} && time < hours{13};
  switch (part) {
    case DayPart::None:
    case DayPart::Morning:
      return time;
    case DayPart::Dawn:
      return isTwelve ? time - hours{12} : time;
    case DayPart::Noon:
      return time < hours{10} ? time + hours{12} : time;
    case DayPart::Afternoon:
      return time < hours{12} ? time + hours{12} : time;
    case DayPart::Evening:
      if (isTwelve) return time + hours{12};
      if (time < hours{5}) return time + dayLength;
      return time < hours{12} ? time + hours{12} : time;
  }
  return time;
}

/// Half units of "3 小时前" or "半个小时后"; the unit in minutes.
std::optional<minutes> spanBefore(const QString& said, const QString& direction) {
  const QRegularExpression span(
      QStringLiteral(
          "^(半|\\d{1,3})(?:个)?(半)?(分钟|分|小时|钟头|钟|刻钟|天|日|周|星期|礼拜)(?:以|之)?") %
      direction % u'$');
  const QRegularExpressionMatch match = span.match(said);
  if (!match.hasMatch()) return std::nullopt;
  const bool isHalf = match.captured(1) == u"半";
  const int halves =
      isHalf ? 1 : match.captured(1).toInt() * 2 + (match.captured(2).isEmpty() ? 0 : 1);
  const QString unit = match.captured(3);
  minutes whole = days{1};
  if (unit.startsWith(u'分')) whole = minutes{1};
  if (unit == u"小时" || unit.startsWith(u'钟')) whole = hours{1};
  if (unit == u"刻钟") whole = minutes{15};
  if (unit == u"周" || unit == u"星期" || unit == u"礼拜") whole = days{7};
  return whole * halves / 2;
}

std::optional<Instant> relative(const QString& said, Instant now) {
  static const QRegularExpression present(QStringLiteral("^(?:刚才|刚刚|刚|方才|现在|正在|此刻)$"));
  if (present.match(said).hasMatch()) return now;
  const auto span = spanBefore(said, QStringLiteral("前"));
  return span ? std::optional(now - *span) : std::nullopt;
}

/// Without a day and a part of the day, "8 点" is the last one that has been.
std::optional<Instant> latestClock(LocalDay today, const SpokenClock& clock, Instant now) {
  const minutes first = clock.time;
  const minutes second = clock.isExact ? first : first + hours{12};
  for (const LocalDay day : {today, today - days{1}}) {
    for (const minutes time : {second, first}) {
      const Instant at = instantAt(day, time);
      if (at <= now) return at;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Instant> parseOccurred(QStringView text, Instant now) {
  if (text.size() > lengthMax) return std::nullopt;
  const QString said = spokenDigits(text);
  const Instant minute = std::chrono::floor<minutes>(now);
  if (said.isEmpty()) return std::nullopt;
  if (const auto at = relative(said, minute)) return at;
  Scan scan(said);
  const LocalDay today = localDayOf(minute);
  const auto day = takeDay(scan, today);
  if (!day) return std::nullopt;
  const DayPart part = takePart(scan);
  const auto clock = takeClock(scan);
  if (!clock || !scan.isAtEnd()) return std::nullopt;
  if (!day->isSaid && part == DayPart::None) {
    return clock->isSaid ? latestClock(today, *clock, minute) : std::nullopt;
  }
  const minutes time = clock->isSaid ? timeOn(part, clock->time) : usualTime(part);
  const Instant at = instantAt(day->day, time);
  if (at <= minute) return at;
  // "晚上 8 点" said in the morning was last night.
  const Instant dayBefore = at - days{1};
  if (!day->isSaid && dayBefore <= minute) return dayBefore;
  return std::nullopt;
}

std::optional<Instant> parseComing(QStringView text, Instant now) {
  if (text.size() > lengthMax) return std::nullopt;
  const QString said = spokenDigits(text);
  const Instant minute = std::chrono::floor<minutes>(now);
  if (const auto span = spanBefore(said, QStringLiteral("后"))) return minute + *span;
  Scan scan(said);
  const LocalDay today = localDayOf(minute);
  const auto day = takeComingDay(scan, today);
  if (!day) return std::nullopt;
  const DayPart part = takePart(scan);
  const auto clock = takeClock(scan);
  if (!clock || !scan.isAtEnd()) return std::nullopt;
  if (!day->isSaid && part == DayPart::None && !clock->isSaid) return std::nullopt;
  minutes time = clock->isSaid ? timeOn(part, clock->time) : usualTime(part);
  if (!clock->isSaid && part == DayPart::None) time = hours{9};
  Instant at = instantAt(day->day, time);
  // "3 点" said in the afternoon is the next one that comes.
  const bool isOpen = !day->isSaid && part == DayPart::None && !clock->isExact;
  if (isOpen && at <= minute) at += hours{12};
  if (!day->isSaid && at <= minute) at = instantAt(day->day, time) + days{1};
  return at > minute ? std::optional(at) : std::nullopt;
}

}  // namespace yingda
