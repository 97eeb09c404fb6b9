// SPDX-License-Identifier: GPL-3.0-or-later
// The server's doors on a real PostgreSQL: taking operations once, merging fields, giving rows
// back.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "tests/remote/floor_fixture.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const QString ticketId = QStringLiteral("01890000-0000-7000-8000-000000000001");

QJsonObject change(const QString& kind, const QString& id, const QJsonObject& fields,
                   qint64 base = 0, const QJsonObject& old = {}) {
  QJsonObject json{
      {QStringLiteral("k"), kind}, {QStringLiteral("i"), id}, {QStringLiteral("f"), fields}};
  if (base > 0) json.insert(QStringLiteral("b"), base);
  if (!old.isEmpty()) json.insert(QStringLiteral("o"), old);
  return json;
}

QJsonObject payload(const QJsonArray& changes, const QJsonArray& activities = {}) {
  QJsonObject json{{QStringLiteral("f"), changes}};
  if (!activities.isEmpty()) json.insert(QStringLiteral("a"), activities);
  return json;
}

QJsonObject ticket(const QJsonObject& fields, qint64 base = 0, const QJsonObject& old = {}) {
  return payload({change(QStringLiteral("ticket"), ticketId, fields, base, old)});
}

QJsonObject words(const QString& request, qint64 base = 0, const QString& old = {}) {
  return payload(
      {change(QStringLiteral("ticket_text"), ticketId, {{QStringLiteral("request"), request}}, base,
              old.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("request"), old}})});
}

const RemoteRow* rowOf(const std::vector<RemoteRow>& rows, RemoteRow::What what,
                       const QByteArray& kind) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const RemoteRow& row) {
    return row.what == what && row.kind == kind;
  });
  return found == rows.end() ? nullptr : &*found;
}

QJsonObject bodyOf(const std::vector<RemoteRow>& rows, const QByteArray& kind) {
  const RemoteRow* row = rowOf(rows, RemoteRow::What::Entity, kind);
  return row ? QJsonDocument::fromJson(row->body).object() : QJsonObject();
}

qint64 versionOf(const std::vector<RemoteRow>& rows, const QByteArray& kind) {
  const RemoteRow* row = rowOf(rows, RemoteRow::What::Entity, kind);
  REQUIRE(row != nullptr);
  return row->version;
}

}  // namespace

TEST_CASE("what one seat says another sees, once, with the bytes that were hashed", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  CHECK_FALSE(li.id() == zhang.id());
  li.append(payload({change(QStringLiteral("ticket"), ticketId, {{QStringLiteral("level"), 0}})},
                    {QJsonObject{{QStringLiteral("i"), ticketId},
                                 {QStringLiteral("t"), ticketId},
                                 {QStringLiteral("k"), QStringLiteral("told")},
                                 {QStringLiteral("at"), 1}}}));
  li.append(words(QStringLiteral("三楼水管井爆了；'\"\\ DROP TABLE op; --")));
  const auto list = li.waiting();
  const ApplyAnswer answer = li.send();
  CHECK(answer.acknowledged == 2);
  CHECK(answer.exceptions.empty());
  // The answer was lost, so it is sent again, and once more alone.
  REQUIRE(li.gateway->apply(li.id(), li.epoch, list));
  REQUIRE(li.gateway->apply(li.id(), li.epoch, std::span(list).first(1)));
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op")) == u"2");
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.activity")) == u"1");
  const auto rows = zhang.pull();
  CHECK(bodyOf(rows, "ticket")[u"level"].toInt(-1) == 0);
  CHECK(bodyOf(rows, "ticket_text")[u"request"].toString() ==
        QStringLiteral("三楼水管井爆了；'\"\\ DROP TABLE op; --"));
  REQUIRE(rowOf(rows, RemoteRow::What::Activity, "told") != nullptr);
  CHECK(zhang.pull().empty());
  // The ledger's chain is the journal's.
  const auto hello = li.gateway->hello(li.id());
  REQUIRE(hello);
  CHECK(hello->lastSequence == 2);
  CHECK(hello->lastHash == list.back().hash);
}

