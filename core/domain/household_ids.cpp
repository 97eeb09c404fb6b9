// SPDX-License-Identifier: GPL-3.0-or-later
// Names hashed into ids; changing any of these texts would double every household on a join.
#include "core/domain/household_ids.h"

namespace yingda {

namespace {

const QUuid& productSpace() {
  static const QUuid space(QStringLiteral("6f0f6a52-7d0f-5f0e-9a53-0a3a3a7c1d01"));
  return space;
}

}  // namespace

CommunityId communityIdOf(const QString& name) {
  return CommunityId::named(productSpace(), QStringLiteral("community:") % name.trimmed());
}

HouseholdId householdIdOf(const CommunityId& community, const QString& canonicalAddress) {
  return HouseholdId::named(community.uuid(), canonicalAddress);
}

PersonId personIdOf(const HouseholdId& household, const QString& name, const QString& phone) {
  return PersonId::named(household.uuid(), name % u'|' % phone);
}

ContactPointId contactPointIdOf(const PersonId& person, const QString& number) {
  return ContactPointId::named(person.uuid(), number);
}

Id<struct WelfareTag> welfareIdOf(const HouseholdId& household, CareTag tag) {
  return Id<struct WelfareTag>::named(household.uuid(), QStringLiteral("tag:") % careTagWord(tag));
}

Id<struct WarrantyTag> warrantyIdOf(const CommunityId& community, const QString& building,
                                    const QString& part) {
  return Id<struct WarrantyTag>::named(community.uuid(), building % u'|' % part);
}

}  // namespace yingda
