// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may not do: each role at each table and door, lies in what is sent, other sites.
#include "core/store/journal_chain.h"
#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const QStringList allServerRoles{QStringLiteral("agent"), QStringLiteral("supervisor"),
                                 QStringLiteral("trainer"), QStringLiteral("engineer"),
                                 QStringLiteral("reader")};

/// The tables and views of the floor, by the catalogue, so that a new one is not forgotten.
QStringList relations(Floor& floor, const char* kind) {
  return floor
      .value(QStringLiteral("SELECT string_agg(relname, ',') FROM pg_class WHERE relnamespace ="
                            " 'yingda'::regnamespace AND relkind = '%1'")
                 .arg(QLatin1String(kind)))
      .split(u',');
}

void checkDenied(ServerLink& link, const QString& sql) {
  INFO(sql.toStdString());
  const auto answer = link.run(sql);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().detail.startsWith(QStringLiteral("42501")));
}

/// An operation whose chain holds, whatever its header claims.
SentOperation forged(const QByteArray& previous, const OperationHeader& header, qint64 sequence,
                     const QByteArray& payload) {
  SentOperation one;
  one.sequence = sequence;
  one.header = headerBytesOf(header);
  one.salt = QByteArray(16, 's');
  one.payload = payload;
  one.commitment = commitmentOf(one.salt, payload);
  one.hash = chainHash(previous, one.header, one.commitment);
  return one;
}

}  // namespace

TEST_CASE("no role reads or writes a table, whichever it is", "[remote]") {
  Floor floor;
  const QStringList tables = relations(floor, "r");
  REQUIRE(tables.size() >= 17);
  for (const QString& role : allServerRoles) {
    ServerLink link(floor.person(u'p' % role, role));
    for (const QString& table : tables) {
      const QString column = floor.value(
          QStringLiteral("SELECT attname FROM pg_attribute WHERE attrelid = 'yingda.%1'::regclass"
                         " AND attnum > 0 AND attidentity = '' LIMIT 1")
              .arg(table));
      checkDenied(link, QStringLiteral("UPDATE yingda.%1 SET %2 = NULL").arg(table, column));
      for (const char* sql : {"SELECT * FROM yingda.%1", "INSERT INTO yingda.%1 DEFAULT VALUES",
                              "DELETE FROM yingda.%1", "TRUNCATE yingda.%1"}) {
        checkDenied(link, QString::fromLatin1(sql).arg(table));
      }
    }
    for (const char* sql :
         {"SET ROLE yingda_owner", "SET ROLE yingda_engine", "SET SESSION AUTHORIZATION postgres",
          "CREATE TABLE yingda.mine(x int)", "ALTER TABLE yingda.entity DISABLE ROW LEVEL SECURITY",
          "COPY yingda.op TO STDOUT", "SELECT pg_read_file('/etc/passwd')"}) {
      checkDenied(link, QLatin1String(sql));
    }
  }
}

TEST_CASE("a person may call the doors and nothing else, and everybody may call nothing",
          "[remote]") {
  Floor floor;
  const ServerAddress li = floor.person(QStringLiteral("li"));
  const auto callable = [&](const QString& who) {
    return floor.value(
        QStringLiteral("SELECT coalesce(string_agg(proname, ' ' ORDER BY proname), '') FROM pg_proc"
                       " WHERE pronamespace = 'yingda'::regnamespace"
                       " AND has_function_privilege('%1', oid, 'EXECUTE')")
            .arg(who));
  };
  CHECK(callable(li.login) == u"apply_ops beat blob_get blob_put enrol hello hydrate pull succeed");
  CHECK(callable(QStringLiteral("public")).isEmpty());
  CHECK(callable(QStringLiteral("yingda_reader")) ==
        u"caller_agents caller_sites hidden_kinds no_site try_time try_uuid");
  // None of them looks names up by a path that its caller sets.
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM pg_proc WHERE pronamespace ="
                                   " 'yingda'::regnamespace AND prosecdef AND NOT EXISTS (SELECT 1"
                                   " FROM unnest(proconfig) c WHERE c LIKE 'search_path=%')")) ==
        u"0");
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'yingda\\_%'"
                                   " AND (rolcanlogin OR rolbypassrls OR rolsuper)")) == u"0");
  // Every table with a site has its rows guarded, from its owner too.
  CHECK(floor.value(QStringLiteral(
            "SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND"
            " a.attname = 'site' WHERE c.relnamespace = 'yingda'::regnamespace AND c.relkind = 'r'"
            " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)")) == u"0");
}

