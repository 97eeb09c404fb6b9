// SPDX-License-Identifier: GPL-3.0-or-later
// Values that lost against another's: shown in words, restored by one edit.
#pragma once

#include "core/domain/agent.h"
#include "core/service/sync_views.h"
#include "core/service/workplace.h"

namespace yingda {

/// Thread: the cache thread.
class ConflictService {
 public:
  explicit ConflictService(Workplace& workplace) : m_workplace(workplace) {}
  /// The newest two hundred; those that were looked at last.
  Result<std::vector<ConflictView>> list();
  /// Sets the lost value as a new edit of the present row, which everybody sees, and marks it seen.
  Result<void> restore(const Agent& actor, const QUuid& id);
  Result<void> markSeen(const QUuid& id);
  /// Own values that lost and nobody has looked at.
  Result<int> unseen();
  Result<std::vector<RefusalView>> refusals();

 private:
  Result<QStringList> seen();
  Result<ConflictView> viewOf(const ConflictRow& row);
  QString inWords(const QByteArray& kind, const QByteArray& field, const QByteArray& json);
  QString nameOf(const AgentId& agent);

  Workplace& m_workplace;
  std::optional<std::vector<Agent>> m_agents;
};

}  // namespace yingda
