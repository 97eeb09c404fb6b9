// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about claims, each a named statement.
#include "core/store/claim_queries.h"

#include "core/store/field_sql.h"

namespace yingda {

namespace {

QString selectClaims() {
  return QStringLiteral("SELECT id, ") % columnList(claimFields(), QString()) %
         QStringLiteral(" FROM claim WHERE ");
}

Claim readClaim(const Statement& statement) {
  Claim claim;
  claim.ticket = TicketId::fromBytes(statement.bytes(0));
  readFields(claimFields(), statement, 1, claim);
  return claim;
}

}  // namespace

Result<std::optional<Claim>> ClaimQueries::of(const TicketId& ticket) {
  Statement& read = m_database.prepared("claim_by_ticket", selectClaims() % u"id = ?");
  const auto found = read.bindAll(ticket.bytes()).step();
  if (!found) return found.error();
  if (!*found) return std::optional<Claim>();
  const Claim claim = readClaim(read);
  read.reset();
  return std::optional(claim);
}

Result<std::vector<Claim>> ClaimQueries::standing(const AgentId& agent, Instant now) {
  Statement& read = m_database.prepared("claims_standing",
                                        selectClaims() % u"until > ?1 UNION " % selectClaims() %
                                            u"agent = ?2 AND (until IS NULL OR until > ?3)");
  read.bindAll(toMs(now), agent.bytes(), toMs(now - claimForgottenAfter));
  std::vector<Claim> claims;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return claims;
    claims.push_back(readClaim(read));
  }
}

}  // namespace yingda