TEST_CASE("each door opens for the roles that it is for", "[remote]") {
  Floor floor;
  quint64 seed = 0;
  for (const QString& role : allServerRoles) {
    INFO(role.toStdString());
    Seat seat(floor.person(u'p' % role, role), ++seed);
    const bool mayBring = role != u"reader";
    const auto enrolled = seat.gateway->enrol(seat.id(), seat.secret, QStringLiteral("s"), {});
    REQUIRE(enrolled);
    CHECK((enrolled->refusal == Refusal::None) == mayBring);
    const auto hello = seat.gateway->hello(seat.id());
    REQUIRE(hello);
    CHECK(hello->role == role);
    CHECK((hello->code > 0) == mayBring);
    seat.epoch = hello->epoch;
    seat.agent = hello->agent;
    seat.append(ticket({{QStringLiteral("level"), 1}}));
    const auto applied = seat.gateway->apply(seat.id(), seat.epoch, seat.waiting());
    REQUIRE(applied);
    CHECK((applied->refusal == Refusal::None) == mayBring);
    CHECK(seat.gateway->pull(seat.epoch, 0, 10));
    CHECK(seat.gateway->hydrate(seat.epoch, "ticket", QUuid(), 10));
    CHECK(seat.gateway->beat(seat.id(), beatOf(QStringLiteral("idle"))));
    const auto put =
        seat.gateway->blobPut(QByteArray(32, 'h'), 5, QUuid::fromString(ticketId), 0, {});
    REQUIRE(put);
    CHECK((put->refusal == Refusal::None) == mayBring);
    CHECK(seat.gateway->blobGet(QByteArray(32, 'h'), 0));
  }
}

TEST_CASE("a role writes the kinds that its deeds allow", "[remote]") {
  Floor floor;
  quint64 seed = 0;
  const QJsonObject callback = payload({}, {activityOf(QStringLiteral("callback"), idNumber(40))});
  const QJsonObject solved = payload({}, {activityOf(QStringLiteral("solved"), idNumber(41))});
  const QJsonObject promoted =
      payload({change(QStringLiteral("agent"), idNumber(42),
                      {{QStringLiteral("role"), static_cast<int>(Role::Supervisor)}})});
  const QJsonObject home = payload({change(QStringLiteral("household"), idNumber(43),
                                           {{QStringLiteral("room"), QStringLiteral("1502")}})});
  const QJsonObject level = ticket({{QStringLiteral("level"), 1}});
  for (const QString& role : allServerRoles) {
    if (role == u"reader") continue;
    INFO(role.toStdString());
    Seat seat(floor.person(u'p' % role, role), ++seed);
    seat.enter();
    for (const QJsonObject& said : {callback, solved, promoted, home, level}) seat.append(said);
    QString refused;
    for (const OperationException& one : seat.send().exceptions) {
      CHECK(one.reason == QStringLiteral("role"));
      CHECK_FALSE(one.isParked);
      refused += QString::number(one.sequence);
    }
    CHECK(refused == (role == u"agent"        ? u"3"
                      : role == u"engineer"   ? u"134"
                      : role == u"supervisor" ? u""
                                              : u"12345"));
  }
}

