// SPDX-License-Identifier: GPL-3.0-or-later
// How a draft becomes a ticket, as a pure function.
#pragma once

#include "core/domain/agent.h"
#include "core/domain/change_set.h"
#include "core/domain/starter.h"
#include "core/domain/ticket_draft.h"
#include "core/service/backend.h"

namespace yingda {

struct SaveContext {
  const Starter& starter;
  const Agent& actor;
  Instant now{};
  /// The ticket as it lies in the store, when it was saved before.
  const Ticket* before = nullptr;
  const TicketText* textBefore = nullptr;
};

struct SavePlan {
  ChangeSet changes;
  TicketDraft draft;       ///< as it goes on: saved, its facts stored
  QList<Missing> missing;  ///< then nothing may be written
};

/// Limits of what a person may type; longer texts are refused, never cut.
inline constexpr qsizetype textLengthMax = 200'000;
inline constexpr qsizetype lineLengthMax = 500;

/// Invalid names the field that is too long. Activities come without ids.
Result<SavePlan> planSave(const SaveContext& context, const TicketDraft& draft, SaveIntent intent,
                          const DispatchTo& to);

}  // namespace yingda
