// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a file the way ARCHITECTURE.md wants it, and statements on the driver's own handle.
#include "core/store/database.h"

#include <sqlite3.h>

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>
#include <cerrno>

#include "core/base/invariant.h"
#include "core/base/log.h"
#include "core/store/sqlite_error.h"
#include "core/store/zh_tokenizer.h"

namespace yingda {

namespace {

// Room at the end of each page for a nonce and a tag, should files be sealed one day.
constexpr int reservedBytes = 48;
constexpr char noBytes[] = "";

}  // namespace

Statement::Statement(sqlite3* handle, const char* name, QString sql)
    : m_handle(handle), m_name(name), m_sql(std::move(sql)) {}

Statement::~Statement() { sqlite3_finalize(m_statement); }

void Statement::prepareIfNeeded() {
  m_bindError.reset();
  if (m_statement != nullptr) {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    return;
  }
  const QByteArray utf8 = m_sql.toUtf8();
  const int code = sqlite3_prepare_v3(m_handle, utf8.constData(), static_cast<int>(utf8.size()),
                                      SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
  if (code == SQLITE_OK) return;
  // The message speaks of our own text only: nothing is bound yet.
  qCWarning(logStore) << m_name << sqlite3_errmsg(m_handle);
  m_bindError = sqliteError(m_handle, code, m_name);
}

Error Statement::fail(int code) {
  const Error error = sqliteError(m_handle, code, m_name);
  reset();
  return error;
}

Statement& Statement::bindInteger(int position, qint64 value) {
  const int code = sqlite3_bind_int64(m_statement, position, value);
  if (code != SQLITE_OK && !m_bindError) m_bindError = fail(code);
  return *this;
}

Statement& Statement::bind(int position, double value) {
  const int code = sqlite3_bind_double(m_statement, position, value);
  if (code != SQLITE_OK && !m_bindError) m_bindError = fail(code);
  return *this;
}

Statement& Statement::bind(int position, const QString& value) {
  const QByteArray utf8 = value.toUtf8();
  const int code =
      sqlite3_bind_text64(m_statement, position, utf8.constData(),
                          static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK && !m_bindError) m_bindError = fail(code);
  return *this;
}

Statement& Statement::bind(int position, const QByteArray& value) {
  const char* data = value.isEmpty() ? noBytes : value.constData();
  const int code = sqlite3_bind_blob64(m_statement, position, data,
                                       static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
  if (code != SQLITE_OK && !m_bindError) m_bindError = fail(code);
  return *this;
}

Statement& Statement::bind(int position, std::nullptr_t) {
  const int code = sqlite3_bind_null(m_statement, position);
  if (code != SQLITE_OK && !m_bindError) m_bindError = fail(code);
  return *this;
}

Result<bool> Statement::step() {
  if (m_bindError) return *m_bindError;
  const int code = sqlite3_step(m_statement);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) return fail(code);
  reset();
  return false;
}

Result<void> Statement::run() {
  for (;;) {
    const Result<bool> row = step();
    if (!row) return row.error();
    if (!*row) return {};
  }
}

void Statement::reset() { sqlite3_reset(m_statement); }

qint64 Statement::int64(int column) const { return sqlite3_column_int64(m_statement, column); }

double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }

QString Statement::text(int column) const {
  const void* data = sqlite3_column_text(m_statement, column);
  const int bytes = sqlite3_column_bytes(m_statement, column);
  return QString::fromUtf8(static_cast<const char*>(data), bytes);
}

QByteArray Statement::bytes(int column) const {
  const void* data = sqlite3_column_blob(m_statement, column);
  const int bytes = sqlite3_column_bytes(m_statement, column);
  return data == nullptr ? QByteArray() : QByteArray(static_cast<const char*>(data), bytes);
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Database::Database(const DatabaseOptions& options)
    : m_options(options),
      // The address is unique among the living, and the connection does not outlive the object.
      m_connectionName(QStringLiteral("yingda-") %
                       QString::number(reinterpret_cast<quintptr>(this), 16)) {}

Database::~Database() {
  YINGDA_INVARIANT(m_thread == std::this_thread::get_id(), "a connection closes where it opened");
  disconnect();
}

void Database::disconnect() {
  m_statements.clear();
  if (!m_connection.isValid()) return;
  m_connection.close();
  m_connection = QSqlDatabase();
  QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options) {
  std::unique_ptr<Database> database(new Database(options));
  if (const auto connected = database->connect(); !connected) return connected.error();
  auto configured = database->configure();
  const bool canBeImmutable = options.readOnly && !configured &&
                              configured.error().code == ErrorCode::ReadOnly &&
                              QFileInfo(options.file % QStringLiteral("-wal")).size() == 0;
  if (canBeImmutable) {
    // A WAL file wants a shared-memory file beside it, which a read-only folder refuses. Without a
    // WAL the database is whole by itself, and nobody else can write it either.
    database->disconnect();
    database->m_isImmutable = true;
    if (const auto connected = database->connect(); !connected) return connected.error();
    configured = database->configure();
  }
  if (!configured) return configured.error();
  return database;
}

Result<void> Database::connect() {
  if (!m_options.readOnly) {
    // SQLite gives the WAL the same permissions as the file, so only the file must be born private.
    QFile file(m_options.file);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                  QFile::ReadOwner | QFile::WriteOwner)) {
      file.close();
    }
  }
  m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
  QString name = m_options.file;
  QStringList flags;
  QStringList wishes;
  if (!m_options.vfs.isEmpty()) wishes << QStringLiteral("vfs=") % m_options.vfs;
  if (m_isImmutable) wishes << QStringLiteral("immutable=1");
  if (!wishes.isEmpty()) {
    flags << QStringLiteral("QSQLITE_OPEN_URI");
    name = QStringLiteral("file:") %
           QString::fromLatin1(QUrl::toPercentEncoding(m_options.file, "/")) % u'?' %
           wishes.join(u'&');
  }
  if (m_options.readOnly) flags << QStringLiteral("QSQLITE_OPEN_READONLY");
  m_connection.setDatabaseName(name);
  m_connection.setConnectOptions(flags.join(u';'));
  errno = 0;
  if (!m_connection.open()) {
    const int number = errno;
    const int code = m_connection.lastError().nativeErrorCode().toInt();
    return Error{errorCodeOfSqlite(code == 0 ? SQLITE_CANTOPEN : code, number),
                 QStringLiteral("open: sqlite ") % QString::number(code)};
  }
  const QVariant handle = m_connection.driver()->handle();
  YINGDA_INVARIANT(qstrcmp(handle.typeName(), "sqlite3*") == 0, "the driver is not QSQLITE");
  m_handle = *static_cast<sqlite3* const*>(handle.constData());
  return {};
}

