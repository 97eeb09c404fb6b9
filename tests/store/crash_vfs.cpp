// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of the crashing disk, layered on the system's own VFS.
#include "tests/store/crash_vfs.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cstring>
#include <new>

#include "core/base/invariant.h"

namespace yingda::test {

namespace {

constexpr qint64 sectorBytes = 512;

struct Identity {
  bool exists = false;
  ino_t inode = 0;
  bool hasOtherName = false;
};

Identity identityOf(const char* path) {
  struct stat info {};
  if (stat(path, &info) != 0) return {};
  return {true, info.st_ino, info.st_nlink > 1};
}

/// Where that file is now, under its own name or another one in this folder or the one above;
/// empty: it is gone. Names change without the VFS being asked.
QString nameOf(ino_t inode, const QString& path) {
  const auto isIt = [inode](const QString& one) {
    const Identity identity = identityOf(QFile::encodeName(one).constData());
    return identity.exists && identity.inode == inode;
  };
  if (isIt(path)) return path;
  QDir folder = QFileInfo(path).dir();
  for (int i = 0; i < 2; ++i) {
    const QFileInfoList files = folder.entryInfoList(QDir::Files);
    for (const QFileInfo& file : files) {
      if (isIt(file.filePath())) return file.filePath();
    }
    folder = QFileInfo(folder.path()).dir();
  }
  return {};
}

void writeInto(QByteArray& image, qint64 offset, const QByteArray& bytes) {
  if (image.size() < offset + bytes.size()) image.resize(offset + bytes.size(), '\0');
  std::memcpy(image.data() + offset, bytes.constData(), static_cast<size_t>(bytes.size()));
}

}  // namespace

/// SQLite's side of the disk: C calls with the disk in pAppData and the file behind sqlite3_file.
struct CrashCalls {
  struct Handle {
    sqlite3_file base{};
    CrashVfs* disk = nullptr;
    CrashVfs::File* file = nullptr;
    int kind = 0;
  };

  static CrashVfs& diskOf(sqlite3_vfs* vfs) { return *static_cast<CrashVfs*>(vfs->pAppData); }
  static Handle& handleOf(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
  /// The system's own file lies behind our handle in the memory that SQLite gave.
  static sqlite3_file* realOf(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(Handle));
  }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out);
  static int remove(sqlite3_vfs* vfs, const char* path, int syncFolder);

