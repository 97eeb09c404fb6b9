// SPDX-License-Identifier: GPL-3.0-or-later
// The walk: each hash hangs on the one before, each content on its commitment.
#include "core/remote/ledger_walk.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace yingda {

namespace {

QByteArray sha256(std::initializer_list<QByteArray> parts) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const QByteArray& part : parts) hash.addData(part);
  return hash.result();
}

}  // namespace

void LedgerWalk::add(const LedgerRow& row) {
  if (row.workstation != m_seat.workstation) {
    close();
    m_seat = Seat{row.workstation, 0, QByteArray(32, '\0'), false, {}, {}};
  }
  ++m_report.operations;
  const QString reason = fault(row);
  if (!reason.isEmpty()) breakAt(m_seat, row.sequence, qPrintable(reason));
  const QJsonObject header = QJsonDocument::fromJson(row.header).object();
  if (row.isApplied && header[u"k"] == QLatin1String("erasure")) {
    for (const auto& sequence : header[u"erases"].toArray()) m_seat.erased << sequence.toInteger();
  }
  if (row.isBlank && !row.isWithheld) m_seat.blanks << row.sequence;
  // What follows is judged by itself: the first break is told once.
  m_seat.sequence = row.sequence;
  m_seat.hash = row.hash;
}

QString LedgerWalk::fault(const LedgerRow& row) const {
  if (row.sequence != m_seat.sequence + 1) return QStringLiteral("gap");
  const QJsonObject header = QJsonDocument::fromJson(row.header).object();
  if (header[u"ws"].toString() != row.workstation.toString(QUuid::WithoutBraces) ||
      header[u"seq"].toInteger() != row.sequence) {
    return QStringLiteral("header");
  }
  if (sha256({m_seat.hash, row.header, row.commitment}) != row.hash) return QStringLiteral("hash");
  if (!row.isBlank && sha256({row.salt, row.payload}) != row.commitment) {
    return QStringLiteral("content");
  }
  return {};
}

void LedgerWalk::breakAt(Seat& seat, qint64 sequence, const char* reason) {
  if (seat.isBroken) return;
  seat.isBroken = true;
  m_report.broken.append({seat.workstation, sequence, QLatin1String(reason)});
}

void LedgerWalk::close() {
  if (m_seat.workstation.isNull()) return;
  ++m_report.workstations;
  m_report.erased += (m_seat.blanks & m_seat.erased).size();
  const auto unexplained = m_seat.blanks - m_seat.erased;
  if (!unexplained.isEmpty()) {
    breakAt(m_seat, *std::min_element(unexplained.begin(), unexplained.end()), "blank");
  }
  m_done.insert(m_seat.workstation, m_seat);
  m_seat = Seat();
}

void LedgerWalk::checkHead(const QUuid& workstation, qint64 sequence, const QByteArray& hash) {
  close();
  Seat seat = m_done.value(workstation, Seat{workstation, 0, QByteArray(32, '\0'), false, {}, {}});
  if (seat.sequence != sequence || seat.hash != hash) breakAt(seat, sequence, "head");
}

LedgerReport LedgerWalk::finish() {
  close();
  return m_report;
}

}  // namespace yingda
