// SPDX-License-Identifier: GPL-3.0-or-later
// The trainer's desk on the real window: who may look, what the checker says, who is to practise
// what, how it went, and what is seen of a drill that runs.
#include <QDir>
#include <QFile>

#include "core/training/shipped_scenarios.h"
#include "tests/app/desk_fixture.h"
#include "ui/kit/rich_label.h"
#include "ui/training/practice_page.h"
#include "ui/training/row_list.h"
#include "ui/training/scenario_chooser.h"
#include "ui/training/trainer_page.h"
#include "ui/training/training_text.h"

using namespace yingda;
using namespace yingda::test;
using ui::RowList;
using ui::TrainerPage;

namespace {

class TrainerDesk : public Desk {
 public:
  explicit TrainerDesk(QSize size = {1440, 900}) : Desk(size) {}
  TrainerPage& trainer() { return station->trainerPage(); }
  Agent enter(const char* staff) {
    const auto agent = await(station->backend().signInTrusted(QLatin1String(staff)));
    REQUIRE(agent);
    station->backend().enter(*agent);
    station->window().begin();
    robot->settle(50);
    return *agent;
  }
  void open() {
    robot->press(Qt::Key_F9, Qt::ControlModifier);
    REQUIRE(robot->waitFor([this] { return trainer().isVisible(); }));
    REQUIRE(robot->waitFor([this] { return trainer().library()->count() >= 17; }));
    REQUIRE(robot->waitFor([this] { return trainer().people()->count() >= 2; }));
  }
  /// As if 8021 had practised.
  DrillResult practised(int score) {
    DrillResult drill;
    drill.scenario = QStringLiteral("burst-night");
    drill.title = QStringLiteral("深夜爆管，家里有老人");
    drill.hash = QStringLiteral("another text");
    drill.score = score;
    drill.end = QStringLiteral("accepted");
    drill.answers = QStringLiteral("{}");
    drill.dimensions = QStringLiteral(R"([["promise","承诺具体",10,20]])");
    drill.measures = QStringLiteral("{}");
    drill.startedAt = clock->now();
    const auto kept = await(station->backend().keepDrill(drill));
    REQUIRE(kept);
    return *kept;
  }
  QString told() { return robot->find<ui::RichLabel>(QStringLiteral("trainer.told"))->text(); }
};

bool hasRow(const RowList& list, const QString& words) {
  for (int i = 0; i < list.count(); ++i) {
    if (list.item(i)->text().contains(words)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the trainer's desk is for who trains", "[app][training]") {
  TrainerDesk desk;
  desk.robot->press(Qt::Key_F9, Qt::ControlModifier);
  CHECK_FALSE(desk.trainer().isVisible());
  CHECK_FALSE(desk.trainer().whyNot().isEmpty());
  desk.enter("8030");
  desk.open();
  desk.enter("8021");
  CHECK(desk.station->window().currentPage() == &desk.page());
}

TEST_CASE("a scenario of the house that cannot be played says where, and is not assigned",
          "[app][training]") {
  TrainerDesk desk;
  const QString folder = desk.station->backend().folder() % QStringLiteral("/scenarios");
  REQUIRE(QDir().mkpath(folder));
  QByteArray text = shippedScenarios().value(QStringLiteral("burst-night"));
  text.replace("编号：burst-night", "编号：house-burst");
  const auto write = [&folder](const char* name, const QByteArray& bytes) {
    QFile file(folder % u'/' % QLatin1String(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  };
  write("good.txt", text);
  QByteArray broken = text;
  broken.replace("编号：house-burst", "编号：house-broken");
  broken.replace("转到 先安全", "转到 不存在");
  write("broken.txt", broken);
  write("double.txt", text);
  desk.enter("8030");
  desk.open();
  REQUIRE(desk.robot->waitFor([&] { return desk.trainer().library()->count() == 20; }));
  // What has to be mended stands first, with the line.
  CHECK(desk.trainer().library()->rowAt(0).badge.contains(QStringLiteral("要改")));
  desk.trainer().library()->setCurrentRow(0);
  REQUIRE(desk.trainer().problems()->isVisible());
  CHECK(hasRow(*desk.trainer().problems(), QStringLiteral("不存在")));
  // The way that leads nowhere, with its line.
  bool hasLine = false;
  for (int i = 0; i < desk.trainer().problems()->count(); ++i) {
    const QString words = desk.trainer().problems()->rowAt(i).title;
    hasLine |= words.startsWith(QStringLiteral("第 ")) && words.contains(QStringLiteral("不存在"));
  }
  CHECK(hasLine);
  desk.trainer().people()->item(0)->setCheckState(Qt::Checked);
  desk.trainer().assign();
  CHECK(desk.told().contains(QStringLiteral("没过检查")));
  // The good one can be practised at this seat, the others not.
  desk.robot->press(Qt::Key_F9, Qt::ShiftModifier);
  auto& practice = desk.station->practicePage();
  REQUIRE(desk.robot->waitFor([&] { return practice.chooser()->list()->count() == 18; }));
}

TEST_CASE("assigned by keyboard, practised, and done", "[app][training]") {
  TrainerDesk desk;
  desk.enter("8030");
  desk.open();
  TrainerPage& trainer = desk.trainer();
  trainer.library()->choose(QStringLiteral("burst-night\n"));
  desk.robot->press(Qt::Key_Return);
  REQUIRE(trainer.people()->hasFocus());
  desk.robot->press(Qt::Key_Return);
  CHECK(desk.told().contains(QStringLiteral("勾选")));
  // 8021 is in the list.
  int row = -1;
  for (int i = 0; i < trainer.people()->count(); ++i) {
    if (trainer.people()->rowAt(i).title.startsWith(QStringLiteral("8021"))) row = i;
  }
  REQUIRE(row >= 0);
  trainer.people()->setCurrentRow(row);
  trainer.setDue(0);
  desk.robot->press(Qt::Key_Space);
  desk.robot->press(Qt::Key_Return);
  REQUIRE(desk.robot->waitFor([&] { return trainer.assignments()->count() == 1; }));
  CHECK(desk.told().contains(QStringLiteral("指派给 1 人")));
  CHECK(trainer.assignments()->rowAt(0).badge.contains(QStringLiteral("今天")));

  desk.enter("8021");
  desk.robot->press(Qt::Key_F9, Qt::ShiftModifier);
  auto& practice = desk.station->practicePage();
  // What is to be done stands first in the practice room.
  REQUIRE(desk.robot->waitFor([&] {
    const RowList& list = *practice.chooser()->list();
    return list.count() > 0 && list.rowAt(0).key == u"burst-night" &&
           !list.rowAt(0).badge.isEmpty();
  }));
  desk.clock->advance(std::chrono::minutes{1});
  desk.practised(77);
  REQUIRE(
      desk.robot->waitFor([&] { return practice.chooser()->list()->rowAt(0).badge.isEmpty(); }));

  desk.enter("8030");
  desk.open();
  REQUIRE(desk.robot->waitFor([&] {
    return trainer.assignments()->count() == 1 &&
           trainer.assignments()->rowAt(0).badge.contains(QStringLiteral("77"));
  }));
  CHECK(hasRow(*trainer.people(), QStringLiteral("平均 77")));
  // The results of the person, and the debrief of one of them, as far as its text is still known.
  trainer.people()->setCurrentRow(row);
  REQUIRE(desk.robot->waitFor([&] { return trainer.drills()->count() == 1; }));
  trainer.drills()->setFocus();
  desk.robot->press(Qt::Key_Return);
  REQUIRE(desk.robot->waitFor([&] { return trainer.showsDebrief(); }));
  CHECK(trainer.debrief()->debrief().score.score == 77);
  CHECK_FALSE(trainer.debrief()->debrief().note.isEmpty());
  CHECK(trainer.debrief()->debrief().who.contains(QStringLiteral("8021")));
  desk.robot->press(Qt::Key_Escape);
  CHECK_FALSE(trainer.showsDebrief());
  trainer.assignments()->setFocus();
  desk.robot->press(Qt::Key_Delete);
  REQUIRE(desk.robot->waitFor([&] { return trainer.assignments()->count() == 0; }));
}

TEST_CASE("who practises what, how long and how it goes is seen, and nothing else",
          "[app][training]") {
  TrainerDesk desk;
  desk.enter("8030");
  desk.open();
  PresenceView one;
  one.agent = AgentId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
  one.staffNumber = QStringLiteral("8052");
  one.name = QStringLiteral("小赵");
  one.state = ui::drillPresence(
      {ui::scenarioNumber(QStringLiteral("burst-night")), 5, 72, std::chrono::seconds{252}});
  // When she opened what lies on her screen says nothing of the drill.
  one.since = desk.clock->now() - std::chrono::hours{3};
  PresenceView other = one;
  other.agent = AgentId(QUuid(2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
  other.state = QStringLiteral("call");
  desk.trainer().setPresence({one, other});
  REQUIRE(desk.trainer().running()->count() == 1);
  const QString text = desk.trainer().running()->item(0)->text();
  CHECK(text.contains(QStringLiteral("小赵")));
  CHECK(text.contains(QStringLiteral("深夜爆管")));
  CHECK(text.contains(QStringLiteral("04:12")));
  CHECK(text.contains(QStringLiteral("第 5 轮")));
  CHECK(text.contains(QStringLiteral("72")));
  // It goes on by itself, and a scenario that this seat does not have is none of its titles.
  desk.clock->advance(std::chrono::seconds{30});
  desk.trainer().tick();
  CHECK(desk.trainer().running()->item(0)->text().contains(QStringLiteral("04:42")));
  one.state = ui::drillPresence({ui::scenarioNumber(QStringLiteral("burst-night")) ^ 1, 5, 72, {}});
  desk.trainer().setPresence({one, other});
  CHECK_FALSE(desk.trainer().running()->item(0)->text().contains(QStringLiteral("深夜爆管")));
  desk.trainer().setPresence({other});
  CHECK(desk.trainer().running()->count() == 0);
}
