// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping households and people up by hand.
#pragma once

#include "core/service/backend.h"
#include "core/service/workplace.h"

namespace yingda {

/// Thread: the cache thread. Every answer is the household's card as it stands afterwards.
class HouseholdService {
 public:
  HouseholdService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  Result<HouseholdCard> save(const HouseholdEdit& edit);
  Result<HouseholdCard> savePerson(const PersonEdit& edit);
  Result<HouseholdCard> moveOut(const PersonId& id);
  Result<HouseholdCard> merge(const PersonId& keep, const PersonId& duplicate);
  Result<HouseholdCard> setCareTags(const HouseholdId& id, const QList<CareTag>& tags);
  Result<HouseholdCard> saveWarranty(const HouseholdId& id, Warranty warranty);

 private:
  Result<HouseholdCard> finish(const char* kind, ChangeSet changes, const HouseholdId& id);
  Result<void> putNumbers(const PersonEdit& edit, const PersonId& person, ChangeSet& changes);
  HouseholdQueries queries() { return HouseholdQueries(m_workplace.cacheDatabase()); }

  Workplace& m_workplace;
  Agent m_actor;
};

}  // namespace yingda
