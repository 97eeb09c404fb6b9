// SPDX-License-Identifier: GPL-3.0-or-later
// The server's rows under this workstation's own work: what a pull brings, with what it does not
// contain yet laid over it.
#pragma once

#include <span>

#include "core/domain/remote_row.h"
#include "core/store/journal.h"
#include "core/store/projector.h"

namespace yingda {

/// How far a cache has followed a server.
struct ServerLayer {
  QUuid epoch;              ///< which life of the server; null: this store follows none
  quint64 cursor = 0;       ///< everything of the transactions below it is here
  qint64 covered = 0;       ///< own operations up to it are in the server's rows
  qint64 acknowledged = 0;  ///< own operations up to it are in the server's ledger
  /// What whoever asked may see, as one word: rows came down for this. Another person of the seat
  /// may see other rows.
  QString scope;
  /// How far the rows here reach in the server's log; empty: unknown.
  QByteArray position;
  friend bool operator==(const ServerLayer&, const ServerLayer&) = default;
};

/// How far a first copy of everything has come.
struct Hydration {
  QUuid epoch;
  quint64 ceiling = 0;    ///< where pulling goes on
  qint64 covered = 0;     ///< own operations up to it were in the server's rows when it began
  int part = 0;           ///< place in the order of parts
  QUuid after;            ///< the last id of the part that is here
  QString scope;          ///< as in ServerLayer
  bool isBeside = false;  ///< it grows in a file of its own, and is not on the screens yet
  QByteArray position;    ///< how far its rows reach in the server's log; empty: unknown
  friend bool operator==(const Hydration&, const Hydration&) = default;
};

/// A value that lost against another, as the server keeps it.
struct ConflictRow {
  QUuid id;
  QByteArray kind;
  QUuid thing;  ///< the entity's id
  QByteArray field;
  QByteArray kept;  ///< JSON of the value that stands; of a coupled group an object
  QByteArray lost;
  WorkstationId keptBy;
  WorkstationId lostBy;
  AgentId keptAgent;
  AgentId lostAgent;
  Instant at{};
};

/// Thread: that of the database; everything happens inside the caller's transaction. Owner: Cache.
class Shadow {
 public:
  Shadow(Database& database, Projector& projector) : m_database(database), m_projector(projector) {}

  Result<ServerLayer> layer();
  /// What lies over rows that contain it now is taken off them.
  Result<void> setLayer(Journal& journal, const ServerLayer& layer, Touched& touched);
  /// Nothing when no first copy is under way.
  Result<std::optional<Hydration>> hydration();
  Result<void> setHydration(const std::optional<Hydration>& hydration);

  /// Remembers what an own operation is about to change, until `setLayer` says that it is covered.
  Result<void> note(const ChangeSet& changes, qint64 sequence);
  /// Sets the rows as the server has them. An older version than the one here is passed over.
  Result<void> take(Journal& journal, std::span<const RemoteRow> rows, Touched& touched);
  /// Forgets the orders to forget that these later rows disprove: what is told of a thing, or of a
  /// ticket's story, is told of one that is there.
  Result<void> dropExits(std::span<const RemoteRow> rows);
  /// Takes back the activities of an operation that the server refused, for good.
  Result<void> withdraw(qint64 sequence, const ChangeSet& changes, Touched& touched);
  Result<bool> isRefused(qint64 sequence);
  /// Writes into a change which version of the server's row, and which text, it stands on.
  /// and on which claims of `by`'s; null: nobody's.
  Result<void> stamp(ChangeSet& changes, const AgentId& by = {});
  /// The tickets that this person has in hand, or wishes to.
  Result<QList<TicketId>> inHand(const AgentId& by, Instant now);
  /// Newest first.
  Result<std::vector<ConflictRow>> conflicts(int limit);
  /// Own operations that the server's rows do not contain yet.
  Result<qint64> pendingCount();

 private:
  Result<void> stampClaims(ChangeSet& changes, const AgentId& by);
  Result<qint64> versionOf(const QByteArray& kind, const QUuid& id);
  Result<std::vector<qint64>> pendingOf(const QUuid& id);
  /// True when something of one's own lies over it now.
  Result<bool> overlay(Journal& journal, EntityChange& change);
  Result<void> uncover(Journal& journal, qint64 covered, Touched& touched);
  Result<std::vector<RemoteRow>> keptRows(const QUuid& id);
  Result<void> keepRow(const RemoteRow& row);
  Result<void> keepStanding(const EntityChange& change);
  Result<void> takeConflict(const RemoteRow& row);
  /// Removes the place that was kept for a ticket when nothing is known of it any more: all that
  /// was told of it was refused.
  Result<void> dropStub(const QUuid& ticket, Touched& touched);
  /// Empties the text of a ticket that stays.
  Result<void> blank(const RemoteRow& row, Touched& touched);
  Result<QByteArray> state(const char* key);
  Result<void> setState(const char* key, const QByteArray& value);

  Database& m_database;
  Projector& m_projector;
  QHash<qint64, ChangeSet> m_decoded;  ///< own operations read for the page at hand
};

}  // namespace yingda
