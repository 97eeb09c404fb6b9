// SPDX-License-Identifier: GPL-3.0-or-later
// However operations reach the cache, in one run, in slices, twice, the same rows come out.
#include "core/store/projector.h"
#include "core/text/tokens.h"
#include "tests/store/cache_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// A hotline of a few hundred made-up operations, kind and not so kind.
class Storm {
 public:
  explicit Storm(quint64 seed) : m_random(seed) {}

  ChangeSet next() {
    ChangeSet changes;
    const quint64 acts = 1 + m_random.below(4);
    for (quint64 i = 0; i < acts; ++i) act(changes);
    return changes;
  }

 private:
  template <class List>
  auto& any(List& list) {
    return list[static_cast<size_t>(m_random.below(list.size()))];
  }
  bool chance(quint64 percent) { return m_random.below(100) < percent; }
  QString word() {
    static const QString words[] = {
        QStringLiteral("漏水"),   QStringLiteral("电梯停在12楼"), QStringLiteral("Zhang\"'AND"),
        QStringLiteral("王秀兰"), QStringLiteral("3栋2单元1502"), QStringLiteral("13812341234"),
        QStringLiteral("😀 OR *"), QStringLiteral("云杉府"),       QString()};
    return words[m_random.below(std::size(words))] % QString::number(m_random.below(30));
  }
  Instant moment() {
    // Few enough seconds that tickets meet in one.
    return *instantFromIso(u"2026-03-01T08:00:00") + std::chrono::seconds{m_random.below(120)} +
           Milliseconds{static_cast<qint64>(m_random.below(3))};
  }
  QUuid uuid() { return makeUuid7(moment(), m_random); }