TEST_CASE("a seat has one code for ever, and two seats never the same", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  const auto first = li.gateway->enrol(li.id(), li.secret, QStringLiteral("a"), {});
  const auto second = zhang.gateway->enrol(zhang.id(), zhang.secret, QStringLiteral("b"), {});
  const auto again = li.gateway->enrol(li.id(), li.secret, QStringLiteral("a"), {});
  REQUIRE((first && second && again));
  CHECK(first->code == 100);
  CHECK(second->code == 101);
  CHECK(again->code == 100);
}

TEST_CASE("a field set on what its author saw applies; set beside it, the later clock wins",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  li.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.water")}}));
  li.send();
  const qint64 seen = versionOf(zhang.pull(), "ticket");
  SECTION("seen, although the clock of the later one is behind") {
    zhang.clock.advance(-std::chrono::hours{5});
    zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}, seen));
    zhang.send();
    CHECK(bodyOf(li.pull(), "ticket")[u"category"] == QStringLiteral("repair.power"));
    CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"0");
  }
  SECTION("beside it and later: it wins, and the loser is kept") {
    zhang.clock.advance(std::chrono::hours{1});
    zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}));
    zhang.send();
    const auto rows = li.pull();
    CHECK(bodyOf(rows, "ticket")[u"category"] == QStringLiteral("repair.power"));
    const RemoteRow* lost = rowOf(rows, RemoteRow::What::Conflict, "ticket");
    REQUIRE(lost != nullptr);
    const QJsonObject conflict = QJsonDocument::fromJson(lost->body).object();
    CHECK(conflict[u"lost"] == QStringLiteral("repair.water"));
    CHECK(conflict[u"kept"] == QStringLiteral("repair.power"));
    CHECK(conflict[u"lostBy"].toString() == li.id().text());
  }
  SECTION("beside it and earlier: it loses and is kept") {
    zhang.clock.advance(-std::chrono::hours{1});
    zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.power")}}));
    zhang.send();
    CHECK(bodyOf(zhang.pull(), "ticket")[u"category"] == QStringLiteral("repair.water"));
    CHECK(floor.value(QStringLiteral("SELECT lost #>> '{}' FROM yingda.conflict")) ==
          u"repair.power");
  }
  SECTION("beside it and equal is no conflict") {
    zhang.append(ticket({{QStringLiteral("category"), QStringLiteral("repair.water")}}));
    zhang.send();
    CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"0");
  }
}

TEST_CASE("a stage goes forward or into a new cycle, never back", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  const auto stage = [&] { return bodyOf(li.pull(), "ticket"); };
  li.append(ticket({{QStringLiteral("stage"), 3}, {QStringLiteral("cycle"), 1}}));
  li.append(ticket({{QStringLiteral("stage"), 1}}));
  li.send();
  CHECK(stage()[u"stage"].toInt() == 3);
  li.append(ticket({{QStringLiteral("stage"), 0}, {QStringLiteral("cycle"), 2}}));
  li.append(ticket({{QStringLiteral("stage"), 5}, {QStringLiteral("cycle"), 1}}));
  li.send();
  const QJsonObject after = stage();
  CHECK(after[u"stage"].toInt() == 0);
  CHECK(after[u"cycle"].toInt() == 2);
}

