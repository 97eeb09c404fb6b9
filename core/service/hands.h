// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a ticket in hand, as one person sees it now.
#pragma once

#include <QHash>

#include "core/domain/claim.h"
#include "core/service/views.h"
#include "core/sync/sync_engine.h"

namespace yingda {

/// What the sync side knows of claims, for whoever shows them. A value; any thread.
struct Hands {
  /// The server is asked every few seconds: what it said of one's own is believed, and no more.
  bool isTold = false;
  QUuid epoch;  ///< the life of the server; null: it was not heard yet
  Milliseconds clockOffset{};
  QHash<QUuid, Lease> leases;  ///< by ticket
};

/// `now` by this machine's clock; the lease is measured by the steady one.
HandView handOf(const Claim& claim, const AgentId& me, const Hands& hands, Instant now);

}  // namespace yingda
