// SPDX-License-Identifier: GPL-3.0-or-later
// cache.db: the rebuildable picture of the journal that every screen reads.
#pragma once

#include <memory>

#include "core/base/clock.h"
#include "core/store/journal.h"
#include "core/store/projector.h"
#include "core/store/rebuild.h"
#include "core/store/shadow.h"
#include "core/store/slice.h"

namespace yingda {

struct CacheOptions {
  QString vfs;
  bool readOnly = false;
  /// The copy that is being made beside the one in use.
  bool isNext = false;
};

/// What opening found.
enum class CacheState {
  Ready,    ///< may still lag behind the journal; catchUp tells
  Fresh,    ///< empty: it did not exist, or another program version made it
  Damaged,  ///< it was set aside and a new one begun
};

/// The writing connection to cache.db.
/// Thread: the cache thread. Owner: Backend, or a headless program.
class Cache {
 public:
  /// Opens or makes the file. One that is no cache of ours is renamed, never deleted.
  static Result<std::unique_ptr<Cache>> open(const QString& folder, const Clock& clock, DueOf dueOf,
                                             const CacheOptions& options = {});
  static QString fileIn(const QString& folder, bool isNext = false);
  /// Throws away a copy that was begun beside.
  static void removeNext(const QString& folder);
  /// A reading connection for another thread.
  static Result<std::unique_ptr<Database>> openReader(const QString& folder,
                                                      const QString& vfs = {});

  CacheState state() const { return m_state; }
  /// Begins anew when the file is the picture of another journal, told by the hash of the last
  /// operation that it shows.
  Result<void> belongTo(Journal& journal);
  qint64 appliedSequence();
  /// Projects operations that follow the applied one, until the slice is over; true when nothing is
  /// left.
  Result<bool> catchUp(Journal& journal, const Slice& slice, Touched& touched);
  /// The last `catchUp` failed in reading the journal, not in writing the cache.
  bool hasJournalFailed() const { return m_hasJournalFailed; }
  /// Projects an empty cache in the order of need from now on: open tickets first.
  void beginRebuild(Journal& journal);
  /// Null when the projection goes in journal order.
  const Rebuild* rebuildOrNull() const { return m_rebuild.get(); }
  /// Renames the damaged file and begins a new one on the same object.
  Result<void> setAsideAndReopen();
  /// Opens again what could not be opened when files were exchanged.
  Database& database();
  /// Another process has put another file in the place of this one; what is written here is lost,
  /// and needs only `reopen`.
  bool isReplaced() const { return m_database && m_database->hasMoved(); }
  /// Leaves the file at hand for the one that has its name now. Every reader must open anew.
  Result<void> reopen();

  // The server's rows under the own ones. All of these are one transaction each.
  Result<ServerLayer> layer();
  Result<std::optional<Hydration>> hydration();
  Result<std::vector<ConflictRow>> conflicts(int limit);
  Result<qint64> pendingCount();
  /// Takes what a pull brought, and how far that reaches.
  Result<void> take(Journal& journal, std::span<const RemoteRow> rows, const ServerLayer& next,
                    Touched& touched);
  /// Takes a page of the first copy, and where that stands; nothing: it is complete.
  Result<void> take(Journal& journal, std::span<const RemoteRow> rows,
                    const std::optional<Hydration>& next, Touched& touched);
  /// Begins a first copy in this empty file. What the journal holds up to `covered` is the server's
  /// to bring; only secrets, which never leave, come from here.
  Result<void> beginHydration(Journal& journal, const Hydration& hydration);
  /// Takes back what a refused operation left behind.
  Result<void> withdraw(qint64 sequence, const ChangeSet& changes, Touched& touched);
  /// Writes into a change on which rows of the server it stands, and on which claims of `by`'s.
  Result<void> stamp(ChangeSet& changes, const AgentId& by = {});
  /// The tickets that this person has in hand, or wishes to; `now` by the server's clock.
  Result<QList<TicketId>> inHand(const AgentId& by, Instant now);
  /// Puts the copy made beside in the place of this file; every reader must open anew.
  Result<void> replaceByNext();
  /// Derives next due of all open tickets again.
  Result<void> deriveAll();
  /// Marks an orderly end, so that the next start needs no check.
  void close();

 private:
  Cache(QString folder, const Clock& clock, DueOf dueOf, CacheOptions options);
  Result<void> openFile();
  /// Nothing of a cache can be asked while its file is closed.
  Result<void> ensureOpen();
  Result<void> setBulk(bool isBulk);
  Result<bool> isOurs();
  Result<void> create();
  Result<void> setAside();
  Result<bool> catchUpOnce(Journal& journal, const Slice& slice, Touched& touched);
  Result<void> setState(const char* key, const FieldValue& value);
  Result<bool> projectOwn(Journal& journal, qint64& applied, QString& appliedHash,
                          const Slice& slice, Touched& touched);
  Result<void> project(const Operation& operation, const ServerLayer& layer, Touched& touched);

  QString m_folder;
  const Clock& m_clock;
  DueOf m_dueOf;
  CacheOptions m_options;
  CacheState m_state = CacheState::Ready;
  std::unique_ptr<Database> m_database;
  std::unique_ptr<Projector> m_projector;
  std::unique_ptr<Shadow> m_shadow;
  std::unique_ptr<Rebuild> m_rebuild;
  bool m_hasJournalFailed = false;
  bool m_isBulk = false;
};

}  // namespace yingda
