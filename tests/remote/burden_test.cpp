// SPDX-License-Identifier: GPL-3.0-or-later
// What a batch costs others: who waits for whom, and what is read for it.
#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// A new ticket with its words and its first record.
QJsonObject wholeTicket(int number) {
  const QString id = idNumber(number);
  return payload({change(QStringLiteral("ticket"), id, {{QStringLiteral("level"), number % 4}}),
                  change(QStringLiteral("ticket_text"), id,
                         {{QStringLiteral("request"), QStringLiteral("漏水")}})},
                 {activityOf(QStringLiteral("note"), idNumber(100'000 + number), id)});
}

/// Sends all that waits, and says whether it was taken before the patience of two seconds was over.
bool isTaken(Seat& seat) {
  const auto answer = seat.gateway->apply(seat.id(), seat.epoch, seat.waiting());
  if (!answer) return false;
  seat.sent = answer->acknowledged;
  return true;
}

}  // namespace

TEST_CASE("who comes back with much waits for a turn, and a save of a few does not", "[remote]") {
  Floor floor;
  const ServerAddress address = floor.person(QStringLiteral("li"));
  floor.runBeside(QStringLiteral("ALTER ROLE \"%1\" SET lock_timeout = '2s'").arg(address.login));
  Seat back(address, 1);
  Seat here(address, 2);
  back.enter();
  here.enter();
  int number = 0;
  for (int i = 0; i < 40; ++i) back.append(wholeTicket(++number));
  for (int i = 0; i < 10; ++i) here.append(wholeTicket(++number));
  ServerLink other(floor.asAdministrator());
  REQUIRE(other.run(QStringLiteral("BEGIN")));
  REQUIRE(other.run(QStringLiteral("SELECT yingda.take_turn()")));
  CHECK_FALSE(isTaken(back));
  CHECK(isTaken(here));
  REQUIRE(other.run(QStringLiteral("COMMIT")));
  CHECK(isTaken(back));
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op")) == u"50");
}

TEST_CASE("a batch looks up what it needs, and walks nothing that grows", "[remote]") {
  Floor floor;
  const ServerAddress address = floor.person(QStringLiteral("li"));
  Seat seat(address, 1);
  seat.enter();
  // Of this connection, since it last reported them; it does so between transactions.
  const auto walks = [&] {
    QStringList list;
    for (const char* table : {"op", "entity", "activity", "conflict", "scope_exit"}) {
      list << QLatin1String(table) % QLatin1Char(' ') %
                  floor.value(
                      QStringLiteral("SELECT pg_stat_get_xact_numscans('yingda.%1'::regclass)")
                          .arg(QLatin1String(table)));
    }
    return list;
  };
  int number = 0;
  const auto send = [&](int count) {
    for (int i = 0; i < count; ++i) seat.append(wholeTicket(++number));
    // Changes of what is there, of one that is not, and of the same twice.
    for (const int one : {1, 2, 2, 700}) {
      seat.append(payload({change(QStringLiteral("ticket"), idNumber(one),
                                  {{QStringLiteral("level"), number % 5}}, number)}));
    }
    const QString text = QString::fromUtf8(batchJson(seat.waiting()));
    ServerLink& link = *floor.admin;
    REQUIRE(link.run(QStringLiteral("BEGIN")));
    const QStringList before = walks();
    REQUIRE(link.run(QStringLiteral("SET LOCAL SESSION AUTHORIZATION \"%1\"").arg(address.login)));
    REQUIRE(link.ask(QStringLiteral("SELECT yingda.apply_ops(?, ?, ?::text::jsonb)"),
                     {seat.id().text(), textOf(seat.epoch), text}));
    REQUIRE(link.run(QStringLiteral("RESET SESSION AUTHORIZATION")));
    INFO("after " << number << " tickets");
    CHECK(walks() == before);
    REQUIRE(link.run(QStringLiteral("COMMIT")));
    seat.sent += count + 4;
  };
  // While the tables are empty, which the planner never forgets, and when they are not.
  send(30);
  send(30);
  REQUIRE(floor.admin->run(QStringLiteral("ANALYZE")));
  send(30);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op")) == u"102");
}
