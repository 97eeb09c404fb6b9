// SPDX-License-Identifier: GPL-3.0-or-later
// The act panels by keys: what they ask for, and what they refuse to ask for.
#include "ui/desk/act_panel.h"

#include <QSignalSpy>

#include "tests/ui/panel_desk.h"
#include "ui/desk/act_pages.h"
#include "ui/desk/act_scale.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/ticket_panel.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::ui;
using sample::find;

namespace {

struct Desk : PanelDesk<ActPanel> {
  ActPanel& panel = part;
  TicketView view;
  std::vector<act::Any> asked;
  Desk() : PanelDesk({760, 360}) {
    view.ticket.id = sample::idOf<TicketTag>(1);
    view.ticket.category = QStringLiteral("repair.water.angle_valve");
    view.ticket.stage = Stage::InProgress;
    view.ticket.level = Level::Orange;
    view.ticket.kind = Kind::Complaint;
    showActive(panel);
    QObject::connect(&panel, &ActPanel::asked, &panel,
                     [this](const act::Any& what) { asked.push_back(what); });
  }
  template <class Act>
  Act only() {
    REQUIRE(asked.size() == 1);
    const Act* what = std::get_if<Act>(&asked.front());
    REQUIRE(what);
    return *what;
  }
};

}  // namespace

TEST_CASE("acts that need nothing are asked for at once", "[act]") {
  Desk desk;
  for (const Deed kind : {Deed::Confirm, Deed::Tell, Deed::Arrive, Deed::Resume}) {
    desk.panel.open(kind, desk.view);
    CHECK_FALSE(desk.panel.isOpen());
  }
  CHECK(desk.asked.size() == 4);
  CHECK(std::holds_alternative<act::Arrive>(desk.asked[2]));
}

TEST_CASE("dispatching proposes the department and takes a name", "[act]") {
  Desk desk;
  desk.panel.open(Deed::Dispatch, desk.view);
  desk.press(Qt::Key_Tab);
  sample::commit(desk.panel.focusWidget(), QStringLiteral("张师傅"));
  desk.submit();
  const auto dispatch = desk.only<act::Dispatch>();
  CHECK(dispatch.department == QStringLiteral("engineering"));
  CHECK(dispatch.person == QStringLiteral("张师傅"));
}

TEST_CASE("texts that are needed are asked for in place", "[act]") {
  const Deed kind =
      GENERATE(Deed::Return, Deed::Diagnose, Deed::Inform, Deed::Progress, Deed::Reopen);
  Desk desk;
  desk.panel.open(kind, desk.view);
  desk.submit();
  CHECK(desk.asked.empty());
  CHECK(desk.panel.isOpen());
  QWidget* editor = desk.panel.focusWidget();
  sample::compose(editor, QStringLiteral("pei jian"));
  desk.press(Qt::Key_Return);
  CHECK(desk.asked.empty());
  sample::commit(editor, QStringLiteral("配件今天到"));
  desk.submit();
  CHECK(desk.asked.size() == 1);
}

TEST_CASE("urging needs no words", "[act]") {
  Desk desk;
  desk.panel.open(Deed::Urge, desk.view);
  desk.submit();
  CHECK(desk.only<act::Urge>().text.isEmpty());
}

TEST_CASE("a pause takes a reason by digit and a time as spoken", "[act]") {
  Desk desk;
  desk.panel.open(Deed::Pause, desk.view);
  desk.submit();
  CHECK(desk.asked.empty());
  desk.press(Qt::Key_2);
  desk.press(Qt::Key_Tab);
  desk.press(Qt::Key_Tab);
  sample::commit(desk.panel.focusWidget(), QStringLiteral("下辈子"));
  desk.submit();
  CHECK(desk.asked.empty());
  find<LineBox>(desk.panel, "actPanel.until")->setText(QStringLiteral("明天 10:00"));
  desk.submit();
  const auto pause = desk.only<act::Pause>();
  CHECK(pause.reason == QStringLiteral("parts"));
  REQUIRE(pause.until);
  CHECK(toIso(*pause.until) == QStringLiteral("2026-10-11T10:00:00+08:00"));
}

TEST_CASE("another reason for a pause has to be written", "[act]") {
  Desk desk;
  desk.panel.open(Deed::Pause, desk.view);
  desk.press(Qt::Key_5);
  desk.submit();
  CHECK(desk.asked.empty());
  sample::commit(desk.panel.focusWidget(), QStringLiteral("业主出差"));
  desk.submit();
  CHECK(desk.only<act::Pause>().reason == QStringLiteral("业主出差"));
}

TEST_CASE("solving needs cause, outcome and what the owner says", "[act]") {
  Desk desk;
  desk.panel.open(Deed::Solve, desk.view);
  desk.submit();
  CHECK(desk.panel.focusWidget()->objectName() == QStringLiteral("actPanel.cause"));
  sample::commit(desk.panel.focusWidget(), QStringLiteral("角阀老化"));
  desk.submit();
  CHECK(desk.panel.focusWidget()->objectName() == QStringLiteral("actPanel.outcome"));
  sample::commit(desk.panel.focusWidget(), QStringLiteral("已更换，不漏了"));
  desk.submit();
  CHECK(desk.panel.focusWidget()->objectName() == QStringLiteral("actPanel.ownerConfirmed"));
  desk.press(Qt::Key_1);
  desk.submit();
  const auto solve = desk.only<act::Solve>();
  CHECK(solve.cause == QStringLiteral("角阀老化"));
  CHECK(solve.ownerConfirmed);
  CHECK(solve.solution == QStringLiteral("已解决"));
}

