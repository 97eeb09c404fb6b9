// SPDX-License-Identifier: GPL-3.0-or-later
// The socket's name is a hash of the store's path, so that two stores can run side by side.
#include "core/base/single_instance.h"

#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace yingda {

namespace {

constexpr qint64 messageBytesMax = 64 * 1024;

QString socketName(const QString& storeFolder) {
  const QByteArray path = QDir(storeFolder).absolutePath().toUtf8();
  const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
  return QStringLiteral("yingda-") % QString::number(getuid()) % u'-' %
         QString::fromLatin1(hash.left(16));
}

}  // namespace

SingleInstance::SingleInstance(const QString& storeFolder, QObject* parent)
    : QObject(parent), m_name(socketName(storeFolder)) {}

bool SingleInstance::listen() {
  QLocalSocket probe;
  probe.connectToServer(m_name);
  if (probe.waitForConnected(200)) return false;
  QLocalServer::removeServer(m_name);
  m_server = std::make_unique<QLocalServer>();
  m_server->setSocketOptions(QLocalServer::UserAccessOption);
  connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::accept);
  return m_server->listen(m_name);
}

void SingleInstance::accept() {
  while (QLocalSocket* socket = m_server->nextPendingConnection()) {
    connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
      const QByteArray bytes = socket->read(messageBytesMax + 1);
      socket->deleteLater();
      if (bytes.size() > messageBytesMax) return;
      Q_EMIT messageReceived(QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts));
    });
  }
}

bool SingleInstance::send(const QString& storeFolder, const QStringList& lines) {
  QLocalSocket socket;
  socket.connectToServer(socketName(storeFolder));
  if (!socket.waitForConnected(200)) return false;
  socket.write(lines.join(u'\n').toUtf8().left(messageBytesMax));
  socket.waitForBytesWritten(1000);
  socket.disconnectFromServer();
  if (socket.state() != QLocalSocket::UnconnectedState) socket.waitForDisconnected(1000);
  return true;
}

}  // namespace yingda
