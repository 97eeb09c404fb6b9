// SPDX-License-Identifier: GPL-3.0-or-later
// The smaller parts: PIN, choices, tabs, bars, ticker, labels, buttons.
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QVBoxLayout>

#include "tests/kit/kit_fixture.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/pin_edit.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/kit/tab_strip.h"
#include "ui/kit/ticker.h"

using namespace yingda;
using namespace yingda::ui;

TEST_CASE("the PIN takes digits only, deletes backwards and tells the sixth") {
  theTheme();
  PinEdit pin;
  showActive(pin);
  pin.setFocus();
  QSignalSpy completed(&pin, &PinEdit::completed);
  QTest::keyClicks(&pin, u"1a2-3"_qs);
  CHECK(pin.pin() == u"123"_qs);
  QTest::keyClick(&pin, Qt::Key_Home);
  QTest::keyClick(&pin, Qt::Key_Backspace);
  CHECK(pin.pin() == u"12"_qs);
  QTest::keyClicks(&pin, u"45678"_qs);
  CHECK(pin.pin() == u"124567"_qs);
  CHECK(completed.count() == 1);
  CHECK(pin.isComplete());
  CHECK_FALSE(pin.accessibleName().isEmpty());
}

TEST_CASE("a pasted PIN gives its first six digits, full-width ones too") {
  theTheme();
  PinEdit pin;
  QGuiApplication::clipboard()->setText(u"PIN：１2 3-4５678"_qs);
  QTest::keyClick(&pin, Qt::Key_V, Qt::ControlModifier);
  CHECK(pin.pin() == u"123456"_qs);
  QGuiApplication::clipboard()->setText(u"没有"_qs);
  QTest::keyClick(&pin, Qt::Key_V, Qt::ControlModifier);
  CHECK(pin.pin() == u"123456"_qs);
}

TEST_CASE("choices follow arrows, digits and the mouse") {
  theTheme();
  Segmented days({u"每天"_qs, u"周一至周五"_qs, u"24 小时"_qs});
  showActive(days);
  days.setFocus();
  QSignalSpy changes(&days, &Segmented::currentChanged);
  CHECK(days.current() == -1);
  QTest::keyClick(&days, Qt::Key_Right);
  CHECK(days.current() == 0);
  QTest::keyClick(&days, Qt::Key_3);
  CHECK(days.current() == 2);
  QTest::keyClick(&days, Qt::Key_Right);
  CHECK(days.current() == 2);
  QTest::keyClick(&days, Qt::Key_4);
  CHECK(days.current() == 2);
  QTest::mouseClick(&days, Qt::LeftButton, {}, QPoint(days.width() / 2, 10));
  CHECK(days.current() == 1);
  CHECK(changes.count() == 3);
  CHECK(days.accessibleDescription() == u"周一至周五"_qs);
}

TEST_CASE("tabs keep their counts and pills share the width") {
  theTheme();
  TabStrip strip;
  strip.addTab(u"工作台"_qs);
  strip.addTab(u"回访"_qs);
  const int plain = strip.sizeHint().width();
  strip.setCount(1, 4);
  CHECK(strip.sizeHint().width() > plain);
  CHECK(strip.count(1) == 4);
  CHECK(strip.count(0) == -1);
  PillTabs pills;
  for (const QString& name : {u"下一件事"_qs, u"我的"_qs, u"本组"_qs, u"全部"_qs}) {
    pills.addTab(name);
  }
  pills.resize(272, 28);
  pills.show();
  for (int i = 0; i < 4; ++i) {
    CHECK(pills.tabRect(i).width() == (i < 3 ? 69 : 65));
    QTest::mouseClick(&pills, Qt::LeftButton, {}, QPoint(69 * i + 30, 14));
    CHECK(pills.currentIndex() == i);
  }
  pills.resize(256, 28);
  QCoreApplication::sendPostedEvents();
  CHECK(pills.tabRect(3) == QRect(195, 0, 61, 28));
}

TEST_CASE("a message bar acts and closes without taking the focus") {
  theTheme();
  QWidget window;
  auto* column = new QVBoxLayout(&window);
  auto* editor = new QLineEdit;
  auto* bar = new MessageBar(Tone::Orange);
  column->addWidget(editor);
  column->addWidget(bar);
  bar->hide();
  showActive(window);
  editor->setFocus();
  bar->setText(u"磁盘快满了，内容都还在。"_qs);
  bar->setAct(u"清理"_qs);
  bar->setClosable(true);
  bar->show();
  CHECK(editor->hasFocus());
  QSignalSpy acted(bar, &MessageBar::acted);
  QSignalSpy closed(bar, &MessageBar::closed);
  bar->actButton()->click();
  CHECK(acted.count() == 1);
  bar->findChildren<HintButton*>().last()->click();
  CHECK(closed.count() == 1);
  CHECK(bar->isHidden());
}

TEST_CASE("a toast says its sentence and fades only where motion is wanted") {
  Theme& theme = theTheme();
  theme.setReducedMotion(true);
  CHECK(fadeMs() == 0);
  QWidget window;
  window.resize(600, 400);
  Toast toast(&window);
  window.show();
  toast.say(u"已保存"_qs);
  CHECK(toast.isVisible());
  CHECK(window.rect().contains(toast.geometry()));
  theme.setReducedMotion(false);
  CHECK(fadeMs() == 120);
}

TEST_CASE("the ticker waits for the full second and sleeps with its window") {
  theTheme();
  ManualClock clock(instantFromMs(1'000'000'000'990));
  Ticker ticker(clock);
  QSignalSpy ticks(&ticker, &Ticker::tick);
  QWidget window;
  ticker.watch(&window);
  ticker.start();
  CHECK_FALSE(ticker.isTicking());
  window.show();
  CHECK(ticker.isTicking());
  CHECK(ticks.count() == 1);
  CHECK(QTest::qWaitFor([&ticks] { return ticks.count() >= 3; }, 2000));
  window.hide();
  CHECK_FALSE(ticker.isTicking());
}

TEST_CASE("a label that does not fit gives its text as a tool tip") {
  theTheme();
  Label label(u"一行很长的标题会在右边省略"_qs);
  label.resize(60, 20);
  label.show();
  CHECK(label.toolTip() == label.text());
  label.resize(label.sizeHint());
  CHECK(label.toolTip().isEmpty());
}

TEST_CASE("wrapped text grows with fewer columns up to its most lines") {
  theTheme();
  RichLabel label(FontRole::Body13);
  label.setText(u"先派人关单元水管井总阀；电梯厅进水同时停梯、断电、设警戒线。"_qs);
  const int one = label.heightForWidth(2000);
  CHECK(label.heightForWidth(120) > 2 * one);
  label.setMaxLines(2);
  CHECK(label.heightForWidth(120) == 2 * one);
  label.setText({});
  CHECK(label.heightForWidth(120) == 0);
}

TEST_CASE("a button is as wide as its text and cap and is pressed by Enter") {
  theTheme();
  HintButton plain(u"保存"_qs);
  HintButton hinted(u"保存"_qs, u"Ctrl ↵"_qs);
  CHECK(hinted.sizeHint().width() > plain.sizeHint().width());
  CHECK(hinted.sizeHint().height() == 30);
  hinted.setSize(HintButton::Size::Large);
  CHECK(hinted.sizeHint().height() == 40);
  QSignalSpy clicks(&hinted, &QPushButton::clicked);
  showActive(hinted);
  hinted.setFocus();
  QTest::keyClick(&hinted, Qt::Key_Return);
  QTest::keyClick(&hinted, Qt::Key_Space);
  CHECK(clicks.count() == 2);
}
