// SPDX-License-Identifier: GPL-3.0-or-later
// The wall on a floor at work: from a save at one workstation to the figure painted on a wall that
// stands beside another; and how soon it says that the server is gone, and that it is back.
#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTimer>
#include <atomic>
#include <thread>

#include "app/tv_station.h"
#include "core/remote/door_bell.h"
#include "core/service/backend.h"
#include "core/service/demo.h"
#include "tests/bench/blocks.h"
#include "tests/bench/sync/bench_floor.h"
#include "ui/wallboard/tv_board.h"

using namespace yingda;
using namespace yingda::bench;

namespace {

using Steady = std::chrono::steady_clock;

constexpr size_t urgentTile = 5;

double msSince(Steady::time_point start) {
  return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

template <class F>
void until(F isSo) {
  QTimer safety;
  safety.start(20);
  while (!isSo()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

template <class T>
T come(QFuture<T> future) {
  until([&future] { return future.isFinished(); });
  return future.result();
}

void print(const char* name, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const size_t n = values.size();
  if (n == 0) qFatal("%s: nothing was measured", name);
  std::printf("%-40s n %6zu  ms p50 %8.1f p95 %8.1f p99 %8.1f max %8.1f\n", name, n, values[n / 2],
              values[n * 95 / 100], values[n * 99 / 100], values.back());
}

/// When each save was done, in its order; every save adds one urgent ticket, so that a figure tells
/// how many of them it shows. One thread adds, another asks.
class Saves {
 public:
  explicit Saves(int most) : m_at(static_cast<size_t>(most)) {}
  void add() {
    const int count = m_count.load();
    m_at[static_cast<size_t>(count)] = Steady::now();
    m_count.store(count + 1);
  }
  /// The ages of those that a figure of so many shows for the first time.
  std::vector<double> seen(int count) {
    const int known = std::min(count, m_count.load());
    std::vector<double> ages;
    for (; m_seen < known; ++m_seen) ages.push_back(msSince(m_at[static_cast<size_t>(m_seen)]));
    return ages;
  }

 private:
  std::vector<Steady::time_point> m_at;
  std::atomic<int> m_count{0};
  int m_seen = 0;
};

/// Tells after every painting of the board.
class PaintWatch final : public QObject {
 public:
  PaintWatch(QWidget& board, std::function<void()> painted) : m_painted(std::move(painted)) {
    board.installEventFilter(this);
  }
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Paint && !m_isAsked) {
      m_isAsked = true;
      // Behind the painting itself.
      QTimer::singleShot(0, this, [this] {
        m_isAsked = false;
        m_painted();
      });
    }
    return QObject::eventFilter(watched, event);
  }

 private:
  std::function<void()> m_painted;
  bool m_isAsked = false;
};

/// A workstation with the demo's organisation that joins the floor with all it has.
std::unique_ptr<Backend> seat(const QString& folder, const ServerAddress& address, int open) {
  BackendOptions options;
  options.folder = folder;
  auto backend = need(Backend::open(options));
  DemoOptions demo;
  demo.households = 3000;
  demo.open = open;
  demo.tickets = open + open / 4;
  need(come(backend->makeDemo(demo)));
  backend->enter(need(come(backend->signInTrusted(QStringLiteral("8021")))));
  need(come(backend->joinServer(address)));
  until([&] {
    const SyncView view = backend->sync();
    return view.state == SyncView::State::Live && view.unsent == 0;
  });
  return backend;
}

ChangeSet urgentTicket(const BenchSeat& by, int number, const Clock& clock, Random& random) {
  Ticket ticket;
  ticket.id = TicketId::make(clock, random);
  ticket.number = QString::number(20'800'000 + number);
  ticket.category = QStringLiteral("repair.water.burst_common");
  ticket.level = Level::Red;
  ticket.firstReceiver = by.agent;
  ticket.receivedAt = clock.now();
  TicketText text;
  text.id = ticket.id;
  text.title = QStringLiteral("水管爆了");
  ChangeSet changes;
  changes.create(ticketFields(), ticket.id, ticket);
  changes.create(ticketTextFields(), ticket.id, text);
  return changes;
}

void measureWork(BenchFloor& floor, TvStation& wall, int perSecond, int seconds) {
  BenchSeat writer(floor.person(QStringLiteral("li")), 11, 5);
  const int before = wall.board().tiles()[urgentTile].value.toInt();
  const int wanted = perSecond * seconds;
  Saves saves(wanted);
  std::vector<double> ages;
  const PaintWatch watch(wall.board(), [&] {
    const auto now = saves.seen(wall.board().tiles()[urgentTile].value.toInt() - before);
    ages.insert(ages.end(), now.begin(), now.end());
  });
  std::vector<double> sent;
  std::thread work([&] {
    SystemClock clock;
    SystemRandom random;
    const auto start = Steady::now();
    for (int i = 0; i < wanted; ++i) {
      std::this_thread::sleep_until(start + std::chrono::microseconds(1'000'000LL * i / perSecond));
      const SentOperation one =
          writer.maker->seal(QStringLiteral("ticket"), urgentTicket(writer, i, clock, random));
      saves.add();
      const auto from = Steady::now();
      writer.send({&one, 1});
      sent.push_back(msSince(from));
    }
  });
  until([&] { return static_cast<int>(ages.size()) == wanted; });
  work.join();
  std::printf("%d saves a second for %d s, %s open tickets\n", perSecond, seconds,
              qPrintable(wall.board().tiles()[urgentTile].note));
  print("raw: the save, until it is on the server", sent);
  print("ours: the save, until the wall is painted", ages);
}

void measureOutage(BenchFloor& floor, TvStation& wall) {
  ServerLink beside([&] {
    ServerAddress address = floor.asAdministrator();
    address.database = QStringLiteral("postgres");
    return address;
  }());
  const QString name = floor.asAdministrator().database;
  const auto allow = [&](bool isAllowed) {
    need(beside.run(QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS %2")
                        .arg(name, isAllowed ? QStringLiteral("true") : QStringLiteral("false"))));
    if (isAllowed) return;
    need(beside.run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                   " WHERE datname = '%1'")
                        .arg(name)));
  };
  for (int round = 0; round < 3; ++round) {
    auto start = Steady::now();
    allow(false);
    until([&] { return wall.board().staleCount() > 0; });
    std::printf("the server is killed: stale after %.0f ms", msSince(start));
    start = Steady::now();
    allow(true);
    until([&] { return wall.board().staleCount() == 0; });
    std::printf(", it is back: fresh after %.0f ms\n", msSince(start));
  }
}

