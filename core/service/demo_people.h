// SPDX-License-Identifier: GPL-3.0-or-later
// The households and people of a demo organisation.
#pragma once

#include "core/domain/change_set.h"
#include "core/domain/household.h"
#include "core/service/demo_words.h"

namespace yingda {

/// A household as the ticket writer needs it.
struct DemoHome {
  HouseholdId id;
  CommunityId community;
  QString communityName;
  QString address;
  QString contact;  ///< 王女士
  QString phone;
};

/// Makes homes one after the other, each with its people.
class DemoPeople {
 public:
  DemoPeople(const DemoWords& words, Random& random, int households, Instant end);
  /// Communities and warranties; to be written before the homes.
  ChangeSet ground() const;
  /// The n-th home with its people, in order from 0.
  DemoHome next(ChangeSet& changes);

 private:
  struct Plan {
    Community community;
    int homes = 0;
    int buildings = 0;
  };
  int placeOf(const Plan& plan, int index) const;
  Household nextHousehold(const Plan& plan, int homeIndex) const;
  void addPerson(const DemoHome& home, Relation relation, const QString& phone, ChangeSet& changes,
                 QString* contact);
  QString number();

  const DemoWords& m_words;
  Random& m_random;
  Instant m_end;
  std::vector<Plan> m_plans;
  size_t m_plan = 0;
  int m_index = 0;
  QString m_investorNumber;
  int m_investorLeft = 0;
};

}  // namespace yingda
