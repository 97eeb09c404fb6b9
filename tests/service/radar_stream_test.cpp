// SPDX-License-Identifier: GPL-3.0-or-later
// A quarter of a year of the demo's hotline with planted group events: how many are found in time,
// and how often it is nothing. bench_radar measures whole years.
#include <catch2/catch.hpp>

#include "core/assist/group_radar.h"
#include "core/service/starter_files.h"
#include "tests/runner/group_stream.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("the radar finds nine of ten planted events by the fourth report", "[service]") {
  const auto words = readDemoWords();
  const auto starter = readStarter(builtInStarterFiles());
  REQUIRE(words);
  REQUIRE(starter);
  RadarFigures sum;
  for (const quint64 seed : {11ULL, 12ULL, 13ULL}) {
    const GroupStream stream(*words, *starter, {5000, 75, 91, seed});
    GroupRadar radar;
    WordRarity rarity;
    const RadarFigures figures =
        judged(stream.reports(), [&radar, &rarity](qint64 at, const StreamReport& report) {
          const GroupVerdict verdict = radar.add(at, report.report(rarity));
          Said said{verdict.event, verdict.isAlert, {}};
          if (verdict.isAlert) said.of = verdict.finding->of;
          return said;
        });
    CHECK(figures.events == 75);
    sum.events += figures.events;
    sum.tickets += figures.tickets;
    sum.falseAlerts += figures.falseAlerts;
    for (size_t n = 0; n < sum.found.size(); ++n) sum.found[n] += figures.found[n];
  }
  INFO("recall at the fourth " << sum.recall(4) << ", false alerts per 1,000 "
                               << sum.falsePerThousand());
  CHECK(sum.recall(4) >= 0.9);
  CHECK(sum.falsePerThousand() <= 1);
}
