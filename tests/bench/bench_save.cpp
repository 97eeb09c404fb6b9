// SPDX-License-Identifier: GPL-3.0-or-later
// A save (journal append of a ticket's operation, FULL) beside a bare SQLite FULL commit of as many
// bytes.
#include <sqlite3.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include "core/store/journal.h"
#include "tests/bench/blocks.h"

using namespace yingda;

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  // The folder of the build lies on the disk that the store would; /tmp may be memory.
  QTemporaryDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/save-XXXXXX"));
  SystemClock clock;
  SystemRandom random;
  auto journal = Journal::open(folder.path(), clock, random);
  if (!journal) return 1;
  sqlite3* raw = nullptr;
  sqlite3_open(folder.filePath(QStringLiteral("raw.db")).toUtf8().constData(), &raw);
  sqlite3_exec(raw,
               "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER"
               " PRIMARY KEY, body BLOB)",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(raw, "INSERT INTO t(body) VALUES(?)", -1, &insert, nullptr);
  const QByteArray body(1400, 'x');
  NewOperation operation;
  operation.by = AgentId::make(clock, random);
  operation.kind = QStringLiteral("ticket.new");
  operation.payload = "{\"f\":\"" + body + "\"}";
  bench::compare(
      "raw: one INSERT, FULL commit",
      [&] {
        sqlite3_bind_blob(insert, 1, body.constData(), static_cast<int>(body.size()),
                          SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
      },
      "ours: journal append",
      [&] {
        const auto done = (*journal)->append(std::span<const NewOperation>(&operation, 1));
        if (!done) std::abort();
      },
      2000);
  sqlite3_finalize(insert);
  sqlite3_close(raw);
  return 0;
}
