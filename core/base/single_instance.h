// SPDX-License-Identifier: GPL-3.0-or-later
// One window a store: a second start hands its arguments to the first and ends.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>
#include <memory>

namespace yingda {

/// Listens on a local socket named after the store; other processes send lines to it.
/// Thread: UI. Limits: a message is at most 64 KiB; longer ones are dropped.
class SingleInstance final : public QObject {
  Q_OBJECT
 public:
  explicit SingleInstance(const QString& storeFolder, QObject* parent = nullptr);
  /// True when this process is the first; then messages arrive by `messageReceived`.
  bool listen();
  /// Sends the lines to the first process. False when there is none.
  static bool send(const QString& storeFolder, const QStringList& lines);

 Q_SIGNALS:
  void messageReceived(const QStringList& lines);

 private:
  void accept();

  QString m_name;
  std::unique_ptr<QLocalServer> m_server;
};

}  // namespace yingda
