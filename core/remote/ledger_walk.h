// SPDX-License-Identifier: GPL-3.0-or-later
// Recomputes the chain of one seat after another, as their operations come by.
#pragma once

#include <QByteArray>
#include <QSet>

#include "core/remote/floor_admin.h"

namespace yingda {

/// A row of the server's ledger.
struct LedgerRow {
  QUuid workstation;
  qint64 sequence = 0;
  QByteArray header;
  QByteArray commitment;
  QByteArray hash;
  QByteArray salt;
  QByteArray payload;
  bool isBlank = false;
  /// Its content never lay there, so that a blank is as it should be.
  bool isWithheld = false;
  bool isApplied = false;
};

/// Rows come ordered by workstation and sequence. Pure; any one thread.
class LedgerWalk {
 public:
  void add(const LedgerRow& row);
  /// What the server believes to be the end of a seat's chain; after all rows.
  void checkHead(const QUuid& workstation, qint64 sequence, const QByteArray& hash);
  /// After the last row and the last head.
  LedgerReport finish();

 private:
  struct Seat {
    QUuid workstation;
    qint64 sequence = 0;
    QByteArray hash;
    bool isBroken = false;
    QSet<qint64> blanks;
    QSet<qint64> erased;
  };
  QString fault(const LedgerRow& row) const;
  void breakAt(Seat& seat, qint64 sequence, const char* reason);
  /// Matches the blanks of the seat in hand with its erasures.
  void close();

  Seat m_seat;
  QHash<QUuid, Seat> m_done;
  LedgerReport m_report;
};

}  // namespace yingda
