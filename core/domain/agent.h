// SPDX-License-Identifier: GPL-3.0-or-later
// The people who work here. Owners hear the staff number and the outside name only.
#pragma once

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"
#include "core/domain/words.h"

namespace yingda {

struct Agent {
  AgentId id;
  QString staffNumber;  ///< 工号
  QString outsideName;  ///< 对外称呼, e.g. 小李; owners never hear more
  QString name;         ///< inside only
  Role role = Role::Agent;
  QString department;
  bool active = true;
  /// The name by which the shared server knows this person, who signs in with the password there.
  /// Empty: a person of one workstation only, with a PIN.
  QString login;
  /// The same person by another id, since a workstation joined the floor; null for everybody else.
  AgentId aliasOf;
  friend bool operator==(const Agent&, const Agent&) = default;
};

/// The hash of a person's PIN (libsodium's Argon2id string). Private: never leaves the workstation.
struct AgentSecret {
  AgentId id;
  QString pinHash;
  friend bool operator==(const AgentSecret&, const AgentSecret&) = default;
};

/// The kind of every operation that changes who works here, told by its header.
QString agentOperationKind();

const FieldTable<Agent>& agentFields();
const FieldTable<AgentSecret>& agentSecretFields();

}  // namespace yingda
