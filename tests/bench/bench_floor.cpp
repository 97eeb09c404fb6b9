// SPDX-License-Identifier: GPL-3.0-or-later
// The floor's snapshot with many open tickets, beside one raw SELECT of the same tickets; and the
// figures of a month.
#include <sqlite3.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include "core/insight/floor_snapshot.h"
#include "core/insight/kpi_computer.h"
#include "core/service/backend.h"
#include "core/service/demo.h"
#include "core/store/cache.h"
#include "tests/bench/blocks.h"

using namespace yingda;

namespace {

template <class T>
T waited(QFuture<T> future) {
  future.waitForFinished();
  return future.result();
}

/// Reads the open tickets with what a row of a list shows, and nothing else.
int readRaw(sqlite3_stmt* statement) {
  int count = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    count += sqlite3_column_bytes(statement, 4) >= 0 && sqlite3_column_bytes(statement, 5) >= 0;
  }
  sqlite3_reset(statement);
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const QStringList words = QCoreApplication::arguments();
  const int open = words.value(1, QStringLiteral("10000")).toInt();
  const int tickets = words.value(2, QStringLiteral("40000")).toInt();
  const int samples = words.value(3, QStringLiteral("2000")).toInt();
  const QTemporaryDir folder;
  BackendOptions options;
  options.folder = folder.filePath(QStringLiteral("store"));
  auto backend = Backend::open(options);
  if (!backend) return 1;
  DemoOptions demo;
  demo.households = 5000;
  demo.tickets = tickets;
  demo.open = open;
  if (!waited((*backend)->makeDemo(demo))) return 1;
  auto reader = Cache::openReader(options.folder);
  if (!reader) return 1;
  const Instant now = (*backend)->clock().now();
  sqlite3_stmt* raw = nullptr;
  const char* sql =
      "SELECT t.row, t.level, t.stage, t.next_due, x.title, x.place FROM ticket t"
      " JOIN ticket_text x ON x.row = t.row WHERE t.is_open = 1 ORDER BY t.lane, t.next_due";
  if (sqlite3_prepare_v2((*reader)->handle(), sql, -1, &raw, nullptr) != SQLITE_OK) return 1;
  std::printf("%d tickets, %d of them open\n", tickets, readRaw(raw));
  bench::compare(
      "raw SELECT of the open tickets", [raw] { readRaw(raw); }, "snapshot of the floor",
      [&] {
        if (!takeFloorSnapshot(**reader, now)) std::abort();
      },
      samples);
  sqlite3_finalize(raw);
  const Starter& starter = (*backend)->starter();
  KpiComputer computer(**reader, (*backend)->engine(), starter, (*backend)->kpis());
  const KpiSpan month{now - std::chrono::days{31}, now, now};
  std::vector<bench::Sample> all;
  for (int i = 0; i < 20; ++i) {
    all.push_back(bench::measure([&] {
      if (!computer.figures(KpiComputer::computed(), month)) std::abort();
    }));
  }
  bench::print("all figures of a month", all);
  return 0;
}
