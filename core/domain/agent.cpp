// SPDX-License-Identifier: GPL-3.0-or-later
// The staff's field tables.
#include "core/domain/agent.h"

namespace yingda {

QString agentOperationKind() { return QStringLiteral("agent"); }

const FieldTable<Agent>& agentFields() {
  static const FieldTable<Agent> table{
      "agent",
      FieldClass::Open,
      {field<&Agent::staffNumber>("staff_number"), field<&Agent::outsideName>("outside_name"),
       field<&Agent::name>("name"), field<&Agent::role>("role"),
       field<&Agent::department>("department"), field<&Agent::active>("active"),
       field<&Agent::login>("login"), field<&Agent::aliasOf>("alias_of")}};
  return table;
}

const FieldTable<AgentSecret>& agentSecretFields() {
  static const FieldTable<AgentSecret> table{
      "agent_secret", FieldClass::Private, {field<&AgentSecret::pinHash>("pin_hash")}};
  return table;
}

}  // namespace yingda
