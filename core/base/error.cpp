// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the error codes.
#include "core/base/error.h"

namespace yingda {

const char* errorCodeName(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotFound:
      return "not_found";
    case ErrorCode::Invalid:
      return "invalid";
    case ErrorCode::Refused:
      return "refused";
    case ErrorCode::Forbidden:
      return "forbidden";
    case ErrorCode::WrongPin:
      return "wrong_pin";
    case ErrorCode::Busy:
      return "busy";
    case ErrorCode::DiskFull:
      return "disk_full";
    case ErrorCode::ReadOnly:
      return "read_only";
    case ErrorCode::Corrupt:
      return "corrupt";
    case ErrorCode::TooNew:
      return "too_new";
    case ErrorCode::Io:
      return "io";
    case ErrorCode::Offline:
      return "offline";
    case ErrorCode::NotYet:
      return "not_yet";
    case ErrorCode::Cancelled:
      return "cancelled";
  }
  return "unknown";
}

}  // namespace yingda
