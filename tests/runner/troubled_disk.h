// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills up or cannot be written, for a whole process: SQLite's own calls to the system
// fail as the system would. Binds an administrator too, whom file modes do not.
#pragma once

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <QString>
#include <atomic>
#include <cerrno>
#include <string>

namespace yingda::test {

enum class DiskFault { None, Full, ReadOnly };

/// At most one at a time. Thread: any; the calls that fail come from the store's threads.
class TroubledDisk {
 public:
  explicit TroubledDisk(DiskFault fault = DiskFault::None) {
    set(fault);
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    real().open = reinterpret_cast<OpenCall>(vfs->xGetSystemCall(vfs, "open"));
    replace("open", reinterpret_cast<sqlite3_syscall_ptr>(&openFile));
    // A call that this build of SQLite does not use is not found; then nothing is replaced.
    replace("write", reinterpret_cast<sqlite3_syscall_ptr>(&writeBytes));
    replace("pwrite", reinterpret_cast<sqlite3_syscall_ptr>(&writeBytesAt));
    replace("pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(&writeBytesAt));
    replace("ftruncate", reinterpret_cast<sqlite3_syscall_ptr>(&cut));
  }
  ~TroubledDisk() {
    set(DiskFault::None);
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    vfs->xSetSystemCall(vfs, nullptr, nullptr);
  }
  TroubledDisk(const TroubledDisk&) = delete;
  TroubledDisk& operator=(const TroubledDisk&) = delete;
  /// Of all files, or of those under `folder` alone.
  void set(DiskFault fault, const QString& folder = {}) {
    present() = DiskFault::None;
    place() = folder.toStdString();
    present() = fault;
  }

 private:
  using OpenCall = int (*)(const char*, int, int);
  static std::string& place() {
    static std::string folder;
    return folder;
  }
  struct Calls {
    OpenCall open = nullptr;
  };
  static std::atomic<DiskFault>& present() {
    static std::atomic<DiskFault> fault = DiskFault::None;
    return fault;
  }
  static Calls& real() {
    static Calls calls;
    return calls;
  }
  static void replace(const char* name, sqlite3_syscall_ptr call) {
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    vfs->xSetSystemCall(vfs, name, call);
  }
  /// True when a write must fail now; errno says why.
  static bool fails(int file) {
    const DiskFault fault = present();
    if (fault == DiskFault::None) return false;
    char path[4096] = {};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    if (::readlink(link.c_str(), path, sizeof path - 1) < 0) return false;
    if (!std::string(path).starts_with(place())) return false;
    errno = fault == DiskFault::Full ? ENOSPC : EROFS;
    return true;
  }
  static int openFile(const char* path, int flags, int mode) {
    const bool writes = (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0;
    if (writes && present() == DiskFault::ReadOnly && std::string(path).starts_with(place())) {
      errno = EROFS;
      return -1;
    }
    return real().open(path, flags, mode);
  }
  static ssize_t writeBytes(int file, const void* from, size_t bytes) {
    return fails(file) ? -1 : ::write(file, from, bytes);
  }
  static ssize_t writeBytesAt(int file, const void* from, size_t bytes, off_t at) {
    return fails(file) ? -1 : ::pwrite(file, from, bytes, at);
  }
  static int cut(int file, off_t size) { return fails(file) ? -1 : ::ftruncate(file, size); }
};

}  // namespace yingda::test
