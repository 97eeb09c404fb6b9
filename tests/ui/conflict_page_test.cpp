// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox by the keyboard alone: what is chosen, what is asked for, and what is never offered.
#include "ui/sync/conflict_page.h"

#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

#include "tests/ui/shell_fixture.h"
#include "tests/ui/sync_samples.h"
#include "ui/kit/actions.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/sync/inbox_model.h"
#include "ui/sync/value_table.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QString q(const char16_t* text) { return QString::fromUtf16(text); }

struct Inbox {
  Inbox()
      : actions((shellTheme(), KeyTable::builtIn()), &window),
        page(new ConflictPage(actions, &window)),
        restore(page, &ConflictPage::restoreWanted),
        seen(page, &ConflictPage::seenWanted),
        ticket(page, &ConflictPage::ticketWanted),
        number(page, &ConflictPage::ticketNumberWanted) {
    window.resize(1200, 700);
    page->resize(window.size());
    page->setNow(sampleNow());
    page->setConflicts(sampleConflicts());
    page->setRefusals(sampleRefusals());
    showActive(window);
    page->setFocus();
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  }
  QListView* list() const { return page->findChild<QListView*>(QStringLiteral("inbox.list")); }
  QStringList rows() const {
    QStringList all;
    const QAbstractItemModel* model = list()->model();
    for (int i = 0; i < model->rowCount(); ++i) all << model->index(i, 0).data().toString();
    return all;
  }
  template <class T>
  T* named(const char* name) const {
    auto* found = page->findChild<T*>(QLatin1String(name));
    REQUIRE(found != nullptr);
    return found;
  }
  QWidget window;
  Actions actions;
  ConflictPage* page;
  QSignalSpy restore;
  QSignalSpy seen;
  QSignalSpy ticket;
  QSignalSpy number;
};

}  // namespace

TEST_CASE("the inbox groups its rows, what needs a look first") {
  Inbox inbox;
  CHECK(inbox.rows() == QStringList{q(u"我的值没有被采用"), q(u"楼道灯不亮（第 2 次）"),
                                    q(u"停车费多扣一个月"), q(u"2 号门门禁卡刷不开"),
                                    q(u"别人的值没有被采用"), q(u"午休时间装修噪音"),
                                    q(u"没有执行的操作"), q(u"归档 装修押金退还流程"),
                                    q(u"登记探视 和苑 2-1-803")});
  CHECK(inbox.list()->currentIndex().row() == 1);
  CHECK(QApplication::focusWidget() == inbox.list());
  CHECK(inbox.named<Label>("conflict.about")->text() ==
        q(u"207-4213-1 · 责任部门和责任人 · 您和 8107 小王 都改了它"));
}

TEST_CASE("arrows step over headings, keys restore, mark as seen and open") {
  Inbox inbox;
  const auto conflicts = sampleConflicts();
  inbox.press(Qt::Key_Return);
  REQUIRE(inbox.ticket.size() == 1);
  CHECK(inbox.ticket.front().front().value<TicketId>() == conflicts[2].ticket);
  inbox.press(Qt::Key_Z, Qt::AltModifier);
  REQUIRE(inbox.restore.size() == 1);
  CHECK(inbox.restore.front().front().toUuid() == conflicts[2].id);
  // The answer has not come: a second press asks for nothing twice.
  inbox.press(Qt::Key_Z, Qt::AltModifier);
  CHECK(inbox.restore.size() == 1);
  CHECK_FALSE(inbox.named<HintButton>("conflict.restore")->isEnabled());
  inbox.press(Qt::Key_Down);
  CHECK(inbox.named<HintButton>("conflict.restore")->isEnabled());
  inbox.press(Qt::Key_V, Qt::AltModifier);
  REQUIRE(inbox.seen.size() == 1);
  CHECK(inbox.seen.front().front().toUuid() == conflicts[1].id);
  inbox.press(Qt::Key_Down);
  inbox.press(Qt::Key_Down);
  CHECK(inbox.list()->currentIndex().row() == 5);
  CHECK(inbox.named<HintButton>("conflict.restore")->text() == q(u"改用 8107 小王的值"));
  inbox.press(Qt::Key_Down);
  CHECK(inbox.list()->currentIndex().row() == 7);
  CHECK(inbox.named<RichLabel>("refusal.reason")->isVisible());
  inbox.press(Qt::Key_Return);
  REQUIRE(inbox.number.size() == 1);
  CHECK(inbox.number.front().front().toString() == QStringLiteral("20742131"));
  // Keys of conflicts do nothing on a refusal.
  inbox.press(Qt::Key_Z, Qt::AltModifier);
  inbox.press(Qt::Key_V, Qt::AltModifier);
  CHECK(inbox.restore.size() == 1);
  CHECK(inbox.seen.size() == 1);
}

