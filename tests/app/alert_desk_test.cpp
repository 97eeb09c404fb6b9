// SPDX-License-Identifier: GPL-3.0-or-later
// The shift leader hears of what comes, on any page, and can have it quiet; an agent hears nothing.
#include "app/alert_desk.h"

#include <QSignalSpy>

#include "app/tv_station.h"
#include "core/service/floor_wall.h"
#include "tests/app/desk_fixture.h"
#include "ui/wallboard/tv_board.h"

using namespace yingda;
using namespace yingda::test;

namespace {

class AlertedDesk : public Desk {
 public:
  explicit AlertedDesk(const char* staff) : Desk({1440, 900}) {
    const auto agent = await(station->backend().signInTrusted(QLatin1String(staff)));
    REQUIRE(agent);
    station->backend().enter(*agent);
    robot->settle(50);
    look();
  }
  AlertDesk& alerts() { return station->alerts(); }
  /// What a tick five seconds later finds.
  void look() {
    clock->advance(std::chrono::seconds{5});
    alerts().tick();
    robot->settle(200);
  }
  void burst(const QString& words) {
    auto draft = await(station->backend().newDraft(QStringLiteral("13812341234"), clock->now()));
    REQUIRE(draft);
    draft->ticket.level = Level::Red;
    draft->ticket.category = QStringLiteral("repair.water.burst_common");
    draft->text.request = words;
    draft->text.title = words;
    REQUIRE(await(station->backend().save(*draft, SaveIntent::Save)));
  }
};

}  // namespace

TEST_CASE("a new urgent ticket is told to the leader once, aloud and then quietly",
          "[app][floor]") {
  AlertedDesk desk("8030");
  QSignalSpy told(&desk.alerts(), &AlertDesk::told);
  QSignalSpy rung(&desk.alerts(), &AlertDesk::rung);
  desk.look();
  CHECK(told.isEmpty());
  desk.burst(QStringLiteral("地库爆管"));
  desk.look();
  REQUIRE(told.size() == 1);
  CHECK(told[0][0].toString().contains(QStringLiteral("地库爆管")));
  CHECK(told[0][0].toString().contains(QStringLiteral("F11")));
  CHECK(rung.size() == 1);
  desk.look();
  CHECK(told.size() == 1);
  // The next comes too soon for another sound, and is told all the same.
  desk.burst(QStringLiteral("电梯厅进水"));
  desk.look();
  CHECK(told.size() == 2);
  CHECK(rung.size() == 1);
  // Muted by one key, for half an hour.
  desk.robot->press(Qt::Key_F11, Qt::ControlModifier);
  REQUIRE(told.size() == 3);
  desk.clock->advance(std::chrono::minutes{1});
  desk.burst(QStringLiteral("又一处爆管"));
  desk.look();
  CHECK(told.size() == 4);
  CHECK(rung.size() == 1);
  desk.robot->press(Qt::Key_F11, Qt::ControlModifier);
  desk.burst(QStringLiteral("第四处爆管"));
  desk.look();
  CHECK(rung.size() == 2);
}

TEST_CASE("homes that report one thing are told to the leader and the wall by themselves",
          "[app][floor]") {
  AlertedDesk desk("8030");
  Backend& backend = desk.station->backend();
  const auto starter = wallStarter();
  REQUIRE(starter);
  TvStation wall(backend.folder(), desk.clock, *starter);
  const auto seen = [&] {
    const auto floor = Desk::await(backend.floorNow());
    return floor ? floor->proposals.size() : 0;
  };
  // What the demo's radar sees already is no news.
  desk.robot->settle(3'500);
  desk.look();
  const size_t before = seen();
  QSignalSpy told(&desk.alerts(), &AlertDesk::told);
  for (int i = 0; i < 4; ++i) {
    desk.clock->advance(std::chrono::seconds{30});
    auto draft =
        Desk::await(backend.newDraft(QStringLiteral("1381234123%1").arg(i), desk.clock->now()));
    REQUIRE(draft);
    draft->ticket.category = QStringLiteral("repair.lift.stopped");
    draft->text.request = QStringLiteral("电梯停了，走不了");
    draft->text.place = QStringLiteral("云杉府 6-1-%101").arg(3 + i);
    REQUIRE(Desk::await(backend.save(*draft, SaveIntent::Save)));
  }
  REQUIRE(desk.robot->waitFor([&] {
    desk.look();
    return seen() > before;
  }));
  REQUIRE(desk.robot->waitFor([&] {
    desk.look();
    return !told.isEmpty();
  }));
  const QString words = told.last()[0].toString();
  INFO(words.toStdString());
  CHECK(words.contains(QStringLiteral("云杉府 6栋")));
  CHECK(words.contains(QStringLiteral("Ctrl Shift G")));
  REQUIRE(desk.robot->waitFor([&] {
    wall.step();
    return wall.board().tiles()[3].note.contains(QStringLiteral("云杉府 6栋"));
  }));
  CHECK(wall.board().tiles()[3].chip == QStringLiteral("待确认"));
  // The building is said on the wall, the home is not.
  CHECK_FALSE(wall.board().tiles()[3].note.contains(QStringLiteral("01")));
}

TEST_CASE("an agent is told of no alerts", "[app][floor]") {
  AlertedDesk desk("8021");
  QSignalSpy told(&desk.alerts(), &AlertDesk::told);
  desk.burst(QStringLiteral("地库爆管"));
  desk.look();
  CHECK(told.isEmpty());
  desk.robot->press(Qt::Key_F11, Qt::ControlModifier);
  CHECK(told.isEmpty());
}
