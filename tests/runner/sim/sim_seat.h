// SPDX-License-Identifier: GPL-3.0-or-later
// One workstation of a simulation: the real journal, cache and engine on a folder of its own.
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "core/domain/attachment.h"
#include "core/sync/blob_lane.h"
#include "core/sync/local_store.h"
#include "core/sync/sync_engine.h"

namespace yingda::sim {

/// A clock that is wrong by what a test says.
class SkewedClock final : public Clock {
 public:
  explicit SkewedClock(const ManualClock& world) : m_world(world) {}
  Instant now() const override { return m_world.now() + skew; }
  Milliseconds skew{0};

 private:
  const ManualClock& m_world;
};

/// The disk of a seat. Power cuts have a test of their own; elsewhere a seat's process dies, and
/// the system stays up.
struct SeatDisk {
  QString vfs;
  DatabaseOptions::Sync sync = DatabaseOptions::Sync::Normal;
};

/// What a person sees of one ticket.
struct SeenTicket {
  Ticket ticket;
  TicketText text;
  std::vector<Activity> activities;
};

/// Thread: any one.
class SimSeat {
 public:
  SimSeat(const QString& folder, const ManualClock& world, quint64 seed, Gateway& gateway,
          SeatDisk disk = {});
  ~SimSeat();

  /// Saves one change as the workstation would; reported saved when it returns true.
  bool save(const QString& kind, ChangeSet changes);
  /// A process that died: everything that is not on disk is gone. False when it does not open.
  bool crash(bool losesCache);
  /// What a person does when two stores have this seat. False: later, the server did not answer or
  /// knows of no other.
  bool takeNewSeat();
  QString folder() const { return m_folder; }
  void close();
  /// The constructor and `crash` do it; after `close` only.
  bool open();
  bool isOpen() const { return m_engine != nullptr; }
  Milliseconds step();
  SyncEngine& engine() { return *m_engine; }
  Journal& journal() { return *m_journal; }
  Cache& cache() { return *m_cache; }
  LocalStore& store() { return *m_store; }
  BlobLane& lane() { return *m_lane; }
  BlobFolder& blobs() { return m_blobs; }
  /// Every attachment that this seat knows of, with its ticket.
  std::vector<std::pair<TicketId, Attachment>> attachments();
  Random& random() { return m_random; }
  SkewedClock clock;
  const AgentId agent;

  /// The tickets that this person believes to have in hand now, with the token of each.
  QHash<QUuid, qint64> believed();
  std::vector<TicketId> tickets();
  SeenTicket ticket(const TicketId& id);
  /// A field of the last save that the screen does not show, though no row of the server that came
  /// down contains it; `arrived` is the last own operation that one does.
  QString hiddenWork(qint64 arrived);
  /// Every row of every kind, as text, for comparing with the server's.
  QMap<QString, QString> rows();

 private:
  QByteArray secret();
  JournalOptions journalOptions() const;

  const ManualClock& m_world;
  QString m_folder;
  SeatDisk m_disk;
  ChangeSet m_lastSaved;
  qint64 m_lastSequence = 0;
  SeededRandom m_random;
  Gateway& m_gateway;
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<Cache> m_cache;
  std::unique_ptr<JournalFacts> m_facts;
  std::unique_ptr<LocalStore> m_store;
  std::unique_ptr<SyncEngine> m_engine;
  BlobFolder m_blobs;
  std::unique_ptr<BlobLane> m_lane;
};

/// One line of a seat's or the model's picture: kind/id/field → value.
QString pictureValue(const QJsonValue& value);

}  // namespace yingda::sim
