// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of each operation: once, in its place, judged, and erased when it must be.
#include "core/store/journal_chain.h"
#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

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
  SECTION("more bytes than anybody writes") {
    auto one = list.front();
    one.payload = QByteArray(21 * 1024 * 1024, 'x');
    const auto answer = li.gateway->apply(li.id(), li.epoch, {&one, 1});
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

TEST_CASE("what was refused or parked is said again when it is sent again", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(payload({change(QStringLiteral("agent"), ticketId,
                            {{QStringLiteral("name"), QStringLiteral("我")}})}));
  li.append(ticket({{QStringLiteral("mood"), 1}}));
  li.append(ticket({{QStringLiteral("level"), 1}}));
  const auto list = li.waiting();
  const ApplyAnswer first = li.send();
  REQUIRE(first.exceptions == std::vector<OperationException>{{1, false, QStringLiteral("role")},
                                                              {2, true, QStringLiteral("kind")}});
  const auto again = li.gateway->apply(li.id(), li.epoch, list);
  REQUIRE(again);
  CHECK(again->acknowledged == 3);
  CHECK(again->exceptions == first.exceptions);
}

TEST_CASE("what the server does not know waits, and applies when it has learned it", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(ticket({{QStringLiteral("mood"), 7}, {QStringLiteral("level"), 0}}));
  li.append(payload({change(QStringLiteral("parking"), idNumber(3),
                            {{QStringLiteral("place"), QStringLiteral("B1-127")}})}));
  li.append(payload({}, {activityOf(QStringLiteral("teleported"), idNumber(4))}));
  CHECK(li.send().exceptions.size() == 3);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE kind <> 'agent'")) ==
        u"0");
  REQUIRE(FloorAdmin(*floor.admin).migrate());
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op WHERE result = 'parked'")) ==
        u"3");
  REQUIRE(floor.admin->run(QStringLiteral(
      "INSERT INTO yingda.field_rule VALUES ('ticket', 'mood', 'open', 'last_writer', 'integer'),"
      " ('parking', 'place', 'open', 'last_writer', 'text');"
      "INSERT INTO yingda.kind_rule VALUES ('entity', 'parking', 'open', '{supervisor}', NULL),"
      " ('activity', 'teleported', 'open', '{agent}', NULL)")));
  REQUIRE(FloorAdmin(*floor.admin).migrate());
  floor.settle();
  const auto rows = li.pull();
  CHECK(bodyOf(rows, "ticket")[u"mood"].toInt() == 7);
  CHECK(rowOf(rows, RemoteRow::What::Activity, "teleported") != nullptr);
  // It knows the kind now, and that this role does not write it.
  CHECK(bodyOf(rows, "parking").isEmpty());
  CHECK(floor.value(QStringLiteral("SELECT string_agg(sequence::text, ',') FROM yingda.op"
                                   " WHERE result = 'parked'")) == u"2");
  REQUIRE(FloorAdmin(*floor.admin).migrate());
  CHECK(floor.value(QStringLiteral("SELECT row_version FROM yingda.entity WHERE kind = 'ticket'"))
            .toInt() <= 2);
}

TEST_CASE("an operation is judged by its author, not by who sends it", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  const QJsonObject duty{change(QStringLiteral("duty_contact"), idNumber(5),
                                {{QStringLiteral("community"), textOf(here)},
                                 {QStringLiteral("name"), QStringLiteral("张工")}})};
  Seat chief(floor.person(QStringLiteral("chief"), QStringLiteral("supervisor"), {here}), 1);
  chief.enter();
  const AgentId chiefId = chief.agent;
  const ServerAddress agent = floor.person(QStringLiteral("li"), QStringLiteral("agent"), {there});
  // The seat is shared: the agent signs in at the server there too.
  chief.append(payload({duty}));
  chief.gateway = std::make_unique<PsqlGateway>(agent);
  chief.enter();
  REQUIRE_FALSE(chief.agent == chiefId);
  CHECK(chief.send().exceptions.empty());
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.entity"
                                   " WHERE kind = 'duty_contact'")) == u"1");
  // The agent's own change of it is judged as the agent's.
  chief.append(payload({change(QStringLiteral("duty_contact"), idNumber(5),
                               {{QStringLiteral("name"), QStringLiteral("何姐")}})}));
  const ApplyAnswer refused = chief.send();
  REQUIRE(refused.exceptions.size() == 1);
  CHECK(refused.exceptions.front().reason == QStringLiteral("role"));
  // A local person of the seat has the rights of whom they are bound to.
  const AgentId local(floor.newId());
  const auto bound =
      chief.gateway->enrol(chief.id(), chief.secret, QStringLiteral("seat"), {local.uuid()});
  REQUIRE(bound);
  REQUIRE(bound->refusal == Refusal::None);
  chief.agent = local;
  chief.append(ticket({{QStringLiteral("level"), 1}, {QStringLiteral("community"), textOf(here)}}));
  const auto list = chief.waiting();
  const auto foreign = chief.gateway->apply(chief.id(), chief.epoch, list);
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().code == ErrorCode::Invalid);
  CHECK(foreign.error().detail.startsWith(QStringLiteral("YD021")));
}