TEST_CASE("holder and department move together, and the first to move has them", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  li.append(ticket({{QStringLiteral("department"), QStringLiteral("engineering")},
                    {QStringLiteral("holder_name"), QStringLiteral("张工")}}));
  li.send();
  zhang.clock.advance(std::chrono::hours{9});
  QJsonObject other = ticket({{QStringLiteral("department"), QStringLiteral("cleaning")},
                              {QStringLiteral("holder_name"), QStringLiteral("何姐")}});
  other.insert(QStringLiteral("a"),
               QJsonArray{QJsonObject{{QStringLiteral("i"), ticketId},
                                      {QStringLiteral("t"), ticketId},
                                      {QStringLiteral("k"), QStringLiteral("holder")},
                                      {QStringLiteral("at"), 5}}});
  zhang.append(other);
  zhang.send();
  const auto rows = zhang.pull();
  CHECK(bodyOf(rows, "ticket")[u"department"] == QStringLiteral("engineering"));
  CHECK(bodyOf(rows, "ticket")[u"holder_name"] == QStringLiteral("张工"));
  // What it tells stays in the history, and moves nothing.
  const RemoteRow* told = rowOf(rows, RemoteRow::What::Activity, "holder");
  REQUIRE(told != nullptr);
  CHECK(told->version == 1);
  const RemoteRow* lost = rowOf(rows, RemoteRow::What::Conflict, "ticket");
  REQUIRE(lost != nullptr);
  CHECK(QJsonDocument::fromJson(lost->body)[u"lost"][u"holder_name"] == QStringLiteral("何姐"));
}

TEST_CASE("two edits of one text meet line by line, and keep the loser where they overlap",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  const QString base = QStringLiteral("水管井爆了\n老人在家\n电梯停了");
  li.append(words(base));
  li.send();
  const qint64 seen = versionOf(zhang.pull(), "ticket_text");
  li.append(words(QStringLiteral("三楼水管井爆了\n老人在家\n电梯停了"), seen, base));
  li.send();
  const auto merged = [&](const QString& theirs) {
    zhang.clock.advance(std::chrono::hours{1});
    zhang.append(words(theirs, seen, base));
    zhang.send();
    return bodyOf(zhang.pull(), "ticket_text")[u"request"].toString();
  };
  SECTION("apart") {
    CHECK(merged(QStringLiteral("水管井爆了\n老人在家\n电梯停了\n请快")) ==
          QStringLiteral("三楼水管井爆了\n老人在家\n电梯停了\n请快"));
    CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"0");
  }
  SECTION("on one line") {
    CHECK(merged(QStringLiteral("五楼水管井爆了\n老人在家\n电梯停了")) ==
          QStringLiteral("五楼水管井爆了\n老人在家\n电梯停了"));
    CHECK(floor.value(QStringLiteral("SELECT lost #>> '{}' FROM yingda.conflict"))
              .startsWith(QStringLiteral("三楼")));
  }
}

TEST_CASE("an activity may come before its ticket: a stub keeps its place", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  zhang.append(payload({}, {QJsonObject{{QStringLiteral("i"), ticketId},
                                        {QStringLiteral("t"), ticketId},
                                        {QStringLiteral("k"), QStringLiteral("told")},
                                        {QStringLiteral("at"), 5}}}));
  CHECK(zhang.send().exceptions.empty());
  li.append(ticket({{QStringLiteral("number"), QStringLiteral("10000014")}}));
  li.send();
  const auto rows = zhang.pull();
  CHECK(bodyOf(rows, "ticket")[u"number"] == QStringLiteral("10000014"));
  CHECK(rowOf(rows, RemoteRow::What::Activity, "told") != nullptr);
}