  void act(ChangeSet& changes) {
    const quint64 what = m_random.below(14);
    if (what == 0 || m_communities.empty()) return addCommunity(changes);
    if (what <= 2 || m_households.empty()) return addHousehold(changes);
    if (what == 3) return editHousehold(changes);
    if (what <= 5 || m_people.empty()) return addPerson(changes);
    if (what == 6) return editPerson(changes);
    if (what == 7 && !m_points.empty()) return editPoint(changes);
    if (what == 8) return addCare(changes);
    if (what <= 10 || m_tickets.empty()) return addTicket(changes);
    if (what <= 12) return editTicket(changes);
    addActivity(changes, any(m_tickets).id);
  }
  void addCommunity(ChangeSet& changes) {
    if (m_communities.size() < 4) {
      m_communities.push_back({CommunityId(uuid()), QString()});
      // Some are named only later, as when their operation comes behind those of their homes.
      if (chance(50)) return;
    }
    Community& community = any(m_communities);
    community.name = word();
    changes.create(communityFields(), community.id, community);
  }
  void addHousehold(ChangeSet& changes) {
    Household household;
    household.id = HouseholdId(uuid());
    household.community = any(m_communities).id;
    household.building = QString::number(m_random.below(4));
    household.room = QString::number(m_random.below(2000));
    household.address = household.building % QStringLiteral("栋") % household.room;
    changes.create(householdFields(), household.id, household);
    m_households.push_back(household);
  }
  void editHousehold(ChangeSet& changes) {
    Household& household = any(m_households);
    const Household before = household;
    household.address = word();
    household.carefulWith = chance(50) ? word() : QString();
    if (chance(30)) household.community = any(m_communities).id;
    if (chance(20)) household.mergedInto = any(m_households).id;
    if (chance(20)) household.mergedInto = HouseholdId();
    changes.update(householdFields(), household.id, before, household);
  }
  void addPerson(ChangeSet& changes) {
    Person person;
    person.id = PersonId(uuid());
    person.household = any(m_households).id;
    person.name = word();
    ContactPoint point;
    point.id = ContactPointId(uuid());
    point.person = person.id;
    point.household = person.household;
    point.number = QStringLiteral("1380000") % QString::number(1000 + m_random.below(40));
    // In either order: the projection may not depend on it.
    if (chance(50)) changes.create(contactPointFields(), point.id, point);
    changes.create(personFields(), person.id, person);
    changes.create(contactPointFields(), point.id, point);
    m_people.push_back(person);
    m_points.push_back(point);
  }
  void editPerson(ChangeSet& changes) {
    Person& person = any(m_people);
    const Person before = person;
    if (chance(40)) person.name = word();
    if (chance(30)) person.household = any(m_households).id;
    if (chance(20)) person.movedOutAt = moment();
    if (chance(20)) person.movedOutAt.reset();
    if (chance(20)) person.mergedInto = any(m_people).id;
    changes.update(personFields(), person.id, before, person);
  }
  void editPoint(ChangeSet& changes) {
    ContactPoint& point = any(m_points);
    const ContactPoint before = point;
    if (chance(30)) point.household = any(m_households).id;
    if (chance(30)) point.person = any(m_people).id;
    if (chance(40)) point.removed = !point.removed;
    changes.update(contactPointFields(), point.id, before, point);
  }
  void addCare(ChangeSet& changes) {
    const Household& household = any(m_households);
    Welfare care;
    care.household = household.id;
    care.tag = CareTag::Elderly;
    care.removed = chance(50);
    care.id = welfareIdOf(household.id, care.tag);
    changes.create(welfareFields(), care.id, care);
    Warranty warranty;
    warranty.community = household.community;
    warranty.building = household.building;
    warranty.part = QStringLiteral("给排水");
    warranty.years = static_cast<int>(m_random.below(9));
    warranty.id = warrantyIdOf(warranty.community, warranty.building, warranty.part);
    changes.create(warrantyFields(), warranty.id, warranty);
  }
  void addTicket(ChangeSet& changes) {
    Ticket ticket;
    ticket.id = TicketId(uuid());
    ticket.number = QString::number(90000 + m_random.below(500));
    ticket.receivedAt = moment();
    ticket.level = allLevels[m_random.below(allLevels.size())];
    if (chance(60)) ticket.household = any(m_households).id;
    TicketText text;
    text.id = ticket.id;
    text.request = word();
    text.place = word();
    // A contact may come before the ticket itself.
    if (chance(20)) {
      ChangeSet early;
      addActivity(early, ticket.id);
      changes.activities.insert(changes.activities.begin(), early.activities.begin(),
                                early.activities.end());
    }
    if (chance(50)) changes.create(ticketTextFields(), ticket.id, text);
    changes.create(ticketFields(), ticket.id, ticket);
    changes.create(ticketTextFields(), ticket.id, text);
    m_tickets.push_back(ticket);
    m_texts.push_back(text);
  }
  void editTicket(ChangeSet& changes) {
    const size_t index = static_cast<size_t>(m_random.below(m_tickets.size()));
    Ticket& ticket = m_tickets[index];
    const Ticket before = ticket;
    ticket.stage = allStages[m_random.below(allStages.size())];
    ticket.department = chance(50) ? QStringLiteral("engineering") : QString();
    ticket.holder = chance(50) ? AgentId(uuid()) : AgentId();
    ticket.level = allLevels[m_random.below(allLevels.size())];
    changes.update(ticketFields(), ticket.id, before, ticket);
    TicketText& text = m_texts[index];
    const TicketText textBefore = text;
    text.request = chance(20) ? QString() : word();
    text.note = word();
    changes.update(ticketTextFields(), ticket.id, textBefore, text);
    if (chance(50)) addActivity(changes, ticket.id);
  }
  void addActivity(ChangeSet& changes, const TicketId& ticket) {
    if (!m_activities.empty() && chance(10)) {
      // The same activity told twice stays one.
      changes.activities.push_back(any(m_activities));
      return;
    }
    Activity activity;
    activity.id = ActivityId(uuid());
    activity.ticket = ticket;
    activity.kind = chance(50) ? ActivityKind::Contact : ActivityKind::Progress;
    activity.at = moment();
    activity.byName = word();
    if (chance(50)) activity.data.insert(QStringLiteral("text"), word());
    changes.activities.push_back(activity);
    m_activities.push_back(activity);
  }

  SeededRandom m_random;
  std::vector<Community> m_communities;
  std::vector<Household> m_households;
  std::vector<Person> m_people;
  std::vector<ContactPoint> m_points;
  std::vector<Ticket> m_tickets;
  std::vector<TicketText> m_texts;
  std::vector<Activity> m_activities;
};

