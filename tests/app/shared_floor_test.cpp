// SPDX-License-Identifier: GPL-3.0-or-later
// The shared floor in the real window: chip, bar, inbox and join page by keys, with values made by
// hand.
#include <QSignalSpy>

#include "tests/app/desk_fixture.h"
#include "tests/ui/sync_samples.h"
#include "ui/kit/actions.h"
#include "ui/kit/badge.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/tab_strip.h"
#include "ui/parts/sync_text.h"
#include "ui/shell/join_page.h"
#include "ui/shell/offline_bar.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/sync_chip.h"
#include "ui/sync/conflict_page.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("a store of its own says nothing of a floor, and may join one unless it is a demo") {
  Desk desk;
  ui::MainWindow& window = desk.station->window();
  CHECK(desk.robot->find<ui::SyncChip>(QStringLiteral("syncChip"))->isHidden());
  CHECK(window.offlineBar()->isHidden());
  CHECK_FALSE(window.actions().isEnabled(QStringLiteral("sync.open")));
  CHECK(window.actions().isEnabled(QStringLiteral("server.join")) !=
        desk.station->backend().isDemo());
  auto* tabs = desk.robot->find<ui::TabStrip>(QStringLiteral("topBar.pages"));
  CHECK_FALSE(tabs->isTabVisible(1));
  desk.robot->press(Qt::Key_X, Qt::AltModifier);
  CHECK(window.currentPage() == &desk.page());
}

TEST_CASE("offline is told in three places, the inbox opens by its key, and live ends it") {
  Desk desk;
  ui::MainWindow& window = desk.station->window();
  QSignalSpy wanted(&window, &ui::MainWindow::conflictsWanted);
  QSignalSpy retry(&window, &ui::MainWindow::syncNowWanted);
  QSignalSpy restore(&window, &ui::MainWindow::restoreWanted);
  QSignalSpy seen(&window, &ui::MainWindow::seenWanted);
  SyncView view = ui::offlineFloor();
  view.seenAt = desk.clock->now() - std::chrono::minutes{18};
  window.setSync(view);
  auto* chip = desk.robot->find<ui::SyncChip>(QStringLiteral("syncChip"));
  CHECK(chip->text() == QStringLiteral("离线 18 分钟"));
  CHECK(desk.robot->find<ui::Badge>(QStringLiteral("topBar.store"))->isHidden());
  CHECK(window.offlineBar()->isVisible());
  CHECK(window.statusStrip()->syncSentence() ==
        QStringLiteral("离线 · 23:22 起 · 未发送 7 · 冲突 2"));
  desk.clock->advance(std::chrono::minutes{1});
  window.tick();
  CHECK(chip->text() == QStringLiteral("离线 19 分钟"));
  desk.robot->press(Qt::Key_R, Qt::ControlModifier);
  CHECK(retry.size() == 1);
  desk.robot->press(Qt::Key_X, Qt::AltModifier);
  CHECK(window.currentPage() == &desk.station->inbox());
  CHECK(wanted.size() == 1);
  window.setConflicts(ui::sampleConflicts());
  window.setRefusals(ui::sampleRefusals());
  desk.robot->press(Qt::Key_Z, Qt::AltModifier);
  CHECK(restore.size() == 1);
  desk.robot->press(Qt::Key_Down);
  desk.robot->press(Qt::Key_V, Qt::AltModifier);
  CHECK(seen.size() == 1);
  window.setSync(ui::liveFloor());
  CHECK(window.offlineBar()->isHidden());
  CHECK(window.statusStrip()->syncSentence().isEmpty());
  CHECK(chip->text() == QStringLiteral("已同步"));
  window.setSync({});
  CHECK(window.currentPage() == &desk.page());
  CHECK(chip->isHidden());
}

