// SPDX-License-Identifier: GPL-3.0-or-later
// From a save on one workstation to the row in the queue of another, without and with the bell;
// beside a LISTEN/NOTIFY round trip of the same server.
#include <QCoreApplication>
#include <QFutureWatcher>
#include <QSet>
#include <QTemporaryDir>
#include <QTimer>
#include <thread>

#include "core/remote/door_bell.h"
#include "core/service/backend.h"
#include "tests/bench/blocks.h"
#include "tests/bench/sync/bench_floor.h"

namespace yingda::bench {

namespace {

using Steady = std::chrono::steady_clock;

/// Lets the event loop run until it is so, woken by events and not by a clock.
template <class F>
void until(F isSo) {
  QTimer safety;
  safety.start(500);
  while (!isSo()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

template <class T>
T come(QFuture<T> future) {
  QFutureWatcher<T> watcher;
  watcher.setFuture(future);
  until([&future] { return future.isFinished(); });
  return future.result();
}

/// A workstation as the window has it.
struct Workstation {
  explicit Workstation(const ServerAddress& address, const QString& staffNumber) {
    BackendOptions options;
    options.folder = folder.path();
    backend = need(Backend::open(options));
    FirstRun first;
    first.name = QStringLiteral("李敏");
    first.staffNumber = staffNumber;
    first.outsideName = QStringLiteral("小李");
    first.pin = QStringLiteral("246810");
    backend->enter(need(come(backend->setUpStandAlone(first))));
    need(come(backend->joinServer(address)));
    until([this] {
      const SyncView view = backend->sync();
      return view.state == SyncView::State::Live && view.unsent == 0;
    });
  }
  // The folder of the build lies on the disk that a store would; /tmp may be memory.
  QTemporaryDir folder{QCoreApplication::applicationDirPath() % QStringLiteral("/sight-XXXXXX")};
  std::unique_ptr<Backend> backend;
};

std::vector<Sample> sights(Workstation& writer, Workstation& reader, int count) {
  SeededRandom random(4);
  std::vector<Sample> samples;
  for (int i = 0; i < count; ++i) {
    // Not in step with the bell's own time.
    bool isOver = false;
    QTimer::singleShot(static_cast<int>(100 + random.below(300)), [&isOver] { isOver = true; });
    until([&isOver] { return isOver; });
    TicketDraft draft = need(come(
        writer.backend->newDraft(QStringLiteral("13812341234"), writer.backend->clock().now())));
    draft.text.request = QStringLiteral("电梯停在三楼，里面没有人");
    QSet<TicketId> changed;
    const auto listening =
        QObject::connect(reader.backend.get(), &Backend::changed, reader.backend.get(),
                         [&changed](const QList<TicketId>& tickets) {
                           for (const TicketId& id : tickets) changed.insert(id);
                         });
    const auto start = Steady::now();
    const auto saved = need(come(writer.backend->save(draft, SaveIntent::Save)));
    until([&] { return changed.contains(saved.view.ticket.id); });
    // What its queue would paint now.
    const auto page = need(come(reader.backend->queue(QueueKind::AllOpen, 50)));
    if (page.rows.empty()) qFatal("the queue of the other workstation is empty");
    samples.push_back(
        {std::chrono::duration<double, std::milli>(Steady::now() - start).count(), 0});
    QObject::disconnect(listening);
  }
  return samples;
}

void printSight(const char* name, std::vector<Sample> samples) {
  std::sort(samples.begin(), samples.end(),
            [](const Sample& a, const Sample& b) { return a.wallMs < b.wallMs; });
  const size_t n = samples.size();
  std::printf("%-34s n %6zu  ms p50 %8.2f p95 %8.2f p99 %8.2f max %8.2f\n", name, n,
              samples[n / 2].wallMs, samples[n * 95 / 100].wallMs, samples[n * 99 / 100].wallMs,
              samples.back().wallMs);
}

std::vector<Sample> notifies(BenchFloor& floor, int count) {
  ServerLink listener(floor.asAdministrator());
  need(listener.run(QStringLiteral("LISTEN raw")));
  WakeUp wakeUp;
  std::vector<Sample> samples;
  for (int i = 0; i < count; ++i) {
    samples.push_back(measure([&] {
      need(floor.admin().run(QStringLiteral("NOTIFY raw")));
      while (listener.heard().isEmpty()) wakeUp.wait(Milliseconds(1000), listener.socket());
    }));
  }
  return samples;
}

}  // namespace

void measureSight(const SyncOptions& options) {
  BenchFloor floor;
  Workstation writer(floor.person(QStringLiteral("li")), QStringLiteral("8021"));
  Workstation reader(floor.person(QStringLiteral("zhao")), QStringLiteral("8022"));
  std::vector<Sample> raw = notifies(floor, options.samples);
  const auto polled = sights(writer, reader, std::max(1, options.samples / 5));
  WakeUp endOfBell;
  SystemRandom random;
  DoorBell bell(floor.bell(), random);
  std::thread ringing([&] { bell.run(endOfBell, [](DoorBell::State, const QString&) {}); });
  const auto rung = sights(writer, reader, options.samples);
  endOfBell.ring();
  ringing.join();
  const auto rawAfter = notifies(floor, options.samples);
  raw.insert(raw.end(), rawAfter.begin(), rawAfter.end());
  std::printf("a save on one workstation, until another has it in its queue\n");
  printSight("raw: NOTIFY to LISTEN", std::move(raw));
  printSight("ours: by polling", polled);
  printSight("ours: with the bell", rung);
  std::printf("\n");
}

}  // namespace yingda::bench
