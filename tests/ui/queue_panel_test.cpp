// SPDX-License-Identifier: GPL-3.0-or-later
// The left pane: keys, clicks, ticks, and its pictures.
#include "ui/desk/queue_panel.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

#include "tests/ui/parts_fixture.h"
#include "ui/desk/queue_delegate.h"
#include "ui/desk/queue_drafts.h"
#include "ui/desk/queue_model.h"
#include "ui/kit/tab_strip.h"

using namespace yingda;
using namespace yingda::ui;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

QueuePage picturePage(Instant now) {
  QueuePage page;
  page.mine = 12;
  page.team = 37;
  page.open = 103;
  const auto add = [&page](Level level, const RowWords& words, std::optional<Instant> due) {
    page.rows.push_back(queueRow(static_cast<uint>(page.rows.size()), level, words, due));
    return &page.rows.back();
  };
  add(Level::Red, {u"公区爆管，水进电梯厅"_qs, u"云杉府 3栋2单元1502"_qs, {}, u"M1"_qs},
      now + seconds(41));
  add(Level::Orange, {u"门禁失灵（群诉 4 户）"_qs, u"云杉府 3栋"_qs, u"张工"_qs, u"M4"_qs},
      now + seconds(1100))
      ->stage = Stage::InProgress;
  add(Level::Yellow, {u"保洁复查结果"_qs, u"江畔里 7-1-302 陈先生"_qs, {}, u"progress"_qs},
      now + seconds(1445));
  add(Level::Yellow, {u"楼上装修噪音，午休施工"_qs, u"江畔里 2-3-801"_qs, {}, u"M3"_qs},
      now + minutes(72));
  add(Level::Yellow, {u"停车费多扣一个月"_qs, u"云杉府 11-1-1203"_qs, u"财务部"_qs, u"M4"_qs},
      now + minutes(160));
  add(Level::Green, {u"装修押金退还流程，业主要书面答复"_qs, u"和苑 5-2-601"_qs, {}, u"resolve"_qs},
      now + minutes(330));
  QueueRow* again =
      add(Level::Yellow, {u"楼道灯不亮"_qs, u"和苑 1-1"_qs, u"王工"_qs, u"resolve"_qs},
          now + minutes(420));
  again->stage = Stage::Dispatched;
  again->cycle = 2;
  add(Level::Yellow, {u"电梯异响已修复"_qs, u"江畔里 7-2-1802"_qs, {}, u"callback"_qs},
      now + hours(20))
      ->stage = Stage::AwaitingCallback;
  add(Level::Yellow, {u"车位锁更换"_qs, u"云杉府 B1-127"_qs, u"张工"_qs, u"resolve"_qs},
      now + hours(70));
  add(Level::Yellow, {u"外墙渗水，等天晴做试验"_qs, u"云杉府 5栋1单元2201"_qs, {}, u"resolve"_qs},
      std::nullopt);
  return page;
}

TicketDraft draft(uint number, const QString& name, Instant touchedAt) {
  TicketDraft result;
  result.id = idOf<DraftId>(number);
  result.text.contactName = name;
  result.touchedAt = touchedAt;
  return result;
}

QAbstractItemView* listOf(QueuePanel& panel) {
  auto* view = panel.findChild<QAbstractItemView*>(u"queue.list"_qs);
  REQUIRE(view != nullptr);
  return view;
}

const Instant night = *instantFromIso(u"2026-11-07T23:44:31");

}  // namespace

TEST_CASE("The queue looks like the picture") {
  theTheme();
  QueuePanel panel;
  panel.resize(288, 796);
  panel.setPage(picturePage(night), night);
  panel.setOpened(idOf<TicketId>(0));
  panel.setDrafts({draft(1, u"张先生"_qs, night - minutes(3))}, night);
  takePictures(panel, u"queue"_qs);
  panel.resize(272, 620);
  panel.setDrafts({draft(1, u"张先生"_qs, night - minutes(3)),
                   draft(2, u"欧阳女士"_qs, night - minutes(12)), draft(3, {}, night - hours(3))},
                  night);
  takePictures(panel, u"queue-small"_qs);
}

TEST_CASE("An empty queue says what to do") {
  theTheme();
  QueuePanel panel;
  panel.resize(288, 500);
  QueuePage page;
  panel.setPage(page, night);
  takePictures(panel, u"queue-empty"_qs);
}

TEST_CASE("Keys step over headings and Enter opens") {
  theTheme();
  QueuePanel panel;
  panel.resize(288, 400);
  panel.setPage(picturePage(night), night);
  showActive(panel);
  auto* view = listOf(panel);
  view->setFocus();
  QSignalSpy opened(&panel, &QueuePanel::opened);
  const auto current = [&] { return panel.model().itemAt(view->currentIndex().row()).row.id; };
  QTest::keyClick(view, Qt::Key_Home);
  CHECK(current() == idOf<TicketId>(0));
  for (int i = 0; i < 3; ++i) QTest::keyClick(view, Qt::Key_Down);
  CHECK(current() == idOf<TicketId>(3));
  QTest::keyClick(view, Qt::Key_Up);
  CHECK(current() == idOf<TicketId>(2));
  QTest::keyClick(view, Qt::Key_End);
  CHECK(current() == idOf<TicketId>(9));
  QTest::keyClick(view, Qt::Key_PageUp);
  CHECK(current() != idOf<TicketId>(9));
  QTest::keyClick(view, Qt::Key_PageUp);
  QTest::keyClick(view, Qt::Key_PageUp);
  CHECK(current() == idOf<TicketId>(0));
  CHECK(opened.isEmpty());
  QTest::keyClick(view, Qt::Key_Return);
  REQUIRE(opened.count() == 1);
  CHECK(opened.at(0).at(0).value<TicketId>() == idOf<TicketId>(0));
}

