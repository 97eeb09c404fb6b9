// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on a ticket, on the real window: files dropped and pasted, and other tickets.
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QUrl>

#include "tests/app/desk_fixture.h"
#include "ui/desk/attachment_strip.h"
#include "ui/desk/like_bar.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/tie_list.h"
#include "ui/kit/rich_label.h"
#include "ui/shell/doubles_page.h"

using namespace yingda;
using namespace yingda::test;

namespace {

struct OpenDesk {
  OpenDesk() {
    const auto queue = Desk::await(desk.station->backend().queue(QueueKind::AllOpen, 5));
    REQUIRE(queue);
    for (const QueueRow& row : queue->rows) ids.push_back(row.id);
    desk.page().openTicket(ids[0]);
    REQUIRE(desk.centreBecomes("ticket"));
    REQUIRE(desk.robot->waitFor([&] { return ticket().view().ticket.id == ids[0]; }));
    ticket().setFocus();
  }
  ui::OpenTicket& ticket() { return *desk.page().ticketView(); }
  ui::AttachmentStrip& strip() { return *ticket().findChild<ui::AttachmentStrip*>(); }
  ui::TieList& ties() { return *ticket().findChild<ui::TieList*>(); }
  QueuePage queue() { return *Desk::await(desk.station->backend().queue(QueueKind::AllOpen, 500)); }

  Desk desk;
  std::vector<TicketId> ids;
};

}  // namespace

TEST_CASE("a file dropped and a picture pasted hang on the open ticket, and come off by Delete",
          "[app]") {
  OpenDesk at;
  Robot& robot = *at.desk.robot;
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("情况说明.txt"));
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write("楼道水管 23:40 开始喷水");
  file.close();
  QMimeData dropped;
  dropped.setUrls({QUrl::fromLocalFile(path), QUrl(QStringLiteral("https://example.org/a"))});
  QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&at.ticket(), &enter);
  CHECK(enter.isAccepted());
  QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&at.ticket(), &drop);
  REQUIRE(robot.waitFor([&] { return at.strip().count() == 1; }));
  CHECK(at.strip().isVisible());
  CHECK(at.strip().item(0)->text().startsWith(QStringLiteral("情况说明.txt")));

  at.desk.pass(1);
  QImage picture(640, 480, QImage::Format_RGB32);
  picture.fill(Qt::darkCyan);
  auto* copied = new QMimeData;
  copied->setImageData(picture);
  QApplication::clipboard()->setMimeData(copied);
  // From the strip as from the page itself.
  at.strip().setFocus();
  robot.press(Qt::Key_V, Qt::ControlModifier);
  REQUIRE(robot.waitFor([&] { return at.strip().count() == 2; }));
  CHECK(at.strip().item(1)->text().startsWith(QStringLiteral("截图 234013.png")));
  const auto view = Desk::await(at.desk.station->backend().ticket(at.ids[0]));
  REQUIRE(view->attachments.size() == 2);
  CHECK(view->attachments[1].attachment.kind == AttachmentKind::Photo);
  const auto opened = Desk::await(
      at.desk.station->backend().openAttachment(at.ids[0], view->attachments[1].attachment));
  REQUIRE(opened);
  CHECK(QImage(*opened).size() == picture.size());

  at.strip().setCurrentRow(0);
  robot.press(Qt::Key_Delete);
  REQUIRE(robot.waitFor([&] { return at.strip().count() == 1; }));
  CHECK(at.strip().item(0)->text().startsWith(QStringLiteral("截图")));
  // Text that is pasted is nobody's file.
  QApplication::clipboard()->setText(QStringLiteral("漏水"));
  at.ticket().setFocus();
  robot.press(Qt::Key_V, Qt::ControlModifier);
  robot.settle(100);
  CHECK(at.strip().count() == 1);
}

