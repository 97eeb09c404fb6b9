// SPDX-License-Identifier: GPL-3.0-or-later
// The ids that two seats give the same thing without asking each other.
#pragma once

#include "core/domain/household.h"

namespace yingda {

/// UUIDv5 of the name in the product's own space.
CommunityId communityIdOf(const QString& name);
/// UUIDv5(community, canonical address).
HouseholdId householdIdOf(const CommunityId& community, const QString& canonicalAddress);
/// UUIDv5(household, name and phone).
PersonId personIdOf(const HouseholdId& household, const QString& name, const QString& phone);
ContactPointId contactPointIdOf(const PersonId& person, const QString& number);
Id<struct WelfareTag> welfareIdOf(const HouseholdId& household, CareTag tag);
Id<struct WarrantyTag> warrantyIdOf(const CommunityId& community, const QString& building,
                                    const QString& part);

}  // namespace yingda
