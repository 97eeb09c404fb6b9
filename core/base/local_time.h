// SPDX-License-Identifier: GPL-3.0-or-later
// Instants in UTC milliseconds and the civil time of Asia/Shanghai (UTC+8, no daylight saving).
#pragma once

#include <QString>
#include <chrono>
#include <optional>

namespace yingda {

/// A point in time; SQL holds its count as integer milliseconds UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;
/// A civil day in Asia/Shanghai.
using LocalDay = std::chrono::local_days;

/// The whole product lives in one time zone; it has had no daylight saving since 1992.
inline constexpr std::chrono::hours shanghaiOffset{8};

constexpr Instant instantFromMs(qint64 ms) { return Instant{Milliseconds{ms}}; }
constexpr qint64 toMs(Instant at) { return at.time_since_epoch().count(); }

/// The civil day that contains the instant.
LocalDay localDayOf(Instant at);
/// Milliseconds since midnight of that day, 0 to 86,399,999.
Milliseconds timeOfDay(Instant at);
/// The instant at `sinceMidnight` of that day; 24 h is the next midnight.
Instant instantAt(LocalDay day, Milliseconds sinceMidnight);
/// 1 is Monday, 7 is Sunday.
int isoWeekday(LocalDay day);
LocalDay localDay(int year, unsigned month, unsigned day);

/// "2026-02-13T10:00:00+08:00", with ".250" only when there are milliseconds.
QString toIso(Instant at);
/// Reads ISO 8601 with seconds optional; Asia/Shanghai when the offset is missing. Refuses
/// impossible dates.
std::optional<Instant> instantFromIso(QStringView text);
/// "2026-02-13".
QString toIso(LocalDay day);
std::optional<LocalDay> localDayFromIso(QStringView text);
/// "23:40" (civil time), and "23:40:12".
QString clockText(Instant at);
QString clockTextWithSeconds(Instant at);

}  // namespace yingda
