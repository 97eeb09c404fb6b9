// SPDX-License-Identifier: GPL-3.0-or-later
// A drill on the real window by keyboard alone: chosen, practised to its end, scored, looked back
// at, done again as it was, and better; and nothing outside changes but one row of how it went.
#include <QDir>
#include <QSignalSpy>

#include "core/training/shipped_scenarios.h"
#include "tests/app/desk_fixture.h"
#include "ui/kit/rich_label.h"
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
  /// Tab after Tab, until the widget of this name has the keyboard.
  void tabTo(const char* name) {
    for (int i = 0; i < 40 && robot->target()->objectName() != QLatin1String(name); ++i) {
      robot->press(Qt::Key_Tab);
    }
    REQUIRE(robot->target()->objectName().toStdString() == name);
  }
  /// Down a list that has the keyboard, until this holds of its current row.
  void downTo(const ui::RowList& list, const std::function<bool(const ui::ListRow&)>& isIt) {
    robot->press(Qt::Key_Home);
    for (int i = 0; i < list.count() && !isIt(list.rowAt(list.currentRow())); ++i) {
      robot->press(Qt::Key_Down);
    }
    REQUIRE(isIt(list.rowAt(list.currentRow())));
  }
  void open() {
    robot->press(Qt::Key_F9, Qt::ShiftModifier);
    REQUIRE(robot->waitFor([this] { return practice().isVisible(); }));
    REQUIRE(robot->waitFor([this] { return practice().chooser()->list()->count() >= 17; }));
    choose(burst);
  }
  void choose(const QString& scenario) {
    tabTo("practice.scenarios");
    downTo(*practice().chooser()->list(),
           [&](const ui::ListRow& row) { return row.key == scenario; });
  }
  void begin(DrillHint hint = DrillHint::Sentence, quint64 seed = 7) {
    practice().setNextSeed(seed);
    if (practice().chooser()->mode() == DrillMode::Practice) {
      tabTo("practice.hint");
      robot->press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(hint)));
    }
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
    robot->press(Qt::Key_Q, Qt::AltModifier);
    robot->type(QStringLiteral("三楼水管井爆了，水流到电梯厅"));
    robot->press(Qt::Key_D, Qt::AltModifier);
    robot->type(QStringLiteral("3栋2单元3楼管井"));
    robot->press(Qt::Key_H, Qt::AltModifier);
    robot->type(QStringLiteral("王女士"));
    robot->press(Qt::Key_G, Qt::AltModifier);
    robot->type(QStringLiteral("1101"));
    robot->press(Qt::Key_Down);
    robot->press(Qt::Key_Return);
    robot->press(Qt::Key_L, Qt::AltModifier);
    robot->press(Qt::Key_1);
    robot->press(Qt::Key_Y, Qt::AltModifier);
    robot->press(Qt::Key_O, Qt::AltModifier);
    robot->press(Qt::Key_F6);
    REQUIRE(
        robot->waitFor([this] { return room().form()->draft().has(ActivityKind::Dispatched); }));
    CHECK(room().form()->draft().ticket.category == u"repair.water.burst_common");
    CHECK(room().form()->draft().ticket.level == Level::Red);
    backToTalk();
  }
  void backToTalk() {
    robot->press(Qt::Key_Escape);
    REQUIRE(room().words()->hasFocus());
  }
  /// Types what the scenario would say itself, to the end.
  void typeWell() {
    int guard = 0;
    while (!drill().isOver() && ++guard < 20) {
      say(drill().modelSentence());
      if (guard == 2) fillForm();
    }
    REQUIRE(drill().isOver());
  }
  /// Sends the owner away until she hangs up.
  void typeBadly() {
    int guard = 0;
    while (!drill().isOver() && ++guard < 20) {
      wait(std::chrono::seconds{20});
      say(guard % 2 == 1 ? QStringLiteral("师傅可能尽快过去。")
                         : QStringLiteral("这不归我们管，您自己想办法。"));
    }
    REQUIRE(drill().isOver());
  }
  /// Enter after the end is the receiver put down.
  void endByEnter() {
    REQUIRE(room().words()->hasFocus());
    robot->press(Qt::Key_Return);
    REQUIRE(robot->waitFor([this] { return practice().centre() == u"debrief"; }));
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
  school.choose(burst);
  school.tabTo("practice.own");
  school.robot->press(Qt::Key_Return);
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

TEST_CASE("a drill is done badly to its end, looked back at, and done well, by keys alone",
          "[app][training]") {
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
  school.typeBadly();
  CHECK_FALSE(isGood(*school.drill().end()));
  const size_t turns = school.drill().turns().size();
  school.endByEnter();
  const ui::Debrief bad = school.practice().debrief()->debrief();
  CHECK_FALSE(isGood(bad.score.end));
  CHECK(bad.score.score <= 40);
  CHECK(bad.turns.size() == turns);
  bool hasInstead = false;
  for (const DrillEvidence& one : bad.score.evidence) hasInstead |= !one.instead.isEmpty();
  CHECK(hasInstead);
  // Marks of the time are the lost points that have a moment.
  const ui::DrillTimeline* timeline = school.practice().debrief()->timeline();
  CHECK_FALSE(timeline->words().marks.empty());
  CHECK(timeline->words().anger.size() == turns + 1);
  // Down the list the mark follows; Enter asks for the turn's voice, and without one a sentence
  // says so.
  ui::RowList& evidence = *school.practice().debrief()->evidence();
  REQUIRE(evidence.hasFocus());
  school.robot->press(Qt::Key_Down);
  CHECK(evidence.currentRow() == 1);
  CHECK(timeline->currentMark() == 1);
  QSignalSpy asked(school.practice().debrief(), &ui::DebriefView::voiceAsked);
  QSignalSpy said(&school.practice(), &PracticePage::said);
  school.robot->press(Qt::Key_Return);
  REQUIRE(asked.size() == 1);
  CHECK(asked.front().front().toInt() ==
        bad.score.evidence[evidence.currentKey().toULongLong()].turn);
  REQUIRE(said.size() == 1);
  CHECK(said.front().front().toString().contains(QStringLiteral("没有录音")));

  REQUIRE(school.robot->waitFor([&] { return school.kept().size() == 1; }));
  school.wait(std::chrono::minutes{1});
  school.practice().setNextSeed(7);
  school.robot->press(Qt::Key_F3, Qt::ShiftModifier);
  school.ready();
  CHECK(school.room().wish().hint == DrillHint::Off);
  school.typeWell();
  CHECK(isGood(*school.drill().end()));
  school.endByEnter();
  const ui::Debrief better = school.practice().debrief()->debrief();
  CHECK(better.score.score >= 70);
  CHECK(better.score.score > bad.score.score);
  REQUIRE(better.last);
  CHECK(better.last->score == bad.score.score);
  CHECK(better.attempt == 2);
  CHECK(better.score.measures.angerAtEnd < better.last->measures.angerAtEnd);
}

// What earned points is shown with what shows it: her words in quotes, form and clock without.
TEST_CASE("the debrief cites its evidence, and calls nothing that was earned missing",
          "[app][training]") {
  School school;
  school.open();
  school.begin();
  school.playWell();
  school.hangUp();
  ui::DebriefView& view = *school.practice().debrief();
  const auto* saidLine = view.findChild<ui::RichLabel*>(QStringLiteral("debrief.said"));
  REQUIRE(saidLine);
  school.robot->press(Qt::Key_Tab, Qt::ShiftModifier);
  REQUIRE(school.robot->target()->objectName() == u"debrief.filter");
  school.robot->press(Qt::Key_3);
  ui::RowList& evidence = *view.evidence();
  bool hasQuote = false;
  bool hasField = false;
  for (int i = 0; i < evidence.count(); ++i) {
    evidence.setCurrentRow(i);
    const DrillEvidence& row = view.debrief().score.evidence[evidence.currentKey().toULongLong()];
    INFO(row.rule.toStdString() << ' ' << row.points);
    if (row.quote.isEmpty()) {
      CHECK(row.points < 0);
      CHECK(saidLine->text() == u"整通没有说到");
    } else {
      CHECK(saidLine->text().contains(row.quote));
      CHECK(saidLine->text().startsWith(QStringLiteral("您说的")) == row.isSaid);
    }
    hasQuote |= row.isSaid && !row.quote.isEmpty();
    hasField |= row.rule == u"elements.category" && row.quote.contains(QStringLiteral("爆管"));
  }
  CHECK(hasQuote);
  CHECK(hasField);
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

// design/practice.png: the talk is what is practised, the form stands narrow at its right.
TEST_CASE("the talk is larger than the form, and nothing of the form is cut", "[app][training]") {
  for (const QSize size : {QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)}) {
    School school(size);
    school.open();
    school.begin();
    school.wait(std::chrono::seconds{3});
    INFO(size.width());
    const int talk = school.room().talk()->width();
    const QWidget& form = *school.room().form();
    CHECK(form.width() <= 460);
    CHECK(talk > form.width() * 5 / 4);
    CHECK(form.minimumSizeHint().width() <= form.width());
    for (const QWidget* part : form.findChildren<QWidget*>()) {
      if (!part->isVisible() || part->isWindow()) continue;
      INFO(part->metaObject()->className() << ' ' << part->objectName().toStdString());
      const int left = part->mapTo(&form, QPoint(0, 0)).x();
      CHECK(left >= 0);
      CHECK(left + part->width() <= form.width());
    }
  }
}

TEST_CASE("an assessment shows neither hints nor feelings", "[app][training]") {
  School school;
  school.open();
  school.tabTo("practice.hint");
  school.robot->press(Qt::Key_3);
  school.robot->press(Qt::Key_Tab, Qt::ShiftModifier);
  REQUIRE(school.robot->target()->objectName() == u"practice.mode");
  school.robot->press(Qt::Key_2);
  school.begin();
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
  const int burstNumber = ui::scenarioNumber(burst);
  for (const ui::DrillGlance& told :
       {ui::DrillGlance{burstNumber, 5, 72, std::chrono::seconds{252}},
        ui::DrillGlance{0, 0, 0, {}}, ui::DrillGlance{4095, 60, 100, std::chrono::minutes{68}}}) {
    const QString state = ui::drillPresence(told);
    INFO(state.toStdString());
    CHECK(state.size() <= 20);
    CHECK(state.startsWith(QStringLiteral("busy.training.")));
    const auto glance = ui::drillGlance(state);
    REQUIRE(glance);
    CHECK(glance->scenario == told.scenario);
    CHECK(glance->turn == told.turn);
    CHECK(glance->anger == told.anger);
    CHECK(glance->sinceCall == told.sinceCall);
  }
  // What is too much is told as the most.
  const auto most = ui::drillGlance(ui::drillPresence({1, 99, 250, std::chrono::hours{30}}));
  REQUIRE(most);
  CHECK(most->turn == 60);
  CHECK(most->anger == 100);
  CHECK(most->sinceCall == std::chrono::seconds{4094});
  for (const char* other :
       {"idle", "busy.training", "busy.training.5.72", "busy.training.AAAA", "busy.training.AAAAA!",
        "busy.training._______", "busy.training.______"}) {
    INFO(other);
    CHECK_FALSE(ui::drillGlance(QLatin1String(other)));
  }
  // Those that ship have numbers of their own.
  QSet<int> numbers;
  const auto shipped = shippedScenarios();
  for (auto it = shipped.begin(); it != shipped.end(); ++it) {
    numbers.insert(ui::scenarioNumber(it.key()));
  }
  CHECK(numbers.size() == shipped.size());
}