TEST_CASE("gaps, forks, forged bytes and foreign authors are told, and nothing of them applies",
          "[remote]") {
  Floor floor;
  const ServerAddress liAddress = floor.person(QStringLiteral("li"));
  Seat li(liAddress, 1);
  li.enter();
  for (int i = 0; i < 3; ++i) li.append(ticket({{QStringLiteral("level"), i}}));
  auto list = li.waiting();
  SECTION("a gap names where to go on") {
    const auto answer = li.gateway->apply(li.id(), li.epoch, std::span(list).subspan(1));
    REQUIRE(answer);
    CHECK(answer->stopped == Stopped::Gap);
    CHECK(answer->acknowledged == 0);
  }
  SECTION("a fork: the same place with another content") {
    REQUIRE(li.send().acknowledged == 3);
    list[1].hash[0] = static_cast<char>(list[1].hash[0] ^ 1);
    const auto answer = li.gateway->apply(li.id(), li.epoch, list);
    REQUIRE(answer);
    CHECK(answer->stopped == Stopped::Clone);
  }
  SECTION("one flipped byte anywhere stops at that operation") {
    for (QByteArray SentOperation::*part :
         {&SentOperation::header, &SentOperation::payload, &SentOperation::salt,
          &SentOperation::commitment, &SentOperation::hash}) {
      auto forged = list;
      QByteArray& bytes = forged[1].*part;
      bytes[bytes.size() - 2] = static_cast<char>(bytes[bytes.size() - 2] ^ 1);
      const auto answer = li.gateway->apply(li.id(), li.epoch, forged);
      REQUIRE(answer);
      CHECK(answer->stopped != Stopped::No);
      CHECK(answer->acknowledged == 1);
    }
    CHECK(li.send().acknowledged == 3);
  }
  SECTION("somebody else's seat") {
    Seat zhang(floor.person(QStringLiteral("zhang")), 2);
    zhang.enter();
    const auto answer = zhang.gateway->apply(li.id(), li.epoch, list);
    REQUIRE(answer);
    CHECK(answer->refusal == Refusal::Workstation);
  }
  SECTION("an author whom this seat never saw") {
    li.agent = AgentId(floor.newId());
    li.append(ticket({{QStringLiteral("level"), 3}}));
    const ApplyAnswer answer = li.send();
    CHECK(answer.acknowledged == 4);
    CHECK(answer.exceptions ==
          std::vector<OperationException>{{4, false, QStringLiteral("author")}});
    CHECK(bodyOf(li.pull(), "ticket")[u"level"].toInt() == 2);
  }
  SECTION("a batch of more than a hundred") {
    const std::vector<SentOperation> flood(101, list.front());
    const auto answer = li.gateway->apply(li.id(), li.epoch, flood);
    REQUIRE(answer);
    CHECK(answer->refusal == Refusal::Batch);
  }
  SECTION("an epoch that is over") {
    const auto answer = li.gateway->apply(li.id(), floor.newId(), list);
    REQUIRE(answer);
    CHECK(answer->refusal == Refusal::Epoch);
  }
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op o WHERE NOT EXISTS (SELECT 1"
                                   " FROM yingda.workstation w WHERE w.workstation ="
                                   " o.workstation)")) == u"0");
}

TEST_CASE("an operation that the server cannot read is recorded and lets the next pass",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  li.append(QByteArray("{\"f\":[{\"k\":\"ticket\",\"i\":\"no id\",\"f\":{\"level\":0}}]}"));
  li.append(ticket({{QStringLiteral("level"), 2}}));
  const auto list = li.waiting();
  const auto whole = li.gateway->apply(li.id(), li.epoch, list);
  REQUIRE_FALSE(whole);
  CHECK(whole.error().code == ErrorCode::Invalid);
  // One by one, as after any refusal of a whole batch.
  REQUIRE(li.gateway->apply(li.id(), li.epoch, std::span(list).first(1)));
  REQUIRE_FALSE(li.gateway->apply(li.id(), li.epoch, std::span(list).subspan(1, 1)));
  const auto recorded = li.gateway->apply(li.id(), li.epoch, std::span(list).subspan(1, 1),
                                          QStringLiteral("unreadable"));
  REQUIRE(recorded);
  REQUIRE(recorded->exceptions.size() == 1);
  CHECK_FALSE(recorded->exceptions.front().isParked);
  CHECK(li.send().acknowledged == 3);
  CHECK(bodyOf(li.pull(), "ticket")[u"level"].toInt() == 2);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op WHERE result = 'rejected'")) ==
        u"1");
}

