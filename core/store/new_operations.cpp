// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps secrets out of what a server will see.
#include "core/store/new_operations.h"

#include <algorithm>

#include "core/domain/agent.h"
#include "core/store/journal_chain.h"

namespace yingda {

std::vector<NewOperation> operationsFor(const AgentId& by, const QString& kind, ChangeSet changes,
                                        bool bulk) {
  ChangeSet secrets;
  const auto isSecret = [](const EntityChange& change) {
    return change.kind == agentSecretFields().kind;
  };
  std::copy_if(changes.entities.begin(), changes.entities.end(),
               std::back_inserter(secrets.entities), isSecret);
  std::erase_if(changes.entities, isSecret);
  std::vector<NewOperation> operations;
  if (!changes.isEmpty() || secrets.isEmpty()) {
    operations.push_back({by, kind, 1, bulk, encode(changes)});
  }
  if (!secrets.isEmpty()) operations.push_back({by, secretKind(), 1, bulk, encode(secrets)});
  return operations;
}

}  // namespace yingda
