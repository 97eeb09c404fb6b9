// SPDX-License-Identifier: GPL-3.0-or-later
// The birth of a journal, its opening, and the way a damaged one is put aside.
#include <sqlite3.h>

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <filesystem>

#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/store/journal.h"
#include "core/store/migrator.h"
#include "core/store/sqlite_error.h"

namespace yingda {

namespace {

constexpr int journalApplicationId = 0x59444A31;  // "YDJ1"

constexpr Migration journalMigrations[] = {
    {1, ":/store/journal/0001_operation.sql", 1},
    {2, ":/store/journal/0002_draft.sql", 1},
};
static_assert(isRising(journalMigrations));

QString newMark() { return QStringLiteral(".new-"); }

std::filesystem::path pathOf(const QString& file) {
  return std::filesystem::path(file.toStdU16String());
}

DatabaseOptions databaseOptions(const QString& file, const JournalOptions& options) {
  DatabaseOptions result;
  result.file = file;
  result.readOnly = options.readOnly;
  result.vfs = options.vfs;
  result.sync = options.sync;
  result.applicationId = journalApplicationId;
  return result;
}

/// Gives the finished file its name, unless another process was first, and makes the name durable.
Result<void> publish(const QString& from, const QString& to, const QString& vfsName) {
  std::error_code failure;
  // A link never replaces what has the name already, as a rename would.
  std::filesystem::create_hard_link(pathOf(from), pathOf(to), failure);
  if (failure && !QFileInfo::exists(to)) {
    // File systems of memory sticks know no links.
    std::filesystem::rename(pathOf(from), pathOf(to), failure);
    if (failure) return Error{ErrorCode::Io, QStringLiteral("name the new journal")};
    return {};
  }
  const QByteArray name = vfsName.toUtf8();
  sqlite3_vfs* vfs = sqlite3_vfs_find(name.isEmpty() ? nullptr : name.constData());
  // SQLite's way to remove a file also syncs the folder.
  const int code = vfs->xDelete(vfs, QFile::encodeName(from).constData(), 1);
  if (code != SQLITE_OK) return sqliteError(nullptr, code, "sync folder");
  return {};
}

/// Clears what was left by a process that died while it made a journal.
void removeUnfinished(const QString& file) {
  const QFileInfo journal(file);
  // Younger ones may still be written by processes that began together with this one.
  const QDateTime limit = journal.lastModified().addSecs(-3600);
  const QFileInfoList found =
      journal.dir().entryInfoList({journal.fileName() % newMark() % u'*'}, QDir::Files);
  for (const QFileInfo& unfinished : found) {
    if (unfinished.lastModified() < limit) QFile::remove(unfinished.filePath());
  }
}

}  // namespace

QString Journal::fileIn(const QString& folder) { return folder % QStringLiteral("/journal.db"); }

Result<void> Journal::build(const DatabaseOptions& options, const Clock& clock, Random& random) {
  auto database = Database::open(options);
  if (!database) return database.error();
  if (const auto made = migrate(**database, journalMigrations); !made) return made.error();
  const Instant now = clock.now();
  const int code = 90000 + static_cast<int>(random.below(10000));
  const auto seated =
      (*database)
          ->prepared("make seat",
                     QStringLiteral("INSERT INTO seat (seat_id, workstation, code,"
                                    " next_number, made_at) VALUES (1, ?1, ?2, 1, ?3)"))
          .bindAll(WorkstationId(makeUuid7(now, random)).bytes(), code, toMs(now))
          .run();
  if (!seated) return seated.error();
  // The file gets its name without its WAL, so it must be whole by itself.
  return (*database)->checkpoint();
}

Result<void> Journal::create(const QString& folder, const Clock& clock, Random& random,
                             const JournalOptions& options) {
  if (const auto made = makePrivateFolder(folder); !made) return made.error();
  const QString file = fileIn(folder);
  const QString unfinished = file % newMark() % QString::number(random.next(), 16);
  const auto built = build(databaseOptions(unfinished, options), clock, random);
  const auto published = built ? publish(unfinished, file, options.vfs) : built;
  // Whoever came first made a journal that serves as well.
  if (!published && !QFileInfo::exists(file)) return published.error();
  removeUnfinished(file);
  return {};
}

Result<std::unique_ptr<Journal>> Journal::open(const QString& folder, const Clock& clock,
                                               Random& random, const JournalOptions& options) {
  const QString file = fileIn(folder);
  if (!options.readOnly) {
    if (const auto finished = finishSalvage(folder); !finished) return finished.error();
  }
  if (!QFileInfo::exists(file)) {
    if (options.readOnly) return Error{ErrorCode::NotFound, QStringLiteral("no journal")};
    if (QFileInfo::exists(file % QStringLiteral("-wal")) && !QFileInfo::exists(file)) {
      return Error{ErrorCode::Corrupt, QStringLiteral("a WAL without its journal")};
    }
    if (const auto made = create(folder, clock, random, options); !made) return made.error();
  }
  // A journal is born whole: an empty file was emptied by someone else.
  if (QFileInfo(file).size() == 0) {
    return Error{ErrorCode::Corrupt, QStringLiteral("empty journal")};
  }
  DatabaseOptions wanted = databaseOptions(file, options);
  auto database = Database::open(wanted);
  if (!database) return database.error();
  auto state = schemaState(**database, journalMigrations);
  if (!state) return state.error();
  if (*state == SchemaState::TooNew) {
    return Error{ErrorCode::TooNew, QStringLiteral("journal of a newer program")};
  }
  if (*state == SchemaState::NewerReadable && !wanted.readOnly) {
    wanted.readOnly = true;
    database->reset();
    database = Database::open(wanted);
    if (!database) return database.error();
  }
  if (!wanted.readOnly && (*database)->isReadOnly()) {
    return Error{ErrorCode::ReadOnly, QStringLiteral("journal cannot be written")};
  }
  if (*state == SchemaState::Older) {
    if (wanted.readOnly)
      return Error{ErrorCode::ReadOnly, QStringLiteral("journal needs migrating")};
    if (const auto made = migrate(**database, journalMigrations); !made) return made.error();
  }
  std::unique_ptr<Journal> journal(new Journal(std::move(*database), clock, random));
  if (const auto seat = journal->readSeat(); !seat) return seat.error();
  return journal;
}

Result<QString> Journal::setAside(const QString& folder, const Clock& clock) {
  const QString file = fileIn(folder);
  const QString stamp = QDateTime::fromMSecsSinceEpoch(toMs(clock.now()), Qt::UTC)
                            .toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
  const QString base = file % QStringLiteral(".aside-") % stamp;
  QString aside = base;
  for (int i = 2; i < 100 && QFileInfo::exists(aside); ++i) {
    aside = base % u'-' % QString::number(i);
  }
  bool hasMoved = false;
  // The file goes first: without it the WAL is never taken for that of a new journal.
  for (const QString& part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
    if (!QFileInfo::exists(file % part)) continue;
    std::error_code failure;
    std::filesystem::rename(pathOf(file % part), pathOf(aside % part), failure);
    if (failure) return Error{ErrorCode::ReadOnly, QStringLiteral("set the journal aside")};
    hasMoved = true;
  }
  if (!hasMoved) return Error{ErrorCode::NotFound, QStringLiteral("no journal")};
  qCWarning(logStore) << "journal set aside";
  return aside;
}

}  // namespace yingda