TEST_CASE("after an act the next one is chosen, and nothing else moves") {
  Inbox inbox;
  auto conflicts = sampleConflicts();
  inbox.press(Qt::Key_Z, Qt::AltModifier);
  conflicts.erase(conflicts.begin() + 2);
  inbox.page->setConflicts(conflicts);
  REQUIRE(inbox.page->current() != nullptr);
  CHECK(inbox.page->current()->id == conflicts[1].id);
  // A new one above does not take the place of the chosen one.
  conflicts.push_back(sampleConflict(9, QStringLiteral("新来的"), "place"));
  inbox.page->setConflicts(conflicts);
  CHECK(inbox.page->current()->id == conflicts[1].id);
}

TEST_CASE("stage and due are never chosen, nor what is written once") {
  for (const char* field : {"stage", "cycle", "due", "place"}) {
    INFO(field);
    Inbox inbox;
    ConflictView one = sampleConflict(1, QStringLiteral("漏水"), field);
    one.mayRestore = one.field != "place";
    inbox.page->setConflicts({one});
    CHECK(inbox.named<HintButton>("conflict.restore")->isHidden());
    inbox.press(Qt::Key_Z, Qt::AltModifier);
    CHECK(inbox.restore.isEmpty());
    inbox.press(Qt::Key_V, Qt::AltModifier);
    CHECK(inbox.seen.size() == 1);
  }
}

TEST_CASE("an empty inbox is kind, and unsent work is told") {
  Inbox inbox;
  inbox.page->setConflicts({});
  inbox.page->setRefusals({});
  CHECK(inbox.named<Label>("inbox.empty")->isVisible());
  CHECK(inbox.named<Label>("inbox.unsent")->isHidden() == false);
  CHECK_FALSE(inbox.named<Label>("inbox.unsent")->isVisible());
  inbox.page->setSync(offlineFloor());
  CHECK(inbox.named<Label>("inbox.unsent")->isVisible());
  CHECK(inbox.named<Label>("inbox.unsent")->text() == q(u"未发送 7"));
  inbox.press(Qt::Key_Z, Qt::AltModifier);
  CHECK(inbox.restore.isEmpty());
}

TEST_CASE("long values wrap, and Space leafs through them while the arrows keep the list") {
  Inbox inbox;
  ConflictView one = sampleConflict(1, QStringLiteral("漏水"), "request");
  one.lost = QStringLiteral("三楼水管井爆了，水已经流到电梯厅。").repeated(60);
  one.kept = one.lost + QStringLiteral("老人在家。");
  inbox.page->setConflicts({one});
  QScrollBar* bar = inbox.named<QScrollArea>("inbox.detail")->verticalScrollBar();
  REQUIRE(QTest::qWaitFor([bar] { return bar->maximum() > 0; }, 60'000));
  inbox.press(Qt::Key_Space);
  CHECK(bar->value() > 0);
  inbox.press(Qt::Key_Space, Qt::ShiftModifier);
  CHECK(bar->value() == 0);
  CHECK(QApplication::focusWidget() == inbox.list());
}

TEST_CASE("the differing part of two values is found, and no character is cut") {
  const Difference place = differenceOf(q(u"1-1 三层楼道"), q(u"1-1 三层电梯口"));
  REQUIRE(place.left.size() == 1);
  CHECK(q(u"1-1 三层楼道").mid(place.left[0].start, place.left[0].length) == q(u"楼道"));
  CHECK(q(u"1-1 三层电梯口").mid(place.right[0].start, place.right[0].length) == q(u"电梯口"));
  CHECK(differenceOf(q(u"一样"), q(u"一样")).left.isEmpty());
  const Difference faces = differenceOf(q(u"好😀"), q(u"好😁"));
  REQUIRE(faces.left.size() == 1);
  CHECK(faces.left[0].start == 1);
  CHECK(faces.left[0].length == 2);
  CHECK(differenceOf(QString(), q(u"有")).left.isEmpty());
}

TEST_CASE("on a small screen the acts of a conflict are within reach") {
  Inbox inbox;
  inbox.window.resize(960, 460);
  inbox.page->resize(inbox.window.size());
  inbox.page->setSync(offlineFloor());
  QTest::qWait(20);
  savePicture(inbox.window, QStringLiteral("conflicts-960"));
  for (const char* name : {"conflict.restore", "conflict.seen", "conflict.open"}) {
    INFO(name);
    auto* button = inbox.named<HintButton>(name);
    const QPoint corner = button->mapTo(inbox.page, button->rect().bottomRight());
    CHECK(inbox.page->rect().contains(corner));
    CHECK(button->width() >= button->sizeHint().width());
  }
}
