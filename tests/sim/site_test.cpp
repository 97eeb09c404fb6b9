// SPDX-License-Identifier: GPL-3.0-or-later
// What a seat keeps of a ticket that goes to a site which its person does not see.
#include <algorithm>
#include <catch2/catch.hpp>

#include "core/domain/household.h"
#include "tests/sim/house.h"

using namespace yingda;
using namespace yingda::sim;

namespace {

const CommunityId north(QUuid::createUuidV5(QUuid(), QStringLiteral("north")));
const CommunityId south(QUuid::createUuidV5(QUuid(), QStringLiteral("south")));

/// One ticket with its text at that site, told of once.
ChangeSet madeAt(const CommunityId& site, SimSeat& seat) {
  Ticket one;
  one.id = TicketId(QUuid::createUuidV5(QUuid(), QStringLiteral("pipe")));
  one.number = QStringLiteral("10100017");
  one.community = site;
  one.receivedAt = seat.clock.now();
  TicketText text;
  text.id = one.id;
  text.title = QStringLiteral("爆管");
  Community community;
  community.id = site;
  community.name = QStringLiteral("云杉府");
  ChangeSet changes;
  changes.create(communityFields(), site, community);
  changes.create(ticketFields(), one.id, one);
  changes.create(ticketTextFields(), one.id, text);
  Activity contact;
  contact.ticket = one.id;
  contact.kind = ActivityKind::Contact;
  contact.at = seat.clock.now();
  contact.by = seat.agent;
  changes.activities.push_back(contact);
  return changes;
}

void moveTo(const CommunityId& site, SimSeat& seat, const TicketId& id) {
  const SeenTicket seen = seat.ticket(id);
  Ticket moved = seen.ticket;
  moved.community = site;
  ChangeSet changes;
  changes.update(ticketFields(), id, seen.ticket, moved);
  const bool isSaved = seat.save(QStringLiteral("edit"), std::move(changes));
  REQUIRE(isSaved);
  goOn(seat.engine());
}

void retitle(const QString& title, SimSeat& seat, const TicketId& id) {
  const SeenTicket seen = seat.ticket(id);
  TicketText text = seen.text;
  text.title = title;
  ChangeSet changes;
  changes.update(ticketTextFields(), id, seen.text, text);
  const bool isSaved = seat.save(QStringLiteral("edit"), std::move(changes));
  REQUIRE(isSaved);
}

struct TwoSites {
  House house;
  FaultyGateway wayOfAll{house.server, house.random, house.weather, house.late};
  FaultyGateway wayOfNorth{house.server, house.random, house.weather, house.late};
  SimSeat all{house.path("all"), house.clock, 1, wayOfAll};
  SimSeat northern{house.path("north"), house.clock, 2, wayOfNorth};
  TwoSites() {
    house.server.sites[northern.journal().workstation().uuid()] = {north.uuid()};
    goOn(all.engine());
    goOn(northern.engine());
  }
};

}  // namespace

TEST_CASE("a ticket that goes to another site is forgotten whole, and comes back whole", "[sim]") {
  TwoSites floor;
  REQUIRE(floor.all.save(QStringLiteral("ticket"), madeAt(north, floor.all)));
  goOn(floor.all.engine());
  goOn(floor.northern.engine());
  REQUIRE(floor.northern.tickets().size() == 1);
  const TicketId id = floor.northern.tickets().front();
  // Both write its title at once: the value that lost belongs to it, too.
  retitle(QStringLiteral("公区爆管"), floor.all, id);
  retitle(QStringLiteral("三楼爆管"), floor.northern, id);
  for (int round = 0; round < 2; ++round) {
    goOn(floor.all.engine());
    goOn(floor.northern.engine());
  }
  REQUIRE(floor.northern.cache().conflicts(10)->size() == 1);

  moveTo(south, floor.all, id);
  goOn(floor.northern.engine());
  CHECK(floor.northern.tickets().empty());
  // All that is left is the site itself.
  const auto left = floor.northern.rows();
  CHECK(std::all_of(left.keyBegin(), left.keyEnd(),
                    [](const QString& key) { return key.startsWith(u"community/"); }));
  CHECK(floor.northern.cache().conflicts(10)->empty());

  moveTo(north, floor.all, id);
  goOn(floor.northern.engine());
  CHECK(floor.northern.rows() == floor.all.rows());
  CHECK(floor.northern.cache().conflicts(10)->size() == 1);
}

