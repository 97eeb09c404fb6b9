// SPDX-License-Identifier: GPL-3.0-or-later
// Where the shared floor is, and as whom one speaks there.
#pragma once

#include <QString>

namespace yingda {

/// Where the shared database is, and as whom to speak to it.
struct ServerAddress {
  QString hosts;  ///< one, or several with commas: primary and standby
  QString ports = QStringLiteral("5432");
  QString database = QStringLiteral("yingda");
  QString login;
  QString password;
  QString sslMode = QStringLiteral("verify-full");
  /// The file of trusted authorities. Empty: libpq's own place, ~/.postgresql/root.crt. "system":
  /// the machine's bundle (libpq before 16 does not know that word, so we name the file).
  QString rootCertificate;
  bool standbyWillDo = false;
};

}  // namespace yingda
