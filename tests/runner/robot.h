// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real window as a person would, by keys alone, counts the presses and takes pictures.
#pragma once

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>
#include <functional>

namespace yingda::test {

/// Thread: main. Every wait is bounded by a minute and says what it waited for.
class Robot {
 public:
  explicit Robot(QWidget& window) : m_window(window) {}

  /// A key to whatever has the focus; counted.
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    ++m_presses;
    attend();
    QTest::keyClick(target(), key, modifiers);
    settle();
  }
  /// Free text, key by key; not counted.
  void type(const QString& text) {
    attend();
    for (const QChar c : text) {
      QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
      QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
      QApplication::sendEvent(target(), &down);
      QApplication::sendEvent(target(), &up);
    }
    settle();
  }
  /// Text through an input method: composed letter by letter, committed at the end.
  void compose(const QString& letters, const QString& committed) {
    attend();
    for (qsizetype i = 1; i <= letters.size(); ++i) {
      QInputMethodEvent preedit(letters.left(i), {});
      QApplication::sendEvent(target(), &preedit);
    }
    QInputMethodEvent commit;
    commit.setCommitString(committed);
    QApplication::sendEvent(target(), &commit);
    settle();
  }
  /// Leaves the composition open, as while she is still typing pinyin.
  void composeOnly(const QString& letters) {
    QInputMethodEvent preedit(letters, {});
    QApplication::sendEvent(target(), &preedit);
    settle();
  }
  /// Takes the keyboard back when another program on the same display took it.
  void attend() const {
    waitFor([this] {
      if (QApplication::activeWindow()) return true;
      m_window.activateWindow();
      return false;
    });
  }
  QWidget* target() const {
    QWidget* focus = QApplication::focusWidget();
    return focus ? focus : &m_window;
  }
  /// The named widget; null with the list of names on stderr when there is none.
  template <class T = QWidget>
  T* find(const QString& name) const {
    T* found = m_window.findChild<T*>(name);
    if (!found) qWarning("no widget named %s", qPrintable(name));
    return found;
  }
  bool waitFor(const std::function<bool()>& condition) const {
    return QTest::qWaitFor(condition, 60'000);
  }
  /// Lets posted events and short timers (autosave, suggestions) do their work.
  void settle(int milliseconds = 0) const {
    if (milliseconds > 0) {
      QTest::qWait(milliseconds);
    } else {
      QCoreApplication::sendPostedEvents();
      QCoreApplication::processEvents();
    }
  }
  bool picture(const QString& path) const {
    settle(250);
    QDir().mkpath(QFileInfo(path).absolutePath());
    return m_window.grab().save(path);
  }
  int presses() const { return m_presses; }
  void forgetPresses() { m_presses = 0; }

 private:
  QWidget& m_window;
  int m_presses = 0;
};

}  // namespace yingda::test
