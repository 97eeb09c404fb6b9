// SPDX-License-Identifier: GPL-3.0-or-later
// Shortcuts beside editors and input methods, driven by real key events.
#include "ui/kit/actions.h"

#include <QInputMethodEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "tests/kit/kit_fixture.h"
#include "ui/kit/text_box.h"

using namespace yingda::ui;

namespace {

/// A window with both editors and a counter of each verb.
struct Desk {
  QWidget window;
  TextBox* box = new TextBox;
  LineBox* line = new LineBox;
  Actions* actions = nullptr;
  QHash<QString, int> counts;

  Desk() {
    theTheme();
    auto* column = new QVBoxLayout(&window);
    column->addWidget(box);
    column->addWidget(line);
    actions = new Actions(KeyTable::builtIn(), &window);
    showActive(window);
    box->setFocus();
  }
  void count(const QString& id) {
    actions->add(id, &window, [this, id] { ++counts[id]; });
  }
  void compose(QWidget* editor, const QString& preedit, const QString& commit = {}) {
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(editor, &event);
  }
};

}  // namespace

TEST_CASE("Ctrl+Return fires inside the many-line editor and Return alone is a new line") {
  Desk desk;
  desk.count(u"ticket.save"_qs);
  QTest::keyClicks(desk.box, u"abc"_qs);
  QTest::keyClick(desk.box, Qt::Key_Return);
  CHECK(desk.counts.value(u"ticket.save"_qs) == 0);
  CHECK(desk.box->text() == u"abc\n"_qs);
  QTest::keyClick(desk.box, Qt::Key_Return, Qt::ControlModifier);
  CHECK(desk.counts.value(u"ticket.save"_qs) == 1);
  QTest::keyClick(desk.box, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
  CHECK(desk.counts.value(u"ticket.save"_qs) == 2);
  CHECK(desk.box->text() == u"abc\n"_qs);
}

TEST_CASE("no shortcut fires while composing, each fires after the commit") {
  Desk desk;
  const auto [id, key, modifiers] = GENERATE(table<const char*, Qt::Key, Qt::KeyboardModifiers>({
      {"script.next", Qt::Key_F5, Qt::NoModifier},
      {"ticket.save", Qt::Key_Return, Qt::ControlModifier},
      {"script.answer.1", Qt::Key_1, Qt::ControlModifier},
      {"sentence.insert.2", Qt::Key_2, Qt::AltModifier},
  }));
  const QString verb = QString::fromLatin1(id);
  desk.count(verb);
  for (QWidget* editor : {static_cast<QWidget*>(desk.box), static_cast<QWidget*>(desk.line)}) {
    desk.counts.clear();
    editor->setFocus();
    desk.compose(editor, u"shui guan"_qs);
    QTest::keyClick(editor, key, modifiers);
    CHECK(desk.counts.value(verb) == 0);
    desk.compose(editor, QString(), u"水管"_qs);
    QTest::keyClick(editor, key, modifiers);
    CHECK(desk.counts.value(verb) == 1);
  }
  CHECK(desk.box->text() == u"水管"_qs);
  CHECK(desk.line->text() == u"水管"_qs);
}

TEST_CASE("every key of the table reaches its verb from inside both editors") {
  Desk desk;
  for (const KeyRow& row : desk.actions->keys().rows()) desk.count(row.id);
  for (const KeyRow& row : desk.actions->keys().rows()) {
    for (const QKeySequence& key : row.keys) {
      for (QWidget* editor : {static_cast<QWidget*>(desk.box), static_cast<QWidget*>(desk.line)}) {
        INFO(key.toString().toStdString());
        editor->setFocus();
        desk.counts.clear();
        QTest::keyClick(editor, key[0].key(), key[0].keyboardModifiers());
        CHECK(desk.counts.value(row.id) == 1);
        CHECK(desk.counts.size() == 1);
      }
    }
  }
  CHECK(desk.box->text().isEmpty());
  CHECK(desk.line->text().isEmpty());
}

TEST_CASE("bare digits and letters are text, and Alt with a digit never is") {
  Desk desk;
  desk.count(u"script.answer.1"_qs);
  QTest::keyClicks(desk.box, u"1a"_qs);
  CHECK(desk.box->text() == u"1a"_qs);
  QTest::keyClick(desk.box, Qt::Key_3, Qt::AltModifier);
  QTest::keyClick(desk.line, Qt::Key_3, Qt::AltModifier);
  CHECK(desk.box->text() == u"1a"_qs);
  CHECK(desk.line->text().isEmpty());
  CHECK(desk.counts.isEmpty());
}

TEST_CASE("a disabled verb does not fire and leaves its key to the editor") {
  Desk desk;
  desk.count(u"ticket.save"_qs);
  desk.actions->setEnabled(u"ticket.save"_qs, false);
  QTest::keyClick(desk.box, Qt::Key_Return, Qt::ControlModifier);
  CHECK(desk.counts.isEmpty());
  CHECK_FALSE(desk.actions->trigger(u"ticket.save"_qs));
  desk.actions->setEnabled(u"ticket.save"_qs, true);
  CHECK(desk.actions->trigger(u"ticket.save"_qs));
  CHECK(desk.counts.value(u"ticket.save"_qs) == 1);
  CHECK_FALSE(desk.actions->trigger(u"unknown"_qs));
}

TEST_CASE("the visible page answers a verb that several pages know") {
  Desk desk;
  QWidget first(&desk.window);
  auto second = std::make_unique<QWidget>(&desk.window);
  QString answered;
  desk.actions->add(u"page.new"_qs, &first, [&answered] { answered = u"first"_qs; });
  desk.actions->add(u"page.new"_qs, second.get(), [&answered] { answered = u"second"_qs; });
  CHECK(desk.actions->actions().size() == 1);
  first.show();
  second->hide();
  CHECK(desk.actions->trigger(u"page.new"_qs));
  CHECK(answered == u"first"_qs);
  second->show();
  CHECK(desk.actions->trigger(u"page.new"_qs));
  CHECK(answered == u"second"_qs);
  second.reset();
  CHECK(desk.actions->trigger(u"page.new"_qs));
  CHECK(answered == u"first"_qs);
  first.hide();
  CHECK_FALSE(desk.actions->trigger(u"page.new"_qs));
}

TEST_CASE("an ampersand in a button's text makes no shortcut") {
  Desk desk;
  auto* button = new QPushButton(u"A&B"_qs, &desk.window);
  button->show();
  CHECK(button->shortcut().isEmpty());
}