TEST_CASE("care tags and numbers come to the roles that need them", "[remote]") {
  Floor floor;
  Seat chief(floor.person(QStringLiteral("chief"), QStringLiteral("supervisor")), 1);
  Seat clerk(floor.person(QStringLiteral("clerk"), QStringLiteral("engineer")), 2);
  Seat trainer(floor.person(QStringLiteral("trainer"), QStringLiteral("trainer")), 3);
  for (Seat* seat : {&chief, &clerk, &trainer}) seat->enter();
  const auto tag = [](CareTag word) {
    return change(QStringLiteral("welfare"), idNumber(50),
                  {{QStringLiteral("tag"), static_cast<int>(word)}});
  };
  chief.append(payload({tag(CareTag::Elderly),
                        change(QStringLiteral("contact_point"), idNumber(51),
                               {{QStringLiteral("number"), QStringLiteral("13812341234")}})}));
  chief.send();
  // A conflict about a tag is as private as the tag.
  chief.clock.advance(std::chrono::hours{1});
  Seat other(floor.person(QStringLiteral("other"), QStringLiteral("supervisor")), 4);
  other.enter();
  other.append(payload({tag(CareTag::Pet)}));
  other.send();
  const auto sees = [](Seat& seat) {
    const auto rows = seat.pull();
    QString what;
    if (rowOf(rows, RemoteRow::What::Entity, "welfare")) what += u'w';
    if (rowOf(rows, RemoteRow::What::Entity, "contact_point")) what += u'n';
    if (rowOf(rows, RemoteRow::What::Conflict, "welfare")) what += u'c';
    const auto page = seat.gateway->hydrate(seat.epoch, "welfare", QUuid(), 10);
    REQUIRE(page);
    if (!page->rows.empty()) what += u'h';
    return what;
  };
  CHECK(sees(chief) == u"wnch");
  CHECK(sees(clerk) == u"n");
  CHECK(sees(trainer).isEmpty());
}

