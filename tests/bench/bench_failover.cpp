// SPDX-License-Identifier: GPL-3.0-or-later
// The primary is killed under a workstation that saves all the time: how long until the other
// server has acknowledged a save, and what a save costs meanwhile, beside the same without a
// failover.
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTimer>
#include <thread>

#include "core/service/backend.h"
#include "tests/bench/blocks.h"
#include "tests/runner/cluster.h"

using namespace yingda;

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int savesPerPart = 500;
constexpr int failovers = 5;

template <class T>
T waited(QFuture<T> future) {
  future.waitForFinished();
  return future.result();
}

double msSince(SteadyClock::time_point start) {
  return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

/// Saves one ticket after the other from the event loop, as a hurried person would.
class Typist {
 public:
  explicit Typist(Backend& backend) : m_backend(backend) {
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { save(); });
  }
  /// At least so many saves, and until it is over; the loop runs meanwhile.
  std::vector<bench::Sample> work(const std::function<bool()>& isOver) {
    m_samples.clear();
    m_isOver = isOver;
    m_timer.start(5);
    QCoreApplication::exec();
    return m_samples;
  }

 private:
  void save() {
    const auto draft =
        waited(m_backend.newDraft(QStringLiteral("13812341234"), m_backend.clock().now()));
    if (!draft) std::abort();
    TicketDraft one = *draft;
    one.text.request = QStringLiteral("漏水");
    one.text.place = QStringLiteral("3-2-1502");
    m_samples.push_back(bench::measure([&] {
      if (!waited(m_backend.save(one, SaveIntent::Save))) std::abort();
    }));
    if (m_samples.size() >= savesPerPart && m_isOver()) {
      m_timer.stop();
      QCoreApplication::quit();
    }
  }

  Backend& m_backend;
  QTimer m_timer;
  std::vector<bench::Sample> m_samples;
  std::function<bool()> m_isOver;
};

const QString countSql = QStringLiteral("SELECT count(*) FROM yingda.op");

/// Milliseconds from the kill to the first operation that the other server has taken; negative when
/// something failed.
double failOver(test::Cluster& cluster, double& promotion) {
  const auto killed = SteadyClock::now();
  if (!cluster.promote()) return -1;
  promotion = msSince(killed);
  const qint64 before = cluster.value(countSql).toLongLong();
  ServerLink link(cluster.administrator());
  for (;;) {
    auto query = link.ask(countSql);
    if (query && query->next() && query->value(0).toLongLong() > before) return msSince(killed);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  // The folder of the build lies on the disk that the store would; /tmp may be memory.
  QTemporaryDir folder(QCoreApplication::applicationDirPath() % QStringLiteral("/failover-XXXXXX"));
  test::Cluster cluster;
  if (!cluster.isUp()) return 1;
  BackendOptions options;
  options.folder = folder.filePath(QStringLiteral("store"));
  auto backend = Backend::open(options);
  if (!backend) return 1;
  FirstRun first;
  first.name = QStringLiteral("李敏");
  first.staffNumber = QStringLiteral("8021");
  first.outsideName = QStringLiteral("小李");
  first.pin = QStringLiteral("246810");
  const auto agent = waited((*backend)->setUpStandAlone(first));
  if (!agent) return 1;
  (*backend)->enter(*agent);
  const auto address = cluster.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  if (!waited((*backend)->joinServer(address))) return 1;

  Typist typist(**backend);
  (void)typist.work([] { return true; });
  bench::print("save, joined, nothing falls", typist.work([] { return true; }));
  std::vector<bench::Sample> during;
  std::vector<bench::Sample> outages;
  for (int i = 0; i < failovers; ++i) {
    std::atomic<bool> isOver = false;
    double promotion = 0;
    double outage = 0;
    std::thread falls([&] {
      outage = failOver(cluster, promotion);
      isOver = true;
    });
    const auto saves = typist.work([&] { return isOver.load(); });
    falls.join();
    if (outage < 0) return 1;
    during.insert(during.end(), saves.begin(), saves.end());
    outages.push_back({outage, promotion});
    if (!cluster.run(QStringLiteral("rejoin"))) return 1;
  }
  bench::print("save, the primary falls", during);
  const bench::Spread total = bench::spreadOf(outages, &bench::Sample::wallMs);
  const bench::Spread promoted = bench::spreadOf(outages, &bench::Sample::cpuMs);
  std::printf(
      "%-34s n %6zu  kill to first acknowledged ms p50 %8.1f max %8.1f,"
      " of that kill and promotion p50 %8.1f max %8.1f\n",
      "failover", outages.size(), total.p50, total.max, promoted.p50, promoted.max);
  return 0;
}
