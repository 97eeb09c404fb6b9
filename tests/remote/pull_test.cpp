// SPDX-License-Identifier: GPL-3.0-or-later
// What comes down: each change once, whole transactions, and what to forget.
#include "tests/remote/floor_words.h"

using namespace yingda;
using namespace yingda::test;

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

TEST_CASE("a page never splits a transaction, and one larger than the page comes whole",
          "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  Seat zhang(floor.person(QStringLiteral("zhang")), 2);
  li.enter();
  zhang.enter();
  floor.settle();
  (void)zhang.pull();
  for (int batch = 0; batch < 3; ++batch) {
    QJsonArray changes;
    for (int i = 0; i < 20; ++i) {
      changes.append(change(QStringLiteral("ticket"), idNumber(100 + batch * 20 + i),
                            {{QStringLiteral("level"), 1}}));
    }
    li.append(payload(changes));
    li.send();
  }
  REQUIRE(QTest::qWaitFor([&] { return zhang.gateway->hello(zhang.id())->ceiling > li.newest; },
                          60'000));
  for (const int limit : {1, 7, 20, 0, -5}) {
    INFO("limit " << limit);
    quint64 cursor = zhang.cursor;
    std::vector<size_t> pages;
    for (;;) {
      const auto page = zhang.gateway->pull(zhang.epoch, cursor, limit);
      REQUIRE(page);
      if (!page->rows.empty()) pages.push_back(page->rows.size());
      cursor = page->next;
      if (page->isWhole) break;
    }
    CHECK(pages == std::vector<size_t>{20, 20, 20});
  }
}

TEST_CASE("a cursor or an epoch of another server is told as such", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  li.append(ticket({{QStringLiteral("level"), 1}}));
  li.send();
  (void)li.pull();
  const auto ahead = li.gateway->pull(li.epoch, li.cursor + 1'000'000, 10);
  REQUIRE(ahead);
  CHECK(ahead->refusal == Refusal::Epoch);
  CHECK(ahead->rows.empty());
  const auto other = li.gateway->pull(floor.newId(), 0, 10);
  REQUIRE(other);
  CHECK(other->refusal == Refusal::Epoch);
  const auto page = li.gateway->hydrate(floor.newId(), "ticket", QUuid(), 10);
  REQUIRE(page);
  CHECK(page->refusal == Refusal::Epoch);
  const auto right = li.gateway->pull(li.epoch, li.cursor, 10);
  REQUIRE(right);
  CHECK(right->refusal == Refusal::None);
}

TEST_CASE("a machine that was put back whole is noticed by how far its log had come", "[remote]") {
  Floor floor;
  Seat li(floor.person(QStringLiteral("li")), 1);
  li.enter();
  const auto now = li.gateway->hello(li.id());
  REQUIRE(now);
  REQUIRE(now->position.size() == 24);
  const auto same = li.gateway->hello(li.id(), now->epoch, now->ceiling, now->position);
  REQUIRE(same);
  CHECK(same->epoch == now->epoch);
  // The same timeline, and a place in it that this server has not reached.
  QByteArray ahead = now->position;
  ahead.replace(8, 8, "0fffffff");
  const auto before = li.gateway->hello(li.id(), now->epoch, now->ceiling, ahead);
  REQUIRE(before);
  CHECK_FALSE(before->epoch == now->epoch);
}
