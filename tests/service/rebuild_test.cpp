// SPDX-License-Identifier: GPL-3.0-or-later
// A rebuild brings the open tickets first, lets people work, and ends as journal order would.
#include <QFile>

#include "core/service/demo.h"
#include "core/service/people_service.h"
#include "core/store/household_queries.h"
#include "tests/runner/drawn_cache.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

// Columns beyond the last read as nothing.
constexpr int columnsMax = 14;

/// Every row of the cache that a screen can read, by id; row numbers differ with the order.
QStringList picture(const QString& folder) {
  static const char* const questions[] = {
      "SELECT * FROM (SELECT hex(t.id), t.number, t.stage, t.is_open, t.next_due, t.next_milestone,"
      " hex(t.holder), t.level, t.received_at, x.title, x.request, x.reply, x.note, x.outcome"
      " FROM ticket t JOIN ticket_text x ON x.id = t.id AND x.row = t.row) ORDER BY 1",
      "SELECT hex(t.id), a.at, hex(a.id), a.kind, a.by_name, a.data FROM activity a"
      " JOIN ticket t ON t.row = a.ticket_row ORDER BY 1, 2, 3",
      "SELECT hex(id), address, careful_with, status FROM household ORDER BY 1",
      "SELECT hex(id), name, salutation, hex(household) FROM person ORDER BY 1",
      "SELECT hex(id), number, hex(person) FROM contact_point ORDER BY 1",
      "SELECT hex(id), staff_number, name, outside_name, role, department, active FROM agent"
      " ORDER BY 1",
      "SELECT hex(id), pin_hash FROM agent_secret ORDER BY 1",
      "SELECT hex(h.id), d.doc FROM household_doc d JOIN household h ON h.row = d.row ORDER BY 1",
      "SELECT hex(t.id) FROM ticket_fts JOIN ticket t ON t.row = ticket_fts.rowid"
      " WHERE ticket_fts MATCH '\"漏水\"' ORDER BY 1"};
  QStringList rows;
  auto database = Cache::openReader(folder);
  REQUIRE(database);
  for (const char* question : questions) {
    Statement& read = (*database)->prepared(question, QString::fromUtf8(question));
    const qsizetype before = rows.size();
    for (;;) {
      const auto found = read.step();
      REQUIRE(found);
      if (!*found) break;
      QStringList cells;
      for (int i = 0; i < columnsMax; ++i) cells << read.text(i);
      rows << cells.join(u'|');
    }
    INFO(question);
    CHECK(rows.size() > before);
  }
  return rows;
}

void demo(TempStore& store, int tickets, int open) {
  DemoOptions options;
  options.households = 1200;
  options.tickets = tickets;
  options.open = open;
  REQUIRE(await(store.backend->makeDemo(options)));
  const auto agent = await(store.backend->signInTrusted(QStringLiteral("8021")));
  REQUIRE(agent);
  store.backend->enter(*agent);
}

void dropCache(TempStore& store) {
  store.close();
  for (const char* end : {"", "-wal", "-shm"}) {
    QFile::remove(Cache::fileIn(store.folder()) + QLatin1String(end));
  }
}

/// What journal order gives, projected by a plain cache in a folder of its own.
QStringList plainPicture(TempStore& store, const DueOf& dueOf) {
  DrawnCache drawn(store.folder(), *store.clock, dueOf);
  drawn.drawAll(Milliseconds{500});
  return picture(drawn.folder());
}

/// The same by the walks, cut into slices of a millisecond.
QStringList walkedPicture(TempStore& store, const DueOf& dueOf, int* slices) {
  DrawnCache drawn(store.folder(), *store.clock, dueOf);
  drawn.cache->beginRebuild(*drawn.journal);
  *slices = drawn.drawAll(Milliseconds{1});
  CHECK(drawn.cache->appliedSequence() == drawn.journal->lastSequence());
  return picture(drawn.folder());
}

const auto lateDigits = QStringLiteral("135790");

Agent known(TempStore& store, const QString& staffNumber) {
  const auto all = await(store.backend->agents());
  REQUIRE(all);
  for (const Agent& agent : *all) {
    if (agent.staffNumber == staffNumber) return agent;
  }
  FAIL("no " << staffNumber.toStdString());
  return {};
}

