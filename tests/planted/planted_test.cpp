// SPDX-License-Identifier: GPL-3.0-or-later
// A simulation that finds nothing proves nothing: each planted bug must be found.
#include "core/base/planted.h"

#include <catch2/catch.hpp>

#include "tests/runner/sim/world.h"

using namespace yingda;
using namespace yingda::sim;

namespace {

struct Row {
  Plant plant;
  const char* name;
};

constexpr Row rows[] = {
    {Plant::IgnoreRestore, "a restored server is taken for the old one"},
    {Plant::TrustOwnPosition, "what was acknowledged once is never sent again"},
    {Plant::ForgetShadow, "a server's row under own work is not kept"},
    {Plant::CoverAtReceipt, "own work leaves the screen before the server's row is there"},
    {Plant::ForgetPending, "own work is not laid over"},
    {Plant::ProjectCovered, "the whole journal is laid over a first copy"},
    {Plant::LateCeiling, "pulling goes on where the copy ended"},
    {Plant::SkipConflicts, "a first copy without conflicts"},
    {Plant::PoisonBlocks, "an operation that cannot be taken blocks"},
    {Plant::HideRefusal, "a refusal is hidden"},
    {Plant::KeepRefused, "a refused record stays"},
    {Plant::WallClock, "wall clock instead of hybrid clock"},
    {Plant::SendSecrets, "secrets leave"},
    {Plant::ServerForgetsLedger, "an operation is carried out twice"},
    {Plant::ServerSplitsPage, "a page ends inside a transaction"},
    {Plant::ServerIgnoresWriters, "a pull passes open transactions"},
    {Plant::ServerStageBack, "the last writer sets the stage"},
    {Plant::ServerDropsOrphans, "a record of an unknown ticket is dropped"},
    {Plant::ServerSilentVoid, "a record becomes void in silence"},
    {Plant::ServerMuteRepeat, "a repeated answer leaves out what was refused"},
    {Plant::ServerClaimBlind, "claim without compare-and-set"},
    {Plant::BeliefOutlivesLease, "belief outlives lease"},
    {Plant::CountChunkEarly, "a chunk is counted before it is stored"},
    {Plant::KeepForeign, "a row of another site is kept"},
    {Plant::KeepScope, "other rights are not noticed"},
    {Plant::ServerIgnoresRights, "what the rights of a greeting no longer allow is served"},
    {Plant::ReissueAll, "a new seat sends again what the server has"},
    {Plant::ReissueNothing, "a new seat sends nothing of the former one"},
    {Plant::ServerSilentMove, "a row moves to another site in silence"},
};

}  // namespace

TEST_CASE("every planted bug is found", "[planted]") {
  for (const Row& row : rows) {
    DYNAMIC_SECTION(row.name) {
      plantedBug = row.plant;
      int tried = 0;
      bool isFound = false;
      while (!isFound && tried < 400) {
        World world(static_cast<quint64>(tried++), {});
        isFound = !world.run().problems.isEmpty();
      }
      plantedBug = Plant::None;
      INFO("after " << tried << " seeds");
      CHECK(isFound);
      if (qEnvironmentVariableIsSet("YINGDA_SIM_TELL")) {
        std::printf("%3d seeds: %s\n", tried, row.name);
      }
    }
  }
}
