// SPDX-License-Identifier: GPL-3.0-or-later
// A file that gets its name when all of it is on the disk, and not before.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

namespace yingda {

/// Written under another name beside its own; whoever dies before `nameIt` leaves only that.
/// Thread: one at a time. Errors: DiskFull, ReadOnly, Io.
class WholeFile {
 public:
  /// Makes `temporary`, readable by its owner only, or goes on at the end of what is there.
  static Result<WholeFile> open(const QString& temporary, bool goesOn = false);
  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&&) = delete;
  ~WholeFile();

  Result<void> write(const QByteArray& bytes);
  /// Cuts what is there to its first `bytes` bytes; what comes next is written behind them.
  Result<void> cutTo(qint64 bytes);
  /// Syncs the content, renames it and syncs the folder. A file of that name is replaced.
  Result<void> nameIt(const QString& path);

 private:
  WholeFile(int file, QString temporary) : m_file(file), m_temporary(std::move(temporary)) {}
  int m_file = -1;
  QString m_temporary;
};

/// A new name, or a removed one, outlasts a power cut from here on.
Result<void> syncFolder(const QString& folder);
/// Renames and syncs the folder of the new name.
Result<void> renameDurably(const QString& from, const QString& to);

}  // namespace yingda
