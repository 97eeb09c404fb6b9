// SPDX-License-Identifier: GPL-3.0-or-later
// The change of a shift on the real window, by keyboard alone.
#include <QListView>
#include <QSignalSpy>

#include "tests/app/desk_fixture.h"
#include "ui/kit/rich_label.h"
#include "ui/shell/handover_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sign_in_page.h"

using namespace yingda;
using namespace yingda::test;

namespace {

ui::HandoverPage* sheet(Desk& desk) {
  ui::HandoverPage* page = nullptr;
  (void)desk.robot->waitFor([&] {
    page = desk.station->window().findChild<ui::HandoverPage*>();
    return page && page->isVisible();
  });
  return page;
}

Agent agentOf(Desk& desk, const QString& staffNumber) {
  const auto agents = Desk::await(desk.station->backend().agents());
  REQUIRE(agents);
  for (const Agent& agent : *agents) {
    if (agent.staffNumber == staffNumber) return agent;
  }
  FAIL("nobody has that staff number");
  return {};
}

}  // namespace

TEST_CASE("a shift is handed over by digits, taken by Enter, and a call comes first", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  Backend& backend = desk.station->backend();
  const Agent me = *backend.session();
  desk.station->window().actions().trigger(QStringLiteral("handover"));
  ui::HandoverPage* page = sheet(desk);
  REQUIRE(page);
  REQUIRE(page->isGiving());
  const int lines = page->unassigned();
  REQUIRE(lines > 1);

  // Esc goes back and nothing was written; so does a call.
  robot.press(Qt::Key_1);
  CHECK(page->unassigned() == lines - 1);
  robot.press(Qt::Key_Escape);
  REQUIRE(robot.waitFor([&] { return !desk.station->window().findChild<ui::HandoverPage*>(); }));
  CHECK(backend.session());
  desk.station->window().actions().trigger(QStringLiteral("handover"));
  REQUIRE(sheet(desk));
  desk.station->receive({QStringLiteral("call 13812341234")});
  REQUIRE(desk.centreBecomes("ringing"));
  REQUIRE(robot.waitFor([&] { return !desk.station->window().findChild<ui::HandoverPage*>(); }));

  // The first line to the first colleague, the second to the next shift, the rest is left.
  desk.station->window().actions().trigger(QStringLiteral("handover"));
  page = sheet(desk);
  REQUIRE(page);
  REQUIRE(page->unassigned() == lines);
  const auto before = Desk::await(backend.handoverSheet());
  REQUIRE(before);
  const Agent colleague = before->colleagues.front();
  // What is late is called late, and what is not yet is not.
  const QAbstractItemModel* rows = page->findChild<QListView*>()->model();
  int late = 0;
  for (size_t i = 0; i < before->lines.size(); ++i) {
    const HandoverLine& line = before->lines[i];
    if (line.what != HandoverWhat::FollowUp || !line.ticket.nextDue) continue;
    const bool isLate = *line.ticket.nextDue <= desk.clock->now();
    late += isLate ? 1 : 0;
    const QString said =
        rows->index(static_cast<int>(i), 0).data(Qt::AccessibleTextRole).toString();
    CHECK(said.contains(QStringLiteral("已超时")) == isLate);
  }
  CHECK(late > 0);
  robot.press(Qt::Key_1);
  robot.press(Qt::Key_0);
  CHECK(page->unassigned() == lines - 2);
  // All at once, and then again as it was meant.
  robot.press(Qt::Key_A, Qt::ControlModifier);
  robot.press(Qt::Key_0);
  CHECK(page->unassigned() == 0);
  robot.press(Qt::Key_Home);
  robot.press(Qt::Key_1);
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(robot.waitFor(
      [&] { return desk.station->window().findChild<ui::SignInPage*>() != nullptr; }));
  CHECK_FALSE(backend.session());

  // Whoever comes finds all of it before the desk.
  backend.enter(agentOf(desk, colleague.staffNumber));
  desk.station->window().begin();
  page = sheet(desk);
  REQUIRE(page);
  CHECK_FALSE(page->isGiving());
  const auto waiting = Desk::await(backend.handoversToMe());
  REQUIRE(waiting);
  CHECK(static_cast<int>(waiting->size()) == lines);
  const TicketId first = waiting->front().ticket.id;
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] {
    const auto view = Desk::await(backend.ticket(first));
    return view && view->ticket.keeper == colleague.id;
  }));
  CHECK(Desk::await(backend.ticket(first))->ticket.firstReceiver == me.id);
  REQUIRE(robot.waitFor([&] {
    const auto left = Desk::await(backend.handoversToMe());
    return left && static_cast<int>(left->size()) == lines - 1;
  }));
  robot.settle(100);
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  // Nothing is left, and the desk is there by itself.
  REQUIRE(robot.waitFor([&] { return !desk.station->window().findChild<ui::HandoverPage*>(); }));
  CHECK(Desk::await(backend.handoversToMe())->empty());
}

