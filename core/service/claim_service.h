// SPDX-License-Identifier: GPL-3.0-or-later
// Taking tickets in hand, and noticing when somebody else has them.
#pragma once

#include <QHash>

#include "core/service/sync_views.h"
#include "core/service/workplace.h"

namespace yingda {

/// Thread: the cache thread.
class ClaimService {
 public:
  ClaimService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  /// Refused "alone" without a server, "held" while somebody else has it, "free" when there is
  /// nothing to let go; Forbidden when the role may not.
  Result<void> wish(const TicketId& ticket, ClaimWish wish, const QString& reason);

 private:
  Workplace& m_workplace;
  Agent m_actor;
};

/// Compares what one person has in hand from time to time. Thread: the cache thread.
class ClaimWatch {
 public:
  /// What was that person's at the last look and is somebody else's now. `touched` gets the tickets
  /// whose claim is believed now and was not, or the other way round.
  Result<std::vector<ClaimLoss>> look(Workplace& workplace, const AgentId& agent,
                                      QSet<QUuid>& touched);

 private:
  AgentId m_agent;
  QHash<QUuid, bool> m_mine;  ///< by ticket: whether it was believed
};

}  // namespace yingda
