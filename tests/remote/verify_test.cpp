// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody changed in the ledger behind its triggers is found.
#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

namespace {

LedgerReport verified(Floor& floor) {
  const auto report = FloorAdmin(*floor.admin).verify();
  REQUIRE(report);
  return *report;
}

}  // namespace

TEST_CASE("one changed byte of the ledger is found, and the first place of each seat is named",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li"), QStringLiteral("supervisor")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  for (Seat* seat : {&li, &zhang}) {
    seat->enter();
    for (int level = 0; level < 4; ++level) {
      seat->append(ticket({{QStringLiteral("level"), level}}));
    }
    seat->send();
  }
  // An erasure, a parked one, and one whose content was never sent.
  li.clock.advance(std::chrono::milliseconds{10});
  NewOperation erasure;
  erasure.by = li.agent;
  erasure.kind = QStringLiteral("erasure");
  erasure.payload = "{}";
  REQUIRE(li.journal->erase(erasure, std::array<qint64, 1>{2}));
  li.append(ticket({{QStringLiteral("mood"), 1}}));
  li.append(ticket({{QStringLiteral("level"), 1}}));
  auto list = li.waiting();
  list.back().salt.clear();
  list.back().payload.clear();
  REQUIRE(li.gateway->apply(li.id(), li.epoch, list));
  const LedgerReport whole = verified(floor);
  CHECK(whole.operations == 11);
  CHECK(whole.workstations == 2);
  CHECK(whole.erased == 1);
  CHECK(whole.broken.isEmpty());
  const auto spoil = [&](const QString& sql) {
    REQUIRE(floor.admin->run(QStringLiteral("ALTER TABLE yingda.op DISABLE TRIGGER USER; ") % sql %
                             QStringLiteral("; ALTER TABLE yingda.op ENABLE TRIGGER USER")));
    return verified(floor).broken;
  };
  const auto seat = [](const Seat& one) {
    return QStringLiteral(" WHERE workstation = '%1'").arg(one.id().text());
  };
  const auto first = [&](const Seat& one, qint64 sequence, const char* reason) {
    return QList<LedgerBreak>{{one.id().uuid(), sequence, QLatin1String(reason)}};
  };
  SECTION("in the header, the commitment, the hash, the content or its salt") {
    const char* column = GENERATE("header", "commitment", "hash", "payload", "salt");
    INFO(column);
    const auto broken =
        spoil(QStringLiteral("UPDATE yingda.op SET %1 = set_byte(%1, 3, get_byte(%1, 3) # 1)%2"
                             " AND sequence = 3")
                  .arg(QLatin1String(column), seat(zhang)));
    REQUIRE(broken.size() == 1);
    CHECK(broken.front().workstation == zhang.id().uuid());
    CHECK(broken.front().sequence == 3);
  }
  SECTION("a blank that no erasure names") {
    CHECK(spoil(QStringLiteral("UPDATE yingda.op SET salt = NULL, payload = NULL%1"
                               " AND sequence IN (1, 4)")
                    .arg(seat(zhang))) == first(zhang, 1, "blank"));
  }
  SECTION("a blank of half a content") {
    CHECK(spoil(QStringLiteral("UPDATE yingda.op SET salt = NULL%1 AND sequence = 2")
                    .arg(seat(zhang))) == first(zhang, 2, "blank"));
  }
  SECTION("one that is missing") {
    CHECK(spoil(QStringLiteral("DELETE FROM yingda.op%1 AND sequence = 2").arg(seat(li))) ==
          first(li, 3, "gap"));
  }
  SECTION("the last one that is missing") {
    CHECK(spoil(QStringLiteral("DELETE FROM yingda.op%1 AND sequence = 4").arg(seat(zhang))) ==
          first(zhang, 4, "head"));
  }
  SECTION("all of a seat's") {
    CHECK(spoil(QStringLiteral("DELETE FROM yingda.op%1").arg(seat(zhang))) ==
          first(zhang, 4, "head"));
  }
  SECTION("in both seats: each is named once") {
    CHECK(spoil(QStringLiteral("UPDATE yingda.op SET hash = set_byte(hash, 0, 7)")).size() == 2);
  }
}
