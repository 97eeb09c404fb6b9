// SPDX-License-Identifier: GPL-3.0-or-later
// A look at the certificate that a PostgreSQL server shows, because libpq says of every bad one
// only that it is bad.
#pragma once

#include <QString>

#include "core/base/clock.h"

namespace yingda {

enum class CertificateDates {
  Unknown,  ///< the server showed none, or was not reached
  Hold,
  Over,  ///< one of the chain has expired, or is not valid yet
};

/// Waits three seconds at most. Nothing is sent but the wish for encryption, and nothing trusted.
/// Thread: any one; it blocks. `now`: what counts as now.
CertificateDates certificateDates(const QString& host, const QString& port, Instant now);

}  // namespace yingda
