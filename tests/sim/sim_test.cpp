// SPDX-License-Identifier: GPL-3.0-or-later
// Many seeds: nothing lost, nothing doubled, everybody sees the same at the end.
#include <QtGlobal>
#include <catch2/catch.hpp>

#include "tests/runner/sim/world.h"

using namespace yingda::sim;

TEST_CASE("three hundred stormy seeds end in peace", "[sim]") {
  const int first = qEnvironmentVariableIntValue("YINGDA_SIM_FIRST");
  bool hasCount = false;
  const int wanted = qEnvironmentVariableIntValue("YINGDA_SIM_SEEDS", &hasCount);
  const int count = hasCount ? wanted : 300;
  int restores = 0;
  int crashes = 0;
  int conflicts = 0;
  int claims = 0;
  int attachments = 0;
  int newSeats = 0;
  for (int seed = first; seed < first + count; ++seed) {
    World world(static_cast<quint64>(seed), {});
    const Verdict verdict = world.run();
    INFO("seed " << seed << "\n" << verdict.problems.join(u'\n').toStdString());
    REQUIRE(verdict.problems.isEmpty());
    restores += verdict.restores;
    crashes += verdict.crashes;
    conflicts += verdict.conflicts;
    claims += verdict.claims;
    attachments += verdict.attachments;
    newSeats += verdict.newSeats;
  }
  // The storm did blow.
  if (count >= 100) {
    CHECK(restores > 0);
    CHECK(crashes > 0);
    CHECK(conflicts > 0);
    CHECK(claims > 0);
    CHECK(attachments > 0);
    CHECK(newSeats > 0);
  }
}

TEST_CASE("one seed tells one story", "[sim]") {
  for (const quint64 seed : {3U, 17U, 171U}) {
    const Verdict first = World(seed, {}).run();
    const Verdict second = World(seed, {}).run();
    CHECK(first.trace == second.trace);
    CHECK(first.operations == second.operations);
    CHECK(World(seed + 1, {}).run().trace != first.trace);
  }
}
