// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to telephone when a ticket cannot wait: duty engineers by hours, and the outside numbers of
// a community, filled in by the organisation.
#pragma once

#include <vector>

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"
#include "core/domain/starter.h"

namespace yingda {

using DutyContactId = Id<struct DutyContactTag>;

/// One engineer with the hours of duty, or one outside number. A null community holds for every
/// community that has no row of its own.
struct DutyContact {
  DutyContactId id;
  CommunityId community;
  QString kind;        ///< "duty", or the id of an outside number
  int slot = 0;        ///< place in the list of engineers; 0 for an outside number
  QString name;        ///< 张师傅; empty for an outside number
  QString number;      ///< as it is dialled: a full number or a short one
  int fromMinute = 0;  ///< minutes of the day, 0 to 1439; from equal to `to` is round the clock
  int toMinute = 0;    ///< not included; smaller than `from` runs over midnight
  bool removed = false;
  friend bool operator==(const DutyContact&, const DutyContact&) = default;
};

inline constexpr int dutySlotsMax = 6;
/// The word in `kind` for a duty engineer.
QString dutyKind();
const FieldTable<DutyContact>& dutyContactFields();
/// UUIDv5(community, kind and slot): two seats that fill in the same line write the same thing.
DutyContactId dutyContactIdOf(const CommunityId& community, const QString& kind, int slot);

/// Whether the hours cover this time of day.
bool isOnDuty(const DutyContact& contact, Instant now);
/// The engineer on duty now: a row of the community before one for all, then the lower slot.
const DutyContact* dutyEngineer(const std::vector<DutyContact>& contacts,
                                const CommunityId& community, Instant now);
/// The number that was filled in for this community, else for all; empty when none.
QString outsideNumberOf(const std::vector<DutyContact>& contacts, const CommunityId& community,
                        const QString& kind);
/// The outside numbers with what was filled in for the community.
std::vector<OutsideNumber> outsideNumbersOf(const Starter& starter,
                                            const std::vector<DutyContact>& contacts,
                                            const CommunityId& community);
/// 3 to 20 digits after what people put between them is taken away; empty when it is no number.
QString dialled(const QString& written);

}  // namespace yingda
