// SPDX-License-Identifier: GPL-3.0-or-later
// The why-table: folds by key, copying, closing, and its pictures.
#include "ui/desk/why_table.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/ui/why_fixture.h"
#include "ui/desk/why_model.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

const QString sentence() {
  return u"郑女士，多扣的一个月财务已查到，周一给您办退款；最晚周三 18:00 前退回原账户，提前退到我第一时间告诉您。"_qs;
}

QTableView* rowsOf(WhyTable& table) {
  auto* view = table.findChild<QTableView*>(u"whyTable.rows"_qs);
  REQUIRE(view != nullptr);
  return view;
}

void fill(WhyTable& table, const QString& now = u"2026-10-10T10:12"_qs) {
  table.set(pictureAccount(now), pictureMilestone(), sentence(), at(now));
}

}  // namespace

TEST_CASE("The why-table looks like the picture") {
  theTheme();
  auto* table = new WhyTable;
  fill(*table);
  table->setPointer(665);
  Ground ground(table, {800, 633});
  takePictures(ground, u"why"_qs);
  auto* narrow = new WhyTable;
  fill(*narrow, u"2026-10-12T22:00"_qs);
  narrow->setPointer(40);
  Ground small(narrow, {726, 420});
  takePictures(small, u"why-small"_qs);
}

TEST_CASE("A fold opens and closes by key without a reset") {
  theTheme();
  WhyTable table;
  table.resize(800, 640);
  fill(table);
  showActive(table);
  const auto& model = table.model();
  const QAbstractItemModelTester tester(const_cast<WhyModel*>(&model),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  auto* view = rowsOf(table);
  view->setFocus();
  view->setCurrentIndex(model.index(2, 0));
  QTest::keyClick(view, Qt::Key_Right);
  CHECK(model.rowCount() == 18);
  CHECK(model.index(4, WhyModel::Why).data().toString() == u"午休"_qs);
  QTest::keyClick(view, Qt::Key_Down);
  QTest::keyClick(view, Qt::Key_Left);
  CHECK(model.rowCount() == 15);
  CHECK(view->currentIndex().row() == 2);
  QTest::keyClick(view, Qt::Key_Return);
  CHECK(model.rowCount() == 18);
  // The clock goes on while a fold is open.
  fill(table, u"2026-10-10T10:13"_qs);
  CHECK(model.rowCount() == 18);
  CHECK(model.rowAt(2).kind == WhyRow::Kind::Folded);
  takePictures(table, u"why-open"_qs);
  CHECK(reset.count() == 0);
}

TEST_CASE("Esc closes and the owner's words are copied") {
  theTheme();
  WhyTable table;
  table.resize(800, 640);
  fill(table);
  showActive(table);
  QSignalSpy closed(&table, &WhyTable::closed);
  QSignalSpy copied(&table, &WhyTable::copyAsked);
  rowsOf(table)->setFocus();
  QTest::keyClick(rowsOf(table), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(copied.count() == 1);
  CHECK(copied.at(0).at(0).toString() == sentence());
  QTest::keyClick(rowsOf(table), Qt::Key_Escape);
  CHECK(closed.count() == 1);
  table.findChild<QPushButton*>(u"whyTable.close"_qs)->click();
  CHECK(closed.count() == 2);
}

TEST_CASE("Without a sentence for the owner there is nothing to copy") {
  theTheme();
  WhyTable table;
  table.set(pictureAccount(), pictureMilestone(), {}, at(u"2026-10-10T10:12"_qs));
  CHECK(table.findChild<QPushButton*>(u"whyTable.copy"_qs)->isHidden());
}
