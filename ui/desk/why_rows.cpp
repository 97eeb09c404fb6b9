// SPDX-License-Identifier: GPL-3.0-or-later
// Nights are left out, runs of days off joined, and whole days folded; now is never inside a row.
#include "ui/desk/why_rows.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

using std::chrono::days;

bool isOff(const Segment& segment) {
  const ReasonKind kind = reasonKind(segment.reason);
  return !segment.counted && (kind == ReasonKind::Weekend || kind == ReasonKind::Holiday);
}

bool isNight(const Segment& segment) {
  return !segment.counted && reasonKind(segment.reason) == ReasonKind::Night;
}

/// The day whose last instant the end is: midnight belongs to the day before.
LocalDay lastDayOf(const Segment& segment) {
  return segment.to > segment.from ? localDayOf(segment.to - Milliseconds(1))
                                   : localDayOf(segment.to);
}

bool crossesMidnight(const Segment& segment) {
  return localDayOf(segment.from) != lastDayOf(segment);
}

QString shortDate(Instant at) { return toIso(localDayOf(at)).mid(5); }

/// An end at midnight is 24:00 of the day before.
QString endText(const Segment& segment) {
  const bool isMidnight = timeOfDay(segment.to) == Milliseconds::zero();
  if (isMidnight && segment.to > segment.from) return QStringLiteral("24:00");
  return clockText(segment.to);
}

QString daysText(LocalDay first, LocalDay last) {
  return QCoreApplication::translate("WhyTable", "%1 – %2")
      .arg(toIso(first).mid(5), toIso(last).mid(5));
}

/// Lays the rows of one account, in order.
class Rows {
 public:
  explicit Rows(const Account& account) : m_segments(account.segments) {
    qint64 counted = 0;
    for (const Segment& segment : m_segments) {
      counted += segment.countedSeconds;
      m_minutesAt.push_back(counted / 60);
    }
  }

  std::vector<WhyRow> lay() {
    size_t i = 0;
    while (i < m_segments.size()) {
      if (isNight(m_segments[i])) {
        ++i;
      } else if (isOff(m_segments[i])) {
        i = layOff(i);
      } else {
        i = layDay(i);
      }
    }
    return std::move(m_rows);
  }

 private:
  qint64 minutesBefore(size_t i) const { return i == 0 ? 0 : m_minutesAt[i - 1]; }

  WhyRow rowOf(size_t first, size_t last) const {
    const Segment& begin = m_segments[first];
    const Segment& end = m_segments[last];
    WhyRow row;
    row.start = begin.from;
    row.end = end.to;
    row.date = dayText(begin.from);
    row.from = clockText(begin.from);
    row.to = begin.from == end.to ? QString()
             : crossesMidnight(begin)
                 ? QString(shortDate(end.to) + QLatin1Char(' ') + clockText(end.to))
                 : endText(end);
    row.total = m_minutesAt[last];
    row.minutes = row.total - minutesBefore(first);
    row.why = reasonText(begin.reason);
    row.isCounted = begin.counted;
    row.isMakeUp = reasonKind(begin.reason) == ReasonKind::MakeUp;
    row.isFuture = begin.isFuture;
    return row;
  }

  /// A run of days off with one reason, with the nights around it.
  size_t layOff(size_t first) {
    size_t last = first;
    size_t next = first + 1;
    for (; next < m_segments.size(); ++next) {
      const Segment& segment = m_segments[next];
      if (segment.isFuture != m_segments[first].isFuture) break;
      if (isNight(segment)) continue;
      if (!isOff(segment) || segment.reason != m_segments[first].reason) break;
      last = next;
    }
    WhyRow row = rowOf(first, last);
    const LocalDay from = localDayOf(m_segments[first].from);
    const LocalDay to = lastDayOf(m_segments[last]);
    const auto count = (to - from).count() + 1;
    row.to = endText(m_segments[last]);
    if (count > 1) {
      row.date = daysText(from, to);
      row.why = QCoreApplication::translate("WhyTable", "%1 %2 天").arg(row.why).arg(count);
      const Instant start = nightBefore(first);
      const Instant end = nightAfter(last);
      row.from = QString(shortDate(start) + QLatin1Char(' ') + clockText(start));
      row.to = QString(shortDate(end) + QLatin1Char(' ') + clockText(end));
    }
    m_rows.push_back(std::move(row));
    return last + 1;
  }

