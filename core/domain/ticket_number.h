// SPDX-License-Identifier: GPL-3.0-or-later
// Ticket numbers that can be said on the telephone: digits only, final offline, with a check digit.
#pragma once

#include <QString>
#include <optional>

namespace yingda {

/// The Damm check digit of a run of digits (H. M. Damm's published quasigroup of order 10): it
/// catches every single wrong digit and every swap of neighbours.
int dammDigit(QStringView digits);

/// Workstation code, counter of at least four digits, check digit.
struct TicketNumber {
  int code = 0;        ///< 100-899 for a joined seat, 90000-99999 for a stand-alone one
  qint64 counter = 0;  ///< from 1; written with at least four digits

  /// "207-4213-1".
  QString text() const;
  /// "20742131", the form stored and indexed.
  QString digits() const;
  /// With or without hyphens, full-width digits too. Refuses a wrong check digit.
  static std::optional<TicketNumber> parse(QStringView text);

  friend bool operator==(const TicketNumber&, const TicketNumber&) = default;
};

}  // namespace yingda
