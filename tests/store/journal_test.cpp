// SPDX-License-Identifier: GPL-3.0-or-later
// Operations, drafts, numbers and facts come back as they went in; every change behind the back is
// named.
#include "core/store/journal.h"

#include <sqlite3.h>

#include <QFile>
#include <QTemporaryDir>

#include "core/store/journal_chain.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

const AgentId agent(QUuid(QStringLiteral("{00000000-0000-7000-8000-0000000000a1}")));

NewOperation operation(const QByteArray& payload) {
  return {agent, QStringLiteral("ticket.new"), 2, false, payload};
}

/// A journal in a folder of its own.
struct Desk {
  QTemporaryDir folder;
  ManualClock clock{instantFromMs(1'770'000'000'000)};
  SeededRandom random{7};
  std::unique_ptr<Journal> journal;

  Desk() { reopen(); }
  void reopen() {
    journal.reset();
    auto opened = Journal::open(folder.path(), clock, random);
    REQUIRE(opened);
    journal = std::move(*opened);
  }
  OperationHeader append(const QByteArray& payload) {
    const NewOperation one = operation(payload);
    const auto headers = journal->append({&one, 1});
    REQUIRE(headers);
    REQUIRE(headers->size() == 1);
    return headers->front();
  }
  std::vector<Operation> all() {
    auto operations = journal->read(0, 1'000'000);
    REQUIRE(operations);
    return *operations;
  }
  /// Someone changes the file with another program.
  void tamper(const char* sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(QFile::encodeName(Journal::fileIn(folder.path())).constData(), &handle) ==
            SQLITE_OK);
    CHECK(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
  }
  QList<Broken> broken() {
    const auto report = journal->verify();
    REQUIRE(report);
    return report->broken;
  }
};

}  // namespace

TEST_CASE("an operation comes back as it went in", "[store]") {
  Desk desk;
  const QByteArray payload =
      GENERATE(as<QByteArray>{}, QByteArray(), QByteArray("{}"), QByteArray("a\0b", 3),
               QByteArray(4096, 'x'), QByteArray(4097, 'x'), QByteArray(3'000'000, '\0'));
  const OperationHeader header = desk.append(payload);
  CHECK(header.sequence == 1);
  CHECK(header.workstation == desk.journal->workstation());
  CHECK(header.by == agent);
  CHECK(header.kind == QStringLiteral("ticket.new"));
  CHECK(header.version == 2);
  CHECK(header.madeAt == desk.clock.now());
  desk.reopen();
  const auto operations = desk.all();
  REQUIRE(operations.size() == 1);
  CHECK(operations[0].header == header);
  CHECK(operations[0].payload == payload);
  CHECK(operations[0].salt.size() == 16);
  CHECK(operations[0].commitment == commitmentOf(operations[0].salt, payload));
  CHECK(operations[0].hash ==
        chainHash(genesisHash(), operations[0].headerBytes, operations[0].commitment));
  CHECK(desk.broken().isEmpty());
}

TEST_CASE("a header is one canonical text and reads back equal", "[store]") {
  OperationHeader header;
  header.sequence = 812;
  header.workstation =
      WorkstationId::fromText(QStringLiteral("018f0000-0000-7000-8000-000000000001"));
  header.madeAt = instantFromMs(1'770'000'000'123);
  header.hlc = (1'770'000'000'123 << 16) | 5;
  header.by = agent;
  header.kind = QStringLiteral("erasure");
  header.bulk = true;
  header.erases = {3, 812345};
  CHECK(headerBytesOf(header) ==
        QByteArray(R"({"v":1,"ws":"018f0000-0000-7000-8000-000000000001","seq":812,)"
                   R"("at":1770000000123,"hlc":"115998720000008060933",)"
                   R"("by":"00000000-0000-7000-8000-0000000000a1","k":"erasure","kv":1,)"
                   R"("bulk":true,"erases":[3,812345]})")
            .replace("115998720000008060933", QByteArray::number(header.hlc)));
  const auto again = headerFrom(headerBytesOf(header));
  REQUIRE(again);
  CHECK(*again == header);
  CHECK_FALSE(headerFrom("{}"));
  CHECK_FALSE(headerFrom("no json"));
}

