// SPDX-License-Identifier: GPL-3.0-or-later
// A report is made once, and anew when anything that it was made of has changed.
#include "core/service/report_memory.h"

#include <catch2/catch.hpp>

#include "core/service/like_service.h"
#include "core/store/cache.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("a remembered report is what would be made now", "[service][like]") {
  TempStore store;
  store.signIn();
  const auto reader = Cache::openReader(store.folder());
  REQUIRE(reader);
  auto rarity = std::make_shared<WordRarity>();
  const auto maker = ReportMaker::of(**reader, rarity.get());
  REQUIRE(maker);
  StoredTicket stored;
  stored.row = 7;
  stored.text.request = QStringLiteral("厨房漏水");
  stored.text.place = QStringLiteral("云杉府 3栋2单元1502");
  ReportMemory memory;
  memory.use(*maker, rarity);
  const auto isTrue = [&] {
    const Report made = maker->report(stored.ticket, stored.text);
    const Report& kept = memory.of(*maker, stored);
    return kept.place == made.place && kept.phone == made.phone && kept.category == made.category &&
           kept.words.likeness(made.words) > 0.999;
  };
  const Report* first = &memory.of(*maker, stored);
  CHECK(isTrue());
  CHECK(&memory.of(*maker, stored) == first);
  SECTION("other words") { stored.text.request = QStringLiteral("电梯停了"); }
  SECTION("another place") { stored.text.place = QStringLiteral("云杉府 5栋1单元301"); }
  SECTION("another number") { stored.text.contactPhone = QStringLiteral("13812341234"); }
  SECTION("another category") { stored.ticket.category = QStringLiteral("repair.lift.stopped"); }
  SECTION("another ticket in the same row") {
    stored.ticket.receivedAt += std::chrono::hours{1};
    CHECK(memory.of(*maker, stored).at == stored.ticket.receivedAt);
  }
  CHECK(isTrue());
}

TEST_CASE("with other weights all reports are made anew", "[service][like]") {
  TempStore store;
  store.signIn();
  const auto reader = Cache::openReader(store.folder());
  REQUIRE(reader);
  StoredTicket leak;
  leak.row = 1;
  leak.text.request = QStringLiteral("厨房漏水，请安排");
  StoredTicket lift;
  lift.row = 2;
  lift.text.request = QStringLiteral("电梯停了，请安排");
  ReportMemory memory;
  const auto likeness = [&](const std::shared_ptr<const WordRarity>& rarity) {
    const auto maker = ReportMaker::of(**reader, rarity.get());
    REQUIRE(maker);
    memory.use(*maker, rarity);
    const Report one = memory.of(*maker, leak);
    return one.words.likeness(memory.of(*maker, lift).words);
  };
  const double before = likeness(nullptr);
  auto learned = std::make_shared<WordRarity>();
  for (int i = 0; i < 200; ++i) learned->learn(QStringLiteral("请安排 %1").arg(i));
  const double after = likeness(learned);
  CHECK(before > 0);
  CHECK(after < before);
}
