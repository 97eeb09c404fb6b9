// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at a ticket and who has it: sentences, the head of the ticket, and the marks of the queue.
#include <QSignalSpy>

#include "core/domain/claim.h"
#include "tests/ui/panel_desk.h"
#include "ui/desk/hand_text.h"
#include "ui/desk/queue_model.h"
#include "ui/desk/reason_bar.h"
#include "ui/desk/ticket_panel.h"
#include "ui/kit/badge.h"
#include "ui/kit/key_hint.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

template <class AnyId>
AnyId idOf(uint number) {
  return AnyId(QUuid(number + 1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7));
}

PresenceView at(uint ticket, const QString& name, bool isWriting = false) {
  PresenceView one;
  one.agent = idOf<AgentId>(static_cast<uint>(name.size()) + 40U);
  one.name = name;
  one.ticket = idOf<TicketId>(ticket);
  one.isWriting = isWriting;
  return one;
}

HandView inHand(HandView::State state, const QString& name = {}) {
  HandView hand;
  hand.state = state;
  hand.name = name;
  return hand;
}

template <class T>
T* part(QWidget& widget, const char* name) {
  T* found = widget.findChild<T*>(QLatin1String(name));
  REQUIRE(found);
  return found;
}

}  // namespace

TEST_CASE("who looks and who writes is one calm line", "[hand]") {
  CHECK(lookersText({}).isEmpty());
  CHECK(lookersText({at(1, u"李工"_qs)}) == u"李工正在看"_qs);
  CHECK(lookersText({at(1, u"李工"_qs), at(1, u"王蕾"_qs)}) == u"李工、王蕾正在看"_qs);
  CHECK(lookersText({at(1, u"李工"_qs), at(1, u"王蕾"_qs, true)}) ==
        u"王蕾正在处理，李工正在看"_qs);
  // One person at two computers is one person; many are counted.
  CHECK(lookersText({at(1, u"李工"_qs), at(1, u"李工"_qs)}) == u"李工正在看"_qs);
  CHECK(lookersText({at(1, u"甲"_qs), at(1, u"乙"_qs), at(1, u"丙"_qs), at(1, u"丁"_qs)}) ==
        u"甲、乙、丙等 4 人正在看"_qs);
}

TEST_CASE("every way to lose a ticket, and every reason, has its words", "[hand]") {
  ClaimLoss loss;
  loss.ticketNumber = TicketNumber{207, 4213}.digits();
  loss.byName = u"王蕾"_qs;
  const QString number = TicketNumber{207, 4213}.text();
  CHECK(lossText(loss) == u"王蕾已先认领 "_qs + number);
  loss.wasHeld = true;
  CHECK(lossText(loss).contains(u"离线"_qs));
  for (const QString& reason : claimReasons()) {
    CHECK(claimReasonText(reason) != reason);
    loss.reason = reason;
    CHECK(lossText(loss).endsWith(claimReasonText(reason)));
  }
}

TEST_CASE("the head of a ticket offers what the hands allow, and nothing to who works alone",
          "[hand]") {
  sample::theme();
  TicketPanel panel;
  TicketView view;
  view.ticket.id = idOf<TicketId>(3);
  view.ticket.stage = Stage::Dispatched;
  view.hand = inHand(HandView::State::Theirs, u"王蕾"_qs);
  panel.set(view, sample::now());
  auto* button = part<HintButton>(panel, "ticketPanel.claim");
  auto* badge = part<Badge>(panel, "ticketPanel.hand");
  CHECK(button->isHidden());
  CHECK(badge->isHidden());
  panel.setFloor(true, true);
  CHECK(badge->text() == u"王蕾已认领"_qs);
  // An agent may not take it out of her hands.
  CHECK(button->isHidden());
  panel.setRole(Role::Supervisor);
  panel.set(view, sample::now());
  CHECK(button->text() == u"接手"_qs);
  view.hand = inHand(HandView::State::Free);
  panel.set(view, sample::now());
  CHECK(button->text() == u"认领"_qs);
  CHECK(badge->isHidden());
  view.hand = inHand(HandView::State::Wanted);
  panel.set(view, sample::now());
  CHECK(badge->text() == u"正在认领"_qs);
  panel.setFloor(true, false);
  CHECK(badge->text() == u"想认领，联网后确认"_qs);
  CHECK(badge->tone() == Tone::Dashed);
  CHECK(button->text() == u"放手"_qs);
  QSignalSpy asked(&panel, &TicketPanel::claimAsked);
  button->click();
  CHECK(asked.count() == 1);
  panel.setRole(Role::Quality);
  panel.set(view, sample::now());
  CHECK(button->isHidden());
}

TEST_CASE("a reason is given by one key, and Esc takes nothing", "[hand]") {
  sample::theme();
  ReasonBar bar(u"takeOver"_qs, takeOverReasons());
  QSignalSpy chosen(&bar, &ReasonBar::chosen);
  bar.open(takeOverTitle(u"王蕾"_qs));
  CHECK(bar.accessibleName().contains(u"王蕾"_qs));
  QTest::keyClick(&bar, Qt::Key_9);
  CHECK(bar.isVisible());
  QTest::keyClick(&bar, Qt::Key_Escape);
  CHECK_FALSE(bar.isVisible());
  CHECK(chosen.isEmpty());
  bar.open(takeOverTitle(u"王蕾"_qs));
  QTest::keyClick(&bar, Qt::Key_1);
  REQUIRE(chosen.count() == 1);
  CHECK(chosen.front().front().toString() == claimReasons().front());
  CHECK_FALSE(bar.isVisible());
}

TEST_CASE("the queue marks what others have open, row by row", "[hand]") {
  QueueModel model;
  QueuePage page;
  for (uint i = 0; i < 3; ++i) {
    QueueRow row;
    row.id = idOf<TicketId>(i);
    page.rows.push_back(row);
  }
  page.rows[1].hand = inHand(HandView::State::Theirs, u"王蕾"_qs);
  model.setPage(page, sample::now());
  QSignalSpy changed(&model, &QueueModel::dataChanged);
  model.setPresence({at(1, u"李工"_qs)});
  CHECK(changed.count() == 1);
  const QModelIndex row = model.index(model.rowOf(idOf<TicketId>(1)));
  CHECK(changed.front().front().toModelIndex() == row);
  for (const int role : {int{Qt::ToolTipRole}, int{Qt::AccessibleTextRole}}) {
    CHECK(row.data(role).toString().contains(u"李工正在看"_qs));
    CHECK(row.data(role).toString().contains(u"王蕾已认领"_qs));
  }
  // The same again tells nobody anything.
  model.setPresence({at(1, u"李工"_qs)});
  CHECK(changed.count() == 1);
  model.setPresence({});
  CHECK(changed.count() == 2);
  CHECK_FALSE(row.data(Qt::ToolTipRole).toString().contains(u"正在看"_qs));
}
