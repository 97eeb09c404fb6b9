// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars: the notices of the years, counting on them, and what is refused.
#include "core/domain/calendar.h"

#include <rapidcheck.h>

#include "tests/domain/milestones_starter.h"

using namespace yingda;
using namespace yingda::test;
using std::chrono::minutes;

namespace {

const ServiceCalendar& calendarOf(const char* id) {
  static const CalendarSet calendars = starterCalendars();
  const ServiceCalendar* calendar = calendars.findOrNull(QString::fromUtf8(id));
  REQUIRE(calendar != nullptr);
  return *calendar;
}

int workingDays(const ServiceCalendar& calendar, int year) {
  int count = 0;
  for (LocalDay day = localDay(year, 1, 1); day < localDay(year + 1, 1, 1);
       day += std::chrono::days{1}) {
    count += calendar.day(day).working ? 1 : 0;
  }
  return count;
}

/// One calendar with the given weekly spans of every day and the given extra keys.
QByteArray fileWith(const QByteArray& span, const QByteArray& extra = {}) {
  QByteArray week;
  for (int i = 0; i < 7; ++i) week += (i == 0 ? "[" : ",[") + span + "]";
  return R"({"calendars":[{"id":"c","name":"试","version":1,"week":[)" + week + "]" + extra + "}]}";
}

}  // namespace

TEST_CASE("the notice of 2026 leaves 248 working days", "[domain]") {
  const ServiceCalendar& calendar = calendarOf("workday");
  CHECK(workingDays(calendar, 2026) == 248);
  CHECK(workingDays(calendar, 2025) == 248);
  CHECK(workingDays(calendar, 2024) == 251);
  CHECK(workingDays(calendar, 2023) == 249);
}

TEST_CASE("a day says what it is", "[domain]") {
  const auto [day, reason, minutesOfDay] = GENERATE(table<const char*, const char*, int>({
      {"2026-10-01", "法定假 · 国庆", 0},
      {"2026-10-03", "法定假 · 国庆", 0},
      {"2026-10-10", "补班 · 国庆调休", 480},
      {"2026-02-14", "补班 · 春节调休", 480},
      {"2026-10-11", "周末", 0},
      {"2026-10-12", "服务时间", 480},
      {"2024-02-29", "服务时间", 480},
      {"2027-03-06", "缺 2027 年放假通知，按全天计时", 1440},
      {"2199-03-06", "超出日历范围，按全天计时", 1440},
      {"1999-12-31", "超出日历范围，按全天计时", 1440},
  }));
  const DayHours& hours = calendarOf("workday").day(*localDayFromIso(QString::fromUtf8(day)));
  CHECK(hours.reason == QString::fromUtf8(reason));
  CHECK(hours.minutes() == minutesOfDay);
}

TEST_CASE("the four shipped calendars", "[domain]") {
  CHECK(calendarOf("workday").title() == QStringLiteral("日历「工作日」2026 第 1 版"));
  CHECK(calendarOf("workday").hoursText() ==
        QStringLiteral("一天计 8 小时：08:30–12:00 和 13:30–18:00"));
  CHECK(calendarOf("seven-day").hoursText() == QStringLiteral("一天计 9.5 小时：08:30–18:00"));
  CHECK(calendarOf("seven-day").title() == QStringLiteral("日历「每天」第 1 版"));
  CHECK(calendarOf("extended").day(localDay(2026, 10, 1)).minutes() == 13 * 60);
  CHECK(calendarOf("24x7").isAlwaysOpen());
  CHECK_FALSE(calendarOf("seven-day").isAlwaysOpen());
  CHECK(calendarOf("seven-day").missingYears(at("2026-01-01"), at("2040-01-01")).empty());
}

TEST_CASE("a missing year is named", "[domain]") {
  const ServiceCalendar& calendar = calendarOf("workday");
  CHECK(calendar.coversYear(2026));
  CHECK_FALSE(calendar.coversYear(2027));
  CHECK(calendar.missingYears(at("2026-03-01"), at("2027-01-01T00:00")).empty());
  CHECK(calendar.missingYears(at("2026-03-01"), at("2027-01-01T00:01")) == std::vector<int>{2027});
  CHECK(calendar.missingYears(at("2022-06-01"), at("2028-06-01")) ==
        std::vector<int>{2022, 2027, 2028});
}

TEST_CASE("opening and closing minutes are half-open", "[domain]") {
  const ServiceCalendar& calendar = calendarOf("workday");
  CHECK_FALSE(calendar.isOpen(at("2026-03-10T08:29:59")));
  CHECK(calendar.isOpen(at("2026-03-10T08:30")));
  CHECK(calendar.isOpen(at("2026-03-10T11:59:59")));
  CHECK_FALSE(calendar.isOpen(at("2026-03-10T12:00")));
  CHECK_FALSE(calendar.isOpen(at("2026-03-10T18:00")));
  CHECK(calendar.addService(at("2026-03-10T11:59:30"), std::chrono::seconds{45}) ==
        at("2026-03-10T13:30:15"));
}

