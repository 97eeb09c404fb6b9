// SPDX-License-Identifier: GPL-3.0-or-later
// The shift leader hears of what comes, on any page, and can have it quiet; an agent hears nothing.
#include "app/alert_desk.h"

#include <QSignalSpy>

#include "tests/app/desk_fixture.h"

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

TEST_CASE("an agent is told of no alerts", "[app][floor]") {
  AlertedDesk desk("8021");
  QSignalSpy told(&desk.alerts(), &AlertDesk::told);
  desk.burst(QStringLiteral("地库爆管"));
  desk.look();
  CHECK(told.isEmpty());
  desk.robot->press(Qt::Key_F11, Qt::ControlModifier);
  CHECK(told.isEmpty());
}
