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
  /// The first person of a stand-alone store becomes its administrator. Refused when somebody is
  /// there.
  Result<Agent> setUp(const FirstRun& first);
  /// Needs an administrator or supervisor.
  Result<Agent> add(const std::optional<Agent>& actor, Agent agent, const QString& pin);
  /// WrongPin for an unknown person too.
  Result<Agent> signIn(const QString& staffNumber, const QString& pin);
  /// The libsodium string of a PIN; needs no store.
  static Result<QString> hashOf(const QString& pin);
  Result<Agent> find(const QString& staffNumber);
  /// The journal's fact that names who joined an empty store: the server knows them, and the first
  /// PIN that they type here is theirs from then on.
  static QString firstPinFact();

 private:
  bool isFirstHere(const AgentId& agent);
  Result<Agent> takeFirstPin(const Agent& agent, const QString& pin);
  Result<Agent> store(const AgentId& actor, Agent agent, const QString& pin);

  Workplace& m_workplace;
};

}  // namespace yingda
