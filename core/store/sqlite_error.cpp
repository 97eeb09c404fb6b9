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

/// What the system said to a write; calls since then may have overwritten errno itself.
int errnoOfWrite(sqlite3* handle) {
  for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
    sqlite3_file* file = nullptr;
    int number = 0;
    const bool isAsked =
        sqlite3_file_control(handle, "main", which, &file) == SQLITE_OK && file != nullptr &&
        file->pMethods != nullptr &&
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK;
    if (isAsked && number != 0) return number;
  }
  return 0;
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
    if (extended == SQLITE_IOERR_WRITE || extended == SQLITE_IOERR_TRUNCATE) {
      const int told = errnoOfWrite(handleOrNull);
      if (told != 0) number = told;
    }
  }
  const QString detail =
      QString::fromUtf8(statementName) % QStringLiteral(": sqlite ") % QString::number(extended);
  // The copilot interrupts itself at every keystroke; that is no news.
  if ((code & 0xff) != SQLITE_INTERRUPT) qCWarning(logStore).noquote() << detail;
  return {errorCodeOfSqlite(extended, number), detail};
}

}  // namespace yingda
