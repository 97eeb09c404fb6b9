// SPDX-License-Identifier: GPL-3.0-or-later
// Queues by their deadlines, households' tickets, and search hits, the newest first.
#include "core/store/ticket_queries.h"

#include "core/store/field_sql.h"
#include "tests/store/cache_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const Instant noon = *instantFromIso(u"2026-03-10T12:00:00");

/// Tickets made one by one, each in an operation of its own.
struct Tickets : CacheDesk {
  Ticket make(int minute, Level level = Level::Yellow, const char* request = "漏水") {
    Ticket ticket;
    ticket.id = TicketId::make(clock, random);
    ticket.number = QString::number(++count + 90000);
    ticket.receivedAt = noon + std::chrono::minutes{minute};
    ticket.level = level;
    return put(ticket, request);
  }
  Ticket put(const Ticket& ticket, const char* request = "漏水") {
    TicketText text;
    text.id = ticket.id;
    text.request = QString::fromUtf8(request);
    ChangeSet changes;
    changes.create(ticketFields(), ticket.id, ticket);
    changes.create(ticketTextFields(), ticket.id, text);
    project(changes);
    return ticket;
  }
  void change(const Ticket& before, const Ticket& after) {
    ChangeSet changes;
    changes.update(ticketFields(), before.id, before, after);
    project(changes);
  }
  std::vector<TicketId> ids(const Result<std::vector<StoredTicket>>& stored) {
    REQUIRE(stored);
    std::vector<TicketId> list;
    for (const StoredTicket& each : *stored) list.push_back(each.ticket.id);
    return list;
  }
  std::vector<TicketId> queue(QueueFilter filter = QueueFilter::All, int limit = 1000) {
    return ids(tickets().queue(filter, me, QStringLiteral("engineering"), limit));
  }
  std::vector<TicketId> found(const char* query, int limit = 200) {
    return ids(tickets().candidates(matchExpression(QString::fromUtf8(query)), limit));
  }
  AgentId me{QUuid(QStringLiteral("{00000000-0000-7000-8000-0000000000b1}"))};
  int count = 0;
};

}  // namespace

TEST_CASE("every field of a ticket comes back as it went in, empty ones too", "[store]") {
  Tickets desk;
  Ticket ticket;
  ticket.id = TicketId::make(desk.clock, desk.random);
  const auto empty = desk.tickets().byId(desk.put(ticket).id);
  REQUIRE(empty);
  CHECK(empty->ticket == ticket);
  Ticket full = ticket;
  full.number = QStringLiteral("2074213");
  full.kind = Kind::Council;
  full.level = Level::Red;
  full.stage = Stage::Callback;
  full.cycle = 3;
  full.category = QStringLiteral("repair.water");
  full.equipment = QStringLiteral("pump");
  full.channel = Channel::Hotline12345;
  full.community = communityIdOf(QStringLiteral("云杉府"));
  full.household = householdIdOf(full.community, QStringLiteral("3栋"));
  full.department = QStringLiteral("engineering");
  full.holder = desk.me;
  full.holderName = QStringLiteral("张工 'quoted' \"twice\"");
  full.firstReceiver = desk.me;
  full.receivedAt = noon + Milliseconds{7};
  full.occurredAt = noon - std::chrono::days{900};
  full.solution = QStringLiteral("已解决");
  desk.change(ticket, full);
  const auto stored = desk.tickets().byNumber(full.number);
  REQUIRE(stored);
  CHECK(stored->ticket == full);
  desk.change(full, ticket);
  const auto emptied = desk.tickets().byId(ticket.id);
  REQUIRE(emptied);
  CHECK(emptied->ticket == ticket);
  CHECK(desk.tickets().byNumber(full.number).error().code == ErrorCode::NotFound);
}