TEST_CASE("a repeat says whose clock it follows, opens the original, and is set free by Delete",
          "[app]") {
  OpenDesk at;
  Robot& robot = *at.desk.robot;
  Backend& backend = at.desk.station->backend();
  const int before = at.queue().open;
  CHECK(at.ties().isHidden());
  const auto tied = Desk::await(backend.tie(at.ids[0], at.ids[1], TieKind::Same));
  REQUIRE(tied);
  const bool isFirstOriginal = tied->ties[0].isOriginal;
  const TicketId original = isFirstOriginal ? at.ids[0] : at.ids[1];
  const TicketId repeat = isFirstOriginal ? at.ids[1] : at.ids[0];
  CHECK(at.queue().open == before - 1);
  at.desk.page().openTicket(repeat);
  REQUIRE(robot.waitFor([&] { return at.ticket().view().ticket.id == repeat; }));
  REQUIRE(at.ties().isVisible());
  CHECK(at.ties().item(0)->text().contains(QStringLiteral("重复，时限跟那张走")));
  at.ties().setFocus();
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] { return at.ticket().view().ticket.id == original; }));
  CHECK(at.ties().item(0)->text().contains(QStringLiteral("与本单重复")));
  at.ties().setFocus();
  robot.press(Qt::Key_Delete);
  REQUIRE(robot.waitFor([&] { return at.ties().isHidden(); }));
  CHECK(at.queue().open == before);
}

TEST_CASE("each pair after an outage is settled with one key", "[app]") {
  OpenDesk at;
  Robot& robot = *at.desk.robot;
  const auto rows = at.queue().rows;
  std::vector<DoubleView> pairs;
  for (size_t i = 0; i < 4; ++i) {
    DoubleView pair;
    pair.mine = rows[2 * i];
    pair.other = rows[2 * i + 1];
    pair.likeness.kind = i == 3 ? TieKind::Cause : TieKind::Same;
    pair.likeness.reasons = {Alike::Household, Alike::Phone};
    pair.likeness.between = std::chrono::minutes(12);
    pair.mineRequest = QStringLiteral("第 %1 件").arg(i);
    pairs.push_back(pair);
  }
  auto* page = new ui::DoublesPage;
  page->show(pairs);
  std::vector<TieKind> kinds;
  int closed = 0;
  QObject::connect(page, &ui::DoublesPage::decided, page,
                   [&](const TicketId& mine, const TicketId& other, TieKind kind) {
                     CHECK(mine == pairs.front().mine.id);
                     CHECK(other == pairs.front().other.id);
                     kinds.push_back(kind);
                     pairs.erase(pairs.begin());
                     if (!pairs.empty()) page->show(pairs);
                   });
  QObject::connect(page, &ui::DoublesPage::closed, page, [&] { ++closed; });
  at.desk.station->window().setCentral(page);
  page->setFocus();
  robot.settle(50);
  CHECK(page->findChild<ui::RichLabel*>(QStringLiteral("doubles.mine"))->text() ==
        QStringLiteral("第 0 件"));
  robot.press(Qt::Key_Escape);
  CHECK(closed == 1);
  robot.press(Qt::Key_1);
  robot.press(Qt::Key_3);
  robot.press(Qt::Key_0);
  robot.press(Qt::Key_Return);
  CHECK(kinds ==
        std::vector<TieKind>{TieKind::Same, TieKind::Related, TieKind::Apart, TieKind::Cause});
  at.desk.station->window().setCentral(nullptr);
  robot.settle(50);
}