namespace {

/// Appends an erasure of those sequences at the seat, as its journal does.
void erase(Seat& seat, QList<qint64> sequences) {
  seat.clock.advance(std::chrono::milliseconds{10});
  NewOperation erasure;
  erasure.by = seat.agent;
  erasure.kind = QStringLiteral("erasure");
  erasure.payload = "{}";
  REQUIRE(seat.journal->erase(erasure, sequences));
}

}  // namespace

TEST_CASE("an erasure takes out what came from those operations, wherever it stands", "[remote]") {
  Floor floor;
  Seat chief(floor.person(QStringLiteral("chief"), QStringLiteral("supervisor")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  chief.enter();
  zhang.enter();
  const QString person = idNumber(6);
  QJsonObject told = activityOf(QStringLiteral("told"), idNumber(7));
  told.insert(QStringLiteral("d"), QJsonObject{{QStringLiteral("note"), QStringLiteral("王秀兰")}});
  chief.append(payload({change(QStringLiteral("person"), person,
                               {{QStringLiteral("name"), QStringLiteral("王秀兰")},
                                {QStringLiteral("salutation"), QStringLiteral("王老师")}}),
                        change(QStringLiteral("ticket_text"), ticketId,
                               {{QStringLiteral("request"), QStringLiteral("王秀兰家漏水")}})},
                       {told}));
  chief.append(payload({change(QStringLiteral("person"), person,
                               {{QStringLiteral("salutation"), QStringLiteral("老师")}})}));
  chief.send();
  // A later one beside it: what lost is kept, and is hers too.
  zhang.clock.advance(std::chrono::hours{1});
  zhang.append(words(QStringLiteral("漏水")));
  zhang.send();
  REQUIRE(floor.value(QStringLiteral("SELECT lost #>> '{}' FROM yingda.conflict")) ==
          u"王秀兰家漏水");
  erase(chief, {1});
  CHECK(chief.send().exceptions.empty());
  const auto everywhere = floor.value(
      QStringLiteral("SELECT (SELECT string_agg(body::text, '') FROM yingda.entity"
                     "  WHERE kind <> 'agent')"
                     " || (SELECT string_agg(content::text, '') FROM yingda.activity)"
                     " || coalesce((SELECT string_agg(coalesce(kept::text, '')"
                     "  || coalesce(lost::text, ''), '') FROM yingda.conflict), '')"
                     " || (SELECT string_agg(convert_from(payload, 'UTF8'), '') FROM yingda.op)"));
  INFO(everywhere.toStdString());
  CHECK_FALSE(everywhere.contains(QStringLiteral("王秀兰")));
  CHECK_FALSE(everywhere.contains(QStringLiteral("王老师")));
  CHECK(everywhere.contains(QStringLiteral("老师")));
  CHECK(everywhere.contains(QStringLiteral("漏水")));
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op WHERE payload IS NULL AND salt"
                                   " IS NULL")) == u"1");
  // And the others hear of it.
  CHECK(bodyOf(zhang.pull(), "person")[u"name"].isNull());
}

TEST_CASE("an erasure by a role that may not, or refused by its seat, takes out nothing",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(words(QStringLiteral("漏水")));
  li.send();
  erase(li, {1});
  SECTION("the role") {
    const ApplyAnswer answer = li.send();
    REQUIRE(answer.exceptions.size() == 1);
    CHECK(answer.exceptions.front().reason == QStringLiteral("role"));
  }
  SECTION("recorded as rejected") {
    REQUIRE(li.gateway->apply(li.id(), li.epoch, li.waiting(), QStringLiteral("not so")));
  }
  CHECK(bodyOf(li.pull(), "ticket_text")[u"request"] == QStringLiteral("漏水"));
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op WHERE payload IS NULL")) ==
        u"0");
}

namespace {

/// What a seat wrote, as a copy of its disk sends it after it took a seat of its own.
std::vector<SentOperation> asSentBy(const Seat& other, const std::vector<SentOperation>& written) {
  std::vector<SentOperation> list = written;
  QByteArray hash(32, '\0');
  for (SentOperation& one : list) {
    QJsonObject header = QJsonDocument::fromJson(one.header).object();
    header[u"ws"] = textOf(other.id().uuid());
    one.header = QJsonDocument(header).toJson(QJsonDocument::Compact);
    hash = chainHash(hash, one.header, one.commitment);
    one.hash = hash;
  }
  return list;
}

}  // namespace

