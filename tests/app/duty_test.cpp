// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to telephone on the real window, and the digits that mean what their caps say.
#include "tests/app/desk_fixture.h"
#include "ui/desk/duty_editor.h"
#include "ui/desk/safety_panel.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::test;

namespace {

void takeCall(Desk& desk) {
  desk.station->receive({QStringLiteral("call 13812341234")});
  REQUIRE(desk.centreBecomes("ringing"));
  desk.robot->press(Qt::Key_F2);
  REQUIRE(desk.centreBecomes("draft"));
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.robot->target()->objectName() == u"ticketForm.request"; }));
}

/// How many of the script's answers show a key.
int caps(Desk& desk) {
  int shown = 0;
  for (const auto* button : desk.page().side()->script()->findChildren<ui::HintButton*>()) {
    if (button->objectName().startsWith(u"script.answer.")) shown += !button->hint().isEmpty();
  }
  return shown;
}

}  // namespace

TEST_CASE("the caps of the script's answers go while something else takes the digits", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  desk.station->receive({QStringLiteral("call 13812341234")});
  REQUIRE(desk.centreBecomes("ringing"));
  CHECK(caps(desk) == 0);
  robot.press(Qt::Key_F2);
  REQUIRE(desk.centreBecomes("draft"));
  CHECK(caps(desk) == 9);
  REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == u"ticketForm.request"; }));
  robot.type(QStringLiteral("三楼水管井爆了，水流到电梯厅"));
  robot.press(Qt::Key_D, Qt::ControlModifier);
  ui::SafetyPanel& safety = *desk.draftView().form()->safety();
  REQUIRE(safety.isOpen());
  CHECK(caps(desk) == 0);
  const int questions = static_cast<int>(safety.situation()->questions.size());
  for (int i = 0; i < questions + 4 && safety.question() >= 0; ++i) {
    robot.press(Qt::Key_1, Qt::ControlModifier);
    robot.settle();
  }
  CHECK(safety.question() == -1);
  CHECK(caps(desk) == 9);
}

TEST_CASE("the duty engineer is filled in by keys and stands in the early dispatch", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  // An agent reads; who leads the desk writes.
  robot.press(Qt::Key_M, Qt::AltModifier);
  robot.settle(50);
  CHECK(desk.page().centre() != QStringLiteral("duty"));
  Agent me = *desk.station->backend().session();
  me.role = Role::Supervisor;
  desk.station->backend().enter(me);
  takeCall(desk);
  robot.type(QStringLiteral("三楼水管井爆了，水流到电梯厅"));
  robot.press(Qt::Key_D, Qt::ControlModifier);
  ui::SafetyPanel& safety = *desk.draftView().form()->safety();
  REQUIRE(safety.isOpen());
  robot.press(Qt::Key_M, Qt::AltModifier);
  REQUIRE(desk.centreBecomes("duty"));
  REQUIRE(robot.waitFor([&] { return robot.target()->objectName() == u"dutyEditor.name1"; }));
  robot.type(QStringLiteral("张师傅"));
  robot.press(Qt::Key_Tab);
  robot.type(QStringLiteral("139 0000 1111"));
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  const auto told = [&] {
    for (const auto* label : safety.findChildren<ui::Label*>()) {
      if (label->text().contains(QStringLiteral("张师傅 13900001111"))) return true;
    }
    return false;
  };
  CHECK(robot.waitFor(told));
  robot.press(Qt::Key_Escape);
  REQUIRE(desk.centreBecomes("draft"));
  CHECK(safety.isOpen());
  CHECK(robot.target()->objectName() == u"safetyPanel.dispatch");
}
