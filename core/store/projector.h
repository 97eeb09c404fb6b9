// SPDX-License-Identifier: GPL-3.0-or-later
// Turns operations into rows: fields are set, activities inserted, search texts and next due
// derived.
#pragma once

#include <QHash>
#include <QSet>
#include <functional>
#include <span>

#include "core/domain/change_set.h"
#include "core/domain/household.h"
#include "core/store/database.h"

namespace yingda {

/// What is due next on a ticket, computed outside the store.
struct DerivedDue {
  qint64 dueMs = std::numeric_limits<qint64>::max();  ///< the greatest number: no deadline
  QString milestone;
};
using DueOf = std::function<DerivedDue(const Ticket&, const std::vector<Activity>&)>;

/// What a projection touched.
struct Touched {
  QSet<QUuid> tickets;
  QSet<QUuid> households;
  bool hasKnowledge = false;  ///< what people read, or how it is judged
  bool hasEvent = false;      ///< a group event, whose tickets are among those above
  bool hasPractice = false;   ///< drills and assignments
  bool isEmpty() const {
    return tickets.isEmpty() && households.isEmpty() && !hasKnowledge && !hasEvent && !hasPractice;
  }
};

/// Applies change sets inside the caller's transaction.
/// Thread: that of the database. Owner: Cache.
class Projector {
 public:
  Projector(Database& database, DueOf dueOf) : m_database(database), m_dueOf(std::move(dueOf)) {}
  /// Applies one operation's changes. Unknown rows get a stub, so that order never loses a field.
  Result<void> apply(const ChangeSet& changes, Touched& touched);
  /// Forgets a thing and all that hangs on it alone; nothing when it is not there.
  Result<void> remove(const QByteArray& kind, const QUuid& id, Touched& touched);
  Result<void> removeActivity(const Activity& activity, Touched& touched);
  /// Derives next due of every open ticket anew, e.g. after a change of policy.
  Result<void> deriveAll();

 private:
  struct TicketState;
  Result<qint64> ticketRow(const QUuid& id, Instant receivedAt);
  Result<std::optional<qint64>> findRow(const QByteArray& kind, const QUuid& id);
  Result<void> applyTicketChanges(const std::vector<const EntityChange*>& changes, const QUuid& id);
  Result<void> applyEntity(const EntityChange& change, std::optional<qint64> row);
  Result<void> insertActivity(const Activity& activity, qint64 ticketRow);
  Result<QString> ticketDocument(qint64 row);
  Result<void> indexTicket(qint64 row, const QString& before, const QString& after);
  Result<void> deriveDue(qint64 row);
  Result<void> noteHousehold(const EntityChange& change, Touched& touched);
  /// The tickets of a tie: whether they stand in a queue hangs on it.
  Result<void> noteTie(const EntityChange& change, QSet<QUuid>& tickets);
  /// What all its tickets are told is seen on each.
  Result<void> noteEvent(const EntityChange& change, Touched& touched);
  /// A promise is seen on its ticket.
  Result<void> notePromise(const EntityChange& change, Touched& touched);
  Result<bool> isRepeat(qint64 row);
  Result<void> noteCommunity(const EntityChange& change, Touched& touched);
  Result<void> indexHousehold(const QUuid& id);
  Result<void> unindexHousehold(qint64 row);

  Database& m_database;
  DueOf m_dueOf;
  QHash<QByteArray, QByteArray> m_upsertNames;
};

/// The text under which a household is found: community, address in its search forms, people,
/// numbers.
QString householdDocument(const QString& community, const Household& household,
                          const QStringList& people, const QStringList& numbers);

}  // namespace yingda