TEST_CASE("a field is bound and read in its three shapes and as nothing", "[store]") {
  CacheDesk desk;
  Statement& echo = desk.cache->database().prepared("echo", QStringLiteral("SELECT ?, typeof(?1)"));
  const auto roundTrip = [&](const FieldValue& value, FieldType type) {
    echo.reset();
    bindField(echo, 1, value);
    REQUIRE(*echo.step());
    return std::pair(readField(echo, 0, type), echo.text(1));
  };
  const QUuid id = makeUuid7(noon, desk.random);
  const FieldValue values[] = {qint64{std::numeric_limits<qint64>::min()},
                               qint64{std::numeric_limits<qint64>::max()}, QStringLiteral("水😀\n'"),
                               QString(QLatin1String("")), id};
  const FieldType types[] = {FieldType::Integer, FieldType::Integer, FieldType::Text,
                             FieldType::Text, FieldType::Uuid};
  const char* sqlTypes[] = {"integer", "integer", "text", "text", "blob"};
  for (size_t i = 0; i < std::size(values); ++i) {
    const auto [back, sqlType] = roundTrip(values[i], types[i]);
    INFO(i);
    CHECK(back == values[i]);
    CHECK(sqlType == QLatin1String(sqlTypes[i]));
    CHECK(std::holds_alternative<std::monostate>(roundTrip(FieldValue(), types[i]).first));
  }
  // Sixteen bytes of nothing, or a blob that is no id, are no id.
  CHECK(std::holds_alternative<std::monostate>(
      roundTrip(FieldValue(QStringLiteral("no id")), FieldType::Uuid).first));
}

TEST_CASE("a queue stands in the order of what is due next, undated tickets last", "[store]") {
  Tickets desk;
  // plainDue: the level says the hours after the receipt; green has no deadline.
  const Ticket green = desk.make(-60, Level::Green);
  const Ticket yellow = desk.make(0, Level::Yellow);
  const Ticket red = desk.make(30, Level::Red);
  const Ticket orange = desk.make(-10, Level::Orange);
  CHECK(desk.queue() == std::vector{red.id, orange.id, yellow.id, green.id});
  const auto stored = desk.tickets().byId(red.id);
  REQUIRE(stored);
  CHECK(stored->nextDue == red.receivedAt + std::chrono::hours{1});
  CHECK(stored->nextMilestone == u"M1");
  CHECK_FALSE(desk.tickets().byId(green.id)->nextDue);
  // Something happens on a ticket, and its place follows.
  ChangeSet changes;
  for (int i = 0; i < 90; ++i) {
    Activity activity;
    activity.id = ActivityId::make(desk.clock, desk.random);
    activity.ticket = orange.id;
    activity.at = noon;
    changes.activities.push_back(activity);
  }
  desk.project(changes);
  CHECK(desk.queue() == std::vector{red.id, yellow.id, orange.id, green.id});
}

TEST_CASE("an archived ticket leaves the queue and a reopened one is back", "[store]") {
  Tickets desk;
  const Ticket kept = desk.make(0);
  const Ticket ticket = desk.make(1);
  Ticket archived = ticket;
  archived.stage = Stage::Archived;
  desk.change(ticket, archived);
  CHECK(desk.queue() == std::vector{kept.id});
  CHECK(desk.tickets().counts(desk.me, {})->open == 1);
  CHECK_FALSE(desk.tickets().byId(ticket.id)->nextDue);
  desk.change(archived, ticket);
  CHECK(desk.queue() == std::vector{kept.id, ticket.id});
}

