// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens to cache.db, it is made anew from the journal, and nothing of it is deleted.
#include <sqlite3.h>

#include "core/store/cache_schema.h"
#include "tests/store/cache_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

ChangeSet ticketChange(int index) {
  Ticket ticket;
  ticket.id = TicketId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, static_cast<uchar>(index)));
  ticket.number = QString::number(90000 + index);
  ticket.receivedAt = *instantFromIso(u"2026-03-01T08:00:00") + std::chrono::minutes{index};
  TicketText text;
  text.id = ticket.id;
  // Long enough that the file has pages of every sort.
  text.request = QStringLiteral("厨房漏水").repeated(200) % QString::number(index);
  ChangeSet changes;
  changes.create(ticketFields(), ticket.id, ticket);
  changes.create(ticketTextFields(), ticket.id, text);
  return changes;
}

/// A desk whose cache holds a hundred tickets, and the rows it shows.
struct FullDesk : CacheDesk {
  FullDesk() {
    for (int i = 0; i < 100; ++i) append(ticketChange(i));
    catchUp();
    rows = allRows(cache->database());
    close();
  }
  /// Opens, catches up, and finds every row again.
  CacheState recovers() {
    const CacheState state = open();
    catchUp();
    const QStringList now = allRows(cache->database());
    INFO(difference(rows, now).toStdString());
    CHECK(now == rows);
    return state;
  }
  QStringList damaged() const {
    return QDir(folder()).entryList({QStringLiteral("cache.db.damaged-*")});
  }
  void tamper(const char* sql) const {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(file()).constData(), &handle) == SQLITE_OK);
    CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
  }
  QByteArray bytes() const {
    QFile read(file());
    REQUIRE(read.open(QIODevice::ReadOnly));
    return read.readAll();
  }
  void write(const QByteArray& bytes) const {
    QFile written(file());
    REQUIRE(written.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(written.write(bytes) == bytes.size());
  }
  QStringList rows;
};

}  // namespace

TEST_CASE("a whole cache opens as it was", "[store]") {
  FullDesk desk;
  CHECK(desk.recovers() == CacheState::Ready);
  CHECK(desk.damaged().isEmpty());
}

TEST_CASE("a deleted cache is made anew", "[store]") {
  FullDesk desk;
  REQUIRE(QFile::remove(desk.file()));
  CHECK(desk.recovers() == CacheState::Fresh);
}

TEST_CASE("a deleted cache is made anew although its WAL was left behind", "[store]") {
  FullDesk desk;
  // The last writer died before it could copy its WAL into the file.
  desk.open();
  desk.append(ticketChange(100));
  desk.catchUp();
  desk.rows = allRows(desk.cache->database());
  const QString wal = desk.file() % QStringLiteral("-wal");
  REQUIRE(QFile::copy(wal, desk.folder() % QStringLiteral("/kept")));
  desk.close();
  REQUIRE(QFile::remove(desk.file()));
  QFile::remove(wal);
  REQUIRE(QFile::rename(desk.folder() % QStringLiteral("/kept"), wal));
  CHECK(desk.recovers() == CacheState::Fresh);
}

TEST_CASE("an emptied cache is made anew", "[store]") {
  FullDesk desk;
  desk.write({});
  CHECK(desk.recovers() == CacheState::Fresh);
}