/// At the journal's end 8021 gets another PIN, 8022 leaves and 9001 comes.
void changePeopleLate(TempStore& store) {
  const Agent first = known(store, QStringLiteral("8021"));
  const Agent second = known(store, QStringLiteral("8022"));
  Agent gone = second;
  gone.active = false;
  const auto hash = PeopleService::hashOf(lateDigits);
  REQUIRE(hash);
  SeededRandom random(77);
  Agent fresh;
  fresh.id = AgentId::make(*store.clock, random);
  fresh.staffNumber = QStringLiteral("9001");
  fresh.name = QStringLiteral("新来的");
  fresh.outsideName = QStringLiteral("小新");
  ChangeSet changes;
  changes.update(agentFields(), second.id, second, gone);
  changes.update(agentSecretFields(), first.id, AgentSecret{first.id, {}},
                 AgentSecret{first.id, *hash});
  changes.create(agentFields(), fresh.id, fresh);
  changes.create(agentSecretFields(), fresh.id, AgentSecret{fresh.id, *hash});
  store.close();
  auto journal = Journal::open(store.folder(), *store.clock, random);
  REQUIRE(journal);
  const NewOperation late{first.id, agentOperationKind(), 1, false, encode(changes)};
  REQUIRE((*journal)->append({&late, 1}));
}

/// A due that hangs on everything that is known of a ticket.
DerivedDue dueByCount(const Ticket& ticket, const std::vector<Activity>& activities) {
  return {toMs(ticket.receivedAt) + static_cast<qint64>(activities.size()),
          QString::number(activities.size())};
}

}  // namespace

TEST_CASE("a rebuild in the order of need ends row by row as journal order does",
          "[service][rebuild]") {
  TempStore store;
  demo(store, 1500, 40);
  // Lives that are spread over operations: acts on some, one archived, one reopened.
  const auto page = await(store.backend->queue(QueueKind::AllOpen, 40));
  REQUIRE(page);
  for (int round = 0; round < 3; ++round) {
    for (size_t i = 0; i < 25; ++i) {
      store.clock->advance(std::chrono::seconds{5});
      CHECK(await(store.backend->act(page->rows[i].id, act::Progress{QStringLiteral("在路上")})));
    }
  }
  changePeopleLate(store);
  int slices = 0;
  const QStringList walked = walkedPicture(store, dueByCount, &slices);
  CHECK(slices > 20);
  CHECK(walked == plainPicture(store, dueByCount));
}

TEST_CASE("who works here signs in before anything else is there, as the last change says",
          "[service][rebuild]") {
  TempStore store;
  demo(store, 6000, 40);
  changePeopleLate(store);
  dropCache(store);
  store.stepsOnlyWhenAsked = true;
  store.reopen();
  bool isOver = false;
  QObject::connect(store.backend.get(), &Backend::noticed, store.backend.get(),
                   [&isOver](const StoreNotice& notice) {
                     isOver = isOver || notice.kind == StoreNotice::Kind::CacheRebuilt;
                   });
  const auto signIn = [&store](const char* who, const QString& pin) {
    return await(store.backend->signIn(QLatin1String(who), pin));
  };
  const auto oldPin = QStringLiteral("000000");
  CHECK(known(store, QStringLiteral("9001")).active);
  CHECK_FALSE(known(store, QStringLiteral("8022")).active);
  CHECK(signIn("8021", oldPin).error().code == ErrorCode::WrongPin);
  CHECK(signIn("8022", oldPin).error().code == ErrorCode::WrongPin);
  CHECK(signIn("9001", lateDigits));
  const auto agent = signIn("8021", lateDigits);
  REQUIRE(agent);
  store.backend->enter(*agent);
  // Nothing of the work is there, and a call is written down all the same.
  const auto during = await(store.backend->queue(QueueKind::AllOpen, 100));
  CHECK((!during || during->rows.empty()));
  auto draft = await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  REQUIRE(draft);
  draft->text.request = QStringLiteral("整理索引时来的电话");
  REQUIRE(await(store.backend->save(*draft, SaveIntent::Save)));
  CHECK(await(store.backend->ticket(draft->ticket.id)).error().code == ErrorCode::NotYet);
  CHECK_FALSE(isOver);
  REQUIRE(await(store.backend->verify()));
  CHECK(isOver);
  CHECK(await(store.backend->queue(QueueKind::AllOpen, 100))->rows.size() == 41);
  CHECK(signIn("8021", oldPin).error().code == ErrorCode::WrongPin);
  CHECK(signIn("8021", lateDigits));
}

TEST_CASE("no slice of a rebuild brings an older PIN back", "[service][rebuild]") {
  TempStore store;
  demo(store, 300, 40);
  const Agent first = known(store, QStringLiteral("8021"));
  changePeopleLate(store);
  DrawnCache drawn(store.folder(), *store.clock, dueByCount);
  drawn.cache->beginRebuild(*drawn.journal);
  const auto hashNow = [&] {
    const auto secret = HouseholdQueries(drawn.cache->database()).secret(first.id);
    return secret ? secret->pinHash : QString();
  };
  Touched touched;
  // One slice is enough for the people, however much time it has, and brings nothing else.
  REQUIRE(drawn.cache->catchUp(*drawn.journal, Slice(std::chrono::hours{1}), touched));
  REQUIRE(drawn.cache->rebuildOrNull()->hasPeople());
  CHECK(touched.households.isEmpty());
  const QString last = hashNow();
  CHECK_FALSE(last.isEmpty());
  for (bool isDone = false; !isDone;) {
    const auto done = drawn.cache->catchUp(*drawn.journal, Milliseconds{1}, touched);
    REQUIRE(done);
    isDone = *done;
    CHECK(hashNow() == last);
  }
  CHECK_FALSE(touched.households.isEmpty());
}

