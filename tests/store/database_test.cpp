// SPDX-License-Identifier: GPL-3.0-or-later
// Connections are set as the architecture wants, statements keep types, failures get our codes.
#include "core/store/database.h"

#include <sqlite3.h>

#include <QFile>
#include <QTemporaryDir>
#include <atomic>
#include <cerrno>
#include <limits>
#include <thread>

#include "core/store/sqlite_error.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

std::unique_ptr<Database> openDatabase(const QTemporaryDir& folder, bool readOnly = false) {
  DatabaseOptions options;
  options.file = folder.filePath(QStringLiteral("a b?#%.db"));
  options.readOnly = readOnly;
  auto database = Database::open(options);
  REQUIRE(database);
  return std::move(*database);
}

QString pragma(Database& database, const char* name) {
  const QByteArray key = QByteArray("test ") + name;
  Statement& statement =
      database.prepared(key.constData(), QStringLiteral("PRAGMA ") + QString::fromLatin1(name));
  REQUIRE(*statement.step());
  const QString value = statement.text(0);
  statement.reset();
  return value;
}

}  // namespace

TEST_CASE("a connection is set as the architecture wants", "[store]") {
  const QTemporaryDir folder;
  const auto database = openDatabase(folder);
  CHECK(pragma(*database, "journal_mode") == QStringLiteral("wal"));
  CHECK(pragma(*database, "synchronous") == QStringLiteral("2"));
  CHECK(pragma(*database, "page_size") == QStringLiteral("4096"));
  CHECK(pragma(*database, "mmap_size") == QStringLiteral("0"));
  CHECK(pragma(*database, "temp_store") == QStringLiteral("2"));
  CHECK(pragma(*database, "foreign_keys") == QStringLiteral("1"));
  CHECK(pragma(*database, "busy_timeout") == QStringLiteral("5000"));
  REQUIRE(database->runScript("make", QStringLiteral("CREATE TABLE a (x)")));
  REQUIRE(database->checkpoint());
  QFile file(folder.filePath(QStringLiteral("a b?#%.db")));
  REQUIRE(file.open(QIODevice::ReadOnly));
  CHECK(file.read(100).at(20) == 48);
  const auto mask = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
  CHECK((file.permissions() & mask) == QFile::Permissions());
}

TEST_CASE("values keep their type, length and bytes", "[store]") {
  const QTemporaryDir folder;
  const auto database = openDatabase(folder);
  REQUIRE(database->runScript("make", QStringLiteral("CREATE TABLE a (b, c, d, e, f, g)")));
  const QString text = QStringLiteral("3栋\0😀").left(1) % QChar(0) % QStringLiteral("栋😀");
  REQUIRE(database->prepared("put", QStringLiteral("INSERT INTO a VALUES (?, ?, ?, ?, ?, ?)"))
              .bindAll(std::numeric_limits<qint64>::min(), 0.1, text, QByteArray("\0x", 2),
                       QByteArray(), nullptr)
              .run());
  CHECK(database->changes() == 1);
  Statement& statement = database->prepared("get", QStringLiteral("SELECT *, typeof(f) FROM a"));
  REQUIRE(*statement.step());
  CHECK(statement.int64(0) == std::numeric_limits<qint64>::min());
  CHECK(statement.real(1) == 0.1);
  CHECK(statement.text(2) == text);
  CHECK(statement.bytes(3) == QByteArray("\0x", 2));
  CHECK(statement.text(6) == QStringLiteral("blob"));
  CHECK_FALSE(statement.isNull(4));
  CHECK(statement.isNull(5));
  CHECK_FALSE(*statement.step());
}

TEST_CASE("a transaction that is not committed leaves nothing", "[store]") {
  const QTemporaryDir folder;
  const auto database = openDatabase(folder);
  REQUIRE(database->runScript("make", QStringLiteral("CREATE TABLE a (b UNIQUE)")));
  {
    const auto transaction = Transaction::begin(*database, Transaction::Immediate);
    REQUIRE(transaction);
    REQUIRE(database->prepared("put", QStringLiteral("INSERT INTO a VALUES (?)")).bindAll(1).run());
  }
  auto transaction = Transaction::begin(*database, Transaction::Deferred);
  REQUIRE(transaction);
  REQUIRE(database->prepared("put", QStringLiteral("INSERT INTO a VALUES (?)")).bindAll(2).run());
  CHECK(database->prepared("put", QStringLiteral("INSERT INTO a VALUES (?)"))
            .bindAll(2)
            .run()
            .error()
            .code == ErrorCode::Invalid);
  REQUIRE(transaction->commit());
  Statement& statement = database->prepared("sum", QStringLiteral("SELECT sum(b) FROM a"));
  REQUIRE(*statement.step());
  CHECK(statement.int64(0) == 2);
}

