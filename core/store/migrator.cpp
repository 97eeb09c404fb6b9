// SPDX-License-Identifier: GPL-3.0-or-later
// Applies numbered SQL files; the number and the compatibility floor move in the same transaction.
#include "core/store/migrator.h"

#include <QCryptographicHash>
#include <QFile>
#include <limits>

namespace yingda {

namespace {

Result<qint64> userVersion(Database& database) {
  Statement& statement = database.prepared("user version", QStringLiteral("PRAGMA user_version"));
  const auto row = statement.step();
  if (!row) return row.error();
  const qint64 version = *row ? statement.int64(0) : 0;
  statement.reset();
  return version;
}

/// The oldest program that may read the file; above every program when the file does not tell.
Result<qint64> storedFloor(Database& database) {
  Statement& table = database.prepared(
      "find floor", QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = 'schema_floor'"));
  const auto exists = table.step();
  if (!exists) return exists.error();
  table.reset();
  if (!*exists) return std::numeric_limits<qint64>::max();
  Statement& statement =
      database.prepared("read floor", QStringLiteral("SELECT max(floor) FROM schema_floor"));
  const auto row = statement.step();
  if (!row) return row.error();
  const qint64 floor = *row ? statement.int64(0) : 0;
  statement.reset();
  return floor;
}

Result<QString> readScript(const char* name) {
  QFile file(QString::fromUtf8(name));
  if (!file.open(QIODevice::ReadOnly)) {
    return Error{ErrorCode::NotFound, QStringLiteral("migration ") % file.fileName()};
  }
  return QString::fromUtf8(file.readAll());
}

Result<void> applyOne(Database& database, const Migration& migration) {
  const auto script = readScript(migration.file);
  if (!script) return script.error();
  auto transaction = Transaction::begin(database, Transaction::Immediate);
  if (!transaction) return transaction.error();
  // Another process may have come first while this one waited for the lock.
  const auto version = userVersion(database);
  if (!version) return version.error();
  if (*version >= migration.number) return {};
  if (const auto ran = database.runScript(migration.file, *script); !ran) return ran.error();
  const QString number = QString::number(migration.number);
  const auto marked = database.runScript(
      "mark migration",
      QStringLiteral("CREATE TABLE IF NOT EXISTS schema_floor ("
                     "floor_id INTEGER PRIMARY KEY CHECK (floor_id = 1), floor INTEGER NOT NULL);"
                     "INSERT OR REPLACE INTO schema_floor VALUES (1, ") %
          QString::number(migration.floor) % QStringLiteral("); PRAGMA user_version=") % number);
  if (!marked) return marked.error();
  return transaction->commit();
}

}  // namespace

Result<SchemaState> schemaState(Database& database, std::span<const Migration> migrations) {
  const auto version = userVersion(database);
  if (!version) return version.error();
  const qint64 known = migrations.empty() ? 0 : migrations.back().number;
  if (*version == known) return SchemaState::Current;
  if (*version < known) return SchemaState::Older;
  const auto floor = storedFloor(database);
  if (!floor) return floor.error();
  return *floor <= known ? SchemaState::NewerReadable : SchemaState::TooNew;
}

Result<void> migrate(Database& database, std::span<const Migration> migrations) {
  const auto state = schemaState(database, migrations);
  if (!state) return state.error();
  switch (*state) {
    case SchemaState::Current:
      return {};
    case SchemaState::NewerReadable:
    case SchemaState::TooNew:
      return Error{ErrorCode::TooNew, QStringLiteral("the file has a newer schema")};
    case SchemaState::Older:
      break;
  }
  for (const Migration& migration : migrations) {
    if (const auto applied = applyOne(database, migration); !applied) return applied.error();
  }
  return {};
}

Result<QByteArray> schemaHash(Database& database) {
  Statement& statement = database.prepared(
      "schema objects", QStringLiteral("SELECT type, name, tbl_name, coalesce(sql, '')"
                                       " FROM sqlite_schema ORDER BY type, name"));
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (;;) {
    const auto row = statement.step();
    if (!row) return row.error();
    if (!*row) return hash.result();
    for (int column = 0; column < 4; ++column) {
      // The length goes in front, so that no two schemas run together into the same bytes.
      const QByteArray part = statement.text(column).toUtf8();
      hash.addData(QByteArray::number(part.size()));
      hash.addData(":");
      hash.addData(part);
    }
  }
}

}  // namespace yingda
