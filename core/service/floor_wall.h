// SPDX-License-Identifier: GPL-3.0-or-later
// What a wall shows, read beside the workstation that keeps the store: the floor without a name,
// and how old each part of it is.
#pragma once

#include <QLockFile>
#include <QStringList>
#include <memory>

#include "core/base/clock.h"
#include "core/base/task_thread.h"
#include "core/domain/starter.h"
#include "core/insight/floor_snapshot.h"

namespace yingda {

class Database;

/// What a joined workstation says of the floor for walls on the same store, whenever it knows
/// more. No names: states only. What is not known now stays as it was, with its own time.
struct FloorWord {
  Instant heardAt{};       ///< all that was complete then is in the store; the epoch: never
  Instant statesAt{};      ///< when it was told how the others are occupied; the epoch: never
  QStringList states;      ///< how each other agent is occupied, as codes
  QList<Instant> since;    ///< in the order of the states
  bool isStandby = false;  ///< a standby told it
  friend bool operator==(const FloorWord&, const FloorWord&) = default;
};

/// Replaces the word in the store's folder; nothing when it cannot be written. It is news for
/// seconds, so it is not synced to the disk.
void writeFloorWord(const QString& folder, const FloorWord& word);
/// What the radar of a workstation sees, for walls on its store: the category and the place of each
/// proposal, down to the building, and how many homes. No tickets.
void writeRadarWord(const QString& folder, const std::vector<FloorProposal>& proposals);
std::vector<FloorProposal> readRadarWord(const QString& folder);
/// Nothing in a store that stands alone, or was never open since it joined.
std::optional<FloorWord> readFloorWord(const QString& folder);
/// Whether a wall looks at the store in this folder: a live process holds its mark. Thread: one at
/// a time.
bool isWallThere(const QString& folder);

struct FloorWall {
  FloorSnapshot floor;
  Instant floorAt{};  ///< as of when it is true
  bool isJoined = false;
  bool isStandby = false;  ///< the server's word came from a standby
  QStringList states;      ///< of the other agents; empty when alone
  QList<Instant> since;
  Instant statesAt{};       ///< the epoch: never told
  QStringList communities;  ///< their names, so that a place is told from a person
};

/// Reads a store that another process keeps, and leaves nothing there but a mark that it looks
/// (`wall.lock`), which goes with it. After a failure it opens anew by itself at the next reading.
/// Thread: main; the answer comes by a future. Owner: the wall.
class FloorReader final {
 public:
  FloorReader(QString folder, std::shared_ptr<Clock> clock);
  ~FloorReader();
  QFuture<Result<FloorWall>> read();

 private:
  Result<FloorWall> readNow();

  QString m_folder;
  std::shared_ptr<Clock> m_clock;
  std::unique_ptr<Database> m_database;  ///< reading thread
  QLockFile m_mark;                      ///< reading thread
  TaskThread m_thread{"wall"};
};

/// The starter organisation, for a process without a Backend.
Result<Starter> wallStarter();

}  // namespace yingda
