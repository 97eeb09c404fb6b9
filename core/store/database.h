// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite connection of one thread, its named statements and its transactions.
#pragma once

#include <QByteArray>
#include <QSqlDatabase>
#include <QString>
#include <atomic>
#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>

#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace yingda {

struct DatabaseOptions {
  enum class Sync { Full, Normal };
  QString file;
  bool readOnly = false;
  Sync sync = Sync::Full;
  QString vfs;  ///< empty for the system's; tests name one that crashes
  int busyTimeoutMs = 5000;
  bool isDamaged = false;  ///< for salvage: reads what it can, also of a file that was cut off
  int applicationId = 0;   ///< written into a new file, checked in an old one; 0 leaves it alone
};

/// A prepared statement with a name. Positions of `bind` count from 1, those of columns from 0.
/// Thread: that of its database.
/// Owner: Database; a reference stays valid as long as the database lives.
class Statement {
 public:
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  template <std::integral T>
  Statement& bind(int position, T value) {
    return bindInteger(position, static_cast<qint64>(value));
  }
  Statement& bind(int position, double value);
  Statement& bind(int position, const QString& value);
  /// Always a blob, of no bytes when empty; NULL is said by nullptr.
  Statement& bind(int position, const QByteArray& value);
  Statement& bind(int position, std::nullptr_t);
  /// All positions in order, beginning with 1.
  template <class... Values>
  Statement& bindAll(const Values&... values) {
    int position = 0;
    (bind(++position, values), ...);
    return *this;
  }

  /// True: a row can be read. False: done, and already reset.
  Result<bool> step();
  /// Steps to the end and resets.
  Result<void> run();
  /// Releases the snapshot that a half-read SELECT holds; bindings are kept.
  void reset();

  qint64 int64(int column) const;
  double real(int column) const;
  QString text(int column) const;
  QByteArray bytes(int column) const;
  bool isNull(int column) const;

 private:
  friend class Database;
  Statement(sqlite3* handle, const char* name, QString sql);
  Statement& bindInteger(int position, qint64 value);
  void prepareIfNeeded();
  Error fail(int code);

  sqlite3* m_handle = nullptr;
  const char* m_name = nullptr;
  QString m_sql;
  sqlite3_stmt* m_statement = nullptr;
  std::optional<Error> m_bindError;  // told by the next step, so that binds can be chained
};

/// One connection (QSQLITE) of the thread that opened it.
/// Thread: the opening one; `interrupt` from any.
class Database {
 public:
  /// Opens or creates the file: 48 reserved bytes a page, 4 KiB pages, WAL, no memory map. A file
  /// that is no database, or that of another application, is told as Corrupt and is not touched.
  /// For reading, also from a folder that cannot be written, when no WAL is left behind there.
  static Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// The statement of that name, compiled at its first use. One name stands for one SQL text.
  /// Comes reset and without bindings; a text that does not compile is told by `step`.
  Statement& prepared(const char* name, const QString& sql);
  /// Runs a script of several statements. It stops at the first that fails.
  Result<void> runScript(const char* name, const QString& sql);
  /// Changes when another connection, in this process or another, has committed.
  qint64 dataVersion();
  /// Rows changed by the last INSERT, UPDATE or DELETE.
  qint64 changes() const;
  /// Stops what runs now with Cancelled. Thread: any, as long as the object lives.
  void interrupt();
  /// From now on stops what runs with Cancelled while the flag is set, looking every thousand
  /// steps. The flag must live as long as the database.
  void stopWhen(const std::atomic<bool>& flag);
  /// Copies the whole WAL into the file, syncs it and empties the WAL; Busy when a reader is in the
  /// way.
  Result<void> checkpoint();
  /// True when the name stands for another file by now: this one was renamed, replaced or deleted.
  bool hasMoved() const;
  /// True when the file cannot be written, asked for or found so.
  bool isReadOnly() const;
  /// For calls that Qt Sql does not offer.
  sqlite3* handle() const { return m_handle; }

 private:
  explicit Database(const DatabaseOptions& options);
  Result<void> connect();
  void disconnect();
  Result<void> configure();
  Result<void> checkApplicationId();
  Result<void> switchToWal();
  Result<qint64> pragma(const char* name);

  DatabaseOptions m_options;
  QString m_connectionName;
  QSqlDatabase m_connection;
  sqlite3* m_handle = nullptr;
  bool m_isImmutable = false;
  std::thread::id m_thread = std::this_thread::get_id();
  std::unordered_map<std::string, std::unique_ptr<Statement>> m_statements;
  qint64 m_dataVersion = 0;
};

/// A transaction that rolls back unless it was committed.
class Transaction {
 public:
  enum class Kind { Deferred, Immediate };
  using enum Kind;

  static Result<Transaction> begin(Database& database, Kind kind);
  ~Transaction();
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&& other) = delete;
  /// After a failure nothing of the transaction stands, and the connection is free again.
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : m_databaseOrNull(&database) {}
  void rollBack();
  Database* m_databaseOrNull = nullptr;
};

}  // namespace yingda
