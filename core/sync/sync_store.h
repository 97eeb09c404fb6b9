// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine needs of a workstation's store.
#pragma once

#include <span>
#include <vector>

#include "core/remote/gateway.h"
#include "core/store/shadow.h"

namespace yingda {

/// An own operation that the server took into its ledger and did not carry out.
struct Attention {
  qint64 sequence = 0;
  bool isParked = false;  ///< waits for a newer server; else refused for good
  QString reason;
  friend bool operator==(const Attention&, const Attention&) = default;
};

/// Thread: the sync thread; every call may wait for the disk.
class SyncStore {
 public:
  virtual ~SyncStore() = default;
  virtual WorkstationId seat() const = 0;
  virtual Result<qint64> lastSequence() = 0;
  /// The hash of that operation; empty when the journal does not reach so far.
  virtual Result<QByteArray> hashAt(qint64 sequence) = 0;
  /// What follows, at most so many and of so many bytes, but one when there is one.
  virtual Result<std::vector<SentOperation>> read(qint64 after, int operations,
                                                  qsizetype bytes) = 0;
  virtual Result<void> leaseCode(int code) = 0;

  virtual Result<ServerLayer> layer() = 0;
  virtual Result<std::optional<Hydration>> hydration() = 0;
  /// Own operations have reached the ledger; the exceptions are kept for a person to see.
  virtual Result<void> acknowledge(const ServerLayer& next,
                                   std::span<const OperationException> exceptions) = 0;
  /// A page of a pull, in one transaction with how far it reaches.
  virtual Result<void> take(std::span<const RemoteRow> rows, const ServerLayer& next) = 0;
  /// Begins a first copy beside what is in use; an older beginning is thrown away.
  virtual Result<void> beginHydration(const Hydration& hydration) = 0;
  /// A page of it. Nothing as `next`: it is complete.
  virtual Result<void> take(std::span<const RemoteRow> rows,
                            const std::optional<Hydration>& next) = 0;
  /// The copy holds what people work with: from now on it is what they see.
  virtual Result<void> useHydrated() = 0;
  /// The tickets that this person has in hand, or wishes to; `now` by the server's clock.
  virtual Result<QList<TicketId>> inHand(const AgentId& agent, Instant now) = 0;
};

}  // namespace yingda