TEST_CASE("a text that does not compile is told at its first step", "[store]") {
  const QTemporaryDir folder;
  const auto database = openDatabase(folder);
  Statement& statement = database->prepared("bad", QStringLiteral("SELEKT ?"));
  CHECK(statement.bindAll(1).step().error().code == ErrorCode::Invalid);
  Statement& late = database->prepared("late", QStringLiteral("SELECT b FROM later"));
  CHECK_FALSE(late.step());
  REQUIRE(database->runScript("make", QStringLiteral("CREATE TABLE later (b)")));
  CHECK(database->prepared("late", QStringLiteral("SELECT b FROM later")).step());
  CHECK_FALSE(database->prepared("few", QStringLiteral("SELECT ?")).bindAll(1, 2).step());
}

TEST_CASE("a second writer is told Busy after its patience", "[store]") {
  const QTemporaryDir folder;
  const auto first = openDatabase(folder);
  DatabaseOptions options;
  options.file = folder.filePath(QStringLiteral("a b?#%.db"));
  options.busyTimeoutMs = 1;
  const auto second = Database::open(options);
  REQUIRE(second);
  auto held = Transaction::begin(*first, Transaction::Immediate);
  REQUIRE(held);
  CHECK(Transaction::begin(**second, Transaction::Immediate).error().code == ErrorCode::Busy);
  REQUIRE(held->commit());
  CHECK(Transaction::begin(**second, Transaction::Immediate));
}

TEST_CASE("opened for reading, nothing is written", "[store]") {
  const QTemporaryDir folder;
  const auto writer = openDatabase(folder);
  REQUIRE(writer->runScript("make", QStringLiteral("CREATE TABLE a (b)")));
  const auto reader = openDatabase(folder, true);
  CHECK(reader->isReadOnly());
  CHECK(reader->runScript("drop", QStringLiteral("DROP TABLE a")).error().code ==
        ErrorCode::ReadOnly);
  const qint64 version = reader->dataVersion();
  CHECK(reader->dataVersion() == version);
  REQUIRE(writer->runScript("put", QStringLiteral("INSERT INTO a VALUES (1)")));
  CHECK(reader->dataVersion() != version);
}

TEST_CASE("another thread interrupts what runs", "[store]") {
  const QTemporaryDir folder;
  const auto database = openDatabase(folder);
  std::atomic<bool> isDone = false;
  std::thread other([&] {
    for (int i = 0; i < 10'000'000 && !isDone; ++i) database->interrupt();
  });
  const auto result =
      database
          ->prepared("endless", QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT"
                                               " i + 1 FROM n) SELECT count(*) FROM n"))
          .step();
  isDone = true;
  other.join();
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::Cancelled);
}

TEST_CASE("a flag stops what runs, and lets run what comes after it is lowered", "[store]") {
  QTemporaryDir folder;
  DatabaseOptions options;
  options.file = folder.filePath(QStringLiteral("a.db"));
  auto database = Database::open(options);
  REQUIRE(database);
  std::atomic<bool> stop = false;
  (*database)->stopWhen(stop);
  Statement& count = (*database)->prepared(
      "count", QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                              " WHERE i < 100000) SELECT count(*) FROM n"));
  REQUIRE(count.step());
  CHECK(count.int64(0) == 100'000);
  count.reset();
  stop = true;
  const auto stopped = count.step();
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == ErrorCode::Cancelled);
  stop = false;
  count.reset();
  REQUIRE(count.step());
  CHECK(count.int64(0) == 100'000);
}

TEST_CASE("SQLite's codes become ours", "[store]") {
  const auto [code, number, expected] = GENERATE(table<int, int, ErrorCode>({
      {SQLITE_FULL, 0, ErrorCode::DiskFull},
      {SQLITE_IOERR_WRITE, ENOSPC, ErrorCode::DiskFull},
      {SQLITE_IOERR_WRITE, EDQUOT, ErrorCode::DiskFull},
      {SQLITE_IOERR_WRITE, EROFS, ErrorCode::ReadOnly},
      {SQLITE_IOERR_FSYNC, EIO, ErrorCode::Io},
      {SQLITE_IOERR_CORRUPTFS, 0, ErrorCode::Corrupt},
      {SQLITE_READONLY_DBMOVED, 0, ErrorCode::ReadOnly},
      {SQLITE_CANTOPEN, EACCES, ErrorCode::ReadOnly},
      {SQLITE_CANTOPEN, ENOSPC, ErrorCode::DiskFull},
      {SQLITE_PERM, 0, ErrorCode::ReadOnly},
      {SQLITE_CORRUPT_INDEX, 0, ErrorCode::Corrupt},
      {SQLITE_NOTADB, 0, ErrorCode::Corrupt},
      {SQLITE_BUSY_SNAPSHOT, 0, ErrorCode::Busy},
      {SQLITE_LOCKED, 0, ErrorCode::Busy},
      {SQLITE_INTERRUPT, 0, ErrorCode::Cancelled},
      {SQLITE_CONSTRAINT_UNIQUE, 0, ErrorCode::Invalid},
  }));
  CHECK(errorCodeOfSqlite(code, number) == expected);
}
