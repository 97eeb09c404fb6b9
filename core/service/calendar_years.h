// SPDX-License-Identifier: GPL-3.0-or-later
// Which years a ticket's clocks run in without a calendar.
#pragma once

#include "core/domain/milestones.h"

namespace yingda {

/// Years between start and due of a milestone that its calendar does not know, ascending; they are
/// counted as wall clock. Asks for accounts only when some calendar does not cover some year.
/// Thread: any.
std::vector<int> yearsWithoutCalendar(const MilestoneEngine& engine, const MilestoneInput& input,
                                      const std::vector<Milestone>& milestones, Instant now);

}  // namespace yingda
