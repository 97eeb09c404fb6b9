// SPDX-License-Identifier: GPL-3.0-or-later
// Reading households: by number, by words, and everything a card shows of one.
#pragma once

#include <vector>

#include "core/domain/agent.h"
#include "core/domain/duty.h"
#include "core/domain/handover.h"
#include "core/domain/household.h"
#include "core/store/database.h"

namespace yingda {

/// A household with its people and what is known of them.
/// How much there is.
struct StoreSizes {
  qint64 households = 0;
  qint64 tickets = 0;
};

struct StoredHousehold {
  Household household;
  QString communityName;
  std::vector<Person> people;  ///< those who live there now
  std::vector<ContactPoint> contactPoints;
  std::vector<Welfare> welfare;
  std::vector<Warranty> warranties;
};

/// Thread: that of the database. Owner: whoever asks; keeps no state.
class HouseholdQueries {
 public:
  explicit HouseholdQueries(Database& database) : m_database(database) {}
  /// The households of a canonical number, merged ones followed to the one that took them over.
  Result<std::vector<HouseholdId>> byNumber(const QString& canonical, int limit);
  Result<StoredHousehold> byId(const HouseholdId& id);
  Result<Person> person(const PersonId& id);
  Result<std::vector<ContactPoint>> contactPointsOf(const PersonId& id);
  Result<std::vector<Community>> communities();
  struct Candidate {
    HouseholdId id;
    QString text;  ///< what the index has of it
  };
  /// Those whose search text holds all terms: of the newest rows, in the order of rows.
  Result<std::vector<Candidate>> candidates(const QString& matchExpression, int limit);
  /// Every row that was filled in, the community's engineers in their order.
  Result<std::vector<DutyContact>> dutyContacts();
  Result<std::vector<Agent>> agents();
  /// Nobody has taken them yet; the oldest first.
  Result<std::vector<Handover>> openHandovers();
  /// NotFound when there is none.
  Result<Handover> handover(const HandoverId& id);
  /// Counts; a walk over two indexes.
  Result<StoreSizes> sizes();
  Result<AgentSecret> secret(const AgentId& id);

 private:
  template <class T>
  Result<std::vector<T>> all(const char* name, const FieldTable<T>& table, const QString& tail,
                             const std::vector<FieldValue>& values);

  Database& m_database;
};

}  // namespace yingda