TEST_CASE("mine is what I hold or received first and nobody holds, the team's is its department's",
          "[store]") {
  Tickets desk;
  const AgentId other(QUuid(QStringLiteral("{00000000-0000-7000-8000-0000000000b2}")));
  Ticket held = desk.make(0);
  Ticket received = desk.make(1);
  Ticket passedOn = desk.make(2);
  Ticket strange = desk.make(3);
  const auto set = [&](Ticket& ticket, const AgentId& holder, const AgentId& first,
                       const char* department) {
    const Ticket before = ticket;
    ticket.holder = holder;
    ticket.firstReceiver = first;
    ticket.department = QString::fromLatin1(department);
    desk.change(before, ticket);
  };
  set(held, desk.me, other, "engineering");
  set(received, {}, desk.me, "");
  set(passedOn, other, desk.me, "engineering");
  set(strange, other, other, "finance");
  CHECK(desk.queue(QueueFilter::Mine) == std::vector{held.id, received.id});
  CHECK(desk.queue(QueueFilter::Team) == std::vector{held.id, passedOn.id});
  CHECK(desk.queue().size() == 4);
  const auto counts = desk.tickets().counts(desk.me, QStringLiteral("engineering"));
  REQUIRE(counts);
  CHECK(counts->open == 4);
  CHECK(counts->mine == 2);
  CHECK(counts->team == 2);
}

TEST_CASE("a longer page begins with the shorter one, also where many are due at once", "[store]") {
  Tickets desk;
  for (int i = 0; i < 120; ++i) {
    // Ten deadlines for a hundred tickets, the rest without one.
    desk.make(i % 10, i % 6 == 0 ? Level::Green : Level::Yellow);
  }
  const std::vector<TicketId> all = desk.queue();
  REQUIRE(all.size() == 120);
  CHECK(QSet<TicketId>(all.begin(), all.end()).size() == 120);
  for (const int limit : {1, 7, 50, 101, 119}) {
    INFO(limit);
    const auto page = desk.queue(QueueFilter::All, limit);
    REQUIRE(page.size() == static_cast<size_t>(limit));
    CHECK(std::equal(page.begin(), page.end(), all.begin()));
  }
  CHECK(desk.queue(QueueFilter::All, 0).empty());
  // The same after a restart.
  desk.close();
  desk.open();
  CHECK(desk.queue() == all);
}

TEST_CASE("of two tickets with one number the newer answers, and an unknown one is not found",
          "[store]") {
  Tickets desk;
  Ticket older = desk.make(0);
  Ticket newer = desk.make(5);
  Ticket doubled = newer;
  doubled.number = older.number;
  desk.change(newer, doubled);
  CHECK(desk.tickets().byNumber(older.number)->ticket.id == newer.id);
  for (const char* number : {"", "0", "90001'", "９０００１"}) {
    CHECK(desk.tickets().byNumber(QString::fromUtf8(number)).error().code == ErrorCode::NotFound);
  }
  CHECK(desk.tickets().byRow(-1).error().code == ErrorCode::NotFound);
  CHECK(desk.tickets().byId({}).error().code == ErrorCode::NotFound);
}

TEST_CASE("hits come newest first, whatever order the tickets were saved in", "[store]") {
  Tickets desk;
  std::vector<Ticket> made;
  made.reserve(120);
  // 37 and 120 have no common factor: every minute once, in no order.
  for (int i = 0; i < 120; ++i) made.push_back(desk.make(i * 37 % 120));
  desk.make(500, Level::Yellow, "电梯坏了");
  std::sort(made.begin(), made.end(),
            [](const Ticket& a, const Ticket& b) { return a.receivedAt > b.receivedAt; });
  std::vector<TicketId> newestFirst;
  newestFirst.reserve(made.size());
  for (const Ticket& ticket : made) newestFirst.push_back(ticket.id);
  CHECK(desk.found("漏水") == newestFirst);
  newestFirst.resize(5);
  CHECK(desk.found("漏水", 5) == newestFirst);
}

TEST_CASE("tickets of one second, and of a time before the index begins, are all found",
          "[store]") {
  Tickets desk;
  for (int i = 0; i < 20; ++i) desk.make(0);
  for (int i = 0; i < 3; ++i) desk.make(-60 * 24 * 365 * 20);
  const auto found = desk.found("漏水");
  CHECK(QSet<TicketId>(found.begin(), found.end()).size() == 23);
}

