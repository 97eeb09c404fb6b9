// SPDX-License-Identifier: GPL-3.0-or-later
// A way to a server on this machine on which all that is said can vanish, as behind a pulled cable:
// nothing is refused, nothing is cut, nothing arrives.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <atomic>

namespace yingda::test {

/// Works in a thread of its own, so that nobody who waits for an answer keeps it from arriving.
class SwallowingProxy {
 public:
  explicit SwallowingProxy(quint16 target) : m_server(new QTcpServer) {
    QObject::connect(m_server, &QTcpServer::newConnection, m_server,
                     [this, target] { take(target); });
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_server->moveToThread(&m_thread);
    m_thread.start();
    inside([this] {
      m_server->listen(QHostAddress::LocalHost);
      m_port = m_server->serverPort();
    });
  }
  ~SwallowingProxy() {
    m_thread.quit();
    m_thread.wait();
  }
  SwallowingProxy(const SwallowingProxy&) = delete;
  SwallowingProxy& operator=(const SwallowingProxy&) = delete;

  quint16 port() const { return m_port; }
  void swallow() { m_isSwallowing = true; }
  /// What hung is cut off, and new connections come through.
  void heal() {
    m_isSwallowing = false;
    inside([this] {
      for (auto* one : m_server->findChildren<QTcpSocket*>()) one->abort();
    });
  }

 private:
  template <class F>
  void inside(F work) {
    QMetaObject::invokeMethod(m_server, work, Qt::BlockingQueuedConnection);
  }
  void take(quint16 target) {
    while (QTcpSocket* here = m_server->nextPendingConnection()) {
      auto* there = new QTcpSocket(m_server);
      join(here, there);
      join(there, here);
      there->connectToHost(QHostAddress::LocalHost, target);
    }
  }
  void join(QTcpSocket* from, QTcpSocket* to) {
    QObject::connect(from, &QTcpSocket::readyRead, to, [this, from, to] {
      const QByteArray said = from->readAll();
      if (!m_isSwallowing) to->write(said);
    });
    QObject::connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
    QObject::connect(from, &QTcpSocket::disconnected, from, &QObject::deleteLater);
  }

  QThread m_thread;
  QTcpServer* m_server;  ///< of that thread, and gone with it
  std::atomic<bool> m_isSwallowing = false;
  quint16 m_port = 0;
};

}  // namespace yingda::test