TEST_CASE("The next thing is the first, then the one after it") {
  theTheme();
  QueuePanel panel;
  QSignalSpy opened(&panel, &QueuePanel::opened);
  panel.selectNextThing();
  CHECK(opened.isEmpty());
  panel.setPage(picturePage(night), night);
  panel.selectNextThing();
  panel.selectNextThing();
  REQUIRE(opened.count() == 2);
  CHECK(opened.at(0).at(0).value<TicketId>() == idOf<TicketId>(0));
  CHECK(opened.at(1).at(0).value<TicketId>() == idOf<TicketId>(1));
}

TEST_CASE("The open ticket stays marked when its row moves, and nothing when it leaves") {
  theTheme();
  QueuePanel panel;
  panel.resize(288, 796);
  panel.show();
  QueuePage page = picturePage(night);
  panel.setPage(page, night);
  auto* view = listOf(panel);
  panel.setOpened(idOf<TicketId>(1));
  std::rotate(page.rows.begin() + 1, page.rows.begin() + 2, page.rows.begin() + 5);
  page.rows[4].nextDue = night + minutes(200);
  panel.setPage(page, night);
  CHECK(panel.model().itemAt(view->currentIndex().row()).row.id == idOf<TicketId>(1));
  page.rows.erase(page.rows.begin() + 4);
  panel.setPage(page, night);
  CHECK_FALSE(view->currentIndex().isValid());
}

TEST_CASE("A tab asks for its queue and an old answer is not shown under it") {
  theTheme();
  QueuePanel panel;
  QSignalSpy chosen(&panel, &QueuePanel::kindChosen);
  panel.setKind(QueueKind::Mine);
  CHECK(chosen.isEmpty());
  panel.findChild<PillTabs*>(u"queue.tabs"_qs)->setCurrentIndex(2);
  REQUIRE(chosen.count() == 1);
  CHECK(chosen.at(0).at(0).value<QueueKind>() == QueueKind::Team);
  panel.setPage(picturePage(night), night);  // an answer for 下一件事
  CHECK(panel.model().rowCount() == 0);
}

TEST_CASE("A tick paints only the visible rows whose clock reads differently") {
  theTheme();
  QueuePanel panel;
  panel.resize(288, 500);
  QueuePage page;
  for (uint i = 0; i < 10'000; ++i) {
    // Every other row counts seconds, the others hours.
    const auto left = i % 2 == 0 ? seconds(1200) : seconds(1790);
    page.rows.push_back(queueRow(i, Level::Yellow,
                                 {u"楼道灯不亮"_qs, u"和苑 1-1"_qs, u"王工"_qs, u"resolve"_qs},
                                 night + left + seconds(i % 2 == 0 ? 0 : 7200 * 3)));
  }
  QElapsedTimer timer;
  timer.start();
  panel.setPage(page, night);
  showActive(panel);
  listOf(panel)->viewport()->repaint();
  WARN("10,000 rows: shown in " << timer.elapsed() << " ms, window included");
  const qint64 before = panel.delegate().paintedTickets();
  QSignalSpy changed(&panel.model(), &QAbstractItemModel::dataChanged);
  panel.tick(night + seconds(1));
  const auto painted = [&] { return panel.delegate().paintedTickets() - before; };
  // The last row may lie half below the edge: told, but not painted.
  CHECK(QTest::qWaitFor([&] { return painted() >= changed.count() - 1; }));
  CHECK(changed.count() >= 7);
  CHECK(changed.count() <= 9);
  CHECK(painted() <= changed.count());
  // Hours: nothing changes within the minute.
  listOf(panel)->verticalScrollBar()->setValue(6'000);
  listOf(panel)->viewport()->repaint();
  const qint64 scrolled = panel.delegate().paintedTickets();
  changed.clear();
  panel.tick(night + seconds(2));
  QTest::qWait(50);  // proves that nothing is painted
  CHECK(changed.count() == 0);
  CHECK(panel.delegate().paintedTickets() == scrolled);
  timer.restart();
  page.rows.erase(page.rows.begin() + 3);
  panel.setPage(page, night + seconds(2));
  QCoreApplication::processEvents();
  WARN("10,000 rows: one row less in " << timer.elapsed() << " ms");
}

TEST_CASE("Drafts are chosen by their pill, and the rest opens in place") {
  theTheme();
  QueuePanel panel;
  panel.resize(288, 600);
  panel.setDrafts({draft(1, u"张先生"_qs, night - minutes(3)),
                   draft(2, u"欧阳女士"_qs, night - minutes(12)), draft(3, {}, night - hours(3))},
                  night);
  showActive(panel);
  QSignalSpy chosen(&panel, &QueuePanel::draftChosen);
  auto* first = panel.findChild<QPushButton*>(u"queue.draft0"_qs);
  auto* last = panel.findChild<QPushButton*>(u"queue.draft2"_qs);
  REQUIRE(first != nullptr);
  REQUIRE(last != nullptr);
  CHECK(first->text() == u"张先生 · 3 分钟前"_qs);
  CHECK(last->isHidden());
  panel.findChild<QPushButton*>(u"queue.moreDrafts"_qs)->click();
  CHECK(last->text() == u"未留姓名 · 3 小时前"_qs);
  CHECK_FALSE(last->isHidden());
  last->click();
  REQUIRE(chosen.count() == 1);
  CHECK(chosen.at(0).at(0).value<DraftId>() == idOf<DraftId>(3));
  CHECK(agoText(night - seconds(20), night) == u"刚刚"_qs);
  CHECK(agoText(night - hours(24), night) == u"昨天"_qs);
  CHECK(agoText(night - hours(24 * 30), night) == u"10-08"_qs);
}