TEST_CASE("while she types a repeat is offered in one line, and Ctrl+M ties it", "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  Backend& backend = desk.station->backend();
  const auto write = [&](const QString& text) {
    desk.station->window().actions().trigger(QStringLiteral("draft.new"));
    REQUIRE(desk.centreBecomes("draft"));
    desk.draftView().form()->focusField(QStringLiteral("place"));
    robot.type(QStringLiteral("5-1-901"));
    desk.draftView().form()->focusField(QStringLiteral("request"));
    robot.type(text);
  };
  auto* bar = desk.draftView().form()->like();
  write(QStringLiteral("厨房水管爆了一直喷水"));
  CHECK(bar->isHidden());
  desk.draftView().form()->askSave();
  REQUIRE(desk.centreBecomes("ticket"));
  const auto shown = [&]() -> const TicketView& { return desk.page().ticketView()->view(); };
  REQUIRE(robot.waitFor([&] { return shown().text.request.startsWith(QStringLiteral("厨房")); }));
  const TicketId first = shown().ticket.id;
  desk.pass(60);
  const int before = Desk::await(backend.queue(QueueKind::AllOpen, 5))->open;

  write(QStringLiteral("水管爆了喷水，怎么还没人来"));
  REQUIRE(robot.waitFor([&] { return bar->isVisible(); }));
  CHECK(bar->text().contains(QStringLiteral("同一户")));
  // Offered, never done: what was typed stays, and so does the focus.
  CHECK(desk.draftView().draft().tieKind == TieKind::None);
  robot.press(Qt::Key_M, Qt::ControlModifier);
  REQUIRE(robot.waitFor([&] { return desk.draftView().draft().tieKind == TieKind::Same; }));
  CHECK(bar->text().contains(QStringLiteral("的重复，时限跟那张走")));
  robot.press(Qt::Key_M, Qt::ControlModifier);
  REQUIRE(robot.waitFor([&] { return desk.draftView().draft().tieKind == TieKind::None; }));
  robot.press(Qt::Key_M, Qt::ControlModifier);
  REQUIRE(robot.waitFor([&] { return desk.draftView().draft().tieTo == first; }));
  CHECK(desk.draftView().draft().text.request == QStringLiteral("水管爆了喷水，怎么还没人来"));
  // Tied, the bar asks which of the three it is: a digit each, until something else is typed.
  const std::pair<Qt::Key, TieKind> digits[] = {
      {Qt::Key_3, TieKind::Related}, {Qt::Key_2, TieKind::Cause}, {Qt::Key_1, TieKind::Same}};
  for (const auto& [digit, kind] : digits) {
    INFO(static_cast<int>(kind));
    if (!bar->isChoosing()) {
      robot.press(Qt::Key_M, Qt::ControlModifier);
      robot.press(Qt::Key_M, Qt::ControlModifier);
    }
    REQUIRE(bar->isChoosing());
    const QString step = desk.page().side()->script()->run().stepId();
    robot.press(digit, Qt::ControlModifier);
    CHECK(desk.draftView().draft().tieKind == kind);
    CHECK(desk.draftView().draft().tieTo == first);
    CHECK_FALSE(bar->isChoosing());
    CHECK(desk.page().side()->script()->run().stepId() == step);
  }
  robot.press(Qt::Key_M, Qt::ControlModifier);
  robot.press(Qt::Key_M, Qt::ControlModifier);
  REQUIRE(bar->isChoosing());
  robot.type(QStringLiteral("。"));
  // Whoever types on leaves it as it stands, and the digits are the script's again.
  CHECK_FALSE(bar->isChoosing());
  desk.draftView().form()->askSave();
  REQUIRE(desk.centreBecomes("ticket"));
  REQUIRE(robot.waitFor([&] { return desk.page().ticketView()->view().ties.size() == 1; }));
  CHECK(Desk::await(backend.queue(QueueKind::AllOpen, 5))->open == before);
}

TEST_CASE(
    "what the same home says of another matter is offered as related, and a digit on the "
    "ticket makes it another relation",
    "[app]") {
  Desk desk;
  Robot& robot = *desk.robot;
  const auto write = [&](const QString& text) {
    desk.station->window().actions().trigger(QStringLiteral("draft.new"));
    REQUIRE(desk.centreBecomes("draft"));
    desk.draftView().form()->focusField(QStringLiteral("place"));
    robot.type(QStringLiteral("5-1-901"));
    desk.draftView().form()->focusField(QStringLiteral("request"));
    robot.type(text);
  };
  write(QStringLiteral("厨房水管爆了一直喷水"));
  desk.draftView().form()->askSave();
  REQUIRE(desk.centreBecomes("ticket"));
  desk.pass(60);
  write(QStringLiteral("停车费多扣了一个月"));
  auto* bar = desk.draftView().form()->like();
  REQUIRE(robot.waitFor([&] { return bar->isOffering(); }));
  CHECK(bar->offered().kind == TieKind::Related);
  robot.press(Qt::Key_M, Qt::ControlModifier);
  CHECK(desk.draftView().draft().tieKind == TieKind::Related);
  desk.draftView().form()->askSave();
  REQUIRE(desk.centreBecomes("ticket"));
  const auto& ticket = *desk.page().ticketView();
  const auto tied = [&] {
    return ticket.view().ties.empty() ? TieKind::None : ticket.view().ties[0].kind;
  };
  REQUIRE(robot.waitFor([&] { return tied() == TieKind::Related; }));
  auto* ties = ticket.findChild<ui::TieList*>();
  ties->setFocus();
  robot.press(Qt::Key_1);
  REQUIRE(robot.waitFor([&] { return tied() == TieKind::Same; }));
  ties->setFocus();
  robot.press(Qt::Key_3);
  REQUIRE(robot.waitFor([&] { return tied() == TieKind::Related; }));
}
