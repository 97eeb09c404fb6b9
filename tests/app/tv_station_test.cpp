// SPDX-License-Identifier: GPL-3.0-or-later
// The wall's program beside a workstation on the same store: it sees what is saved, writes nothing,
// says when it hears nothing, and comes back by itself.
#include "app/tv_station.h"

#include <QDir>
#include <QGuiApplication>
#include <QScreen>

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

TEST_CASE("on a joined store each tile is as fresh as what the server told of it", "[app][tv]") {
  Desk desk;
  const QString folder = desk.station->backend().folder();
  TvStation wall(folder, desk.clock, starter());
  const auto look = [&] {
    wall.step();
    desk.robot->settle(30);
  };
  const Instant now = desk.clock->now();
  const QStringList states{QStringLiteral("idle"), QStringLiteral("call")};
  const FloorWord word{now, now, states, {now, now}};
  writeFloorWord(folder, word);
  REQUIRE(readFloorWord(folder) == word);
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 0;
  }));
  CHECK(wall.board().tiles()[4].value == QStringLiteral("1"));
  CHECK(wall.board().tiles()[4].health == ui::WallHealth::Watch);
  // The seat goes on, the server does not answer: the store is read well, and is old; who was at
  // work is not known now, and nobody is told to call a colleague in for it.
  desk.clock->advance(std::chrono::seconds{6});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 6;
  }));
  CHECK(wall.board().tiles()[4].value == QStringLiteral("1"));
  // The rows come again, the heartbeat is not answered yet.
  writeFloorWord(folder, {desk.clock->now(), now, states, {now, now}});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 1;
  }));
  CHECK(wall.board().isStale(4));
  const Instant back = desk.clock->now();
  writeFloorWord(folder, {back, back, states, {now, now}});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 0;
  }));
  // Nobody has signed in here, so that nobody has heard of the others: that is no idle floor.
  writeFloorWord(folder, {back, {}, {}, {}});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 1;
  }));
  CHECK(wall.board().tiles()[4].value == QStringLiteral("—"));
  CHECK(wall.board().tiles()[4].health == ui::WallHealth::Fine);
  CHECK(wall.board().tiles()[4].verb.isEmpty());

  // The clock is set back, and nothing more is told: what was fresh by the old clock is not.
  writeFloorWord(folder, {back, back, states, {now, now}});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 0;
  }));
  desk.clock->set(back - std::chrono::hours{1});
  look();
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 6;
  }));
  const Instant anew = desk.clock->now();
  writeFloorWord(folder, {anew, anew, states, {now, now}});
  REQUIRE(desk.robot->waitFor([&] {
    look();
    return wall.board().staleCount() == 0;
  }));
}

TEST_CASE("a wall marks the store that it reads, for as long as it lives", "[app][tv]") {
  Desk desk;
  const QString folder = desk.station->backend().folder();
  CHECK_FALSE(isWallThere(folder));
  {
    TvStation wall(folder, desk.clock, starter());
    TvStation second(folder, desk.clock, starter());
    REQUIRE(desk.robot->waitFor([&] {
      wall.step();
      second.step();
      return wall.board().staleCount() + second.board().staleCount() == 0;
    }));
    CHECK(isWallThere(folder));
  }
  CHECK_FALSE(isWallThere(folder));
}

// Run by itself, on a platform with the two screens of two_screens.json.
TEST_CASE("the wall fills the screen that is asked for, and the first while there is no such",
          "[.][screens]") {
  const QList<QScreen*> screens = QGuiApplication::screens();
  REQUIRE(screens.size() == 2);
  REQUIRE(screens[0]->geometry() != screens[1]->geometry());
  Desk desk;
  TvStation wall(desk.station->backend().folder(), desk.clock, starter());
  const auto isOn = [&](int index) {
    return desk.robot->waitFor([&] {
      wall.step();
      return wall.board().screen() == screens[index] &&
             wall.board().geometry() == screens[index]->geometry();
    });
  };
  wall.showOn(2);
  CHECK(isOn(1));
  CHECK(wall.board().isFullScreen());
  CHECK_FALSE(wall.board().scopeText().contains(QStringLiteral("块屏幕")));
  wall.showOn(3);
  CHECK(isOn(0));
  CHECK(wall.board().scopeText().contains(QStringLiteral("第 3 块屏幕")));
}
