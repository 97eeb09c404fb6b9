// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about promises, each a named statement.
#include "core/store/promise_queries.h"

#include <algorithm>

#include "core/store/field_sql.h"

namespace yingda {

namespace {

QString selectPromises() {
  return QStringLiteral("SELECT id, ") % columnList(promiseFields(), QString()) %
         QStringLiteral(" FROM promise WHERE ");
}

Promise promiseIn(Statement& statement) {
  Promise promise;
  promise.id = PromiseId::fromBytes(statement.bytes(0));
  readFields(promiseFields(), statement, 1, promise);
  return promise;
}

}  // namespace

Result<std::vector<Promise>> PromiseQueries::of(const TicketId& ticket) {
  Statement& read = m_database.prepared("promises_of", selectPromises() % u"ticket = ?");
  read.bindAll(ticket.bytes());
  std::vector<Promise> promises;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) break;
    promises.push_back(promiseIn(read));
  }
  std::stable_sort(promises.begin(), promises.end(),
                   [](const Promise& a, const Promise& b) { return a.dueAt < b.dueAt; });
  return promises;
}

Result<Promise> PromiseQueries::byId(const PromiseId& id) {
  Statement& read = m_database.prepared("promise_by_id", selectPromises() % u"id = ?");
  const auto found = read.bindAll(id.bytes()).step();
  if (!found) return found.error();
  if (!*found) return Error{ErrorCode::NotFound, QStringLiteral("promise")};
  Promise promise = promiseIn(read);
  read.reset();
  return promise;
}

}  // namespace yingda
