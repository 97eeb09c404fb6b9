// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of households: what is typed is parsed here once, and what cannot be read is refused by
// name.
#include "core/service/household_service.h"

#include "core/domain/household_ids.h"
#include "core/service/view_builder.h"
#include "core/text/address.h"
#include "core/text/phone.h"

namespace yingda {

namespace {

constexpr qsizetype nameLengthMax = 200;

Error invalid(const char* what) { return {ErrorCode::Invalid, QLatin1String(what)}; }

}  // namespace

Result<HouseholdCard> HouseholdService::finish(const char* kind, ChangeSet changes,
                                               const HouseholdId& id) {
  if (!changes.isEmpty()) {
    auto done = m_workplace.commit(m_actor.id, QLatin1String(kind), std::move(changes));
    if (!done) return done.error();
  }
  ViewBuilder builder(m_workplace.cacheDatabase(), m_workplace.starter, *m_workplace.engine,
                      m_workplace.now());
  builder.setReader(m_actor);
  return builder.household(id);
}

Result<HouseholdCard> HouseholdService::save(const HouseholdEdit& edit) {
  const Address parsed = parseAddress(edit.address);
  const QString canonical = canonicalAddress(parsed);
  if (canonical.isEmpty()) return invalid("address");
  QString communityName = edit.communityName.trimmed();
  if (communityName.isEmpty()) communityName = parsed.community;
  if (communityName.size() > nameLengthMax) return invalid("community");
  ChangeSet changes;
  CommunityId community = edit.community;
  if (community.isNull()) {
    const auto known = queries().communities();
    if (!known) return known.error();
    if (communityName.isEmpty()) {
      // One community needs no name at every flat.
      if (known->size() != 1) return invalid("community");
      community = known->front().id;
    } else {
      community = communityIdOf(communityName);
      changes.create(communityFields(), community, Community{community, communityName});
    }
  }
  Household household;
  Household before;
  household.id = edit.id.isNull() ? householdIdOf(community, canonical) : edit.id;
  const auto stored = queries().byId(household.id);
  if (stored) before = stored->household;
  household = stored ? stored->household : household;
  household.community = community;
  household.address = canonical;
  household.building = parsed.building;
  household.unit = parsed.unit;
  household.room = parsed.room;
  household.floor = parsed.floor;
  household.carefulWith = edit.carefulWith.trimmed().left(nameLengthMax * 5);
  household.status = edit.status;
  if (stored) {
    changes.update(householdFields(), household.id, before, household);
  } else {
    changes.create(householdFields(), household.id, household);
  }
  return finish("household", std::move(changes), household.id);
}

Result<void> HouseholdService::putNumbers(const PersonEdit& edit, const PersonId& person,
                                          ChangeSet& changes) {
  QStringList canonical;
  for (const QString& written : edit.numbers) {
    if (written.trimmed().isEmpty()) continue;
    const auto phone = parsePhone(written);
    if (!phone) return invalid("number");
    if (!canonical.contains(phone->canonical)) canonical << phone->canonical;
  }
  const auto known = queries().contactPointsOf(person);
  if (!known) return known.error();
  for (const ContactPoint& point : *known) {
    if (canonical.removeAll(point.number) > 0) continue;
    ContactPoint removed = point;
    removed.removed = true;
    changes.update(contactPointFields(), point.id, point, removed);
  }
  for (const QString& number : canonical) {
    const ContactPointId id = contactPointIdOf(person, number);
    changes.create(contactPointFields(), id,
                   ContactPoint{id, person, edit.household, number, false});
  }
  return {};
}

Result<HouseholdCard> HouseholdService::savePerson(const PersonEdit& edit) {
  if (edit.name.trimmed().isEmpty() && edit.salutation.trimmed().isEmpty()) return invalid("name");
  if (edit.name.size() > nameLengthMax || edit.salutation.size() > nameLengthMax) {
    return invalid("name");
  }
  const auto household = queries().byId(edit.household);
  if (!household) return household.error();
  Person person;
  ChangeSet changes;
  const auto stored = queries().person(edit.id);
  if (!edit.id.isNull() && !stored) return stored.error();
  if (stored) person = *stored;
  const QString firstNumber = edit.numbers.isEmpty() ? QString() : edit.numbers.front();
  const auto phone = parsePhone(firstNumber);
  person.household = edit.household;
  person.name = edit.name.trimmed();
  person.salutation = edit.salutation.trimmed();
  person.relation = edit.relation;
  person.mayReceiveResults = edit.mayReceiveResults;
  if (stored) {
    changes.update(personFields(), person.id, *stored, person);
  } else {
    person.id = personIdOf(edit.household, person.name, phone ? phone->canonical : firstNumber);
    changes.create(personFields(), person.id, person);
  }
  if (auto done = putNumbers(edit, person.id, changes); !done) return done.error();
  return finish("person", std::move(changes), edit.household);
}

Result<HouseholdCard> HouseholdService::moveOut(const PersonId& id) {
  const auto stored = queries().person(id);
  if (!stored) return stored.error();
  Person person = *stored;
  person.movedOutAt = m_workplace.now();
  ChangeSet changes;
  changes.update(personFields(), id, *stored, person);
  return finish("person", std::move(changes), person.household);
}

Result<HouseholdCard> HouseholdService::merge(const PersonId& keep, const PersonId& duplicate) {
  const auto kept = queries().person(keep);
  if (!kept) return kept.error();
  const auto doubled = queries().person(duplicate);
  if (!doubled) return doubled.error();
  if (keep == duplicate || kept->household != doubled->household) return invalid("person");
  Person merged = *doubled;
  merged.mergedInto = keep;
  ChangeSet changes;
  changes.update(personFields(), duplicate, *doubled, merged);
  const auto points = queries().contactPointsOf(duplicate);
  if (!points) return points.error();
  for (const ContactPoint& point : *points) {
    ContactPoint moved = point;
    moved.person = keep;
    changes.update(contactPointFields(), point.id, point, moved);
  }
  return finish("person", std::move(changes), kept->household);
}

Result<HouseholdCard> HouseholdService::setCareTags(const HouseholdId& id,
                                                    const QList<CareTag>& tags) {
  const auto household = queries().byId(id);
  if (!household) return household.error();
  ChangeSet changes;
  for (const CareTag tag : allCareTags) {
    const auto tagId = welfareIdOf(id, tag);
    const bool isSet = std::any_of(household->welfare.begin(), household->welfare.end(),
                                   [tag](const Welfare& row) { return row.tag == tag; });
    if (tags.contains(tag) == isSet) continue;
    Welfare row;
    row.id = tagId;
    row.household = id;
    row.tag = tag;
    row.removed = isSet;
    changes.create(welfareFields(), tagId, row);
  }
  return finish("welfare", std::move(changes), id);
}

Result<HouseholdCard> HouseholdService::saveWarranty(const HouseholdId& id, Warranty warranty) {
  const auto household = queries().byId(id);
  if (!household) return household.error();
  if (warranty.part.trimmed().isEmpty() || warranty.years < 1 || warranty.years > 100) {
    return invalid("warranty");
  }
  warranty.community = household->household.community;
  warranty.building = household->household.building;
  warranty.id = warrantyIdOf(warranty.community, warranty.building, warranty.part);
  ChangeSet changes;
  changes.create(warrantyFields(), warranty.id, warranty);
  return finish("warranty", std::move(changes), id);
}

}  // namespace yingda
