// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on a large store: cold start to a usable window, keys while typing, and the
// queue of all open tickets. Beside the start stands an empty Qt window's, the raw limit.
#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QProcess>
#include <QTest>

#include "app/workstation.h"
#include "core/service/demo.h"
#include "core/store/cache.h"
#include "tests/bench/blocks.h"
#include "ui/desk/queue_model.h"
#include "ui/desk/queue_panel.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/workbench_page.h"

using namespace yingda;

namespace {

double threadCpuMs() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Adds up what painting costs the UI thread, so that it can be told apart.
class Application final : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    const bool isPainting =
        event->type() == QEvent::UpdateRequest || event->type() == QEvent::Paint;
    if (!isPainting || m_depth > 0) return QApplication::notify(receiver, event);
    ++m_depth;
    const double start = threadCpuMs();
    const bool done = QApplication::notify(receiver, event);
    m_paintMs += threadCpuMs() - start;
    --m_depth;
    return done;
  }
  double paintMs() const { return m_paintMs; }

 private:
  int m_depth = 0;
  double m_paintMs = 0;
};

template <class T>
T waited(QFuture<T> future) {
  while (!future.isFinished()) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
  QCoreApplication::processEvents();
  return future.result();
}

double privateMegabytes() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n')) {
    if (line.startsWith("RssAnon:"))
      return line.mid(8).simplified().split(' ')[0].toDouble() / 1024;
  }
  return 0;
}

qint64 steadyMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::unique_ptr<Workstation> opened(const QString& folder, ui::Theme& theme) {
  BackendOptions options;
  options.folder = folder;
  auto backend = Backend::open(options);
  if (!backend) std::abort();
  const auto agent = waited((*backend)->signInTrusted(QStringLiteral("8021")));
  if (!agent) std::abort();
  (*backend)->enter(*agent);
  auto station = std::make_unique<Workstation>(std::move(*backend), theme);
  station->window().resize(1440, 900);
  station->window().show();
  station->begin();
  return station;
}

ui::QueuePanel& queueOf(Workstation& station) {
  return *station.window().findChild<ui::QueuePanel*>();
}

/// The child: from the parent's start of it to a painted queue. "-" as folder: an empty window.
int childRun(const QString& folder, qint64 startedMs) {
  if (folder == u"-") {
    QWidget window;
    window.resize(1440, 900);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) return 1;
    window.grab();
    std::printf("%lld %.0f\n", static_cast<long long>(steadyMs() - startedMs), privateMegabytes());
    return 0;
  }
  ui::Theme& theme = ui::Theme::install(*qApp, ui::ThemeMode::Light);
  const auto station = opened(folder, theme);
  if (!QTest::qWaitForWindowExposed(&station->window())) return 1;
  const auto& model = queueOf(*station).model();
  while (model.rowCount() == 0) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
  station->window().grab();
  std::printf("%lld %.0f\n", static_cast<long long>(steadyMs() - startedMs), privateMegabytes());
  return 0;
}

void measureStart(const char* name, const QString& folder, int count) {
  std::vector<bench::Sample> samples;
  double memory = 0;
  for (int i = 0; i < count; ++i) {
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--child"), folder, QString::number(steadyMs())});
    child.waitForFinished(-1);
    const QList<QByteArray> words = child.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 2) std::abort();
    samples.push_back({words[0].toDouble(), 0});
    memory = std::max(memory, words[1].toDouble());
  }
  const auto wall = bench::spreadOf(samples, &bench::Sample::wallMs);
  std::printf("%-34s n %6d  wall ms p50 %8.0f max %8.0f  private %.0f MB\n", name, count, wall.p50,
              wall.max, memory);
}

/// Sends one letter and lets every suggestion come; the UI thread's CPU time without painting.
double keyCost(Application& application, QWidget* box, QChar letter) {
  const double start = threadCpuMs();
  const double paint = application.paintMs();
  QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
  QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter));
  QApplication::sendEvent(box, &down);
  QApplication::sendEvent(box, &up);
  QTest::qWait(40);
  return threadCpuMs() - start - (application.paintMs() - paint);
}

}  // namespace

int main(int argc, char** argv) {
  Application application(argc, argv);
  const QStringList words = QCoreApplication::arguments();
  if (words.value(1) == u"--child") return childRun(words.value(2), words.value(3).toLongLong());
  const QString folder =
      QCoreApplication::applicationDirPath() % QStringLiteral("/../bench-store-") %
      words.value(1, QStringLiteral("1000000")) % u'-' % words.value(2, QStringLiteral("1000000"));
  if (!QFile::exists(Cache::fileIn(folder))) {
    std::fputs("bench_window: run bench_desk first, it makes the store\n", stderr);
    return 1;
  }
  measureStart("raw: an empty Qt window", QStringLiteral("-"), 7);
  measureStart("ours: start to a painted queue", folder, 7);

  ui::Theme& theme = ui::Theme::install(application, ui::ThemeMode::Light);
  const auto station = opened(folder, theme);
  ui::QueuePanel& queue = queueOf(*station);
  while (queue.model().rowCount() == 0) QTest::qWait(5);

  queue.setKind(QueueKind::AllOpen);
  const auto first = bench::measure([&] {
    Q_EMIT queue.kindChosen(QueueKind::AllOpen);
    while (queue.shownKind() != QueueKind::AllOpen) QCoreApplication::processEvents();
  });
  std::printf("\nours: tab to its first rows          wall %8.1f ms\n", first.wallMs);
  while (queue.model().rowCount() < 9'000) QTest::qWait(5);
  const auto whole = waited(station->backend().queue(QueueKind::AllOpen, 10'000));
  if (!whole) return 1;
  QueuePage page = *whole;
  std::vector<bench::Sample> changes;
  std::vector<bench::Sample> ticks;
  Instant now = station->backend().clock().now();
  for (int i = 0; i < 200; ++i) {
    std::rotate(page.rows.begin() + 40 + i, page.rows.begin() + 41 + i,
                page.rows.begin() + 400 + i);
    changes.push_back(bench::measure([&] { queue.setPage(page, now); }));
    now += std::chrono::seconds{1};
    ticks.push_back(bench::measure([&] { queue.tick(now); }));
    QCoreApplication::processEvents();
  }
  bench::print("ours: a moved row of 10,000 shown", changes);
  bench::print("ours: tick of the queue", ticks);

  QTest::keyClick(&station->window(), Qt::Key_F2);
  QTest::qWait(300);
  for (const QChar digit : QStringLiteral("13999998888")) {
    QTest::keyClick(QApplication::focusWidget(), digit.toLatin1());
  }
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  const auto inRequest = [] {
    QWidget* focus = QApplication::focusWidget();
    return focus && focus->objectName() == u"ticketForm.request";
  };
  if (!QTest::qWaitFor(inRequest, 20'000)) return 1;
  const QString text = QStringLiteral(
      "三栋二单元水管井爆了，水已经流到电梯厅，老人在家不敢出门，昨天报过一次没有人来，"
      "停车场也积水了，请马上派人关总阀，电话里说的师傅到现在还没有到");
  std::vector<bench::Sample> keys;
  for (int round = 0; round < 4; ++round) {
    for (const QChar letter : text) {
      const double cost = keyCost(application, QApplication::focusWidget(), letter);
      keys.push_back({cost, cost});
    }
  }
  bench::print("ours: key to last suggestion, UI", keys);
  std::printf("  (CPU time of the UI thread, painting apart: a frame is 16 ms)\n");
  std::printf("private memory at the end %.0f MB\n", privateMegabytes());
  return 0;
}
