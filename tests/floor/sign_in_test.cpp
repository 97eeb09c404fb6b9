// SPDX-License-Identifier: GPL-3.0-or-later
// People of a shared floor at a workstation: by the server's word, without it for seven days, and
// each with their own rights.
#include <QSignalSpy>

#include "tests/floor/joined_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

FloorPerson named(const QString& staffNumber, const QString& name, const QString& role) {
  FloorPerson person;
  person.staffNumber = staffNumber;
  person.name = name;
  person.role = role;
  return person;
}

/// Signs in, with what the server said when it did not work.
Result<Agent> enter(TempStore& store, const QString& staffNumber, const QString& secret) {
  return await(store.backend->signIn(staffNumber, secret));
}

std::string whyNot(const Result<Agent>& entered) {
  if (entered) return "entered";
  return std::string(errorCodeName(entered.error().code)) + " " +
         entered.error().detail.toStdString();
}

/// A store with a ticket, joined by its supervisor 李敏, whom the server knows as 8001.
struct Joined {
  Joined() {
    store.signIn();
    ticket = ticketOn(*store.backend, QStringLiteral("大门坏了")).ticket.id;
    li = floor.enlist(
        named(QStringLiteral("8001"), QStringLiteral("李敏"), QStringLiteral("supervisor")));
    REQUIRE(await(store.backend->joinServer(li)));
    waitFor(*store.backend, [&] { return isLiveAndSent(*store.backend); });
  }
  Floor floor;
  TempStore store{31};
  ServerAddress li;
  TicketId ticket;
};

}  // namespace

TEST_CASE("each person signs in with their own password, and speaks to the server as themselves",
          "[floor]") {
  Joined at;
  AgentId zhao;
  const auto address = at.floor.enlist(
      named(QStringLiteral("8002"), QStringLiteral("赵青"), QStringLiteral("agent")), &zhao);
  waitFor(*at.store.backend, [&] { return await(at.store.backend->peopleHere())->size() == 3; });
  CHECK(whyNot(enter(at.store, QStringLiteral("8002"), QStringLiteral("falsch-falsch"))) ==
        "wrong_pin password");
  const auto entered = enter(at.store, QStringLiteral("8002"), address.password);
  REQUIRE(entered);
  CHECK(entered->id == zhao);
  CHECK_FALSE(at.store.backend->isFirstTier());
  ticketOn(*at.store.backend, QStringLiteral("电梯有异响"));
  waitFor(*at.store.backend, [&] {
    return isLiveAndSent(*at.store.backend) && at.store.backend->sync().login == address.login;
  });
  // The ledger knows who brought it, and that they wrote it themselves.
  CHECK(at.floor.value(QStringLiteral(
            "SELECT login FROM yingda.op ORDER BY sequence DESC LIMIT 1")) == address.login);
  CHECK(at.floor.value(QStringLiteral("SELECT count(*) FROM yingda.op WHERE result <> 'applied'"
                                      " AND result <> 'withheld'")) == QStringLiteral("0"));
  // Who has a PIN here only, goes on with it; the seat speaks for them as who joined it.
  CHECK(enter(at.store, QStringLiteral("8021"), QStringLiteral("246810")));
  ticketOn(*at.store.backend, QStringLiteral("路灯不亮"));
  waitFor(*at.store.backend, [&] {
    return isLiveAndSent(*at.store.backend) && at.store.backend->sync().login == at.li.login;
  });
}

TEST_CASE("without the server a known person works for seven days, in the first tier", "[floor]") {
  Joined at;
  Backend& backend = *at.store.backend;
  REQUIRE(enter(at.store, QStringLiteral("8001"), at.li.password));
  CHECK(backend.session()->role == Role::Supervisor);
  const auto zhao = at.floor.enlist(
      named(QStringLiteral("8002"), QStringLiteral("赵青"), QStringLiteral("agent")));
  waitFor(backend, [&] { return await(backend.peopleHere())->size() == 3; });

  at.floor.bar();
  waitFor(backend, [&] { return backend.sync().state == SyncView::State::Offline; });
  backend.lock();
  CHECK(whyNot(enter(at.store, QStringLiteral("8001"), QStringLiteral("falsch-falsch"))) ==
        "wrong_pin password");
  CHECK(whyNot(enter(at.store, QStringLiteral("8002"), zhao.password)) == "offline first");
  REQUIRE(enter(at.store, QStringLiteral("8001"), at.li.password));
  CHECK(backend.isFirstTier());
  CHECK(backend.session()->role == Role::Agent);
  // The work goes on, and what only leads may do does not.
  const TicketId id = ticketOn(backend, QStringLiteral("断网时来的电话")).ticket.id;
  CHECK(await(backend.saveDutyContacts({})).error().code == ErrorCode::Forbidden);

  at.store.clock->advance(std::chrono::hours(7 * 24 - 1));
  CHECK(enter(at.store, QStringLiteral("8001"), at.li.password));
  at.store.clock->advance(std::chrono::hours(2));
  CHECK(whyNot(enter(at.store, QStringLiteral("8001"), at.li.password)) == "offline expired");

  // The server is back: the same session has its role again, and what was written is sent.
  at.floor.unbar();
  waitFor(backend, [&] { return isLiveAndSent(backend) && !backend.isFirstTier(); });
  CHECK(backend.session()->role == Role::Supervisor);
  CHECK(at.floor.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE id = '%1'"
                                      " AND kind = 'ticket'")
                           .arg(id.text())) == QStringLiteral("1"));
}