TEST_CASE("a door that forgets its WHERE shows no more than its caller may see", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat all(floor.person(QStringLiteral("all")), 1);
  const ServerAddress liAddress =
      floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here});
  const ServerAddress boardAddress =
      floor.person(QStringLiteral("board"), QStringLiteral("reader"), {here});
  all.enter();
  for (const QUuid& site : {here, there, there}) {
    const QString id = textOf(floor.newId());
    all.append(payload({change(QStringLiteral("ticket"), id,
                               {{QStringLiteral("community"), textOf(site)},
                                {QStringLiteral("level"), 1},
                                // No calendar has it; a report passes over it.
                                {QStringLiteral("received_at"), qint64(900'000'000'000'000'000)}})},
                       {activityOf(QStringLiteral("told"), textOf(floor.newId()), id)}));
  }
  all.send();
  REQUIRE(floor.admin->run(QStringLiteral(
      "SET ROLE yingda_owner;"
      "CREATE FUNCTION yingda.careless() RETURNS text LANGUAGE sql SECURITY DEFINER AS"
      " $$ SELECT (SELECT count(*) FROM yingda.entity WHERE kind = 'ticket') || ' '"
      " || (SELECT count(*) FROM yingda.activity) $$; RESET ROLE")));
  ServerLink li(liAddress);
  const auto one = [](ServerLink& link, const char* sql) {
    auto query = link.ask(QLatin1String(sql));
    REQUIRE(query);
    REQUIRE(query->next());
    return query->value(0).toString();
  };
  CHECK(one(li, "SELECT yingda.careless()") == u"1 1");
  // Reports: of one's own site, for those who read reports, and of nothing else.
  ServerLink board(boardAddress);
  CHECK(one(board, "SELECT count(*) FROM yingda.bi_ticket") == u"1");
  CHECK(one(board, "SELECT count(*) FROM yingda.bi_activity") == u"1");
  CHECK(one(board, "SELECT count(*) FROM yingda.bi_conflict") == u"0");
  CHECK(one(board, "SELECT level FROM yingda.bi_ticket") == u"1");
  CHECK(one(board, "SELECT received_at IS NULL FROM yingda.bi_ticket") == u"true");
  CHECK(one(board, "SELECT at < now() FROM yingda.bi_activity") == u"true");
  checkDenied(board, QStringLiteral("SELECT * FROM yingda.entity"));
  checkDenied(board, QStringLiteral("DELETE FROM yingda.bi_ticket"));
  for (const QString& view : relations(floor, "v")) {
    checkDenied(li, QStringLiteral("SELECT * FROM yingda.") % view);
  }
  // With the role goes the right.
  REQUIRE(FloorAdmin(*floor.admin)
              .setRole(boardAddress.login, QStringLiteral("agent"), QList<QUuid>{here}));
  checkDenied(board, QStringLiteral("SELECT * FROM yingda.bi_ticket"));
}

TEST_CASE("another site is not read through presence, conflicts or blobs", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat far(floor.person(QStringLiteral("far"), QStringLiteral("agent"), {there}), 1);
  Seat two(floor.person(QStringLiteral("two"), QStringLiteral("agent"), {there}), 2);
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here}), 3);
  for (Seat* seat : {&far, &two, &li}) seat->enter();
  far.append(ticket({{QStringLiteral("community"), textOf(there)},
                     {QStringLiteral("category"), QStringLiteral("repair")}}));
  far.send();
  two.append(ticket({{QStringLiteral("category"), QStringLiteral("complaint")}}));
  two.send();
  REQUIRE(floor.value(QStringLiteral("SELECT count(*) FROM yingda.conflict")) == u"1");
  CHECK(rowOf(li.pull(), RemoteRow::What::Conflict, "ticket") == nullptr);
  CHECK(rowOf(far.pull(), RemoteRow::What::Conflict, "ticket") != nullptr);
  const TicketId id = TicketId::fromText(ticketId);
  const auto beat = [&](Seat& seat) {
    const auto others = seat.gateway->beat(seat.id(), beatOf(QStringLiteral("call'; --"), id));
    REQUIRE(others);
    QStringList tickets;
    for (const Presence& one : others->others) tickets << one.ticket.text().right(1);
    return tickets;
  };
  CHECK(beat(far).isEmpty());
  // Whoever may not see the ticket neither learns who is at it, nor is shown as being there.
  CHECK(beat(li).isEmpty());
  const auto seen = two.gateway->beat(two.id(), beatOf(QStringLiteral("idle")));
  REQUIRE(seen);
  for (const Presence& one : seen->others) {
    CHECK(one.ticket.isNull() == (one.workstation == li.id()));
    CHECK(one.state == QStringLiteral("call'; --"));
  }
  CHECK(seen->others.size() == 2);
}

TEST_CASE("a client that lies about place, author or chain gets nothing in", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  OperationHeader header;
  header.workstation = li.id();
  header.sequence = 1;
  header.madeAt = li.clock.now();
  header.hlc = toMs(header.madeAt) << 16;
  header.by = li.agent;
  header.kind = QStringLiteral("edit");
  const QByteArray said = QJsonDocument(ticket({{QStringLiteral("level"), 0}})).toJson();
  const auto send = [&](const SentOperation& one) {
    const auto answer = li.gateway->apply(li.id(), li.epoch, {&one, 1});
    REQUIRE(answer);
    return *answer;
  };
  SECTION("another seat's name in the header") {
    header.workstation = zhang.id();
    CHECK(send(forged(genesisHash(), header, 1, said)).stopped == Stopped::Chain);
  }
  SECTION("another place in the header") {
    header.sequence = 2;
    CHECK(send(forged(genesisHash(), header, 1, said)).stopped == Stopped::Chain);
  }
  SECTION("a place that is not next") {
    header.sequence = 2;
    CHECK(send(forged(genesisHash(), header, 2, said)).stopped == Stopped::Gap);
  }
  SECTION("place zero and below") {
    for (const qint64 place : {0, -1}) {
      header.sequence = place;
      CHECK(send(forged(genesisHash(), header, place, said)).acknowledged == 0);
    }
  }
  SECTION("a chain that hangs on nothing") {
    CHECK(send(forged(QByteArray(32, 'x'), header, 1, said)).stopped == Stopped::Chain);
  }
  SECTION("another person's name") {
    header.by = zhang.agent;
    const ApplyAnswer answer = send(forged(genesisHash(), header, 1, said));
    REQUIRE(answer.exceptions.size() == 1);
    CHECK(answer.exceptions.front().reason == QStringLiteral("author"));
  }
  SECTION("another seat's operations, as they are") {
    zhang.append(ticket({{QStringLiteral("level"), 0}}));
    const auto list = zhang.waiting();
    const auto replayed = li.gateway->apply(li.id(), li.epoch, list);
    REQUIRE(replayed);
    CHECK(replayed->stopped == Stopped::Chain);
    const auto foreign = li.gateway->apply(zhang.id(), li.epoch, list);
    REQUIRE(foreign);
    CHECK(foreign->refusal == Refusal::Workstation);
  }
  SECTION("an erasure that is called otherwise") {
    header.erases = {1};
    const ApplyAnswer answer = send(forged(genesisHash(), header, 1, said));
    REQUIRE(answer.exceptions.size() == 1);
    CHECK(answer.exceptions.front().reason == QStringLiteral("role"));
  }
  SECTION("a batch that is too large") {
    const std::vector<SentOperation> flood(101, forged(genesisHash(), header, 1, said));
    const auto answer = li.gateway->apply(li.id(), li.epoch, flood);
    REQUIRE(answer);
    CHECK(answer->refusal == Refusal::Batch);
  }
  SECTION("values of another type") {
    for (const QJsonObject& fields :
         {QJsonObject{{QStringLiteral("level"), QStringLiteral("x")}},
          QJsonObject{{QStringLiteral("stage"), 1.5}}, QJsonObject{{QStringLiteral("cycle"), true}},
          QJsonObject{{QStringLiteral("community"), QStringLiteral("' OR 1=1")}},
          QJsonObject{{QStringLiteral("category"), QJsonArray{}}}}) {
      const SentOperation one =
          forged(genesisHash(), header, 1, QJsonDocument(ticket(fields)).toJson());
      const auto answer = li.gateway->apply(li.id(), li.epoch, {&one, 1});
      REQUIRE_FALSE(answer);
      CHECK(answer.error().code == ErrorCode::Invalid);
    }
  }
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.entity WHERE kind = 'ticket'")) ==
        u"0");
}

