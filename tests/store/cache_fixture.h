// SPDX-License-Identifier: GPL-3.0-or-later
// A journal with a cache beside it, and every row of a cache as text.
#pragma once

#include <QDir>
#include <QTemporaryDir>
#include <memory>

#include "core/domain/household_ids.h"
#include "core/store/cache.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"
#include "tests/runner/drawn_cache.h"
#include "tests/runner/printers.h"

namespace yingda::test {

/// A deadline of the fields alone: the store's tests know no policies.
inline DerivedDue plainDue(const Ticket& ticket, const std::vector<Activity>& activities) {
  if (ticket.level == Level::Green) return {};
  return {toMs(ticket.receivedAt) + 3'600'000LL * (1 + static_cast<int>(ticket.level)) +
              60'000LL * static_cast<qint64>(activities.size()),
          QStringLiteral("M1")};
}

/// Thread: the test's own.
class CacheDesk {
 public:
  CacheDesk() {
    REQUIRE(m_folder.isValid());
    auto opened = Journal::open(folder(), clock, random);
    REQUIRE(opened);
    journal = std::move(*opened);
    open();
  }
  QString folder() const { return m_folder.path(); }
  QString file() const { return Cache::fileIn(folder()); }
  CacheState open() {
    cache.reset();
    auto opened = Cache::open(folder(), clock, plainDue);
    REQUIRE(opened);
    cache = std::move(*opened);
    return cache->state();
  }
  void close() { cache.reset(); }
  void append(const QByteArray& payload) {
    NewOperation operation;
    operation.by = author;
    operation.kind = QStringLiteral("test");
    operation.payload = payload;
    REQUIRE(journal->append({&operation, 1}));
  }
  void append(const ChangeSet& changes) { append(encode(changes)); }
  /// Everything appended so far, in slices of that length.
  void catchUp(int sliceMs = 200) { test::drawAll(*cache, *journal, Milliseconds{sliceMs}); }
  void project(const ChangeSet& changes) {
    append(changes);
    catchUp();
  }
  TicketQueries tickets() { return TicketQueries(cache->database()); }
  HouseholdQueries households() { return HouseholdQueries(cache->database()); }

  ManualClock clock{*instantFromIso(u"2026-03-10T23:40:12")};
  SeededRandom random{3};
  std::unique_ptr<Journal> journal;
  std::unique_ptr<Cache> cache;
  AgentId author{QUuid(QStringLiteral("{00000000-0000-7000-8000-0000000000a1}"))};

 private:
  QTemporaryDir m_folder;
};

inline QStringList column(Database& database, const QString& sql) {
  // One name stands for one text, so each text is its own name.
  Statement& read = database.prepared(sql.toUtf8().constData(), sql);
  QStringList values;
  for (;;) {
    const auto found = read.step();
    INFO(sql.toStdString());
    REQUIRE(found);
    if (!*found) return values;
    values << read.text(0);
  }
}

/// Every row of every table, sorted: "ticket|row=1|id=X'…'". The search indexes by their terms,
/// because their pages tell how they were written and not what they hold.
inline QStringList allRows(Database& database) {
  QStringList rows;
  const QStringList tables =
      column(database, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                      " AND name NOT LIKE '%_fts%' AND name NOT LIKE 'sqlite_%'"));
  REQUIRE(tables.size() > 8);
  for (const QString& table : tables) {
    const QStringList names =
        column(database, QStringLiteral("SELECT name FROM pragma_table_info('") % table %
                             QStringLiteral("') ORDER BY cid"));
    QString line = u'\'' % table % u'\'';
    for (const QString& name : names) {
      line += QStringLiteral(" || '|") % name % QStringLiteral("=' || quote(") % name % u')';
    }
    rows << column(database, QStringLiteral("SELECT ") % line % QStringLiteral(" FROM ") % table);
  }
  for (const char* index : {"ticket_fts", "household_fts"}) {
    const QString name = QLatin1String(index);
    REQUIRE(database.runScript(index, QStringLiteral("CREATE VIRTUAL TABLE IF NOT EXISTS temp.") %
                                          name % QStringLiteral("_terms USING fts5vocab(main, ") %
                                          name % QStringLiteral(", instance)")));
    rows << column(database, QStringLiteral("SELECT '") % name %
                                 QStringLiteral("|' || doc || '|' || term FROM temp.") % name %
                                 QStringLiteral("_terms"));
  }
  rows.sort();
  return rows;
}

/// The lines that only one of two has, for a readable failure.
inline QString difference(const QStringList& a, const QStringList& b) {
  QString text;
  for (const QString& line : a) {
    if (!b.contains(line) && text.size() < 2000) text += QStringLiteral("- ") % line % u'\n';
  }
  for (const QString& line : b) {
    if (!a.contains(line) && text.size() < 4000) text += QStringLiteral("+ ") % line % u'\n';
  }
  return text;
}

}  // namespace yingda::test
