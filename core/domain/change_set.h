// SPDX-License-Identifier: GPL-3.0-or-later
// The payload of an operation: fields set on entities, and activities that happened.
#pragma once

#include <QByteArray>
#include <QHash>
#include <vector>

#include "core/base/result.h"
#include "core/domain/field_table.h"
#include "core/domain/ticket.h"

namespace yingda {

/// Fields of one entity to be set; fields not named stay.
struct EntityChange {
  QByteArray kind;
  QUuid id;
  std::vector<std::pair<QByteArray, FieldValue>> fields;
};

/// What one operation does.
struct ChangeSet {
  std::vector<EntityChange> entities;
  std::vector<Activity> activities;

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
  /// Only the fields that differ; nothing when none does.
  template <class T, class IdType>
  void update(const FieldTable<T>& table, const IdType& id, const T& before, const T& after) {
    EntityChange change{table.kind, id.uuid(), {}};
    for (const auto& f : table.fields) {
      FieldValue value = f.read(after);
      if (value != f.read(before)) change.fields.emplace_back(f.name, std::move(value));
    }
    if (!change.fields.empty()) entities.push_back(std::move(change));
  }
};

/// Compact JSON, the form in the journal and on the wire.
QByteArray encode(const ChangeSet& changes);
/// Unknown kinds and fields are kept out and counted in `unknown`; broken JSON is Invalid.
Result<ChangeSet> decodeChangeSet(const QByteArray& bytes, int* unknown = nullptr);

}  // namespace yingda
