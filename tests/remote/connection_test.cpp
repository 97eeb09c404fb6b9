// SPDX-License-Identifier: GPL-3.0-or-later
// Coming in: seats and their secrets, what is wrong with a connection, and the administrator.
#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

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
  CHECK(fault(wrong) == LinkFault::TlsNone);
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

TEST_CASE("a seat is its secret's: nobody else binds people to it or asks where it stands",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  li.send();
  const auto asked = zhang.gateway->hello(li.id());
  REQUIRE(asked);
  CHECK(asked->refusal == Refusal::None);
  CHECK(asked->code == 0);
  CHECK(asked->lastSequence == 0);
  CHECK(asked->lastHash.isEmpty());
  CHECK(asked->lastTransaction == 0);
  const QByteArray secrets[] = {zhang.secret, QByteArray(), QByteArray(31, 'x'),
                                QByteArray(32, '\0')};
  for (const QByteArray& secret : secrets) {
    const auto forced = zhang.gateway->enrol(li.id(), secret, QStringLiteral("mine"), {});
    REQUIRE(forced);
    CHECK(forced->refusal == Refusal::Workstation);
    CHECK(forced->code == 0);
  }
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.workstation_agent")) == u"1");
  // Who sits down there has it.
  const auto shared = zhang.gateway->enrol(li.id(), li.secret, QStringLiteral("seat"), {});
  REQUIRE(shared);
  CHECK(shared->code == 100);
  CHECK(zhang.gateway->hello(li.id())->lastSequence == 1);
  // Somebody else's local person is not bound, and a seat that was refused is not made.
  Seat third(floor.person(QStringLiteral("third")), 3);
  const auto stolen =
      third.gateway->enrol(third.id(), third.secret, QStringLiteral("x"), {li.agent.uuid()});
  REQUIRE(stolen);
  CHECK(stolen->refusal == Refusal::Author);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.workstation")) == u"1");
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.workstation WHERE secret_hash ="
                                   " decode('%1', 'hex')")
                        .arg(QString::fromLatin1(li.secret.toHex()))) == u"0");
}

TEST_CASE("only what can never be done is final", "[remote]") {
  Floor floor;
  ServerLink link(floor.asAdministrator());
  const auto code = [&](const char* state) {
    const auto answer =
        link.run(QStringLiteral("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '%1'; END $$")
                     .arg(QLatin1String(state)));
    REQUIRE_FALSE(answer);
    return answer.error().code;
  };
  for (const char* state : {"22P02", "22003", "23505", "YD020", "YD021"}) {
    INFO(state);
    CHECK(code(state) == ErrorCode::Invalid);
  }
  for (const char* state : {"40001", "40P01", "55P03", "53200", "53100", "42501", "XX000", "0A000",
                            "57014", "54001", "YD010", "P0001"}) {
    INFO(state);
    CHECK(code(state) == ErrorCode::Offline);
  }
}

TEST_CASE("an error after the first row is not an answer", "[remote]") {
  Floor floor;
  ServerLink link(floor.asAdministrator());
  auto query = link.ask(QStringLiteral("SELECT 1 / (3 - n) FROM generate_series(1, 5) n"));
  bool isTold = !query;
  if (query) {
    int rows = 0;
    while (query->next()) ++rows;
    CHECK(rows < 5);
    isTold = !link.finished(*query);
  }
  CHECK(isTold);
}

TEST_CASE("a new connection has a new number", "[remote]") {
  Floor floor;
  const ServerAddress address = floor.person(QStringLiteral("li"));
  PsqlGateway gateway(address);
  CHECK(gateway.link().generation() == 0);
  const WorkstationId seat(floor.newId());
  REQUIRE(gateway.hello(seat));
  CHECK(gateway.link().generation() == 1);
  REQUIRE(gateway.hello(seat));
  CHECK(gateway.link().generation() == 1);
  REQUIRE(floor.admin->run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                          " WHERE usename = '%1'")
                               .arg(address.login)));
  const auto lost = gateway.hello(seat);
  REQUIRE_FALSE(lost);
  CHECK(lost.error().code == ErrorCode::Offline);
  REQUIRE(gateway.hello(seat));
  CHECK(gateway.link().generation() == 2);
}