  static int close(sqlite3_file* file) {
    sqlite3_file* real = realOf(file);
    return real->pMethods != nullptr ? real->pMethods->xClose(real) : SQLITE_OK;
  }
  static int read(sqlite3_file* file, void* into, int bytes, sqlite3_int64 offset) {
    if (handleOf(file).disk->m_isOff) return SQLITE_IOERR_READ;
    return realOf(file)->pMethods->xRead(realOf(file), into, bytes, offset);
  }
  static int write(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 offset) {
    Handle& handle = handleOf(file);
    CrashVfs& disk = *handle.disk;
    if (disk.m_isOff) return SQLITE_IOERR_WRITE;
    if (handle.file == nullptr) {
      return realOf(file)->pMethods->xWrite(realOf(file), from, bytes, offset);
    }
    const bool isAlive = disk.passEvent();
    if (disk.plan.fullFrom > 0 && disk.m_events >= disk.plan.fullFrom) return SQLITE_FULL;
    handle.file->unsynced.push_back(
        {false, offset, QByteArray(static_cast<const char*>(from), bytes)});
    if (!isAlive) return SQLITE_IOERR_WRITE;
    return realOf(file)->pMethods->xWrite(realOf(file), from, bytes, offset);
  }
  static int cut(sqlite3_file* file, sqlite3_int64 size) {
    Handle& handle = handleOf(file);
    if (handle.disk->m_isOff) return SQLITE_IOERR_TRUNCATE;
    const bool isAlive = handle.disk->passEvent();
    if (handle.file != nullptr) handle.file->unsynced.push_back({true, size, {}});
    if (!isAlive) return SQLITE_IOERR_TRUNCATE;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
  }
  static int sync(sqlite3_file* file, int) {
    Handle& handle = handleOf(file);
    CrashVfs& disk = *handle.disk;
    if (disk.m_isOff || !disk.passEvent()) return SQLITE_IOERR_FSYNC;
    if (disk.plan.syncFailsAt > 0 && disk.m_events >= disk.plan.syncFailsAt) {
      disk.plan.syncFailsAt = 0;
      return SQLITE_IOERR_FSYNC;
    }
    if (handle.file == nullptr) return SQLITE_OK;
    for (const CrashVfs::Change& change : handle.file->unsynced) {
      if (change.isCut) {
        handle.file->durable.resize(change.offset, '\0');
      } else {
        writeInto(handle.file->durable, change.offset, change.bytes);
      }
    }
    handle.file->unsynced.clear();
    // The system's VFS syncs the folder with the first sync of a journal or WAL, not of a database.
    if (handle.kind != SQLITE_OPEN_MAIN_DB) disk.syncFolder();
    return SQLITE_OK;
  }
  static int size(sqlite3_file* file, sqlite3_int64* result) {
    if (handleOf(file).disk->m_isOff) return SQLITE_IOERR_FSTAT;
    return realOf(file)->pMethods->xFileSize(realOf(file), result);
  }
  static int lock(sqlite3_file* file, int level) {
    return realOf(file)->pMethods->xLock(realOf(file), level);
  }
  static int unlock(sqlite3_file* file, int level) {
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
  }
  static int checkReserved(sqlite3_file* file, int* result) {
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
  }
  static int control(sqlite3_file* file, int operation, void* argument) {
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
  }
  static int sectorSize(sqlite3_file*) { return static_cast<int>(sectorBytes); }
  static int traits(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }
  static int shmMap(sqlite3_file* file, int region, int bytes, int extend, void volatile** out) {
    if (handleOf(file).disk->plan.isReadOnly) return SQLITE_READONLY_CANTINIT;
    return realOf(file)->pMethods->xShmMap(realOf(file), region, bytes, extend, out);
  }
  static int shmLock(sqlite3_file* file, int offset, int count, int flags) {
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
  }
  static void shmBarrier(sqlite3_file* file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); }
  static int shmUnmap(sqlite3_file* file, int isDeleting) {
    return realOf(file)->pMethods->xShmUnmap(realOf(file), isDeleting);
  }

  static int access(sqlite3_vfs* vfs, const char* path, int flags, int* result) {
    sqlite3_vfs* real = diskOf(vfs).m_real;
    return real->xAccess(real, path, flags, result);
  }
  static int fullPath(sqlite3_vfs* vfs, const char* path, int bytes, char* out) {
    sqlite3_vfs* real = diskOf(vfs).m_real;
    return real->xFullPathname(real, path, bytes, out);
  }
  static int randomness(sqlite3_vfs* vfs, int bytes, char* out) {
    sqlite3_vfs* real = diskOf(vfs).m_real;
    return real->xRandomness(real, bytes, out);
  }
  static int sleep(sqlite3_vfs* vfs, int microseconds) {
    sqlite3_vfs* real = diskOf(vfs).m_real;
    return real->xSleep(real, microseconds);
  }
  static int time(sqlite3_vfs* vfs, double* out) {
    sqlite3_vfs* real = diskOf(vfs).m_real;
    return real->xCurrentTime(real, out);
  }
  static int lastError(sqlite3_vfs*, int, char*) { return 0; }

  static const sqlite3_io_methods methods;
};

const sqlite3_io_methods CrashCalls::methods = {
    2,       close,      read,          write,   cut,        sync,   size,
    lock,    unlock,     checkReserved, control, sectorSize, traits, shmMap,
    shmLock, shmBarrier, shmUnmap,      nullptr, nullptr};

int CrashCalls::open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out) {
  CrashVfs& disk = diskOf(vfs);
  Handle* handle = new (file) Handle;
  handle->disk = &disk;
  std::memset(realOf(file), 0, static_cast<size_t>(disk.m_real->szOsFile));
  if (disk.m_isOff) return SQLITE_CANTOPEN;
  if (disk.plan.isReadOnly) {
    flags &= ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    flags |= SQLITE_OPEN_READONLY;
  }
  const Identity before = path != nullptr ? identityOf(path) : Identity{};
  int granted = 0;
  const int code = disk.m_real->xOpen(disk.m_real, path, realOf(file), flags, &granted);
  if (out != nullptr) *out = granted;
  if (code != SQLITE_OK) return code;
  handle->base.pMethods = &methods;
  handle->kind = flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL);
  if (path == nullptr || handle->kind == 0) return SQLITE_OK;
  std::shared_ptr<CrashVfs::File>& known = disk.m_files[identityOf(path).inode];
  if (!known) {
    known = std::make_shared<CrashVfs::File>();
    // The program makes the empty file itself, so that it is born private.
    sqlite3_int64 bytes = 0;
    realOf(file)->pMethods->xFileSize(realOf(file), &bytes);
    known->hasDurableName = before.exists && bytes > 0;
    known->durable.resize(bytes, '\0');
    if (bytes > 0) {
      realOf(file)->pMethods->xRead(realOf(file), known->durable.data(), static_cast<int>(bytes),
                                    0);
    }
  }
  known->path = QString::fromUtf8(path);
  handle->file = known.get();
  return SQLITE_OK;
}

