// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure equals a count of its own in SQL: on a demo organisation, and on planted lives that
// are hard to count.
#include <algorithm>

#include "core/insight/kpi_computer.h"
#include "core/insight/promise_count.h"
#include "tests/insight/kpi_planted.h"

using namespace yingda;
using namespace yingda::test;

namespace {

using std::chrono::days;

/// Whose counter-figure is a share of tickets, not of calls, ties or homes.
bool isTicketShare(const char* id) {
  static const QStringList ids{
      QStringLiteral("ontime_response"), QStringLiteral("FCR_A"),
      QStringLiteral("FCR_V"),           QStringLiteral("escalate_rate"),
      QStringLiteral("repeat_rate"),     QStringLiteral("triage_err"),
      QStringLiteral("onsite_ontime"),   QStringLiteral("solve_first_visit"),
      QStringLiteral("cases_12345"),     QStringLiteral("reopen_rate"),
      QStringLiteral("proactive_share")};
  return ids.contains(QLatin1String(id));
}

/// Checks all figures of the dictionary; answers with how many of them had cases.
int checkAll(Database& database, Tables& tables, const MilestoneEngine& engine,
             const Starter& starter, const KpiSpan& span) {
  const KpiDictionary kpis = dictionary();
  KpiComputer computer(database, engine, starter, kpis);
  int filled = 0;
  for (const KpiSql& sql : kpiSql) {
    INFO(sql.id);
    const auto figure = computer.figure(QLatin1String(sql.id), span);
    REQUIRE(figure);
    const SqlFigure counted = sqlFigure(tables, sql, span);
    CHECK(sorted(figure->tickets().all) == counted.all);
    CHECK(sorted(figure->tickets().against) == counted.against);
    checkNumber(figure->own(), counted.value, counted.n);
    checkNumber(figure->counter(), counted.counter, counted.counterN);
    // Of a share of tickets, as many tickets as it says stand behind the counter-figure.
    if (isTicketShare(sql.id) && counted.counter) {
      CHECK(figure->tickets().beside.size() == qRound(*counted.counter * counted.counterN / 100));
    }
    filled += counted.all.isEmpty() ? 0 : 1;
  }
  return filled;
}

}  // namespace

TEST_CASE("every line of the dictionary has a computation, and speed has its quality",
          "[insight][kpi]") {
  const KpiDictionary kpis = dictionary();
  QStringList ids;
  for (const KpiDefinition& kpi : kpis.all()) {
    INFO(kpi.id.toStdString());
    ids << kpi.id;
    if (!kpi.isSpeed) continue;
    const KpiDefinition* quality = kpis.findOrNull(kpi.quality);
    REQUIRE(quality);
    CHECK_FALSE(quality->isSpeed);
  }
  CHECK(ids == KpiComputer::computed());
  QStringList counted;
  for (const KpiSql& sql : kpiSql) counted << QLatin1String(sql.id);
  CHECK(ids == counted);
  const QByteArray line =
      R"({"id":"a","name":"甲","en":"A","formula":"甲","clock":"甲","kinds":["投诉"],)"
      R"("exclusions":"无","counter":{"id":"b","name":"乙","en":"B","unit":"%"},"unit":"%")";
  const auto tableOf = [](const QByteArray& rows) -> QByteArray {
    return "{\"kpis\":[" + rows + "]}";
  };
  CHECK(KpiDictionary::fromJson(tableOf(line + "}")));
  CHECK_FALSE(KpiDictionary::fromJson(tableOf(line + "}," + line + "}")));
  CHECK_FALSE(KpiDictionary::fromJson(tableOf(line + R"(,"speed":true})")));
  CHECK_FALSE(KpiDictionary::fromJson(tableOf(line + R"(,"speed":true,"quality":"a"})")));
  CHECK_FALSE(KpiDictionary::fromJson("{}"));
}

TEST_CASE("every figure of a demo organisation equals its count in SQL", "[insight][kpi]") {
  TempStore store;
  DemoOptions demo;
  demo.households = 200;
  demo.tickets = 3000;
  demo.open = 60;
  REQUIRE(await(store.backend->makeDemo(demo)));
  const auto reader = openTables(store.folder());
  const Starter& starter = store.backend->starter();
  Tables tables(*reader, starter);
  const Instant now = store.clock->now();
  // A month, the last day, and a span that ends before the last cases are known.
  int filled = 0;
  for (const KpiSpan& span : {KpiSpan{now - days{40}, now - days{10}, now},
                              KpiSpan{instantAt(localDayOf(now), {}), now, now},
                              KpiSpan{now - days{90}, now - days{30}, now - days{45}}}) {
    filled = std::max(filled, checkAll(*reader, tables, store.backend->engine(), starter, span));
  }
  CHECK(filled >= 16);
}

