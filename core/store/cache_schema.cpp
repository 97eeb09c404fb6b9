// SPDX-License-Identifier: GPL-3.0-or-later
// Writes CREATE TABLE for every kind, then the indexes that the screens' questions need.
#include "core/store/cache_schema.h"

#include <QCryptographicHash>

#include "core/domain/field_table.h"

namespace yingda {

namespace {

// Raised by hand when the meaning of a derived column changes without its name.
constexpr int derivationVersion = 1;

QString sqlType(FieldType type) {
  switch (type) {
    case FieldType::Integer:
      return QStringLiteral("INTEGER");
    case FieldType::Text:
      return QStringLiteral("TEXT");
    case FieldType::Uuid:
      return QStringLiteral("BLOB");
  }
  return {};
}

/// Columns that the projection derives, so that queues and searches read no activities.
QString derivedColumns(const QByteArray& kind) {
  if (kind == "ticket") {
    // A row without a deadline sorts behind all others.
    return QStringLiteral(
        ",\n  is_open INTEGER NOT NULL DEFAULT 1"
        ",\n  lane INTEGER NOT NULL DEFAULT 1"
        ",\n  next_due INTEGER NOT NULL DEFAULT 9223372036854775807"
        ",\n  next_milestone TEXT");
  }
  return {};
}

QString tableOf(const KindRow& row) {
  QString sql = QStringLiteral("CREATE TABLE ") % QString::fromLatin1(row.kind) %
                QStringLiteral(
                    "(\n  row INTEGER PRIMARY KEY,\n  id BLOB NOT NULL UNIQUE"
                    // The version of the server's row under ours; NULL without one.
                    ",\n  server_version INTEGER");
  for (const auto& column : row.columns) {
    sql += QStringLiteral(",\n  ") % QString::fromLatin1(column.name) % u' ' % sqlType(column.type);
  }
  return sql % derivedColumns(row.kind) % QStringLiteral("\n);\n");
}

}  // namespace

QString cacheSchema() {
  QString sql;
  for (const KindRow& row : allKindRows()) sql += tableOf(row);
  return sql %
         QStringLiteral(
             "CREATE TABLE state(key TEXT PRIMARY KEY, value) WITHOUT ROWID;\n"
             // Clustered by ticket: opening one reads one run of pages.
             "CREATE TABLE activity(ticket_row INTEGER NOT NULL, at INTEGER NOT NULL,"
             " id BLOB NOT NULL, kind TEXT NOT NULL, by_agent BLOB, by_name TEXT, data TEXT,"
             " is_void INTEGER NOT NULL DEFAULT 0,"
             " PRIMARY KEY(ticket_row, at, id)) WITHOUT ROWID;\n"
             // Which articles are quoted is counted without reading the tickets.
             "CREATE INDEX activity_quoted ON activity(at, data) WHERE kind = 'quoted';\n"
             "CREATE INDEX article_version_piece ON article_version(article, number);\n"
             "CREATE INDEX article_check_piece ON article_check(article, number);\n"
             "CREATE INDEX article_mark_piece ON article_mark(article, number);\n"
             "CREATE INDEX drill_agent ON drill(agent, started_at);\n"
             "CREATE INDEX drill_started ON drill(started_at);\n"
             "CREATE INDEX assignment_made ON assignment(made_at);\n"
             "CREATE INDEX search_miss_at ON search_miss(at);\n"
             // What is to be fetched is looked for newest first; few records are of this kind.
             "CREATE INDEX activity_attached ON activity(at) WHERE kind = 'attached';\n"
             // Few calls are sensitive, and few are broken off for abuse; the floor asks for both.
             "CREATE INDEX ticket_sensitive ON ticket(row) WHERE is_open = 1 AND sensitive <> '';\n"
             "CREATE INDEX activity_warned ON activity(at, ticket_row) WHERE kind = 'warned';\n"
             // What ends something, for the figures of a span; the words are those of the question.
             "CREATE INDEX activity_outcome ON activity(at) WHERE"
             " kind IN ('archived', 'callback', 'reopened', 'returned', 'solved');\n"
             // Own operations that the server's rows do not contain yet, by what they change.
             "CREATE TABLE pending(thing BLOB NOT NULL, sequence INTEGER NOT NULL,"
             " PRIMARY KEY(thing, sequence)) WITHOUT ROWID;\n"
             "CREATE INDEX pending_sequence ON pending(sequence);\n"
             // Own operations that the server refused: they are not projected again.
             "CREATE TABLE refused(sequence INTEGER PRIMARY KEY);\n"
             // The server's row as it came, as long as own operations lie over it.
             "CREATE TABLE shadow(thing BLOB NOT NULL, kind TEXT NOT NULL,"
             " version INTEGER NOT NULL, body TEXT NOT NULL,"
             " PRIMARY KEY(thing, kind)) WITHOUT ROWID;\n"
             "CREATE TABLE conflict(id BLOB PRIMARY KEY, kind TEXT NOT NULL, thing BLOB NOT NULL,"
             " field TEXT NOT NULL, kept TEXT, lost TEXT, kept_by BLOB, lost_by BLOB,"
             " kept_agent BLOB, lost_agent BLOB, at INTEGER NOT NULL) WITHOUT ROWID;\n"
             "CREATE INDEX ticket_number ON ticket(number);\n"
             "CREATE INDEX ticket_household ON ticket(household, received_at)"
             " WHERE household IS NOT NULL;\n"
             "CREATE INDEX ticket_queue ON ticket(lane, next_due, holder, first_receiver, keeper, department)"
             " WHERE is_open = 1;\n"
             // How the tickets of a category ended, the newest first.
             "CREATE INDEX ticket_ended ON ticket(category) WHERE is_open = 0;\n"
             "CREATE INDEX handover_open ON handover(made_at) WHERE taken_at IS NULL;\n"
             "CREATE INDEX agent_alias ON agent(alias_of);\n"
             "CREATE INDEX household_address ON household(address);\n"
             "CREATE INDEX person_household ON person(household);\n"
             "CREATE INDEX contact_point_number ON contact_point(number);\n"
             "CREATE INDEX contact_point_household ON contact_point(household);\n"
             "CREATE INDEX contact_point_person ON contact_point(person);\n"
             "CREATE INDEX welfare_household ON welfare(household);\n"
             "CREATE INDEX warranty_building ON warranty(community, building);\n"
             "CREATE INDEX tie_original ON tie(original);\n"
             "CREATE INDEX tie_other ON tie(other);\n"
             "CREATE INDEX tie_kind ON tie(kind, made_at);\n"
             "CREATE INDEX promise_ticket ON promise(ticket, due_at);\n"
             "CREATE INDEX promise_due ON promise(due_at);\n"
             "CREATE INDEX ticket_event ON ticket(event, received_at) WHERE event IS NOT NULL;\n"
             "CREATE INDEX event_open ON event(opened_at) WHERE closed_at IS NULL;\n"
             "CREATE INDEX claim_agent ON claim(agent) WHERE agent IS NOT NULL;\n"
             "CREATE INDEX claim_until ON claim(until) WHERE until IS NOT NULL;\n"
             // Few levels of feeling are put right; the nightly fit asks for those alone.
             "CREATE INDEX ticket_text_felt ON ticket_text(row) WHERE emotion <> '';\n"
             "CREATE TABLE household_doc(row INTEGER PRIMARY KEY, doc TEXT NOT NULL);\n"
             "CREATE VIRTUAL TABLE household_fts USING fts5(doc, content='household_doc',"
             " content_rowid='row', tokenize='zh', detail=none, columnsize=0);\n"
             "CREATE VIRTUAL TABLE ticket_fts USING fts5(doc, content='', tokenize='zh',"
             " detail=none, columnsize=0);\n");
}

QByteArray cacheSchemaHash() {
  const QByteArray text = cacheSchema().toUtf8() + QByteArray::number(derivationVersion);
  return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

}  // namespace yingda
