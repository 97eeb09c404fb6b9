// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway over PostgreSQL: each question is one call of a server function.
#pragma once

#include <chrono>

#include "core/remote/gateway.h"
#include "core/remote/server_link.h"

namespace yingda {

/// Connects at the first question, and again after a loss. Thread: the sync thread.
class PsqlGateway : public Gateway {
 public:
  explicit PsqlGateway(const ServerAddress& address) : m_address(address), m_link(address) {}
  quint64 generation() const override { return m_link.generation(); }
  Result<HelloAnswer> hello(const WorkstationId& seat, const QUuid& epoch = {}, quint64 seen = 0,
                            const QByteArray& position = {}) override;
  Result<EnrolAnswer> enrol(const WorkstationId& seat, const QByteArray& secret,
                            const QString& label, const QList<QUuid>& localAgents) override;
  Result<EnrolAnswer> succeed(const WorkstationId& seat, const QByteArray& secret,
                              const QString& label, const FormerSeat& former) override;
  Result<ApplyAnswer> apply(const WorkstationId& seat, const QUuid& epoch,
                            std::span<const SentOperation> operations,
                            const QString& reject = {}) override;
  Result<PullAnswer> pull(const QUuid& epoch, quint64 cursor, int limit) override;
  Result<PullAnswer> hydrate(const QUuid& epoch, const QByteArray& part, const QUuid& after,
                             int limit) override;
  Result<BeatAnswer> beat(const WorkstationId& seat, const Beat& beat) override;
  Result<BlobAnswer> blobPut(const QByteArray& sha256, qint64 size, const QUuid& ticket, int number,
                             const QByteArray& content) override;
  Result<QByteArray> blobGet(const QByteArray& sha256, int number) override;
  Roused rest(WakeUp& wakeUp, Milliseconds most, Milliseconds mostWithBell) override;
  const ServerLink& link() const { return m_link; }
  /// Looks whether a primary answers, and then leaves the standby that is read: the next question
  /// goes there. At most a connection's waiting time for each server.
  void leaveForPrimary();

 private:
  Result<QJsonObject> object(const QString& sql, const QVariantList& values);
  Result<PullAnswer> rows(const QString& sql, const QVariantList& values);

  /// Those of the last greeting; nothing before one: then they are not compared.
  QVariant rights() const;
  /// Takes what was heard; true when something is new.
  bool takeBell();

  ServerAddress m_address;
  ServerLink m_link;
  QString m_rights;
  bool m_isStandby = false;  ///< the last greeting was a standby's
  quint64 m_listening = 0;   ///< the connection that was asked to tell, by its number
  std::optional<std::chrono::steady_clock::time_point> m_heardAt;
};

}  // namespace yingda
