// SPDX-License-Identifier: GPL-3.0-or-later
// A drill on the real window by keyboard alone: chosen, practised to its end, scored, looked back
// at, done again as it was, and better; and nothing outside changes but one row of how it went.
#include <QDir>

#include "tests/app/desk_fixture.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/text_box.h"
#include "ui/shell/top_bar.h"
#include "ui/training/drill_form.h"
#include "ui/training/drill_room.h"
#include "ui/training/practice_page.h"
#include "ui/training/row_list.h"
#include "ui/training/scenario_chooser.h"
#include "ui/training/talk_view.h"
#include "ui/training/training_text.h"

using namespace yingda;
using namespace yingda::test;
using ui::DrillRoom;
using ui::PracticePage;

namespace {

const QString burst = QStringLiteral("burst-night");

class School : public Desk {
 public:
  explicit School(QSize size = {1440, 900}) : Desk(size) {}
  PracticePage& practice() { return station->practicePage(); }
  DrillRoom& room() { return *practice().room(); }
  const Drill& drill() { return room().run().drill(); }
  void open() {
    robot->press(Qt::Key_F9, Qt::ShiftModifier);
    REQUIRE(robot->waitFor([this] { return practice().isVisible(); }));
    REQUIRE(robot->waitFor([this] { return practice().chooser()->list()->count() >= 17; }));
    practice().chooser()->choose(burst);
  }
  void begin(DrillHint hint = DrillHint::Sentence, quint64 seed = 7) {
    practice().chooser()->setHint(hint);
    practice().setNextSeed(seed);
    robot->press(Qt::Key_Return);
    ready();
  }
  void ready() {
    REQUIRE(robot->waitFor([this] { return practice().room() && room().isReady(); }));
    REQUIRE(robot->waitFor([this] { return room().words()->hasFocus(); }));
  }
  void wait(Milliseconds span) {
    clock->advance(span);
    practice().tick();
    robot->settle();
  }
  void say(const QString& words) {
    robot->type(words);
    wait(std::chrono::seconds{4});
    robot->press(Qt::Key_Return);
  }
  /// Picks the sentence for this moment each time, and fills the form by its keys.
  void playWell() {
    int guard = 0;
    while (!drill().isOver() && ++guard < 20) {
      wait(std::chrono::seconds{3});
      robot->press(Qt::Key_1);
      wait(std::chrono::seconds{5});
      robot->press(Qt::Key_Return);
      if (guard == 2) fillForm();
    }
    REQUIRE(drill().isOver());
  }
  void fillForm() {
    ui::TicketForm& form = *room().form()->form();
    robot->press(Qt::Key_Q, Qt::AltModifier);
    robot->type(QStringLiteral("三楼水管井爆了，水流到电梯厅"));
    robot->press(Qt::Key_D, Qt::AltModifier);
    robot->type(QStringLiteral("3栋2单元3楼管井"));
    robot->press(Qt::Key_H, Qt::AltModifier);
    robot->type(QStringLiteral("王女士"));
    form.chooseCategory(QStringLiteral("repair.water.burst_common"));
    form.chooseLevel(Level::Red);
    robot->press(Qt::Key_Y, Qt::AltModifier);
    robot->press(Qt::Key_O, Qt::AltModifier);
    robot->press(Qt::Key_F6);
    REQUIRE(
        robot->waitFor([this] { return room().form()->draft().has(ActivityKind::Dispatched); }));
    room().words()->setFocus();
  }
  std::vector<DrillView> kept() {
    const auto drills = await(station->backend().drills());
    REQUIRE(drills);
    return *drills;
  }
  void hangUp() {
    robot->press(Qt::Key_F10, Qt::ControlModifier);
    REQUIRE(robot->waitFor([this] { return practice().centre() == u"debrief"; }));
  }
};

}  // namespace