TEST_CASE("what is refused of a ticket of another site leaves no empty ticket", "[sim]") {
  TwoSites floor;
  REQUIRE(floor.all.save(QStringLiteral("ticket"), madeAt(south, floor.all)));
  goOn(floor.all.engine());
  Activity progress;
  progress.ticket = floor.all.tickets().front();
  progress.kind = ActivityKind::Progress;
  progress.at = floor.northern.clock.now();
  progress.by = floor.northern.agent;
  ChangeSet changes;
  changes.activities.push_back(progress);
  const bool isSaved = floor.northern.save(QStringLiteral("edit"), std::move(changes));
  REQUIRE(isSaved);
  REQUIRE(floor.northern.tickets().size() == 1);
  for (int round = 0; round < 2; ++round) goOn(floor.northern.engine());
  CHECK(floor.northern.tickets().empty());
  CHECK(floor.northern.store().attention()->size() == 1);
}

TEST_CASE("other rights bring what they show, and take what they do not", "[sim]") {
  TwoSites floor;
  REQUIRE(floor.all.save(QStringLiteral("ticket"), madeAt(south, floor.all)));
  goOn(floor.all.engine());
  goOn(floor.northern.engine());
  REQUIRE(floor.northern.tickets().empty());
  Sites& sites = floor.house.server.sites[floor.northern.journal().workstation().uuid()];
  sites = {};
  goOn(floor.northern.engine());
  CHECK(floor.northern.rows() == floor.all.rows());
  // A copy for the north is begun, and the rights are given back at any moment of it.
  for (int steps = 1; steps < 12; ++steps) {
    sites = {north.uuid()};
    goOn(floor.northern.engine(), steps);
    sites = {};
    goOn(floor.northern.engine());
    INFO("after " << steps << " steps");
    CHECK(floor.northern.rows() == floor.all.rows());
  }
}

TEST_CASE("what one was allowed for a moment does not stay on the screen", "[sim]") {
  TwoSites floor;
  Sites& sites = floor.house.server.sites[floor.northern.journal().workstation().uuid()];
  REQUIRE(floor.northern.save(QStringLiteral("ticket"), madeAt(south, floor.northern)));
  sites = {};
  const auto& carried = floor.house.server.state.activities;
  for (int steps = 0; carried.empty() && steps < 20; ++steps) {
    (void)floor.northern.engine().step();
  }
  REQUIRE(carried.size() == 1);
  // It was taken in, and its author never learns that she might have seen it.
  sites = {north.uuid()};
  REQUIRE(floor.northern.tickets().size() == 1);
  goOn(floor.northern.engine());
  CHECK(floor.northern.tickets().empty());
  CHECK(floor.northern.store().attention()->empty());
  CHECK(floor.northern.cache().pendingCount().value() == 0);
  goOn(floor.all.engine());
  CHECK(floor.all.tickets().size() == 1);
}

TEST_CASE("nor what one was allowed for a moment while the first copy was under way", "[sim]") {
  for (int steps = 1; steps < 20; ++steps) {
    House house;
    FaultyGateway way{house.server, house.random, house.weather, house.late};
    SimSeat seat{house.path("north"), house.clock, 2, way};
    Sites& sites = house.server.sites[seat.journal().workstation().uuid()];
    sites = {north.uuid()};
    goOn(seat.engine(), steps);
    REQUIRE(seat.save(QStringLiteral("ticket"), madeAt(south, seat)));
    sites = {};
    const auto& carried = house.server.state.activities;
    for (int i = 0; carried.empty() && i < 20; ++i) (void)seat.engine().step();
    REQUIRE(carried.size() == 1);
    sites = {north.uuid()};
    goOn(seat.engine());
    INFO("after " << steps << " steps");
    CHECK(seat.tickets().empty());
  }
}
