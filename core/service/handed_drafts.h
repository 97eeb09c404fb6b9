// SPDX-License-Identifier: GPL-3.0-or-later
// 交接班: what was begun and not finished stays at its workstation and changes hands there.
#pragma once

#include "core/service/views.h"
#include "core/service/workplace.h"

namespace yingda {

/// A draft that somebody is to go on with. It stays its writer's until it is taken.
struct HandedDraft {
  DraftId draft;
  AgentId from;
  AgentId to;  ///< null: whoever comes next to this workstation
  Instant at{};
};

/// Thread: any but the journal's, which it waits for.
class HandedDrafts {
 public:
  HandedDrafts(Workplace& workplace, const AgentId& actor)
      : m_workplace(workplace), m_actor(actor) {}
  /// A line for each draft of the actor that is not blank, the latest first; the names are empty.
  Result<std::vector<HandoverLine>> mine();
  /// Lines for what others handed to the actor, or to whoever comes next; the names are empty,
  /// `from` is set.
  Result<std::vector<HandoverLine>> waiting();
  /// Drafts that are not the actor's are passed over, and so are those that go to nobody.
  Result<void> give(const std::vector<HandoverGift>& gifts);
  /// The actor goes on with them.
  Result<void> take(const QList<DraftId>& drafts);

 private:
  Result<std::vector<HandedDraft>> handed();
  Result<void> note(const std::vector<HandedDraft>& handed);
  Result<std::vector<Draft>> drafts(std::optional<AgentId> owner);

  Workplace& m_workplace;
  AgentId m_actor;
};

}  // namespace yingda
