// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a ticket in hand: granted once, for as long as the lease runs by the server's clock, and
// told to whoever lost.
#include <catch2/catch.hpp>

#include "core/domain/claim.h"
#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const TicketId theTicket = TicketId::fromText(ticketId);

QByteArray bytesOf(const EntityChange& change) {
  ChangeSet changes;
  changes.entities.push_back(change);
  return encode(changes);
}

void take(Seat& seat, bool force = false) {
  seat.append(bytesOf(takeClaim(theTicket, seat.agent, seat.id(), seat.clock.now(), force,
                                force ? claimReasons().first() : QString())));
}

QJsonObject claimSeenBy(Seat& seat) { return bodyOf(seat.pull(), "claim"); }

QString agentIn(const QJsonObject& claim) { return claim[u"agent"].toString(); }

BeatAnswer beatWith(Seat& seat) {
  Beat beat = beatOf(QStringLiteral("idle"), theTicket);
  beat.claims = {theTicket};
  const auto answer = seat.gateway->beat(seat.id(), beat);
  REQUIRE(answer);
  return *answer;
}

void runOut(Floor& floor, int secondsAgo) {
  REQUIRE(floor.admin->run(
      QStringLiteral("UPDATE yingda.entity SET body = body || jsonb_build_object('until',"
                     " (extract(epoch FROM clock_timestamp()) * 1000)::bigint - %1 * 1000)"
                     " WHERE kind = 'claim'")
          .arg(secondsAgo)));
}

struct House {
  Floor floor;
  Seat li{floor.person(QStringLiteral("li")), 1};
  Seat zhang{floor.person(QStringLiteral("zhang")), 2};
  Seat wang{floor.person(QStringLiteral("wang"), QStringLiteral("supervisor")), 3};

  House() {
    for (Seat* seat : {&li, &zhang, &wang}) seat->enter();
    li.append(ticket({{QStringLiteral("level"), 2}}));
    REQUIRE(li.send().exceptions.empty());
  }
};

}  // namespace

TEST_CASE("a claim is granted to the first, and comes back to the loser as it is", "[remote]") {
  House house;
  take(house.li);
  take(house.zhang);
  CHECK(house.li.send().exceptions.empty());
  // Losing is no refusal: the row tells.
  CHECK(house.zhang.send().exceptions.empty());
  const QJsonObject claim = claimSeenBy(house.zhang);
  CHECK(agentIn(claim) == house.li.agent.text());
  CHECK(claim[u"token"].toInteger() == 1);
  CHECK(claim[u"epoch"].toString() == textOf(house.li.epoch));
  CHECK(claim[u"until"].toInteger() - claim[u"since"].toInteger() == claimLease.count());
  // Let go, it is free; the next holder has a higher token.
  house.li.append(bytesOf(releaseClaim(theTicket)));
  house.li.send();
  take(house.zhang);
  house.zhang.send();
  const QJsonObject next = claimSeenBy(house.li);
  CHECK(agentIn(next) == house.zhang.agent.text());
  CHECK(next[u"token"].toInteger() == 2);
  // Nobody lets go what is another's.
  house.li.append(bytesOf(releaseClaim(theTicket)));
  house.li.send();
  CHECK(agentIn(claimSeenBy(house.li)) == house.zhang.agent.text());
}

TEST_CASE("a lease ends by the server's clock, and the heartbeat renews it", "[remote]") {
  House house;
  take(house.li);
  house.li.send();
  const BeatAnswer held = beatWith(house.li);
  REQUIRE(held.held.size() == 1);
  CHECK(held.held.front().token == 1);
  CHECK(held.held.front().left > claimLease - std::chrono::minutes{1});
  CHECK(held.held.front().left <= claimLease);
  // Before a third is over nothing is written.
  const auto before = versionOf(house.zhang.pull(), "claim");
  (void)beatWith(house.li);
  CHECK(rowOf(house.zhang.pull(), RemoteRow::What::Entity, "claim") == nullptr);
  runOut(house.floor, -300);
  CHECK(beatWith(house.li).held.front().left > claimLease - std::chrono::minutes{1});
  // A heartbeat is no send: nobody else waits for its row to be complete.
  house.floor.settle();
  CHECK(versionOf(house.zhang.pull(), "claim") > before);
  // Another's heartbeat renews nothing.
  CHECK(beatWith(house.zhang).held.empty());
  // Run out and taken by another: the first one's heartbeat does not bring it back.
  runOut(house.floor, 1);
  take(house.zhang);
  house.zhang.send();
  CHECK(beatWith(house.li).held.empty());
  CHECK(beatWith(house.zhang).held.front().token == 2);
}

