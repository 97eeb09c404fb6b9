// SPDX-License-Identifier: GPL-3.0-or-later
// A promise without a time is none.
#include "core/service/promise_service.h"

#include "core/assist/wording_lint.h"
#include "core/domain/authority.h"
#include "core/store/ticket_queries.h"

namespace yingda {

Result<Promise> plannedPromise(const PromiseWish& wish, const TicketId& ticket, const AgentId& by,
                               Instant now) {
  const auto invalid = [](const char* what) {
    return Error{ErrorCode::Invalid, QLatin1String(what)};
  };
  Promise promise;
  promise.ticket = ticket;
  promise.what = wish.what.simplified();
  promise.who = wish.who.simplified();
  promise.dueAt = wish.dueAt;
  promise.madeBy = by;
  promise.madeAt = now;
  if (promise.what.isEmpty() || promise.what.size() > promiseWordsMax) return invalid("what");
  if (promise.who.size() > promiseWordsMax) return invalid("who");
  if (promise.dueAt <= now) return invalid("due");
  LintContext context;
  context.now = now;
  for (const Remark& remark :
       WordingLint::builtIn().lint(promise.what, WordingField::Reply, context)) {
    const bool isVague =
        remark.wordingClass == WordingClass::V || remark.wordingClass == WordingClass::F;
    if (isVague) return invalid("vague");
  }
  return promise;
}

std::optional<Error> PromiseService::refusal() const {
  if (mayDo(m_actor.role, Deed::TakeCall)) return std::nullopt;
  return Error{ErrorCode::Forbidden, QStringLiteral("role")};
}

Result<Promise> PromiseService::make(const TicketId& ticket, const PromiseWish& wish) {
  if (const auto error = refusal()) return *error;
  if (auto done = m_workplace.reach(ticket); !done) return done.error();
  const auto stored = TicketQueries(m_workplace.cacheDatabase()).byId(ticket);
  if (!stored) return stored.error();
  auto promise = plannedPromise(wish, ticket, m_actor.id, m_workplace.now());
  if (!promise) return promise;
  promise->id = PromiseId::make(*m_workplace.clock, m_workplace.random());
  ChangeSet changes;
  changes.create(promiseFields(), promise->id, *promise);
  auto done = m_workplace.commit(m_actor.id, QStringLiteral("promise"), std::move(changes));
  if (!done) return done.error();
  return promise;
}

Result<Promise> PromiseService::settle(const PromiseId& id, bool isKept) {
  if (const auto error = refusal()) return *error;
  const auto before = PromiseQueries(m_workplace.cacheDatabase()).byId(id);
  if (!before) return before;
  if (!before->isOpen()) return Error{ErrorCode::Refused, QStringLiteral("settled")};
  Promise after = *before;
  (isKept ? after.keptAt : after.brokenAt) = m_workplace.now();
  ChangeSet changes;
  changes.update(promiseFields(), id, *before, after);
  auto done = m_workplace.commit(m_actor.id, QStringLiteral("promise"), std::move(changes));
  if (!done) return done.error();
  return after;
}

Result<std::vector<Promise>> PromiseService::of(const TicketId& ticket) {
  return PromiseQueries(m_workplace.cacheDatabase()).of(ticket);
}

}  // namespace yingda
