// SPDX-License-Identifier: GPL-3.0-or-later
// Households by number, by address and by name, through moves, merges and removals.
#include "core/store/household_queries.h"

#include "tests/store/cache_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// Homes and people made one by one.
struct Homes : CacheDesk {
  Homes() {
    ChangeSet changes;
    community = {communityIdOf(QStringLiteral("云杉府")), QStringLiteral("云杉府")};
    changes.create(communityFields(), community.id, community);
    project(changes);
  }
  Household home(const char* address) {
    Household household;
    household.community = community.id;
    household.address = QString::fromUtf8(address);
    household.building = household.address.section(QStringLiteral("栋"), 0, 0);
    household.room = household.address.right(4);
    household.id = householdIdOf(community.id, household.address);
    ChangeSet changes;
    changes.create(householdFields(), household.id, household);
    project(changes);
    return household;
  }
  Person person(const Household& household, const char* name, const char* number) {
    Person made;
    made.household = household.id;
    made.name = QString::fromUtf8(name);
    made.id = personIdOf(household.id, made.name, QString::fromLatin1(number));
    ChangeSet changes;
    changes.create(personFields(), made.id, made);
    const ContactPointId point = contactPointIdOf(made.id, QString::fromLatin1(number));
    changes.create(contactPointFields(), point,
                   ContactPoint{point, made.id, household.id, QString::fromLatin1(number), false});
    project(changes);
    return made;
  }
  template <class T, class F>
  void change(const FieldTable<T>& table, T& thing, F edit) {
    const T before = thing;
    edit(thing);
    ChangeSet changes;
    changes.update(table, thing.id, before, thing);
    project(changes);
  }
  std::vector<HouseholdId> byNumber(const char* number, int limit = 10) {
    const auto ids = households().byNumber(QString::fromLatin1(number), limit);
    REQUIRE(ids);
    return *ids;
  }
  std::vector<HouseholdId> found(const char* query) {
    const auto candidates = households().candidates(matchExpression(QString::fromUtf8(query)), 50);
    REQUIRE(candidates);
    std::vector<HouseholdId> ids;
    for (const auto& one : *candidates) ids.push_back(one.id);
    return ids;
  }
  Community community;
};

using Ids = std::vector<HouseholdId>;

}  // namespace

TEST_CASE("a number finds each of its households once", "[store]") {
  Homes desk;
  const Household first = desk.home("3栋2单元1502");
  const Household second = desk.home("4栋1单元0301");
  desk.person(first, "王秀兰", "13812341234");
  desk.person(first, "李建国", "13812341234");
  desk.person(second, "王秀兰", "13812341234");
  CHECK(desk.byNumber("13812341234") == Ids{first.id, second.id});
  CHECK(desk.byNumber("13812341234", 1) == Ids{first.id});
  CHECK(desk.byNumber("1381234123").empty());
  CHECK(desk.byNumber("").empty());
}

TEST_CASE("who moved out or whose number was removed is found no more", "[store]") {
  Homes desk;
  const Household home = desk.home("3栋2单元1502");
  Person wang = desk.person(home, "王秀兰", "13812341234");
  Person li = desk.person(home, "李建国", "13900000000");
  desk.change(personFields(), wang, [&](Person& p) { p.movedOutAt = desk.clock.now(); });
  CHECK(desk.byNumber("13812341234").empty());
  CHECK(desk.found("王秀兰").empty());
  CHECK(desk.found("李建国") == Ids{home.id});
  auto points = desk.households().contactPointsOf(li.id);
  REQUIRE(points);
  REQUIRE(points->size() == 1);
  desk.change(contactPointFields(), points->front(), [](ContactPoint& p) { p.removed = true; });
  CHECK(desk.byNumber("13900000000").empty());
  CHECK(desk.found("13900000000").empty());
  CHECK(desk.households().contactPointsOf(li.id)->empty());
  const auto stored = desk.households().byId(home.id);
  REQUIRE(stored);
  CHECK(stored->people.size() == 1);
  CHECK(stored->contactPoints.size() == 1);
  // She moves in again.
  desk.change(personFields(), wang, [](Person& p) { p.movedOutAt.reset(); });
  CHECK(desk.byNumber("13812341234") == Ids{home.id});
  CHECK(desk.found("王秀兰") == Ids{home.id});
}

TEST_CASE("a merged double leads to the household that took it over, also over several steps",
          "[store]") {
  Homes desk;
  Household first = desk.home("3栋2单元1502");
  Household second = desk.home("3栋2单元1503");
  const Household last = desk.home("3栋2单元1504");
  desk.person(first, "王秀兰", "13812341234");
  desk.person(second, "王秀兰", "13812341234");
  desk.change(householdFields(), first, [&](Household& h) { h.mergedInto = second.id; });
  CHECK(desk.byNumber("13812341234") == Ids{second.id});
  CHECK(desk.found("王秀兰") == Ids{second.id});
  desk.change(householdFields(), second, [&](Household& h) { h.mergedInto = last.id; });
  CHECK(desk.byNumber("13812341234") == Ids{last.id});
  // Undone again.
  desk.change(householdFields(), second, [](Household& h) { h.mergedInto = HouseholdId(); });
  CHECK(desk.byNumber("13812341234") == Ids{second.id});
  // Two seats merged each into the other: no answer is better than none at all for ever.
  desk.change(householdFields(), second, [&](Household& h) { h.mergedInto = first.id; });
  CHECK(desk.byNumber("13812341234").empty());
}

