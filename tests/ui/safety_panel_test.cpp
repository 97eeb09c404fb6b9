// SPDX-License-Identifier: GPL-3.0-or-later
// Early dispatch by keys: questions, outside numbers, the engineer on duty, the dispatch.
#include "ui/desk/safety_panel.h"

#include <QSignalSpy>

#include "tests/ui/form_desk.h"
#include "ui/desk/safety_rows.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;
using sample::find;

namespace {

/// A burst pipe is being written down, and somebody is on duty.
struct Desk : FormDesk {
  Desk() : FormDesk({760, 640}) {
    form.setDuty({QStringLiteral("张师傅"), QStringLiteral("13900001111")});
    sample::commit(form.focusWidget(), QStringLiteral("三楼水管井爆了，水流到电梯厅"));
  }
};

}  // namespace

TEST_CASE("two keys send the engineer, Esc takes back to the text", "[safety]") {
  Desk desk;
  QSignalSpy asked(&desk.form, &TicketForm::earlyDispatchAsked);
  CHECK(desk.form.isEmergency());
  desk.form.openEarly();
  REQUIRE(desk.form.safety()->isOpen());
  CHECK(desk.form.safety()->situation()->id == QStringLiteral("water_common"));
  desk.press(Qt::Key_Return);
  CHECK(asked.count() == 1);
  CHECK(desk.form.draft().ticket.category == QStringLiteral("repair.water.burst_common"));
  CHECK(desk.form.draft().ticket.level == Level::Red);
  desk.press(Qt::Key_Escape);
  CHECK_FALSE(desk.form.safety()->isOpen());
  CHECK(desk.focused() == QStringLiteral("request"));
  desk.form.openEarly();
  desk.form.openEarly();
  CHECK(asked.count() == 2);
}

TEST_CASE("answers lead on, call for help and correct the category", "[safety]") {
  Desk desk;
  QSignalSpy answered(&desk.form, &TicketForm::safetyAnswered);
  SafetyPanel& panel = *desk.form.safety();
  CHECK_FALSE(panel.answerByIndex(1));
  desk.form.openEarly();
  CHECK(panel.question() == 0);
  CHECK_FALSE(panel.answerByIndex(9));
  CHECK(panel.answerByIndex(2));
  CHECK(answered.count() == 1);
  CHECK(desk.form.draft().ticket.category == QStringLiteral("repair.water.burst_indoor"));
  CHECK(panel.situation()->id == QStringLiteral("water_indoor"));
  CHECK(panel.question() == 1);
  CHECK(
      find<SafetyNever>(panel, "safetyPanel.never")->text().contains(panel.situation()->neverText));
  CHECK(panel.answerByIndex(3));
  find<QWidget>(panel, "safetyPanel.number.emergency_medical");
  CHECK(panel.answerByIndex(1));
  CHECK(panel.question() == -1);
  CHECK(desk.form.draft().text.note.contains(QStringLiteral("户内；有人受伤；已关阀")));
}

TEST_CASE("calls to outside numbers and to the engineer keep their time", "[safety]") {
  Desk desk;
  desk.form.openEarly();
  SafetyPanel& panel = *desk.form.safety();
  QSignalSpy called(&panel, &SafetyPanel::outsideCalled);
  QSignalSpy told(&panel, &SafetyPanel::dutyTold);
  panel.answerByIndex(3);
  auto* row = find<SafetyNumberRow>(panel, "safetyPanel.number.emergency_medical");
  auto* tick = row->findChild<HintButton*>();
  QTest::mouseClick(tick, Qt::LeftButton);
  CHECK(called.count() == 1);
  auto* said = find<LineBox>(panel, "safetyPanel.dutyText");
  said->setFocus();
  sample::compose(said, QStringLiteral("ma shang"));
  QTest::keyClick(said, Qt::Key_Return);
  CHECK(told.isEmpty());
  sample::commit(said, QStringLiteral("马上到"));
  QTest::keyClick(said, Qt::Key_Return);
  REQUIRE(told.count() == 1);
  CHECK(told.first().first().toString() == QStringLiteral("马上到"));
  const TicketDraft draft = desk.form.draft();
  int calls = 0;
  for (const DraftFact& fact : draft.facts) {
    if (fact.kind != ActivityKind::OutsideCalled) continue;
    ++calls;
    CHECK(fact.at == sample::now());
  }
  CHECK(calls == 2);
  desk.form.show(draft);
  desk.form.openEarly();
  CHECK_FALSE(find<HintButton>(panel, "safetyPanel.dutyTold")->isEnabled());
}

TEST_CASE("Tab goes through the open panel from top to bottom and on to the acts", "[safety]") {
  Desk desk;
  desk.form.openEarly();
  SafetyPanel& panel = *desk.form.safety();
  panel.answerByIndex(3);
  QCoreApplication::processEvents();
  REQUIRE(desk.form.focusField(QStringLiteral("refused")));
  const auto name = [&desk] {
    const QWidget* widget = desk.form.focusWidget();
    const QString own = widget->objectName();
    return own.isEmpty() ? widget->parentWidget()->objectName() : own;
  };
  QStringList walked;
  while (name() != u"ticketForm.confirmed" && walked.size() < 30) {
    desk.press(Qt::Key_Tab);
    walked << name();
  }
  QStringList rows;
  for (const auto* row : panel.findChildren<SafetyNumberRow*>()) {
    if (row->isVisible()) rows << row->objectName();
  }
  REQUIRE_FALSE(rows.isEmpty());
  CHECK(walked.mid(0, 2) ==
        QStringList{QStringLiteral("safetyPanel.fold"), QStringLiteral("safetyPanel.dispatch")});
  CHECK(walked.mid(2, 1) == QStringList{QStringLiteral("safetyPanel.answer1")});
  for (const QString& row : rows) CHECK(walked.contains(row));
  CHECK(walked.mid(walked.size() - 3) == QStringList{QStringLiteral("safetyPanel.dutyText"),
                                                     QStringLiteral("safetyPanel.dutyTold"),
                                                     QStringLiteral("ticketForm.confirmed")});
  QStringList back;
  while (name() != u"ticketForm.refused" && back.size() < 30) {
    desk.press(Qt::Key_Backtab);
    back.prepend(name());
  }
  back.removeFirst();
  back << QStringLiteral("ticketForm.confirmed");
  CHECK(back == walked);
}

TEST_CASE("without a situation the engineer and the button still stand there", "[safety]") {
  Desk desk;
  desk.form.show(sample::draft());
  QSignalSpy asked(&desk.form, &TicketForm::earlyDispatchAsked);
  desk.form.openEarly();
  CHECK(desk.form.safety()->situation() == nullptr);
  desk.press(Qt::Key_Return);
  CHECK(asked.count() == 1);
}
