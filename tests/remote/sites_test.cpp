// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a row is: sites, what follows, what must be forgotten, and locks.
#include <thread>

#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

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

TEST_CASE("a promise belongs where its ticket does, whichever of the two comes first", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  const bool isPromiseFirst = GENERATE(false, true);
  Seat all(floor.person(QStringLiteral("all")), 1);
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here}), 2);
  all.enter();
  li.enter();
  const QJsonObject promise = payload({change(QStringLiteral("promise"), textOf(floor.newId()),
                                              {{QStringLiteral("ticket"), ticketId},
                                               {QStringLiteral("what"), QStringLiteral("x")},
                                               {QStringLiteral("due_at"), 900'000}})});
  if (isPromiseFirst) {
    all.append(promise);
    all.send();
  }
  all.append(ticket({{QStringLiteral("community"), textOf(there)}}));
  all.send();
  if (!isPromiseFirst) {
    all.append(promise);
    all.send();
  }
  const auto site = [&] {
    return floor.value(QStringLiteral("SELECT site FROM yingda.entity WHERE kind = 'promise'"));
  };
  CHECK(site() == textOf(there));
  if (!isPromiseFirst) CHECK(rowOf(li.pull(), RemoteRow::What::Entity, "promise") == nullptr);
  all.append(ticket({{QStringLiteral("community"), textOf(here)}}));
  all.send();
  CHECK(site() == textOf(here));
  CHECK(rowOf(li.pull(), RemoteRow::What::Entity, "promise") != nullptr);
}

TEST_CASE("nobody takes a row of another site by moving it", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat all(floor.person(QStringLiteral("all")), 1);
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here}), 2);
  all.enter();
  li.enter();
  all.append(ticket({{QStringLiteral("community"), textOf(there)}}));
  all.send();
  li.append(ticket({{QStringLiteral("community"), textOf(here)}}));
  const auto list = li.waiting();
  const auto answer = li.gateway->apply(li.id(), li.epoch, list);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Invalid);
  CHECK(answer.error().detail.startsWith(QStringLiteral("YD021")));
  CHECK(floor.value(QStringLiteral("SELECT site FROM yingda.entity WHERE kind = 'ticket'")) ==
        textOf(there));
}

TEST_CASE("what was everybody's and gets a site is forgotten by the others", "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  Seat all(floor.person(QStringLiteral("all")), 1);
  Seat near(floor.person(QStringLiteral("near"), QStringLiteral("agent"), {here}), 2);
  Seat far(floor.person(QStringLiteral("far"), QStringLiteral("agent"), {there}), 3);
  for (Seat* seat : {&all, &near, &far}) seat->enter();
  all.append(ticket({{QStringLiteral("level"), 1}}));
  all.send();
  CHECK_FALSE(bodyOf(far.pull(), "ticket").isEmpty());
  CHECK_FALSE(bodyOf(near.pull(), "ticket").isEmpty());
  all.append(ticket({{QStringLiteral("community"), textOf(here)}}));
  all.send();
  const auto forgotten = far.pull();
  CHECK(bodyOf(forgotten, "ticket").isEmpty());
  CHECK(rowOf(forgotten, RemoteRow::What::Exit, "ticket") != nullptr);
  const auto kept = near.pull();
  CHECK_FALSE(bodyOf(kept, "ticket").isEmpty());
  CHECK(rowOf(kept, RemoteRow::What::Exit, "ticket") == nullptr);
}

TEST_CASE("what hangs on a household comes to its site, tickets with their texts and facts too",
          "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const QUuid there = floor.newId();
  const QString household = idNumber(20);
  Seat all(floor.person(QStringLiteral("all")), 1);
  Seat far(floor.person(QStringLiteral("far"), QStringLiteral("agent"), {there}), 2);
  all.enter();
  far.enter();
  const QJsonObject home{{QStringLiteral("household"), household}};
  all.append(payload({change(QStringLiteral("ticket"), ticketId, home),
                      change(QStringLiteral("ticket"), idNumber(2),
                             {{QStringLiteral("household"), household},
                              {QStringLiteral("community"), textOf(there)}}),
                      change(QStringLiteral("ticket_text"), ticketId,
                             {{QStringLiteral("request"), QStringLiteral("x")}}),
                      change(QStringLiteral("person"), idNumber(21), home),
                      change(QStringLiteral("contact_point"), idNumber(22),
                             {{QStringLiteral("person"), idNumber(21)}}),
                      change(QStringLiteral("welfare"), idNumber(23), home)},
                     {activityOf(QStringLiteral("told"), idNumber(24))}));
  all.send();
  (void)far.pull();
  // The household itself arrives last.
  all.append(payload({change(QStringLiteral("household"), household,
                             {{QStringLiteral("community"), textOf(here)}})}));
  all.send();
  CHECK(floor.value(QStringLiteral("SELECT string_agg(kind, ' ' ORDER BY kind) FROM yingda.entity"
                                   " WHERE site = '%1'")
                        .arg(textOf(here))) ==
        u"contact_point household person ticket ticket_text welfare");
  CHECK(floor.value(QStringLiteral("SELECT site FROM yingda.activity")) == textOf(here));
  CHECK(floor.value(
            QStringLiteral("SELECT site FROM yingda.entity WHERE id = '%1'").arg(idNumber(2))) ==
        textOf(there));
  const auto rows = far.pull();
  for (const char* kind : {"ticket", "ticket_text", "person", "contact_point", "welfare"}) {
    INFO(kind);
    CHECK(rowOf(rows, RemoteRow::What::Exit, kind) != nullptr);
  }
}

