// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at this workstation, for people whom the shared floor knows: the server says so, or said
// so within the last seven days.
#pragma once

#include "core/domain/agent.h"
#include "core/service/workplace.h"

namespace yingda {

/// How long a password that the server accepted opens this workstation without the server.
inline constexpr std::chrono::hours offlineTrust{7 * 24};

struct FloorVisit {
  Agent agent;
  bool isVouched = false;  ///< the server was asked now; else the person works in the first tier
};

/// Thread: any that may wait for the network, up to some seconds.
class FloorSignIn {
 public:
  explicit FloorSignIn(Workplace& workplace) : m_workplace(workplace) {}
  /// WrongPin: not this password. Forbidden, detail a word of SyncView::reason: the server knows
  /// the person and does not let them in. Offline, detail "first" or "expired": the server does not
  /// answer, and this workstation cannot know alone.
  /// `asksServer`: false when it is known not to answer and need not be waited for.
  Result<FloorVisit> signIn(const Agent& agent, const QString& password, bool asksServer);
  /// Alone, this workstation opens to nobody by that name any more.
  Result<void> forget(const Agent& agent);

 private:
  Result<FloorVisit> alone(const Agent& agent, const QString& password);
  Result<void> remember(const Agent& agent, const QString& password);

  Workplace& m_workplace;
};

}  // namespace yingda
