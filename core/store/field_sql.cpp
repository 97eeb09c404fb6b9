// SPDX-License-Identifier: GPL-3.0-or-later
// The three shapes of a field in SQLite.
#include "core/store/field_sql.h"

namespace yingda {

void bindField(Statement& statement, int position, const FieldValue& value) {
  if (const auto* number = std::get_if<qint64>(&value)) {
    statement.bind(position, *number);
  } else if (const auto* text = std::get_if<QString>(&value)) {
    statement.bind(position, *text);
  } else if (const auto* uuid = std::get_if<QUuid>(&value)) {
    statement.bind(position, uuid->toRfc4122());
  } else {
    statement.bind(position, nullptr);
  }
}

FieldValue readField(const Statement& statement, int column, FieldType type) {
  if (statement.isNull(column)) return {};
  switch (type) {
    case FieldType::Integer:
      return statement.int64(column);
    case FieldType::Text:
      return statement.text(column);
    case FieldType::Uuid: {
      const QUuid uuid = QUuid::fromRfc4122(statement.bytes(column));
      if (uuid.isNull()) return {};
      return uuid;
    }
  }
  return {};
}

}  // namespace yingda
