// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, judging, setting aside and catching up of the cache.
#include "core/store/cache.h"

#include <QDir>
#include <QFile>
#include <cstdio>

#include "core/base/invariant.h"
#include "core/base/log.h"
#include "core/base/planted.h"
#include "core/store/cache_schema.h"
#include "core/store/field_sql.h"
#include "core/store/journal_chain.h"

namespace yingda {

namespace {

// How many operations are read at once; a bulk operation may hold a thousand rows.
constexpr int operationsPerRead = 64;
// Further behind than this, the projection works for throughput.
constexpr qint64 bulkFrom = 500;

}  // namespace

QString Cache::fileIn(const QString& folder, bool isNext) {
  return folder % (isNext ? QStringLiteral("/cache.next.db") : QStringLiteral("/cache.db"));
}

void Cache::removeNext(const QString& folder) {
  const QString file = fileIn(folder, true);
  for (const auto* suffix : {"-wal", "-shm", ""}) QFile::remove(file % QLatin1String(suffix));
}

Cache::Cache(QString folder, const Clock& clock, DueOf dueOf, CacheOptions options)
    : m_folder(std::move(folder)),
      m_clock(clock),
      m_dueOf(std::move(dueOf)),
      m_options(std::move(options)) {}

Result<std::unique_ptr<Cache>> Cache::open(const QString& folder, const Clock& clock, DueOf dueOf,
                                           const CacheOptions& options) {
  std::unique_ptr<Cache> cache(new Cache(folder, clock, std::move(dueOf), options));
  auto opened = cache->openFile();
  if (!opened && opened.error().code == ErrorCode::Corrupt && !options.readOnly) {
    cache->m_database.reset();
    if (auto aside = cache->setAside(); !aside) return aside.error();
    opened = cache->openFile();
    cache->m_state = CacheState::Damaged;
  }
  if (!opened) return opened.error();
  return cache;
}

Result<std::unique_ptr<Database>> Cache::openReader(const QString& folder, const QString& vfs) {
  DatabaseOptions options;
  options.file = fileIn(folder);
  options.readOnly = true;
  options.sync = DatabaseOptions::Sync::Normal;
  options.vfs = vfs;
  return Database::open(options);
}

Result<void> Cache::openFile() {
  DatabaseOptions options;
  options.file = fileIn(m_folder, m_options.isNext);
  options.readOnly = m_options.readOnly;
  options.sync = DatabaseOptions::Sync::Normal;
  options.vfs = m_options.vfs;
  auto opened = Database::open(options);
  if (!opened) return opened.error();
  m_database = std::move(*opened);
  m_isBulk = false;
  const auto ours = isOurs();
  if (!ours) return ours.error();
  if (!*ours) {
    if (m_options.readOnly)
      return Error{ErrorCode::ReadOnly, QStringLiteral("cache needs a rebuild")};
    if (auto made = create(); !made) return made;
    m_state = CacheState::Fresh;
  }
  m_projector = std::make_unique<Projector>(*m_database, m_dueOf);
  m_shadow = std::make_unique<Shadow>(*m_database, *m_projector);
  return {};
}

Result<bool> Cache::isOurs() {
  Statement& id = m_database->prepared("application_id", QStringLiteral("PRAGMA application_id"));
  auto found = id.step();
  if (!found) return found.error();
  const qint64 applicationId = id.int64(0);
  id.reset();
  Statement& tables =
      m_database->prepared("table_count", QStringLiteral("SELECT count(*) FROM sqlite_schema"));
  auto counted = tables.step();
  if (!counted) return counted.error();
  const bool isEmpty = tables.int64(0) == 0;
  tables.reset();
  if (isEmpty) return false;
  if (applicationId != cacheApplicationId) {
    return Error{ErrorCode::Corrupt, QStringLiteral("cache.db is not ours")};
  }
  Statement& hash = m_database->prepared(
      "schema_hash", QStringLiteral("SELECT value FROM state WHERE key = 'schema'"));
  auto read = hash.step();
  if (!read) {
    // Without its table of states it is no cache either.
    const bool hasNoTable = read.error().code == ErrorCode::Invalid;
    return hasNoTable ? Error{ErrorCode::Corrupt, QStringLiteral("cache.db has no state")}
                      : read.error();
  }
  const bool same = *read && hash.bytes(0) == cacheSchemaHash();
  hash.reset();
  // Another program version made it: it is as good as none, and costs one rebuild.
  if (!same) return Error{ErrorCode::Corrupt, QStringLiteral("cache.db has another schema")};
  return true;
}

Result<void> Cache::create() {
  auto transaction = Transaction::begin(*m_database, Transaction::Immediate);
  if (!transaction) return transaction.error();
  // Another process may have made it while we waited for the lock.
  Statement& tables =
      m_database->prepared("table_count", QStringLiteral("SELECT count(*) FROM sqlite_schema"));
  auto counted = tables.step();
  if (!counted) return counted.error();
  const bool isEmpty = tables.int64(0) == 0;
  tables.reset();
  if (!isEmpty) return {};
  const QString script = cacheSchema() % QStringLiteral("PRAGMA application_id = ") %
                         QString::number(cacheApplicationId) % u';';
  if (auto made = m_database->runScript("cache_schema", script); !made) return made;
  Statement& hash = m_database->prepared(
      "schema_hash_write", QStringLiteral("INSERT INTO state(key, value) VALUES('schema', ?)"));
  if (auto done = hash.bindAll(cacheSchemaHash()).run(); !done) return done;
  return transaction->commit();
}

Result<void> Cache::setAside() {
  const QString file = fileIn(m_folder, m_options.isNext);
  const QString stamp = toIso(m_clock.now()).left(19).remove(u':').remove(u'-');
  QString target = file % QStringLiteral(".damaged-") % stamp;
  for (int n = 2; QFile::exists(target); ++n) {
    target = file % QStringLiteral(".damaged-") % stamp % u'-' % QString::number(n);
  }
  if (!QFile::rename(file, target)) return Error{ErrorCode::Io, QStringLiteral("cache rename")};
  for (const auto* suffix : {"-wal", "-shm"}) {
    QFile::remove(file % QLatin1String(suffix));
  }
  qCWarning(logStore) << "cache set aside; it is rebuilt from the journal";
  return {};
}

Result<void> Cache::setAsideAndReopen() {
  m_rebuild.reset();
  m_shadow.reset();
  m_projector.reset();
  m_database.reset();
  if (auto aside = setAside(); !aside) return aside;
  auto opened = openFile();
  m_state = CacheState::Damaged;
  return opened;
}

Result<void> Cache::belongTo(Journal& journal) {
  if (auto opened = ensureOpen(); !opened) return opened;
  const qint64 applied = appliedSequence();
  if (applied == 0) return {};
  const auto operations = journal.read(applied - 1, 1);
  // A journal that cannot be read is found out, and mended, where it is read for itself.
  if (!operations) return {};
  Statement& read = m_database->prepared(
      "applied_hash", QStringLiteral("SELECT value FROM state WHERE key = 'applied_hash'"));
  const auto found = read.step();
  if (!found) return found.error();
  const QString known = *found ? read.text(0) : QString();
  read.reset();
  // A journal that was set aside or restored from a backup is another one: what the cache shows
  // beyond it was never done there.
  const bool isSame = !operations->empty() && operations->front().header.sequence == applied &&
                      hashText(operations->front()) == known;
  return isSame ? Result<void>() : setAsideAndReopen();
}

qint64 Cache::appliedSequence() {
  if (!ensureOpen()) return 0;
  Statement& read = m_database->prepared(
      "applied", QStringLiteral("SELECT value FROM state WHERE key = 'applied'"));
  const auto found = read.step();
  if (!found || !*found) return 0;
  const qint64 sequence = read.int64(0);
  read.reset();
  return sequence;
}

Result<void> Cache::setState(const char* key, const FieldValue& value) {
  Statement& write = m_database->prepared(
      "state_write", QStringLiteral("INSERT INTO state(key, value) VALUES(?, ?)"
                                    " ON CONFLICT(key) DO UPDATE SET value = excluded.value"));
  write.bind(1, QString::fromLatin1(key));
  bindField(write, 2, value);
  return write.run();
}

void Cache::beginRebuild(Journal& journal) {
  if (!ensureOpen() || appliedSequence() != 0) return;
  m_rebuild = std::make_unique<Rebuild>(*m_database, *m_projector, journal.lastSequence());
}

Result<void> Cache::setBulk(bool isBulk) {
  if (m_isBulk == isBulk) return {};
  m_isBulk = isBulk;
  // Ids are random: with few pages in memory every row would read its index pages anew, and with a
  // short log every checkpoint would write them anew.
  return m_database->runScript(
      isBulk ? "bulk" : "no bulk",
      isBulk ? QStringLiteral("PRAGMA cache_size = -163840; PRAGMA wal_autocheckpoint = 40000")
             : QStringLiteral("PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 1000;"
                              " PRAGMA shrink_memory"));
}

Result<bool> Cache::catchUp(Journal& journal, const Slice& slice, Touched& touched) {
  if (auto opened = ensureOpen(); !opened) return opened.error();
  if (m_rebuild || journal.lastSequence() - appliedSequence() > bulkFrom) {
    if (auto set = setBulk(true); !set) return set.error();
  }
  auto done = catchUpOnce(journal, slice, touched);
  // What a slice had done is rolled back with it, and only the beginning is known for certain.
  if (!done && m_rebuild) beginRebuild(journal);
  if (done && *done) {
    if (auto set = setBulk(false); !set) return set.error();
  }
  return done;
}

Result<bool> Cache::catchUpOnce(Journal& journal, const Slice& slice, Touched& touched) {
  // Fewer, larger transactions keep the search index's segments large during a rebuild.
  auto transaction = Transaction::begin(*m_database, Transaction::Immediate);
  if (!transaction) return transaction.error();
  const qint64 before = appliedSequence();
  qint64 applied = before;
  QString appliedHash;
  bool isDone = false;
  m_hasJournalFailed = false;
  if (m_rebuild && before != 0) {
    // Another process drew the whole picture meanwhile. What we added since may be older than what
    // it wrote, so everything is applied once more, in journal order.
    m_rebuild.reset();
    applied = 0;
  }
  if (m_rebuild) {
    const auto stepped = m_rebuild->step(journal, slice, touched);
    m_hasJournalFailed = m_rebuild->hasJournalFailed();
    if (!stepped) return stepped.error();
    isDone = *stepped;
    if (isDone) {
      applied = m_rebuild->newest();
      appliedHash = m_rebuild->newestHash();
    }
  }
  if (!m_rebuild && !isDone) {
    const auto done = projectOwn(journal, applied, appliedHash, slice, touched);
    if (!done) return done.error();
    isDone = *done;
  }
  // Nothing new, nothing written: a full disk does not stop what only reads.
  if (applied != before) {
    if (auto done = setState("applied", applied); !done) return done.error();
    if (auto done = setState("applied_hash", appliedHash); !done) return done.error();
  }
  if (auto done = transaction->commit(); !done) return done.error();
  if (isDone) m_rebuild.reset();
  return isDone;
}

Result<void> Cache::project(const Operation& operation, const ServerLayer& layer,
                            Touched& touched) {
  if (operation.payload.isEmpty()) return {};
  if (!layer.epoch.isNull()) {
    const auto isRefused = m_shadow->isRefused(operation.header.sequence);
    if (!isRefused) return isRefused.error();
    if (*isRefused) return {};
  }
  const auto changes = decodeChangeSet(operation.payload);
  if (!changes) {
    qCWarning(logStore) << "operation" << operation.header.sequence << "cannot be read";
    return {};
  }
  if (!layer.epoch.isNull()) {
    const auto noted = m_shadow->note(*changes, operation.header.sequence);
    if (!noted) return noted;
  }
  return m_projector->apply(*changes, touched);
}

Result<bool> Cache::projectOwn(Journal& journal, qint64& applied, QString& appliedHash,
                               const Slice& slice, Touched& touched) {
  const auto layer = m_shadow->layer();
  if (!layer) return layer.error();
  while (!slice.isOver()) {
    const auto operations = journal.read(applied, operationsPerRead);
    m_hasJournalFailed = !operations;
    if (!operations) return operations.error();
    if (operations->empty()) return true;
    for (const Operation& operation : *operations) {
      if (auto done = project(operation, *layer, touched); !done) return done.error();
      applied = operation.header.sequence;
      appliedHash = hashText(operation);
      if (slice.isOver()) break;
    }
  }
  return false;
}

Result<void> Cache::take(Journal& journal, std::span<const RemoteRow> rows, const ServerLayer& next,
                         Touched& touched) {
  if (auto opened = ensureOpen(); !opened) return opened;
  auto transaction = Transaction::begin(*m_database, Transaction::Immediate);
  if (!transaction) return transaction.error();
  if (auto done = m_shadow->dropExits(rows); !done) return done;
  // First what is covered, so that it is not laid over the rows that contain it.
  if (auto done = m_shadow->setLayer(journal, next, touched); !done) return done;
  if (auto done = m_shadow->take(journal, rows, touched); !done) return done;
  return transaction->commit();
}

Result<void> Cache::take(Journal& journal, std::span<const RemoteRow> rows,
                         const std::optional<Hydration>& next, Touched& touched) {
  if (auto opened = ensureOpen(); !opened) return opened;
  if (auto set = setBulk(true); !set) return set;
  auto transaction = Transaction::begin(*m_database, Transaction::Immediate);
  if (!transaction) return transaction.error();
  if (auto done = m_shadow->take(journal, rows, touched); !done) return done;
  if (auto done = m_shadow->setHydration(next); !done) return done;
  if (auto done = transaction->commit(); !done) return done;
  return next ? Result<void>() : setBulk(false);
}

Result<void> Cache::beginHydration(Journal& journal, const Hydration& hydration) {
  if (auto opened = ensureOpen(); !opened) return opened;
  auto transaction = Transaction::begin(*m_database, Transaction::Immediate);
  if (!transaction) return transaction.error();
  const ServerLayer layer{hydration.epoch,   hydration.ceiling, hydration.covered,
                          hydration.covered, hydration.scope,   hydration.position};
  Touched touched;
  if (auto done = m_shadow->setLayer(journal, layer, touched); !done) return done;
  if (auto done = m_shadow->setHydration(hydration); !done) return done;
  const auto secrets = journal.readKind(secretKind(), 0, hydration.covered);
  if (!secrets) return secrets.error();
  for (const Operation& operation : *secrets) {
    const auto changes = decodeChangeSet(operation.payload);
    if (!changes) continue;
    if (auto done = m_projector->apply(*changes, touched); !done) return done;
  }
  const auto last = journal.read(hydration.covered - 1, 1);
  if (!last) return last.error();
  if (!last->empty() && !isPlanted(Plant::ProjectCovered) &&
      last->front().header.sequence == hydration.covered) {
    if (auto done = setState("applied", hydration.covered); !done) return done;
    if (auto done = setState("applied_hash", hashText(last->front())); !done) return done;
  }
  return transaction->commit();
}

Result<void> Cache::withdraw(qint64 sequence, const ChangeSet& changes, Touched& touched) {
  if (auto opened = ensureOpen(); !opened) return opened;
  auto transaction = Transaction::begin(*m_database, Transaction::Immediate);
  if (!transaction) return transaction.error();
  const auto isKnown = m_shadow->isRefused(sequence);
  if (!isKnown) return isKnown.error();
  if (*isKnown) return {};
  if (auto done = m_shadow->withdraw(sequence, changes, touched); !done) return done;
  return transaction->commit();
}

Result<void> Cache::replaceByNext() {
  const QString file = fileIn(m_folder);
  const QString next = fileIn(m_folder, true);
  // A log beside it would mean that somebody still writes there.
  if (QFile::exists(next % QStringLiteral("-wal"))) {
    return Error{ErrorCode::Busy, QStringLiteral("next cache")};
  }
  close();
  // The old log first: without it the old file is an older whole one, and never part of the new.
  for (const auto* suffix : {"-wal", "-shm"}) QFile::remove(file % QLatin1String(suffix));
  const bool isThere =
      std::rename(QFile::encodeName(next).constData(), QFile::encodeName(file).constData()) == 0;
  const auto opened = openFile();
  if (!isThere) return Error{ErrorCode::Io, QStringLiteral("cache rename")};
  return opened;
}

Result<void> Cache::reopen() {
  // SQLite looks whether the name is still this file's before it removes a log of that name.
  close();
  return openFile();
}

Result<void> Cache::ensureOpen() { return m_database ? Result<void>() : openFile(); }

Database& Cache::database() {
  const auto opened = ensureOpen();
  YINGDA_INVARIANT(opened && m_database, "cache.db is open");
  return *m_database;
}

Result<ServerLayer> Cache::layer() {
  if (auto opened = ensureOpen(); !opened) return opened.error();
  return m_shadow->layer();
}

Result<std::optional<Hydration>> Cache::hydration() {
  if (auto opened = ensureOpen(); !opened) return opened.error();
  return m_shadow->hydration();
}

Result<std::vector<ConflictRow>> Cache::conflicts(int limit) {
  if (auto opened = ensureOpen(); !opened) return opened.error();
  return m_shadow->conflicts(limit);
}

Result<qint64> Cache::pendingCount() {
  if (auto opened = ensureOpen(); !opened) return opened.error();
  return m_shadow->pendingCount();
}

Result<void> Cache::stamp(ChangeSet& changes, const AgentId& by) {
  if (auto opened = ensureOpen(); !opened) return opened;
  return m_shadow->stamp(changes, by);
}

Result<QList<TicketId>> Cache::inHand(const AgentId& by, Instant now) {
  if (auto opened = ensureOpen(); !opened) return opened.error();
  return m_shadow->inHand(by, now);
}

Result<void> Cache::deriveAll() {
  auto transaction = Transaction::begin(*m_database, Transaction::Immediate);
  if (!transaction) return transaction.error();
  if (auto done = m_projector->deriveAll(); !done) return done;
  return transaction->commit();
}

void Cache::close() {
  m_rebuild.reset();
  m_shadow.reset();
  m_projector.reset();
  m_database.reset();
}

}  // namespace yingda
