// SPDX-License-Identifier: GPL-3.0-or-later
// Fields between C++ and SQL: one binding and one reading, driven by the field tables.
#pragma once

#include "core/domain/field_table.h"
#include "core/store/database.h"

namespace yingda {

/// Binds a field; ids as 16 bytes, absence as NULL.
void bindField(Statement& statement, int position, const FieldValue& value);
FieldValue readField(const Statement& statement, int column, FieldType type);

/// "a, b, c" with every name prefixed ("x." or empty), in the table's order.
template <class T>
QString columnList(const FieldTable<T>& table, const QString& prefix = {}) {
  QString list;
  for (const auto& f : table.fields) {
    if (!list.isEmpty()) list += QStringLiteral(", ");
    list += prefix % QLatin1String(f.name);
  }
  return list;
}

/// Fills a T from consecutive columns in the table's order.
template <class T>
void readFields(const FieldTable<T>& table, const Statement& statement, int firstColumn, T& thing) {
  int column = firstColumn;
  for (const auto& f : table.fields) f.write(thing, readField(statement, column++, f.type));
}

}  // namespace yingda
