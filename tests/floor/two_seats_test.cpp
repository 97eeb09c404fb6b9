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

TEST_CASE("two stores with the same household join: one row of each, and both's tickets",
          "[floor]") {
  Floor floor;
  TempStore first(41);
  TempStore second(42);
  for (auto* one : {&first, &second}) {
    one->signIn();
    one->addHousehold();
  }
  const TicketId here = ticketOn(*first.backend, QStringLiteral("厨房漏水")).ticket.id;
  const TicketId there = ticketOn(*second.backend, QStringLiteral("电梯有异响")).ticket.id;
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  const auto zhang = floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor"));
  REQUIRE(await(first.backend->joinServer(li)));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  REQUIRE(await(second.backend->joinServer(zhang)));
  waitFor(*second.backend, [&] { return isLiveAndSent(*second.backend); });
  seen(*first.backend, there);
  seen(*second.backend, here);

  const auto count = [&](const char* kind) {
    return floor.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE kind = '%1'")
                           .arg(QLatin1String(kind)));
  };
  for (const char* kind : {"community", "household", "person", "contact_point"}) {
    INFO(kind);
    CHECK(count(kind) == u"1");
  }
  CHECK(count("ticket") == u"2");
  // Equal values are no conflict.
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"0");
  for (auto* one : {&first, &second}) {
    CHECK(one->backend->sync().conflicts == 0);
    CHECK(one->backend->sync().refusals == 0);
    const auto caller = await(one->backend->callerCard(QStringLiteral("13812341234")));
    REQUIRE(caller);
    REQUIRE(caller->households.size() == 1);
    CHECK(caller->households.front().people.size() == 1);
    CHECK(caller->households.front().people.front().numbers.size() == 1);
    const HouseholdId home = caller->households.front().household.id;
    CHECK(home == await(first.backend->callerCard(QStringLiteral("13812341234")))
                      ->households.front()
                      .household.id);
  }
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
  const auto faultOf = [&](const ServerAddress& wrong) {
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

TEST_CASE("who is at a ticket is seen, and nobody who fell silent", "[floor]") {
  Floor floor;
  TempStore first(21);
  TempStore second(22);
  const Agent li = first.signIn();
  second.signIn();
  // Alone there is nobody to tell.
  first.backend->setPresence(QStringLiteral("idle"), {});
  const auto alone = await(first.backend->claim(TicketId(floor.newId()), ClaimWish::Take));
  REQUIRE_FALSE(alone);
  CHECK(alone.error().detail == u"alone");
  const auto role = QStringLiteral("supervisor");
  REQUIRE(await(first.backend->joinServer(floor.person(QStringLiteral("li"), role))));
  REQUIRE(await(second.backend->joinServer(floor.person(QStringLiteral("zhang"), role))));
  for (auto* one : {&first, &second}) {
    waitFor(*one->backend, [&] { return isLiveAndSent(*one->backend); });
  }
  const TicketId id = ticketOn(*first.backend, QStringLiteral("地库积水")).ticket.id;
  seen(*second.backend, id);
  first.backend->setPresence(QStringLiteral("call"), id, true);
  second.backend->setPresence(QStringLiteral("idle"), {});
  waitFor(*second.backend, [&] {
    const auto others = second.backend->presence();
    return others.size() == 1 && others.front().ticket == id;
  });
  const PresenceView one = second.backend->presence().front();
  CHECK(one.agent == li.id);
  CHECK(one.staffNumber == u"8021");
  CHECK(one.name == QStringLiteral("小李"));
  CHECK(one.state == u"call");
  CHECK(one.isWriting);
  // Whoever locks the screen says nothing more; twenty seconds later nobody is there.
  first.backend->lock();
  REQUIRE(floor.admin->run(
      QStringLiteral("UPDATE yingda.presence SET seen_at = seen_at - interval '21 seconds'")));
  waitFor(*second.backend, [&] { return second.backend->presence().empty(); });
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.presence")) == u"2");
  first.backend->enter(li);
  first.backend->setPresence(QStringLiteral("idle"), id);
  waitFor(*second.backend, [&] { return !second.backend->presence().empty(); });
  floor.bar();
  waitFor(*second.backend,
          [&] { return second.backend->sync().state == SyncView::State::Offline; });
  CHECK(second.backend->presence().empty());
  floor.unbar();
}

TEST_CASE("what is done offline under another's claim stays, and the inbox says so", "[floor]") {
  Floor floor;
  TempStore first(23);
  TempStore second(24);
  const Agent li = first.signIn();
  const Agent zhang = second.signIn();
  const auto role = QStringLiteral("supervisor");
  REQUIRE(await(first.backend->joinServer(floor.person(QStringLiteral("li"), role))));
  REQUIRE(await(second.backend->joinServer(floor.person(QStringLiteral("zhang"), role))));
  for (auto* one : {&first, &second}) {
    waitFor(*one->backend, [&] { return isLiveAndSent(*one->backend); });
  }
  const TicketId id = ticketOn(*first.backend, QStringLiteral("门禁失灵")).ticket.id;
  seen(*second.backend, id);
  std::vector<ClaimLoss> losses;
  first.backend->setPresence(QStringLiteral("idle"), id);
  second.backend->setPresence(QStringLiteral("idle"), id);
  floor.bar();
  waitFor(*second.backend,
          [&] { return second.backend->sync().state == SyncView::State::Offline; });
  const auto wished = await(second.backend->claim(id, ClaimWish::Take));
  REQUIRE(wished);
  CHECK(wished->hand.state == HandView::State::Wanted);
  REQUIRE(await(second.backend->act(id, act::Progress{QStringLiteral("已联系厂家")})));
  // The other is quicker.
  second.close();
  floor.unbar();
  const auto handOf = [&](TempStore& store) {
    const auto view = await(store.backend->ticket(id));
    REQUIRE(view);
    return view->hand;
  };
  REQUIRE(await(first.backend->claim(id, ClaimWish::Take)));
  waitFor(*first.backend, [&] { return handOf(first).state == HandView::State::Mine; });
  const auto mine = await(first.backend->queue(QueueKind::Mine, 10));
  REQUIRE(mine);
  REQUIRE(mine->rows.size() == 1);
  CHECK(mine->rows.front().hand.state == HandView::State::Mine);
  second.reopen();
  QObject::connect(second.backend.get(), &Backend::claimLost, second.backend.get(),
                   [&losses](const ClaimLoss& loss) { losses.push_back(loss); });
  second.backend->enter(zhang);
  second.backend->setPresence(QStringLiteral("idle"), id);
  waitFor(*second.backend, [&] {
    return isLiveAndSent(*second.backend) && handOf(second).state == HandView::State::Theirs;
  });
  CHECK(handOf(second).agent == li.id);
  waitFor(*second.backend, [&] { return second.backend->sync().conflicts == 1; });
  const auto conflicts = await(second.backend->conflicts());
  REQUIRE(conflicts);
  REQUIRE(conflicts->size() == 1);
  CHECK(conflicts->front().field == "claim");
  CHECK(conflicts->front().kept == QStringLiteral("8021 李敏"));
  CHECK_FALSE(conflicts->front().mayRestore);
  CHECK(conflicts->front().isMine);
  // The work itself is there for both.
  waitFor(*first.backend, [&] {
    const auto view = await(first.backend->ticket(id));
    return view &&
           std::any_of(view->activities.begin(), view->activities.end(), [](const Activity& one) {
             return one.kind == ActivityKind::Progress && !one.isVoid;
           });
  });
  waitFor(*second.backend, [&] { return !losses.empty(); });
  CHECK(losses.front().ticket == id);
  CHECK_FALSE(losses.front().wasHeld);
}

TEST_CASE("a promise made at one seat is due at the other, and kept there for both", "[floor]") {
  Floor floor;
  TempStore first(31);
  TempStore second(32);
  first.signIn();
  second.signIn();
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  const auto zhang = floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor"));
  for (auto* one : {&first, &second}) {
    REQUIRE(await(one->backend->joinServer(one == &first ? li : zhang)));
    waitFor(*one->backend, [&] { return isLiveAndSent(*one->backend); });
  }
  const TicketId id = ticketOn(*first.backend, QStringLiteral("水管渗水")).ticket.id;
  seen(*second.backend, id);
  const Instant due = first.clock->now() + std::chrono::hours(2);
  REQUIRE(await(
      first.backend->makePromise(id, {QStringLiteral("到场"), due, QStringLiteral("张师傅")})));
  const auto promisesAt = [&](TempStore& store) { return *await(store.backend->promisesOf(id)); };
  waitFor(*second.backend, [&] { return promisesAt(second).size() == 1; });
  const Promise there = promisesAt(second).front();
  CHECK(there == promisesAt(first).front());
  CHECK(there.dueAt == due);
  CHECK(there.who == QStringLiteral("张师傅"));
  CHECK(there.isOpen());
  // The colleague keeps it; who made it sees so, and cannot settle it once more.
  REQUIRE(await(second.backend->keepPromise(id, there.id)));
  waitFor(*first.backend, [&] { return !promisesAt(first).front().isOpen(); });
  CHECK(promisesAt(first) == promisesAt(second));
  CHECK(promisesAt(first).front().keptAt.has_value());
  const auto again = await(first.backend->keepPromise(id, there.id, false));
  REQUIRE_FALSE(again);
  CHECK(again.error().detail == u"settled");
  // The ticket tells of both at both.
  const auto told = [&](TempStore& store) {
    return await(store.backend->ticket(id))->activities.size();
  };
  waitFor(*first.backend, [&] { return told(first) == told(second); });
}

TEST_CASE("a workstation that is too old loses nothing, and lives on when it is taken", "[floor]") {
  Floor floor;
  TempStore first(43);
  TempStore second(44);
  first.signIn();
  second.signIn();
  const auto role = QStringLiteral("supervisor");
  REQUIRE(await(first.backend->joinServer(floor.person(QStringLiteral("li"), role))));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
  REQUIRE(await(second.backend->joinServer(floor.person(QStringLiteral("zhang"), role))));
  waitFor(*second.backend, [&] { return isLiveAndSent(*second.backend); });

  const auto speakFrom = [&](int version) {
    REQUIRE(floor.admin->run(QStringLiteral("UPDATE yingda.meta SET protocol_min = %1;"
                                            "SELECT pg_terminate_backend(pid) FROM"
                                            " pg_stat_activity WHERE datname = current_database()"
                                            " AND pid <> pg_backend_pid()")
                                 .arg(version)));
  };
  speakFrom(wireProtocol + 1);
  const TicketId id = ticketOn(*first.backend, QStringLiteral("地库积水")).ticket.id;
  waitFor(*first.backend, [&] {
    const SyncView view = first.backend->sync();
    return view.state == SyncView::State::Refused && view.reason == u"client_old" &&
           view.unsent == 0;
  });
  speakFrom(wireProtocol);
  CHECK(seen(*second.backend, id).text.request == QStringLiteral("地库积水"));
  waitFor(*first.backend, [&] { return isLiveAndSent(*first.backend); });
}
