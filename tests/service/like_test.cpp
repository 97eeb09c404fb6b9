// SPDX-License-Identifier: GPL-3.0-or-later
// What a report looks like while it is written down, and that the tie is saved with it.
#include <catch2/catch.hpp>

#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

TicketDraft written(TempStore& store, const QString& place, const QString& request,
                    const QString& number = {}) {
  TicketDraft draft = *await(store.backend->newDraft(number, store.clock->now()));
  draft.text.request = request;
  draft.text.place = place;
  return draft;
}

TicketView saved(TempStore& store, const TicketDraft& draft) {
  const auto answer = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(answer);
  store.clock->advance(std::chrono::minutes(20));
  return answer->view;
}

LikeAnswer like(TempStore& store, const TicketDraft& draft) {
  const auto answer = await(store.backend->like(draft));
  REQUIRE(answer);
  return *answer;
}

}  // namespace

TEST_CASE("a repeat is offered by household and number, and saved with the ticket",
          "[service][like]") {
  TempStore store;
  store.signIn();
  const TicketView first = saved(
      store, written(store, QStringLiteral("云杉府 3-2-1502"),
                     QStringLiteral("楼道水管爆了往电梯流水"), QStringLiteral("13812341234")));
  TicketDraft draft = written(store, QString(), QString(), QStringLiteral("13812341234"));
  // A number alone says nothing yet.
  CHECK(like(store, draft).kind == TieKind::None);
  draft.text.request = QStringLiteral("水管爆了，怎么还没来人");
  const LikeAnswer answer = like(store, draft);
  REQUIRE(answer.kind == TieKind::Same);
  CHECK(answer.ticket.id == first.ticket.id);
  CHECK(answer.likeness.between == std::chrono::minutes(20));

  draft.tieTo = answer.ticket.id;
  draft.tieKind = answer.kind;
  // It is on disk with the draft, and comes back with it.
  REQUIRE(await(store.backend->saveDraft(draft)));
  const auto drafts = await(store.backend->drafts());
  REQUIRE(drafts->size() == 1);
  CHECK(drafts->front().tieTo == answer.ticket.id);
  const TicketView again = saved(store, draft);
  REQUIRE(again.ties.size() == 1);
  CHECK(again.ties[0].kind == TieKind::Same);
  CHECK(again.ties[0].ticket == first.ticket.id);
  CHECK(again.milestones.empty());
  CHECK(await(store.backend->queue(QueueKind::AllOpen, 10))->open == 1);
  // An archived one is no place to put a new call.
  REQUIRE(await(store.backend->tie(again.ticket.id, first.ticket.id, TieKind::None)));
}

TEST_CASE("neighbours with one trouble are counted, and joined to the first of them",
          "[service][like]") {
  TempStore store;
  store.signIn();
  const auto trouble = QStringLiteral("水管井漏水，电梯厅进水");
  const TicketView first = saved(store, written(store, QStringLiteral("云杉府 3-2-202"), trouble));
  saved(store,
        written(store, QStringLiteral("云杉府 3-2-502"), QStringLiteral("电梯厅漏水进水了")));
  saved(store, written(store, QStringLiteral("云杉府 9-1-301"), QStringLiteral("狗叫扰民")));
  TicketDraft draft =
      written(store, QStringLiteral("云杉府 3-2-1502"), QStringLiteral("电梯厅进水，水管井在漏水"));
  LikeAnswer answer = like(store, draft);
  REQUIRE(answer.kind == TieKind::Cause);
  CHECK(answer.ticket.id == first.ticket.id);
  CHECK(answer.homes == QStringList{QStringLiteral("3栋2单元202"), QStringLiteral("3栋2单元502")});
  CHECK(answer.span == std::chrono::minutes(60));
  // Told apart once, it is written down with the ticket.
  draft.apartFrom << first.ticket.id;
  const TicketView alone = saved(store, draft);
  CHECK(alone.ties.empty());
  CHECK(alone.activities.back().kind == ActivityKind::Tied);
  // Another matter in the same building is nobody's cause.
  CHECK(like(store,
             written(store, QStringLiteral("云杉府 3-2-1402"), QStringLiteral("楼上半夜拖椅子吵")))
            .kind == TieKind::None);
}

TEST_CASE("a community known by its card and one that was only said are the same",
          "[service][like]") {
  TempStore store;
  store.signIn();
  const HouseholdCard home = store.addHousehold();
  saved(store,
        written(store, QStringLiteral("云杉府 3-2-202"), QStringLiteral("水管井漏水，电梯厅进水")));
  TicketDraft draft =
      written(store, QStringLiteral("3栋2单元1502"), QStringLiteral("电梯厅进水，水管井在漏水"));
  draft.candidate = home.household.id;
  draft.ticket.community = home.household.community;
  CHECK(like(store, draft).kind == TieKind::Cause);
  // Another community with the same houses is none of it.
  draft = written(store, QStringLiteral("金桂苑 3栋2单元1502"), draft.text.request);
  CHECK(like(store, draft).kind == TieKind::None);
}

TEST_CASE("another matter of the same home is offered as related, and saved so",
          "[service][like]") {
  TempStore store;
  store.signIn();
  const TicketView first = saved(store, written(store, QStringLiteral("云杉府 3-2-1502"),
                                                QStringLiteral("厨房水管爆了一直喷水")));
  TicketDraft draft =
      written(store, QStringLiteral("云杉府 3-2-1502"), QStringLiteral("停车费多扣了一个月"));
  const LikeAnswer answer = like(store, draft);
  REQUIRE(answer.kind == TieKind::Related);
  CHECK(answer.ticket.id == first.ticket.id);
  CHECK_FALSE(answer.likeness.reasons.empty());
  draft.tieTo = answer.ticket.id;
  draft.tieKind = answer.kind;
  const TicketView related = saved(store, draft);
  REQUIRE(related.ties.size() == 1);
  CHECK(related.ties[0].kind == TieKind::Related);
  // A link alone: its own clocks run.
  CHECK_FALSE(related.milestones.empty());
}

TEST_CASE("a draft that can no longer be tied is saved all the same", "[service][like]") {
  TempStore store;
  store.signIn();
  TicketDraft draft = written(store, QStringLiteral("3-2-202"), QStringLiteral("漏水"));
  draft.tieTo = TicketId(QUuid::createUuidV5(QUuid(), QStringLiteral("nowhere")));
  draft.tieKind = TieKind::Same;
  const TicketView view = saved(store, draft);
  CHECK(view.ties.empty());
  CHECK_FALSE(view.milestones.empty());
}