  Instant nightBefore(size_t i) const {
    const bool joins =
        i > 0 && isNight(m_segments[i - 1]) && m_segments[i - 1].isFuture == m_segments[i].isFuture;
    return joins ? m_segments[i - 1].from : m_segments[i].from;
  }

  Instant nightAfter(size_t i) const {
    const bool joins = i + 1 < m_segments.size() && isNight(m_segments[i + 1]) &&
                       m_segments[i + 1].isFuture == m_segments[i].isFuture;
    return joins ? m_segments[i + 1].to : m_segments[i].to;
  }

  /// The segments of one day, or one segment that runs over midnight.
  size_t layDay(size_t first) {
    size_t end = first + 1;
    const LocalDay day = localDayOf(m_segments[first].from);
    if (!crossesMidnight(m_segments[first])) {
      while (end < m_segments.size() && belongsToDay(m_segments[end], day)) ++end;
    }
    if (isWhole(first, end)) {
      layWhole(first, end);
    } else {
      layApart(first, end);
    }
    return end;
  }

  void layApart(size_t first, size_t end) {
    bool hasMakeUp = false;
    for (size_t i = first; i < end; ++i) {
      hasMakeUp = hasMakeUp || reasonKind(m_segments[i].reason) == ReasonKind::MakeUp;
    }
    for (size_t i = first; i < end; ++i) {
      WhyRow row = rowOf(i, i);
      row.isOnMakeUpDay = hasMakeUp;
      if (i > first) row.date.clear();
      m_rows.push_back(std::move(row));
    }
  }

  static bool belongsToDay(const Segment& segment, LocalDay day) {
    return localDayOf(segment.from) == day && !crossesMidnight(segment) && !isNight(segment) &&
           !isOff(segment);
  }

  /// Service time with nothing but lunch inside, all of it on one side of now.
  bool isWhole(size_t first, size_t end) const {
    const Segment& begin = m_segments[first];
    for (size_t i = first; i < end; ++i) {
      const Segment& segment = m_segments[i];
      const bool isLunch = reasonKind(segment.reason) == ReasonKind::Lunch;
      const bool fits = segment.counted ? segment.reason == begin.reason : isLunch;
      const bool isEdge = i == first || i + 1 == end;
      if (!fits || segment.isFuture != begin.isFuture || (isEdge && !segment.counted)) return false;
    }
    return !crossesMidnight(begin);
  }

  void layWhole(size_t first, size_t end) {
    const bool isDue = end == m_segments.size();
    const bool joins = !isDue && !m_rows.empty() && m_wholeEnd == first && joinsBefore(first, end);
    const size_t begin = joins ? m_wholeBegin : first;
    if (end - begin == 1) {
      m_rows.push_back(rowOf(first, first));
    } else {
      if (joins) m_rows.pop_back();
      m_rows.push_back(foldOf(begin, end));
    }
    m_wholeBegin = begin;
    m_wholeDay = {first, end};
    m_wholeEnd = end < m_segments.size() && isNight(m_segments[end]) ? end + 1 : end;
  }

  /// The day before has the same hours, the same reason, and lies on the same side of now.
  bool joinsBefore(size_t first, size_t end) const {
    const auto [before, beforeEnd] = m_wholeDay;
    if (end - first != beforeEnd - before) return false;
    for (size_t i = 0; i < end - first; ++i) {
      const Segment& a = m_segments[before + i];
      const Segment& b = m_segments[first + i];
      const bool isSame = b.from - a.from == days{1} && b.to - a.to == days{1} &&
                          a.reason == b.reason && a.isFuture == b.isFuture;
      if (!isSame) return false;
    }
    return true;
  }

