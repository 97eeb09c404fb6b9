// SPDX-License-Identifier: GPL-3.0-or-later
// Strong ids: 16 bytes each, one type a thing, so that a ticket's id never passes for a
// household's.
#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>
#include <compare>
#include <functional>
#include <optional>

#include "core/base/clock.h"
#include "core/base/random.h"

namespace yingda {

/// UUIDv7: milliseconds first, for locality only; the time in it is never trusted.
QUuid makeUuid7(Instant at, Random& random);

/// An id of one kind of thing. Null until made.
template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(const QUuid& uuid) : m_uuid(uuid) {}
  static Id make(const Clock& clock, Random& random) { return Id(makeUuid7(clock.now(), random)); }
  /// The same name in the same space gives the same id on every machine (UUIDv5).
  static Id named(const QUuid& space, const QString& name) {
    return Id(QUuid::createUuidV5(space, name.toUtf8()));
  }
  /// Null for anything but 16 bytes.
  static Id fromBytes(const QByteArray& bytes) {
    return bytes.size() == 16 ? Id(QUuid::fromRfc4122(bytes)) : Id();
  }
  /// Null for anything but the 36-character form.
  static Id fromText(const QString& text) { return Id(QUuid::fromString(text)); }

  bool isNull() const { return m_uuid.isNull(); }
  const QUuid& uuid() const { return m_uuid; }
  QByteArray bytes() const { return m_uuid.toRfc4122(); }
  QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }

  friend bool operator==(const Id& a, const Id& b) { return a.m_uuid == b.m_uuid; }
  friend bool operator<(const Id& a, const Id& b) { return a.m_uuid < b.m_uuid; }
  friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

 private:
  QUuid m_uuid;
};

}  // namespace yingda

template <class Tag>
struct std::hash<yingda::Id<Tag>> {
  size_t operator()(const yingda::Id<Tag>& id) const noexcept { return qHash(id.uuid()); }
};
