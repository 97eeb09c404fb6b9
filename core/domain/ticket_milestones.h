// SPDX-License-Identifier: GPL-3.0-or-later
// From a ticket and what happened to it, to what the deadline engine reads.
#pragma once

#include "core/domain/milestones.h"
#include "core/domain/starter.h"
#include "core/domain/ticket.h"
#include "core/domain/ticket_draft.h"

namespace yingda {

/// The traits of a category, from the tree.
CategoryTraits traitsOf(const Starter& starter, const QString& category);

/// Level and category go in as they were at receipt; changes since then become facts.
MilestoneInput milestoneInputOf(const Ticket& ticket, const std::vector<Activity>& activities,
                                const Starter& starter);
/// The same for a draft, as if it were saved now.
MilestoneInput milestoneInputOf(const TicketDraft& draft, const Starter& starter);

}  // namespace yingda