TEST_CASE("people of one site never get a row of another", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat all(floor.person(QStringLiteral("all")), 1);
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here}), 2);
  all.enter();
  li.enter();
  const auto text = [](const QUuid& id) { return id.toString(QUuid::WithoutBraces); };
  all.append(payload(
      {change(QStringLiteral("ticket_text"), ticketId,
              {{QStringLiteral("request"), QStringLiteral("x")}}),
       change(QStringLiteral("ticket"), ticketId, {{QStringLiteral("community"), text(there)}})},
      {QJsonObject{{QStringLiteral("i"), ticketId},
                   {QStringLiteral("t"), ticketId},
                   {QStringLiteral("k"), QStringLiteral("told")},
                   {QStringLiteral("at"), 5}}}));
  all.send();
  const auto foreign = [&](const std::vector<RemoteRow>& rows) {
    return std::count_if(rows.begin(), rows.end(), [](const RemoteRow& row) {
      return row.kind == "ticket" || row.kind == "ticket_text" || row.kind == "told";
    });
  };
  CHECK(foreign(li.pull()) == 0);
  CHECK(foreign(all.pull()) == 3);
  for (const char* part : {"open", "ticket", "ticket_text"}) {
    const auto page = li.gateway->hydrate(li.epoch, part, QUuid(), 100);
    REQUIRE(page);
    CHECK(foreign(page->rows) == 0);
  }
  // Nor may they write there.
  li.append(ticket({{QStringLiteral("level"), 0}}));
  const auto list = li.waiting();
  const auto refused = li.gateway->apply(li.id(), li.epoch, list);
  REQUIRE_FALSE(refused);
  // The ticket moves to their site: now they have all of it, and the others' copy stays.
  all.append(ticket({{QStringLiteral("community"), text(here)}}));
  all.send();
  CHECK(foreign(li.pull()) == 3);
  // And away again: they are told to forget it.
  all.append(ticket({{QStringLiteral("community"), text(there)}}));
  all.send();
  const auto rows = li.pull();
  CHECK(rowOf(rows, RemoteRow::What::Exit, "ticket") != nullptr);
  CHECK(rowOf(rows, RemoteRow::What::Exit, "ticket_text") != nullptr);
  CHECK(foreign(rows) == 2);
}

TEST_CASE("a person has the doors and nothing behind them", "[remote]") {
  Floor floor;
  ServerLink link(floor.person(QStringLiteral("li")));
  for (const char* table : {"entity", "activity", "op", "person", "workstation", "conflict", "blob",
                            "blob_chunk", "presence", "meta", "field_rule", "claim", "scope_exit",
                            "workstation_agent", "migration"}) {
    INFO(table);
    const QString name = QLatin1String(table);
    for (const QString& sql :
         {QStringLiteral("SELECT * FROM yingda.%1"), QStringLiteral("DELETE FROM yingda.%1"),
          QStringLiteral("TRUNCATE yingda.%1")}) {
      const auto answer = link.ask(sql.arg(name));
      REQUIRE_FALSE(answer);
      CHECK(answer.error().detail.startsWith(QStringLiteral("42501")));
    }
  }
  for (const char* call : {"yingda.me()", "yingda.merge_lines('a', 'b', 'c')",
                           "yingda.send_back('{}')", "pg_read_file('/etc/passwd')"}) {
    INFO(call);
    CHECK_FALSE(link.ask(QStringLiteral("SELECT ") % QLatin1String(call)));
  }
  CHECK_FALSE(link.run(QStringLiteral("SET ROLE yingda_owner")));
  CHECK_FALSE(link.run(QStringLiteral("CREATE TABLE yingda.mine(x int)")));
}

TEST_CASE("history is not edited, not even by the administrator's slip", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  li.send();
  for (const char* sql :
       {"DELETE FROM yingda.op", "TRUNCATE yingda.op", "TRUNCATE yingda.activity",
        "DELETE FROM yingda.activity", "UPDATE yingda.op SET payload = 'x'::bytea",
        "UPDATE yingda.op SET hash = 'x'::bytea"}) {
    INFO(sql);
    CHECK_FALSE(floor.admin->run(QLatin1String(sql)));
  }
}

