// SPDX-License-Identifier: GPL-3.0-or-later
// Group events on the real window, by keyboard alone: the radar's proposal, words for all, a split
// and its undo, and the line on the ticket of a member.
#include <QListWidget>

#include "tests/app/desk_fixture.h"
#include "tests/app/stair.h"
#include "ui/desk/event_bar.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/shell/event_page.h"

using namespace yingda;
using namespace yingda::test;
using ui::EventPage;

namespace {

template <class W>
W* part(EventPage* page, const char* name) {
  auto* found = page->findChild<W*>(QLatin1String(name));
  REQUIRE(found);
  return found;
}

}  // namespace

TEST_CASE("a proposal of the radar becomes an event with one key, and one key takes it back",
          "[app][event]") {
  Desk desk;
  Robot& robot = *desk.robot;
  Backend& backend = desk.station->backend();
  const QList<TicketId> stair = stairOfOneLift(backend, desk.clock->now());
  robot.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
  EventPage* page = nullptr;
  REQUIRE(robot.waitFor([&] {
    page = desk.station->window().findChild<EventPage*>();
    return page != nullptr && part<QListWidget>(page, "events.list")->count() > 0;
  }));
  auto* list = part<QListWidget>(page, "events.list");
  auto* members = part<QListWidget>(page, "events.members");
  CHECK(list->item(0)->text().startsWith(QStringLiteral("雷达：云杉府 3栋2单元")));
  CHECK(list->item(0)->text().contains(QStringLiteral("4 户")));
  CHECK(list->item(0)->text().contains(QStringLiteral("平时")));
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] { return !page->shownEvent().isNull(); }));
  const EventId made = page->shownEvent();
  // What else the radar proposes stays above the events.
  REQUIRE(robot.waitFor([&] {
    for (int i = 0; i < list->count(); ++i) {
      if (list->item(i)->text().startsWith(QStringLiteral("3栋2单元"))) return true;
    }
    return false;
  }));
  CHECK(members->count() == 4);
  CHECK(members->item(0)->text().contains(QStringLiteral("首问")));
  const auto before = Desk::await(backend.groupEvent(made));
  REQUIRE(before);

  // The last two are another matter: marked, split, and taken back.
  robot.press(Qt::Key_Return);
  REQUIRE(members->hasFocus());
  robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Space);
  robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Space);
  CHECK(page->marked().size() == 2);
  robot.press(Qt::Key_1);
  REQUIRE(robot.waitFor([&] { return page->shownEvent() != made && members->count() == 2; }));
  CHECK(Desk::await(backend.groupEvent(made))->members.size() == 2);
  robot.press(Qt::Key_0);
  REQUIRE(robot.waitFor([&] { return page->shownEvent() == made && members->count() == 4; }));
  CHECK(*Desk::await(backend.groupEvent(made)) == *before);

  // Words for all: 可能 is remarked while they are written, and saved words stand on each ticket.
  auto* words = part<ui::TextBox>(page, "events.words");
  words->setFocus();
  robot.type(QStringLiteral("师傅可能尽快过去"));
  REQUIRE(robot.waitFor([&] {
    return part<ui::RichLabel>(page, "events.remarks")->text().contains(QStringLiteral("尽快"));
  }));
  words->setText(QStringLiteral("维保已到现场，下一次通报 0:10"));
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(robot.waitFor([&] {
    const auto event = Desk::await(backend.groupEvent(made));
    return event && event->event.statement.startsWith(QStringLiteral("维保"));
  }));
  robot.press(Qt::Key_Escape);
  REQUIRE(members->hasFocus());
  robot.press(Qt::Key_5);
  REQUIRE(robot.waitFor(
      [&] { return Desk::await(backend.groupEvent(made))->event.nextNotice.has_value(); }));

  // Enter opens a member, whose page tells the words; its line leads back.
  members->setCurrentRow(1);
  robot.press(Qt::Key_Return);
  REQUIRE(desk.centreBecomes("ticket"));
  auto* bar = desk.page().ticketView()->findChild<ui::EventBar*>();
  REQUIRE(bar);
  REQUIRE(robot.waitFor([&] { return bar->isVisible(); }));
  CHECK(bar->text().contains(QStringLiteral("维保已到现场")));
  CHECK(bar->text().contains(QStringLiteral("4 张工单")));
  Q_EMIT bar->acted();
  REQUIRE(robot.waitFor([&] {
    auto* again = desk.station->window().findChild<EventPage*>();
    return again != nullptr && again->shownEvent() == made;
  }));
  CHECK(stair.size() == 4);
}
