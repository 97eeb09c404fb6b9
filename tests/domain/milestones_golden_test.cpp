// SPDX-License-Identifier: GPL-3.0-or-later
// The golden intervals: deadlines worked out on paper and by a walk over minutes, not by our code.
#include "core/domain/clock_run.h"
#include "tests/domain/milestones_starter.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("service minutes end where the golden table says", "[domain]") {
  const CalendarSet calendars = starterCalendars();
  const auto rows = goldenRows(QStringLiteral("service.tsv"));
  REQUIRE(rows.size() >= 180);
  for (const QStringList& row : rows) {
    INFO(row.join(u' ').toStdString());
    REQUIRE(row.size() == 5);
    const ServiceCalendar* calendar = calendars.findOrNull(row[0]);
    REQUIRE(calendar != nullptr);
    const Instant from = *instantFromIso(row[1]);
    const std::chrono::minutes amount{row[2].toInt()};
    const Instant due = calendar->addService(from, amount);
    CHECK(minuteText(due) == row[3]);
    CHECK(calendar->serviceBetween(from, due) == amount);
  }
}

TEST_CASE("working days and same days end where the golden table says", "[domain]") {
  const CalendarSet calendars = starterCalendars();
  const auto rows = goldenRows(QStringLiteral("days.tsv"));
  REQUIRE(rows.size() >= 130);
  for (const QStringList& row : rows) {
    INFO(row.join(u' ').toStdString());
    REQUIRE(row.size() == 5);
    MilestoneRule rule;
    rule.clock =
        row[0] == u"days" ? MilestoneRule::Clock::WorkingDays : MilestoneRule::Clock::SameDay;
    rule.amount = row[2].toInt();
    if (row[0] == u"same1020") rule.cutoffMinute = 17 * 60;
    const ClockRun clock({.rule = rule,
                          .calendar = calendars.findOrNull(QStringLiteral("workday")),
                          .quiet = {},
                          .start = *instantFromIso(row[1]),
                          .agreed = {}},
                         {});
    CHECK(minuteText(clock.due()) == row[3]);
  }
}

TEST_CASE("tickets with pauses, changes and reopenings are judged as the golden table says",
          "[domain]") {
  const auto rows = goldenRows(QStringLiteral("tickets.tsv"));
  REQUIRE(rows.size() >= 150);
  const auto orEmpty = [](const QString& cell) { return cell == u"-" ? QString() : cell; };
  for (const QStringList& row : rows) {
    INFO(row.join(u' ').toStdString());
    REQUIRE(row.size() == 12);
    const auto input = inputFromCli(row[0], row[3], orEmpty(row[4]).split(u' ', Qt::SkipEmptyParts),
                                    orEmpty(row[1]), orEmpty(row[2]));
    REQUIRE(input.has_value());
    const Instant now = *instantFromIso(row[6]);
    const Milestone found = milestone(referenceEngine(), *input, row[5].toUtf8().constData(), now);
    CHECK(minuteText(found.due) == row[7]);
    CHECK(minuteText(found.metAt) == row[8]);
    CHECK(milestoneStateCode(found.state) == row[9]);
    CHECK((found.remainingSeconds ? QString::number(*found.remainingSeconds)
                                  : QStringLiteral("-")) == row[10]);
  }
}

TEST_CASE("the five cases of the calendar table", "[domain]") {
  const MilestoneEngine& engine = referenceEngine();
  const auto due = [&](const char* level, const char* received, const char* id) {
    const MilestoneInput input = ticket(level, received);
    return minuteText(milestone(engine, input, id, input.received).due);
  };
  CHECK(due("橙", "2026-02-13T10:00", "plan") == QStringLiteral("2026-02-25T18:00"));
  CHECK(due("黄", "2026-02-28T16:30", "M4") == QStringLiteral("2026-03-02T11:00"));
  CHECK(due("黄", "2026-05-08T17:00", "M4") == QStringLiteral("2026-05-09T11:30"));
  CHECK(due("黄", "2026-09-30T16:00", "M4") == QStringLiteral("2026-10-08T10:30"));
  CHECK(due("橙", "2026-09-30T16:00", "plan") == QStringLiteral("2026-10-10T18:00"));
}
