// SPDX-License-Identifier: GPL-3.0-or-later
// What each act does to a ticket, as a pure function: state in, changes or a refusal out.
#pragma once

#include "core/domain/agent.h"
#include "core/domain/authority.h"
#include "core/domain/change_set.h"
#include "core/domain/starter.h"
#include "core/service/ticket_acts.h"

namespace yingda {

/// Everything an act looks at.
struct ActContext {
  const Ticket& ticket;
  const TicketText& text;
  const std::vector<Activity>& activities;
  const Starter& starter;
  const Agent& actor;
  Instant now{};
};

/// "8021 小李": how a person appears in a timeline.
QString staffLabel(const Agent& agent);

/// The deed whose right an act needs.
Deed deedOf(const act::Any& what);

/// The changes of one act. Forbidden when the role does not allow it, Refused when the stage does
/// not, Invalid when something is missing; the detail then begins with a stable word (stage, role,
/// reason, cause, outcome, confirmation …). Activities come without ids; the caller gives them.
Result<ChangeSet> changesOf(const ActContext& context, const act::Any& what);

/// True when the owner confirmed the end: on the spot, or by a callback.
bool isOwnerConfirmed(const Ticket& ticket, const std::vector<Activity>& activities);

}  // namespace yingda
