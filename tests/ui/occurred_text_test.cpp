// SPDX-License-Identifier: GPL-3.0-or-later
// What the form writes as a time, it reads back as the same time.
#include "core/text/spoken_time.h"
#include "tests/runner/printers.h"
#include "ui/parts/words_text.h"

using namespace yingda;

TEST_CASE("the form reads back every time that it writes", "[form][time]") {
  const Instant now = *instantFromIso(u"2026-10-10T23:40:12");
  for (int step = 0; step < 4000; ++step) {
    const Instant at =
        std::chrono::floor<std::chrono::minutes>(now) - std::chrono::minutes(step * 197);
    INFO(ui::occurredText(at, now).toStdString());
    CHECK(parseOccurred(ui::occurredText(at, now), now) == at);
  }
}
