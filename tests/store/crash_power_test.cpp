// SPDX-License-Identifier: GPL-3.0-or-later
// The power goes at every single write of a script: what was acknowledged is there afterwards.
#include <QTemporaryDir>

#include "tests/runner/printers.h"
#include "tests/runner/quiet_log.h"
#include "tests/store/crash_vfs.h"
#include "tests/store/journal_script.h"

using namespace yingda;
using namespace yingda::test;

namespace {

using Sync = DatabaseOptions::Sync;

/// Empty when the journal kept its word, else what it lost.
QString playUntilPowerLoss(const std::vector<ScriptStep>& script, qint64 powerOffAt, Sync sync) {
  const QTemporaryDir folder;
  CrashVfs disk;
  JournalOptions options;
  options.vfs = disk.name();
  options.sync = sync;
  ScriptPlayer player(folder.path(), options);
  disk.plan.powerOffAt = powerOffAt;
  if (const auto opened = player.open()) {
    for (const ScriptStep& step : script) {
      if (!player.play(step)) break;
    }
  }
  const auto seat = player.seat;
  player.close();
  SeededRandom chance(static_cast<quint64>(powerOffAt));
  const auto survival = powerOffAt % 4 == 0   ? CrashVfs::Survival::None
                        : powerOffAt % 4 == 1 ? CrashVfs::Survival::All
                                              : CrashVfs::Survival::Random;
  disk.losePower(chance, survival);
  const auto found = player.readBack();
  if (!found) return QString::fromLatin1(errorCodeName(found.error().code)) + found.error().detail;
  if (seat && player.seat != seat) return QStringLiteral("the workstation has another id");
  if (!(*found == player.acknowledged) && !(*found == player.pending)) {
    return QStringLiteral("found ") + found->text() + QStringLiteral(", acknowledged ") +
           player.acknowledged.text();
  }
  // Work goes on: no number twice, and the chain grows from where it is.
  player.acknowledged = *found;
  ScriptStep number;
  number.act = ScriptStep::Act::Number;
  ScriptStep append;
  append.act = ScriptStep::Act::Append;
  append.payloads = {"after the cut"};
  for (const ScriptStep& step : {number, append}) {
    if (const auto done = player.play(step); !done) return done.error().detail;
  }
  const auto again = player.readBack();
  if (!again || !(*again == player.acknowledged)) return QStringLiteral("work did not go on");
  return {};
}

qint64 eventsOf(const std::vector<ScriptStep>& script, Sync sync) {
  const QTemporaryDir folder;
  CrashVfs disk;
  JournalOptions options;
  options.vfs = disk.name();
  options.sync = sync;
  ScriptPlayer player(folder.path(), options);
  REQUIRE(player.open());
  for (const ScriptStep& step : script) REQUIRE(player.play(step));
  REQUIRE(*player.readBack() == player.acknowledged);
  player.close();
  return disk.events();
}

}  // namespace

// Goal: nothing acknowledged is lost. Method: count the script's events, then cut the power at
// each.
TEST_CASE("a power cut at any write loses nothing that was acknowledged", "[store][crash]") {
  const int seed = GENERATE(1, 2, 3);
  const auto script = makeScript(static_cast<quint64>(seed), 40, 6000);
  const qint64 events = eventsOf(script, Sync::Full);
  INFO("seed " << seed << ", events " << events);
  REQUIRE(events > 100);
  for (qint64 i = 1; i <= events; ++i) {
    const QuietLog quiet;
    const QString loss = playUntilPowerLoss(script, i, Sync::Full);
    INFO("power off at event " << i << ": " << loss.toStdString());
    REQUIRE(loss.isEmpty());
  }
}

// Goal: the same while the WAL is copied back by itself. Method: large payloads, sampled cuts.
TEST_CASE("a power cut while a full WAL is copied loses nothing", "[store][crash]") {
  const auto script = makeScript(11, 14, 1'200'000);
  const qint64 events = eventsOf(script, Sync::Full);
  REQUIRE(events > 2000);
  SeededRandom random(12);
  for (int i = 0; i < 40; ++i) {
    const QuietLog quiet;
    const qint64 at = static_cast<qint64>(random.below(static_cast<quint64>(events))) + 1;
    const QString loss = playUntilPowerLoss(script, at, Sync::Full);
    INFO("power off at event " << at << " of " << events << ": " << loss.toStdString());
    REQUIRE(loss.isEmpty());
  }
}

// Goal: prove that the test above can fail. Method: commit without syncing the WAL.
TEST_CASE("the power test finds what NORMAL would lose", "[store][crash][opposite]") {
  const auto script = makeScript(1, 40, 6000);
  const qint64 events = eventsOf(script, Sync::Normal);
  int losses = 0;
  for (qint64 i = 1; i <= events; ++i) {
    const QuietLog quiet;
    if (!playUntilPowerLoss(script, i, Sync::Normal).isEmpty()) ++losses;
  }
  INFO(losses << " losses at " << events << " events");
  CHECK(losses > 20);
}

// Goal: a full disk is told, and passes. Method: no space from each event on, then space again.
TEST_CASE("a full disk is told as such and saves work again once there is space",
          "[store][crash]") {
  const QuietLog quiet;
  const auto script = makeScript(4, 30, 6000);
  const qint64 events = eventsOf(script, Sync::Full);
  int refusals = 0;
  for (qint64 i = 1; i <= events; ++i) {
    INFO("full from event " << i);
    const QTemporaryDir folder;
    CrashVfs disk;
    JournalOptions options;
    options.vfs = disk.name();
    ScriptPlayer player(folder.path(), options);
    disk.plan.fullFrom = i;
    const auto opened = player.open();
    if (!opened) {
      REQUIRE(opened.error().code == ErrorCode::DiskFull);
      disk.plan.fullFrom = 0;
      REQUIRE(player.open());
    }
    for (const ScriptStep& step : script) {
      const auto played = player.play(step);
      if (played) continue;
      ++refusals;
      REQUIRE(played.error().code == ErrorCode::DiskFull);
      disk.plan.fullFrom = 0;
      REQUIRE(*player.readBack() == player.acknowledged);
      REQUIRE(player.play(step));
    }
    REQUIRE(*player.readBack() == player.acknowledged);
  }
  CHECK(refusals > events / 2);
}

// Goal: a sync that fails is not a save. Method: each sync of the script fails once.
TEST_CASE("a failed sync is told and the next save stands", "[store][crash]") {
  const auto script = makeScript(5, 30, 6000);
  const qint64 events = eventsOf(script, Sync::Full);
  for (qint64 i = 1; i <= events; ++i) {
    const QuietLog quiet;
    INFO("sync fails at event " << i);
    const QTemporaryDir folder;
    CrashVfs disk;
    JournalOptions options;
    options.vfs = disk.name();
    ScriptPlayer player(folder.path(), options);
    disk.plan.syncFailsAt = i;
    if (const auto opened = player.open(); !opened) {
      REQUIRE(opened.error().code == ErrorCode::Io);
      REQUIRE(player.open());
    }
    for (const ScriptStep& step : script) {
      const auto played = player.play(step);
      if (played) continue;
      REQUIRE(played.error().code == ErrorCode::Io);
      REQUIRE(*player.readBack() == player.acknowledged);
      REQUIRE(player.play(step));
    }
    player.close();
    SeededRandom chance(static_cast<quint64>(i));
    disk.losePower(chance, CrashVfs::Survival::Random);
    REQUIRE(*player.readBack() == player.acknowledged);
  }
}