Result<void> Database::configure() {
  sqlite3_busy_timeout(m_handle, m_options.busyTimeoutMs);
  sqlite3_extended_result_codes(m_handle, 1);
  int reserved = reservedBytes;
  sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
  const QString sync = m_options.sync == DatabaseOptions::Sync::Full ? QStringLiteral("FULL")
                                                                     : QStringLiteral("NORMAL");
  const auto settings = runScript(
      "settings",
      QStringLiteral("PRAGMA page_size=4096; PRAGMA mmap_size=0;"
                     "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;"
                     "PRAGMA synchronous=") %
          sync %
          (m_options.readOnly ? QStringLiteral("; PRAGMA query_only=ON;") : QStringLiteral(";")) %
          (m_options.isDamaged ? QStringLiteral("PRAGMA writable_schema=ON;") : QString()));
  if (!settings) return settings.error();
  // Read before anything is written: a foreign file must stay as it is.
  if (const auto checked = checkApplicationId(); !checked) return checked.error();
  if (const auto switched = switchToWal(); !switched) return switched.error();
  return registerZhTokenizer(m_handle);
}

Result<void> Database::checkApplicationId() {
  const auto pages = pragma("page_count");
  if (!pages) return pages.error();
  const auto id = pragma("application_id");
  if (!id) return id.error();
  if (m_options.applicationId == 0 || *id == m_options.applicationId) return {};
  if (*pages > 0) return Error{ErrorCode::Corrupt, QStringLiteral("another application's file")};
  if (m_options.readOnly) return Error{ErrorCode::Corrupt, QStringLiteral("empty file")};
  // The mode goes first: the id would fix the file's format before the WAL is known.
  if (const auto switched = switchToWal(); !switched) return switched.error();
  return runScript("set application id", QStringLiteral("PRAGMA application_id=") %
                                             QString::number(m_options.applicationId));
}

Result<void> Database::switchToWal() {
  if (isReadOnly()) return {};
  Statement& statement = prepared("journal mode", QStringLiteral("PRAGMA journal_mode=WAL"));
  const auto row = statement.step();
  if (!row) return row.error();
  const QString mode = statement.text(0);
  statement.reset();
  if (mode == u"wal" || mode == u"memory") return {};
  return Error{ErrorCode::Io, QStringLiteral("no WAL here")};
}

