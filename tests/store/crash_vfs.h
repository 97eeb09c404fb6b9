// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that loses power: an SQLite VFS that knows which writes were synced and forgets the
// others.
#pragma once

#include <sys/types.h>

#include <QByteArray>
#include <QString>
#include <map>
#include <memory>
#include <vector>

#include "core/base/random.h"

struct sqlite3_vfs;

namespace yingda::test {

/// What goes wrong, by the number of the event. Events are writes, cuts, syncs and deletions; they
/// count from 1 since the disk was made. 0 is never.
struct CrashPlan {
  qint64 powerOffAt = 0;    ///< this event is half done, and nothing works any more
  qint64 fullFrom = 0;      ///< writes fail from here on with no space left
  qint64 syncFailsAt = 0;   ///< this sync, or the next one after it, fails once
  bool isReadOnly = false;  ///< files open for reading only, none can be made
};

/// Real files below, in real folders: locks and shared memory are the system's. What was written
/// and not synced is remembered beside them. Thread: one.
class CrashVfs {
 public:
  enum class Survival { Random, None, All };

  CrashVfs();
  ~CrashVfs();
  CrashVfs(const CrashVfs&) = delete;
  CrashVfs& operator=(const CrashVfs&) = delete;

  QString name() const { return QString::fromLatin1(m_name); }
  CrashPlan plan;
  qint64 events() const { return m_events; }
  bool isOff() const { return m_isOff; }

  /// Rewrites every file as the disk would hold it after the power came back: synced writes stand,
  /// of the others a random part, some of them torn at a sector. All connections must be closed.
  void losePower(Random& random, Survival survival);

 private:
  friend struct CrashCalls;
  struct Change {
    bool isCut = false;
    qint64 offset = 0;  ///< the new size of a cut
    QByteArray bytes;
  };
  /// One file by its inode: names may change without the VFS being asked.
  struct File {
    QString path;
    QByteArray durable;
    std::vector<Change> unsynced;
    bool hasDurableName = false;
  };

  bool passEvent();
  void syncFolder();
  static QByteArray imageOf(const File& file, Random& random, Survival survival);

  QByteArray m_name;
  std::unique_ptr<sqlite3_vfs> m_vfs;
  sqlite3_vfs* m_real = nullptr;
  std::map<ino_t, std::shared_ptr<File>> m_files;
  std::vector<std::shared_ptr<File>> m_deleted;
  qint64 m_events = 0;
  bool m_isOff = false;
};

}  // namespace yingda::test
