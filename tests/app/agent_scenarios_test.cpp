// SPDX-License-Identifier: GPL-3.0-or-later
// An agent's call on the real window, by keyboard alone, and the same through an input method.
#include "tests/app/desk_fixture.h"
#include "ui/desk/ticket_form.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// What a complete repair ticket has.
void checkComplete(Desk& desk) {
  REQUIRE(desk.centreBecomes("ticket"));
  desk.robot->settle(100);
  const TicketView& view = desk.page().ticketView()->view();
  CHECK(view.ticket.stage == Stage::Dispatched);
  CHECK(view.ticket.kind == Kind::Repair);
  CHECK(view.ticket.category == QStringLiteral("repair.water.burst_common"));
  CHECK(view.ticket.level == Level::Red);
  CHECK(view.ticket.department == QStringLiteral("engineering"));
  CHECK(view.text.request.contains(QStringLiteral("水管井爆了")));
  CHECK(view.text.reply.contains(QStringLiteral("别乘电梯")));
  CHECK(view.text.place.contains(QStringLiteral("3栋2单元1502")));
  CHECK(view.text.contactName == QStringLiteral("王女士"));
  CHECK(view.text.contactPhone == QStringLiteral("13812341234"));
  CHECK(view.ticket.occurredAt.has_value());
  bool isRunning = false;
  for (const Milestone& milestone : view.milestones) {
    if (milestone.id == u"M1") CHECK(milestone.state == MilestoneState::Met);
    isRunning = isRunning || milestone.state == MilestoneState::Running;
  }
  CHECK(isRunning);
}

}  // namespace

TEST_CASE("a complete repair ticket takes at most 45 key presses beyond free text", "[app][xcb]") {
  Desk desk;
  Robot& robot = *desk.robot;
  desk.station->receive({QStringLiteral("call 138-1234-1234")});
  REQUIRE(desk.centreBecomes("ringing"));
  desk.pass(3);
  robot.forgetPresses();
  robot.press(Qt::Key_F2);
  REQUIRE(desk.centreBecomes("draft"));
  REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == u"ticketForm.request"; }));
  robot.type(QStringLiteral("三楼水管井爆了，水流到电梯厅"));
  robot.press(Qt::Key_Tab);
  robot.type(QStringLiteral("先别乘电梯，也别趟积水"));
  robot.press(Qt::Key_G, Qt::AltModifier);
  robot.type(QStringLiteral("1101"));
  robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Return);
  robot.press(Qt::Key_H, Qt::AltModifier);
  robot.type(QStringLiteral("王女士"));
  robot.press(Qt::Key_Tab, Qt::ShiftModifier);
  robot.type(QStringLiteral("刚才"));
  robot.press(Qt::Key_Y, Qt::AltModifier);
  desk.pass(40);
  robot.press(Qt::Key_O, Qt::AltModifier);
  robot.press(Qt::Key_F6);
  checkComplete(desk);
  CHECK(robot.presses() <= 45);
  WARN("key presses beyond free text: " << robot.presses());
}

TEST_CASE("the whole ticket can be composed, and Enter while composing never submits", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  desk.station->receive({QStringLiteral("call 13812341234")});
  REQUIRE(desk.centreBecomes("ringing"));
  robot.press(Qt::Key_F2);
  REQUIRE(desk.centreBecomes("draft"));
  REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == u"ticketForm.request"; }));
  robot.composeOnly(QStringLiteral("sanloushuiguan"));
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  robot.press(Qt::Key_F6);
  robot.press(Qt::Key_Return);
  robot.settle(200);
  CHECK(desk.page().centre() == QStringLiteral("draft"));
  CHECK(desk.draftView().draft().text.request.trimmed().isEmpty());
  robot.compose(QStringLiteral("sanloushuiguanjing"),
                QStringLiteral("三楼水管井爆了，水流到电梯厅"));
  robot.press(Qt::Key_Tab);
  robot.compose(QStringLiteral("xianbie"), QStringLiteral("先别乘电梯，也别趟积水"));
  robot.press(Qt::Key_G, Qt::AltModifier);
  robot.compose(QStringLiteral("baoguan"), QStringLiteral("爆管（公共"));
  robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Return);
  robot.press(Qt::Key_H, Qt::AltModifier);
  robot.compose(QStringLiteral("wangnvshi"), QStringLiteral("王女士"));
  robot.press(Qt::Key_Tab, Qt::ShiftModifier);
  robot.compose(QStringLiteral("gangcai"), QStringLiteral("刚才"));
  robot.press(Qt::Key_Y, Qt::AltModifier);
  robot.press(Qt::Key_O, Qt::AltModifier);
  robot.press(Qt::Key_F6);
  checkComplete(desk);
}

