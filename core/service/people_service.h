// SPDX-License-Identifier: GPL-3.0-or-later
// Staff: setting up, adding, and the PIN.
#pragma once

#include "core/domain/authority.h"
#include "core/service/backend.h"
#include "core/service/workplace.h"

namespace yingda {

/// Thread: the cache thread.
class PeopleService {
 public:
  explicit PeopleService(Workplace& workplace) : m_workplace(workplace) {}
  Result<std::vector<Agent>> agents();
  /// Who can sign in at this workstation.
  Result<std::vector<Agent>> peopleHere();
  /// The first person of a stand-alone store becomes its administrator. Refused when somebody is
  /// there.
  Result<Agent> setUp(const FirstRun& first);
  /// Needs an administrator or supervisor, in a store that stands alone.
  Result<Agent> add(const std::optional<Agent>& actor, Agent agent, const QString& pin);
  Result<void> checkPin(const Agent& agent, const QString& pin);
  /// The libsodium string of a PIN or a password; needs no store.
  static Result<QString> hashOf(const QString& secret);
  static bool matches(const QString& secret, const QString& hash);
  Result<Agent> find(const QString& staffNumber);
  /// Another of them is the same person, and counts instead. An alias of somebody who is not known
  /// here yet is nobody's.
  static bool isAlias(const Agent& agent, const std::vector<Agent>& all);

 private:
  Result<Agent> bestOf(const QString& staffNumber);
  Result<Agent> store(const AgentId& actor, Agent agent, const QString& pin);

  Workplace& m_workplace;
};

}  // namespace yingda
