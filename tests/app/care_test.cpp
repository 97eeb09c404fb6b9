// SPDX-License-Identifier: GPL-3.0-or-later
// Care for the call on the real window: each kind of help is taken with one key, from where she
// types, over nothing that she wrote, and never while an input method composes.
#include "core/assist/calming.h"
#include "tests/app/desk_fixture.h"
#include "ui/desk/call_bar.h"
#include "ui/desk/calm_line.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/template_chooser.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/wrapup_panel.h"
#include "ui/kit/badge.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::test;

namespace {

constexpr auto ctrlShift = Qt::ControlModifier | Qt::ShiftModifier;

struct CareDesk {
  CareDesk() {
    desk.station->receive({QStringLiteral("call 138 1234 1234")});
    REQUIRE(desk.centreBecomes("ringing"));
    robot.press(Qt::Key_F2);
    REQUIRE(desk.centreBecomes("draft"));
    REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == u"ticketForm.request"; }));
  }
  ui::TicketForm& form() { return *desk.draftView().form(); }
  TicketDraft draft() { return desk.draftView().draft(); }
  ui::ScriptPane& script() { return *desk.page().side()->script(); }
  ui::TextBox& reply() {
    return *form().findChild<ui::TextBox*>(QStringLiteral("ticketForm.reply"));
  }
  ui::CalmLine& rung() { return *script().findChildren<ui::CalmLine*>().at(1); }
  ui::CalmLine& warning() { return *script().findChildren<ui::CalmLine*>().at(0); }
  void add(const char* text) {
    form().focusField(QStringLiteral("request"));
    robot.type(QString::fromUtf8(text));
  }
  int facts(ActivityKind kind) {
    int count = 0;
    for (const DraftFact& fact : draft().facts) count += fact.kind == kind ? 1 : 0;
    return count;
  }
  int records(ActivityKind kind) {
    int count = 0;
    for (const Activity& one : desk.page().ticketView()->view().activities) {
      count += one.kind == kind ? 1 : 0;
    }
    return count;
  }
  void save() {
    robot.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.centreBecomes("ticket"));
    REQUIRE(robot.waitFor([&] { return !desk.page().ticketView()->view().ticket.id.isNull(); }));
  }

  Desk desk;
  Robot& robot = *desk.robot;
};

}  // namespace

TEST_CASE("the ladder offers one rung at a time, and one key says it", "[app][care]") {
  CareDesk at;
  CHECK(at.rung().isHidden());
  at.add("你们什么态度，等了三天没人来，气死我了");
  REQUIRE(at.robot.waitFor([&] { return at.rung().isVisible(); }));
  const QString first = at.rung().sentence();
  CHECK(first == Calming::builtIn().rungs()[0].say);
  at.robot.press(Qt::Key_4, Qt::AltModifier);
  CHECK(at.reply().text() == first);
  // She has said it: nothing more until the owner speaks again.
  CHECK(at.robot.waitFor([&] { return at.rung().isHidden(); }));
  at.add("，凭什么还要我等");
  REQUIRE(at.robot.waitFor([&] { return at.rung().isVisible(); }));
  CHECK(at.rung().sentence() == Calming::builtIn().rungs()[1].say);
  // Calm again, by a person's word: the ladder folds.
  while (at.form().emotion() != EmotionLevel::Calm) at.robot.press(Qt::Key_M, ctrlShift);
  CHECK(at.robot.waitFor([&] { return at.rung().isHidden(); }));
}

TEST_CASE("a rung that names a time opens the promise line, and promises nothing before F7",
          "[app][care]") {
  CareDesk at;
  at.add("你们什么态度，凭什么收了钱不办事");
  for (int i = 0; i < 4; ++i) {
    REQUIRE(at.robot.waitFor([&] { return at.rung().isVisible(); }));
    at.robot.press(Qt::Key_4, Qt::AltModifier);
    if (i < 3) at.add("，凭什么");
  }
  REQUIRE(at.form().promiseLine()->isOpen());
  CHECK(at.draft().promises.empty());
  CHECK(at.reply().text().contains(QStringLiteral("前给您回电")));
  CHECK_FALSE(at.reply().text().contains(u'{'));
  at.robot.press(Qt::Key_F7);
  CHECK(at.draft().promises.size() == 1);
}

