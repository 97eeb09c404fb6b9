// SPDX-License-Identifier: GPL-3.0-or-later
// Two workstations and one PostgreSQL, by the use cases that the screens call.
#include <catch2/catch.hpp>

#include "tests/floor/joined_fixture.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("two stand-alone stores join one floor and see the same", "[floor]") {
  Floor floor;
  TempStore first(1);
  TempStore second(2);
  first.signIn();
  second.signIn();
  first.addHousehold();
  const TicketView before = ticketOn(*first.backend, QStringLiteral("厨房漏水，楼下也湿了"));
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  const auto zhang = floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor"));

  const auto tested = await(first.backend->testServer(li));
  REQUIRE(tested);
  CHECK(tested->isGood);
  CHECK(tested->company == QStringLiteral("云杉物业"));
  CHECK(tested->tickets == 1);
  CHECK(tested->households == 1);
  CHECK(tested->unsent > 0);

  REQUIRE(await(first.backend->joinServer(li)));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  REQUIRE(await(second.backend->joinServer(zhang)));
  waitFor(*second.backend, [&] { return isLiveAndSent(*second.backend); });

  // What was done before the join is on the other's screen, by number, household and search.
  CHECK(seen(*second.backend, before.ticket.id).text.request == before.text.request);
  CHECK(await(second.backend->ticketByNumber(before.ticket.number)));
  const auto caller = await(second.backend->callerCard(QStringLiteral("13812341234")));
  REQUIRE(caller);
  CHECK(caller->households.size() == 1);

  // And what is done afterwards comes by itself, with the records of it.
  const TicketView later = ticketOn(*second.backend, QStringLiteral("电梯有异响"));
  const TicketView there = seen(*first.backend, later.ticket.id);
  CHECK(there.activities.size() == later.activities.size());
  // A joined seat has a leased code, another for each, and the old number stays.
  CHECK(later.ticket.number.left(1) != QStringLiteral("9"));
  CHECK(seen(*first.backend, before.ticket.id).ticket.number == before.ticket.number);
  // Whoever worked here signs in as before.
  first.backend->lock();
  CHECK(await(first.backend->signIn(QStringLiteral("8021"), QStringLiteral("246810"))));
}

TEST_CASE("both change one ticket: one value stands, the other is offered and restored",
          "[floor]") {
  Floor floor;
  TempStore first(3);
  TempStore second(4);
  first.signIn();
  second.signIn();
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  const auto zhang = floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor"));
  for (auto* one : {&first, &second}) {
    REQUIRE(await(one->backend->joinServer(one == &first ? li : zhang)));
    waitFor(*one->backend, [&] { return isLiveAndSent(*one->backend); });
  }
  const TicketId id = ticketOn(*first.backend, QStringLiteral("地库积水")).ticket.id;
  seen(*second.backend, id);

  // Neither sees the other's change before making their own: the server is away.
  const QString port = qEnvironmentVariable("YINGDA_TEST_PORT");
  floor.bar();
  const auto levelOf = [&](TempStore& store, Level level) {
    act::ChangeLevel change;
    change.level = level;
    change.reason = QStringLiteral("再判断");
    return await(store.backend->act(id, change));
  };
  REQUIRE(levelOf(first, Level::Orange));
  first.clock->advance(std::chrono::seconds(1));
  second.clock->advance(std::chrono::seconds(60));
  REQUIRE(levelOf(second, Level::Red));
  waitFor(*first.backend, [&] { return first.backend->sync().state == SyncView::State::Offline; });
  CHECK(first.backend->sync().unsent > 0);
  // Work goes on: nobody is kept from anything.
  CHECK(await(first.backend->ticket(id))->ticket.level == Level::Orange);
  CHECK(await(second.backend->ticket(id))->ticket.level == Level::Red);
  floor.unbar();

  for (auto* one : {&first, &second}) {
    waitFor(*one->backend, [&] {
      const auto view = await(one->backend->ticket(id));
      return isLiveAndSent(*one->backend) && view && view->ticket.level == Level::Red;
    });
  }
  // The loser is in the inbox of whoever wrote it, in words.
  waitFor(*first.backend, [&] { return first.backend->sync().conflicts == 1; });
  CHECK(second.backend->sync().conflicts == 0);
  const auto inbox = await(first.backend->conflicts());
  REQUIRE(inbox);
  REQUIRE(inbox->size() == 1);
  const ConflictView lost = inbox->front();
  CHECK(lost.isMine);
  CHECK(lost.field == "level");
  CHECK(lost.lost == levelWord(Level::Orange));
  CHECK(lost.kept == levelWord(Level::Red));
  CHECK(lost.ticket == id);
  // Its record stays and is told as 未生效; the other's counts.
  const auto told = await(first.backend->ticket(id));
  int voided = 0;
  for (const Activity& activity : told->activities) voided += activity.isVoid ? 1 : 0;
  CHECK(voided == 1);

  // One act restores it, for everybody.
  REQUIRE(await(first.backend->restoreConflict(lost.id)));
  waitFor(*second.backend, [&] {
    const auto view = await(second.backend->ticket(id));
    return view && view->ticket.level == Level::Orange;
  });
  waitFor(*first.backend, [&] { return first.backend->sync().conflicts == 0; });
}

TEST_CASE("an empty store joins and gets the floor, and its person signs in", "[floor]") {
  Floor floor;
  TempStore first(5);
  first.signIn();
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  REQUIRE(await(first.backend->joinServer(li)));
  const TicketId id = ticketOn(*first.backend, QStringLiteral("大门坏了")).ticket.id;
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });

  TempStore fresh(6);
  const auto wang = floor.person(QStringLiteral("wang"), QStringLiteral("agent"));
  const auto tested = await(fresh.backend->testServer(wang));
  REQUIRE(tested);
  CHECK(tested->isGood);
  REQUIRE(await(fresh.backend->joinServer(wang)));
  CHECK(seen(*fresh.backend, id).text.request == QStringLiteral("大门坏了"));
  // With the password of the server: it is the same person wherever they sit.
  const QString number = QStringLiteral("8001");
  CHECK_FALSE(await(fresh.backend->signIn(number, QStringLiteral("135790"))));
  CHECK(await(fresh.backend->signIn(number, wang.password)));
}

TEST_CASE("what is wrong with a server is named, and nothing changes", "[floor]") {
  Floor floor;
  TempStore store(7);
  store.signIn();
  ticketOn(*store.backend, QStringLiteral("路灯不亮"));
  ServerAddress request = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  const auto faultOf = [&](ServerAddress wrong) {
    const auto tested = await(store.backend->testServer(wrong));
    REQUIRE(tested);
    CHECK_FALSE(tested->isGood);
    return tested->fault.toStdString();
  };
  ServerAddress wrong = request;
  wrong.password = QStringLiteral("falsch");
  CHECK(faultOf(wrong) == "password");
  wrong = request;
  wrong.ports = QStringLiteral("1");
  CHECK(faultOf(wrong) == "refused");
  wrong = request;
  wrong.database = QStringLiteral("nowhere");
  CHECK(faultOf(wrong) == "database");
  wrong = request;
  wrong.hosts = QStringLiteral("no-such-host.invalid");
  CHECK(faultOf(wrong) == "name");
  // Who brings people and tickets must be allowed to let people in.
  CHECK(faultOf(floor.person(QStringLiteral("zhao"), QStringLiteral("agent"))) == "role");
  CHECK(store.backend->sync().state == SyncView::State::Alone);
}
