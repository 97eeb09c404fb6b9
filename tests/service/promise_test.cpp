// SPDX-License-Identifier: GPL-3.0-or-later
// A promise has a time, belongs to a ticket, and is kept or broken once.
#include "core/domain/promise.h"

#include <catch2/catch.hpp>

#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

TicketDraft draftOf(TempStore& store) {
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13812341234"), store.backend->clock().now()));
  draft.text.request = QStringLiteral("水管爆了");
  return draft;
}

PromiseWish wish(TempStore& store, const char* what = "到场", int minutes = 20) {
  return {QString::fromUtf8(what), store.clock->now() + std::chrono::minutes(minutes),
          QStringLiteral("张师傅")};
}

}  // namespace

TEST_CASE("a promise in a draft comes with the ticket and survives the draft's bytes",
          "[service][promise]") {
  TempStore store;
  store.signIn();
  TicketDraft draft = draftOf(store);
  const auto promise = store.backend->draftPromise(draft, wish(store));
  REQUIRE(promise);
  draft.promises.push_back({*promise, false});
  CHECK_FALSE(draft.isBlank());
  REQUIRE(await(store.backend->saveDraft(draft)));
  const auto drafts = await(store.backend->drafts());
  REQUIRE(drafts);
  REQUIRE(drafts->size() == 1);
  REQUIRE(drafts->front().promises.size() == 1);
  CHECK(drafts->front().promises[0].promise.what == QStringLiteral("到场"));
  CHECK(drafts->front() == draft);

  const auto saved = await(store.backend->save(drafts->front(), SaveIntent::Save));
  REQUIRE(saved);
  const auto view = await(store.backend->ticket(saved->view.ticket.id));
  REQUIRE(view);
  REQUIRE(view->promises.size() == 1);
  const Promise& made = view->promises[0].promise;
  CHECK(made.id == promise->id);
  CHECK(made.ticket == view->ticket.id);
  CHECK(made.who == QStringLiteral("张师傅"));
  CHECK(made.dueAt == promise->dueAt);
  CHECK(made.isOpen());
  CHECK_FALSE(view->promises[0].byName.isEmpty());
}

TEST_CASE("a promise on a ticket is kept or broken once, the earliest due first",
          "[service][promise]") {
  TempStore store;
  store.signIn();
  const auto saved = await(store.backend->save(draftOf(store), SaveIntent::Save));
  REQUIRE(saved);
  const TicketId id = saved->view.ticket.id;
  REQUIRE(await(store.backend->makePromise(id, wish(store, "修好", 120))));
  const auto view = await(store.backend->makePromise(id, wish(store)));
  REQUIRE(view);
  REQUIRE(view->promises.size() == 2);
  CHECK(view->promises[0].promise.what == QStringLiteral("到场"));
  const PromiseId first = view->promises[0].promise.id;
  const PromiseId second = view->promises[1].promise.id;
  store.clock->advance(std::chrono::minutes(5));
  const auto kept = await(store.backend->keepPromise(id, first));
  REQUIRE(kept);
  CHECK(kept->promises[0].promise.keptAt == store.clock->now());
  CHECK_FALSE(kept->promises[0].promise.brokenAt);
  const auto again = await(store.backend->keepPromise(id, first, false));
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::Refused);
  REQUIRE(await(store.backend->keepPromise(id, second, false)));
  const auto all = await(store.backend->promisesOf(id));
  REQUIRE(all);
  CHECK((*all)[0].keptAt);
  CHECK((*all)[1].brokenAt);
}

TEST_CASE("a promise without a matter, with a time that is over or in empty words is refused",
          "[service][promise]") {
  TempStore store;
  store.signIn();
  const TicketDraft draft = draftOf(store);
  const auto detail = [&](const PromiseWish& wanted) {
    const auto promise = store.backend->draftPromise(draft, wanted);
    return promise ? QString() : promise.error().detail;
  };
  CHECK(detail(wish(store, " ")) == QStringLiteral("what"));
  CHECK(detail(wish(store, "到场", 0)) == QStringLiteral("due"));
  CHECK(detail(wish(store, "到场", -5)) == QStringLiteral("due"));
  CHECK(detail(wish(store, "尽快过去")) == QStringLiteral("vague"));
  CHECK(detail(wish(store, "尽量修好")) == QStringLiteral("vague"));
  CHECK(detail(wish(store, "给您回电说明进展")).isEmpty());
  CHECK(detail(wish(store, "到场")).isEmpty());
}

TEST_CASE("an open promise brings its ticket onto the sheet of the shift", "[service][promise]") {
  TempStore store;
  store.signIn();
  TicketDraft draft = draftOf(store);
  draft.ticket.level = Level::Green;
  draft.levelTouched = true;
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  const TicketId id = saved->view.ticket.id;
  REQUIRE(await(store.backend->makePromise(id, wish(store))));
  const auto sheet = await(store.backend->handoverSheet());
  REQUIRE(sheet);
  REQUIRE(sheet->lines.size() == 1);
  CHECK(sheet->lines[0].promises == 1);
}
