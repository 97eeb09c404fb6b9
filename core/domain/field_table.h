// SPDX-License-Identifier: GPL-3.0-or-later
// One table a kind of thing: its fields, their class and merge rule. Store, merge, history and
// tests read it.
#pragma once

#include <QByteArray>
#include <algorithm>
#include <string_view>
#include <vector>

#include "core/base/invariant.h"
#include "core/domain/field_value.h"

namespace yingda {

/// Who may see a kind: open to the project's people, personal (masked by default), private (by
/// need).
enum class FieldClass { Open, Personal, Private };

/// How two seats' changes of one field meet (SYNC.md §3.6).
enum class MergeRule {
  LastWriter,  ///< the later by hybrid clock wins, the loser is kept
  Lattice,     ///< the greater of (cycle, rank) wins
  Text,        ///< line merge; an overlap keeps the loser as an activity
  Coupled,     ///< moves only together with its group, by compare-and-set
  WriteOnce,   ///< the first value stays for ever
  Claim,       ///< the whole row by compare-and-set, decided by the server's clock
};

/// One field of T.
template <class T>
struct Field {
  const char* name;
  FieldType type;
  MergeRule merge;
  FieldValue (*read)(const T&);
  void (*write)(T&, const FieldValue&);
};

/// The fields of one kind. `kind` is the word in operations, in SQL and on the server.
template <class T>
struct FieldTable {
  const char* kind;
  FieldClass fieldClass;
  std::vector<Field<T>> fields;
};

/// The named fields of a table, in the order of the names; a name that it lacks is a mistake.
template <class T>
FieldTable<T> partOf(const FieldTable<T>& table, std::initializer_list<std::string_view> names) {
  FieldTable<T> part{table.kind, table.fieldClass, {}};
  for (const std::string_view name : names) {
    const auto found = std::find_if(table.fields.begin(), table.fields.end(),
                                    [name](const Field<T>& f) { return f.name == name; });
    YINGDA_INVARIANT(found != table.fields.end(), "no such field");
    part.fields.push_back(*found);
  }
  return part;
}

/// A kind without its C++ type: what the store needs to make tables and to apply operations.
struct KindRow {
  QByteArray kind;
  FieldClass fieldClass;
  struct Column {
    QByteArray name;
    FieldType type;
    MergeRule merge;
  };
  std::vector<Column> columns;
  /// Index of the column, or -1.
  int columnIndex(const QByteArray& name) const;
};

/// Every kind of the product, in a fixed order.
const std::vector<KindRow>& allKindRows();
const KindRow* findKindRow(const QByteArray& kind);

template <auto member>
struct MemberOf;
template <class T, class M, M T::*member>
struct MemberOf<member> {
  using Owner = T;
  using Member = M;
};

/// A field that is a plain member: field<&Ticket::level>("level").
template <auto member>
Field<typename MemberOf<member>::Owner> field(const char* name,
                                              MergeRule merge = MergeRule::LastWriter) {
  using T = typename MemberOf<member>::Owner;
  using M = typename MemberOf<member>::Member;
  return {name, FieldCodec<M>::type, merge,
          [](const T& thing) { return FieldCodec<M>::write(thing.*member); },
          [](T& thing, const FieldValue& value) { thing.*member = FieldCodec<M>::read(value); }};
}

}  // namespace yingda
