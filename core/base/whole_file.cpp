// SPDX-License-Identifier: GPL-3.0-or-later
// Write, sync, rename, sync the folder: in this order a power cut leaves all or nothing.
#include "core/base/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace yingda {

namespace {

Error failed(const char* what) {
  const int number = errno;
  const QString detail = QLatin1String(what) % QStringLiteral(" errno ") % QString::number(number);
  if (number == ENOSPC || number == EDQUOT) return {ErrorCode::DiskFull, detail};
  if (number == EROFS || number == EACCES || number == EPERM) return {ErrorCode::ReadOnly, detail};
  return {ErrorCode::Io, detail};
}

}  // namespace

Result<WholeFile> WholeFile::open(const QString& temporary, bool goesOn) {
  const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (goesOn ? O_APPEND : O_TRUNC);
  const int file = ::open(QFile::encodeName(temporary).constData(), flags, 0600);
  if (file < 0) return failed("open");
  return WholeFile(file, temporary);
}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : m_file(std::exchange(other.m_file, -1)), m_temporary(std::move(other.m_temporary)) {}

WholeFile::~WholeFile() {
  if (m_file >= 0) ::close(m_file);
}

Result<void> WholeFile::write(const QByteArray& bytes) {
  qsizetype done = 0;
  while (done < bytes.size()) {
    const ssize_t wrote =
        ::write(m_file, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return failed("write");
    done += wrote;
  }
  return {};
}

Result<void> WholeFile::cutTo(qint64 bytes) {
  if (::ftruncate(m_file, bytes) != 0) return failed("truncate");
  if (::lseek(m_file, 0, SEEK_END) < 0) return failed("seek");
  return {};
}

Result<void> WholeFile::nameIt(const QString& path) {
  if (::fsync(m_file) != 0) return failed("fsync");
  return renameDurably(m_temporary, path);
}

Result<void> syncFolder(const QString& folder) {
  const int file =
      ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return failed("open folder");
  const bool isSynced = ::fsync(file) == 0;
  const Error error = isSynced ? Error{} : failed("fsync folder");
  ::close(file);
  if (!isSynced) return error;
  return {};
}

Result<void> renameDurably(const QString& from, const QString& to) {
  if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
    return failed("rename");
  }
  return syncFolder(QFileInfo(to).path());
}

}  // namespace yingda
