// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts, saves and acts of tickets.
#pragma once

#include "core/domain/authority.h"
#include "core/service/backend.h"
#include "core/service/workplace.h"

namespace yingda {

/// Thread: the cache thread, except the draft functions, which run on the journal thread.
class TicketService {
 public:
  TicketService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  /// `at` is the time of the act; only a demo store may give another than now.
  Result<SaveAnswer> save(const TicketDraft& draft, SaveIntent intent, const DispatchTo& to);
  Result<TicketView> act(const TicketId& id, const act::Any& what, std::optional<Instant> at = {});
  Result<void> wrapUp(const TicketDraft& draft, const QString& code, const QString& text);

  // Journal thread.
  Result<TicketDraft> newDraft(const QString& callerNumber, Instant firstRing, TicketId ticket,
                               DraftId draft);
  Result<void> saveDraft(const TicketDraft& draft);

 private:
  std::optional<Error> refusal(Deed deed) const;
  /// What the draft is to be tied to, in the same operation as its save.
  Result<void> addTies(TicketDraft& draft, ChangeSet& changes);

  Workplace& m_workplace;
  Agent m_actor;
};

}  // namespace yingda