TEST_CASE("a hit follows its text, and hostile words find nothing and harm nothing", "[store]") {
  Tickets desk;
  const Ticket ticket = desk.make(0, Level::Yellow, "厨房漏水");
  TicketText before;
  before.request = QStringLiteral("厨房漏水");
  TicketText after;
  after.request = QStringLiteral("电梯异响");
  ChangeSet changes;
  changes.update(ticketTextFields(), ticket.id, before, after);
  desk.project(changes);
  CHECK(desk.found("厨房").empty());
  CHECK(desk.found("电梯") == std::vector{ticket.id});
  CHECK(desk.found("90001") == std::vector{ticket.id});
  for (const char* query :
       {"\"", "' OR 1=1 --", "NEAR(电梯)", "电梯 AND NOT", "*", "doc:电梯", "😀"}) {
    INFO(query);
    const QString expression = matchExpression(QString::fromUtf8(query));
    if (!expression.isEmpty()) CHECK(desk.tickets().candidates(expression, 10));
  }
  CHECK(matchExpression(u"").isEmpty());
  CHECK(matchExpression(u" \n ，。").isEmpty());
}

TEST_CASE("a household's tickets come newest first, its open ones by what is due", "[store]") {
  Tickets desk;
  const HouseholdId home =
      householdIdOf(communityIdOf(QStringLiteral("云杉府")), QStringLiteral("3栋"));
  const auto at = [&](int minute, Level level, Stage stage) {
    Ticket ticket = desk.make(minute, level);
    const Ticket before = ticket;
    ticket.household = home;
    ticket.stage = stage;
    desk.change(before, ticket);
    return ticket.id;
  };
  const TicketId first = at(0, Level::Yellow, Stage::Accepted);
  const TicketId second = at(10, Level::Red, Stage::InProgress);
  const TicketId third = at(20, Level::Red, Stage::Archived);
  desk.make(30);
  CHECK(desk.ids(desk.tickets().ofHousehold(home, false, 10)) == std::vector{third, second, first});
  CHECK(desk.ids(desk.tickets().ofHousehold(home, false, 1)) == std::vector{third});
  CHECK(desk.ids(desk.tickets().ofHousehold(home, true, 10)) == std::vector{second, first});
}

TEST_CASE("what happened comes back oldest first, and the household's contacts newest first",
          "[store]") {
  Tickets desk;
  const HouseholdId home =
      householdIdOf(communityIdOf(QStringLiteral("云杉府")), QStringLiteral("3栋"));
  const Ticket before = desk.make(0);
  Ticket ticket = before;
  ticket.household = home;
  desk.change(before, ticket);
  ChangeSet changes;
  const std::pair<int, ActivityKind> happened[] = {{30, ActivityKind::Contact},
                                                   {10, ActivityKind::Told},
                                                   {20, ActivityKind::Progress},
                                                   {-90, ActivityKind::Contact}};
  for (const auto& [minute, kind] : happened) {
    Activity activity;
    activity.id = ActivityId::make(desk.clock, desk.random);
    activity.ticket = ticket.id;
    activity.kind = kind;
    activity.at = noon + std::chrono::minutes{minute};
    activity.by = desk.me;
    activity.byName = QStringLiteral("8021 小李");
    activity.data.insert(QStringLiteral("minute"), minute);
    changes.activities.push_back(activity);
  }
  desk.project(changes);
  const auto stored = desk.tickets().byId(ticket.id);
  const auto activities = desk.tickets().activities(stored->row);
  REQUIRE(activities);
  QList<int> minutes;
  for (const Activity& activity : *activities) {
    minutes << activity.data[u"minute"].toInt();
    CHECK(activity.ticket == ticket.id);
    CHECK(activity.by == desk.me);
    CHECK(activity.byName == QStringLiteral("8021 小李"));
  }
  CHECK(minutes == QList<int>{-90, 10, 20, 30});
  const auto contacts = desk.tickets().contactsOfHousehold(home, noon, 10);
  REQUIRE(contacts);
  REQUIRE(contacts->size() == 2);
  CHECK(contacts->front().kind == ActivityKind::Contact);
  CHECK(contacts->back().kind == ActivityKind::Told);
}
