// SPDX-License-Identifier: GPL-3.0-or-later
// The floor as it stands: lists, counts, reasons and hours, on a demo and on planted tickets.
#include "core/domain/ticket_number.h"
#include "core/insight/floor_snapshot.h"
#include "core/insight/promise_count.h"
#include "core/store/cache.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

qint64 numberOf(Database& database, const QString& sql) {
  Statement& read = database.prepared(sql.toUtf8().constData(), sql);
  const auto found = read.step();
  REQUIRE(found);
  REQUIRE(*found);
  const qint64 number = read.int64(0);
  read.reset();
  return number;
}

FloorSnapshot snapshotOf(TempStore& store) {
  auto reader = Cache::openReader(store.folder());
  REQUIRE(reader);
  const auto taken = takeFloorSnapshot(**reader, store.clock->now());
  REQUIRE(taken);
  return *taken;
}

TicketId log(TempStore& store, Level level = Level::Yellow) {
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  draft.ticket.level = level;
  draft.ticket.category = QStringLiteral("repair.water.outage_area");
  draft.text.request = QStringLiteral("停水了");
  draft.text.place = QStringLiteral("云杉府 3栋2单元1502");
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  return saved->view.ticket.id;
}

void move(TempStore& store, const TicketId& ticket, const act::Any& what) {
  REQUIRE(await(store.backend->act(ticket, what)));
}