Result<qint64> Database::pragma(const char* name) {
  Statement& statement = prepared(name, QStringLiteral("PRAGMA ") % QString::fromLatin1(name));
  const auto row = statement.step();
  if (!row) return row.error();
  const qint64 value = *row ? statement.int64(0) : 0;
  statement.reset();
  return value;
}

Statement& Database::prepared(const char* name, const QString& sql) {
  YINGDA_INVARIANT(m_thread == std::this_thread::get_id(), "a connection belongs to its thread");
  // The statement keeps the map's copy of its name: a name made at run time is gone by the time a
  // failure is logged.
  auto& [kept, statement] = *m_statements.try_emplace(name).first;
  if (!statement) statement.reset(new Statement(m_handle, kept.c_str(), sql));
  YINGDA_INVARIANT(statement->m_sql == sql, "one name stands for one SQL text");
  statement->prepareIfNeeded();
  return *statement;
}

Result<void> Database::runScript(const char* name, const QString& sql) {
  const QByteArray utf8 = sql.toUtf8();
  const char* rest = utf8.constData();
  while (*rest != '\0') {
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(m_handle, rest, -1, &statement, &rest);
    if (code != SQLITE_OK) {
      qCWarning(logStore) << name << sqlite3_errmsg(m_handle);
      return sqliteError(m_handle, code, name);
    }
    // Null: nothing but a comment was left.
    if (statement == nullptr) continue;
    do code = sqlite3_step(statement);
    while (code == SQLITE_ROW);
    if (code != SQLITE_DONE) {
      const Error error = sqliteError(m_handle, code, name);
      sqlite3_finalize(statement);
      return error;
    }
    sqlite3_finalize(statement);
  }
  return {};
}

qint64 Database::dataVersion() {
  if (const auto version = pragma("data_version")) m_dataVersion = *version;
  return m_dataVersion;
}

qint64 Database::changes() const { return sqlite3_changes64(m_handle); }

void Database::stopWhen(const std::atomic<bool>& flag) {
  sqlite3_progress_handler(
      m_handle, 1000,
      [](void* watched) { return static_cast<const std::atomic<bool>*>(watched)->load() ? 1 : 0; },
      const_cast<std::atomic<bool>*>(&flag));
}

void Database::interrupt() { sqlite3_interrupt(m_handle); }

Result<void> Database::checkpoint() {
  const int code =
      sqlite3_wal_checkpoint_v2(m_handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (code != SQLITE_OK) return sqliteError(m_handle, code, "checkpoint");
  return {};
}

bool Database::hasMoved() const {
  int hasMoved = 0;
  const int code = sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
  return code == SQLITE_OK && hasMoved != 0;
}

bool Database::isReadOnly() const {
  return m_options.readOnly || sqlite3_db_readonly(m_handle, "main") == 1;
}

Result<Transaction> Transaction::begin(Database& database, Kind kind) {
  Statement& statement =
      kind == Immediate ? database.prepared("begin immediate", QStringLiteral("BEGIN IMMEDIATE"))
                        : database.prepared("begin deferred", QStringLiteral("BEGIN DEFERRED"));
  if (const auto begun = statement.run(); !begun) return begun.error();
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_databaseOrNull(std::exchange(other.m_databaseOrNull, nullptr)) {}

Transaction::~Transaction() { rollBack(); }

Result<void> Transaction::commit() {
  YINGDA_INVARIANT(m_databaseOrNull != nullptr, "a transaction is committed once");
  const auto committed = m_databaseOrNull->prepared("commit", QStringLiteral("COMMIT")).run();
  if (!committed) {
    rollBack();
    return committed.error();
  }
  m_databaseOrNull = nullptr;
  return {};
}

void Transaction::rollBack() {
  Database* database = std::exchange(m_databaseOrNull, nullptr);
  // SQLite has already rolled back by itself after some failures of the disk.
  if (database == nullptr || sqlite3_get_autocommit(database->handle()) != 0) return;
  const auto rolledBack = database->prepared("rollback", QStringLiteral("ROLLBACK")).run();
  YINGDA_INVARIANT(rolledBack || sqlite3_get_autocommit(database->handle()) != 0,
                   "a failed transaction must end");
}

}  // namespace yingda
