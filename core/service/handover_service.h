// SPDX-License-Identifier: GPL-3.0-or-later
// 交接班: the sheet that a shift leaves, and what the next takes over.
#pragma once

#include "core/service/backend.h"
#include "core/service/workplace.h"

namespace yingda {

/// Thread: the cache thread.
class HandoverService {
 public:
  HandoverService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  /// What cannot wait until the actor is back, and who could take it.
  Result<HandoverSheet> sheet();
  /// One operation for all lines. A ticket that is no longer the actor's is passed over.
  Result<HandoverSheet> give(const std::vector<HandoverGift>& gifts);
  /// What was handed to the actor, or to whoever comes next, and nobody has taken.
  Result<std::vector<HandoverLine>> waiting();
  /// From now on the actor keeps in touch with the owners, and goes on with the drafts.
  Result<void> take(const QList<TicketId>& tickets, const QList<DraftId>& drafts);

 private:
  Result<std::vector<StoredTicket>> mine();
  Result<std::vector<Handover>> open();
  QString labelOf(const AgentId& id);

  Workplace& m_workplace;
  Agent m_actor;
};

}  // namespace yingda
