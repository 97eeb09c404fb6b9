// SPDX-License-Identifier: GPL-3.0-or-later
// What a wall shows, read beside the workstation that keeps the store: the floor without a name,
// and how old each part of it is.
#pragma once

#include <QObject>
#include <QStringList>
#include <memory>

#include "core/base/clock.h"
#include "core/base/task_thread.h"
#include "core/domain/starter.h"
#include "core/insight/floor_snapshot.h"

namespace yingda {

class Database;

/// What a joined workstation says of the floor for walls on the same store, every two seconds.
/// No names: states only.
struct FloorWord {
  Instant at{};          ///< when it was said
  Instant heardAt{};     ///< when the server was last known to be there
  QStringList states;    ///< how each other agent is occupied, as codes
  QList<Instant> since;  ///< in the order of the states
  friend bool operator==(const FloorWord&, const FloorWord&) = default;
};

/// Replaces the word in the store's folder; nothing when it cannot be written. It is news for
/// seconds, so it is not synced to the disk.
void writeFloorWord(const QString& folder, const FloorWord& word);
/// Nothing in a store that stands alone, or was never open since it joined.
std::optional<FloorWord> readFloorWord(const QString& folder);

struct FloorWall {
  FloorSnapshot floor;
  Instant floorAt{};  ///< as of when it is true
  bool isJoined = false;
  QStringList states;  ///< of the other agents; empty when alone
  QList<Instant> since;
  Instant statesAt{};       ///< the epoch: never told
  QStringList communities;  ///< their names, so that a place is told from a person
};

/// Reads a store that another process keeps, and writes nothing into it. After a failure it opens
/// anew by itself at the next reading.
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
  TaskThread m_thread{"wall"};
};

/// The starter organisation, for a process without a Backend.
Result<Starter> wallStarter();

}  // namespace yingda
