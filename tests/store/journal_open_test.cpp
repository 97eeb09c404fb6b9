// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged, foreign, newer and unwritable journals are told as what they are, and are never touched.
#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "core/store/journal.h"
#include "tests/runner/printers.h"
#include "tests/store/crash_vfs.h"

using namespace yingda;

namespace {

/// A folder with a journal of some operations, closed.
struct ClosedJournal {
  QTemporaryDir folder;
  ManualClock clock{instantFromMs(1'770'000'000'000)};
  SeededRandom random{7};
  WorkstationId workstation;

  ClosedJournal() {
    auto journal = Journal::open(folder.path(), clock, random);
    REQUIRE(journal);
    workstation = (*journal)->workstation();
    for (int i = 0; i < 40; ++i) {
      const NewOperation one{AgentId(), QStringLiteral("ticket.new"), 1, false, random.bytes(900)};
      REQUIRE((*journal)->append({&one, 1}));
    }
  }
  QString file() const { return Journal::fileIn(folder.path()); }
  QByteArray content() const {
    QFile closed(file());
    REQUIRE(closed.open(QIODevice::ReadOnly));
    return closed.readAll();
  }
  void replace(const QByteArray& content) const {
    QFile closed(file());
    REQUIRE(closed.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(closed.write(content) == content.size());
  }
  void run(const char* sql) const {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(file()).constData(), &handle) == SQLITE_OK);
    CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
  }
  Result<std::unique_ptr<Journal>> open(const JournalOptions& options = {}) {
    return Journal::open(folder.path(), clock, random, options);
  }
};

}  // namespace

TEST_CASE("a damaged journal is told as Corrupt and stays as it is", "[store]") {
  ClosedJournal closed;
  const QByteArray whole = closed.content();
  const QByteArray damaged =
      GENERATE_REF(as<QByteArray>{}, QByteArray(), QByteArray("garbage"), QByteArray(100'000, 'g'),
                   QByteArray(8192, '\0'), whole.left(100), whole.left(4096),
                   whole.left(whole.size() / 2 / 4096 * 4096), whole.left(whole.size() - 4096),
                   QByteArray(whole).replace(0, 16, QByteArray(16, '?')),
                   QByteArray(whole).replace(68, 4, "ABCD"));
  closed.replace(damaged);
  const auto opened = closed.open();
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::Corrupt);
  CHECK(closed.content() == damaged);
  CHECK(closed.open({{}, true}).error().code == ErrorCode::Corrupt);
  CHECK(closed.content() == damaged);
}

TEST_CASE("a database of another program stays as it is", "[store]") {
  const QTemporaryDir folder;
  const QString file = Journal::fileIn(folder.path());
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(QFile::encodeName(file).constData(), &handle) == SQLITE_OK);
  CHECK(sqlite3_exec(handle, "CREATE TABLE theirs (a)", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
  QFile theirs(file);
  REQUIRE(theirs.open(QIODevice::ReadOnly));
  const QByteArray before = theirs.readAll();
  const SystemClock clock;
  SystemRandom random;
  CHECK(Journal::open(folder.path(), clock, random).error().code == ErrorCode::Corrupt);
  theirs.seek(0);
  CHECK(theirs.readAll() == before);
}

TEST_CASE("a damaged journal is set aside whole, and a new one takes its place", "[store]") {
  ClosedJournal closed;
  closed.replace("garbage");
  QFile wal(closed.file() + QStringLiteral("-wal"));
  REQUIRE(wal.open(QIODevice::WriteOnly));
  wal.write("its WAL");
  wal.close();
  const auto aside = Journal::setAside(closed.folder.path(), closed.clock);
  REQUIRE(aside);
  CHECK(aside->endsWith(QStringLiteral("journal.db.aside-20260202-024000-000")));
  QFile kept(*aside);
  REQUIRE(kept.open(QIODevice::ReadOnly));
  CHECK(kept.readAll() == "garbage");
  QFile keptWal(*aside + QStringLiteral("-wal"));
  REQUIRE(keptWal.open(QIODevice::ReadOnly));
  CHECK(keptWal.readAll() == "its WAL");
  CHECK(Journal::setAside(closed.folder.path(), closed.clock).error().code == ErrorCode::NotFound);
  const auto fresh = closed.open();
  REQUIRE(fresh);
  CHECK((*fresh)->workstation() != closed.workstation);
  // At the same second once more: the first one is not replaced.
  CHECK(Journal::setAside(closed.folder.path(), closed.clock)->endsWith(QStringLiteral("-2")));
}

TEST_CASE("a WAL that lost its journal is not taken for a new store", "[store]") {
  ClosedJournal closed;
  REQUIRE(QFile::remove(closed.file()));
  QFile wal(closed.file() + QStringLiteral("-wal"));
  REQUIRE(wal.open(QIODevice::WriteOnly));
  wal.write("the only copy");
  wal.close();
  CHECK(closed.open().error().code == ErrorCode::Corrupt);
  CHECK(wal.size() == 13);
  CHECK_FALSE(QFile::exists(closed.file()));
}

TEST_CASE("a journal of a newer program opens for reading if it permits that", "[store]") {
  ClosedJournal closed;
  closed.run("PRAGMA user_version = 99; UPDATE schema_floor SET floor = 2");
  auto opened = closed.open();
  REQUIRE(opened);
  CHECK((*opened)->isReadOnly());
  CHECK((*opened)->lastSequence() == 40);
  CHECK((*opened)->verify()->broken.isEmpty());
  const NewOperation one{AgentId(), QStringLiteral("ticket.new"), 1, false, "x"};
  CHECK((*opened)->append({&one, 1}).error().code == ErrorCode::ReadOnly);
  CHECK((*opened)->takeNumber().error().code == ErrorCode::ReadOnly);
  opened->reset();
  closed.run("UPDATE schema_floor SET floor = 99");
  CHECK(closed.open().error().code == ErrorCode::TooNew);
  closed.run("DROP TABLE schema_floor");
  CHECK(closed.open().error().code == ErrorCode::TooNew);
}

TEST_CASE("a journal that cannot be written is told as ReadOnly", "[store]") {
  ClosedJournal closed;
  test::CrashVfs disk;
  disk.plan.isReadOnly = true;
  const QByteArray before = closed.content();
  CHECK(closed.open({disk.name()}).error().code == ErrorCode::ReadOnly);
  CHECK(closed.content() == before);
  const QTemporaryDir empty;
  CHECK(Journal::open(empty.path(), closed.clock, closed.random, {disk.name()}).error().code ==
        ErrorCode::ReadOnly);
  CHECK_FALSE(QFile::exists(Journal::fileIn(empty.path())));
}

TEST_CASE("opened for reading, a journal reads and refuses to write", "[store]") {
  ClosedJournal closed;
  JournalOptions options;
  options.readOnly = true;
  const auto opened = closed.open(options);
  REQUIRE(opened);
  CHECK((*opened)->read(0, 100)->size() == 40);
  CHECK((*opened)->setMeta(QStringLiteral("a"), "b").error().code == ErrorCode::ReadOnly);
  CHECK((*opened)->saveDraft({}).error().code != ErrorCode::Io);
  const QTemporaryDir empty;
  CHECK(Journal::open(empty.path(), closed.clock, closed.random, options).error().code ==
        ErrorCode::NotFound);
}