TEST_CASE("a password that the server no longer takes opens nothing here either", "[floor]") {
  Joined at;
  Backend& backend = *at.store.backend;
  REQUIRE(enter(at.store, QStringLiteral("8001"), at.li.password));
  const QString newer = QStringLiteral("neu-und-anders");
  REQUIRE(FloorAdmin(*at.floor.admin).setPassword(at.li.login, newer));
  CHECK(FloorAdmin(*at.floor.admin).setPassword(QStringLiteral("nobody"), newer).error().code ==
        ErrorCode::NotFound);
  CHECK(FloorAdmin(*at.floor.admin).setPassword(at.li.login, QStringLiteral("kurz")).error().code ==
        ErrorCode::Invalid);
  CHECK(whyNot(enter(at.store, QStringLiteral("8001"), at.li.password)) == "wrong_pin password");
  // Not even alone: only the new one is trusted here.
  at.floor.bar();
  waitFor(backend, [&] { return backend.sync().state == SyncView::State::Offline; });
  CHECK_FALSE(enter(at.store, QStringLiteral("8001"), at.li.password));
  at.floor.unbar();
  CHECK(enter(at.store, QStringLiteral("8001"), newer));
  // Nor does somebody go on who came in without the server's word.
  REQUIRE(enter(at.store, QStringLiteral("8001"), newer));
  at.floor.bar();
  waitFor(backend, [&] { return backend.sync().state == SyncView::State::Offline; });
  REQUIRE(enter(at.store, QStringLiteral("8001"), newer));
  REQUIRE(backend.isFirstTier());
  QSignalSpy sentAway(&backend, &Backend::sentAway);
  at.floor.runBeside(
      QStringLiteral("ALTER ROLE \"%1\" PASSWORD 'noch-ein-anderes'").arg(at.li.login));
  waitFor(backend, [&] { return !sentAway.isEmpty(); });
  CHECK_FALSE(backend.session());
  CHECK(sentAway.front().front().toString() == QStringLiteral("password"));
  at.floor.unbar();
  REQUIRE(FloorAdmin(*at.floor.admin).setPassword(at.li.login, newer));
  REQUIRE(enter(at.store, QStringLiteral("8001"), newer));
  // Who was sent away does not get in, however well the password fits.
  REQUIRE(FloorAdmin(*at.floor.admin).disable(at.li.login));
  CHECK(whyNot(enter(at.store, QStringLiteral("8001"), newer)) == "forbidden person");
}

TEST_CASE("a role that the administrator changes is the one that the screens go by", "[floor]") {
  Joined at;
  Backend& backend = *at.store.backend;
  REQUIRE(enter(at.store, QStringLiteral("8001"), at.li.password));
  CHECK(backend.session()->role == Role::Supervisor);
  REQUIRE(FloorAdmin(*at.floor.admin).setRole(at.li.login, QStringLiteral("agent"), {}));
  const auto known = [&]() -> Agent {
    const auto people = await(backend.agents());
    for (const Agent& agent : people ? *people : std::vector<Agent>()) {
      if (agent.login == at.li.login) return agent;
    }
    return {};
  };
  waitFor(backend, [&] { return known().role == Role::Agent; });
  REQUIRE(enter(at.store, QStringLiteral("8001"), at.li.password));
  CHECK(backend.session()->role == Role::Agent);
  const auto zhao = at.floor.enlist(
      named(QStringLiteral("8002"), QStringLiteral("赵青"), QStringLiteral("agent")));
  waitFor(backend, [&] { return await(backend.peopleHere())->size() == 3; });
  REQUIRE(FloorAdmin(*at.floor.admin).disable(zhao.login));
  waitFor(backend, [&] { return await(backend.peopleHere())->size() == 2; });
}