TEST_CASE("what is typed is on disk soon, and stands there with its caret after the end", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  robot.press(Qt::Key_F2);
  robot.type(QStringLiteral("13999998888"));
  robot.press(Qt::Key_Return);
  REQUIRE(desk.centreBecomes("draft"));
  REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == u"ticketForm.request"; }));
  robot.type(QStringLiteral("马桶堵了一半"));
  robot.press(Qt::Key_Left);
  robot.press(Qt::Key_Left);
  const QString number = desk.draftView().draft().ticket.number;
  REQUIRE(robot.waitFor([&] {
    const auto drafts = Desk::await(desk.station->backend().drafts());
    return !drafts->empty() && drafts->back().text.request == QStringLiteral("马桶堵了一半");
  }));
  desk.station->window().close();
  desk.open();
  REQUIRE(desk.centreBecomes("draft"));
  const TicketDraft restored = desk.draftView().draft();
  CHECK(restored.ticket.number == number);
  CHECK(restored.text.request == QStringLiteral("马桶堵了一半"));
  CHECK(restored.text.contactPhone == QStringLiteral("13999998888"));
}

TEST_CASE("an unknown number is at the form in three keys, and parking keeps both drafts",
          "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  robot.forgetPresses();
  robot.press(Qt::Key_F2);
  robot.type(QStringLiteral("0755 8899 1234"));
  robot.press(Qt::Key_Return);
  REQUIRE(desk.centreBecomes("draft"));
  CHECK(robot.presses() <= 3);
  REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == u"ticketForm.request"; }));
  robot.type(QStringLiteral("第一件"));
  const QString first = desk.draftView().draft().ticket.number;
  robot.press(Qt::Key_N, Qt::ControlModifier);
  REQUIRE(robot.waitFor([&] { return desk.draftView().draft().ticket.number != first; }));
  robot.type(QStringLiteral("第二件"));
  robot.press(Qt::Key_Tab, Qt::ControlModifier);
  REQUIRE(robot.waitFor([&] { return desk.draftView().draft().ticket.number == first; }));
  CHECK(desk.draftView().draft().text.request == QStringLiteral("第一件"));
  robot.press(Qt::Key_Tab, Qt::ControlModifier);
  REQUIRE(robot.waitFor([&] { return desk.draftView().draft().ticket.number != first; }));
  CHECK(desk.draftView().draft().text.request == QStringLiteral("第二件"));
}

TEST_CASE("a ringing phone never takes the focus from who is typing", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  robot.press(Qt::Key_F2);
  robot.press(Qt::Key_Return);
  REQUIRE(desk.centreBecomes("draft"));
  REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == u"ticketForm.request"; }));
  robot.type(QStringLiteral("一边"));
  desk.station->receive({QStringLiteral("call 13812341234")});
  robot.settle(200);
  robot.type(QStringLiteral("打字"));
  CHECK(desk.page().centre() == QStringLiteral("draft"));
  CHECK(desk.draftView().draft().text.request == QStringLiteral("一边打字"));
  robot.press(Qt::Key_F2);
  REQUIRE(robot.waitFor(
      [&] { return desk.draftView().draft().callerNumber == QStringLiteral("13812341234"); }));
}

TEST_CASE("hostile calls and texts leave the window whole", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  for (const QString& line : {QStringLiteral("call "), QStringLiteral("call \u202e"),
                              QString(QStringLiteral("call ") + QString(5000, u'9')),
                              QStringLiteral("call yingda://call?number=%00"),
                              QStringLiteral("nonsense"), QString(100'000, u'x')}) {
    desk.station->receive({line});
  }
  robot.settle(100);
  CHECK(desk.page().centre() != QStringLiteral("ringing"));
  robot.press(Qt::Key_F2);
  robot.press(Qt::Key_Return);
  REQUIRE(desk.centreBecomes("draft"));
  TicketDraft draft = desk.draftView().draft();
  draft.text.request = QString(1'000'000, u'漏');
  draft.text.contactName = QString(500, u'王');
  const auto refused = Desk::await(desk.station->backend().save(draft, SaveIntent::Save));
  CHECK(refused.error().code == ErrorCode::Invalid);
  draft.text.request = QStringLiteral("😀\u202e\u0000漏水");
  CHECK(Desk::await(desk.station->backend().save(draft, SaveIntent::Save)));
}