int CrashCalls::remove(sqlite3_vfs* vfs, const char* path, int syncFolder) {
  CrashVfs& disk = diskOf(vfs);
  if (disk.m_isOff || !disk.passEvent()) return SQLITE_IOERR_DELETE;
  const Identity identity = identityOf(path);
  const int code = disk.m_real->xDelete(disk.m_real, path, 0);
  const auto known = disk.m_files.find(identity.inode);
  if (code == SQLITE_OK && known != disk.m_files.end()) {
    if (identity.hasOtherName) {
      // The name that stays was made behind our back, and the folder was not synced since.
      known->second->hasDurableName = false;
    } else {
      disk.m_deleted.push_back(known->second);
      disk.m_files.erase(known);
    }
  }
  if (syncFolder != 0) disk.syncFolder();
  return code;
}

CrashVfs::CrashVfs()
    : m_name("crash-" + QByteArray::number(reinterpret_cast<quintptr>(this), 16)),
      m_vfs(std::make_unique<sqlite3_vfs>()),
      m_real(sqlite3_vfs_find(nullptr)) {
  *m_vfs = {};
  m_vfs->iVersion = 1;
  m_vfs->szOsFile = static_cast<int>(sizeof(CrashCalls::Handle)) + m_real->szOsFile;
  m_vfs->mxPathname = m_real->mxPathname;
  m_vfs->zName = m_name.constData();
  m_vfs->pAppData = this;
  m_vfs->xOpen = CrashCalls::open;
  m_vfs->xDelete = CrashCalls::remove;
  m_vfs->xAccess = CrashCalls::access;
  m_vfs->xFullPathname = CrashCalls::fullPath;
  m_vfs->xRandomness = CrashCalls::randomness;
  m_vfs->xSleep = CrashCalls::sleep;
  m_vfs->xCurrentTime = CrashCalls::time;
  m_vfs->xGetLastError = CrashCalls::lastError;
  sqlite3_vfs_register(m_vfs.get(), 0);
}

CrashVfs::~CrashVfs() { sqlite3_vfs_unregister(m_vfs.get()); }

bool CrashVfs::passEvent() {
  ++m_events;
  if (plan.powerOffAt > 0 && m_events >= plan.powerOffAt) m_isOff = true;
  return !m_isOff;
}

void CrashVfs::syncFolder() {
  m_deleted.clear();
  for (const auto& [inode, file] : m_files) file->hasDurableName = true;
}

QByteArray CrashVfs::imageOf(const File& file, Random& random, Survival survival) {
  QByteArray image = file.durable;
  for (const Change& change : file.unsynced) {
    const quint64 fate = random.below(5);
    if (survival == Survival::None || (survival == Survival::Random && fate < 2)) continue;
    if (change.isCut) {
      image.resize(change.offset, '\0');
      continue;
    }
    QByteArray bytes = change.bytes;
    if (survival == Survival::Random && fate == 2) {
      const quint64 sectors = static_cast<quint64>(bytes.size() / sectorBytes) + 1;
      bytes.truncate(static_cast<qsizetype>(random.below(sectors)) * sectorBytes);
    }
    writeInto(image, change.offset, bytes);
  }
  return image;
}

void CrashVfs::losePower(Random& random, Survival survival) {
  for (const auto& [inode, file] : m_files) {
    const bool keepsName =
        survival == Survival::All || (survival == Survival::Random && random.below(2) == 0);
    const QString name = nameOf(inode, file->path);
    if (name.isEmpty()) continue;
    if (!file->hasDurableName && !keepsName) {
      QFile::remove(name);
      continue;
    }
    // In place: another name may hang on the same inode.
    QFile real(name);
    YINGDA_INVARIANT(real.open(QIODevice::WriteOnly | QIODevice::Truncate),
                     "rewrite after a crash");
    real.write(imageOf(*file, random, survival));
  }
  for (const auto& file : m_deleted) {
    // A deletion that did not reach the disk.
    if (QFile::exists(file->path) || random.below(2) == 0) continue;
    // Its whole folder was removed after it.
    if (!QFileInfo(file->path).dir().exists()) continue;
    QFile real(file->path);
    YINGDA_INVARIANT(real.open(QIODevice::WriteOnly), "bring back after a crash");
    real.write(imageOf(*file, random, survival));
  }
  for (const auto& [inode, file] : m_files) QFile::remove(file->path + QStringLiteral("-shm"));
  m_files.clear();
  m_deleted.clear();
  m_isOff = false;
  plan = {};
}

}  // namespace yingda::test