TEST_CASE("a script that fails in its middle is told, and leaves nothing", "[remote]") {
  Floor floor;
  const auto told = floor.admin->run(QStringLiteral(
      "SELECT 1; CREATE TABLE yingda.half(x int); SELECT 1/0; CREATE TABLE yingda.whole(x int)"));
  REQUIRE_FALSE(told);
  CHECK(told.error().detail.contains(QStringLiteral("22012")));
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM pg_tables WHERE tablename = 'half'")) ==
        u"0");
  // The link is as good as before.
  CHECK(FloorAdmin(*floor.admin).status());
  FloorPerson person;
  person.login = QStringLiteral("li");
  person.password = QStringLiteral("long enough");
  person.agent = AgentId(floor.newId());
  person.role = QStringLiteral("king");
  const auto refused = FloorAdmin(*floor.admin).addPerson(person);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().detail.contains(QStringLiteral("23514")));
  CHECK(FloorAdmin(*floor.admin).status());
}

TEST_CASE("what is wrong with a connection has its name", "[remote]") {
  Floor floor;
  ServerAddress address = floor.person(QStringLiteral("li"));
  const auto fault = [](const ServerAddress& wrong) {
    ServerLink link(wrong);
    CHECK_FALSE(link.open());
    return link.fault();
  };
  ServerAddress wrong = address;
  wrong.password = QStringLiteral("not it");
  CHECK(fault(wrong) == LinkFault::Password);
  wrong = address;
  wrong.login = QStringLiteral("nobody");
  CHECK(fault(wrong) == LinkFault::Password);
  wrong = address;
  wrong.ports = QStringLiteral("1");
  CHECK(fault(wrong) == LinkFault::Refused);
  wrong = address;
  wrong.hosts = QStringLiteral("no-such-host.invalid");
  CHECK(fault(wrong) == LinkFault::Name);
  wrong = address;
  wrong.database = QStringLiteral("no_such_floor");
  CHECK(fault(wrong) == LinkFault::Database);
  wrong = address;
  wrong.sslMode = QStringLiteral("verify-full");
  CHECK(fault(wrong) == LinkFault::Tls);
  // A floor that is not there, and a person whom it does not know.
  ServerAddress empty = floor.asAdministrator();
  empty.database = QStringLiteral("postgres");
  PsqlGateway nothing(empty);
  CHECK_FALSE(nothing.hello(WorkstationId(floor.newId())));
  CHECK(nothing.link().fault() == LinkFault::Floor);
  PsqlGateway stranger(floor.asAdministrator());
  CHECK_FALSE(stranger.hello(WorkstationId(floor.newId())));
  CHECK(stranger.link().fault() == LinkFault::Person);
}

TEST_CASE("an adopted floor has a new epoch and shows every row again", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  li.send();
  REQUIRE_FALSE(li.pull().empty());
  // As after pg_restore: another cluster's name, and numbers from its future.
  REQUIRE(
      floor.admin->run(QStringLiteral("UPDATE yingda.meta SET system_identifier = '1';"
                                      "ALTER TABLE yingda.entity DISABLE TRIGGER USER;"
                                      "UPDATE yingda.entity SET sync_xid = '99999999999';"
                                      "ALTER TABLE yingda.entity ENABLE TRIGGER USER")));
  const auto before = li.gateway->hello(li.id());
  REQUIRE(before);
  CHECK(before->refusal == Refusal::Adopt);
  REQUIRE(FloorAdmin(*floor.admin).adopt());
  const auto after = li.gateway->hello(li.id());
  REQUIRE(after);
  CHECK(after->refusal == Refusal::None);
  CHECK_FALSE(after->epoch == li.epoch);
  CHECK(after->lastSequence == 1);
  li.epoch = after->epoch;
  CHECK(bodyOf(li.pull(), "ticket")[u"level"].toInt() == 1);
}
