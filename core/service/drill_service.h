// SPDX-License-Identifier: GPL-3.0-or-later
// 练习: keeping how a drill went, and saying who is to practise what.
#pragma once

#include <QSet>

#include "core/service/drill_views.h"
#include "core/service/workplace.h"

namespace yingda {

/// Everybody sees what is theirs; who trains sees all of it. Thread: the cache thread.
class DrillService {
 public:
  DrillService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  /// Errors as in Backend.
  Result<DrillResult> keep(DrillResult drill);
  Result<std::vector<DrillView>> drills();
  Result<DrillView> drill(const DrillId& id);
  Result<std::vector<AssignmentView>> assignments();
  Result<void> assign(const QString& scenario, const QList<AgentId>& people, const QString& dueOn);
  Result<void> withdraw(const AssignmentId& id);

 private:
  Result<void> readPeople();
  QString labelOf(const AgentId& id) const;
  /// Their own, or anybody's for who trains.
  bool maySee(const AgentId& whose) const;

  Workplace& m_workplace;
  Agent m_actor;
  std::vector<Agent> m_people;
  QSet<QUuid> m_mine;  ///< the actor's ids, those of before the join too
};

}  // namespace yingda
