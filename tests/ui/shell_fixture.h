// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures, the theme, and input-method events for the tests of shell and right pane.
#pragma once

#include <QApplication>
#include <QDir>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

#include "tests/runner/printers.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

/// The application's theme, installed once a process, light unless told otherwise.
inline Theme& shellTheme(ThemeMode mode = ThemeMode::Light) {
  auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
  auto* theme = application->findChild<Theme*>(QStringLiteral("theme"));
  if (theme == nullptr) return Theme::install(*application, mode);
  theme->setMode(mode);
  return *theme;
}

inline void showActive(QWidget& window) {
  window.show();
  window.activateWindow();
  CHECK(QTest::qWaitForWindowActive(&window));
}

/// Saves what the widget shows as <build>/pictures/<name>.png.
inline void savePicture(QWidget& widget, const QString& name) {
  QDir folder(QStringLiteral(YINGDA_BINARY_DIR));
  REQUIRE(folder.mkpath(QStringLiteral("pictures")));
  QTest::qWait(20);
  const QString path = folder.filePath(QStringLiteral("pictures/%1.png").arg(name));
  CHECK(widget.grab().save(path));
}

/// What an input method is composing; nothing ends it.
inline void compose(QWidget& editor, const QString& preedit) {
  QInputMethodEvent event(preedit, {});
  QApplication::sendEvent(&editor, &event);
  QTest::qWait(0);
}

inline void commit(QWidget& editor, const QString& text) {
  QInputMethodEvent event;
  event.setCommitString(text);
  QApplication::sendEvent(&editor, &event);
  QTest::qWait(0);
}

}  // namespace yingda::ui
