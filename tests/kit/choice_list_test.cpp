// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions that leave the focus where it is.
#include "ui/kit/choice_list.h"

#include <QInputMethodEvent>
#include <QListView>
#include <QSignalSpy>
#include <QVBoxLayout>

#include "tests/kit/kit_fixture.h"
#include "ui/kit/text_box.h"

using namespace yingda::ui;

namespace {

QList<ChoiceRow> three() {
  return {{u"工程部"_qs, u"张工"_qs, u"#37"_qs, 1, {{0, 2}}},
          {u"财务部"_qs, u"何会计"_qs, {}, 2, {}},
          {u"秩序部"_qs, {}, {}, 3, {}}};
}

struct Desk {
  QWidget window;
  TextBox* box = new TextBox;
  ChoiceList* list = nullptr;

  Desk() {
    theTheme();
    window.resize(500, 500);
    auto* column = new QVBoxLayout(&window);
    column->addWidget(box);
    column->addStretch(1);
    list = new ChoiceList(box);
    showActive(window);
    box->setFocus();
  }
};

}  // namespace

TEST_CASE("the suggestion list never takes the focus and is no window of its own") {
  Desk desk;
  desk.list->setRows(three());
  CHECK(desk.list->isOpen());
  CHECK_FALSE(desk.list->isWindow());
  CHECK(QApplication::focusWidget() == desk.box);
  CHECK(QApplication::activePopupWidget() == nullptr);
  auto* view = desk.list->findChild<QListView*>();
  QTest::mouseMove(view->viewport(), QPoint(20, 20));
  QTest::mousePress(view->viewport(), Qt::LeftButton, {}, QPoint(20, 20));
  CHECK(QApplication::focusWidget() == desk.box);
  QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, QPoint(20, 20));
  CHECK(QApplication::focusWidget() == desk.box);
  QTest::keyClicks(desk.box, u"x"_qs);
  CHECK(desk.box->text() == u"x"_qs);
}

TEST_CASE("Down and Enter choose, Enter alone stays text, Esc closes") {
  Desk desk;
  QSignalSpy chosen(desk.list, &ChoiceList::chosen);
  desk.list->setRows(three());
  QTest::keyClick(desk.box, Qt::Key_Return);
  CHECK(chosen.isEmpty());
  CHECK(desk.box->text() == u"\n"_qs);
  desk.list->setRows(three());
  QTest::keyClick(desk.box, Qt::Key_Down);
  QTest::keyClick(desk.box, Qt::Key_Down);
  QTest::keyClick(desk.box, Qt::Key_Return);
  REQUIRE(chosen.count() == 1);
  CHECK(chosen.at(0).at(0).toInt() == 2);
  CHECK_FALSE(desk.list->isOpen());
  CHECK(desk.box->text() == u"\n"_qs);
  desk.list->setRows(three());
  QTest::keyClick(desk.box, Qt::Key_Up);
  CHECK(desk.list->currentRow() == 2);
  QTest::keyClick(desk.box, Qt::Key_Escape);
  CHECK_FALSE(desk.list->isOpen());
  CHECK(chosen.count() == 1);
}

TEST_CASE("while composing the keys belong to the input method") {
  Desk desk;
  QSignalSpy chosen(desk.list, &ChoiceList::chosen);
  desk.list->setPreselect(true);
  desk.list->setRows(three());
  CHECK(desk.list->currentRow() == 0);
  QInputMethodEvent composing(u"gong"_qs, {});
  QCoreApplication::sendEvent(desk.box, &composing);
  QTest::keyClick(desk.box, Qt::Key_Down);
  QTest::keyClick(desk.box, Qt::Key_Escape);
  CHECK(desk.list->currentRow() == 0);
  CHECK(desk.list->isOpen());
  QInputMethodEvent commit;
  commit.setCommitString(u"工"_qs);
  QCoreApplication::sendEvent(desk.box, &commit);
  QTest::keyClick(desk.box, Qt::Key_Return);
  CHECK(chosen.count() == 1);
}

TEST_CASE("Enter never takes a row that slipped under the mark") {
  Desk desk;
  desk.list->setRows(three());
  QTest::keyClick(desk.box, Qt::Key_Down);
  QList<ChoiceRow> fewer = three();
  fewer.removeLast();
  desk.list->setRows(fewer);
  CHECK(desk.list->currentRow() == 0);
  fewer.removeFirst();
  desk.list->setRows(fewer);
  CHECK(desk.list->currentRow() == -1);
  desk.list->setPreselect(true);
  desk.list->setRows(three());
  CHECK(desk.list->currentRow() == 0);
}

TEST_CASE("the list closes with the focus, with no rows, and dies with its editor") {
  Desk desk;
  desk.list->setRows(three());
  CHECK(desk.list->isOpen());
  desk.list->setRows({});
  CHECK_FALSE(desk.list->isOpen());
  desk.list->setRows(three());
  desk.box->clearFocus();
  CHECK_FALSE(desk.list->isOpen());
  desk.list->setRows(three());
  CHECK_FALSE(desk.list->isOpen());
  const QPointer<ChoiceList> list(desk.list);
  delete desk.box;
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK(list.isNull());
}

TEST_CASE("near the bottom of the window the list opens above its editor") {
  theTheme();
  QWidget window;
  window.resize(400, 300);
  auto* column = new QVBoxLayout(&window);
  auto* line = new LineBox;
  column->addStretch(1);
  column->addWidget(line);
  ChoiceList list(line);
  showActive(window);
  line->setFocus();
  list.setRows(three());
  CHECK(list.geometry().bottom() < line->y());
  CHECK(window.rect().contains(list.geometry()));
}
