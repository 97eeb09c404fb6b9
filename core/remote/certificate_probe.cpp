// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL's request for encryption, and then an ordinary handshake.
#include "core/remote/certificate_probe.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslSocket>
#include <algorithm>

namespace yingda {

namespace {

constexpr int waitMs = 3000;
// Length and code of an SSLRequest (PostgreSQL's protocol, "message formats").
constexpr char sslRequest[] = {0, 0, 0, 8, 4, '\xd2', '\x16', '\x2f'};

}  // namespace

CertificateDates certificateDates(const QString& host, const QString& port, Instant now) {
  QSslSocket socket;
  socket.setPeerVerifyMode(QSslSocket::VerifyNone);
  socket.connectToHost(host, port.toUShort());
  if (!socket.waitForConnected(waitMs)) return CertificateDates::Unknown;
  socket.write(sslRequest, sizeof sslRequest);
  if (!socket.waitForReadyRead(waitMs)) return CertificateDates::Unknown;
  if (socket.read(1) != "S") return CertificateDates::Unknown;
  socket.startClientEncryption();
  if (!socket.waitForEncrypted(waitMs)) return CertificateDates::Unknown;
  const QList<QSslCertificate> chain = socket.peerCertificateChain();
  if (chain.isEmpty()) return CertificateDates::Unknown;
  const auto moment = QDateTime::fromMSecsSinceEpoch(toMs(now), Qt::UTC);
  const bool isOver = std::any_of(chain.begin(), chain.end(), [&](const QSslCertificate& one) {
    return moment > one.expiryDate() || moment < one.effectiveDate();
  });
  return isOver ? CertificateDates::Over : CertificateDates::Hold;
}

}  // namespace yingda