/// All six tiles are painted at each change, beside a bare fill of as many pixels.
void measurePaint(ui::TvBoard& board, const QSize& size, const char* name) {
  const QSize before = board.size();
  board.resize(size);
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  std::printf("%s\n", name);
  compare(
      "raw: a fill of the wall", [&] { QPainter(&image).fillRect(image.rect(), Qt::darkBlue); },
      "ours: the wall, six tiles", [&] { board.render(&image); }, 200);
  board.resize(before);
}

}  // namespace

int main(int argc, char** argv) {
  const QApplication application(argc, argv);
  const QStringList words = QCoreApplication::arguments();
  const int open = words.value(1, QStringLiteral("10000")).toInt();
  const int perSecond = words.value(2, QStringLiteral("50")).toInt();
  const int seconds = words.value(3, QStringLiteral("30")).toInt();
  BenchFloor floor;
  WakeUp endOfBell;
  SystemRandom random;
  DoorBell bell(floor.bell(), random);
  std::thread ringing([&] { bell.run(endOfBell, [](DoorBell::State, const QString&) {}); });
  {
    // The folder of the build lies on the disk that a store would; /tmp may be memory.
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() %
                               QStringLiteral("/wall-XXXXXX"));
    const auto backend = seat(folder.path(), floor.person(QStringLiteral("zhao")), open);
    TvStation wall(folder.path(), std::make_shared<SystemClock>(), need(wallStarter()));
    wall.board().resize(1920, 1080);
    wall.board().show();
    wall.start();
    until([&] { return wall.board().staleCount() == 0; });
    measureWork(floor, wall, perSecond, seconds);
    measurePaint(wall.board(), {1920, 1080}, "1920x1080");
    measurePaint(wall.board(), {3840, 2160}, "3840x2160");
    until([&] { return wall.board().staleCount() == 0; });
    measureOutage(floor, wall);
  }
  endOfBell.ring();
  ringing.join();
  return 0;
}