TEST_CASE("a drill by keyboard: chosen, talked through, hung up, scored, kept", "[app][training]") {
  School school;
  school.open();
  CHECK(school.practice().chooser()->currentScenario() == burst);
  school.begin();
  CHECK(school.practice().centre() == u"room");
  CHECK(school.room().talk()->count() == 1);
  school.playWell();
  CHECK(isGood(*school.drill().end()));
  const int turns = static_cast<int>(school.drill().turns().size());
  CHECK(school.room().talk()->count() >= 2 * turns);
  school.hangUp();
  const ui::Debrief shown = school.practice().debrief()->debrief();
  CHECK(shown.score.score >= 70);
  CHECK_FALSE(shown.score.evidence.empty());
  CHECK(shown.attempt == 1);
  CHECK_FALSE(shown.last);
  REQUIRE(school.robot->waitFor([&] { return school.kept().size() == 1; }));
  const DrillView kept = school.kept().front();
  CHECK(kept.drill.score == shown.score.score);
  CHECK(kept.drill.seed == 7);
  CHECK(kept.drill.startedAt < school.clock->now());

  // The list shows the own best, and Esc leads back to it.
  school.robot->press(Qt::Key_Escape);
  REQUIRE(school.practice().centre() == u"chooser");
  REQUIRE(
      school.robot->waitFor([&] { return school.practice().chooser()->drills()->count() == 1; }));
  // What was kept is done again, and shows the same.
  school.practice().openDrill(kept.drill.id);
  REQUIRE(school.robot->waitFor([&] { return school.practice().centre() == u"debrief"; }));
  const ui::Debrief again = school.practice().debrief()->debrief();
  CHECK(again.note.isEmpty());
  CHECK(again.score.score == shown.score.score);
  CHECK(again.score.evidence.size() == shown.score.evidence.size());
  REQUIRE(again.turns.size() == shown.turns.size());
  for (size_t i = 0; i < again.turns.size(); ++i) {
    CHECK(again.turns[i].said == shown.turns[i].said);
    CHECK(again.turns[i].answer == shown.turns[i].answer);
    CHECK(again.turns[i].at == shown.turns[i].at);
  }
}

TEST_CASE("a bad drill is done once more, and better: the debrief says so", "[app][training]") {
  School school;
  school.open();
  school.begin(DrillHint::Off);
  school.wait(std::chrono::seconds{40});
  school.say(QStringLiteral("师傅可能尽快过去。"));
  REQUIRE(school.drill().turns().size() == 1);
  // Silence comes from the clock of the house, less what the customer needed to speak.
  CHECK(school.drill().turns().front().silence > std::chrono::seconds{30});
  CHECK(school.drill().turns().front().reading.signs.has(TurnSign::Silence));
  CHECK(school.drill().turns().front().reading.signs.has(TurnSign::Vague));
  school.say(QStringLiteral("这不归我们管，您自己想办法。"));
  school.hangUp();
  const ui::Debrief bad = school.practice().debrief()->debrief();
  CHECK_FALSE(isGood(bad.score.end));
  bool hasInstead = false;
  for (const DrillEvidence& one : bad.score.evidence) hasInstead |= !one.instead.isEmpty();
  CHECK(hasInstead);
  // Marks of the time are the lost points that have a moment.
  const ui::DrillTimeline* timeline = school.practice().debrief()->timeline();
  CHECK_FALSE(timeline->words().marks.empty());
  CHECK(timeline->words().anger.size() == 3);
  // Down the list the mark follows.
  school.robot->press(Qt::Key_Down);
  CHECK(school.practice().debrief()->evidence()->currentRow() == 1);

  REQUIRE(school.robot->waitFor([&] { return school.kept().size() == 1; }));
  school.wait(std::chrono::minutes{1});
  school.practice().setNextSeed(7);
  school.robot->press(Qt::Key_F3, Qt::ShiftModifier);
  school.ready();
  CHECK(school.room().wish().hint == DrillHint::Off);
  school.say(QStringLiteral("您好，云杉物业，8021 号为您服务，请问有什么可以帮您？"));
  school.say(
      QStringLiteral("这么晚碰上这种事，您着急我特别理解，这件事我来跟。请问是几栋几单元？"));
  school.hangUp();
  const ui::Debrief better = school.practice().debrief()->debrief();
  CHECK(better.score.score > bad.score.score);
  REQUIRE(better.last);
  CHECK(better.last->score == bad.score.score);
  CHECK(better.attempt == 2);
}

TEST_CASE("a practising trainee changes nothing outside but the record of the drill",
          "[app][training]") {
  School school;
  Backend& real = school.station->backend();
  const auto before = Desk::await(real.verify());
  const auto queueBefore = Desk::await(real.queue(QueueKind::AllOpen, 500));
  const auto householdsBefore = Desk::await(real.findHouseholds(QStringLiteral("3栋2单元"), 50));
  const auto draftsBefore = Desk::await(real.drafts());
  school.open();
  school.begin();
  const QString folder = school.room().folder();
  CHECK(QDir(folder).exists());
  CHECK(folder != real.folder());
  CHECK(isSandboxFolder(folder));
  school.playWell();
  // Keys that make or save something at the desk do it here, or nowhere.
  school.robot->press(Qt::Key_N, Qt::ControlModifier);
  school.robot->press(Qt::Key_F10);
  school.robot->press(Qt::Key_Return, Qt::ControlModifier);
  school.robot->settle(100);
  REQUIRE(school.practice().centre() == u"room");
  CHECK(school.practice().isVisible());
  const auto during = Desk::await(real.verify());
  CHECK(during->operations == before->operations);
  school.hangUp();
  REQUIRE(school.robot->waitFor([&] { return school.kept().size() == 1; }));
  CHECK_FALSE(QDir(folder).exists());
  const auto after = Desk::await(real.verify());
  CHECK(after->operations == before->operations + 1);
  const auto queueAfter = Desk::await(real.queue(QueueKind::AllOpen, 500));
  CHECK(queueAfter->rows.size() == queueBefore->rows.size());
  CHECK(Desk::await(real.findHouseholds(QStringLiteral("3栋2单元"), 50))->size() ==
        householdsBefore->size());
  CHECK(Desk::await(real.drafts())->size() == draftsBefore->size());
}

