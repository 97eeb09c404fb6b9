// SPDX-License-Identifier: GPL-3.0-or-later
// A word is on its way to disk within 250 ms of the key, whatever the rhythm of typing and the
// disk.
#include "ui/workbench/draft_pacer.h"

#include <rapidcheck.h>

#include "tests/runner/printers.h"

using namespace yingda;
using yingda::ui::DraftPacer;

namespace {

constexpr Milliseconds keyBudget{250};

}  // namespace

TEST_CASE("a write begins soon after the first unwritten key and never twice at once", "[app]") {
  REQUIRE(rc::check([] {
    DraftPacer pacer;
    Instant now = instantFromMs(1'000'000);
    bool hasUnwritten = false;
    bool isWriting = false;
    Instant firstUnwritten{};
    Instant writeEnds{};
    for (int step = 0; step < 300; ++step) {
      now += Milliseconds{*rc::gen::inRange(1, 60)};
      if (isWriting && now >= writeEnds) {
        pacer.ended(true, now);
        isWriting = false;
      }
      // The page's timer fires when the pacer asked for it; here at every step at the latest.
      if (pacer.beginIfDue(now)) {
        RC_ASSERT(!isWriting);
        RC_ASSERT(hasUnwritten);
        // A step here is up to 60 ms, and a write up to 40 ms may have been in the way.
        RC_ASSERT(now - firstUnwritten <= keyBudget);
        hasUnwritten = false;
        isWriting = true;
        writeEnds = now + Milliseconds{*rc::gen::inRange(1, 40)};
      }
      if (*rc::gen::inRange(0, 2) == 0) {
        pacer.edited(now);
        if (!hasUnwritten) firstUnwritten = now;
        hasUnwritten = true;
      }
      RC_ASSERT(pacer.isClean() == (!hasUnwritten && !isWriting));
    }
  }));
}

TEST_CASE("a failed write is tried again and nothing is forgotten", "[app]") {
  DraftPacer pacer;
  const Instant start = instantFromMs(1'000'000);
  pacer.edited(start);
  CHECK_FALSE(pacer.beginIfDue(start));
  REQUIRE(pacer.beginIfDue(start + DraftPacer::delay));
  pacer.ended(false, start + DraftPacer::delay);
  CHECK_FALSE(pacer.isClean());
  CHECK_FALSE(pacer.beginIfDue(start + DraftPacer::delay + Milliseconds{1}));
  REQUIRE(pacer.beginIfDue(start + DraftPacer::delay + DraftPacer::retryDelay));
  pacer.ended(true, start + Milliseconds{9000});
  CHECK(pacer.isClean());
}
