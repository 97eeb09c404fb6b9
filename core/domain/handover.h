// SPDX-License-Identifier: GPL-3.0-or-later
// 交接班: what one shift leaves to the next, each line with a person who takes it.
#pragma once

#include <vector>

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"
#include "core/domain/ticket.h"

namespace yingda {

using HandoverId = Id<struct HandoverTag>;

/// Why a ticket stands on the sheet; the first that fits.
enum class HandoverWhat {
  Urgent,    ///< 红 or 橙, open
  Callback,  ///< the owner waits for a call of ours
  FollowUp,  ///< something is due within a day
};
QString handoverWhatCode(HandoverWhat what);  ///< as stored: urgent callback follow_up
std::optional<HandoverWhat> handoverWhatFromCode(QStringView code);

/// The last handover of a ticket: a later one of the same ticket takes its place; the timeline
/// keeps them all.
struct Handover {
  HandoverId id;
  TicketId ticket;
  AgentId from;
  AgentId to;  ///< null: whoever comes next
  HandoverWhat what = HandoverWhat::FollowUp;
  Instant madeAt{};
  bool isLeft = false;  ///< nobody was chosen: the shift ended over it, and the supervisor is told
  AgentId takenBy;      ///< null: nobody yet; until then it stays with `from`
  std::optional<Instant> takenAt;
  friend bool operator==(const Handover&, const Handover&) = default;
};

const FieldTable<Handover>& handoverFields();
/// UUIDv5(ticket, "handover").
HandoverId handoverIdOf(const TicketId& ticket);

/// Who keeps in touch with the owner: the keeper, else the first receiver.
AgentId keeperOf(const Ticket& ticket);
/// Nothing when the ticket can wait until its keeper is back. `due`: the next thing that runs out.
std::optional<HandoverWhat> handoverWhatOf(const Ticket& ticket, std::optional<Instant> due,
                                           Instant now);

}  // namespace yingda
