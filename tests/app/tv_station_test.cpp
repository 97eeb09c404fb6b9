// SPDX-License-Identifier: GPL-3.0-or-later
// The wall's program beside a workstation on the same store: it sees what is saved, writes nothing,
// says when it hears nothing, and comes back by itself.
#include "app/tv_station.h"

#include <QDir>

#include "core/store/cache.h"
#include "tests/app/desk_fixture.h"
#include "ui/wallboard/tv_board.h"

using namespace yingda;
using namespace yingda::test;

namespace {

Starter starter() {
  auto read = wallStarter();
  REQUIRE(read);
  return *read;
}

int urgent(TvStation& station) { return station.board().tiles()[5].value.toInt(); }

}  // namespace

TEST_CASE("the wall follows a store that another connection keeps", "[app][tv]") {
  Desk desk;
  Backend& backend = desk.station->backend();
  TvStation wall(backend.folder(), desk.clock, starter());
  const auto look = [&] {
    wall.step();
    desk.robot->settle(30);
  };
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 0;
  }));
  const int before = urgent(wall);
  CHECK(before > 0);
  auto draft = Desk::await(backend.newDraft(QStringLiteral("13812341234"), desk.clock->now()));
  REQUIRE(draft);
  draft->ticket.level = Level::Red;
  draft->ticket.category = QStringLiteral("repair.water.burst_common");
  draft->text.request = QStringLiteral("水管爆了");
  REQUIRE(Desk::await(backend.save(*draft, SaveIntent::Save)));
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return urgent(wall) == before + 1;
  }));

  // The window closes, and the store is taken away under the wall: stale within five seconds, with
  // what it knew last.
  const QString cache = Cache::fileIn(backend.folder());
  desk.station.reset();
  REQUIRE(QFile::rename(cache, cache % QStringLiteral(".away")));
  desk.clock->advance(std::chrono::seconds{6});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 6;
  }));
  CHECK(urgent(wall) == before + 1);
  REQUIRE(QFile::rename(cache % QStringLiteral(".away"), cache));
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 0;
  }));
}

TEST_CASE("on a joined store the wall is as fresh as the server's last word", "[app][tv]") {
  Desk desk;
  const QString folder = desk.station->backend().folder();
  TvStation wall(folder, desk.clock, starter());
  const auto look = [&] {
    wall.step();
    desk.robot->settle(30);
  };
  const Instant now = desk.clock->now();
  const FloorWord word{now, now, {QStringLiteral("idle"), QStringLiteral("call")}, {now, now}};
  writeFloorWord(folder, word);
  REQUIRE(readFloorWord(folder) == word);
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 0;
  }));
  CHECK(wall.board().tiles()[4].value == QStringLiteral("1"));
  // The seat goes on, the server does not answer: the store is read well, and is old.
  desk.clock->advance(std::chrono::seconds{6});
  writeFloorWord(folder, {desk.clock->now(), now, {}, {}});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 5;
  }));
  CHECK_FALSE(wall.board().isStale(4));
  writeFloorWord(folder, {desk.clock->now(), desk.clock->now(), {}, {}});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 0;
  }));
}
