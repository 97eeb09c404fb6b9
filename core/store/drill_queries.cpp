// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about practice, each a named statement.
#include "core/store/drill_queries.h"

#include "core/store/field_sql.h"

namespace yingda {

namespace {

template <class T>
QString selectFrom(const FieldTable<T>& table) {
  return QStringLiteral("SELECT id, ") % columnList(table) % QStringLiteral(" FROM ") %
         QLatin1String(table.kind);
}

template <class T>
Result<std::vector<T>> rowsOf(const FieldTable<T>& table, Statement& read) {
  std::vector<T> rows;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return rows;
    T row;
    row.id = decltype(row.id)::fromBytes(read.bytes(0));
    readFields(table, read, 1, row);
    rows.push_back(std::move(row));
  }
}

template <class T>
Result<T> oneOf(const FieldTable<T>& table, Statement& read) {
  auto rows = rowsOf(table, read);
  if (!rows) return rows.error();
  if (rows->empty()) return Error{ErrorCode::NotFound, QLatin1String(table.kind)};
  return std::move(rows->front());
}

}  // namespace

Result<std::vector<DrillResult>> DrillQueries::newest(int limit) {
  const auto& table = drillListFields();
  Statement& read = m_database.prepared(
      "drills", selectFrom(table) % u" WHERE started_at > 0 ORDER BY started_at DESC LIMIT ?");
  read.bindAll(qint64{limit});
  return rowsOf(table, read);
}

Result<std::vector<DrillResult>> DrillQueries::newestOf(const AgentId& agent, int limit) {
  const auto& table = drillListFields();
  Statement& read = m_database.prepared(
      "drills_of", selectFrom(table) % u" WHERE agent = ? ORDER BY started_at DESC LIMIT ?");
  read.bindAll(agent.bytes(), qint64{limit});
  return rowsOf(table, read);
}

Result<DrillResult> DrillQueries::byId(const DrillId& id) {
  Statement& read =
      m_database.prepared("drill_by_id", selectFrom(drillFields()) % u" WHERE id = ?");
  read.bindAll(id.bytes());
  return oneOf(drillFields(), read);
}

Result<std::vector<DrillAssignment>> DrillQueries::assignments(int limit) {
  const auto& table = assignmentFields();
  Statement& read =
      m_database.prepared("assignments", selectFrom(table) %
                                             u" WHERE made_at > 0 AND coalesce(removed, 0) = 0"
                                             u" ORDER BY made_at DESC LIMIT ?");
  read.bindAll(qint64{limit});
  return rowsOf(table, read);
}

Result<DrillAssignment> DrillQueries::assignment(const AssignmentId& id) {
  Statement& read =
      m_database.prepared("assignment_by_id", selectFrom(assignmentFields()) % u" WHERE id = ?");
  read.bindAll(id.bytes());
  return oneOf(assignmentFields(), read);
}

}  // namespace yingda
