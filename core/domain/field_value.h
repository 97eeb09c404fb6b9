// SPDX-License-Identifier: GPL-3.0-or-later
// The few shapes a stored field can have, and how each travels through JSON.
#pragma once

#include <QJsonValue>
#include <QString>
#include <QUuid>
#include <optional>
#include <type_traits>
#include <variant>

#include "core/base/ids.h"
#include "core/base/local_time.h"

namespace yingda {

/// Absent, a number (times are UTC milliseconds, words their rank), a text, or an id.
using FieldValue = std::variant<std::monostate, qint64, QString, QUuid>;

enum class FieldType { Integer, Text, Uuid };

QJsonValue toJson(const FieldValue& value);
/// Absent when the JSON does not have the field's shape.
FieldValue fieldFromJson(FieldType type, const QJsonValue& json);

/// How a member of a C++ type is written as a field.
template <class T>
struct FieldCodec;

template <>
struct FieldCodec<QString> {
  static constexpr FieldType type = FieldType::Text;
  static FieldValue write(const QString& v) { return v.isEmpty() ? FieldValue{} : FieldValue{v}; }
  static QString read(const FieldValue& v) {
    const auto* text = std::get_if<QString>(&v);
    return text ? *text : QString();
  }
};

template <class T>
requires(std::is_integral_v<T> || std::is_enum_v<T>) struct FieldCodec<T> {
  static constexpr FieldType type = FieldType::Integer;
  static FieldValue write(T v) { return static_cast<qint64>(v); }
  static T read(const FieldValue& v) {
    const auto* number = std::get_if<qint64>(&v);
    return number ? static_cast<T>(*number) : T{};
  }
};

template <>
struct FieldCodec<Instant> {
  static constexpr FieldType type = FieldType::Integer;
  static FieldValue write(Instant v) { return toMs(v); }
  static Instant read(const FieldValue& v) {
    const auto* number = std::get_if<qint64>(&v);
    return instantFromMs(number ? *number : 0);
  }
};

template <class T>
struct FieldCodec<std::optional<T>> {
  static constexpr FieldType type = FieldCodec<T>::type;
  static FieldValue write(const std::optional<T>& v) {
    return v ? FieldCodec<T>::write(*v) : FieldValue{};
  }
  static std::optional<T> read(const FieldValue& v) {
    if (std::holds_alternative<std::monostate>(v)) return std::nullopt;
    return FieldCodec<T>::read(v);
  }
};

template <class Tag>
struct FieldCodec<Id<Tag>> {
  static constexpr FieldType type = FieldType::Uuid;
  static FieldValue write(const Id<Tag>& v) {
    return v.isNull() ? FieldValue{} : FieldValue{v.uuid()};
  }
  static Id<Tag> read(const FieldValue& v) {
    const auto* uuid = std::get_if<QUuid>(&v);
    return uuid ? Id<Tag>(*uuid) : Id<Tag>();
  }
};

}  // namespace yingda