TEST_CASE("operations of one kind are read alone, in order and within their bounds", "[store]") {
  Desk desk;
  for (const char* kind : {"agent", "ticket", "agent.x", "agent", "x.agent", "agent"}) {
    const NewOperation one{agent, QLatin1String(kind), 1, false, R"({"k":"agent"})"};
    REQUIRE(desk.journal->append({&one, 1}));
  }
  const auto sequences = [&](qint64 after, qint64 last) {
    const auto found = desk.journal->readKind(QStringLiteral("agent"), after, last);
    REQUIRE(found);
    QList<qint64> numbers;
    for (const Operation& operation : *found) numbers << operation.header.sequence;
    return numbers;
  };
  CHECK(sequences(0, 6) == QList<qint64>{1, 4, 6});
  CHECK(sequences(1, 5) == QList<qint64>{4});
  CHECK(sequences(6, 100).isEmpty());
  // Another operation that is damaged is not come to.
  desk.tamper("UPDATE operation SET is_packed = 1, payload = x'0102' WHERE sequence = 2");
  CHECK(sequences(0, 6) == QList<qint64>{1, 4, 6});
}

TEST_CASE("the clock of operations rises even when the wall clock falls", "[store]") {
  Desk desk;
  const OperationHeader first = desk.append("1");
  desk.clock.advance(std::chrono::hours{-24});
  const OperationHeader second = desk.append("2");
  desk.reopen();
  const OperationHeader third = desk.append("3");
  CHECK(second.hlc == first.hlc + 1);
  CHECK(third.hlc == first.hlc + 2);
  CHECK(second.madeAt < first.madeAt);
  desk.clock.advance(std::chrono::hours{48});
  CHECK(desk.append("4").hlc == toMs(desk.clock.now()) << 16);
}

TEST_CASE("an append of several is all or none", "[store]") {
  Desk desk;
  std::vector<NewOperation> three{operation("1"), operation("2"), operation("3")};
  const auto headers = desk.journal->append(three);
  REQUIRE(headers);
  CHECK(headers->back().sequence == 3);
  three[2].kind = QStringLiteral("Bad Kind");
  const auto refused = desk.journal->append(three);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::Invalid);
  CHECK(desk.journal->lastSequence() == 3);
  const std::vector<NewOperation> large{operation(QByteArray(16 * 1024 * 1024 + 1, 'x'))};
  CHECK(desk.journal->append(large).error().code == ErrorCode::Invalid);
  CHECK(desk.journal->append({}).error().code == ErrorCode::Invalid);
  const auto page = desk.journal->read(1, 1);
  REQUIRE(page);
  REQUIRE(page->size() == 1);
  CHECK(page->front().payload == "2");
}

TEST_CASE("the seat is made once, stand-alone, and kept", "[store]") {
  Desk desk;
  const WorkstationId workstation = desk.journal->workstation();
  const int code = desk.journal->code();
  CHECK_FALSE(workstation.isNull());
  CHECK(code >= 90000);
  CHECK(code <= 99999);
  desk.reopen();
  CHECK(desk.journal->workstation() == workstation);
  CHECK(desk.journal->code() == code);
  const auto mode = QFile::permissions(Journal::fileIn(desk.folder.path()));
  const auto mask = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
  CHECK((mode & mask) == QFile::Permissions());
  CHECK((QFile::permissions(Journal::fileIn(desk.folder.path()) + QStringLiteral("-wal")) & mask) ==
        QFile::Permissions());
}