/// The rows of a cache that another process makes of the same journal, from nothing.
QStringList rebuiltRows(CacheDesk& desk) {
  const QTemporaryDir elsewhere;
  auto rebuilt = Cache::open(elsewhere.path(), desk.clock, plainDue);
  REQUIRE(rebuilt);
  REQUIRE((*rebuilt)->state() == CacheState::Fresh);
  test::drawAll(**rebuilt, *desk.journal, Milliseconds{60'000});
  return allRows((*rebuilt)->database());
}

/// What the search index must hold for a text.
QStringList termsOf(const QString& index, qint64 row, const QString& text) {
  QStringList lines;
  for (const Token& token : tokens(text, TokenPurpose::Document)) {
    lines << index % u'|' % QString::number(row) % u'|' % token.text;
  }
  lines.removeDuplicates();
  return lines;
}

/// The search indexes as they follow from the rows that the screens show.
QStringList expectedTerms(CacheDesk& desk) {
  QStringList terms;
  Database& database = desk.cache->database();
  for (const QString& row : column(database, QStringLiteral("SELECT row FROM ticket"))) {
    const auto stored = desk.tickets().byRow(row.toLongLong());
    REQUIRE(stored);
    const TicketText& text = stored->text;
    QStringList parts{
        stored->ticket.number, text.title,        text.request, text.reply,  text.note, text.place,
        text.contactName,      text.contactPhone, text.cause,   text.outcome};
    parts.removeAll(QString());
    terms << termsOf(QStringLiteral("ticket_fts"), stored->row, parts.join(u'\n') % u'\n');
  }
  const QStringList ids =
      column(database, QStringLiteral("SELECT hex(id) FROM household ORDER BY row"));
  const QStringList rows =
      column(database, QStringLiteral("SELECT row FROM household ORDER BY row"));
  for (qsizetype i = 0; i < ids.size(); ++i) {
    const auto id = HouseholdId::fromBytes(QByteArray::fromHex(ids[i].toLatin1()));
    const auto stored = desk.households().byId(id);
    REQUIRE(stored);
    QStringList names;
    for (const Person& person : stored->people) names << person.name;
    names.removeAll(QString());
    QStringList numbers;
    for (const ContactPoint& point : stored->contactPoints) numbers << point.number;
    terms << termsOf(QStringLiteral("household_fts"), rows[i].toLongLong(),
                     householdDocument(stored->communityName, stored->household, names, numbers));
  }
  terms.sort();
  return terms;
}

}  // namespace

TEST_CASE("a cache that followed every save equals one made anew, row by row", "[store]") {
  for (quint64 seed = 1; seed <= 4; ++seed) {
    INFO("seed " << seed);
    CacheDesk desk;
    Storm storm(seed);
    SeededRandom chance(seed + 100);
    for (int i = 0; i < 250; ++i) {
      desk.append(storm.next());
      // Operations of a newer program, and worse.
      if (chance.below(40) == 0) desk.append(QByteArray("{\"entities\":[{\"kind\":\"robot\"}]}"));
      if (chance.below(40) == 0) desk.append(QByteArray("\xff\x00 no JSON", 10));
      if (chance.below(3) == 0) desk.catchUp(1);
      if (chance.below(30) == 0) CHECK(desk.open() == CacheState::Ready);
    }
    desk.catchUp();
    const QStringList followed = allRows(desk.cache->database());
    CHECK(followed.size() > 1000);
    const QStringList rebuilt = rebuiltRows(desk);
    INFO(difference(followed, rebuilt).toStdString());
    REQUIRE(followed == rebuilt);
  }
}

TEST_CASE("the search indexes hold what the rows say, after every sort of edit", "[store]") {
  for (quint64 seed = 11; seed <= 13; ++seed) {
    INFO("seed " << seed);
    CacheDesk desk;
    Storm storm(seed);
    for (int i = 0; i < 200; ++i) desk.append(storm.next());
    desk.catchUp();
    const QStringList terms = allRows(desk.cache->database()).filter(QStringLiteral("_fts|"));
    const QStringList expected = expectedTerms(desk);
    INFO(difference(terms, expected).toStdString());
    REQUIRE(terms == expected);
  }
}

TEST_CASE("projecting everything a second time changes nothing", "[store]") {
  CacheDesk desk;
  Storm storm(21);
  for (int i = 0; i < 150; ++i) desk.append(storm.next());
  desk.catchUp();
  const QStringList once = allRows(desk.cache->database());
  REQUIRE(desk.cache->database().runScript(
      "forget", QStringLiteral("UPDATE state SET value = 0 WHERE key = 'applied'")));
  desk.catchUp();
  const QStringList twice = allRows(desk.cache->database());
  INFO(difference(once, twice).toStdString());
  REQUIRE(once == twice);
}

TEST_CASE("a slice that is cut off takes up where it stopped", "[store]") {
  CacheDesk desk;
  Storm storm(31);
  for (int i = 0; i < 100; ++i) desk.append(storm.next());
  Touched touched;
  // No time is no work, and no harm.
  const auto none = desk.cache->catchUp(*desk.journal, Milliseconds{0}, touched);
  REQUIRE(none);
  CHECK_FALSE(*none);
  CHECK(desk.cache->appliedSequence() == 0);
  desk.catchUp(1);
  CHECK(desk.cache->appliedSequence() == desk.journal->lastSequence());
  CHECK(allRows(desk.cache->database()) == rebuiltRows(desk));
}
