// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a claim's fields, and the two wishes.
#include "core/domain/claim.h"

namespace yingda {

QString claimOperationKind() { return QStringLiteral("claim"); }

const FieldTable<Claim>& claimFields() {
  static const FieldTable<Claim> table{"claim",
                                       FieldClass::Open,
                                       {field<&Claim::agent>("agent", MergeRule::Claim),
                                        field<&Claim::workstation>("workstation", MergeRule::Claim),
                                        field<&Claim::since>("since", MergeRule::Claim),
                                        field<&Claim::until>("until", MergeRule::Claim),
                                        field<&Claim::token>("token", MergeRule::Claim),
                                        field<&Claim::epoch>("epoch", MergeRule::Claim),
                                        field<&Claim::force>("force", MergeRule::Claim),
                                        field<&Claim::reason>("reason", MergeRule::Claim)}};
  return table;
}

const QStringList& claimReasons() {
  static const QStringList reasons{QStringLiteral("away"), QStringLiteral("shift"),
                                   QStringLiteral("urged"), QStringLiteral("reassigned")};
  return reasons;
}

namespace {

/// All fields, also the absent ones: what lies over the server's row hides what stood there.
EntityChange changeTo(const Claim& claim) {
  const auto& table = claimFields();
  EntityChange change(table.kind, claim.ticket.uuid());
  for (const auto& f : table.fields) change.fields.emplace_back(f.name, f.read(claim));
  return change;
}

}  // namespace

EntityChange takeClaim(const TicketId& ticket, const AgentId& agent, const WorkstationId& seat,
                       Instant now, bool force, const QString& reason) {
  Claim claim;
  claim.ticket = ticket;
  claim.agent = agent;
  claim.workstation = seat;
  claim.since = now;
  if (force) claim.force = 1;
  claim.reason = reason;
  return changeTo(claim);
}

EntityChange releaseClaim(const TicketId& ticket, bool force, const QString& reason) {
  Claim claim;
  claim.ticket = ticket;
  if (force) claim.force = 1;
  claim.reason = reason;
  return changeTo(claim);
}

}  // namespace yingda
