// SPDX-License-Identifier: GPL-3.0-or-later
// The primary falls and the standby takes its place, under whole workstations.
#include <QTest>
#include <catch2/catch.hpp>

#include "core/remote/psql_gateway.h"
#include "core/service/floor_wall.h"
#include "tests/runner/cluster.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const QString epochSql = QStringLiteral("SELECT epoch::text FROM yingda.meta");

template <class F>
void waitFor(TempStore& store, F isThere) {
  const bool came = QTest::qWaitFor(
      [&] {
        store.backend->syncNow();
        return isThere();
      },
      120'000);
  REQUIRE(came);
}

void waitUntilSent(TempStore& store) {
  waitFor(store, [&] {
    const SyncView view = store.backend->sync();
    return view.state == SyncView::State::Live && view.unsent == 0;
  });
}

TicketId ticketOn(TempStore& store, const QString& request) {
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13812341234"), store.backend->clock().now()));
  draft.text.request = request;
  draft.text.place = QStringLiteral("3-2-1502");
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  return saved->view.ticket.id;
}

void waitForTicket(TempStore& store, const TicketId& id, const QString& request) {
  waitFor(store, [&] {
    const auto found = await(store.backend->ticket(id));
    return found && found->text.request == request;
  });
}

/// Two workstations at both servers, joined and quiet.
struct Desk {
  Cluster cluster;
  TempStore first{1};
  TempStore second{2};
  Desk() {
    REQUIRE(cluster.isUp());
    first.signIn();
    second.signIn();
    for (TempStore* one : {&first, &second}) {
      const ServerAddress address =
          cluster.person(one == &first ? QStringLiteral("li") : QStringLiteral("zhang"),
                         QStringLiteral("supervisor"));
      REQUIRE(await(one->backend->joinServer(address)));
      waitUntilSent(*one);
    }
  }
  /// Every operation of both is in the ledger once, and the chains hold.
  void checkLedger() {
    ServerLink link(cluster.administrator());
    const auto report = FloorAdmin(link).verify();
    REQUIRE(report);
    CHECK(report->broken.isEmpty());
    qint64 saved = 0;
    for (TempStore* one : {&first, &second}) {
      const auto verified = await(one->backend->verify());
      REQUIRE(verified);
      CHECK(verified->broken.isEmpty());
      saved += verified->operations;
    }
    CHECK(report->operations == saved);
  }
};

}  // namespace

