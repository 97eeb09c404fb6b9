// SPDX-License-Identifier: GPL-3.0-or-later
// What was promised to owners: making it, and saying what became of it.
#pragma once

#include "core/service/backend.h"
#include "core/service/workplace.h"
#include "core/store/promise_queries.h"

namespace yingda {

/// The promise as it is stored, or why it cannot be: Invalid "what", "who" or "due", or "vague" for
/// words that promise nothing. Pure.
Result<Promise> plannedPromise(const PromiseWish& wish, const TicketId& ticket, const AgentId& by,
                               Instant now);

/// Thread: the cache thread.
class PromiseService {
 public:
  PromiseService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  /// One operation. Errors as in plannedPromise; NotFound for a ticket that is not here.
  Result<Promise> make(const TicketId& ticket, const PromiseWish& wish);
  /// Kept or broken, once: Refused "settled" when somebody has said so already.
  Result<Promise> settle(const PromiseId& id, bool isKept);
  Result<std::vector<Promise>> of(const TicketId& ticket);

 private:
  std::optional<Error> refusal() const;

  Workplace& m_workplace;
  Agent m_actor;
};

}  // namespace yingda
