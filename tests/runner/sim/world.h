// SPDX-License-Identifier: GPL-3.0-or-later
// Some seats, one server, one seed: everything that happens is drawn from it.
#pragma once

#include <QCryptographicHash>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>
#include <optional>
#include <set>

#include "tests/runner/sim/faulty_gateway.h"
#include "tests/runner/sim/sim_seat.h"

namespace yingda::sim {

struct WorldOptions {
  int seats = 4;
  int steps = 400;
  QString folder;  ///< empty: a temporary one
  QUuid epoch;     ///< of the server; null: one from the seed
  /// The server is never put back to a backup, its clock never judges, and it keeps what it carried
  /// out for another server to repeat.
  bool isRecorded = false;
};

/// What a run found. `problems` is empty when every promise held.
struct Verdict {
  QStringList problems;
  QByteArray trace;  ///< SHA-256 of everything that happened
  qint64 operations = 0;
  int restores = 0;
  int crashes = 0;
  int conflicts = 0;
  int attachments = 0;
  int newSeats = 0;  ///< taken where two stores had one
  int claims = 0;    ///< steps at which somebody believed to have a ticket
  int rounds = 0;    ///< until all was quiet after the last fault
};

/// Thread: any one.
class World {
 public:
  World(quint64 seed, const WorldOptions& options);
  ~World();
  /// Faults, then peace, then the promises I1–I15 of the protocol.
  Verdict run();
  /// Every batch that was carried out, in its order, for another server to repeat.
  const ModelServer& server() const { return m_server; }
  const std::vector<std::unique_ptr<SimSeat>>& seats() const { return m_seats; }

 private:
  void disturb();
  void act(SimSeat& seat);
  void newTicket(SimSeat& seat);
  void tieTickets(SimSeat& seat);
  void promise(SimSeat& seat);
  void groupEvent(SimSeat& seat);
  void poison(SimSeat& seat);
  void claim(SimSeat& seat);
  void editTicket(SimSeat& seat);
  void handOver(SimSeat& seat);
  void attach(SimSeat& seat);
  void restore();
  /// Somebody copies the disk of that seat, and both go on.
  void copyDisk(size_t index);
  /// A person there takes a new seat, once two have the old one.
  void changeSeat(size_t index);
  void finishLate(size_t index);
  void heal();
  void check();
  void checkLedger(size_t index);
  void checkRecords(const Operation& operation, Taken result);
  /// Every record that anybody saved came in one operation, whatever became of its seat.
  void checkOnce();
  void checkOwnWork(size_t index);
  void checkCursor(size_t index);
  void checkPictures();
  /// What that seat must see in the end.
  QMap<QString, QString> truthFor(size_t index);
  void checkStages();
  void checkClaims();
  void checkBlobs();
  /// One of the three sites of this world.
  CommunityId site();
  /// Gives the person at that seat other sites, or all.
  void giveSites(size_t index);
  void note(const QString& what);
  void fail(const QString& what);
  bool chance(int ofThousand);
  quint64 below(quint64 bound) { return m_random.below(bound); }

  quint64 m_seed;
  WorldOptions m_options;
  SeededRandom m_random;
  QTemporaryDir m_temporary;
  ManualClock m_clock;
  ModelServer m_server;
  std::optional<ModelState> m_backup;
  Weather m_weather;
  std::vector<LateRequest> m_late;
  std::vector<quint64> m_writers;
  std::vector<std::unique_ptr<FaultyGateway>> m_gateways;
  std::vector<std::unique_ptr<SimSeat>> m_seats;
  struct Rates {
    int act, crash, loseCache, cut, mend, late, writer, backup, restore, skew, idle, rights, copy;
  };
  Rates m_rates{};
  bool m_hasSites = false;                              ///< not everybody sees everything
  std::map<QUuid, std::pair<qint64, qint64>> m_stages;  ///< the highest (cycle, stage) by ticket
  /// Seats that have not beaten since a restore, with the time of their last beat: what they
  /// believe is of another life of the server.
  std::map<size_t, Milliseconds> m_beforeRestore;
  /// How far each seat has read, and of which life of the server.
  std::map<size_t, std::pair<QUuid, quint64>> m_cursors;
  std::set<QUuid> m_saved;  ///< records in the journals of former seats
  QCryptographicHash m_trace{QCryptographicHash::Sha256};
  Verdict m_verdict;
};

}  // namespace yingda::sim
