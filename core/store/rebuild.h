// SPDX-License-Identifier: GPL-3.0-or-later
// A whole projection in the order of need: who works here, then the open tickets, then the
// archived.
#pragma once

#include <QHash>
#include <QSet>

#include "core/store/journal.h"
#include "core/store/projector.h"
#include "core/store/slice.h"

namespace yingda {

/// How a cache remembers an operation's place in its chain.
QString hashText(const Operation& operation);

/// A short walk over the operations that name people, so that they can sign in; three over the
/// whole journal as it stood at the beginning; then the operations since once more. The end is the
/// same as that of a projection in journal order: each field was set last by its last operation.
/// Dying on the way costs a new beginning over the same rows. Thread: that of the database. Owner:
/// Cache.
class Rebuild {
 public:
  Rebuild(Database& database, Projector& projector, qint64 lastSequence)
      : m_database(database),
        m_projector(projector),
        m_last(lastSequence),
        m_newest(lastSequence) {}

  /// Goes on inside the caller's transaction until the slice is over; true at the end.
  Result<bool> step(Journal& journal, const Slice& slice, Touched& touched);
  /// Who works here is there, with the secrets, as far as headers tell; those who came by other
  /// operations come with the ground.
  bool hasPeople() const { return m_walk != Walk::People; }
  /// Everything but archived tickets is there, and what was appended since comes at once.
  bool hasOpenTickets() const { return m_walk == Walk::Archived || m_walk == Walk::Newest; }
  /// The ticket is as the journal has it; false also for one that is not known.
  bool isThere(const QUuid& ticket) const;
  /// The last operation that counts; that of the journal at the end.
  qint64 newest() const { return m_newest; }
  /// The last step failed in reading the journal, not in writing the cache.
  bool hasJournalFailed() const { return m_hasJournalFailed; }
  /// Its chain hash, at the end.
  QString newestHash() const { return m_newestHash; }
  qint64 stepsDone() const;
  qint64 stepsTotal() const { return 2 * m_last; }

 private:
  enum class Walk { People, Ground, Open, Archived, Newest };
  struct Life {
    qint64 first = 0;  ///< the first operation that names it
    bool isOpen = true;
  };
  Result<void> projectPeople(Journal& journal, Touched& touched);
  Result<void> takePeople(const Operation& operation, Touched& touched);
  Result<void> take(const Operation& operation, Touched& touched);
  Result<void> project(ChangeSet changes, Touched& touched);
  Result<void> projectNewest(Journal& journal, qint64 after, Touched& touched);
  void dropOlderThanPeople(ChangeSet& changes) const;
  void note(const ChangeSet& changes, qint64 sequence);
  void nextWalk();

  Database& m_database;
  Projector& m_projector;
  Walk m_walk = Walk::People;
  qint64 m_last;
  qint64 m_newest;
  qint64 m_position = 0;
  QString m_newestHash;
  bool m_hasJournalFailed = false;
  qint64 m_peopleUntil = 0;  ///< the last operation that the search for people has seen
  /// The last operation that set a field of a person, by kind, id and name.
  QHash<QByteArray, qint64> m_peopleFields;
  QHash<QUuid, Life> m_lives;
  QSet<QUuid> m_open;  ///< tickets that are complete already
};

}  // namespace yingda