  WhyRow foldOf(size_t first, size_t end) const {
    WhyRow row = rowOf(first, end - 1);
    row.kind = WhyRow::Kind::Folded;
    row.isOnMakeUpDay = row.isMakeUp;
    qint64 lunch = 0;
    LocalDay day = localDayOf(m_segments[first].from);
    for (size_t i = first; i < end; ++i) {
      const Segment& segment = m_segments[i];
      if (isNight(segment)) continue;
      if (!segment.counted) lunch += (segment.to - segment.from).count() / 60'000;
      WhyRow part = rowOf(i, i);
      part.kind = WhyRow::Kind::Part;
      part.isOnMakeUpDay = row.isMakeUp;
      if (localDayOf(segment.from) == day && !row.parts.empty()) part.date.clear();
      day = localDayOf(segment.from);
      row.parts.push_back(std::move(part));
    }
    const LocalDay last = lastDayOf(m_segments[end - 1]);
    if (last != localDayOf(m_segments[first].from)) {
      row.date = daysText(localDayOf(m_segments[first].from), last);
      row.from = weekdayText(row.start) + QLatin1Char(' ') + clockText(row.start);
      row.to =
          weekdayText(m_segments[end - 1].from) + QLatin1Char(' ') + endText(m_segments[end - 1]);
    }
    if (lunch > 0) {
      row.why = QCoreApplication::translate("WhyTable", "%1，已扣午休 %2").arg(row.why).arg(lunch);
    }
    return row;
  }

  const std::vector<Segment>& m_segments;
  std::vector<qint64> m_minutesAt;
  std::vector<WhyRow> m_rows;
  // The whole days laid last: from where, the last of them, and where the next would begin.
  size_t m_wholeBegin = 0;
  std::pair<size_t, size_t> m_wholeDay;
  size_t m_wholeEnd = 0;
};

/// Marks the first row after now, unless now lies outside the account.
void markNow(std::vector<WhyRow>& rows, Instant now) {
  if (rows.empty() || now <= rows.front().start || now >= rows.back().end) return;
  const auto first =
      std::find_if(rows.begin(), rows.end(), [](const WhyRow& row) { return row.isFuture; });
  if (first != rows.end()) first->isNow = true;
}

void markDue(std::vector<WhyRow>& rows, const Account& account) {
  if (rows.empty() || account.segments.empty()) return;
  WhyRow& last = rows.back();
  // An open pause leaves no due: the account then ends with the pause.
  if (!account.segments.back().counted || last.end != account.segments.back().to) return;
  last.isLast = true;
  const QString reason = account.segments.back().reason;
  const QString due =
      QCoreApplication::translate("WhyTable", "%1 到期").arg(endText(account.segments.back()));
  const QString full = reasonKind(reason) == ReasonKind::Other
                           ? last.why
                           : QCoreApplication::translate("WhyTable", "计满 %1")
                                 .arg(spanText(account.countedSeconds));
  last.why = QCoreApplication::translate("WhyTable", "%1，%2").arg(full, due);
  last.strongFrom = static_cast<int>(last.why.lastIndexOf(due));
}

}  // namespace

std::vector<WhyRow> whyRows(const Account& account, Instant now) {
  std::vector<WhyRow> rows = Rows(account).lay();
  markNow(rows, now);
  markDue(rows, account);
  return rows;
}

QString whyNowText(Instant now) {
  return QCoreApplication::translate("WhyTable", "现在 %1").arg(clockText(now));
}

QString whyNightText(const Account& account) {
  const Segment* closing = nullptr;  // the first night after service
  const Segment* opening = nullptr;  // and the first before service
  const auto& segments = account.segments;
  for (size_t i = 0; i < segments.size(); ++i) {
    if (!isNight(segments[i])) continue;
    const bool follows = i > 0 && segments[i - 1].counted;
    const bool precedes = i + 1 < segments.size() && segments[i + 1].counted;
    if (follows && closing == nullptr) closing = &segments[i];
    if (precedes && opening == nullptr) opening = &segments[i];
  }
  if (closing == nullptr || opening == nullptr) return {};
  return QCoreApplication::translate("WhyTable", "夜间 %1–%2 不计，已收起")
      .arg(clockText(closing->from), endText(*opening));
}

}  // namespace yingda::ui