TEST_CASE("special hours and half days", "[domain]") {
  const auto set = CalendarSet::fromJson(
      fileWith(R"("08:00-12:00","13:00-17:00")",
               R"(,"overrides":[{"from":"2026-12-24","special":"停电检修","hours":["10:00-11:00"]},
                               {"from":"2026-12-25","special":"盘点","hours":[]}])"));
  REQUIRE(set.has_value());
  const ServiceCalendar& calendar = set->all().front();
  CHECK(calendar.day(localDay(2026, 12, 24)).reason == QStringLiteral("特殊安排 · 停电检修"));
  CHECK_FALSE(calendar.day(localDay(2026, 12, 25)).working);
  CHECK(calendar.addService(at("2026-12-24T08:00"), minutes{61}) == at("2026-12-26T08:01"));
  CHECK(calendar.nextWorkingDay(localDay(2026, 12, 24)) == localDay(2026, 12, 26));
}

TEST_CASE("a broken calendar file is refused", "[domain]") {
  const QByteArray json = GENERATE(
      QByteArray("nonsense"), QByteArray("[]"), QByteArray("{}"), fileWith(""),
      fileWith(R"("12:00-08:00")"), fileWith(R"("08:00-24:01")"), fileWith(R"("8:00-12:00")"),
      fileWith(R"("08:00-12:00","11:00-13:00")"),
      fileWith(R"("08:00-12:00")", R"(,"overrides":[{"from":"2026-02-30","off":"x"}])"),
      fileWith(R"("08:00-12:00")", R"(,"overrides":[{"from":"2026-02-03"}])"),
      fileWith(R"("08:00-12:00")", R"(,"overrides":[{"from":"2026-02-03","of":"x"}])"),
      fileWith(R"("08:00-12:00")",
               R"(,"overrides":[{"from":"2026-02-03","off":"x"},{"from":"2026-02-03","off":"y"}])"),
      fileWith(R"("08:00-12:00")", R"(,"years":[{"year":1}])"));
  CHECK_FALSE(CalendarSet::fromJson(json).has_value());
}

TEST_CASE("the newest version of a calendar is used, older ones are kept", "[domain]") {
  CalendarSet set;
  for (const int version : {2, 3, 1}) {
    ServiceCalendar::Parts parts;
    parts.id = QStringLiteral("c");
    parts.version = version;
    for (auto& spans : parts.week) spans = {{480, 480 + 60 * version}};
    set.add(ServiceCalendar(std::move(parts)));
  }
  CHECK(set.findOrNull(QStringLiteral("c"))->version() == 3);
  CHECK(set.findOrNull(QStringLiteral("c"), 1)->day(localDay(2026, 1, 1)).minutes() == 60);
  CHECK(set.findOrNull(QStringLiteral("d")) == nullptr);
}

TEST_CASE("adding service time agrees with a walk over minutes", "[domain]") {
  CHECK(rc::check([] {
    const auto* id = *rc::gen::element("workday", "seven-day", "extended", "24x7");
    const ServiceCalendar& calendar = calendarOf(id);
    // 2022-12 to 2027-02, so that both uncovered years are met.
    const Instant from = at("2022-12-20") + minutes{*rc::gen::inRange(0, 4 * 366 * 1440 + 60000)};
    const int amount = *rc::gen::inRange(1, 3000);
    Instant walk = from;
    for (int left = amount; left > 0; walk += minutes{1}) {
      if (calendar.isOpen(walk)) --left;
    }
    RC_ASSERT(calendar.addService(from, minutes{amount}) == walk);
  }));
}

TEST_CASE("adding service time is additive and monotone", "[domain]") {
  CHECK(rc::check([] {
    const ServiceCalendar& calendar = calendarOf(*rc::gen::element("workday", "seven-day"));
    const auto anyMs = rc::gen::inRange<qint64>(0, 6LL * 365 * 86'400'000);
    const Instant a = at("2022-06-01") + Milliseconds{*anyMs};
    const Instant b = at("2022-06-01") + Milliseconds{*anyMs};
    const Milliseconds n{*rc::gen::inRange<qint64>(1, 400'000'000)};
    const Milliseconds m{*rc::gen::inRange<qint64>(1, 400'000'000)};
    RC_ASSERT(calendar.addService(calendar.addService(a, n), m) == calendar.addService(a, n + m));
    RC_ASSERT(calendar.serviceBetween(a, calendar.addService(a, n)) == n);
    const bool isOrdered = calendar.addService(a, n) <= calendar.addService(b, n);
    RC_ASSERT((a > b || isOrdered));
    RC_ASSERT(calendar.serviceBetween(a, b) == -calendar.serviceBetween(b, a));
  }));
}