TEST_CASE("after 没解决 no points are asked and the ticket reopens", "[act]") {
  Desk desk;
  desk.panel.open(Deed::CallBack, desk.view);
  desk.press(Qt::Key_1);
  auto* score = find<ActScale>(desk.panel, "actPanel.score");
  CHECK(score->isVisible());
  score->setValue(5);
  desk.panel.page()->first()->setFocus();
  desk.press(Qt::Key_2);
  CHECK_FALSE(score->isVisible());
  CHECK(find<HintButton>(desk.panel, "actPanel.submit")->text() == QStringLiteral("保存并重开"));
  desk.submit();
  const auto call = desk.only<act::CallBack>();
  CHECK(call.result == act::CallBack::Result::Unsolved);
  CHECK_FALSE(call.score);
  CHECK_FALSE(call.nps);
}

TEST_CASE("points are given by digits and may stay unanswered", "[act]") {
  Desk desk;
  desk.panel.open(Deed::CallBack, desk.view);
  desk.press(Qt::Key_1);
  desk.press(Qt::Key_Tab);
  desk.press(Qt::Key_4);
  desk.press(Qt::Key_Tab);
  desk.press(Qt::Key_1);
  desk.press(Qt::Key_0);
  desk.submit();
  const auto call = desk.only<act::CallBack>();
  CHECK(call.score == 4);
  CHECK(call.nps == 10);
  find<ActScale>(desk.panel, "actPanel.nps")->setFocus();
  desk.press(Qt::Key_Backspace);
  desk.submit();
  REQUIRE(desk.asked.size() == 2);
  CHECK_FALSE(std::get<act::CallBack>(desk.asked[1]).nps);
}

TEST_CASE("lowering the level and turning a complaint into a repair need a reason", "[act]") {
  Desk desk;
  desk.panel.open(Deed::ChangeLevel, desk.view);
  desk.press(Qt::Key_1);
  desk.submit();
  CHECK(desk.only<act::ChangeLevel>().level == Level::Red);
  desk.asked.clear();
  desk.panel.open(Deed::ChangeLevel, desk.view);
  desk.press(Qt::Key_3);
  desk.submit();
  CHECK(desk.asked.empty());
  desk.panel.open(Deed::ChangeKind, desk.view);
  desk.press(Qt::Key_1);
  desk.submit();
  CHECK(desk.asked.empty());
  sample::commit(desk.panel.focusWidget(), QStringLiteral("业主说只要修好"));
  desk.submit();
  CHECK(desk.only<act::ChangeKind>().kind == Kind::Repair);
}

TEST_CASE("the archive shows what it keeps, Esc folds and tells", "[act]") {
  Desk desk;
  QSignalSpy folded(&desk.panel, &ActPanel::folded);
  desk.panel.open(Deed::Archive, desk.view);
  desk.submit();
  desk.only<act::Archive>();
  desk.panel.setProblem(QStringLiteral("业主还没确认，先回访。"));
  CHECK(find<Label>(desk.panel, "actPanel.problem")->text().contains(QStringLiteral("回访")));
  desk.press(Qt::Key_Escape);
  CHECK(folded.count() == 1);
  CHECK_FALSE(desk.panel.isOpen());
}

TEST_CASE("every page opens, is walked by Tab, and takes hostile text", "[act][hostile]") {
  Desk desk;
  const QString hostile = QString(300'000, u'水') + QChar(0) + QStringLiteral("\u202e😀");
  for (const Deed act : ticketActs) {
    desk.panel.open(act, desk.view);
    if (!desk.panel.isOpen()) continue;
    for (TextBox* box : desk.panel.findChildren<TextBox*>()) {
      box->insertText(hostile);
      CHECK(box->text().size() == 200'000);
      box->setText({});
    }
    QSet<QWidget*> walked;
    for (int step = 0; step < 20; ++step) {
      REQUIRE(desk.panel.focusWidget());
      walked.insert(desk.panel.focusWidget());
      desk.press(Qt::Key_Tab);
    }
    CHECK(walked.contains(find<HintButton>(desk.panel, "actPanel.submit")));
  }
}

TEST_CASE("the ticket's panel offers its acts and asks for them", "[act]") {
  sample::theme();
  TicketPanel panel;
  TicketView view;
  view.ticket.stage = Stage::Dispatched;
  view.ticket.department = QStringLiteral("finance");
  view.ticket.number = TicketNumber{207, 4031}.digits();
  view.text.title = QStringLiteral("停车费多扣一个月");
  view.ticket.receivedAt = sample::now();
  panel.set(view, sample::now());
  QSignalSpy asked(&panel, &TicketPanel::actAsked);
  CHECK(panel.askAct(Deed::Arrive));
  CHECK_FALSE(panel.askAct(Deed::Archive));
  CHECK(asked.count() == 1);
  CHECK(find<Label>(panel, "ticketPanel.title")->text() == QStringLiteral("停车费多扣一个月"));
}
