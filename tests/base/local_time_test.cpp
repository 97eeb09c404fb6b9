// SPDX-License-Identifier: GPL-3.0-or-later
// Civil time: reading and writing ISO 8601, days and weekdays in Asia/Shanghai.
#include "core/base/local_time.h"

#include "tests/runner/printers.h"

using namespace yingda;

TEST_CASE("an instant survives the way through its ISO text", "[base]") {
  const auto [text, expected] = GENERATE(table<const char*, const char*>({
      {"2026-02-13T10:00:00+08:00", "2026-02-13T10:00:00+08:00"},
      {"2026-02-13T02:00:00Z", "2026-02-13T10:00:00+08:00"},
      {"2026-02-13T10:00", "2026-02-13T10:00:00+08:00"},
      {"2026-02-13 23:40:12.250", "2026-02-13T23:40:12.250+08:00"},
      {"2024-02-29T24:00", "2024-03-01T00:00:00+08:00"},
      {"2026-01-01T00:30:00+09:30", "2025-12-31T23:00:00+08:00"},
  }));
  const auto at = instantFromIso(QString::fromUtf8(text));
  REQUIRE(at.has_value());
  CHECK(toIso(*at) == QString::fromUtf8(expected));
  CHECK(instantFromIso(toIso(*at)) == at);
}

TEST_CASE("impossible or broken times are refused", "[base]") {
  const char* text = GENERATE("", "2026-02-30T10:00", "2026-13-01", "2026-02-13T25:00",
                              "2026-02-13T10:61", "2026-02-13T10:00+99:00", "10:00", "2026/02/13",
                              "2026-02-13T10:00:00.", "2026-02-13T1:00");
  CHECK_FALSE(instantFromIso(QString::fromUtf8(text)).has_value());
}

TEST_CASE("a civil day begins at local midnight", "[base]") {
  const Instant lastMoment = *instantFromIso(u"2026-02-13T23:59:59.999+08:00");
  CHECK(toIso(localDayOf(lastMoment)) == QStringLiteral("2026-02-13"));
  CHECK(toIso(localDayOf(lastMoment + Milliseconds{1})) == QStringLiteral("2026-02-14"));
  CHECK(isoWeekday(localDay(2026, 2, 14)) == 6);
  CHECK(instantAt(localDay(2026, 2, 13), std::chrono::hours{24}) == lastMoment + Milliseconds{1});
}
