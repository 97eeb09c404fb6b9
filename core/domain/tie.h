// SPDX-License-Identifier: GPL-3.0-or-later
// How two tickets belong together. Neither of them is changed by it, so taking it back leaves
// nothing behind.
#pragma once

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"

namespace yingda {

using TieId = Id<struct TieTag>;

/// What one ticket is to another.
enum class TieKind {
  None,     ///< it was tied, and is not any more
  Same,     ///< 重复: the same household said the same thing again; the original's clock runs on
  Cause,    ///< 同因: another household, one cause; each keeps a callback of its own
  Related,  ///< 相关
  Apart,    ///< a person has looked: they have nothing to do with each other
};
QString tieKindCode(TieKind kind);  ///< as stored: none same cause related apart
std::optional<TieKind> tieKindFromCode(QStringView code);

/// Why two reports look like one matter, the strongest first.
enum class Alike {
  Household,
  Phone,
  Unit,      ///< 同梯
  Building,  ///< 同楼
  Project,
  Category,
  Family,  ///< the branch above: both 给排水
  Words,
};
QString alikeCode(Alike reason);  ///< household phone unit building project category family words

/// A pair of tickets has one tie at most. All fields are written together.
struct Tie {
  TieId id;
  TicketId original;  ///< the earlier one; of Cause the first of the event
  TicketId other;
  TieKind kind = TieKind::None;
  AgentId by;
  Instant at{};
  friend bool operator==(const Tie&, const Tie&) = default;
};

const FieldTable<Tie>& tieFields();
/// UUIDv5 of the two ids, the same in either order: any seat makes the same row.
TieId tieIdOf(const TicketId& one, const TicketId& two);

}  // namespace yingda
