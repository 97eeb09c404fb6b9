// SPDX-License-Identifier: GPL-3.0-or-later
// Where the ledger of a seat at the server and the journal here part.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/sync/sync_store.h"

namespace yingda {

struct Fork {
  Refusal refusal = Refusal::None;  ///< the server does not say; nothing else counts
  /// Up to this own operation both tell the same story, by their hashes.
  qint64 known = 0;
  /// The ledger goes on otherwise: another store used this seat, or this one was put back.
  bool isThere = false;
  /// The hash of the first operation that the server does not have; empty: it has all.
  QByteArray next;
};

/// Asks a primary; changes nothing. Thread: the sync thread.
Result<Fork> forkOf(Gateway& gateway, SyncStore& store);
/// The seat that goes on from there. Two copies with the same unsent work find the same one, so
/// that the second sees by the hashes what the first has sent.
WorkstationId successorOf(const WorkstationId& former, const Fork& fork, const Clock& clock,
                          Random& random);
/// Its secret, which all copies know.
QByteArray successorSecret(const QByteArray& formerSecret, const WorkstationId& successor);

}  // namespace yingda
