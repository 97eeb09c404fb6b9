// SPDX-License-Identifier: GPL-3.0-or-later
// A wish is an operation like every other; whether it is granted, the server's row tells.
#include "core/service/claim_service.h"

#include "core/domain/authority.h"
#include "core/service/hands.h"
#include "core/service/joined_server.h"
#include "core/service/people_service.h"
#include "core/store/claim_queries.h"

namespace yingda {

HandView handOf(const Claim& claim, const AgentId& me, const Hands& hands, Instant now) {
  HandView view;
  if (claim.agent.isNull()) return view;
  const Instant there = now + hands.clockOffset;
  const bool isThisLife = hands.epoch.isNull() || claim.epoch.uuid() == hands.epoch;
  view.agent = claim.agent;
  view.since = claim.since.value_or(Instant{});
  view.until = claim.until;
  view.reason = claim.reason;
  if (claim.agent != me) {
    const bool isHeld = isThisLife && claim.until && *claim.until > there;
    if (!isHeld) return {};
    view.state = HandView::State::Theirs;
    return view;
  }
  if (claim.until && *claim.until + claimForgottenAfter <= there) return {};
  bool isBelieved = isThisLife && claim.until && *claim.until - claimMargin > there;
  if (hands.isTold) {
    const Lease lease = hands.leases.value(claim.ticket.uuid());
    isBelieved = claim.token && lease.token == *claim.token && lease.epoch == claim.epoch.uuid() &&
                 steadyNow() < lease.until;
  }
  view.state = isBelieved ? HandView::State::Mine : HandView::State::Wanted;
  return view;
}

Result<void> ClaimService::wish(const TicketId& ticket, ClaimWish wish, const QString& reason) {
  const Deed deed = wish == ClaimWish::TakeOver ? Deed::TakeOver : Deed::Claim;
  if (!mayDo(m_actor.role, deed)) return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  const auto server = joinedServer(m_workplace);
  if (!server) return server.error();
  if (!*server) return Error{ErrorCode::Refused, QStringLiteral("alone")};
  if (auto done = m_workplace.reach(ticket); !done) return done;
  const auto claim = ClaimQueries(m_workplace.cacheDatabase()).of(ticket);
  if (!claim) return claim.error();
  const HandView hand =
      *claim ? handOf(**claim, m_actor.id, *m_workplace.hands(), m_workplace.now()) : HandView();
  using State = HandView::State;
  ChangeSet changes;
  const WorkstationId seat = m_workplace.journalReader().workstation();
  switch (wish) {
    case ClaimWish::Take:
      if (hand.state == State::Theirs) return Error{ErrorCode::Refused, QStringLiteral("held")};
      if (hand.state != State::Free) return {};
      changes.entities.push_back(takeClaim(ticket, m_actor.id, seat, m_workplace.now()));
      break;
    case ClaimWish::TakeOver:
      if (hand.state == State::Mine) return {};
      changes.entities.push_back(
          takeClaim(ticket, m_actor.id, seat, m_workplace.now(), true, reason));
      break;
    case ClaimWish::Release: {
      const bool isMine = hand.state == State::Mine || hand.state == State::Wanted;
      if (hand.state == State::Free) return Error{ErrorCode::Refused, QStringLiteral("free")};
      if (!isMine && !mayDo(m_actor.role, Deed::TakeOver)) {
        return Error{ErrorCode::Refused, QStringLiteral("held")};
      }
      changes.entities.push_back(releaseClaim(ticket, !isMine, reason));
      break;
    }
  }
  return m_workplace.commit(m_actor.id, claimOperationKind(), std::move(changes));
}

Result<std::vector<ClaimLoss>> ClaimWatch::look(Workplace& workplace, const AgentId& agent,
                                                QSet<QUuid>& touched) {
  if (agent != m_agent) m_mine.clear();
  m_agent = agent;
  const Hands hands = *workplace.hands();
  const Instant now = workplace.now();
  ClaimQueries queries(workplace.cacheDatabase());
  const auto standing = queries.standing(agent, now + hands.clockOffset);
  if (!standing) return standing.error();
  QHash<QUuid, bool> mine;
  for (const Claim& claim : *standing) {
    if (claim.agent != agent) continue;
    const bool isBelieved = handOf(claim, agent, hands, now).state == HandView::State::Mine;
    mine.insert(claim.ticket.uuid(), isBelieved);
    if (m_mine.value(claim.ticket.uuid()) != isBelieved) touched.insert(claim.ticket.uuid());
  }
  std::vector<ClaimLoss> losses;
  for (auto it = m_mine.cbegin(); it != m_mine.cend(); ++it) {
    if (mine.contains(it.key())) continue;
    touched.insert(it.key());
    const auto claim = queries.of(TicketId(it.key()));
    if (!claim) return claim.error();
    // Nobody's: it was let go, here or by who leads.
    if (!*claim || (*claim)->agent.isNull() || (*claim)->agent == agent) continue;
    ClaimLoss loss;
    loss.ticket = TicketId(it.key());
    loss.wasHeld = it.value();
    loss.reason = (*claim)->reason;
    const auto agents = PeopleService(workplace).agents();
    for (const Agent& one : agents ? *agents : std::vector<Agent>()) {
      if (one.id == (*claim)->agent)
        loss.byName = one.outsideName.isEmpty() ? one.name : one.outsideName;
    }
    const auto stored = TicketQueries(workplace.cacheDatabase()).byId(loss.ticket);
    if (stored) loss.ticketNumber = stored->ticket.number;
    losses.push_back(std::move(loss));
  }
  m_mine = std::move(mine);
  return losses;
}

}  // namespace yingda
