// SPDX-License-Identifier: GPL-3.0-or-later
// Reads calendars.json: the weekly template and each year's notice.
#include <QStringList>

#include "core/domain/calendar.h"
#include "core/domain/clock_json.h"

namespace yingda {

namespace {

using clock_json::invalid;

using Parts = ServiceCalendar::Parts;

Result<DayOverride> overrideFrom(const QJsonObject& row) {
  if (const auto key = clock_json::unknownKey(
          row, {QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("off"),
                QStringLiteral("makeUp"), QStringLiteral("special"), QStringLiteral("hours")})) {
    return invalid(QStringLiteral("unknown key of an override: ") + *key);
  }
  DayOverride change;
  int kinds = 0;
  if (row.contains(u"off")) {
    change = {.kind = DayOverride::Kind::Off, .name = row[u"off"].toString(), .spans = {}};
    ++kinds;
  }
  if (row.contains(u"makeUp")) {
    change = {.kind = DayOverride::Kind::MakeUp, .name = row[u"makeUp"].toString(), .spans = {}};
    ++kinds;
  }
  if (row.contains(u"special")) {
    auto spans = clock_json::spansFrom(row[u"hours"].toArray());
    if (!spans) return spans.error();
    change = {.kind = DayOverride::Kind::Special,
              .name = row[u"special"].toString(),
              .spans = std::move(*spans)};
    ++kinds;
  }
  if (kinds != 1) return invalid(QStringLiteral("an override is one of off, makeUp, special"));
  return change;
}

Result<void> readOverride(const QJsonObject& row, Parts& parts) {
  const QString fromText = row[u"from"].toString();
  const auto from = localDayFromIso(fromText);
  const auto to = row.contains(u"to") ? localDayFromIso(row[u"to"].toString()) : from;
  if (!from || !to || *to < *from || (*to - *from).count() > 366) {
    return invalid(QStringLiteral("no day or range of days: ") + fromText);
  }
  const auto change = overrideFrom(row);
  if (!change) return change.error();
  for (LocalDay day = *from; day <= *to; day += std::chrono::days{1}) {
    if (!parts.overrides.emplace(day, *change).second) {
      return invalid(QStringLiteral("two overrides of one day: ") + toIso(day));
    }
  }
  return {};
}

Result<void> readYears(const QJsonArray& years, Parts& parts) {
  for (const auto& value : years) {
    const QJsonObject year = value.toObject();
    const int number = year[u"year"].toInt();
    if (number < 2000 || number > 2099 || !parts.years.insert(number).second) {
      return invalid(QStringLiteral("no year, or a double one: ") + QString::number(number));
    }
    const QJsonArray overrides = year[u"overrides"].toArray();
    for (const auto& row : overrides) {
      const auto read = readOverride(row.toObject(), parts);
      if (!read) return read.error();
    }
  }
  return {};
}

Result<Parts> partsFrom(const QJsonObject& object) {
  Parts parts;
  parts.id = object[u"id"].toString();
  parts.name = object[u"name"].toString();
  parts.source = object[u"source"].toString();
  parts.version = object[u"version"].toInt();
  if (parts.id.isEmpty() || parts.name.isEmpty() || parts.version < 1) {
    return invalid(QStringLiteral("a calendar needs id, name and version"));
  }
  const QJsonArray week = object[u"week"].toArray();
  if (week.size() != 7) return invalid(parts.id + QStringLiteral(": week needs seven days"));
  bool isEverOpen = false;
  for (int i = 0; i < 7; ++i) {
    auto spans = clock_json::spansFrom(week[i].toArray());
    if (!spans) return spans.error();
    isEverOpen = isEverOpen || !spans->empty();
    parts.week[i] = std::move(*spans);
  }
  // A clock on a calendar that never opens would never end; make-up days take a Monday's hours.
  if (!isEverOpen || (object.contains(u"years") && parts.week[0].empty())) {
    return invalid(parts.id + QStringLiteral(": no working hours"));
  }
  parts.needsYears = object.contains(u"years");
  const auto years = readYears(object[u"years"].toArray(), parts);
  if (!years) return years.error();
  const QJsonArray overrides = object[u"overrides"].toArray();
  for (const auto& row : overrides) {
    const auto read = readOverride(row.toObject(), parts);
    if (!read) return read.error();
  }
  return parts;
}

}  // namespace

Result<CalendarSet> CalendarSet::fromJson(const QByteArray& json) {
  const auto root = clock_json::rootOf(json);
  if (!root) return root.error();
  CalendarSet set;
  const QJsonArray calendars = (*root)[u"calendars"].toArray();
  for (const auto& value : calendars) {
    auto parts = partsFrom(value.toObject());
    if (!parts) return parts.error();
    if (set.findOrNull(parts->id, parts->version)) {
      return invalid(QStringLiteral("double calendar: ") + parts->id);
    }
    set.add(ServiceCalendar(std::move(*parts)));
  }
  if (set.all().empty()) return invalid(QStringLiteral("no calendars"));
  return set;
}

}  // namespace yingda
