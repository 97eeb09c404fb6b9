// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window on a real store: first run, lock, wrong PIN, sign-in, quitting.
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "tests/ui/shell_fixture.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/page.h"
#include "ui/kit/pin_edit.h"
#include "ui/kit/tab_strip.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/first_run_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/status_strip.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

class Sheet final : public Page {
 public:
  QString id() const override { return QStringLiteral("workbench"); }
  QString title() const override { return QString::fromUtf16(u"工作台"); }
};

std::unique_ptr<Backend> openStore(const QString& folder) {
  BackendOptions options;
  options.folder = folder;
  auto backend = Backend::open(options);
  REQUIRE(backend);
  return std::move(*backend);
}

template <class T>
T* waitFor(const QWidget& window) {
  T* found = nullptr;
  CHECK(QTest::qWaitFor(
      [&] {
        for (T* one : window.findChildren<T*>()) {
          if (one->isVisible()) found = one;
        }
        return found != nullptr;
      },
      10000));
  REQUIRE(found != nullptr);
  return found;
}

void setUp(MainWindow& window) {
  auto* first = waitFor<FirstRunPage>(window);
  first->findChild<QLineEdit*>(QStringLiteral("firstRun.name"))->setText(QStringLiteral("Li"));
  first->findChild<QLineEdit*>(QStringLiteral("firstRun.staff"))->setText(QStringLiteral("8021"));
  first->findChild<QLineEdit*>(QStringLiteral("firstRun.pin"))->setText(QStringLiteral("135790"));
  QSignalSpy entered(&window, &MainWindow::entered);
  QTest::keyClick(first, Qt::Key_Return);
  CHECK(QTest::qWaitFor([&entered] { return !entered.isEmpty(); }, 20000));
}

}  // namespace

TEST_CASE("from the first run to a locked seat and back, by keys") {
  QTemporaryDir folder;
  auto backend = openStore(folder.filePath(QStringLiteral("store")));
  MainWindow window(*backend, shellTheme(), KeyTable::builtIn());
  auto* page = new Sheet;
  window.addPage(page);
  QSignalSpy leaving(&window, &MainWindow::leaving);
  QSignalSpy entered(&window, &MainWindow::entered);
  window.begin();
  showActive(window);
  setUp(window);
  REQUIRE(backend->session());
  CHECK(backend->session()->staffNumber == QStringLiteral("8021"));
  CHECK(window.findChild<HintButton*>(QStringLiteral("topBar.person"))
            ->text()
            .startsWith(QStringLiteral("8021")));
  auto* pages = window.findChild<TabStrip*>(QStringLiteral("topBar.pages"));
  CHECK(QTest::qWaitFor([pages] { return pages->width() >= pages->sizeHint().width(); }));
  CHECK(window.currentPage() == page);
  CHECK(page->isVisible());
  CHECK(window.findChild<TabStrip*>(QStringLiteral("topBar.pages"))->QTabBar::count() == 1);
  savePicture(window, QStringLiteral("shell-window"));

  QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
  auto* sign = waitFor<SignInPage>(window);
  CHECK(leaving.size() == 1);
  CHECK(sign->chosenStaffNumber() == QStringLiteral("8021"));
  QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
  CHECK_FALSE(window.palette()->isOpen());
  auto* pin = sign->findChild<PinEdit*>();
  QTest::keyClicks(pin, QStringLiteral("000000"));
  CHECK(QTest::qWaitFor([&] { return !sign->findChild<FormField*>()->error().isEmpty(); }, 20000));
  QTest::keyClicks(pin, QStringLiteral("135790"));
  CHECK(QTest::qWaitFor([&] { return entered.size() == 2; }, 20000));
  CHECK(page->isVisible());

  QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
  CHECK(window.palette()->isOpen());
  QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
  CHECK_FALSE(window.palette()->isOpen());
}

TEST_CASE("the window remembers its size and closes without a question") {
  QTemporaryDir folder;
  const QString store = folder.filePath(QStringLiteral("store"));
  {
    auto backend = openStore(store);
    MainWindow window(*backend, shellTheme(), KeyTable::builtIn());
    window.resize(1234, 720);
    showActive(window);
    QSignalSpy leaving(&window, &MainWindow::leaving);
    CHECK(window.close());
    CHECK(leaving.size() == 1);
  }
  auto backend = openStore(store);
  MainWindow window(*backend, shellTheme(), KeyTable::builtIn());
  CHECK(window.size() == QSize(1234, 720));
}

TEST_CASE("troubles of the store are said and taken back") {
  QTemporaryDir folder;
  auto backend = openStore(folder.filePath(QStringLiteral("store")));
  MainWindow window(*backend, shellTheme(), KeyTable::builtIn());
  window.resize(1366, 768);
  showActive(window);
  StoreNotice notice;
  notice.kind = StoreNotice::Kind::DiskFull;
  Q_EMIT backend->noticed(notice);
  CHECK(window.statusStrip()->health() == StoreHealth::Trouble);
  CHECK(window.messages()->isVisible());
  notice.kind = StoreNotice::Kind::WritableAgain;
  Q_EMIT backend->noticed(notice);
  CHECK(window.statusStrip()->health() == StoreHealth::Saved);
  CHECK_FALSE(window.messages()->isVisible());
  notice.kind = StoreNotice::Kind::CacheRebuilding;
  notice.done = 42;
  notice.total = 100;
  Q_EMIT backend->noticed(notice);
  CHECK(window.statusStrip()->sentence().contains(QStringLiteral("42")));
}
