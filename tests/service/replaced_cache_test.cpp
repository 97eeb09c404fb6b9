// SPDX-License-Identifier: GPL-3.0-or-later
// Another process of the same store puts another cache in the place of the one on the screens.
#include <QTest>
#include <catch2/catch.hpp>

#include "core/store/cache.h"
#include "core/store/journal.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("the screens follow a cache that another process exchanged", "[service]") {
  TempStore store;
  store.signIn();
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  draft.text.request = QStringLiteral("厨房漏水");
  draft.text.place = QStringLiteral("3-2-1502");
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  const TicketId id = saved->view.ticket.id;
  // The reading connection has the old file open from here on.
  REQUIRE(await(store.backend->ticket(id)));

  JournalOptions reading;
  reading.readOnly = true;
  SeededRandom random(7);
  const auto journal = Journal::open(store.folder(), *store.clock, random, reading);
  REQUIRE(journal);
  const DueOf never = [](const auto&, const auto&) { return DerivedDue(); };
  CacheOptions beside;
  beside.isNext = true;
  const auto copy = Cache::open(store.folder(), *store.clock, never, beside);
  REQUIRE(copy);
  Touched touched;
  for (bool isDone = false; !isDone;) {
    const auto done = (*copy)->catchUp(**journal, Milliseconds(1000), touched);
    REQUIRE(done);
    isDone = *done;
  }
  // As if it came from the floor: only the new file says so.
  REQUIRE((*copy)->database().runScript(
      "mark", QStringLiteral("UPDATE ticket_text SET request = '楼下也湿了'")));
  (*copy)->close();
  const auto other = Cache::open(store.folder(), *store.clock, never);
  REQUIRE(other);
  REQUIRE((*other)->replaceByNext());

  CHECK(QTest::qWaitFor(
      [&] {
        const auto seen = await(store.backend->ticket(id));
        return seen && seen->text.request == QStringLiteral("楼下也湿了");
      },
      60'000));
  // And what is saved from now on lands in the file that is there.
  draft = *await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  draft.text.request = QStringLiteral("电梯有异响");
  draft.text.place = QStringLiteral("3-2-1502");
  REQUIRE(await(store.backend->save(draft, SaveIntent::Save)));
  CHECK((*other)->appliedSequence() == (*journal)->lastSequence());
}
