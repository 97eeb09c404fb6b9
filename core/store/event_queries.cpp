// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about events, each a named statement.
#include "core/store/event_queries.h"

#include "core/store/field_sql.h"

namespace yingda {

namespace {

QString selectEvents() {
  return QStringLiteral("SELECT id, ") % columnList(groupEventFields(), QString()) %
         QStringLiteral(" FROM event ");
}

GroupEvent eventIn(Statement& statement) {
  GroupEvent event;
  event.id = EventId::fromBytes(statement.bytes(0));
  readFields(groupEventFields(), statement, 1, event);
  return event;
}

}  // namespace

Result<GroupEvent> EventQueries::byId(const EventId& id) {
  Statement& read = m_database.prepared("event_by_id", selectEvents() % u"WHERE id = ?");
  const auto found = read.bindAll(id.bytes()).step();
  if (!found) return found.error();
  if (!*found) return Error{ErrorCode::NotFound, QStringLiteral("event")};
  GroupEvent event = eventIn(read);
  read.reset();
  return event;
}

Result<std::vector<GroupEvent>> EventQueries::newest(bool isOpenOnly, int limit) {
  Statement& read =
      isOpenOnly
          ? m_database.prepared("events_open", selectEvents() %
                                                   u"INDEXED BY event_open WHERE closed_at IS NULL"
                                                   " ORDER BY opened_at DESC LIMIT ?")
          : m_database.prepared("events_all", selectEvents() % u"ORDER BY opened_at DESC LIMIT ?");
  read.bindAll(limit);
  std::vector<GroupEvent> events;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return events;
    events.push_back(eventIn(read));
  }
}

Result<std::vector<TicketId>> EventQueries::members(const EventId& id) {
  Statement& read = m_database.prepared(
      "event_members", QStringLiteral("SELECT id FROM ticket INDEXED BY ticket_event"
                                      " WHERE event = ? ORDER BY received_at, row"));
  read.bindAll(id.bytes());
  std::vector<TicketId> members;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return members;
    members.push_back(TicketId::fromBytes(read.bytes(0)));
  }
}

}  // namespace yingda