TEST_CASE("no text of a client is read as SQL", "[remote]") {
  Floor floor;
  const QString evil = QStringLiteral("x'; DROP TABLE yingda.op; --\\ \" $1 %s {} ;");
  Seat li(floor.person(QStringLiteral("li")), 1);
  REQUIRE(li.gateway->enrol(li.id(), li.secret, evil, {}));
  li.enter();
  li.append(words(evil));
  li.append(payload({change(evil, ticketId, {{evil, evil}})}));
  QJsonObject told = activityOf(QStringLiteral("told"), idNumber(9));
  told.insert(QStringLiteral("d"), evil);
  li.append(payload({}, {told}));
  CHECK(li.send().exceptions.size() == 1);
  li.append(words(QStringLiteral("next")));
  REQUIRE(li.gateway->apply(li.id(), li.epoch, li.waiting(), evil));
  CHECK(li.gateway->beat(li.id(), beatOf(evil)));
  CHECK(li.gateway->hydrate(li.epoch, evil.toUtf8(), QUuid(), 10));
  CHECK(bodyOf(li.pull(), "ticket_text")[u"request"] == evil);
  CHECK(floor.value(QStringLiteral("SELECT label FROM yingda.workstation")) == evil);
  CHECK(floor.value(
            QStringLiteral("SELECT reason FROM yingda.op ORDER BY sequence DESC LIMIT 1")) == evil);
}