TEST_CASE("figures of lives that are hard to count equal their count in SQL", "[insight][kpi]") {
  Planted planted;
  planted.plant();
  planted.plantRepairs();
  planted.store.clock->set(at("2026-03-10T12:00:00"));
  const auto reader = openTables(planted.store.folder());
  const Starter& starter = planted.store.backend->starter();
  const MilestoneEngine& engine = planted.store.backend->engine();
  Tables tables(*reader, starter);
  tables.handDue(planted.overHoliday, at("2026-02-25T09:04:00"));
  const Instant now = planted.store.clock->now();
  const KpiSpan february{at("2026-02-01T00:00:00"), at("2026-03-01T00:00:00"), now};
  CHECK(checkAll(*reader, tables, engine, starter, february) ==
        static_cast<int>(std::size(kpiSql)));

  // What a person counts with a pencil.
  const KpiDictionary kpis = dictionary();
  KpiComputer computer(*reader, engine, starter, kpis);
  const auto valueOf = [&](const char* id, const KpiSpan& span) {
    const auto figure = computer.figure(QLatin1String(id), span);
    REQUIRE(figure);
    return figure->own();
  };
  // twice (late in its second cycle), edge, again (late), overHoliday, the transfer (late).
  CHECK(valueOf("ontime_response", february) ==
        KpiNumber{QStringLiteral("ontime_response"), 40.0, 5});
  const auto holiday = computer.figure(QStringLiteral("ontime_response"),
                                       {at("2026-02-25T09:04:00"), at("2026-02-25T09:05:00"), now});
  REQUIRE(holiday);
  CHECK(holiday->own().n == 1);
  CHECK(holiday->tickets().all == QList<TicketId>{planted.overHoliday});
  CHECK(holiday->own().value == 100.0);
  CHECK(holiday->counter().value == 100.0);
  CHECK(valueOf("promise_kept", february).value == Approx(100.0 / 3));
  CHECK(valueOf("bounce", february).value == Approx(2.0 / 5));
  CHECK(valueOf("solve_first_visit", february) ==
        KpiNumber{QStringLiteral("solve_first_visit"), 0.0, 2});
  // Days that are not over count what is known by then.
  const KpiSpan asOf{february.from, february.to, at("2026-02-04T15:00:00")};
  checkAll(*reader, tables, engine, starter, asOf);
  CHECK(valueOf("reopen_rate", asOf).value == 0.0);
  CHECK(valueOf("reopen_rate", february).value > 0.0);

  // Nothing happened: no value, not nought, and no tickets; a count alone is nought.
  const KpiSpan empty{at("2025-06-01T00:00:00"), at("2025-07-01T00:00:00"), now};
  for (const KpiSql& sql : kpiSql) {
    INFO(sql.id);
    const auto figure = computer.figure(QLatin1String(sql.id), empty);
    REQUIRE(figure);
    CHECK(figure->own().n == 0);
    CHECK(figure->tickets().all.isEmpty());
    const bool isCount = qstrcmp(sql.id, "cases_12345") == 0 ||
                         qstrcmp(sql.id, "complaints_per_1000_households") == 0;
    CHECK(figure->own().value.has_value() == isCount);
  }
  CHECK(computer.figure(QStringLiteral("nps_of_dreams"), february).error().code ==
        ErrorCode::NotFound);
}

TEST_CASE("a figure is for who leads the desk", "[insight][kpi]") {
  TempStore store;
  REQUIRE(await(store.backend->makeDemo({})));
  const KpiSpan span{store.clock->now() - days{30}, store.clock->now(), store.clock->now()};
  const QStringList ids{QStringLiteral("reopen_rate")};
  CHECK(await(store.backend->figures(ids, span)).error().code == ErrorCode::Refused);
  for (const auto& [staff, may] : {std::pair("8021", false), std::pair("8030", true),
                                   std::pair("8101", false), std::pair("8000", true)}) {
    const auto agent = await(store.backend->signInTrusted(QLatin1String(staff)));
    REQUIRE(agent);
    store.backend->enter(*agent);
    INFO(staff);
    const auto figures = await(store.backend->figures(ids, span));
    CHECK(figures.has_value() == may);
    CHECK(await(store.backend->floorNow()).has_value() == may);
    if (!may) CHECK(figures.error().code == ErrorCode::Forbidden);
  }
}

TEST_CASE("a promise counts when its moment has come, kept or not", "[insight][kpi]") {
  const Instant now = at("2026-03-10T14:00:00");
  const auto promise = [](Instant due, std::optional<Instant> kept) {
    Promise one;
    one.dueAt = due;
    one.keptAt = kept;
    return one;
  };
  using std::chrono::minutes;
  // Kept, late, not kept, settled early and not due yet, due this very moment.
  const std::vector<Promise> promises{
      promise(now - minutes{60}, now - minutes{70}), promise(now - minutes{50}, now - minutes{40}),
      promise(now - minutes{30}, {}), promise(now + minutes{30}, now - minutes{1}),
      promise(now, {})};
  const PromiseCount count = countPromises(promises, now);
  CHECK(count == PromiseCount{3, 1});
  CHECK(promiseNumber(count).value == Approx(100.0 / 3));
  CHECK_FALSE(promiseNumber({}).value);
  const KpiDictionary kpis = dictionary();
  const double target = *promiseTarget(kpis);
  CHECK(isShortOfTarget({100, static_cast<int>(target) - 1}, kpis));
  CHECK_FALSE(isShortOfTarget({100, static_cast<int>(target)}, kpis));
  CHECK_FALSE(isShortOfTarget({}, kpis));
}
