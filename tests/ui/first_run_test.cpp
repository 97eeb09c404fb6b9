// SPDX-License-Identifier: GPL-3.0-or-later
// The first page by the keyboard alone, its mistakes and both ways out.
#include <QLineEdit>
#include <QSignalSpy>

#include "tests/ui/shell_fixture.h"
#include "ui/kit/card.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/pin_edit.h"
#include "ui/kit/rich_label.h"
#include "ui/shell/first_run_page.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

struct Desk {
  Desk()
      : page((shellTheme(), QStringLiteral("~/.local/share/yingda")), QStringLiteral("0.1.0"),
             keys),
        alone(&page, &FirstRunPage::standAlone),
        demo(&page, &FirstRunPage::demoAsked) {
    page.resize(1366, 768);
    showActive(page);
  }
  QWidget* named(const char* name) const {
    auto* found = page.findChild<QWidget*>(QLatin1String(name));
    REQUIRE(found != nullptr);
    return found;
  }
  /// Types into whatever has the focus, as a person does.
  void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
  void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
  QStringList mistakes() const {
    QStringList all;
    for (const FormField* field : page.findChildren<FormField*>()) {
      if (!field->error().isEmpty()) all << field->error();
    }
    return all;
  }
  KeyTable keys = KeyTable::builtIn();
  FirstRunPage page;
  QSignalSpy alone;
  QSignalSpy demo;
};

}  // namespace

TEST_CASE("a person can be set up by keys alone") {
  Desk desk;
  REQUIRE(
      QTest::qWaitFor([&] { return QApplication::focusWidget() == desk.named("firstRun.name"); }));
  commit(*QApplication::focusWidget(), QString::fromUtf16(u"李敏"));
  desk.press(Qt::Key_Tab);
  desk.type(QStringLiteral("8021"));
  desk.press(Qt::Key_Tab);
  CHECK(desk.page.typed().outsideName == QString::fromUtf16(u"小李"));
  desk.press(Qt::Key_Tab);
  CHECK(QApplication::focusWidget() == desk.named("firstRun.days"));
  desk.press(Qt::Key_Right);
  desk.press(Qt::Key_Tab);
  desk.type(QStringLiteral("135790"));
  desk.press(Qt::Key_Return);
  REQUIRE(desk.alone.size() == 1);
  const auto first = desk.alone.first().first().value<FirstRun>();
  CHECK(first.name == QString::fromUtf16(u"李敏"));
  CHECK(first.staffNumber == QStringLiteral("8021"));
  CHECK(first.outsideName == QString::fromUtf16(u"小李"));
  CHECK(first.calendar == QStringLiteral("workday"));
  CHECK(first.pin == QStringLiteral("135790"));
  // Busy now: another Enter asks for nothing twice.
  desk.press(Qt::Key_Return);
  CHECK(desk.alone.size() == 1);
  desk.page.showFailure(QStringLiteral("disk full"));
  CHECK(desk.named("firstRun.failure")->isVisible());
  desk.press(Qt::Key_Return);
  CHECK(desk.alone.size() == 2);
}

TEST_CASE("all mistakes are told at once and the first has the caret") {
  Desk desk;
  desk.press(Qt::Key_Return);
  CHECK(desk.alone.isEmpty());
  CHECK(desk.mistakes().size() == 4);
  CHECK(QApplication::focusWidget() == desk.named("firstRun.name"));
  desk.type(QStringLiteral("A"));
  CHECK(desk.mistakes().size() == 2);
  desk.press(Qt::Key_Tab);
  desk.type(QStringLiteral("8O21"));
  desk.press(Qt::Key_Return);
  CHECK(QApplication::focusWidget() == desk.named("firstRun.staff"));
}

TEST_CASE("digits are text in a field and choose beside one") {
  Desk desk;
  desk.type(QStringLiteral("2"));
  CHECK_FALSE(desk.page.isDemoChosen());
  desk.named("firstRun.alone")->setFocus();
  desk.press(Qt::Key_2);
  CHECK(desk.page.isJoinChosen());
  desk.press(Qt::Key_3);
  CHECK(desk.page.isDemoChosen());
  desk.press(Qt::Key_Return);
  CHECK(desk.demo.size() == 1);
  CHECK(desk.alone.isEmpty());
}

TEST_CASE("joining is the second way, and fills nothing in here") {
  Desk desk;
  QSignalSpy join(&desk.page, &FirstRunPage::joinAsked);
  desk.named("firstRun.alone")->setFocus();
  desk.press(Qt::Key_2);
  CHECK(desk.named("firstRun.startJoin")->isVisible());
  desk.press(Qt::Key_Return);
  CHECK(join.size() == 1);
  CHECK(desk.alone.isEmpty());
  CHECK(desk.demo.isEmpty());
  CHECK(desk.mistakes().isEmpty());
}

TEST_CASE("a long path is cut in its middle and leaves the card in the middle") {
  shellTheme();
  const KeyTable keys = KeyTable::builtIn();
  const QString path = QStringLiteral("/srv/yingda-agent/") +
                       QStringLiteral("a-folder-with-a-long-name/").repeated(12) +
                       QStringLiteral("yingda");
  FirstRunPage page(path, QStringLiteral("0.1.0"), keys);
  page.resize(1366, 768);
  showActive(page);
  const auto* place = page.findChild<Label*>(QStringLiteral("firstRun.place"));
  REQUIRE(place != nullptr);
  CHECK(QTest::qWaitFor([&] { return place->toolTip() == path; }));
  CHECK(place->text().contains(QChar(0x2026)));
  CHECK(place->text().contains(QStringLiteral("/srv")));
  CHECK(place->text().endsWith(QStringLiteral("yingda")));
  CHECK(QFontMetrics(place->font()).horizontalAdvance(place->text()) <= place->width());
  const auto* card = page.findChild<Card*>();
  REQUIRE(card != nullptr);
  const int left = card->mapTo(&page, QPoint()).x();
  const int right = page.width() - left - card->width();
  CHECK(std::abs(left - right) <= 1);
  savePicture(page, QStringLiteral("first-run-long-path"));
}

TEST_CASE("Enter while composing sends nothing") {
  Desk desk;
  compose(*desk.named("firstRun.name"), QStringLiteral("li'min"));
  desk.press(Qt::Key_Return);
  CHECK(desk.alone.isEmpty());
}

TEST_CASE("every field of the first page has a name, and Tab comes round") {
  Desk desk;
  QSet<QWidget*> seen;
  QWidget* first = QApplication::focusWidget();
  for (int i = 0; i < 30; ++i) {
    QWidget* here = QApplication::focusWidget();
    if (seen.contains(here)) break;
    seen.insert(here);
    INFO(here->objectName().toStdString());
    const auto* button = qobject_cast<QAbstractButton*>(here);
    CHECK_FALSE(
        (here->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty())));
    desk.press(Qt::Key_Tab);
  }
  CHECK(QApplication::focusWidget() == first);
  CHECK(seen.size() >= 7);
}
