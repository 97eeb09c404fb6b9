// SPDX-License-Identifier: GPL-3.0-or-later
// The queue changes by ranges, follows the clock, and stays cheap with 10,000 rows.
#include "ui/desk/queue_model.h"

#include <rapidcheck.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <algorithm>

#include "tests/ui/parts_fixture.h"

using namespace yingda;
using namespace yingda::ui;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

struct Seed {
  uint id = 0;
  int minutesToDue = 0;
  int stage = 0;
  int title = 0;
};

QueuePage pageOf(const std::vector<Seed>& seeds, Instant now) {
  QueuePage page;
  std::vector<bool> isTaken(64, false);
  for (const Seed& seed : seeds) {
    if (isTaken[seed.id]) continue;
    isTaken[seed.id] = true;
    std::optional<Instant> due;
    if (seed.minutesToDue < 2000) due = now + minutes(seed.minutesToDue);
    QueueRow row = queueRow(seed.id, Level::Yellow,
                            {QString::number(seed.title), u"江畔里"_qs, {}, u"resolve"_qs}, due);
    row.stage = static_cast<Stage>(seed.stage);
    page.rows.push_back(row);
  }
  std::stable_sort(page.rows.begin(), page.rows.end(), [](const QueueRow& a, const QueueRow& b) {
    return a.nextDue.value_or(Instant::max()) < b.nextDue.value_or(Instant::max());
  });
  return page;
}

rc::Gen<std::vector<Seed>> anySeeds() {
  return rc::gen::container<std::vector<Seed>>(
      rc::gen::construct<Seed>(rc::gen::inRange(0U, 64U), rc::gen::inRange(-100, 2400),
                               rc::gen::inRange(0, 6), rc::gen::inRange(0, 5)));
}

/// What the model holds must be what a fresh grouping of the page gives.
void checkContent(const QueueModel& model, const QueuePage& page, Instant now) {
  size_t tickets = 0;
  int counted = 0;
  for (int row = 0; row < model.rowCount(); ++row) {
    const QueueItem& item = model.itemAt(row);
    if (item.isHeading()) {
      counted += item.count;
      continue;
    }
    ++tickets;
    RC_ASSERT(item.group == queueGroup(item.row, now));
    RC_ASSERT(row == model.rowOf(item.row.id));
    if (row > 0) RC_ASSERT(model.itemAt(row - 1).group == item.group);
  }
  RC_ASSERT(tickets == page.rows.size());
  RC_ASSERT(static_cast<size_t>(counted) == tickets);
}

QueuePage manyRows(int count, Instant now) {
  QueuePage page;
  page.rows.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    page.rows.push_back(queueRow(static_cast<uint>(i), Level::Yellow,
                                 {u"楼道灯不亮"_qs, u"和苑 1-1"_qs, u"王工"_qs, u"resolve"_qs},
                                 now + seconds(40 + i * 30)));
  }
  return page;
}

}  // namespace

// Goal: no update ever resets. Method: 300 random pages and ticks on one model under Qt's tester.
TEST_CASE("Random pages never reset the queue") {
  QueueModel model;
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  Instant now = at(u"2026-11-07T08:00"_qs);
  int updates = 0;
  while (updates < 300) {
    const bool holds = rc::check("a page is shown as it is grouped", [&] {
      const auto seeds = *anySeeds();
      const QueuePage page = pageOf(seeds, now);
      model.setPage(page, now);
      checkContent(model, page, now);
      now += minutes(*rc::gen::inRange(0, 700));
      model.tick(now, 0, 20);
      checkContent(model, page, now);
      ++updates;
    });
    REQUIRE(holds);
  }
  CHECK(reset.count() == 0);
}