TEST_CASE("a seat that two computers have is changed by a key pressed twice, and not by one") {
  Desk desk;
  ui::MainWindow& window = desk.station->window();
  QSignalSpy wanted(&window, &ui::MainWindow::newSeatWanted);
  ui::OfflineBar& bar = *window.offlineBar();
  const auto key = [&desk] {
    desk.robot->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
  };
  window.setSync(ui::offlineFloor());
  CHECK_FALSE(window.actions().isEnabled(QStringLiteral("seat.renew")));
  SyncView view = ui::offlineFloor();
  view.state = SyncView::State::Stopped;
  view.reason = QStringLiteral("clone");
  window.setSync(view);
  auto* button = desk.robot->find<ui::HintButton>(QStringLiteral("offlineBar.newSeat"));
  CHECK(button->isVisible());
  key();
  CHECK(wanted.isEmpty());
  CHECK(bar.isAskingForSeat());
  CHECK(bar.sentence().contains(QStringLiteral("旧日志改名留在本机")));
  desk.robot->press(Qt::Key_Escape);
  CHECK_FALSE(bar.isAskingForSeat());
  CHECK(bar.sentence() == ui::troubleAdvice(QStringLiteral("clone")));
  key();
  desk.robot->press(Qt::Key_Return);
  CHECK(wanted.size() == 1);
  key();
  key();
  CHECK(wanted.size() == 2);
  // Whatever ends the stop ends the question.
  key();
  window.setSync(ui::liveFloor());
  CHECK_FALSE(bar.isAskingForSeat());
  CHECK_FALSE(window.actions().isEnabled(QStringLiteral("seat.renew")));
}

TEST_CASE("a call is taken from the inbox by its key") {
  Desk desk;
  ui::MainWindow& window = desk.station->window();
  window.setSync(ui::offlineFloor());
  desk.robot->press(Qt::Key_X, Qt::AltModifier);
  REQUIRE(window.currentPage() == &desk.station->inbox());
  desk.station->receive({QStringLiteral("call 138 1234 1234")});
  // It rings, and the page that she reads stays.
  CHECK(window.currentPage() == &desk.station->inbox());
  desk.robot->press(Qt::Key_F2);
  CHECK(window.currentPage() == &desk.page());
  CHECK(desk.centreBecomes("draft"));
}

TEST_CASE("a conflict's ticket opens on the desk") {
  Desk desk;
  ui::MainWindow& window = desk.station->window();
  window.setSync(ui::offlineFloor());
  const auto queue = Desk::await(desk.station->backend().queue(QueueKind::AllOpen, 10));
  REQUIRE(queue);
  REQUIRE_FALSE(queue->rows.empty());
  ConflictView one = ui::sampleConflict(1, QStringLiteral("楼道灯不亮"), "place");
  one.ticket = queue->rows.front().id;
  desk.robot->press(Qt::Key_X, Qt::AltModifier);
  window.setConflicts({one});
  desk.robot->settle();
  desk.station->inbox().setFocus();
  desk.robot->press(Qt::Key_Return);
  CHECK(window.currentPage() == &desk.page());
  CHECK(desk.centreBecomes("ticket"));
}

TEST_CASE("the join page opens and closes without losing the desk") {
  Desk desk;
  ui::MainWindow& window = desk.station->window();
  QSignalSpy tested(&window, &ui::MainWindow::joinTestWanted);
  QSignalSpy joined(&window, &ui::MainWindow::joinWanted);
  // The answers are made by hand; no server is asked.
  QObject::disconnect(&window, &ui::MainWindow::joinTestWanted, desk.station.get(), nullptr);
  QObject::disconnect(&window, &ui::MainWindow::joinWanted, desk.station.get(), nullptr);
  window.openJoin();
  REQUIRE(window.joinPage() != nullptr);
  CHECK_FALSE(desk.page().isVisible());
  ServerAddress request;
  request.hosts = QStringLiteral("db.example.cn");
  request.login = QStringLiteral("li");
  request.password = QStringLiteral("x");
  window.joinPage()->setRequest(request);
  desk.robot->press(Qt::Key_Return);
  REQUIRE(tested.size() == 1);
  window.showJoinTest(ui::goodTest());
  desk.robot->press(Qt::Key_Return);
  CHECK(joined.size() == 1);
  window.showJoined();
  CHECK(desk.robot->waitFor([&] { return desk.page().isVisible(); }));
  CHECK(window.joinPage() == nullptr);
  window.openJoin();
  desk.robot->press(Qt::Key_Escape);
  CHECK(desk.robot->waitFor([&] { return desk.page().isVisible(); }));
}