TEST_CASE("nobody edits the ledger, and what was parked is applied or stays", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  li.append(ticket({{QStringLiteral("mood"), 1}}));
  li.send();
  for (const char* change :
       {"result = 'rejected' WHERE sequence = 1", "result = 'parked' WHERE sequence = 1",
        "reason = 'x' WHERE sequence = 1", "login = 'x'", "at_server = now()", "is_withheld = true",
        "result = 'rejected' WHERE sequence = 2", "reason = 'x' WHERE sequence = 2",
        "result = 'applied', reason = 'x' WHERE sequence = 2", "header = 'x'", "sequence = 7"}) {
    INFO(change);
    CHECK_FALSE(floor.admin->run(QStringLiteral("UPDATE yingda.op SET ") % QLatin1String(change)));
  }
  CHECK(
      floor.admin->run(QStringLiteral("UPDATE yingda.op SET result = 'applied', reason = NULL"
                                      " WHERE sequence = 2")));
}

TEST_CASE("how a drill went is seen by its trainee and by who trains, and by nobody else",
          "[remote][training]") {
  Floor floor;
  Seat trainee(floor.person(QStringLiteral("zhao"), QStringLiteral("agent")), 1);
  Seat other(floor.person(QStringLiteral("he"), QStringLiteral("agent")), 2);
  Seat trainer(floor.person(QStringLiteral("lin"), QStringLiteral("trainer")), 3);
  Seat chief(floor.person(QStringLiteral("chief"), QStringLiteral("supervisor")), 4);
  for (Seat* seat : {&trainee, &other, &trainer, &chief}) seat->enter();
  const auto drill = [](int number, const AgentId& whose, int score) {
    return payload({change(QStringLiteral("drill"), idNumber(number),
                           {{QStringLiteral("agent"), textOf(whose.uuid())},
                            {QStringLiteral("scenario"), QStringLiteral("burst-night")},
                            {QStringLiteral("score"), score}})});
  };
  trainee.append(drill(60, trainee.agent, 81));
  CHECK(trainee.send().exceptions.empty());
  const auto sees = [](Seat& seat, const QByteArray& kind) {
    const bool isPulled = rowOf(seat.pull(), RemoteRow::What::Entity, kind) != nullptr;
    const auto page = seat.gateway->hydrate(seat.epoch, kind, QUuid(), 10);
    REQUIRE(page);
    // Both ways say the same.
    CHECK(isPulled == !page->rows.empty());
    return isPulled;
  };
  CHECK(sees(trainee, "drill"));
  CHECK_FALSE(sees(other, "drill"));
  CHECK(sees(trainer, "drill"));
  CHECK(sees(chief, "drill"));
  // What stands is not written over, not even by oneself.
  trainee.append(drill(60, trainee.agent, 100));
  trainee.send();
  const auto standing = trainer.gateway->hydrate(trainer.epoch, "drill", QUuid(), 10);
  REQUIRE(standing);
  CHECK(bodyOf(standing->rows, "drill")[u"score"].toInt() == 81);
  // Nobody records a drill for somebody else.
  other.append(drill(61, trainee.agent, 3));
  const auto refused = other.send().exceptions;
  REQUIRE(refused.size() == 1);
  CHECK(refused.front().reason == QStringLiteral("author"));

  const auto duty = [](int number, const AgentId& whose) {
    return payload({change(QStringLiteral("assignment"), idNumber(number),
                           {{QStringLiteral("agent"), textOf(whose.uuid())},
                            {QStringLiteral("scenario"), QStringLiteral("burst-night")},
                            {QStringLiteral("due_on"), QStringLiteral("2026-03-17")}})});
  };
  trainer.append(duty(62, trainee.agent));
  CHECK(trainer.send().exceptions.empty());
  CHECK(sees(trainee, "assignment"));
  CHECK_FALSE(sees(other, "assignment"));
  CHECK(sees(chief, "assignment"));
  // A trainee assigns nothing.
  trainee.append(duty(63, other.agent));
  const auto barred = trainee.send().exceptions;
  REQUIRE(barred.size() == 1);
  CHECK(barred.front().reason == QStringLiteral("role"));
}