TEST_CASE(
    "two seats that touch the same rows in opposite order wait for each other, never for ever",
    "[remote]") {
  Floor floor;
  struct Side {
    ServerAddress address;
    std::unique_ptr<Seat> seat;
    std::vector<std::vector<SentOperation>> batches;
    QStringList errors;
  };
  Side sides[2];
  constexpr int rounds = 12;
  for (int s = 0; s < 2; ++s) {
    Side& side = sides[s];
    side.address = floor.person(s == 0 ? QStringLiteral("li") : QStringLiteral("zhang"));
    side.seat = std::make_unique<Seat>(side.address, quint64(s + 1));
    side.seat->enter();
    for (int round = 0; round < rounds; ++round) {
      for (int i = 0; i < 30; ++i) {
        const int place = s == 0 ? i : 29 - i;
        // Households, their tickets, and facts of tickets: parents and children mixed.
        const QString household = idNumber(500 + place % 5);
        if (i % 3 == 0) {
          side.seat->append(payload({change(QStringLiteral("household"), household,
                                            {{QStringLiteral("room"), QString::number(round)}})}));
        } else if (i % 3 == 1) {
          side.seat->append(payload({change(QStringLiteral("ticket"), idNumber(600 + place),
                                            {{QStringLiteral("household"), household}})}));
        } else {
          side.seat->append(payload({}, {activityOf(QStringLiteral("progress"),
                                                    idNumber(1'000 + s * 5'000 + round * 100 + i),
                                                    idNumber(600 + 29 - place))}));
        }
      }
      const auto list = side.seat->waiting();
      side.batches.push_back({list.begin() + side.seat->sent, list.end()});
      side.seat->sent = 0;
    }
  }
  // The journals are read; from here on each side has a thread and a connection of its own.
  for (Side& side : sides) {
    std::vector<std::vector<SentOperation>> parts;
    const auto& all = side.batches.back();
    for (size_t from = 0; from < all.size(); from += 30) {
      parts.push_back({all.begin() + static_cast<std::ptrdiff_t>(from),
                       all.begin() + static_cast<std::ptrdiff_t>(from + 30)});
    }
    side.batches = parts;
  }
  std::vector<std::thread> threads;
  for (Side& side : sides) {
    threads.emplace_back([&side] {
      PsqlGateway gateway(side.address);
      for (const auto& batch : side.batches) {
        const auto answer = gateway.apply(side.seat->id(), side.seat->epoch, batch);
        if (!answer) side.errors << answer.error().detail;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Side& side : sides) {
    INFO(side.errors.join(u'\n').toStdString());
    CHECK(side.errors.isEmpty());
  }
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op")).toInt() == 2 * rounds * 30);
}

TEST_CASE("rights hold for a whole greeting: with others nothing is taken and nothing told",
          "[remote]") {
  Floor floor;
  const QUuid here = floor.newId();
  const ServerAddress address = floor.person(QStringLiteral("li"), QStringLiteral("agent"), {here});
  Seat li(address, 1);
  li.enter();
  li.append(ticket({{QStringLiteral("community"), textOf(here)}}));
  const auto list = li.waiting();
  const auto give = [&](const QString& role, const QList<QUuid>& sites) {
    REQUIRE(FloorAdmin(*floor.admin).setRole(address.login, role, sites));
  };
  const auto refusals = [&] {
    const auto applied = li.gateway->apply(li.id(), li.epoch, list);
    const auto pulled = li.gateway->pull(li.epoch, 0, 10);
    const auto copied = li.gateway->hydrate(li.epoch, "ticket", QUuid(), 10);
    REQUIRE((applied && pulled && copied));
    return std::vector{applied->refusal, pulled->refusal, copied->refusal};
  };
  const std::vector<Refusal> barred(3, Refusal::Rights);
  const std::vector<Refusal> served(3, Refusal::None);
  give(QStringLiteral("agent"), {});
  CHECK(refusals() == barred);
  give(QStringLiteral("supervisor"), {here});
  CHECK(refusals() == barred);
  CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op")) == u"0");
  SECTION("as they were greeted, they serve") {
    give(QStringLiteral("agent"), {here});
    CHECK(refusals() == served);
    CHECK(floor.value(QStringLiteral("SELECT count(*) FROM yingda.op")) == u"1");
  }
  SECTION("a new greeting takes the new ones") {
    li.enter();
    CHECK(refusals() == served);
  }
  SECTION("they wait for a batch that is under way, and for nobody else's") {
    ServerLink batch(floor.asAdministrator());
    REQUIRE(batch.run(QStringLiteral("BEGIN")));
    REQUIRE(batch.run(QStringLiteral("SELECT pg_advisory_xact_lock_shared(hashtext("
                                     "'yingda.rights'), hashtext('%1'))")
                          .arg(address.login)));
    REQUIRE(floor.admin->run(QStringLiteral("SET lock_timeout = '300ms'")));
    const auto isChanged = [&](const QString& login) {
      return floor.admin
          ->run(
              QStringLiteral("UPDATE yingda.person SET sites = NULL WHERE login = '%1'").arg(login))
          .has_value();
    };
    const ServerAddress other = floor.person(QStringLiteral("wang"));
    CHECK_FALSE(isChanged(address.login));
    CHECK(isChanged(other.login));
    REQUIRE(batch.run(QStringLiteral("COMMIT")));
    CHECK(isChanged(address.login));
  }
}