TEST_CASE("two processes that draw the same picture at once end with the right one",
          "[service][rebuild]") {
  TempStore store;
  demo(store, 900, 40);
  const auto page = await(store.backend->queue(QueueKind::AllOpen, 10));
  REQUIRE(page);
  for (const QueueRow& row : page->rows) {
    store.clock->advance(std::chrono::seconds{5});
    CHECK(await(store.backend->act(row.id, act::Progress{QStringLiteral("在路上")})));
  }
  store.close();
  DrawnCache drawn(store.folder(), *store.clock, dueByCount);
  Cache& walker = *drawn.cache;
  const auto other = drawn.another();
  walker.beginRebuild(*drawn.journal);
  Touched touched;
  // Some slices each in turn, until the other one has all.
  for (;;) {
    REQUIRE(walker.catchUp(*drawn.journal, Milliseconds{2}, touched));
    const auto done = other->catchUp(*drawn.journal, Milliseconds{40}, touched);
    REQUIRE(done);
    if (*done) break;
  }
  drawn.drawAll(Milliseconds{40});
  CHECK(walker.rebuildOrNull() == nullptr);
  CHECK(walker.appliedSequence() == drawn.journal->lastSequence());
  CHECK(picture(drawn.folder()) == plainPicture(store, dueByCount));
}

TEST_CASE("while the cache is rebuilt the open tickets are worked on and new ones saved",
          "[service][rebuild]") {
  TempStore store;
  demo(store, 6000, 40);
  const auto before = await(store.backend->queue(QueueKind::AllOpen, 100));
  REQUIRE(before);
  dropCache(store);
  std::vector<StoreNotice> notices;
  store.reopen();
  QObject::connect(store.backend.get(), &Backend::noticed, store.backend.get(),
                   [&notices](const StoreNotice& notice) { notices.push_back(notice); });
  const auto agent = await(store.backend->signInTrusted(QStringLiteral("8021")));
  REQUIRE(agent);
  store.backend->enter(*agent);
  auto draft = await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  REQUIRE(draft);
  draft->text.request = QStringLiteral("整理索引时来的电话");
  const auto saved = await(store.backend->save(*draft, SaveIntent::Save));
  REQUIRE(saved);
  const TicketId open = before->rows.front().id;
  REQUIRE(await(store.backend->act(open, act::Progress{QStringLiteral("师傅出发了")})));
  // The open ones are all there, no archived one among them, and the new one with them.
  const auto during = await(store.backend->queue(QueueKind::AllOpen, 100));
  REQUIRE(during);
  CHECK(during->rows.size() == before->rows.size() + 1);
  // All this was during the rebuild.
  const auto isOver = [&notices] {
    return std::any_of(notices.begin(), notices.end(), [](const StoreNotice& notice) {
      return notice.kind == StoreNotice::Kind::CacheRebuilt;
    });
  };
  CHECK_FALSE(isOver());
  REQUIRE(QTest::qWaitFor(isOver, 60'000));
  const auto progress = std::find_if(notices.begin(), notices.end(), [](const StoreNotice& notice) {
    return notice.kind == StoreNotice::Kind::CacheRebuilding && notice.done > 0;
  });
  REQUIRE(progress != notices.end());
  CHECK(progress->done < progress->total);
  const auto after = await(store.backend->ticket(open));
  REQUIRE(after);
  CHECK(after->activities.back().data[u"text"].toString() == QStringLiteral("师傅出发了"));
  CHECK(await(store.backend->queue(QueueKind::AllOpen, 100))->rows.size() == during->rows.size());
}

TEST_CASE("a ticket that a rebuild has not come to is said to come", "[service][rebuild]") {
  TempStore store;
  demo(store, 6000, 40);
  dropCache(store);
  store.reopen();
  const auto agent = await(store.backend->signInTrusted(QStringLiteral("8021")));
  REQUIRE(agent);
  store.backend->enter(*agent);
  SeededRandom random(5);
  const TicketId unknown = TicketId::make(*store.clock, random);
  CHECK(await(store.backend->ticket(unknown)).error().code == ErrorCode::NotYet);
  CHECK(await(store.backend->act(unknown, act::Progress{QStringLiteral("?")})).error().code ==
        ErrorCode::NotYet);
  REQUIRE(await(store.backend->verify()));
  CHECK(await(store.backend->ticket(unknown)).error().code == ErrorCode::NotFound);
}