TEST_CASE("a merged person is not listed, but the household keeps her number", "[store]") {
  Homes desk;
  const Household home = desk.home("3栋2单元1502");
  const Person kept = desk.person(home, "王秀兰", "13812341234");
  Person doubled = desk.person(home, "王秀芝", "13900000000");
  desk.change(personFields(), doubled, [&](Person& p) { p.mergedInto = kept.id; });
  const auto stored = desk.households().byId(home.id);
  REQUIRE(stored);
  REQUIRE(stored->people.size() == 1);
  CHECK(stored->people.front().id == kept.id);
  CHECK(desk.byNumber("13900000000") == Ids{home.id});
  CHECK(desk.found("王秀芝").empty());
}

TEST_CASE("an address finds its home in the ways people write it, a partial one all below it",
          "[store]") {
  Homes desk;
  const Household home = desk.home("3栋2单元1502");
  const Household above = desk.home("3栋2单元1602");
  const Household other = desk.home("13栋2单元1502");
  for (const char* query : {"3栋2单元1502", "三栋二单元1502", "云杉府3栋2单元1502"}) {
    INFO(query);
    CHECK(desk.found(query) == Ids{home.id});
  }
  CHECK(desk.found("3栋2单元") == Ids{home.id, above.id});
  CHECK(desk.found("1502") == Ids{home.id, other.id});
  CHECK(desk.found("云杉府").size() == 3);
  CHECK(desk.found("3栋2单元9999").empty());
}

TEST_CASE("a home is found under its new address and name alone", "[store]") {
  Homes desk;
  Household home = desk.home("3栋2单元1502");
  Person person = desk.person(home, "王秀兰", "13812341234");
  desk.change(householdFields(), home, [](Household& h) {
    h.address = QStringLiteral("5栋1单元0801");
    h.room = QStringLiteral("0801");
  });
  CHECK(desk.found("3栋2单元1502").empty());
  CHECK(desk.found("5栋1单元0801") == Ids{home.id});
  desk.change(personFields(), person, [](Person& p) { p.name = QStringLiteral("赵淑珍"); });
  CHECK(desk.found("王秀兰").empty());
  CHECK(desk.found("赵淑珍") == Ids{home.id});
  desk.change(communityFields(), desk.community,
              [](Community& c) { c.name = QStringLiteral("江畔里"); });
  CHECK(desk.found("云杉府").empty());
  CHECK(desk.found("江畔里") == Ids{home.id});
  CHECK(desk.households().byId(home.id)->communityName == QStringLiteral("江畔里"));
}

TEST_CASE("who moves to another home is found there and no more in the old one", "[store]") {
  Homes desk;
  const Household old = desk.home("3栋2单元1502");
  const Household next = desk.home("4栋1单元0301");
  Person person = desk.person(old, "王秀兰", "13812341234");
  desk.change(personFields(), person, [&](Person& p) { p.household = next.id; });
  auto points = desk.households().contactPointsOf(person.id);
  REQUIRE(points);
  desk.change(contactPointFields(), points->front(),
              [&](ContactPoint& p) { p.household = next.id; });
  CHECK(desk.found("王秀兰") == Ids{next.id});
  CHECK(desk.found("13812341234") == Ids{next.id});
  CHECK(desk.byNumber("13812341234") == Ids{next.id});
  CHECK(desk.households().byId(old.id)->people.empty());
}

TEST_CASE("a card's care tags and warranties are those of the home and its building", "[store]") {
  Homes desk;
  const Household home = desk.home("3栋2单元1502");
  const Household other = desk.home("4栋1单元0301");
  ChangeSet changes;
  for (const Household& each : {home, other}) {
    Warranty warranty;
    warranty.community = each.community;
    warranty.building = each.building;
    warranty.part = QStringLiteral("给排水");
    warranty.years = each.building.toInt();
    warranty.id = warrantyIdOf(warranty.community, warranty.building, warranty.part);
    changes.create(warrantyFields(), warranty.id, warranty);
    Welfare care;
    care.household = each.id;
    care.tag = CareTag::Pet;
    care.removed = each.id == other.id;
    care.id = welfareIdOf(each.id, care.tag);
    changes.create(welfareFields(), care.id, care);
  }
  desk.project(changes);
  const auto stored = desk.households().byId(home.id);
  REQUIRE(stored);
  REQUIRE(stored->warranties.size() == 1);
  CHECK(stored->warranties.front().years == 3);
  REQUIRE(stored->welfare.size() == 1);
  CHECK(stored->welfare.front().tag == CareTag::Pet);
  CHECK(desk.households().byId(other.id)->welfare.empty());
  CHECK(desk.households().byId({}).error().code == ErrorCode::NotFound);
  CHECK(desk.households().person({}).error().code == ErrorCode::NotFound);
}

TEST_CASE("people of the house are listed by staff number, a secret by its person", "[store]") {
  Homes desk;
  ChangeSet changes;
  for (const char* number : {"8030", "8021", "8101"}) {
    Agent agent;
    agent.id = AgentId::make(desk.clock, desk.random);
    agent.staffNumber = QLatin1String(number);
    agent.name = QStringLiteral("李敏");
    changes.create(agentFields(), agent.id, agent);
    changes.create(agentSecretFields(), agent.id, AgentSecret{agent.id, QLatin1String(number)});
  }
  desk.project(changes);
  const auto agents = desk.households().agents();
  REQUIRE(agents);
  QStringList numbers;
  for (const Agent& agent : *agents) {
    numbers << agent.staffNumber;
    const auto secret = desk.households().secret(agent.id);
    REQUIRE(secret);
    CHECK(secret->pinHash == agent.staffNumber);
  }
  CHECK(numbers.join(u' ') == u"8021 8030 8101");
  CHECK(desk.households().secret({}).error().code == ErrorCode::NotFound);
}