TEST_CASE("a login cannot hold the floor up", "[remote]") {
  Floor floor;
  ServerLink link(floor.person(QStringLiteral("li")));
  const auto setting = [&](const char* name) {
    auto query = link.ask(QStringLiteral("SHOW ") % QLatin1String(name));
    REQUIRE(query);
    REQUIRE(query->next());
    return query->value(0).toString();
  };
  CHECK(setting("idle_in_transaction_session_timeout") == u"10s");
  CHECK(setting("statement_timeout") == u"1min");
  CHECK(setting("lock_timeout") == u"10s");
}

TEST_CASE("a floor is made whole or not at all", "[remote]") {
  Floor floor;
  REQUIRE(floor.admin->run(QStringLiteral(
      "SET client_min_messages = error; DROP SCHEMA yingda CASCADE;"
      "CREATE FUNCTION public.no_views() RETURNS event_trigger LANGUAGE plpgsql AS"
      " $$ BEGIN RAISE EXCEPTION 'no views' USING ERRCODE = 'YD020'; END $$;"
      "CREATE EVENT TRIGGER no_views ON ddl_command_start WHEN TAG IN ('CREATE VIEW')"
      " EXECUTE FUNCTION public.no_views()")));
  // One of the last steps fails, and nothing of those before it stays.
  const auto half = FloorAdmin(*floor.admin).init(QStringLiteral("云杉物业"));
  REQUIRE_FALSE(half);
  CHECK(half.error().detail.startsWith(QStringLiteral("YD020")));
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'yingda'")) ==
        u"0");
  REQUIRE(floor.admin->run(QStringLiteral("DROP EVENT TRIGGER no_views")));
  CHECK(FloorAdmin(*floor.admin).init(QStringLiteral("云杉物业")));
}

TEST_CASE("a seat that is too old is told so, and its work is taken", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  const auto speak = [&](int from, int to) {
    REQUIRE(floor.admin->run(
        QStringLiteral("UPDATE yingda.meta SET protocol_min = %1, protocol_max = %2")
            .arg(from)
            .arg(to)));
    const auto hello = li.gateway->hello(li.id());
    REQUIRE(hello);
    return *hello;
  };
  const HelloAnswer old = speak(wireProtocol + 1, wireProtocol + 3);
  CHECK(old.refusal == Refusal::ClientOld);
  CHECK(old.isEnrolled);
  CHECK(old.epoch == li.epoch);
  CHECK(old.lastSequence == 0);
  CHECK(li.send().acknowledged == 1);
  CHECK(speak(wireProtocol + 1, wireProtocol + 3).lastSequence == 1);
  // Two versions back is taken wholly; what is newer than the server waits for it.
  CHECK(speak(wireProtocol, wireProtocol + 2).refusal == Refusal::None);
  const HelloAnswer ahead = speak(wireProtocol - 1, wireProtocol - 1);
  CHECK(ahead.refusal == Refusal::ServerOld);
  CHECK_FALSE(ahead.isEnrolled);
}

TEST_CASE("the newest step is applied under a seat that is connected", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  // As the step before the newest left it: without its function, and without the note of it.
  const auto newest = floorMigrations().size();
  REQUIRE(floor.admin->run(QStringLiteral("DROP FUNCTION yingda.ring(xid8, boolean);"
                                          "DELETE FROM yingda.migration WHERE number = %1")
                               .arg(newest)));
  CHECK(FloorAdmin(*floor.admin).status()->schema == newest - 1);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  CHECK(li.send().acknowledged == 1);
  const auto generation = li.gateway->link().generation();

  const auto applied = FloorAdmin(*floor.admin).migrate();
  REQUIRE(applied);
  CHECK(*applied == newest);
  CHECK(FloorAdmin(*floor.admin).status()->schema == newest);
  // The same connection, with what it had prepared, goes on.
  li.append(ticket({{QStringLiteral("level"), 2}}));
  CHECK(li.send().acknowledged == 2);
  CHECK(bodyOf(li.pull(), "ticket")[u"level"].toInt() == 2);
  CHECK(li.gateway->link().generation() == generation);
  CHECK(floor.admin->run(QStringLiteral("SELECT * FROM yingda.ring(NULL, false)")));
}