TEST_CASE("who leads takes over, nobody else may, and nobody claims for another", "[remote]") {
  House house;
  take(house.li);
  house.li.send();
  take(house.zhang, true);
  const auto refused = house.zhang.send();
  REQUIRE(refused.exceptions.size() == 1);
  CHECK(refused.exceptions.front().reason == u"role");
  CHECK(agentIn(claimSeenBy(house.zhang)) == house.li.agent.text());
  house.zhang.append(
      bytesOf(takeClaim(theTicket, house.wang.agent, house.zhang.id(), house.zhang.clock.now())));
  const auto forged = house.zhang.send();
  REQUIRE(forged.exceptions.size() == 1);
  CHECK(forged.exceptions.front().reason == u"author");
  take(house.wang, true);
  CHECK(house.wang.send().exceptions.empty());
  const QJsonObject claim = claimSeenBy(house.li);
  CHECK(agentIn(claim) == house.wang.agent.text());
  CHECK(claim[u"reason"].toString() == claimReasons().first());
}

TEST_CASE("a claim of an earlier life of the server holds nobody off, until it is renewed",
          "[remote]") {
  House house;
  take(house.li);
  house.li.send();
  const auto newLife = [&house] {
    REQUIRE(
        house.floor.admin->run(QStringLiteral("UPDATE yingda.meta SET epoch = gen_random_uuid()")));
    for (Seat* seat : {&house.li, &house.zhang}) {
      seat->epoch = seat->gateway->hello(seat->id())->epoch;
      seat->cursor = 0;
    }
  };
  newLife();
  CHECK(beatWith(house.li).held.size() == 1);
  take(house.zhang);
  house.zhang.send();
  CHECK(agentIn(claimSeenBy(house.zhang)) == house.li.agent.text());
  newLife();
  take(house.zhang);
  house.zhang.send();
  CHECK(agentIn(claimSeenBy(house.zhang)) == house.zhang.agent.text());
}

TEST_CASE("work under a stale token stays, and its author is told", "[remote]") {
  House house;
  take(house.li);
  house.li.send();
  const QJsonObject mine = claimSeenBy(house.li);
  take(house.wang, true);
  house.wang.send();
  const auto act = [&](const QString& id, qint64 token) {
    QJsonObject json = payload({}, {activityOf(QStringLiteral("progress"), id)});
    json.insert(QStringLiteral("c"),
                QJsonArray{QJsonObject{{QStringLiteral("t"), ticketId},
                                       {QStringLiteral("e"), mine[u"epoch"].toString()},
                                       {QStringLiteral("n"), token}}});
    return json;
  };
  house.li.append(act(idNumber(0xa1), mine[u"token"].toInteger()));
  CHECK(house.li.send().exceptions.empty());
  const auto rows = house.li.pull();
  CHECK(rowOf(rows, RemoteRow::What::Activity, "progress") != nullptr);
  const RemoteRow* told = rowOf(rows, RemoteRow::What::Conflict, "ticket");
  REQUIRE(told != nullptr);
  const QJsonObject body = QJsonDocument::fromJson(told->body).object();
  CHECK(body[u"field"].toString() == u"claim");
  CHECK(body[u"kept"].toString() == house.wang.agent.text());
  CHECK(body[u"lost"].toString() == house.li.agent.text());
  CHECK(body[u"lostBy"].toString() == house.li.id().text());
  CHECK(body[u"keptAgent"].toString() == house.wang.agent.text());
  // Whoever has it is told nothing.
  house.wang.append(act(idNumber(0xa2), 2));
  house.wang.send();
  CHECK(house.floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"1");
}

TEST_CASE("a claim stays in the site of its ticket", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here}), 1);
  Seat far(floor.person(QStringLiteral("far"), QStringLiteral("agent"), {there}), 2);
  li.enter();
  far.enter();
  // The claim comes before the ticket, and is everybody's until that says where it is.
  take(li);
  li.send();
  CHECK(agentIn(claimSeenBy(far)) == li.agent.text());
  li.append(ticket({{QStringLiteral("community"), textOf(here)}}));
  li.send();
  CHECK(rowOf(far.pull(), RemoteRow::What::Exit, "claim") != nullptr);
  take(far);
  (void)far.gateway->apply(far.id(), far.epoch, far.waiting());
  CHECK(floor.value(QStringLiteral("SELECT body ->> 'agent' FROM yingda.entity"
                                   " WHERE kind = 'claim'")) == li.agent.text());
  CHECK(beatWith(far).others.empty());
}
