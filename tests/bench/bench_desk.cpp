// SPDX-License-Identifier: GPL-3.0-or-later
// The call path on a large store: start, caller to card, queue page, search; a raw SQLite read
// beside each.
#include <sqlite3.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include "core/service/backend.h"
#include "core/service/demo.h"
#include "core/store/cache.h"
#include "core/store/ticket_queries.h"
#include "tests/bench/blocks.h"

using namespace yingda;

namespace {

template <class T>
T waited(QFuture<T> future) {
  future.waitForFinished();
  return future.result();
}

double megabytes(const char* key) {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n')) {
    if (line.startsWith(key))
      return line.mid(static_cast<qsizetype>(strlen(key))).simplified().split(' ')[0].toDouble() /
             1024;
  }
  return 0;
}

QStringList someNumbers(const QString& folder, int count) {
  QStringList numbers;
  auto database = Cache::openReader(folder);
  if (!database) return numbers;
  Statement& read = (*database)->prepared(
      "numbers", QStringLiteral("SELECT number FROM contact_point ORDER BY id LIMIT ?"));
  read.bindAll(count);
  for (;;) {
    const auto found = read.step();
    if (!found || !*found) return numbers;
    numbers << read.text(0);
  }
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const QStringList words = QCoreApplication::arguments();
  const int households = words.value(1, QStringLiteral("1000000")).toInt();
  const int tickets = words.value(2, QStringLiteral("1000000")).toInt();
  const QString folder = QCoreApplication::applicationDirPath() %
                         QStringLiteral("/../bench-store-%1-%2").arg(households).arg(tickets);
  BackendOptions options;
  options.folder = folder;
  if (!QFile::exists(Cache::fileIn(folder))) {
    auto made = Backend::open(options);
    if (!made) return 1;
    DemoOptions demo;
    demo.households = households;
    demo.tickets = tickets;
    demo.open = std::min(10'000, tickets);
    const auto report = waited((*made)->makeDemo(demo));
    if (!report) return 1;
    std::printf("made %d households, %d tickets in %.1f s\n", households, tickets, report->seconds);
  }
  std::unique_ptr<Backend> backend;
  const auto start = bench::measure([&] {
    auto opened = Backend::open(options);
    if (!opened) std::abort();
    backend = std::move(*opened);
    const auto agent = waited(backend->signInTrusted(QStringLiteral("8021")));
    if (!agent) std::abort();
    backend->enter(*agent);
    if (!waited(backend->queue(QueueKind::NextThing, 50))) std::abort();
  });
  std::printf("start to first queue page (no window): wall %.0f ms, private %.0f MB\n\n",
              start.wallMs, megabytes("RssAnon:"));
  const QStringList numbers = someNumbers(folder, 500);
  auto reader = Cache::openReader(folder);
  if (numbers.isEmpty() || !reader) return 1;
  // Warm: what is measured is the program, not the first reading of a page from the disk.
  for (const QString& number : numbers) {
    if (!waited(backend->callerCard(number))) return 1;
  }
  qsizetype at = 0;
  Statement& raw = (*reader)->prepared(
      "raw", QStringLiteral("SELECT household FROM contact_point WHERE number = ?"));
  bench::compare(
      "raw: one indexed SELECT",
      [&] {
        raw.bindAll(numbers[at++ % numbers.size()]);
        if (!raw.step()) std::abort();
        raw.reset();
      },
      "ours: number to household card",
      [&] {
        if (!waited(backend->callerCard(numbers[at++ % numbers.size()]))) std::abort();
      },
      2000);
  Statement& rawQueue = (*reader)->prepared(
      "rawQueue",
      QStringLiteral("SELECT row FROM ticket WHERE is_open = 1 ORDER BY next_due LIMIT 50"));
  bench::compare(
      "raw: 50 rows of the queue index",
      [&] {
        while (*rawQueue.step()) {
        }
      },
      "ours: first queue page (50)",
      [&] {
        if (!waited(backend->queue(QueueKind::AllOpen, 50))) std::abort();
      },
      2000);
  std::vector<bench::Sample> whole;
  whole.reserve(20);
  for (int i = 0; i < 20; ++i) {
    whole.push_back(bench::measure([&] {
      if (!waited(backend->queue(QueueKind::AllOpen, 10'000))) std::abort();
    }));
  }
  bench::print("ours: all 10,000 open rows", whole);
  std::printf("\n");
  Statement& rawSearch = (*reader)->prepared(
      "rawSearch", QStringLiteral("SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?"
                                  " ORDER BY rowid DESC LIMIT 200"));
  const QStringList queries{QStringLiteral("漏"),       QStringLiteral("漏水"),
                            QStringLiteral("水管井"),   QStringLiteral("电梯异响"),
                            QStringLiteral("车位被占"), QStringLiteral("1502")};
  for (const QString& query : queries) {
    SearchQuery wanted{query, true, false, false, 20};
    const QString expression = matchExpression(query);
    const QByteArray name = "ours: search " + query.toUtf8();
    bench::compare(
        "raw: FTS5 newest 200",
        [&] {
          rawSearch.bindAll(expression);
          while (*rawSearch.step()) {
          }
        },
        name.constData(),
        [&] {
          if (!waited(backend->search(wanted))) std::abort();
        },
        200);
  }
  std::printf("private memory at the end %.0f MB\n", megabytes("RssAnon:"));
  return 0;
}
