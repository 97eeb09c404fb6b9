// SPDX-License-Identifier: GPL-3.0-or-later
// Homes floor by floor, so that neighbours are neighbours.
#include "core/service/demo_people.h"

#include "core/domain/household_ids.h"
#include "core/text/address.h"

namespace yingda {

namespace {

constexpr int unitsPerBuilding = 2;
constexpr int floorsPerUnit = 18;
constexpr int homesPerFloor = 2;
constexpr int homesPerBuilding = unitsPerBuilding * floorsPerUnit * homesPerFloor;

// 3栋2单元1502, the home that every guide and picture calls from.
constexpr int knownPlace =
    2 * homesPerBuilding + floorsPerUnit * homesPerFloor + 14 * homesPerFloor + 1;

}  // namespace

DemoPeople::DemoPeople(const DemoWords& words, Random& random, int households, Instant end)
    : m_words(words), m_random(random), m_end(end) {
  const auto count = static_cast<int>(words.communities.size());
  for (int i = 0; i < count; ++i) {
    Plan plan;
    const QString& name = words.communities[i];
    plan.community = {communityIdOf(name), name};
    plan.homes = households / count + (i < households % count ? 1 : 0);
    plan.buildings = std::max(3, (plan.homes + homesPerBuilding - 1) / homesPerBuilding);
    m_plans.push_back(plan);
  }
}

ChangeSet DemoPeople::ground() const {
  ChangeSet changes;
  for (const Plan& plan : m_plans) {
    changes.create(communityFields(), plan.community.id, plan.community);
    // Buildings were handed over one every four months, the first six years ago.
    for (int building = 1; building <= std::min(plan.buildings, 30); ++building) {
      for (const WarrantyPart& row : warrantyParts()) {
        Warranty warranty;
        warranty.community = plan.community.id;
        warranty.building = QString::number(building);
        warranty.part = row.name;
        warranty.years = row.years;
        warranty.startsAt = m_end - std::chrono::days{365 * 6 - 120 * (building - 1)};
        warranty.source = QStringLiteral("交付备案表");
        warranty.id = warrantyIdOf(warranty.community, warranty.building, warranty.part);
        changes.create(warrantyFields(), warranty.id, warranty);
      }
    }
  }
  return changes;
}

int DemoPeople::placeOf(const Plan& plan, int index) const {
  // A small demo spreads its homes over three buildings; a large one fills them.
  constexpr int placesLeast = 3 * homesPerBuilding;
  if (plan.homes >= placesLeast) return index;
  const int place = index * placesLeast / plan.homes;
  const int following = (index + 1) * placesLeast / plan.homes;
  return place <= knownPlace && knownPlace < following ? knownPlace : place;
}

Household DemoPeople::nextHousehold(const Plan& plan, int homeIndex) const {
  const int index = placeOf(plan, homeIndex);
  const int building = index / homesPerBuilding + 1;
  const int inBuilding = index % homesPerBuilding;
  const int unit = inBuilding / (floorsPerUnit * homesPerFloor) + 1;
  const int inUnit = inBuilding % (floorsPerUnit * homesPerFloor);
  const int floor = inUnit / homesPerFloor + 1;
  const int door = inUnit % homesPerFloor + 1;
  Household household;
  household.community = plan.community.id;
  household.building = QString::number(building);
  household.unit = QString::number(unit);
  household.room = QString::number(floor) % QString::number(door).rightJustified(2, u'0');
  household.floor = floor;
  Address address;
  address.building = household.building;
  address.unit = household.unit;
  address.room = household.room;
  address.floor = floor;
  address.place = Address::Place::Home;
  household.address = canonicalAddress(address);
  household.id = householdIdOf(plan.community.id, household.address);
  return household;
}

QString DemoPeople::number() {
  static constexpr const char* prefixes[] = {"136", "137", "138", "139",
                                             "150", "158", "186", "189"};
  const QString prefix = QLatin1String(prefixes[m_random.below(8)]);
  return prefix % QString::number(m_random.below(100'000'000)).rightJustified(8, u'0');
}

void DemoPeople::addPerson(const DemoHome& home, Relation relation, const QString& phone,
                           ChangeSet& changes, QString* contact) {
  Person person;
  person.household = home.id;
  const QString surname = m_words.surnames.mid(
      static_cast<qsizetype>(m_random.below(static_cast<quint64>(m_words.surnames.size()))), 1);
  const QString given = pick(m_words.given, m_random);
  person.name = surname % given;
  person.relation = relation;
  person.salutation =
      surname % (m_words.men.contains(given) ? QStringLiteral("先生") : QStringLiteral("女士"));
  person.id = personIdOf(home.id, person.name, phone);
  changes.create(personFields(), person.id, person);
  const ContactPointId pointId = contactPointIdOf(person.id, phone);
  changes.create(contactPointFields(), pointId,
                 ContactPoint{pointId, person.id, home.id, phone, false});
  if (contact && contact->isEmpty()) *contact = person.salutation;
}

DemoHome DemoPeople::next(ChangeSet& changes) {
  while (m_plan + 1 < m_plans.size() && m_index >= m_plans[m_plan].homes) {
    ++m_plan;
    m_index = 0;
  }
  const Plan& plan = m_plans[m_plan];
  Household household = nextHousehold(plan, m_index++);
  const quint64 use = m_random.below(100);
  household.status = use < 70   ? QStringLiteral("入住")
                     : use < 85 ? QStringLiteral("出租")
                     : use < 93 ? QStringLiteral("装修")
                                : QStringLiteral("空置");
  changes.create(householdFields(), household.id, household);
  DemoHome home{household.id, plan.community.id, plan.community.name, household.address, {}, {}};
  // One owner in two hundred holds three homes under one number.
  if (m_investorLeft == 0 && m_random.below(200) == 0) {
    m_investorNumber = number();
    m_investorLeft = 3;
  }
  const bool isWell = plan.community.name == m_words.communities.front() &&
                      household.address == QStringLiteral("3栋2单元1502");
  home.phone = isWell ? QStringLiteral("13812341234") : number();
  if (m_investorLeft > 0) {
    home.phone = m_investorNumber;
    --m_investorLeft;
  }
  addPerson(home, Relation::Owner, home.phone, changes, &home.contact);
  if (household.status == u"出租") addPerson(home, Relation::Tenant, number(), changes, nullptr);
  if (m_random.below(3) == 0) addPerson(home, Relation::Family, number(), changes, nullptr);
  if (isWell || m_random.below(9) == 0) {
    addPerson(home, Relation::Parent, number(), changes, nullptr);
    Welfare welfare;
    welfare.household = home.id;
    welfare.tag = CareTag::ElderlyParents;
    welfare.id = welfareIdOf(home.id, welfare.tag);
    changes.create(welfareFields(), welfare.id, welfare);
  }
  return home;
}

}  // namespace yingda
