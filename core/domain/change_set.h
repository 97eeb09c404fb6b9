// SPDX-License-Identifier: GPL-3.0-or-later
// The payload of an operation: fields set on entities, and activities that happened.
#pragma once

#include <QByteArray>
#include <QHash>
#include <algorithm>
#include <vector>

#include "core/base/result.h"
#include "core/domain/field_table.h"
#include "core/domain/ticket.h"

namespace yingda {

/// Fields of one entity to be set; fields not named stay.
struct EntityChange {
  using Fields = std::vector<std::pair<QByteArray, FieldValue>>;
  EntityChange() = default;
  EntityChange(QByteArray wantedKind, const QUuid& wantedId, Fields wanted = {})
      : kind(std::move(wantedKind)), id(wantedId), fields(std::move(wanted)) {}

  QByteArray kind;
  QUuid id;
  Fields fields;
  /// The server's version of the row that was on the screen; 0: it was not from a server.
  qint64 base = 0;
  /// What the changed texts were before, so that the server can join two edits line by line.
  std::vector<std::pair<QByteArray, QString>> seen;
};

/// A claim that the author relied on: the server tells when somebody else has had it since.
struct ClaimToken {
  TicketId ticket;
  QUuid epoch;
  qint64 token = 0;  ///< 0: it was only wished for
  friend bool operator==(const ClaimToken&, const ClaimToken&) = default;
};

/// What one operation does.
struct ChangeSet {
  std::vector<EntityChange> entities;
  std::vector<Activity> activities;
  std::vector<ClaimToken> claims;
  /// Which life of the server the bases are of; null without one.
  QUuid epoch;

  bool isEmpty() const { return entities.empty() && activities.empty(); }
  /// Every field of a new thing that is not absent.
  template <class T, class IdType>
  void create(const FieldTable<T>& table, const IdType& id, const T& thing) {
    EntityChange change{table.kind, id.uuid(), {}};
    for (const auto& f : table.fields) {
      FieldValue value = f.read(thing);
      if (!std::holds_alternative<std::monostate>(value)) {
        change.fields.emplace_back(f.name, std::move(value));
      }
    }
    entities.push_back(std::move(change));
  }
  /// Only the fields that differ, with the others of their group; nothing when none does.
  template <class T, class IdType>
  void update(const FieldTable<T>& table, const IdType& id, const T& before, const T& after) {
    const auto differs = [&](const Field<T>& f) { return f.read(after) != f.read(before); };
    // Holder and department, and stage and cycle, mean something together only.
    const auto isDrawnIn = [&](const Field<T>& f) {
      return (f.merge == MergeRule::Coupled || f.merge == MergeRule::Lattice) &&
             std::any_of(table.fields.begin(), table.fields.end(), [&](const Field<T>& other) {
               return other.merge == f.merge && differs(other);
             });
    };
    EntityChange change{table.kind, id.uuid(), {}};
    for (const auto& f : table.fields) {
      if (differs(f) || isDrawnIn(f)) change.fields.emplace_back(f.name, f.read(after));
    }
    if (!change.fields.empty()) entities.push_back(std::move(change));
  }
};

/// Compact JSON, the form in the journal and on the wire.
QByteArray encode(const ChangeSet& changes);
/// Unknown kinds and fields are kept out and counted in `unknown`; broken JSON is Invalid.
Result<ChangeSet> decodeChangeSet(const QByteArray& bytes, int* unknown = nullptr);

}  // namespace yingda
