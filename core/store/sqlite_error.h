// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's result codes in our words.
#pragma once

#include "core/base/error.h"

struct sqlite3;

namespace yingda {

/// `systemErrno` decides between a full disk and any other failure of the disk; 0 when unknown.
ErrorCode errorCodeOfSqlite(int extendedCode, int systemErrno);

/// The error of the last call on the handle, which may be null. Logs the statement's name, never
/// its values. `code` is what the call returned.
Error sqliteError(sqlite3* handleOrNull, int code, const char* statementName);

}  // namespace yingda
