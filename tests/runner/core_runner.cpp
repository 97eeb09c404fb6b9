// SPDX-License-Identifier: GPL-3.0-or-later
// The Catch2 runner of the headless tests, compiled once.
#define CATCH_CONFIG_RUNNER
#include <QCoreApplication>
#include <QStandardPaths>
#include <catch2/catch.hpp>

int main(int argc, char** argv) {
  Catch::Session session;
  const int parsed = session.applyCommandLine(argc, argv);
  if (parsed != 0) return parsed;
  const QCoreApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  return session.run();
}
