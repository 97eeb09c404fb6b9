// SPDX-License-Identifier: GPL-3.0-or-later
// What the widget tests share: the installed theme, and a window that is active and exposed.
#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

#include "tests/runner/printers.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

/// The application's theme, light, installed once a process.
inline Theme& theTheme() {
  auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
  auto* theme = application->findChild<Theme*>(QStringLiteral("theme"));
  if (theme == nullptr) return Theme::install(*application, ThemeMode::Light);
  theme->setMode(ThemeMode::Light);
  return *theme;
}

/// Shows the window and waits until keys would reach it.
inline void showActive(QWidget& window) {
  window.show();
  window.activateWindow();
  CHECK(QTest::qWaitForWindowActive(&window));
}

}  // namespace yingda::ui