TEST_CASE("kind words that were said are passed over, and it is told", "[app][care]") {
  CareDesk at;
  at.add("你们什么态度，气死我了");
  REQUIRE(at.robot.waitFor([&] { return at.form().emotion() == EmotionLevel::Angry; }));
  auto* passed = at.script().findChild<ui::Label*>(QStringLiteral("script.passed"));
  at.robot.settle(100);
  CHECK(passed->isHidden());
  at.robot.press(Qt::Key_E, Qt::AltModifier);
  at.robot.type(QStringLiteral("我特别理解您，先说声对不起。"));
  CHECK(at.robot.waitFor([&] { return passed->isVisible(); }));
  CHECK(passed->text().contains(QStringLiteral("这通说过")));
}

TEST_CASE("two warnings and a polite end are spoken with one key each, and recorded",
          "[app][care]") {
  CareDesk at;
  at.add("再不来我就打12345，你们什么态度！！");
  at.robot.settle(300);
  // Anger and threats to complain are no abuse.
  CHECK(at.warning().isHidden());
  const char* insults[] = {"你个废物", "，你就是个王八蛋", "，你这个畜生"};
  for (int step = 1; step <= 3; ++step) {
    at.add(insults[step - 1]);
    REQUIRE(at.robot.waitFor([&] { return at.warning().isVisible(); }));
    CHECK_FALSE(at.warning().sentence().contains(u'{'));
    at.robot.press(Qt::Key_5, Qt::AltModifier);
    CHECK(at.robot.waitFor([&] { return at.warning().isHidden(); }));
    CHECK(at.facts(ActivityKind::Warned) == step);
  }
  // Spoken, not written: the answer is hers.
  CHECK(at.reply().text().isEmpty());
  at.save();
  CHECK(at.records(ActivityKind::Warned) == 3);
}

TEST_CASE("a sensitive call is one key: level, script, recorded reason, and 小结 afterwards",
          "[app][care]") {
  CareDesk at;
  at.add("我是记者，问你们收费的事");
  at.robot.press(Qt::Key_L, ctrlShift);
  CHECK(at.draft().ticket.sensitive == QStringLiteral("call"));
  CHECK(at.draft().ticket.level <= Level::Orange);
  CHECK(at.script().run().script().id == QStringLiteral("sensitive_call"));
  CHECK(at.form().findChild<ui::Badge*>(QStringLiteral("ticketForm.sensitive"))->isVisible());
  at.robot.press(Qt::Key_3, Qt::ControlModifier);
  CHECK(at.draft().ticket.sensitive == QStringLiteral("press"));
  CHECK(at.facts(ActivityKind::Sensitive) == 2);
  // Nothing proposed afterwards lowers the level.
  at.robot.press(Qt::Key_T, Qt::ControlModifier);
  CHECK(at.draft().ticket.level <= Level::Orange);
  at.robot.press(Qt::Key_F10, Qt::ControlModifier);
  CHECK(at.desk.page().findChild<ui::WrapUpPanel*>()->isOpen());
  at.robot.press(Qt::Key_Escape);
  at.form().focusField(QStringLiteral("request"));
  at.save();
  CHECK(at.desk.page().ticketView()->view().ticket.sensitive == QStringLiteral("press"));
  CHECK(at.records(ActivityKind::Sensitive) == 2);
}

TEST_CASE("an agent cannot take the mark back, the leader of the shift can", "[app][care]") {
  CareDesk at;
  Agent me = *at.desk.station->backend().session();
  me.role = Role::Agent;
  at.desk.station->backend().enter(me);
  at.robot.settle(50);
  at.robot.press(Qt::Key_L, ctrlShift);
  REQUIRE(at.draft().ticket.sensitive == QStringLiteral("call"));
  at.robot.press(Qt::Key_L, ctrlShift);
  CHECK(at.draft().ticket.sensitive == QStringLiteral("call"));
  me.role = Role::Supervisor;
  at.desk.station->backend().enter(me);
  at.robot.settle(50);
  REQUIRE(at.desk.centreBecomes("draft"));
  at.robot.press(Qt::Key_L, ctrlShift);
  CHECK(at.draft().ticket.sensitive.isEmpty());
}