TEST_CASE("an input method composes in peace, and an empty line says nothing", "[app][training]") {
  School school;
  school.open();
  school.begin(DrillHint::Sentence);
  ui::TextBox& words = *school.room().words();
  school.robot->press(Qt::Key_Return);
  CHECK(school.drill().turns().empty());
  school.robot->composeOnly(QStringLiteral("nin"));
  school.robot->press(Qt::Key_1);
  school.robot->press(Qt::Key_Return);
  CHECK(school.drill().turns().empty());
  school.robot->compose(QStringLiteral("ninhao"), QStringLiteral("您好"));
  CHECK(words.text().endsWith(QStringLiteral("您好")));
  // With something written a digit is a digit.
  school.robot->type(QStringLiteral("1"));
  CHECK(words.text().endsWith(u'1'));
  school.robot->press(Qt::Key_Return);
  CHECK(school.drill().turns().size() == 1);
}

TEST_CASE("an assessment shows neither hints nor feelings", "[app][training]") {
  School school;
  school.open();
  school.practice().chooser()->setMode(DrillMode::Assessment);
  school.begin(DrillHint::Sentence);
  CHECK(school.room().wish().hint == DrillHint::Off);
  CHECK(school.room().findChild<QWidget*>(QStringLiteral("practice.mood")) == nullptr);
  CHECK(school.room().findChild<QWidget*>(QStringLiteral("practice.facts")) == nullptr);
  school.robot->press(Qt::Key_1);
  CHECK(school.room().words()->text() == u"1");
  school.say(QStringLiteral("您好，云杉物业，8021 号为您服务。"));
  school.hangUp();
  REQUIRE(school.robot->waitFor([&] { return school.kept().size() == 1; }));
  CHECK(school.kept().front().drill.isAssessment);
}

TEST_CASE("a drill without a word is not kept, another person does not find it",
          "[app][training]") {
  School school;
  school.open();
  school.begin();
  school.robot->press(Qt::Key_F10, Qt::ControlModifier);
  REQUIRE(school.robot->waitFor([&] { return school.practice().centre() == u"chooser"; }));
  CHECK(school.practice().room() == nullptr);
  CHECK(school.kept().empty());
  school.begin();
  const QString folder = school.room().folder();
  const auto other = Desk::await(school.station->backend().signInTrusted(QStringLiteral("8022")));
  REQUIRE(other);
  school.station->backend().enter(*other);
  school.robot->settle(50);
  CHECK(school.practice().room() == nullptr);
  CHECK_FALSE(QDir(folder).exists());
}

TEST_CASE("a call comes while somebody practises: one key leads to the desk, the drill waits",
          "[app][training]") {
  School school;
  school.open();
  school.begin();
  school.station->receive({QStringLiteral("call 138 1234 1234")});
  school.robot->settle(50);
  school.robot->press(Qt::Key_F2);
  REQUIRE(school.centreBecomes("draft"));
  CHECK_FALSE(school.practice().isVisible());
  school.robot->press(Qt::Key_F9, Qt::ShiftModifier);
  REQUIRE(school.robot->waitFor([&] { return school.practice().isVisible(); }));
  CHECK(school.practice().centre() == u"room");
}

TEST_CASE("what a seat says while it practises fits presence, and is read back",
          "[app][training]") {
  CHECK(ui::drillPresence(60, 100).size() <= 20);
  const auto glance = ui::drillGlance(ui::drillPresence(5, 72));
  REQUIRE(glance);
  CHECK(glance->turn == 5);
  CHECK(glance->anger == 72);
  for (const char* other : {"idle", "busy.training", "busy.training.x.1", "busy.training.1.2.3"}) {
    CHECK_FALSE(ui::drillGlance(QLatin1String(other)));
  }
}