TEST_CASE("another person of the seat has other sites: their rows come, and the others go",
          "[floor]") {
  Joined at;
  Backend& backend = *at.store.backend;
  HouseholdCard card = at.store.addHousehold();
  HouseholdEdit elsewhere;
  elsewhere.communityName = QStringLiteral("听松苑");
  elsewhere.address = QStringLiteral("1-1-101");
  const auto far = await(backend.saveHousehold(elsewhere));
  REQUIRE(far);
  waitFor(backend, [&] { return isLiveAndSent(backend); });
  FloorPerson one = named(QStringLiteral("8003"), QStringLiteral("孙梅"), QStringLiteral("agent"));
  one.sites = {far->household.community.uuid()};
  const auto sun = at.floor.enlist(one);
  waitFor(backend, [&] { return await(backend.peopleHere())->size() == 3; });
  REQUIRE(enter(at.store, QStringLiteral("8003"), sun.password));
  waitFor(backend, [&] {
    return isLiveAndSent(backend) && backend.sync().login == sun.login &&
           !await(backend.householdCard(card.household.id));
  });
  CHECK(await(backend.householdCard(far->household.id)));
  REQUIRE(enter(at.store, QStringLiteral("8001"), at.li.password));
  waitFor(backend, [&] { return await(backend.householdCard(card.household.id)).operator bool(); });
  CHECK(await(backend.householdCard(far->household.id)));
}

TEST_CASE("a person of the store and of the server by one number and name becomes one", "[floor]") {
  Floor floor;
  TempStore store(37);
  const Agent here = store.signIn();
  const TicketId mine = ticketOn(*store.backend, QStringLiteral("大门坏了")).ticket.id;
  AgentId there;
  const auto li = floor.enlist(
      named(QStringLiteral("8021"), QStringLiteral("李敏"), QStringLiteral("supervisor")), &there);
  const auto tested = await(store.backend->testServer(li));
  REQUIRE(tested);
  REQUIRE(tested->people.size() == 1);
  CHECK(tested->people.front() == JoinPerson{here.id, QStringLiteral("8021"),
                                             QStringLiteral("李敏"), there,
                                             QStringLiteral("李敏")});
  CHECK(tested->people.front().isSame());
  const auto joiner = await(store.backend->joinServer(li));
  REQUIRE(joiner);
  CHECK(*joiner == there);
  waitFor(*store.backend, [&] {
    return isLiveAndSent(*store.backend) && await(store.backend->peopleHere())->front().id == there;
  });
  const auto people = await(store.backend->peopleHere());
  CHECK(people->size() == 1);
  const auto entered = enter(store, QStringLiteral("8021"), li.password);
  REQUIRE(entered);
  CHECK(entered->id == there);
  // What the old id received is still theirs.
  const auto queue = await(store.backend->queue(QueueKind::Mine, 10));
  REQUIRE(queue);
  REQUIRE(queue->rows.size() == 1);
  CHECK(queue->rows.front().id == mine);
}

TEST_CASE("who came along with a workstation gets a login, and keeps their id", "[floor]") {
  Joined at;
  AgentId known;
  const auto address = at.floor.enlist(
      named(QStringLiteral("8021"), QStringLiteral("李敏"), QStringLiteral("agent")), &known);
  CHECK(known == at.store.backend->session()->id);
  waitFor(*at.store.backend, [&] {
    const auto people = await(at.store.backend->peopleHere());
    return people && std::any_of(people->begin(), people->end(), [&](const Agent& agent) {
             return agent.id == known && agent.login == address.login;
           });
  });
  // The PIN has had its day.
  CHECK_FALSE(enter(at.store, QStringLiteral("8021"), QStringLiteral("246810")));
  REQUIRE(enter(at.store, QStringLiteral("8021"), address.password));
  ticketOn(*at.store.backend, QStringLiteral("电梯有异响"));
  waitFor(*at.store.backend, [&] {
    return isLiveAndSent(*at.store.backend) && at.store.backend->sync().login == address.login;
  });
  CHECK(at.floor.value(QStringLiteral(
            "SELECT count(*) FROM yingda.op WHERE result = 'rejected'")) == QStringLiteral("0"));
}
