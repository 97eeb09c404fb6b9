// SPDX-License-Identifier: GPL-3.0-or-later
// Folders by the desktop's rules, and a write probe that tells a full disk from a read-only one.
#include "core/base/paths.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <cerrno>

namespace yingda {

namespace {

Error errorFromErrno(int number, const QString& what) {
  if (number == ENOSPC || number == EDQUOT) return {ErrorCode::DiskFull, what};
  if (number == EROFS || number == EACCES || number == EPERM) return {ErrorCode::ReadOnly, what};
  return {ErrorCode::Io, what % QStringLiteral(" errno ") % QString::number(number)};
}

QString dataRoot() { return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation); }

}  // namespace

QString defaultStoreFolder() { return dataRoot() % QStringLiteral("/yingda"); }
QString demoStoreFolder() { return dataRoot() % QStringLiteral("/yingda-demo"); }

Result<void> makePrivateFolder(const QString& folder) {
  constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
  const bool isThere = QFileInfo(folder).isDir();
  // Of a folder that is there, others lose their rights; its owner gets none that she took away.
  const QFile::Permissions kept = isThere ? QFileInfo(folder).permissions() & ownerOnly : ownerOnly;
  errno = 0;
  if (!QDir().mkpath(folder)) return errorFromErrno(errno, QStringLiteral("mkpath"));
  QFile::setPermissions(folder, kept);
  return {};
}

Result<void> probeWritable(const QString& folder) {
  const QByteArray path =
      QFile::encodeName(folder % QStringLiteral("/.probe-") % QString::number(getpid()));
  const int file = open(path.constData(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return errorFromErrno(errno, QStringLiteral("probe open"));
  const char block[4096] = {};
  const bool written = write(file, block, sizeof block) == sizeof block && fsync(file) == 0;
  const int number = errno;
  close(file);
  unlink(path.constData());
  if (!written) return errorFromErrno(number, QStringLiteral("probe write"));
  return {};
}

bool isOwn(const QString& path) {
  struct stat found {};
  return lstat(QFile::encodeName(path).constData(), &found) == 0 && found.st_uid == geteuid();
}

}  // namespace yingda