TEST_CASE("the primary falls: the other goes on with everything, and nothing is read anew",
          "[floor][failover]") {
  Desk desk;
  const auto before = ticketOn(desk.first, QStringLiteral("厨房漏水"));
  waitForTicket(desk.second, before, QStringLiteral("厨房漏水"));
  waitUntilSent(desk.first);
  const QString epoch = desk.cluster.value(epochSql);
  REQUIRE(QTest::qWaitFor([&] { return desk.cluster.isStandbyEven(); }, 60'000));

  REQUIRE(desk.cluster.run(QStringLiteral("kill")));
  // Saved while nobody is there to take it.
  const auto during = ticketOn(desk.first, QStringLiteral("电梯有异响"));
  waitFor(desk.first, [&] {
    const SyncView view = desk.first.backend->sync();
    return view.state == SyncView::State::Offline && view.unsent > 0;
  });
  REQUIRE(desk.cluster.promote());

  waitUntilSent(desk.first);
  waitForTicket(desk.second, during, QStringLiteral("电梯有异响"));
  waitUntilSent(desk.second);
  CHECK(desk.cluster.value(epochSql) == epoch);
  CHECK(desk.cluster.value(QStringLiteral("SELECT string_agg(timeline::text, ',' ORDER BY timeline)"
                                          " FROM yingda.succession")) == QStringLiteral("1,2"));
  desk.checkLedger();
}

TEST_CASE("the standby was behind: what it lacks is sent again, and everybody reads anew",
          "[floor][failover]") {
  Desk desk;
  const auto known = ticketOn(desk.first, QStringLiteral("厨房漏水"));
  waitForTicket(desk.second, known, QStringLiteral("厨房漏水"));
  waitUntilSent(desk.first);
  const QString epoch = desk.cluster.value(epochSql);
  REQUIRE(QTest::qWaitFor([&] { return desk.cluster.isStandbyEven(); }, 60'000));
  REQUIRE(desk.cluster.deafenStandby());
  const auto lost = ticketOn(desk.first, QStringLiteral("地库积水"));
  waitForTicket(desk.second, lost, QStringLiteral("地库积水"));
  waitUntilSent(desk.first);
  // Its author is away while the server forgets; only the other has seen it.
  desk.first.close();

  REQUIRE(desk.cluster.promote());
  // The numbers of transactions pass what was seen before anybody greets: they prove nothing.
  ServerLink link(desk.cluster.administrator());
  REQUIRE(
      link.run(QStringLiteral("DO $$ BEGIN FOR i IN 1..500 LOOP"
                              " PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$")));
  CHECK(desk.cluster.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE id = '%1'")
                               .arg(lost.text())) == QStringLiteral("0"));
  waitFor(desk.second, [&] { return desk.cluster.value(epochSql) != epoch; });
  waitFor(desk.second, [&] {
    const auto found = await(desk.second.backend->ticket(lost));
    return !found;
  });

  desk.first.reopen();
  waitFor(desk.first, [&] {
    return desk.cluster.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE id = '%1'")
                                  .arg(lost.text())) != u"0";
  });
  waitForTicket(desk.second, lost, QStringLiteral("地库积水"));
  waitForTicket(desk.first, lost, QStringLiteral("地库积水"));
  waitUntilSent(desk.first);
  waitUntilSent(desk.second);
  desk.checkLedger();
}

TEST_CASE("a standby is read with its age, and known for a primary once it is one",
          "[floor][failover]") {
  Cluster cluster;
  REQUIRE(cluster.isUp());
  const WorkstationId seat =
      WorkstationId(QUuid(QStringLiteral("01890000-0000-7000-8000-000000000009")));
  ServerAddress address = cluster.person(QStringLiteral("li"), QStringLiteral("agent"));
  REQUIRE(QTest::qWaitFor([&] { return cluster.isStandbyEven(); }, 60'000));
  PsqlGateway writer(address);
  // It reads there because nobody else answers.
  address.hosts = cluster.administrator(true).hosts;
  address.ports = cluster.administrator(true).ports;
  address.standbyWillDo = true;
  PsqlGateway reader(address);
  const auto primary = writer.hello(seat);
  REQUIRE(primary);
  CHECK_FALSE(primary->isStandby);
  CHECK_FALSE(primary->standbyAge);
  CHECK(primary->position.size() == 24);
  REQUIRE(QTest::qWaitFor([&] { return cluster.isStandbyEven(); }, 60'000));
  const auto hello = reader.hello(seat);
  REQUIRE(hello);
  CHECK(hello->isStandby);
  REQUIRE(hello->standbyAge);
  // It grows while nothing comes, and falls with what comes.
  REQUIRE(cluster.deafenStandby());
  QTest::qWait(50);
  const auto page = reader.pull(hello->epoch, 3, 100);
  REQUIRE(page);
  CHECK_FALSE(page->rows.empty());
  REQUIRE(page->standbyAge);
  CHECK(*page->standbyAge >= Milliseconds(50));
  CHECK(page->position.size() == 24);
  REQUIRE(cluster.promote());
  // The connection outlives the promotion.
  const auto after = reader.pull(hello->epoch, 3, 100);
  REQUIRE(after);
  CHECK_FALSE(after->standbyAge);
}

TEST_CASE("a seat that may reads the standby while the primary is away, and says how old it is",
          "[floor][failover]") {
  Cluster cluster;
  REQUIRE(cluster.isUp());
  TempStore seat(3);
  seat.signIn();
  ServerAddress address = cluster.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  address.standbyWillDo = true;
  REQUIRE(await(seat.backend->joinServer(address)));
  const auto known = ticketOn(seat, QStringLiteral("厨房漏水"));
  waitUntilSent(seat);
  CHECK_FALSE(seat.backend->sync().standbyAge);
  // What a wall is told is as of the server's last answer.
  FloorReader wall(seat.folder(), seat.clock);
  const auto told = [&wall] {
    const auto read = await(wall.read());
    return read ? *read : FloorWall();
  };
  waitFor(seat, [&] { return told().floorAt == seat.clock->now(); });
  CHECK_FALSE(told().isStandby);
  REQUIRE(QTest::qWaitFor([&] { return cluster.isStandbyEven(); }, 60'000));

  // It is remembered, and holds after a start as well.
  seat.reopen();
  const auto again = await(seat.backend->signInTrusted(QStringLiteral("8021")));
  REQUIRE(again);
  seat.backend->enter(*again);
  REQUIRE(cluster.run(QStringLiteral("kill")));
  waitFor(seat, [&] {
    const SyncView view = seat.backend->sync();
    return view.state == SyncView::State::Live && view.standbyAge &&
           *view.standbyAge >= std::chrono::seconds{2};
  });
  CHECK(await(seat.backend->ticket(known))->text.request == QStringLiteral("厨房漏水"));
  // The standby answers now, and what it has is older: the wall is told of the older time.
  const SyncView view = seat.backend->sync();
  CHECK(view.seenAt == seat.clock->now());
  waitFor(seat, [&] { return told().isStandby; });
  CHECK(told().floorAt <= view.seenAt - *view.standbyAge);
  // Saving goes on; it waits for a primary.
  const auto meanwhile = ticketOn(seat, QStringLiteral("电梯有异响"));
  waitFor(seat, [&] { return seat.backend->sync().unsent > 0; });

  // The primary is back: what waited is sent without anybody asking for it.
  REQUIRE(cluster.run(QStringLiteral("restart")));
  REQUIRE(QTest::qWaitFor(
      [&] {
        const SyncView now = seat.backend->sync();
        return now.state == SyncView::State::Live && now.unsent == 0 && !now.standbyAge;
      },
      120'000));
  CHECK(cluster.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE id = '%1'")
                          .arg(meanwhile.text())) != QStringLiteral("0"));
}
