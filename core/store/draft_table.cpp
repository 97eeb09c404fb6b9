// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing drafts.
#include "core/store/draft_table.h"

namespace yingda {

Result<void> DraftTable::save(const Draft& draft) {
  return m_database
      .prepared(
          "save draft",
          QStringLiteral("INSERT INTO draft (draft_id, owner, number_digits, touched_at, body)"
                         " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (draft_id) DO UPDATE SET"
                         " owner = excluded.owner, number_digits = excluded.number_digits,"
                         " touched_at = excluded.touched_at, body = excluded.body"))
      .bindAll(draft.id.bytes(), draft.owner.bytes(), draft.numberDigits, toMs(draft.touchedAt),
               draft.body)
      .run();
}

Result<bool> DraftTable::remove(DraftId draft) {
  const auto removed =
      m_database.prepared("remove draft", QStringLiteral("DELETE FROM draft WHERE draft_id = ?1"))
          .bindAll(draft.bytes())
          .run();
  if (!removed) return removed.error();
  return m_database.changes() > 0;
}

namespace {

Draft draftIn(const Statement& statement) {
  Draft draft;
  draft.id = DraftId::fromBytes(statement.bytes(0));
  draft.owner = AgentId::fromBytes(statement.bytes(1));
  draft.numberDigits = statement.text(2);
  draft.touchedAt = instantFromMs(statement.int64(3));
  draft.body = statement.bytes(4);
  return draft;
}

}  // namespace

Result<std::optional<Draft>> DraftTable::next(qint64& row) {
  Statement& statement = m_database.prepared(
      "next draft",
      QStringLiteral("SELECT draft_id, owner, number_digits, touched_at, body, draft_row FROM draft"
                     " WHERE draft_row > ?1 ORDER BY draft_row LIMIT 1"));
  const auto found = statement.bindAll(row).step();
  if (!found) return found.error();
  if (!*found) return std::optional<Draft>();
  std::optional<Draft> draft(draftIn(statement));
  row = statement.int64(5);
  statement.reset();
  return draft;
}

Result<std::vector<Draft>> DraftTable::load(std::optional<AgentId> owner) {
  Statement& statement = m_database.prepared(
      "load drafts",
      QStringLiteral("SELECT draft_id, owner, number_digits, touched_at, body FROM draft"
                     " WHERE ?1 IS NULL OR owner = ?1 ORDER BY touched_at, draft_row"));
  if (owner) statement.bind(1, owner->bytes());
  std::vector<Draft> drafts;
  for (;;) {
    const auto row = statement.step();
    if (!row) return row.error();
    if (!*row) return drafts;
    drafts.push_back(draftIn(statement));
  }
}

}  // namespace yingda
