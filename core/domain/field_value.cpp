// SPDX-License-Identifier: GPL-3.0-or-later
// Fields in JSON: numbers as numbers, ids as their 36 characters, absence as null.
#include "core/domain/field_value.h"

namespace yingda {

QJsonValue toJson(const FieldValue& value) {
  if (const auto* number = std::get_if<qint64>(&value)) return *number;
  if (const auto* text = std::get_if<QString>(&value)) {
    // PostgreSQL holds no NUL in a text, and no person ever typed one.
    QString clean = *text;
    return clean.remove(QChar(0));
  }
  if (const auto* uuid = std::get_if<QUuid>(&value)) return uuid->toString(QUuid::WithoutBraces);
  return QJsonValue::Null;
}

FieldValue fieldFromJson(FieldType type, const QJsonValue& json) {
  switch (type) {
    case FieldType::Integer:
      if (json.isDouble()) return json.toInteger();
      return {};
    case FieldType::Text:
      if (json.isString()) return json.toString();
      return {};
    case FieldType::Uuid: {
      const QUuid uuid = QUuid::fromString(json.toString());
      if (!uuid.isNull()) return uuid;
      return {};
    }
  }
  return {};
}

}  // namespace yingda
