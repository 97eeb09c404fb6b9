// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the schema of a file up to date, one numbered, never edited SQL file after the other.
#pragma once

#include <QByteArray>
#include <span>

#include "core/base/result.h"
#include "core/store/database.h"

namespace yingda {

/// One step of a schema.
struct Migration {
  int number = 0;              ///< becomes PRAGMA user_version
  const char* file = nullptr;  ///< a resource, e.g. ":/store/journal/0001_operation.sql"
  int floor = 0;  ///< the oldest program (by its last number) that can still read the result
};

/// For the static_assert beside each table: numbers rise strictly, floors never fall or pass
/// theirs.
constexpr bool isRising(std::span<const Migration> migrations) {
  int last = 0;
  int floor = 0;
  for (const Migration& migration : migrations) {
    if (migration.number <= last || migration.floor > migration.number) return false;
    if (migration.floor < floor) return false;
    last = migration.number;
    floor = migration.floor;
  }
  return true;
}

/// What a program that knows `migrations` may do with a file.
enum class SchemaState {
  Current,        ///< nothing to do
  Older,          ///< `migrate` is needed
  NewerReadable,  ///< written by a newer program; may be read, never written
  TooNew,         ///< written by a newer program; may not be read
};

Result<SchemaState> schemaState(Database& database, std::span<const Migration> migrations);

/// Applies what is missing, each step in a transaction of its own together with its number. Several
/// processes may call it at once. Newer files answer TooNew, also when they could be read.
Result<void> migrate(Database& database, std::span<const Migration> migrations);

/// SHA-256 over every object of the schema, in the order of type and name.
Result<QByteArray> schemaHash(Database& database);

}  // namespace yingda
