// SPDX-License-Identifier: GPL-3.0-or-later
// What was promised to an owner: the matter, by when, by whom; and whether it was kept.
#pragma once

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"

namespace yingda {

using PromiseId = Id<struct PromiseTag>;

/// A ticket may have any number. A promise is never taken back: it is kept, or it is broken.
struct Promise {
  PromiseId id;
  TicketId ticket;
  QString what;     ///< 到场, 回电说明进展; personal, as the answer that it stands in
  Instant dueAt{};  ///< by when
  QString who;      ///< whose act it is, as said to owners: 张师傅; empty: who made it
  AgentId madeBy;
  Instant madeAt{};
  std::optional<Instant> keptAt;
  std::optional<Instant> brokenAt;  ///< somebody said that it was not kept
  bool isOpen() const { return !keptAt && !brokenAt; }
  friend bool operator==(const Promise&, const Promise&) = default;
};

/// The longest matter or name, in UTF-16 units.
inline constexpr qsizetype promiseWordsMax = 200;

const FieldTable<Promise>& promiseFields();

}  // namespace yingda
