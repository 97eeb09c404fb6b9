// SPDX-License-Identifier: GPL-3.0-or-later
// What a tie does to the queue and the clocks, and that taking it back leaves nothing behind.
#include "core/domain/tie.h"

#include <catch2/catch.hpp>

#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

TicketView ticket(TempStore& store, const QString& request) {
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13812341234"), store.backend->clock().now()));
  draft.text.request = request;
  draft.text.place = QStringLiteral("3-2-1502");
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  store.clock->advance(std::chrono::minutes(3));
  return saved->view;
}

int openOf(TempStore& store) { return await(store.backend->queue(QueueKind::AllOpen, 10))->open; }

TicketView seen(TempStore& store, const TicketId& id) { return *await(store.backend->ticket(id)); }

/// Everything but what happened.
bool isAsBefore(const TicketView& now, const TicketView& before) {
  return now.ticket == before.ticket && now.text == before.text && now.ties.empty() &&
         now.milestones.size() == before.milestones.size();
}

}  // namespace

TEST_CASE("a repeat leaves the queue, its original's clock runs on, and all comes back",
          "[service][tie]") {
  TempStore store;
  store.signIn();
  const TicketView first = ticket(store, QStringLiteral("水管爆了"));
  const TicketView again = ticket(store, QStringLiteral("水管爆了，还没人来"));
  REQUIRE(openOf(store) == 2);
  REQUIRE_FALSE(seen(store, again.ticket.id).milestones.empty());
  const TicketView firstBefore = seen(store, first.ticket.id);
  const TicketView againBefore = seen(store, again.ticket.id);

  // In either order the earlier one is the original.
  const auto tied = await(store.backend->tie(first.ticket.id, again.ticket.id, TieKind::Same));
  REQUIRE(tied);
  REQUIRE(tied->ties.size() == 1);
  CHECK(tied->ties[0].isOriginal);
  CHECK(tied->ties[0].number == again.ticket.number);
  CHECK(openOf(store) == 1);
  const TicketView repeat = seen(store, again.ticket.id);
  CHECK(repeat.milestones.empty());
  CHECK_FALSE(repeat.ties[0].isOriginal);
  CHECK(repeat.ticket == againBefore.ticket);
  CHECK_FALSE(seen(store, first.ticket.id).milestones.empty());
  // What happens to the repeat meanwhile does not bring it back by accident.
  REQUIRE(await(store.backend->act(again.ticket.id, act::Progress{QStringLiteral("又打来问")})));
  CHECK(openOf(store) == 1);

  // After a rebuild it is still so.
  store.close();
  QFile::remove(store.folder() % QStringLiteral("/cache.db"));
  store.reopen();
  REQUIRE(await(store.backend->signInTrusted(QStringLiteral("8021"))));
  CHECK(openOf(store) == 1);
  CHECK(seen(store, again.ticket.id).ties.size() == 1);

  // Said the other way round it is the same: a circle would leave both without a clock.
  REQUIRE(await(store.backend->tie(again.ticket.id, first.ticket.id, TieKind::Same)));
  CHECK(openOf(store) == 1);
  CHECK_FALSE(seen(store, first.ticket.id).milestones.empty());
  REQUIRE(await(store.backend->tie(again.ticket.id, first.ticket.id, TieKind::None)));
  CHECK(openOf(store) == 2);
  CHECK(isAsBefore(seen(store, first.ticket.id), firstBefore));
  CHECK(isAsBefore(seen(store, again.ticket.id), againBefore));
  CHECK(seen(store, again.ticket.id).activities.back().kind == ActivityKind::Tied);
}

TEST_CASE("three that repeat one another end at one clock, whatever is tied first",
          "[service][tie]") {
  TempStore store;
  store.signIn();
  std::vector<TicketId> ids;
  for (int i = 0; i < 3; ++i) ids.push_back(ticket(store, QStringLiteral("漏水")).ticket.id);
  REQUIRE(await(store.backend->tie(ids[2], ids[1], TieKind::Same)));
  REQUIRE(await(store.backend->tie(ids[1], ids[0], TieKind::Same)));
  CHECK(openOf(store) == 1);
  REQUIRE(await(store.backend->tie(ids[2], ids[0], TieKind::Same)));
  CHECK(openOf(store) == 1);
  CHECK(seen(store, ids[0]).ties.size() == 2);
  CHECK_FALSE(seen(store, ids[0]).milestones.empty());
}

TEST_CASE("one cause and related leave both in the queue", "[service][tie]") {
  TempStore store;
  store.signIn();
  const TicketView first = ticket(store, QStringLiteral("水管爆了"));
  const TicketView second = ticket(store, QStringLiteral("楼道进水"));
  for (const TieKind kind : {TieKind::Cause, TieKind::Related}) {
    const auto tied = await(store.backend->tie(second.ticket.id, first.ticket.id, kind));
    REQUIRE(tied);
    REQUIRE(tied->ties.size() == 1);
    CHECK(tied->ties[0].kind == kind);
    CHECK(openOf(store) == 2);
    CHECK_FALSE(tied->milestones.empty());
  }
  // Told apart: nothing to show, but remembered.
  const auto apart = await(store.backend->tie(second.ticket.id, first.ticket.id, TieKind::Apart));
  REQUIRE(apart);
  CHECK(apart->ties.empty());
  CHECK(await(store.backend->tie(first.ticket.id, first.ticket.id, TieKind::Same)).error().detail ==
        u"same");
  // Who takes no calls ties nothing.
  Agent clerk;
  clerk.staffNumber = QStringLiteral("9001");
  clerk.name = QStringLiteral("张工");
  clerk.role = Role::Handler;
  REQUIRE(await(store.backend->addAgent(clerk, QStringLiteral("135790"))));
  REQUIRE(await(store.backend->signInTrusted(QStringLiteral("9001"))));
  CHECK(await(store.backend->tie(first.ticket.id, second.ticket.id, TieKind::Same)).error().code ==
        ErrorCode::Forbidden);
  CHECK(openOf(store) == 2);
}

TEST_CASE("a pair has one row, whoever makes it", "[service][tie]") {
  const TicketId a(QUuid::createUuidV5(QUuid(), QStringLiteral("a")));
  const TicketId b(QUuid::createUuidV5(QUuid(), QStringLiteral("b")));
  const TicketId c(QUuid::createUuidV5(QUuid(), QStringLiteral("c")));
  CHECK(tieIdOf(a, b) == tieIdOf(b, a));
  CHECK(tieIdOf(a, b) != tieIdOf(a, c));
  for (const TieKind kind :
       {TieKind::None, TieKind::Same, TieKind::Cause, TieKind::Related, TieKind::Apart}) {
    CHECK(tieKindFromCode(tieKindCode(kind)) == kind);
  }
}
