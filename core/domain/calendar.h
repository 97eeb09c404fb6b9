// SPDX-License-Identifier: GPL-3.0-or-later
// Service calendars: weekly hours with dated overrides, and counting service time on them.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/base/local_time.h"
#include "core/base/result.h"

namespace yingda {

/// Minutes since local midnight, half-open; 0 <= from < to <= 1440.
struct Span {
  int fromMinute = 0;
  int toMinute = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// What one day is for service.
struct DayHours {
  std::vector<Span> spans;  ///< in order, disjoint; empty when closed
  QString reason;  ///< 服务时间 周末 法定假 · 国庆 补班 · 国庆调休 特殊安排 缺 2027 年日历
  bool working = false;  ///< counts for working-day clocks
  bool known = true;     ///< false: the year's notice is missing, counted as open 24 h
  int minutes() const;
  /// End of the last span in minutes since midnight; 0 when closed.
  int closingMinute() const { return spans.empty() ? 0 : spans.back().toMinute; }
  friend bool operator==(const DayHours&, const DayHours&) = default;
};

/// A dated exception from the weekly template.
struct DayOverride {
  enum class Kind { Off, MakeUp, Special };
  Kind kind = Kind::Off;
  QString name;             ///< 国庆, 春节 …
  std::vector<Span> spans;  ///< of Special only; a make-up day has the hours of a Monday
};

/// A weekly template plus dated overrides, with version and source document.
/// A calendar that depends on yearly notices counts a year it does not know as open 24 h.
/// Limits: days 2000-01-01 to 2099-12-31 follow the template, outside them time counts as wall
/// clock.
class ServiceCalendar {
 public:
  struct Parts {
    QString id, name, source;
    int version = 1;
    std::vector<Span> week[7];  ///< Monday first
    std::map<LocalDay, DayOverride> overrides;
    bool needsYears = false;  ///< true: only `years` are known
    std::set<int> years;
  };
  explicit ServiceCalendar(Parts parts);

  const QString& id() const { return m_parts.id; }
  const QString& name() const { return m_parts.name; }
  int version() const { return m_parts.version; }
  const QString& source() const { return m_parts.source; }
  const DayHours& day(LocalDay day) const;
  bool coversYear(int year) const { return !m_parts.needsYears || m_parts.years.contains(year); }
  bool isAlwaysOpen() const { return m_alwaysOpen; }
  /// The years between the two instants whose notice is not loaded, ascending.
  std::vector<int> missingYears(Instant from, Instant to) const;
  /// The last year whose notice is loaded; nothing when the calendar needs none.
  std::optional<int> lastYear() const;
  /// 日历「工作日」2026 第 1 版.
  QString title() const;
  /// 一天计 8 小时：08:30–12:00 和 13:30–18:00.
  QString hoursText() const;

  /// Service time in [from, to); negative when to < from. O(1).
  Milliseconds serviceBetween(Instant from, Instant to) const;
  /// The earliest instant at which `amount` has been counted since `from`; amount > 0. O(log days).
  /// A deadline on a closing minute stays there.
  Instant addService(Instant from, Milliseconds amount) const;
  bool isOpen(Instant at) const;
  /// The first working day after `day`; a make-up day is one, a statutory day off is not.
  LocalDay nextWorkingDay(LocalDay day) const;

 private:
  qint64 axis(Instant at) const;  ///< counted ms since 2000-01-01
  Instant fromAxis(qint64 counted) const;
  DayHours makeDay(LocalDay day) const;

  Parts m_parts;
  std::vector<DayHours> m_kinds;        ///< the few different days
  std::vector<std::uint16_t> m_days;    ///< index into m_kinds by day number
  std::vector<qint64> m_countedBefore;  ///< prefix sums in ms, one more than days
  bool m_alwaysOpen = false;
};

/// All calendars of an organisation, by id.
class CalendarSet {
 public:
  /// Refuses unknown fields of time, overlapping spans, impossible dates and double ids.
  static Result<CalendarSet> fromJson(const QByteArray& json);
  /// The latest version of that calendar, or null.
  const ServiceCalendar* findOrNull(const QString& id) const;
  const ServiceCalendar* findOrNull(const QString& id, int version) const;
  const std::vector<ServiceCalendar>& all() const { return m_calendars; }
  void add(ServiceCalendar calendar) { m_calendars.push_back(std::move(calendar)); }

 private:
  std::vector<ServiceCalendar> m_calendars;
};

}  // namespace yingda
