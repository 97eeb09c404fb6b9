// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong as a value: a closed code, and a detail for the log.
#pragma once

#include <QString>

namespace yingda {

/// Every expected failure. The sentence for people stands in ui/parts/error_text.cpp.
enum class ErrorCode {
  NotFound,   ///< the thing asked for does not exist
  Invalid,    ///< the input breaks a rule; detail names it
  Refused,    ///< nobody is signed in, or the stage does not allow it
  Forbidden,  ///< the role of the signed-in person does not do this
  WrongPin,   ///< sign-in failed
  Busy,       ///< another process holds the store, or a queue is full
  DiskFull,   ///< nothing could be written: no space
  ReadOnly,   ///< nothing could be written: read-only folder or file
  Corrupt,    ///< a file is damaged
  TooNew,     ///< the file was written by a newer program
  Io,         ///< any other failure of the disk
  NotYet,     ///< the cache is being rebuilt and has not come to it
  Offline,    ///< the server does not answer; whether it did what was asked is not known
  Cancelled,  ///< the person or a newer request stopped it
};

/// Stable lower-case word of a code, for logs and JSON.
const char* errorCodeName(ErrorCode code);

/// A failure. `detail` is English, for logs, without personal data.
struct Error {
  ErrorCode code = ErrorCode::Invalid;
  QString detail;
  friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace yingda