TEST_CASE("Rows stand in the groups of the picture") {
  const Instant now = at(u"2026-11-07T09:00"_qs);
  const auto group = [now](std::optional<Instant> due, Stage stage) {
    QueueRow row = queueRow(1, Level::Yellow, {}, due);
    row.stage = stage;
    return queueGroup(row, now);
  };
  CHECK(group(now + minutes(30), Stage::Accepted) == QueueGroup::Now);
  CHECK(group(now - hours(9), Stage::InProgress) == QueueGroup::Now);
  CHECK(group(now + minutes(31), Stage::Accepted) == QueueGroup::Today);
  CHECK(group(now + hours(14), Stage::Accepted) == QueueGroup::Today);
  CHECK(group(now + hours(16), Stage::Accepted) == QueueGroup::Later);
  CHECK(group(std::nullopt, Stage::InProgress) == QueueGroup::Later);
  CHECK(group(now + hours(24), Stage::AwaitingCallback) == QueueGroup::Callback);
  CHECK(group(now + hours(2), Stage::Callback) == QueueGroup::Callback);
  CHECK(group(now + minutes(5), Stage::Callback) == QueueGroup::Now);
}

TEST_CASE("A row that becomes urgent moves alone") {
  const Instant now = at(u"2026-11-07T09:00"_qs);
  QueueModel model;
  QueuePage page;
  page.rows = {queueRow(1, Level::Red, {u"一"_qs, {}, {}, u"M1"_qs}, now + minutes(3)),
               queueRow(2, Level::Yellow, {u"二"_qs, {}, {}, u"M3"_qs}, now + minutes(31)),
               queueRow(3, Level::Yellow, {u"三"_qs, {}, {}, u"M4"_qs}, now + hours(3))};
  model.setPage(page, now);
  REQUIRE(model.rowCount() == 5);
  const QPersistentModelIndex third(model.index(model.rowOf(idOf<TicketId>(3))));
  QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
  model.tick(now + seconds(59), 0, 4);
  CHECK(removed.count() == 0);
  model.tick(now + seconds(60), 0, 4);
  CHECK(removed.count() == 1);
  CHECK(inserted.count() == 1);
  CHECK(model.rowOf(idOf<TicketId>(2)) == 2);
  CHECK(third.isValid());
  CHECK(model.itemAt(0).count == 2);
}

TEST_CASE("A tick announces the asked rows whose text changes, out of 10,000") {
  const Instant now = at(u"2026-11-07T09:00"_qs);
  QueueModel model;
  model.setPage(manyRows(10'000, now), now);
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  // Rows 1 to 10 are due within five minutes and count seconds.
  CHECK(model.tick(now + seconds(1), 0, 10) == 10);
  CHECK(changed.count() == 10);
  changed.clear();
  // Rows from 1,000 on are due in hours: nothing to read within a second of the same minute.
  CHECK(model.tick(now + seconds(2), 5'000, 5'010) == 0);
  CHECK(changed.count() == 0);
}

TEST_CASE("Rows and headings are read out as sentences") {
  const Instant now = at(u"2026-11-07T23:44:31"_qs);
  QueueModel model;
  QueuePage page;
  QueueRow row =
      queueRow(1, Level::Red, {u"公区爆管，水进电梯厅"_qs, u"云杉府 3栋2单元1502"_qs, {}, u"M1"_qs},
               at(u"2026-11-07T23:45:12"_qs));
  QueueRow again =
      queueRow(2, Level::Yellow, {u"楼道灯不亮"_qs, u"和苑 1-1"_qs, u"王工"_qs, u"resolve"_qs},
               std::nullopt);
  again.cycle = 2;
  again.stage = Stage::Dispatched;
  page.rows = {row, again};
  model.setPage(page, now);
  const auto spoken = [&model](int at) {
    return model.index(at).data(Qt::AccessibleTextRole).toString();
  };
  CHECK(spoken(0) == u"马上办，1 件"_qs);
  CHECK(spoken(1) == u"紧急，公区爆管，水进电梯厅，云杉府 3栋2单元1502，黄金5分钟，还剩 41 秒"_qs);
  CHECK(spoken(3) == u"普通，楼道灯不亮（第 2 次），和苑 1-1 · 王工 已派单，办结，暂停中"_qs);
  CHECK_FALSE(model.index(0).flags().testFlag(Qt::ItemIsEnabled));
}
