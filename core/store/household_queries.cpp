// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about households and staff, each a named statement.
#include "core/store/household_queries.h"

#include "core/store/field_sql.h"

namespace yingda {

template <class T>
Result<std::vector<T>> HouseholdQueries::all(const char* name, const FieldTable<T>& table,
                                             const QString& tail,
                                             const std::vector<FieldValue>& values) {
  Statement& read = m_database.prepared(name, QStringLiteral("SELECT id, ") % columnList(table) %
                                                  QStringLiteral(" FROM ") %
                                                  QLatin1String(table.kind) % u' ' % tail);
  int position = 1;
  for (const FieldValue& value : values) bindField(read, position++, value);
  std::vector<T> things;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return things;
    T thing;
    thing.id = decltype(thing.id)::fromBytes(read.bytes(0));
    readFields(table, read, 1, thing);
    things.push_back(std::move(thing));
  }
}

Result<std::vector<HouseholdId>> HouseholdQueries::byNumber(const QString& canonical, int limit) {
  Statement& read = m_database.prepared(
      "households_by_number",
      // UNION, so that households merged in a ring end the walk instead of going round for ever.
      QStringLiteral("WITH RECURSIVE found(id, merged_into, place) AS"
                     " (SELECT h.id, h.merged_into, c.row FROM contact_point c"
                     " JOIN person p ON p.id = c.person JOIN household h ON h.id = c.household"
                     " WHERE c.number = ? AND coalesce(c.removed, 0) = 0"
                     " AND p.moved_out_at IS NULL"
                     " UNION SELECT h.id, h.merged_into, f.place FROM found f"
                     " JOIN household h ON h.id = f.merged_into)"
                     " SELECT id FROM found WHERE merged_into IS NULL"
                     " GROUP BY id ORDER BY min(place) LIMIT ?"));
  read.bindAll(canonical, limit);
  std::vector<HouseholdId> ids;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return ids;
    ids.push_back(HouseholdId::fromBytes(read.bytes(0)));
  }
}

Result<StoredHousehold> HouseholdQueries::byId(const HouseholdId& id) {
  const FieldValue key{id.uuid()};
  auto households =
      all("household_by_id", householdFields(), QStringLiteral("WHERE id = ?"), {key});
  if (!households) return households.error();
  if (households->empty()) return Error{ErrorCode::NotFound, QStringLiteral("household")};
  StoredHousehold stored;
  stored.household = std::move(households->front());
  auto communityRows = all("community_by_id", communityFields(), QStringLiteral("WHERE id = ?"),
                           {FieldValue{stored.household.community.uuid()}});
  if (!communityRows) return communityRows.error();
  if (!communityRows->empty()) stored.communityName = communityRows->front().name;
  auto people = all("people_of_household", personFields(),
                    QStringLiteral("WHERE household = ? AND moved_out_at IS NULL"
                                   " AND merged_into IS NULL ORDER BY relation, row"),
                    {key});
  if (!people) return people.error();
  stored.people = std::move(*people);
  auto points =
      all("points_of_household", contactPointFields(),
          QStringLiteral("WHERE household = ? AND coalesce(removed, 0) = 0 ORDER BY row"), {key});
  if (!points) return points.error();
  stored.contactPoints = std::move(*points);
  auto welfare =
      all("welfare_of_household", welfareFields(),
          QStringLiteral("WHERE household = ? AND coalesce(removed, 0) = 0 ORDER BY tag"), {key});
  if (!welfare) return welfare.error();
  stored.welfare = std::move(*welfare);
  auto warranties =
      all("warranties_of_building", warrantyFields(),
          QStringLiteral("WHERE community = ? AND building = ? ORDER BY row"),
          {FieldValue{stored.household.community.uuid()}, FieldValue{stored.household.building}});
  if (!warranties) return warranties.error();
  stored.warranties = std::move(*warranties);
  return stored;
}

Result<Person> HouseholdQueries::person(const PersonId& id) {
  auto people =
      all("person_by_id", personFields(), QStringLiteral("WHERE id = ?"), {FieldValue{id.uuid()}});
  if (!people) return people.error();
  if (people->empty()) return Error{ErrorCode::NotFound, QStringLiteral("person")};
  return people->front();
}

Result<std::vector<ContactPoint>> HouseholdQueries::contactPointsOf(const PersonId& id) {
  return all("points_of_person", contactPointFields(),
             QStringLiteral("WHERE person = ? AND coalesce(removed, 0) = 0 ORDER BY row"),
             {FieldValue{id.uuid()}});
}

Result<std::vector<Community>> HouseholdQueries::communities() {
  return all("communities", communityFields(), QStringLiteral("ORDER BY row"), {});
}

Result<std::vector<HouseholdQueries::Candidate>> HouseholdQueries::candidates(
    const QString& expression, int limit) {
  Statement& read = m_database.prepared(
      "household_candidates",
      QStringLiteral("SELECT h.id, d.doc FROM household h JOIN household_doc d ON d.row = h.row"
                     " WHERE h.row IN (SELECT rowid FROM household_fts"
                     " WHERE household_fts MATCH ? ORDER BY rowid DESC LIMIT ?)"
                     " AND h.merged_into IS NULL ORDER BY h.row"));
  read.bindAll(expression, limit);
  std::vector<Candidate> candidates;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return candidates;
    candidates.push_back({HouseholdId::fromBytes(read.bytes(0)), read.text(1)});
  }
}

Result<std::vector<DutyContact>> HouseholdQueries::dutyContacts() {
  return all("duty_contacts", dutyContactFields(),
             QStringLiteral("WHERE coalesce(removed, 0) = 0 ORDER BY community, kind, slot"), {});
}

Result<std::vector<Agent>> HouseholdQueries::agents() {
  return all("agents", agentFields(), QStringLiteral("ORDER BY staff_number"), {});
}

Result<std::vector<Handover>> HouseholdQueries::openHandovers() {
  return all("open_handovers", handoverFields(),
             QStringLiteral("WHERE taken_at IS NULL ORDER BY made_at"), {});
}

Result<Handover> HouseholdQueries::handover(const HandoverId& id) {
  auto found =
      all("handover", handoverFields(), QStringLiteral("WHERE id = ?"), {FieldValue{id.uuid()}});
  if (!found) return found.error();
  if (found->empty()) return Error{ErrorCode::NotFound, QStringLiteral("handover")};
  return found->front();
}

Result<StoreSizes> HouseholdQueries::sizes() {
  Statement& read =
      m_database.prepared("sizes", QStringLiteral("SELECT (SELECT count(*) FROM household),"
                                                  " (SELECT count(*) FROM ticket)"));
  const auto found = read.step();
  if (!found) return found.error();
  const StoreSizes sizes{read.int64(0), read.int64(1)};
  read.reset();
  return sizes;
}

Result<AgentSecret> HouseholdQueries::secret(const AgentId& id) {
  auto secrets = all("agent_secret", agentSecretFields(), QStringLiteral("WHERE id = ?"),
                     {FieldValue{id.uuid()}});
  if (!secrets) return secrets.error();
  if (secrets->empty()) return Error{ErrorCode::NotFound, QStringLiteral("agent secret")};
  return secrets->front();
}

}  // namespace yingda