TEST_CASE("what was begun goes to the colleague who sits down next, by keys", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  Backend& backend = desk.station->backend();
  TicketDraft begun = *Desk::await(backend.newDraft(QString(), desk.clock->now()));
  begun.text.request = QStringLiteral("厨房漏水，没说完就断线了");
  REQUIRE(Desk::await(backend.saveDraft(begun)));
  desk.station->window().actions().trigger(QStringLiteral("handover"));
  ui::HandoverPage* page = sheet(desk);
  REQUIRE(page);
  const auto given = Desk::await(backend.handoverSheet());
  REQUIRE(given);
  REQUIRE(given->lines.back().draft == begun.id);
  const int tickets = page->unassigned();
  const auto* rows = page->findChild<QListView*>()->model();
  const auto last = [&] {
    return rows->index(rows->rowCount() - 1, 0).data(Qt::AccessibleTextRole).toString();
  };
  CHECK(last().contains(QStringLiteral("草稿，没写完，在这台电脑")));
  CHECK(last().contains(QStringLiteral("留给自己")));
  robot.press(Qt::Key_End);
  robot.press(Qt::Key_1);
  const Agent colleague = given->colleagues.front();
  CHECK(last().contains(colleague.staffNumber));
  // A draft is nobody's debt to the next shift.
  CHECK(page->unassigned() == tickets);
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(robot.waitFor(
      [&] { return desk.station->window().findChild<ui::SignInPage*>() != nullptr; }));

  backend.enter(agentOf(desk, colleague.staffNumber));
  desk.station->window().begin();
  page = sheet(desk);
  REQUIRE(page);
  CHECK_FALSE(page->isGiving());
  robot.press(Qt::Key_End);
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] {
    const auto drafts = Desk::await(backend.drafts());
    return drafts && std::any_of(drafts->begin(), drafts->end(), [&](const TicketDraft& one) {
             return one.id == begun.id && one.text.request == begun.text.request;
           });
  }));
  const auto left = Desk::await(backend.handoversToMe());
  REQUIRE(left);
  CHECK(std::none_of(left->begin(), left->end(),
                     [](const HandoverLine& line) { return line.isDraft(); }));
}

TEST_CASE("of many colleagues each can be found by staff number, name or pinyin", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  Backend& backend = desk.station->backend();
  desk.station->window().actions().trigger(QStringLiteral("handover"));
  ui::HandoverPage* page = sheet(desk);
  REQUIRE(page);
  auto given = Desk::await(backend.handoverSheet());
  REQUIRE(given);
  given->colleagues.clear();
  for (int i = 0; i < 300; ++i) {
    Agent one;
    one.id = AgentId(QUuid::createUuidV5(QUuid(), QString::number(i)));
    one.staffNumber = QString::number(8100 + i);
    one.name = i == 271 ? QStringLiteral("欧阳春") : QStringLiteral("赵青");
    one.outsideName = i == 271 ? QStringLiteral("小春") : QStringLiteral("小赵");
    given->colleagues.push_back(one);
  }
  page->showSheet(*given, 0, backend.clock().now());
  QSignalSpy gave(page, &ui::HandoverPage::giveAsked);
  const int lines = page->unassigned();
  REQUIRE(lines > 2);
  auto* names = page->findChild<ui::RichLabel*>(QStringLiteral("handover.names"));
  REQUIRE(names);
  CHECK(names->text().contains(QStringLiteral("另有 291 人")));

  // Letters go to the box by themselves, Enter takes the first found; then digits mean what is
  // shown.
  for (const Qt::Key key : {Qt::Key_O, Qt::Key_Y, Qt::Key_C}) robot.press(key);
  CHECK(names->text().contains(QStringLiteral("8371")));
  robot.press(Qt::Key_Return);
  CHECK(page->unassigned() == lines - 1);
  robot.press(Qt::Key_Slash);
  for (const Qt::Key key : {Qt::Key_8, Qt::Key_3, Qt::Key_9, Qt::Key_9}) robot.press(key);
  CHECK(page->unassigned() == lines - 1);
  robot.press(Qt::Key_Return);
  CHECK(page->unassigned() == lines - 2);
  robot.press(Qt::Key_2);
  CHECK(page->unassigned() == lines - 3);
  // Esc leaves the box first, not the page.
  robot.press(Qt::Key_Slash);
  robot.press(Qt::Key_Escape);
  CHECK(page->isVisible());
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(gave.size() == 1);
  const auto gifts = gave.front().front().value<std::vector<HandoverGift>>();
  REQUIRE(gifts.size() >= 3);
  CHECK(gifts[0].to == given->colleagues[271].id);
  CHECK(gifts[1].to == given->colleagues[299].id);
  CHECK(gifts[2].to == given->colleagues[1].id);
}