TEST_CASE("slow: one short sentence a key, larger, calm clock, read back before dispatch",
          "[app][care]") {
  CareDesk at;
  auto* bar = at.desk.station->window().findChild<ui::CallBar*>();
  const ScriptStep before = *at.script().run().step();
  at.robot.press(Qt::Key_S, ctrlShift);
  CHECK(at.script().isSlow());
  CHECK(at.draft().pace == QStringLiteral("slow"));
  CHECK_FALSE(bar->sentence().contains(u':'));
  const QStringList parts = ui::shortSentences(at.script().run().sentence().text);
  REQUIRE(parts.size() >= 2);
  for (qsizetype i = 1; i < parts.size(); ++i) {
    at.robot.press(Qt::Key_F5);
    CHECK(at.script().run().stepId() == before.id);
  }
  at.robot.press(Qt::Key_F5);
  CHECK(at.script().run().stepId() != before.id);
  at.add("厨房下水堵了");
  at.robot.press(Qt::Key_G, Qt::AltModifier);
  at.robot.type(QStringLiteral("下水"));
  at.robot.press(Qt::Key_Down);
  at.robot.press(Qt::Key_Return);
  auto* message = at.desk.page().findChild<ui::MessageBar*>();
  at.robot.press(Qt::Key_F6);
  REQUIRE(at.desk.page().centre() == QStringLiteral("draft"));
  REQUIRE(message->isVisible());
  CHECK(message->text().contains(QStringLiteral("3栋2单元1502")));
  CHECK_FALSE(message->text().contains(QStringLiteral("下水")));
  int presses = 0;
  while (message->isVisible() && ++presses < 10) at.robot.press(Qt::Key_B, Qt::ControlModifier);
  CHECK(presses >= 4);
  CHECK(at.draft().has(ActivityKind::Told));
  at.robot.press(Qt::Key_F6);
  REQUIRE(at.desk.centreBecomes("ticket"));
  REQUIRE(at.robot.waitFor([&] { return at.records(ActivityKind::Dispatched) == 1; }));
  bool isRecorded = false;
  for (const Activity& one : at.desk.page().ticketView()->view().activities) {
    isRecorded = isRecorded || one.data[u"readback"].toBool();
  }
  CHECK(isRecorded);
}

TEST_CASE("read-back at the usual pace is one sentence, the second press says that it was said",
          "[app][care]") {
  CareDesk at;
  at.add("厨房下水堵了");
  auto* message = at.desk.page().findChild<ui::MessageBar*>();
  at.robot.press(Qt::Key_B, Qt::ControlModifier);
  REQUIRE(message->isVisible());
  CHECK(message->text().contains(QStringLiteral("138 1234 1234")));
  CHECK(message->text().contains(QStringLiteral("厨房下水堵了")));
  CHECK_FALSE(at.draft().has(ActivityKind::Told));
  at.robot.press(Qt::Key_B, Qt::ControlModifier);
  CHECK(message->isHidden());
  CHECK(at.draft().has(ActivityKind::Told));
}

TEST_CASE("a template is one key and Enter, filled in, and the lint reads it", "[app][care]") {
  CareDesk at;
  at.add("厨房下水堵了");
  at.robot.press(Qt::Key_O, Qt::ControlModifier);
  REQUIRE(at.form().templates()->isOpen());
  CHECK(at.form().templates()->rows().size() == 36);
  at.robot.press(Qt::Key_Return);
  CHECK_FALSE(at.form().templates()->isOpen());
  const QString text = at.reply().text();
  CHECK(text.startsWith(QStringLiteral("【")));
  CHECK_FALSE(text.contains(u'{'));
  CHECK(at.robot.target()->objectName() == QStringLiteral("ticketForm.reply"));
  // Not whitelisted: what is changed in it is read like anything typed.
  CHECK_FALSE(at.draft().offered.contains(text));
  at.robot.press(Qt::Key_O, Qt::ControlModifier);
  at.robot.type(QStringLiteral("yzq tysm"));
  const auto rows = at.form().templates()->rows();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].data.toString() == QStringLiteral("group.statement"));
  at.robot.press(Qt::Key_Escape);
  CHECK_FALSE(at.form().templates()->isOpen());
  CHECK(at.reply().text() == text);
}

