// SPDX-License-Identifier: GPL-3.0-or-later
// What two seats wrote while they could not see each other is put before a person once.
#include <catch2/catch.hpp>

#include "tests/floor/joined_fixture.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("after an outage what may be double is shown, decided with one key, and gone",
          "[floor]") {
  Floor floor;
  TempStore first(21);
  TempStore second(22);
  first.signIn();
  second.signIn();
  const auto li = floor.person(QStringLiteral("li"), QStringLiteral("supervisor"));
  const auto zhang = floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor"));
  for (auto* one : {&first, &second}) {
    REQUIRE(await(one->backend->joinServer(one == &first ? li : zhang)));
    waitFor(*one->backend, [&] { return isLiveAndSent(*one->backend); });
  }
  CHECK(await(first.backend->doubles())->empty());
  const TicketId before = ticketOn(*first.backend, QStringLiteral("厨房漏水")).ticket.id;
  seen(*second.backend, before);

  for (auto* one : {&first, &second}) {
    one->clock->advance(std::chrono::minutes(1));
    waitFor(*one->backend, [&] {
      return isLiveAndSent(*one->backend) && one->backend->sync().seenAt == one->clock->now();
    });
  }
  floor.bar();
  for (auto* one : {&first, &second}) {
    one->clock->advance(std::chrono::minutes(5));
    waitFor(*one->backend, [&] { return one->backend->sync().state == SyncView::State::Offline; });
  }
  const TicketId mine = ticketOn(*first.backend, QStringLiteral("楼道水管爆了")).ticket.id;
  second.clock->advance(std::chrono::minutes(7));
  const TicketId theirs = ticketOn(*second.backend, QStringLiteral("水管爆了往电梯流水")).ticket.id;
  // Alone nothing can be double, and a restart in between forgets nothing.
  CHECK(await(first.backend->doubles())->empty());
  CHECK_FALSE(first.backend->sync().isBack);
  first.reopen();
  REQUIRE(await(first.backend->signInTrusted(QStringLiteral("8021"))));
  floor.unbar();

  for (auto* one : {&first, &second}) {
    waitFor(*one->backend, [&] { return one->backend->sync().isBack; });
  }
  // Whoever comes back later sees the pair for sure; the other when it has come.
  for (auto* one : {&first, &second}) {
    waitFor(*one->backend, [&] { return !await(one->backend->doubles())->empty(); });
  }
  const auto doubles = await(first.backend->doubles());
  REQUIRE(doubles->size() == 1);
  const DoubleView pair = doubles->front();
  CHECK(pair.mine.id == mine);
  CHECK(pair.other.id == theirs);
  CHECK(pair.likeness.kind == TieKind::Same);
  CHECK(pair.likeness.between == std::chrono::minutes(7));
  CHECK(pair.otherRequest == QStringLiteral("水管爆了往电梯流水"));

  REQUIRE(await(first.backend->tie(pair.mine.id, pair.other.id, TieKind::Same)));
  CHECK(await(first.backend->doubles())->empty());
  // What one has decided, the other is not asked any more.
  waitFor(*second.backend, [&] { return await(second.backend->doubles())->empty(); });
  CHECK(seen(*second.backend, theirs).ties.size() == 1);
  CHECK(await(second.backend->queue(QueueKind::AllOpen, 10))->open == 2);

  REQUIRE(await(first.backend->closeDoubles()));
  waitFor(*first.backend, [&] { return !first.backend->sync().isBack; });
  REQUIRE(await(first.backend->tie(mine, theirs, TieKind::None)));
  CHECK(await(first.backend->doubles())->empty());
}