TEST_CASE("a cut or overwritten cache is set aside whole and made anew", "[store]") {
  FullDesk desk;
  const QByteArray whole = desk.bytes();
  QByteArray garbageBehindHead = whole;
  for (qsizetype i = 100; i < garbageBehindHead.size(); ++i) garbageBehindHead[i] = '\xA5';
  const QByteArray texts[] = {
      whole.left(whole.size() / 2),     whole.left(4096),       whole.left(50),
      QByteArray(whole.size(), '\xA5'), QByteArray("a letter"), garbageBehindHead};
  int count = 0;
  for (const QByteArray& text : texts) {
    INFO("damage " << count);
    desk.close();
    desk.write(text);
    CHECK(desk.recovers() == CacheState::Damaged);
    REQUIRE(desk.damaged().size() == ++count);
  }
  // What was set aside is what was there.
  QSet<QByteArray> kept;
  for (const QString& name : desk.damaged()) {
    QFile file(desk.folder() % u'/' % name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    kept.insert(file.readAll());
  }
  for (const QByteArray& text : texts) CHECK(kept.contains(text));
}

TEST_CASE("a cache of another schema or another program is set aside and made anew", "[store]") {
  FullDesk desk;
  const char* changes[] = {"UPDATE state SET value = x'00' WHERE key = 'schema'",
                           "DELETE FROM state WHERE key = 'schema'", "DROP TABLE state",
                           "PRAGMA application_id = 7"};
  int count = 0;
  for (const char* change : changes) {
    INFO(change);
    desk.close();
    desk.tamper(change);
    CHECK(desk.recovers() == CacheState::Damaged);
    CHECK(desk.damaged().size() == ++count);
  }
}

TEST_CASE("a cache of another journal is made anew", "[store]") {
  FullDesk desk;
  FullDesk other;
  for (int i = 100; i < 140; ++i) other.append(ticketChange(i));
  other.open();
  other.catchUp();
  other.close();
  // As long, and longer than the journal it lies beside now: as after a restored backup.
  for (const bool isLonger : {true, false}) {
    INFO(isLonger);
    if (!isLonger) {
      for (int i = 140; i < 200; ++i) desk.append(ticketChange(i));
      desk.open();
      desk.catchUp();
      desk.rows = allRows(desk.cache->database());
    }
    desk.close();
    desk.write(other.bytes());
    desk.open();
    REQUIRE(desk.cache->belongTo(*desk.journal));
    CHECK(desk.cache->state() == CacheState::Damaged);
    desk.catchUp();
    CHECK(allRows(desk.cache->database()) == desk.rows);
  }
}

TEST_CASE("a cache that may only be read is never set aside", "[store]") {
  FullDesk desk;
  CacheOptions readOnly;
  readOnly.readOnly = true;
  REQUIRE(Cache::open(desk.folder(), desk.clock, plainDue, readOnly));
  desk.write("a letter");
  const auto told = Cache::open(desk.folder(), desk.clock, plainDue, readOnly);
  REQUIRE_FALSE(told);
  CHECK(told.error().code == ErrorCode::Corrupt);
  CHECK(desk.bytes() == "a letter");
  CHECK(desk.damaged().isEmpty());
}

TEST_CASE("two processes that find no cache make one", "[store]") {
  CacheDesk desk;
  desk.append(ticketChange(1));
  auto second = Cache::open(desk.folder(), desk.clock, plainDue);
  REQUIRE(second);
  CHECK((*second)->state() == CacheState::Ready);
  desk.catchUp();
  CHECK((*second)->appliedSequence() == 1);
  Touched touched;
  const auto done = (*second)->catchUp(*desk.journal, Milliseconds{200}, touched);
  REQUIRE(done);
  CHECK(touched.tickets.isEmpty());
}

TEST_CASE("every field of every kind has its column, and the hash follows the schema", "[store]") {
  CacheDesk desk;
  for (const KindRow& kind : allKindRows()) {
    const QStringList columns =
        column(desk.cache->database(), QStringLiteral("SELECT name FROM pragma_table_info('") %
                                           QString::fromLatin1(kind.kind) % QStringLiteral("')"));
    for (const auto& field : kind.columns) {
      INFO(kind.kind.constData() << '.' << field.name.constData());
      CHECK(columns.contains(QString::fromLatin1(field.name)));
    }
  }
  CHECK(cacheSchemaHash() == cacheSchemaHash());
  CHECK(cacheSchemaHash().size() == 32);
}

TEST_CASE("a cache whose file was exchanged notices, and leaves the new one's log alone",
          "[store]") {
  FullDesk desk;
  desk.open();
  desk.append(ticketChange(100));
  desk.catchUp();
  CHECK_FALSE(desk.cache->isReplaced());
  // What the process that syncs does: a copy beside, put in the place of the file.
  CacheOptions beside;
  beside.isNext = true;
  auto copy = Cache::open(desk.folder(), desk.clock, plainDue, beside);
  REQUIRE(copy);
  drawAll(**copy, *desk.journal, Milliseconds{200});
  (*copy)->close();
  auto syncing = Cache::open(desk.folder(), desk.clock, plainDue);
  REQUIRE(syncing);
  REQUIRE((*syncing)->replaceByNext());
  desk.append(ticketChange(101));
  drawAll(**syncing, *desk.journal, Milliseconds{200});
  CHECK_FALSE((*syncing)->isReplaced());

  CHECK(desk.cache->isReplaced());
  // Closing the old file would delete a log of that name, if SQLite did not look first.
  REQUIRE(desk.cache->reopen());
  CHECK(QFileInfo(desk.file() % QStringLiteral("-wal")).size() > 0);
  CHECK_FALSE(desk.cache->isReplaced());
  CHECK(desk.cache->appliedSequence() == desk.journal->lastSequence());
  CHECK(allRows(desk.cache->database()) == allRows((*syncing)->database()));
}
