// SPDX-License-Identifier: GPL-3.0-or-later
// No question and no projection walks a whole table: what is quick in a small store stays quick.
#include <sqlite3.h>

#include "core/store/cache.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"
#include "tests/runner/drawn_cache.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

// Tables of a few dozen rows, read whole because all of them are wanted.
bool isSmall(const QString& sql) {
  return sql.contains(QStringLiteral("FROM community ORDER BY row")) ||
         sql.contains(QStringLiteral("FROM agent ORDER BY staff_number")) ||
         sql.contains(QStringLiteral("sqlite_schema")) ||
         // The queue walks its own index, which holds open tickets alone, in the order it shows.
         sql.contains(QStringLiteral("INDEXED BY ticket_queue")) ||
         sql.contains(QStringLiteral("ORDER BY t.lane, t.next_due LIMIT"));
}

/// The statements of a connection that walked a table, with the rows they walked.
QStringList scans(Database& database) {
  QStringList found;
  for (sqlite3_stmt* one = sqlite3_next_stmt(database.handle(), nullptr); one != nullptr;
       one = sqlite3_next_stmt(database.handle(), one)) {
    const int steps = sqlite3_stmt_status(one, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
    const QString sql = QString::fromUtf8(sqlite3_sql(one));
    if (steps > 0 && !isSmall(sql)) found << QString::number(steps) % u' ' % sql;
  }
  return found;
}

/// How the statement that has these words goes about it.
QString planOf(Database& database, const char* words) {
  for (sqlite3_stmt* one = sqlite3_next_stmt(database.handle(), nullptr); one != nullptr;
       one = sqlite3_next_stmt(database.handle(), one)) {
    const QByteArray sql(sqlite3_sql(one));
    if (!sql.contains(words)) continue;
    Statement& plan = database.prepared("plan", QString::fromUtf8("EXPLAIN QUERY PLAN " + sql));
    QStringList steps;
    for (auto found = plan.step(); found && *found; found = plan.step()) steps << plan.text(3);
    return steps.join(u'\n');
  }
  return {};
}

QString demoFolder(TempStore& store) {
  DemoOptions demo;
  demo.households = 300;
  demo.tickets = 400;
  demo.open = 120;
  REQUIRE(await(store.backend->makeDemo(demo)));
  store.close();
  return store.folder();
}

}  // namespace

TEST_CASE("no question of the screens walks a whole table", "[service]") {
  TempStore store;
  auto reader = Cache::openReader(demoFolder(store));
  REQUIRE(reader);
  HouseholdQueries households(**reader);
  TicketQueries tickets(**reader);
  const auto agents = households.agents();
  REQUIRE(agents);
  const AgentId agent = agents->front().id;
  REQUIRE(tickets.labelled(50));
  const auto found = households.candidates(matchExpression(u"1502"), 20);
  REQUIRE(found);
  REQUIRE_FALSE(found->empty());
  const auto household = households.byId(found->front().id);
  REQUIRE(household);
  REQUIRE_FALSE(household->contactPoints.empty());
  REQUIRE(households.byNumber(household->contactPoints.front().number, 5));
  REQUIRE(households.person(household->people.front().id));
  REQUIRE(households.contactPointsOf(household->people.front().id));
  REQUIRE(households.communities());
  for (const QueueFilter filter : {QueueFilter::All, QueueFilter::Mine, QueueFilter::Team}) {
    REQUIRE(tickets.queue(filter, agent, QStringLiteral("engineering"), 50));
  }
  REQUIRE(tickets.counts(agent, QStringLiteral("engineering")));
  const auto page = tickets.queue(QueueFilter::All, agent, {}, 50);
  REQUIRE(page->size() == 50);
  REQUIRE(tickets.byId(page->front().ticket.id));
  REQUIRE(tickets.byNumber(page->front().ticket.number));
  REQUIRE(tickets.byRow(page->front().row));
  REQUIRE(tickets.activities(page->front().row));
  REQUIRE(tickets.ofHousehold(found->front().id, true, 20));
  REQUIRE(tickets.ofHousehold(found->front().id, false, 20));
  REQUIRE(tickets.contactsOfHousehold(found->front().id, Instant{}, 20));
  REQUIRE(tickets.candidates(matchExpression(u"漏水"), 20));
  REQUIRE(tickets.searched(matchExpression(u"漏水"), 20));
  REQUIRE(tickets.isEveryday(QStringLiteral("漏水")));
  CHECK(scans(**reader) == QStringList());
  // Nor all tickets of a year for the few of one category.
  REQUIRE(tickets.archivedOf(QStringLiteral("repair.water.tap"), Instant{}, 50));
  CHECK(planOf(**reader, "t.is_open = 0").contains(QStringLiteral("ticket_ended")));
}

TEST_CASE("building the cache walks no table for any of its rows", "[service]") {
  TempStore store;
  const QString folder = demoFolder(store);
  REQUIRE(QFile::remove(Cache::fileIn(folder)));
  SeededRandom random(7);
  auto journal = Journal::open(folder, *store.clock, random);
  REQUIRE(journal);
  auto cache = Cache::open(folder, *store.clock, [](const Ticket&, const std::vector<Activity>&) {
    return DerivedDue{};
  });
  REQUIRE(cache);
  Touched touched;
  drawAll(**cache, **journal, Milliseconds{1000}, touched);
  CHECK(touched.tickets.size() == 400);
  CHECK(scans((*cache)->database()) == QStringList());
}

TEST_CASE("a life at risk stands before everything overdue", "[service]") {
  TempStore store;
  auto reader = Cache::openReader(demoFolder(store));
  REQUIRE(reader);
  const auto page = TicketQueries(**reader).queue(QueueFilter::All, {}, {}, 400);
  REQUIRE(page);
  REQUIRE(page->size() == 120);
  const auto place = [](const StoredTicket& ticket) {
    return std::pair(ticket.ticket.level == Level::Red ? 0 : 1,
                     ticket.nextDue.value_or(Instant::max()));
  };
  CHECK(std::is_sorted(page->begin(), page->end(),
                       [&](const auto& a, const auto& b) { return place(a) < place(b); }));
  CHECK(page->front().ticket.level == Level::Red);
  CHECK(page->back().ticket.level != Level::Red);
  for (const StoredTicket& ticket : *page) CHECK_FALSE(ticket.ticket.number.isEmpty());
}
