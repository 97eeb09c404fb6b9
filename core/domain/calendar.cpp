// SPDX-License-Identifier: GPL-3.0-or-later
// Service time by prefix sums over days, so that adding and counting hours never walks the days.
#include "core/domain/calendar.h"

#include <QStringList>
#include <algorithm>

#include "core/base/invariant.h"

namespace yingda {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerDay = 24 * 60 * msPerMinute;
constexpr int minutesPerDay = 24 * 60;
constexpr LocalDay firstDay{std::chrono::year{2000} / 1 / 1};
constexpr LocalDay afterLastDay{std::chrono::year{2100} / 1 / 1};

int yearOf(LocalDay day) { return static_cast<int>(year_month_day{day}.year()); }

DayHours unknownDay(const QString& what) {
  return {.spans = {{0, minutesPerDay}}, .reason = what, .working = true, .known = false};
}

QString minuteText(int minute) {
  return QString::number(minute / 60).rightJustified(2, u'0') % u':' %
         QString::number(minute % 60).rightJustified(2, u'0');
}

/// Service milliseconds of the day before `ms` since midnight.
qint64 countedUntil(const DayHours& hours, qint64 ms) {
  qint64 counted = 0;
  for (const Span& span : hours.spans) {
    const qint64 from = span.fromMinute * msPerMinute;
    if (ms <= from) break;
    counted += std::min(ms, span.toMinute * msPerMinute) - from;
  }
  return counted;
}

}  // namespace

int DayHours::minutes() const {
  int sum = 0;
  for (const Span& span : spans) sum += span.toMinute - span.fromMinute;
  return sum;
}

ServiceCalendar::ServiceCalendar(Parts parts) : m_parts(std::move(parts)) {
  const auto count = static_cast<std::size_t>((afterLastDay - firstDay).count());
  m_days.reserve(count);
  m_countedBefore.reserve(count + 1);
  m_countedBefore.push_back(0);
  m_kinds.push_back(unknownDay(QStringLiteral("超出日历范围，按全天计时")));
  for (LocalDay day = firstDay; day < afterLastDay; day += days{1}) {
    const DayHours hours = makeDay(day);
    // Neighbours are alike, so the newest kinds answer nearly every search.
    const auto found = std::find(m_kinds.rbegin(), m_kinds.rend(), hours);
    std::size_t index = m_kinds.size();
    if (found == m_kinds.rend()) {
      m_kinds.push_back(hours);
    } else {
      index = static_cast<std::size_t>(m_kinds.rend() - found) - 1;
    }
    m_days.push_back(static_cast<std::uint16_t>(index));
    m_countedBefore.push_back(m_countedBefore.back() + hours.minutes() * msPerMinute);
  }
  m_alwaysOpen =
      !m_parts.needsYears && m_countedBefore.back() == static_cast<qint64>(count) * msPerDay;
}

DayHours ServiceCalendar::makeDay(LocalDay day) const {
  const auto found = m_parts.overrides.find(day);
  if (found != m_parts.overrides.end()) {
    const DayOverride& change = found->second;
    switch (change.kind) {
      case DayOverride::Kind::Off:
        return {.spans = {}, .reason = QStringLiteral("法定假 · ") + change.name};
      case DayOverride::Kind::MakeUp:
        return {.spans = m_parts.week[0],
                .reason = QString(u"补班 · " % change.name % u"调休"),
                .working = true};
      case DayOverride::Kind::Special:
        return {.spans = change.spans,
                .reason = change.name.isEmpty() ? QStringLiteral("特殊安排")
                                                : QString(u"特殊安排 · " % change.name),
                .working = !change.spans.empty()};
    }
  }
  const int year = yearOf(day);
  if (!coversYear(year)) {
    return unknownDay(QStringLiteral("缺 %1 年放假通知，按全天计时").arg(year));
  }
  const int weekday = isoWeekday(day);
  const auto& spans = m_parts.week[weekday - 1];
  if (!spans.empty()) {
    return {.spans = spans, .reason = QStringLiteral("服务时间"), .working = true};
  }
  return {.spans = {}, .reason = weekday >= 6 ? QStringLiteral("周末") : QStringLiteral("休息日")};
}

const DayHours& ServiceCalendar::day(LocalDay day) const {
  if (day < firstDay || day >= afterLastDay) return m_kinds.front();
  return m_kinds[m_days[static_cast<std::size_t>((day - firstDay).count())]];
}