const FloorRow* find(const FloorList& list, const TicketId& ticket) {
  for (const FloorRow& row : list.rows) {
    if (row.id == ticket) return &row;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the floor of a demo counts what its tables hold", "[insight][floor]") {
  TempStore store;
  DemoOptions demo;
  demo.households = 200;
  demo.tickets = 3000;
  demo.open = 400;
  REQUIRE(await(store.backend->makeDemo(demo)));
  const FloorSnapshot floor = snapshotOf(store);
  auto reader = Cache::openReader(store.folder());
  REQUIRE(reader);
  Database& tables = **reader;
  const qint64 now = toMs(store.clock->now());
  const QString open = QStringLiteral("SELECT count(*) FROM ticket WHERE is_open = 1");
  CHECK(floor.open == numberOf(tables, open));
  CHECK(floor.late == numberOf(tables, open % u" AND next_due <= " % QString::number(now)));
  CHECK(floor.urgent.count == numberOf(tables, open % u" AND level = 0"));
  CHECK(floor.atRisk.count ==
        numberOf(tables, open % u" AND next_due > " % QString::number(now) % u" AND next_due <= " %
                             QString::number(now + 30 * 60'000)));
  CHECK(floor.notTaken.count == numberOf(tables, open % u" AND stage = 1"));
  CHECK(floor.atRisk.count > 3);
  int cells = 0;
  for (const Level level : allLevels) {
    for (const Stage stage : allStages) {
      const FloorCell& cell = floor.matrix[static_cast<size_t>(level)][static_cast<size_t>(stage)];
      cells += cell.open;
      CHECK(cell.open ==
            numberOf(tables, open % u" AND level = " % QString::number(static_cast<int>(level)) %
                                 u" AND stage = " % QString::number(static_cast<int>(stage))));
    }
  }
  CHECK(cells == floor.open);
  for (const FloorList* list : {&floor.atRisk, &floor.urgent}) {
    for (size_t i = 1; i < list->rows.size(); ++i) {
      CHECK(list->rows[i - 1].due <= list->rows[i].due);
    }
  }
  for (size_t i = 1; i < floor.notTaken.rows.size(); ++i) {
    CHECK(floor.notTaken.rows[i - 1].reasonSince <= floor.notTaken.rows[i].reasonSince);
  }
  CHECK(static_cast<int>(floor.notTaken.rows.size()) ==
        std::min(floor.notTaken.count, floorListMost));

  // The hours of today, and the mean of the same weekday of eight weeks.
  REQUIRE(floor.arrivals.hours.size() == 24);
  CHECK(floor.arrivals.days == 8);
  const Instant midnight = instantAt(localDayOf(store.clock->now()), {});
  int came = 0;
  double expected = 0;
  for (size_t hour = 0; hour < 24; ++hour) {
    const ArrivalHour& one = floor.arrivals.hours[hour];
    const Instant from = midnight + hours{static_cast<int>(hour)};
    const auto count = [&](Instant begin) {
      return numberOf(tables, u"SELECT count(*) FROM ticket WHERE received_at >= " %
                                  QString::number(toMs(begin)) % u" AND received_at < " %
                                  QString::number(toMs(begin + hours{1})));
    };
    CHECK(one.came == count(from));
    double before = 0;
    for (int week = 1; week <= 8; ++week) {
      before += static_cast<double>(count(from - days{7 * week}));
    }
    CHECK(one.expected == Approx(before / 8));
    CHECK(one.low <= one.high);
    CHECK(one.isOver == (hour < 23));
    if (!one.isOver) continue;
    came += one.came;
    expected += one.expected;
  }
  CHECK(floor.arrivals.came == came);
  CHECK(floor.arrivals.expected == Approx(expected));
}

TEST_CASE("a ticket runs out for a reason, and half an hour ahead of its due it is at risk",
          "[insight][floor]") {
  TempStore store;
  store.signIn();
  const TicketId silent = log(store);
  // A live call has five minutes to be confirmed and told.
  FloorSnapshot floor = snapshotOf(store);
  const FloorRow* row = find(floor.atRisk, silent);
  REQUIRE(row);
  CHECK(row->reason == RiskReason::NotSent);
  CHECK(row->milestone == QStringLiteral("M1"));
  CHECK(row->due == store.clock->now() + minutes{5});
  CHECK(TicketNumber::parse(row->number));

  store.clock->advance(minutes{1});
  move(store, silent, act::Confirm{});
  move(store, silent, act::Tell{});
  move(store, silent, act::Dispatch{QStringLiteral("engineering"), QStringLiteral("张师傅")});
  const Instant sent = store.clock->now();
  store.clock->advance(minutes{10});
  floor = snapshotOf(store);
  REQUIRE(floor.notTaken.count == 1);
  row = find(floor.notTaken, silent);
  REQUIRE(row);
  CHECK(row->reason == RiskReason::NotTaken);
  CHECK(row->reasonSince == sent);
  CHECK(row->department == QStringLiteral("engineering"));
  CHECK(row->holderName == QStringLiteral("张师傅"));
  CHECK_FALSE(find(floor.atRisk, silent));

  // Urged by who leads: told on the record, taken up by nobody, and no clock takes note.
  const auto before = await(store.backend->ticket(silent));
  REQUIRE(before);
  act::Urge urge;
  urge.text = QStringLiteral("派出 10 分，还没有签收");
  urge.isOurs = true;
  move(store, silent, urge);
  const auto after = await(store.backend->ticket(silent));
  REQUIRE(after);
  CHECK(after->ticket.stage == Stage::Dispatched);
  CHECK(after->activities.back().kind == ActivityKind::Progress);
  CHECK(after->activities.back().data[u"urge"].toBool());
  REQUIRE(after->milestones.size() == before->milestones.size());
  for (size_t i = 0; i < after->milestones.size(); ++i) {
    CHECK(after->milestones[i].due == before->milestones[i].due);
    CHECK(after->milestones[i].metAt == before->milestones[i].metAt);
  }
  floor = snapshotOf(store);
  row = find(floor.notTaken, silent);
  REQUIRE(row);
  CHECK(row->reasonSince == sent);

  move(store, silent, act::Return{QStringLiteral("不归我们")});
  // An urgent repair is to be reached within two hours: at a half of it left nobody is told, ten
  // minutes before it everybody is.
  store.clock->set(sent + minutes{108});
  floor = snapshotOf(store);
  row = find(floor.atRisk, silent);
  REQUIRE(row);
  CHECK(row->reason == RiskReason::Returned);
  move(store, silent, act::Dispatch{QStringLiteral("order"), {}});
  move(store, silent, act::Arrive{});
  const TicketId red = log(store, Level::Red);
  floor = snapshotOf(store);
  CHECK(floor.urgent.count == 1);
  CHECK(find(floor.urgent, red));
  CHECK(floor.notTaken.count == 0);
  store.clock->advance(minutes{40});
  CHECK(snapshotOf(store).urgentLate == 1);
}

TEST_CASE("promises of today and groups of one cause stand on the floor", "[insight][floor]") {
  TempStore store;
  store.clock->set(*instantFromIso(u"2026-03-10T14:00:00"));
  store.signIn();
  const TicketId first = log(store);
  const Instant now = store.clock->now();
  const auto promise = [&](int inMinutes) {
    const auto made = await(store.backend->makePromise(
        first, {QStringLiteral("回电说明进展"), now + minutes{inMinutes}, {}}));
    REQUIRE(made);
    for (const PromiseView& one : made->promises) {
      if (one.promise.dueAt == now + minutes{inMinutes}) return one.promise.id;
    }
    return PromiseId();
  };
  const PromiseId kept = promise(10);
  promise(20);
  promise(60);
  promise(24 * 60);
  REQUIRE(await(store.backend->keepPromise(first, kept)));
  // Settled early: its moment has not come.
  CHECK(snapshotOf(store).promises.over == 0);
  store.clock->advance(minutes{30});
  const TicketId second = log(store);
  const TicketId third = log(store);
  REQUIRE(await(store.backend->tie(second, first, TieKind::Cause)));
  REQUIRE(await(store.backend->tie(third, first, TieKind::Cause)));
  FloorSnapshot floor = snapshotOf(store);
  CHECK(floor.promises.due == 3);
  CHECK(floor.promises.kept == 1);
  CHECK(floor.promises.over == 2);
  // The wall and the tile count as the figure does.
  const Instant later = store.clock->now();
  const KpiSpan today{instantAt(localDayOf(later), {}), later, later};
  const auto figures = await(store.backend->figures({QStringLiteral("promise_kept")}, today));
  REQUIRE(figures);
  CHECK(figures->front().own() == promiseNumber({2, 1}));
  CHECK(floor.promises.next == now + minutes{60});
  REQUIRE(floor.promised.rows.size() == 2);
  CHECK(floor.promised.rows[0].due == now + minutes{20});
  CHECK(floor.promised.rows[0].note == QStringLiteral("回电说明进展"));
  REQUIRE(floor.groups.rows.size() == 1);
  CHECK(floor.groups.rows[0].id == first);
  CHECK(floor.groups.rows[0].note == QStringLiteral("3"));
  CHECK(floor.arrivals.days == 0);
  REQUIRE(await(store.backend->tie(third, first, TieKind::None)));
  CHECK(snapshotOf(store).groups.rows[0].note == QStringLiteral("2"));
}

TEST_CASE("sixty urgent tickets are fifty rows and ten that are known of", "[insight][floor]") {
  TempStore store;
  store.signIn();
  QSet<TicketId> logged;
  for (int i = 0; i < floorListMost + 10; ++i) {
    logged.insert(log(store, Level::Red));
    store.clock->advance(std::chrono::seconds{1});
  }
  const FloorSnapshot floor = snapshotOf(store);
  CHECK(floor.urgent.count == floorListMost + 10);
  REQUIRE(floor.urgent.rows.size() == floorListMost);
  REQUIRE(floor.urgent.rest.size() == 10);
  for (const FloorRow& row : floor.urgent.rows) logged.remove(row.id);
  for (const TicketId& one : floor.urgent.rest) CHECK(logged.remove(one));
  CHECK(logged.isEmpty());
  CHECK(floor.atRisk.rows.size() + floor.atRisk.rest.size() ==
        static_cast<size_t>(floor.atRisk.count));
}