TEST_CASE("no help overwrites what is typed, not even what is selected", "[app][care]") {
  CareDesk at;
  at.add("你们什么态度，气死我了");
  REQUIRE(at.robot.waitFor([&] { return at.rung().isVisible(); }));
  at.robot.press(Qt::Key_E, Qt::AltModifier);
  at.robot.type(QStringLiteral("我的话"));
  for (const Qt::Key key : {Qt::Key_1, Qt::Key_4}) {
    at.robot.press(Qt::Key_A, Qt::ControlModifier);
    at.robot.press(key, Qt::AltModifier);
    CHECK(at.reply().text().startsWith(QStringLiteral("我的话")));
  }
  at.robot.press(Qt::Key_A, Qt::ControlModifier);
  at.robot.press(Qt::Key_O, Qt::ControlModifier);
  at.robot.press(Qt::Key_Return);
  CHECK(at.reply().text().startsWith(QStringLiteral("我的话")));
  CHECK(at.reply().text().contains(QStringLiteral("【")));
  CHECK(at.draft().text.request == QStringLiteral("你们什么态度，气死我了"));
}

TEST_CASE("while an input method composes no help fires", "[app][care]") {
  CareDesk at;
  at.add("你们什么态度，你个废物");
  REQUIRE(at.robot.waitFor([&] { return at.rung().isVisible() && at.warning().isVisible(); }));
  at.robot.press(Qt::Key_E, Qt::AltModifier);
  at.robot.composeOnly(QStringLiteral("duibuqi"));
  at.robot.press(Qt::Key_1, Qt::AltModifier);
  at.robot.press(Qt::Key_4, Qt::AltModifier);
  at.robot.press(Qt::Key_5, Qt::AltModifier);
  at.robot.press(Qt::Key_Return, Qt::AltModifier);
  at.robot.press(Qt::Key_O, Qt::ControlModifier);
  at.robot.press(Qt::Key_B, Qt::ControlModifier);
  at.robot.press(Qt::Key_T, Qt::ControlModifier);
  at.robot.press(Qt::Key_F7);
  at.robot.press(Qt::Key_L, ctrlShift);
  at.robot.press(Qt::Key_S, ctrlShift);
  CHECK(at.reply().text().isEmpty());
  CHECK(at.facts(ActivityKind::Warned) == 0);
  CHECK_FALSE(at.form().templates()->isOpen());
  CHECK_FALSE(at.form().promiseLine()->isOpen());
  CHECK(at.draft().ticket.sensitive.isEmpty());
  CHECK(at.draft().pace.isEmpty());
  CHECK(at.draft().ticket.category.isEmpty());
  at.robot.compose(QStringLiteral("duibuqi"), QStringLiteral("对不起"));
  CHECK(at.reply().text() == QStringLiteral("对不起"));
}

TEST_CASE("pace, mark, warnings and rungs are in the draft after a restart", "[app][care]") {
  CareDesk at;
  at.add("你们什么态度，你个废物");
  REQUIRE(at.robot.waitFor([&] { return at.rung().isVisible() && at.warning().isVisible(); }));
  at.robot.press(Qt::Key_4, Qt::AltModifier);
  at.robot.press(Qt::Key_5, Qt::AltModifier);
  at.robot.press(Qt::Key_L, ctrlShift);
  at.robot.press(Qt::Key_S, ctrlShift);
  at.robot.press(Qt::Key_O, Qt::ControlModifier);
  at.robot.press(Qt::Key_Return);
  const TicketDraft before = at.draft();
  REQUIRE(at.robot.waitFor([&] {
    const auto drafts = Desk::await(at.desk.station->backend().drafts());
    return !drafts->empty() && drafts->back().pace == QStringLiteral("slow") &&
           drafts->back().text.reply == before.text.reply;
  }));
  at.desk.station->window().close();
  at.desk.open();
  REQUIRE(at.desk.centreBecomes("draft"));
  const TicketDraft after = at.draft();
  CHECK(after.pace == before.pace);
  CHECK(after.ticket.sensitive == QStringLiteral("call"));
  CHECK(after.usedPhrases == before.usedPhrases);
  CHECK(at.facts(ActivityKind::Warned) == 1);
  CHECK(at.desk.page().side()->script()->isSlow());
}
