// SPDX-License-Identifier: GPL-3.0-or-later
// The one table from SQLite's result codes to ours.
#include "core/store/sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>

#include "core/base/log.h"

namespace yingda {

namespace {

ErrorCode codeOfDiskFailure(int extendedCode, int systemErrno) {
  if (systemErrno == ENOSPC || systemErrno == EDQUOT) return ErrorCode::DiskFull;
  if (systemErrno == EROFS || systemErrno == EACCES || systemErrno == EPERM) {
    return ErrorCode::ReadOnly;
  }
  if (extendedCode == SQLITE_IOERR_CORRUPTFS || extendedCode == SQLITE_IOERR_DATA) {
    return ErrorCode::Corrupt;
  }
  return ErrorCode::Io;
}

}  // namespace

ErrorCode errorCodeOfSqlite(int extendedCode, int systemErrno) {
  switch (extendedCode & 0xff) {
    case SQLITE_FULL:
      return ErrorCode::DiskFull;
    case SQLITE_CANTOPEN:
      return systemErrno == ENOSPC || systemErrno == EDQUOT ? ErrorCode::DiskFull
                                                            : ErrorCode::ReadOnly;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return ErrorCode::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return ErrorCode::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return ErrorCode::Busy;
    case SQLITE_IOERR:
      return codeOfDiskFailure(extendedCode, systemErrno);
    case SQLITE_INTERRUPT:
      return ErrorCode::Cancelled;
    case SQLITE_NOMEM:
      return ErrorCode::Io;
    default:
      return ErrorCode::Invalid;
  }
}

Error sqliteError(sqlite3* handleOrNull, int code, const char* statementName) {
  int extended = code;
  int number = 0;
  if (handleOrNull != nullptr) {
    number = sqlite3_system_errno(handleOrNull);
    const int last = sqlite3_extended_errcode(handleOrNull);
    if ((last & 0xff) == (code & 0xff)) extended = last;
  }
  const QString detail =
      QString::fromUtf8(statementName) % QStringLiteral(": sqlite ") % QString::number(extended);
  // The copilot interrupts itself at every keystroke; that is no news.
  if ((code & 0xff) != SQLITE_INTERRUPT) qCWarning(logStore).noquote() << detail;
  return {errorCodeOfSqlite(extended, number), detail};
}

}  // namespace yingda