std::vector<int> ServiceCalendar::missingYears(Instant from, Instant to) const {
  std::vector<int> missing;
  if (!m_parts.needsYears || to <= from) return missing;
  const LocalDay last = localDayOf(to - Milliseconds{1});
  for (LocalDay at = localDayOf(from); at <= last;) {
    const int year = yearOf(at);
    if (!coversYear(year)) missing.push_back(year);
    at = localDay(year + 1, 1, 1);
  }
  return missing;
}

std::optional<int> ServiceCalendar::lastYear() const {
  if (!m_parts.needsYears || m_parts.years.empty()) return std::nullopt;
  return *m_parts.years.rbegin();
}

QString ServiceCalendar::title() const {
  const auto year = lastYear();
  return QString(u"日历「" % m_parts.name % u"」" %
                 (year ? QString(QString::number(*year) % u' ') : QString()) % u"第 " %
                 QString::number(m_parts.version) % u" 版");
}

QString ServiceCalendar::hoursText() const {
  const auto& spans = m_parts.week[0];
  if (m_alwaysOpen) return QStringLiteral("全天 24 小时");
  int minutes = 0;
  QStringList texts;
  for (const Span& span : spans) {
    minutes += span.toMinute - span.fromMinute;
    texts << QString(minuteText(span.fromMinute) % u'–' % minuteText(span.toMinute));
  }
  const QString hours = QString::number(minutes / 60.0, 'g', 4);
  return QString(u"一天计 " % hours % u" 小时：" % texts.join(QStringLiteral(" 和 ")));
}

qint64 ServiceCalendar::axis(Instant at) const {
  const qint64 local = toMs(at) - toMs(instantAt(firstDay, Milliseconds{0}));
  if (local < 0) return local;
  const qint64 number = local / msPerDay;
  if (number >= static_cast<qint64>(m_days.size())) {
    return m_countedBefore.back() + local - static_cast<qint64>(m_days.size()) * msPerDay;
  }
  const auto index = static_cast<std::size_t>(number);
  return m_countedBefore[index] + countedUntil(m_kinds[m_days[index]], local % msPerDay);
}

Instant ServiceCalendar::fromAxis(qint64 counted) const {
  const Instant epoch = instantAt(firstDay, Milliseconds{0});
  if (counted <= 0) return epoch + Milliseconds{counted};
  if (counted > m_countedBefore.back()) {
    const qint64 beyond = counted - m_countedBefore.back();
    return epoch + Milliseconds{static_cast<qint64>(m_days.size()) * msPerDay + beyond};
  }
  // The first day whose end reaches the count: equality keeps a deadline on the closing minute.
  const auto end = std::lower_bound(m_countedBefore.begin() + 1, m_countedBefore.end(), counted);
  const auto index = static_cast<std::size_t>(end - m_countedBefore.begin()) - 1;
  qint64 rest = counted - m_countedBefore[index];
  qint64 ms = 0;
  for (const Span& span : m_kinds[m_days[index]].spans) {
    const qint64 length = (span.toMinute - span.fromMinute) * msPerMinute;
    ms = span.fromMinute * msPerMinute + std::min(rest, length);
    if (rest <= length) break;
    rest -= length;
  }
  return epoch + Milliseconds{static_cast<qint64>(index) * msPerDay + ms};
}

Milliseconds ServiceCalendar::serviceBetween(Instant from, Instant to) const {
  return Milliseconds{axis(to) - axis(from)};
}

Instant ServiceCalendar::addService(Instant from, Milliseconds amount) const {
  YINGDA_INVARIANT(amount.count() > 0, "service time is added, never taken away");
  return fromAxis(axis(from) + amount.count());
}

bool ServiceCalendar::isOpen(Instant at) const {
  const qint64 minute = timeOfDay(at).count() / msPerMinute;
  const auto& spans = day(localDayOf(at)).spans;
  return std::any_of(spans.begin(), spans.end(), [minute](const Span& span) {
    return span.fromMinute <= minute && minute < span.toMinute;
  });
}

LocalDay ServiceCalendar::nextWorkingDay(LocalDay from) const {
  LocalDay next = from + days{1};
  while (!day(next).working) next += days{1};
  return next;
}

const ServiceCalendar* CalendarSet::findOrNull(const QString& id) const {
  const ServiceCalendar* best = nullptr;
  for (const ServiceCalendar& calendar : m_calendars) {
    if (calendar.id() == id && (!best || calendar.version() > best->version())) best = &calendar;
  }
  return best;
}

const ServiceCalendar* CalendarSet::findOrNull(const QString& id, int version) const {
  const auto found = std::find_if(m_calendars.begin(), m_calendars.end(), [&](const auto& c) {
    return c.id() == id && c.version() == version;
  });
  return found == m_calendars.end() ? nullptr : &*found;
}

}  // namespace yingda