TEST_CASE("the same content from another seat is noted, not carried out and not kept twice",
          "[remote]") {
  Floor floor;
  const auto address = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  Seat first(address, 1);
  Seat second(address, 2);
  first.enter();
  second.enter();
  first.append(words(QStringLiteral("漏水")));
  first.append(words(QStringLiteral("漏水，三楼")));
  const auto written = first.waiting();
  first.send();
  const auto list = asSentBy(second, written);
  const auto answer = second.gateway->apply(second.id(), second.epoch, list);
  REQUIRE(answer);
  CHECK(answer->acknowledged == 2);
  CHECK(answer->stopped == Stopped::No);
  CHECK(answer->exceptions.empty());
  // Again, since the answer may have been lost.
  CHECK(second.gateway->apply(second.id(), second.epoch, list)->acknowledged == 2);
  CHECK(floor.value(QStringLiteral("SELECT row_version FROM yingda.entity"
                                   " WHERE kind = 'ticket_text'")) == u"2");
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op WHERE result = 'repeated'"
                                   " AND payload IS NULL AND salt IS NULL AND is_withheld")) ==
        u"2");
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"0");
  FloorAdmin verifier(*floor.admin);
  CHECK(verifier.verify()->broken.isEmpty());

  SECTION("content that was refused may be right from the next") {
    first.append(words(QStringLiteral("四楼")));
    const auto late = first.waiting();
    REQUIRE(first.gateway->apply(first.id(), first.epoch, late, QStringLiteral("not so")));
    const auto all = asSentBy(second, {written[0], written[1], late[0]});
    REQUIRE(second.gateway->apply(second.id(), second.epoch, all));
    CHECK(floor.value(QStringLiteral("SELECT result FROM yingda.op WHERE workstation = '%1'"
                                     " AND sequence = 3")
                          .arg(textOf(second.id().uuid()))) == u"applied");
  }
  SECTION("what was erased meanwhile does not come back") {
    erase(first, {1, 2});
    const auto erasure = first.waiting();
    REQUIRE(first.send().exceptions.empty());
    const auto all = asSentBy(second, {written[0], written[1], erasure[0]});
    REQUIRE(second.gateway->apply(second.id(), second.epoch, all)->exceptions.empty());
    CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op"
                                     " WHERE convert_from(payload, 'UTF8') LIKE '%漏水%'")) ==
          u"0");
    CHECK(floor.value(QStringLiteral("SELECT coalesce(body ->> 'request', '-')"
                                     " FROM yingda.entity WHERE kind = 'ticket_text'")) == u"-");
    CHECK(verifier.verify()->broken.isEmpty());
  }
}

TEST_CASE("a secret never lies on the server, and the rest of its operation applies", "[remote]") {
  Floor floor;
  Seat chief(floor.person(QStringLiteral("chief"), QStringLiteral("supervisor")), 1);
  chief.enter();
  chief.append(payload({change(QStringLiteral("agent"), idNumber(8),
                               {{QStringLiteral("name"), QStringLiteral("新人")}}),
                        change(QStringLiteral("agent_secret"), idNumber(8),
                               {{QStringLiteral("pin_hash"), QStringLiteral("$argon2id$x")}})}));
  CHECK(chief.send().exceptions.empty());
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE id = '%1'")
                        .arg(idNumber(8))) == u"1");
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op WHERE payload IS NULL"
                                   " AND is_withheld AND result = 'applied'")) == u"1");
}

TEST_CASE("a refused operation sends back what its author may see, and only that", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat all(floor.person(QStringLiteral("all")), 1);
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here}), 2);
  all.enter();
  li.enter();
  all.append(ticket({{QStringLiteral("community"), textOf(there)}}));
  all.send();
  const QString version =
      floor.value(QStringLiteral("SELECT row_version FROM yingda.entity WHERE kind = 'ticket'"));
  for (const char* bytes :
       {"{\"f\":[{\"k\":\"ticket\",\"i\":\"01890000-0000-7000-8000-000000000001\",\"f\":{}}]}",
        "{\"f\":{\"k\":1}}", "{\"f\":[1,[],\"x\",{\"k\":[],\"i\":{}}]}", "[]", "7", "no JSON"}) {
    INFO(bytes);
    li.append(QByteArray(bytes));
    const auto list = li.waiting();
    CHECK_FALSE(li.gateway->apply(li.id(), li.epoch, list));
    const auto answer = li.gateway->apply(li.id(), li.epoch, list, QStringLiteral("'; --"));
    REQUIRE(answer);
    li.sent = answer->acknowledged;
    CHECK(answer->exceptions.size() == 1);
  }
  CHECK(floor.value(QStringLiteral("SELECT row_version FROM yingda.entity"
                                   " WHERE kind = 'ticket'")) == version);
  li.newest = std::max(li.newest, quint64(1));
  CHECK(rowOf(li.pull(), RemoteRow::What::Exit, "ticket") != nullptr);
}

TEST_CASE("what is too much to be sent is recorded as refused, without its content", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  li.append(ticket({{QStringLiteral("level"), 2}}));
  auto list = li.waiting();
  list.front().salt.clear();
  list.front().payload.clear();
  const auto answer =
      li.gateway->apply(li.id(), li.epoch, {list.data(), 1}, QStringLiteral("large"));
  REQUIRE(answer);
  CHECK(answer->acknowledged == 1);
  CHECK(answer->exceptions == std::vector<OperationException>{{1, false, QStringLiteral("large")}});
  li.sent = 1;
  CHECK(li.send().acknowledged == 2);
  CHECK(bodyOf(li.pull(), "ticket")[u"level"].toInt() == 2);
  const auto report = FloorAdmin(*floor.admin).verify();
  REQUIRE(report);
  CHECK(report->broken.isEmpty());
}
