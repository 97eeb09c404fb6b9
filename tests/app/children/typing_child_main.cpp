// SPDX-License-Identifier: GPL-3.0-or-later
// A workstation that is made to be killed: somebody types half a ticket, and it tells once that is
// on disk.
#include <unistd.h>

#include <QApplication>
#include <QStandardPaths>

#include "app/workstation.h"
#include "core/service/demo.h"
#include "tests/app/children/typing_steps.h"
#include "tests/runner/robot.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"
#include "ui/workbench/workbench_page.h"

using namespace yingda;
using namespace yingda::test;

namespace {

template <class T>
T awaited(const QFuture<T>& future) {
  if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000)) _exit(3);
  return future.result();
}

bool openDesk(Backend& backend) {
  DemoOptions demo;
  demo.households = 30;
  demo.tickets = 20;
  demo.open = 5;
  if (!awaited(backend.makeDemo(demo))) return false;
  const auto agent = awaited(backend.signInTrusted(QStringLiteral("8021")));
  if (!agent) return false;
  backend.enter(*agent);
  return true;
}

/// True once what was typed, and where the caret stands, lies in the journal.
bool isOnDisk(Backend& backend) {
  const auto drafts = awaited(backend.drafts());
  if (!drafts || drafts->empty()) return false;
  const TicketDraft& draft = drafts->back();
  return draft.text.request == typedText() && draft.caret == typedCaret;
}

bool typeHalfATicket(Workstation& station) {
  Robot robot(station.window());
  robot.attend();
  robot.settle(50);
  robot.press(Qt::Key_F2);
  robot.type(QStringLiteral("13999998888"));
  robot.press(Qt::Key_Return);
  const bool isReady =
      robot.waitFor([&] { return robot.target()->objectName() == QLatin1String(typedField); });
  if (!isReady) return false;
  robot.type(QStringLiteral("马桶堵一半"));
  robot.press(Qt::Key_Left);
  robot.press(Qt::Key_Left);
  robot.type(QStringLiteral("了"));
  return robot.waitFor([&] { return isOnDisk(station.backend()); });
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() != 2) return 1;
  ui::Theme& theme = ui::Theme::install(application, ui::ThemeMode::Light);
  BackendOptions options;
  options.folder = arguments[1];
  auto backend = Backend::open(options);
  if (!backend || !openDesk(**backend)) return 2;
  Workstation station(std::move(*backend), theme);
  station.window().show();
  station.begin();
  if (!typeHalfATicket(station)) return 2;
  if (write(STDOUT_FILENO, "saved\n", 6) != 6) return 3;
  // Nothing orderly comes after this.
  return QApplication::exec();
}
