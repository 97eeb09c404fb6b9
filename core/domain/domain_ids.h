// SPDX-License-Identifier: GPL-3.0-or-later
// The ids of the things of the trade.
#pragma once

#include "core/base/ids.h"

namespace yingda {

using CommunityId = Id<struct CommunityTag>;
using HouseholdId = Id<struct HouseholdTag>;
using PersonId = Id<struct PersonTag>;
using TicketId = Id<struct TicketTag>;
using ActivityId = Id<struct ActivityTag>;
using AgentId = Id<struct AgentTag>;
using DraftId = Id<struct DraftTag>;
using EventId = Id<struct EventTag>;
using WorkstationId = Id<struct WorkstationTag>;

}  // namespace yingda
