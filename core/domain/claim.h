// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a ticket in hand: a lease that the server grants, with a token that tells a later holder
// from an earlier one.
#pragma once

#include <optional>

#include "core/domain/change_set.h"
#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"

namespace yingda {

/// One life of a server.
using EpochId = Id<struct EpochTag>;

/// How long a claim holds by the server's clock, unless a heartbeat renews it.
inline constexpr Milliseconds claimLease{600'000};
/// A renewal writes when so much of the lease is over.
inline constexpr Milliseconds claimRenewAfter = claimLease / 3;
/// The holder stops believing so long before the server does.
inline constexpr Milliseconds claimMargin{5'000};
/// A claim that ran out so long ago is not wished for any more.
inline constexpr Milliseconds claimForgottenAfter{3'600'000};

/// The row of a claim; its id is the ticket's own, as that of the ticket's texts is. Without an
/// agent nobody has the ticket; without `until` it is only wished for, and no server has said yes.
struct Claim {
  TicketId ticket;
  AgentId agent;
  WorkstationId workstation;
  std::optional<Instant> since;
  std::optional<Instant> until;  ///< by the server's clock
  std::optional<qint64> token;   ///< rises with every change of holder; counts with `epoch` only
  EpochId epoch;                 ///< the life of the server that granted it
  std::optional<int> force;      ///< 1 in a wish to take it from whoever holds it
  QString reason;                ///< why it was taken over, a code of claimReasons
  friend bool operator==(const Claim&, const Claim&) = default;
};

/// In what a journal's header calls an operation that claims or lets go.
QString claimOperationKind();
/// Every field moves by one rule: the server compares and sets the whole row.
const FieldTable<Claim>& claimFields();
/// away shift urged reassigned: why somebody takes a ticket over, in the order of their keys.
const QStringList& claimReasons();

/// The wish to have it. `force`: also from somebody who holds it; the server asks for the role.
EntityChange takeClaim(const TicketId& ticket, const AgentId& agent, const WorkstationId& seat,
                       Instant now, bool force = false, const QString& reason = {});
/// The wish to let it go.
EntityChange releaseClaim(const TicketId& ticket, bool force = false, const QString& reason = {});

}  // namespace yingda
