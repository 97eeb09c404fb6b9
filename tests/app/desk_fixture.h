// SPDX-License-Identifier: GPL-3.0-or-later
// The whole workstation on a store of its own, in the demo's last minutes.
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "app/workstation.h"
#include "core/service/demo.h"
#include "tests/runner/printers.h"
#include "tests/runner/robot.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/open_ticket.h"
#include "ui/workbench/workbench_page.h"

namespace yingda::test {

inline ui::Theme& theme() {
  // Only one theme may be installed in a process.
  static ui::Theme& installed = ui::Theme::install(
      *qobject_cast<QApplication*>(QCoreApplication::instance()), ui::ThemeMode::Light);
  return installed;
}

/// A window with 8021 signed in on a small demo; the clock stands at 2026-03-10 23:40:12.
class Desk {
 public:
  explicit Desk(QSize size = {1440, 900})
      : clock(std::make_shared<ManualClock>(*instantFromIso(u"2026-03-10T23:40:12"))) {
    REQUIRE(m_folder.isValid());
    open(size);
  }
  void open(QSize size = {1440, 900}) {
    station.reset();
    BackendOptions options;
    options.folder = m_folder.filePath(QStringLiteral("store"));
    options.clock = clock;
    options.random = std::make_shared<SeededRandom>(++m_seed);
    auto backend = Backend::open(options);
    REQUIRE(backend);
    if (await((*backend)->agents())->empty()) {
      DemoOptions demo;
      demo.households = 240;
      demo.tickets = 200;
      demo.open = 30;
      REQUIRE(await((*backend)->makeDemo(demo)));
    }
    const auto agent = await((*backend)->signInTrusted(QStringLiteral("8021")));
    REQUIRE(agent);
    (*backend)->enter(*agent);
    station = std::make_unique<Workstation>(std::move(*backend), theme());
    station->window().resize(size);
    station->window().show();
    station->begin();
    robot = std::make_unique<Robot>(station->window());
    robot->attend();
    REQUIRE(station->window().isActiveWindow());
    robot->settle(50);
  }
  template <class T>
  static T await(const QFuture<T>& future) {
    REQUIRE(QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000));
    QCoreApplication::processEvents();
    return future.result();
  }
  ui::WorkbenchPage& page() { return station->workbench(); }
  ui::DraftView& draftView() { return *page().draftView(); }
  bool centreBecomes(const char* name) {
    return robot->waitFor([&] { return page().centre() == QLatin1String(name); });
  }
  void pass(int seconds) {
    clock->advance(std::chrono::seconds{seconds});
    page().tick();
    robot->settle();
  }

  std::shared_ptr<ManualClock> clock;
  std::unique_ptr<Workstation> station;
  std::unique_ptr<Robot> robot;

 private:
  QTemporaryDir m_folder;
  quint64 m_seed = 20;
};

}  // namespace yingda::test