TEST_CASE("ticket numbers follow each other and never come back", "[store]") {
  Desk desk;
  const auto first = desk.journal->takeNumber();
  REQUIRE(first);
  CHECK(first->counter == 1);
  CHECK(first->code == desk.journal->code());
  CHECK(TicketNumber::parse(first->text()) == *first);
  const auto many = desk.journal->takeNumbers(1000);
  REQUIRE(many);
  CHECK(many->size() == 1000);
  CHECK(many->front().counter == 2);
  CHECK(many->back().counter == 1001);
  desk.reopen();
  CHECK(desk.journal->takeNumber()->counter == 1002);
  CHECK(desk.journal->takeNumbers(0).error().code == ErrorCode::Invalid);
  desk.tamper("UPDATE seat SET next_number = 999999999999");
  CHECK(desk.journal->takeNumber()->counter == 999'999'999'999);
  CHECK(desk.journal->takeNumber().error().code == ErrorCode::Refused);
}

TEST_CASE("a draft comes back as it was typed", "[store]") {
  Desk desk;
  const QByteArray body =
      GENERATE(as<QByteArray>{}, QByteArray(), QByteArray("厨房漏水 😀👨‍👩‍👧"),
               QByteArray("a\0b", 3), QByteArray(1'000'000, 'z'));
  const Draft draft{DraftId::make(desk.clock, desk.random), agent, QStringLiteral("9000100016"),
                    desk.clock.now(), body};
  REQUIRE(desk.journal->saveDraft(draft));
  desk.reopen();
  const auto drafts = desk.journal->drafts(agent);
  REQUIRE(drafts);
  REQUIRE(drafts->size() == 1);
  CHECK(drafts->front() == draft);
}

TEST_CASE("drafts are replaced, told apart by owner, and end with their save", "[store]") {
  Desk desk;
  const AgentId other = AgentId::make(desk.clock, desk.random);
  Draft mine{DraftId::make(desk.clock, desk.random), agent, QString(), desk.clock.now(), "1"};
  Draft theirs{DraftId::make(desk.clock, desk.random), other, QString(), desk.clock.now(), "2"};
  REQUIRE(desk.journal->saveDraft(mine));
  REQUIRE(desk.journal->saveDraft(theirs));
  mine.body = "1 more";
  mine.touchedAt += Milliseconds{5};
  REQUIRE(desk.journal->saveDraft(mine));
  CHECK(*desk.journal->drafts(agent) == std::vector<Draft>{mine});
  CHECK(*desk.journal->drafts({}) == std::vector<Draft>{theirs, mine});
  const NewOperation save = operation("saved");
  const auto saved = desk.journal->appendAndRemoveDraft({&save, 1}, mine.id);
  REQUIRE(saved);
  CHECK(saved->appended.front().sequence == 1);
  CHECK(saved->hadDraft);
  CHECK_FALSE(desk.journal->appendAndRemoveDraft({&save, 1}, mine.id)->hadDraft);
  CHECK(desk.journal->drafts(agent)->empty());
  REQUIRE(desk.journal->removeDraft(theirs.id));
  REQUIRE(desk.journal->removeDraft(theirs.id));
  CHECK(desk.journal->drafts({})->empty());
  CHECK(desk.journal->saveDraft({}).error().code == ErrorCode::Invalid);
}

TEST_CASE("facts are kept, and nothing is not the same as never", "[store]") {
  Desk desk;
  const QString key = QStringLiteral("locale");
  CHECK(desk.journal->meta(key)->isNull());
  REQUIRE(desk.journal->setMeta(key, "zh_CN"));
  REQUIRE(desk.journal->setMeta(key, "en"));
  CHECK(*desk.journal->meta(key) == "en");
  REQUIRE(desk.journal->setMeta(key, QByteArray()));
  desk.reopen();
  CHECK_FALSE(desk.journal->meta(key)->isNull());
  CHECK(desk.journal->meta(key)->isEmpty());
}

TEST_CASE("another process's save is seen", "[store]") {
  Desk desk;
  auto other = Journal::open(desk.folder.path(), desk.clock, desk.random);
  REQUIRE(other);
  const qint64 version = desk.journal->dataVersion();
  const NewOperation one = operation("theirs");
  REQUIRE((*other)->append({&one, 1}));
  CHECK(desk.journal->dataVersion() != version);
  CHECK(desk.journal->lastSequence() == 1);
  CHECK(desk.append("mine").sequence == 2);
  CHECK((*other)->lastSequence() == 2);
  CHECK(desk.broken().isEmpty());
}

TEST_CASE("an erasure blanks the content and the chain still verifies", "[store]") {
  Desk desk;
  const QByteArray secret = "13800001111 王女士";
  desk.append("first");
  desk.append(secret);
  desk.append(secret + QByteArray(5000, '!') + secret);
  const qint64 sequences[] = {3, 2};
  const NewOperation why{agent, QStringLiteral("erasure"), 1, false, "asked for"};
  const auto erased = desk.journal->erase(why, sequences);
  REQUIRE(erased);
  CHECK(erased->sequence == 4);
  CHECK(erased->erases == QList<qint64>{2, 3});
  // Asked twice, erased once.
  REQUIRE(desk.journal->erase(why, {sequences, 1}));
  desk.append("last");

  const auto operations = desk.all();
  CHECK(operations[1].isErased);
  CHECK(operations[1].payload.isEmpty());
  CHECK(operations[1].salt.isEmpty());
  CHECK_FALSE(operations[0].isErased);
  const auto report = desk.journal->verify();
  REQUIRE(report);
  CHECK(report->operations == 6);
  CHECK(report->erased == 2);
  CHECK(report->broken.isEmpty());

  desk.journal.reset();
  QFile file(Journal::fileIn(desk.folder.path()));
  REQUIRE(file.open(QIODevice::ReadOnly));
  CHECK_FALSE(file.readAll().contains(secret));
}

TEST_CASE("an erasure names what exists, and is not erased itself", "[store]") {
  Desk desk;
  desk.append("first");
  const NewOperation why{agent, QStringLiteral("erasure"), 1, false, "why"};
  const qint64 missing[] = {1, 9};
  CHECK(desk.journal->erase(why, missing).error().code == ErrorCode::NotFound);
  CHECK(desk.all().front().payload == "first");
  CHECK(desk.journal->erase(operation("x"), {missing, 1}).error().code == ErrorCode::Invalid);
  CHECK(desk.journal->append({&why, 1}).error().code == ErrorCode::Invalid);
  REQUIRE(desk.journal->erase(why, {missing, 1}));
  const qint64 itself[] = {2};
  CHECK(desk.journal->erase(why, itself).error().code == ErrorCode::Refused);
}

TEST_CASE("a change behind the back is found and named", "[store]") {
  const auto [sql, sequence, reason] = GENERATE(table<const char*, qint64, const char*>({
      {"UPDATE operation SET payload = x'31' WHERE sequence = 2", 2, "salt or payload changed"},
      {"UPDATE operation SET salt = zeroblob(16) WHERE sequence = 3", 3, "salt or payload changed"},
      {"UPDATE operation SET payload = x'00000010ffff' WHERE sequence = 4", 4,
       "salt or payload changed"},
      {"UPDATE operation SET header = CAST(replace(CAST(header AS TEXT), '\"kv\":2', '\"kv\":3')"
       " AS BLOB) WHERE sequence = 2",
       2, "header or commitment changed"},
      {"UPDATE operation SET hash = zeroblob(32) WHERE sequence = 2", 2, "hash changed"},
      {"UPDATE operation SET hash = zeroblob(32) WHERE sequence = 4", 4,
       "header or commitment changed"},
      {"UPDATE operation SET salt = NULL, payload = NULL WHERE sequence = 3", 3,
       "blank without an erasure"},
      {"DELETE FROM operation WHERE sequence = 2", 2, "operations are missing before 3"},
      {"DELETE FROM operation WHERE sequence = 1", 1, "operations are missing before 2"},
  }));
  Desk desk;
  desk.append("first");
  desk.append("second");
  desk.append("third");
  desk.append(QByteArray(5000, 'x'));
  REQUIRE(desk.broken().isEmpty());
  desk.tamper(sql);
  INFO(sql);
  const QList<Broken> broken = desk.broken();
  REQUIRE(broken.size() == 1);
  CHECK(broken[0].sequence == sequence);
  CHECK(broken[0].reason == QString::fromLatin1(reason));
}

TEST_CASE("any one flipped byte of an operation is found and its operation named", "[store]") {
  Desk desk;
  for (int i = 0; i < 5; ++i) desk.append("operation " + QByteArray::number(i));
  const char* column = GENERATE("header", "payload", "salt", "commitment", "hash");
  SeededRandom random(3);
  for (int round = 0; round < 40; ++round) {
    const int sequence = static_cast<int>(random.below(5)) + 1;
    const QByteArray name = column;
    const QByteArray where = " WHERE sequence = " + QByteArray::number(sequence);
    const auto operations = desk.all();
    const Operation& chosen = operations[static_cast<size_t>(sequence - 1)];
    const QByteArray original = name == "header"       ? chosen.headerBytes
                                : name == "payload"    ? chosen.payload
                                : name == "salt"       ? chosen.salt
                                : name == "commitment" ? chosen.commitment
                                                       : chosen.hash;
    QByteArray flipped = original;
    const auto at = static_cast<qsizetype>(random.below(static_cast<quint64>(flipped.size())));
    flipped[at] = static_cast<char>(flipped[at] ^ static_cast<char>(1U << random.below(8)));
    const auto set = [&](const QByteArray& value) {
      const QByteArray sql = "UPDATE operation SET " + name + " = x'" + value.toHex() + "'" + where;
      desk.tamper(sql.constData());
    };
    set(flipped);
    const QList<Broken> broken = desk.broken();
    INFO(column << " byte " << at << " of operation " << sequence);
    REQUIRE_FALSE(broken.isEmpty());
    CHECK(broken.front().sequence == sequence);
    CHECK(broken.back().sequence == sequence);
    set(original);
    REQUIRE(desk.broken().isEmpty());
  }
}
