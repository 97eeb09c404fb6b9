// SPDX-License-Identifier: GPL-3.0-or-later
// The projection. Everything here may run again with the same outcome.
#include "core/store/projector.h"

#include <QJsonDocument>

#include "core/domain/article_rows.h"
#include "core/domain/drill_rows.h"
#include "core/domain/tie.h"
#include "core/store/field_sql.h"
#include "core/store/ticket_queries.h"
#include "core/text/address.h"
#include "core/text/pinyin.h"

namespace yingda {

namespace {

Instant receivedAtIn(const std::vector<const EntityChange*>& changes) {
  for (const EntityChange* change : changes) {
    for (const auto& [name, value] : change->fields) {
      if (name == "received_at") return FieldCodec<Instant>::read(value);
    }
  }
  return Instant{};
}

bool isTicketKind(const QByteArray& kind) { return kind == "ticket" || kind == "ticket_text"; }

}  // namespace

Result<std::optional<qint64>> Projector::findRow(const QByteArray& kind, const QUuid& id) {
  const QByteArray name = "find_" + kind;
  Statement& find = m_database.prepared(
      name.constData(),
      QStringLiteral("SELECT row FROM ") % QLatin1String(kind) % QStringLiteral(" WHERE id = ?"));
  auto found = find.bindAll(id.toRfc4122()).step();
  if (!found) return found.error();
  if (!*found) return std::optional<qint64>();
  const qint64 row = find.int64(0);
  find.reset();
  return std::optional<qint64>(row);
}

Result<qint64> Projector::ticketRow(const QUuid& id, Instant receivedAt) {
  const auto known = findRow("ticket", id);
  if (!known) return known.error();
  if (*known) return **known;
  Statement& taken =
      m_database.prepared("ticket_row_taken", QStringLiteral("SELECT 1 FROM ticket WHERE row = ?"));
  qint64 row = ticketRowOf(receivedAt);
  for (;; ++row) {
    auto found = taken.bindAll(row).step();
    if (!found) return found.error();
    if (!*found) break;
    taken.reset();
  }
  Statement& insert = m_database.prepared(
      "ticket_stub", QStringLiteral("INSERT INTO ticket(row, id, received_at) VALUES(?, ?, ?)"));
  if (auto done = insert.bindAll(row, id.toRfc4122(), toMs(receivedAt)).run(); !done) {
    return done.error();
  }
  Statement& text = m_database.prepared(
      "ticket_text_stub", QStringLiteral("INSERT INTO ticket_text(row, id) VALUES(?, ?)"));
  if (auto done = text.bindAll(row, id.toRfc4122()).run(); !done) return done.error();
  return row;
}

Result<void> Projector::applyEntity(const EntityChange& change, std::optional<qint64> row) {
  if (change.fields.empty() && row) return {};
  QByteArray name = "upsert_" + change.kind;
  for (const auto& [fieldName, value] : change.fields) name += '|' + fieldName;
  auto known = m_upsertNames.constFind(name);
  if (known == m_upsertNames.constEnd()) {
    QString columns = QStringLiteral("id");
    QString marks = QStringLiteral("?");
    QString sets;
    for (const auto& [fieldName, value] : change.fields) {
      const QString column = QString::fromLatin1(fieldName);
      columns += QStringLiteral(", ") % column;
      marks += QStringLiteral(", ?");
      sets += (sets.isEmpty() ? QString() : QStringLiteral(", ")) % column %
              QStringLiteral(" = excluded.") % column;
    }
    const QString sql =
        QStringLiteral("INSERT INTO ") % QLatin1String(change.kind) % u'(' % columns %
        QStringLiteral(") VALUES(") % marks % QStringLiteral(") ON CONFLICT(id) DO ") %
        (sets.isEmpty() ? QStringLiteral("NOTHING") : QStringLiteral("UPDATE SET ") % sets);
    known = m_upsertNames.insert(name, sql.toUtf8());
  }
  Statement& upsert =
      m_database.prepared(known.key().constData(), QString::fromUtf8(known.value()));
  upsert.bind(1, change.id.toRfc4122());
  int position = 2;
  for (const auto& [fieldName, value] : change.fields) bindField(upsert, position++, value);
  return upsert.run();
}

Result<QString> Projector::ticketDocument(qint64 row) {
  Statement& read = m_database.prepared(
      "ticket_document",
      QStringLiteral("SELECT t.number, x.title, x.request, x.reply, x.note, x.place,"
                     " x.contact_name, x.contact_phone, x.cause, x.outcome"
                     " FROM ticket t JOIN ticket_text x ON x.row = t.row WHERE t.row = ?"));
  auto found = read.bindAll(row).step();
  if (!found) return found.error();
  QString document;
  if (*found) {
    for (int i = 0; i < 10; ++i) {
      const QString part = read.text(i);
      if (!part.isEmpty()) document += part % u'\n';
    }
    read.reset();
  }
  return document;
}

Result<void> Projector::indexTicket(qint64 row, const QString& before, const QString& after) {
  if (before == after) return {};
  if (!before.isEmpty()) {
    Statement& remove = m_database.prepared(
        "ticket_fts_delete",
        QStringLiteral("INSERT INTO ticket_fts(ticket_fts, rowid, doc) VALUES('delete', ?, ?)"));
    if (auto done = remove.bindAll(row, before).run(); !done) return done;
  }
  if (after.isEmpty()) return {};
  Statement& add = m_database.prepared(
      "ticket_fts_insert", QStringLiteral("INSERT INTO ticket_fts(rowid, doc) VALUES(?, ?)"));
  return add.bindAll(row, after).run();
}

Result<void> Projector::applyTicketChanges(const std::vector<const EntityChange*>& changes,
                                           const QUuid& id) {
  const auto row = ticketRow(id, receivedAtIn(changes));
  if (!row) return row.error();
  const auto before = ticketDocument(*row);
  if (!before) return before.error();
  for (const EntityChange* change : changes) {
    if (auto done = applyEntity(*change, *row); !done) return done;
  }
  const auto after = ticketDocument(*row);
  if (!after) return after.error();
  return indexTicket(*row, *before, *after);
}

Result<void> Projector::insertActivity(const Activity& activity, qint64 ticketRow) {
  Statement& insert = m_database.prepared(
      "activity_insert",
      QStringLiteral("INSERT INTO activity(ticket_row, at, id, kind, by_agent, by_name, data,"
                     " is_void) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"
                     " ON CONFLICT DO UPDATE SET is_void = excluded.is_void"));
  insert.bind(1, ticketRow)
      .bind(2, toMs(activity.at))
      .bind(3, activity.id.bytes())
      .bind(4, activityCode(activity.kind));
  bindField(insert, 5, FieldCodec<AgentId>::write(activity.by));
  bindField(insert, 6, FieldCodec<QString>::write(activity.byName));
  if (activity.data.isEmpty()) {
    insert.bind(7, nullptr);
  } else {
    insert.bind(7, QString::fromUtf8(QJsonDocument(activity.data).toJson(QJsonDocument::Compact)));
  }
  insert.bind(8, activity.isVoid ? 1 : 0);
  return insert.run();
}

Result<void> Projector::deriveDue(qint64 row) {
  TicketQueries queries(m_database);
  const auto stored = queries.byRow(row);
  if (!stored) return stored.error();
  const auto repeats = isRepeat(row);
  if (!repeats) return repeats.error();
  // What is said once more waits with the ticket that it repeats.
  const bool isOpen = stored->ticket.stage != Stage::Archived && !*repeats;
  DerivedDue due;
  if (isOpen) {
    const auto activities = queries.activities(row);
    if (!activities) return activities.error();
    due = m_dueOf(stored->ticket, *activities);
  }
  Statement& update = m_database.prepared(
      "ticket_derive",
      QStringLiteral("UPDATE ticket SET is_open = ?, lane = ?, next_due = ?, next_milestone = ?"
                     " WHERE row = ?"));
  const int lane = stored->ticket.level == Level::Red ? 0 : 1;
  return update.bindAll(isOpen ? 1 : 0, lane, due.dueMs, due.milestone, row).run();
}

Result<bool> Projector::isRepeat(qint64 row) {
  Statement& read = m_database.prepared(
      "is_repeat", QStringLiteral("SELECT 1 FROM tie WHERE other = (SELECT id FROM ticket"
                                  " WHERE row = ?) AND kind = ?"));
  auto found = read.bindAll(row, static_cast<qint64>(TieKind::Same)).step();
  if (!found) return found.error();
  read.reset();
  return *found;
}

Result<void> Projector::noteTie(const EntityChange& change, QSet<QUuid>& tickets) {
  Statement& read = m_database.prepared(
      "tickets_of_tie", QStringLiteral("SELECT original, other FROM tie WHERE id = ?"));
  auto found = read.bindAll(change.id.toRfc4122()).step();
  if (!found) return found.error();
  if (!*found) return {};
  for (int column = 0; column < 2; ++column) {
    const QUuid ticket = QUuid::fromRfc4122(read.bytes(column));
    if (!ticket.isNull()) tickets.insert(ticket);
  }
  read.reset();
  return {};
}

Result<void> Projector::notePromise(const EntityChange& change, Touched& touched) {
  Statement& read = m_database.prepared("ticket_of_promise",
                                        QStringLiteral("SELECT ticket FROM promise WHERE id = ?"));
  auto found = read.bindAll(change.id.toRfc4122()).step();
  if (!found) return found.error();
  if (!*found) return {};
  const QUuid ticket = QUuid::fromRfc4122(read.bytes(0));
  if (!ticket.isNull()) touched.tickets.insert(ticket);
  read.reset();
  return {};
}

Result<void> Projector::noteEvent(const EntityChange& change, Touched& touched) {
  Statement& read = m_database.prepared(
      "tickets_of_event",
      QStringLiteral("SELECT id FROM ticket INDEXED BY ticket_event WHERE event = ?"));
  read.bindAll(change.id.toRfc4122());
  touched.hasEvent = true;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return {};
    touched.tickets.insert(QUuid::fromRfc4122(read.bytes(0)));
  }
}

Result<void> Projector::apply(const ChangeSet& changes, Touched& touched) {
  std::vector<QUuid> ticketOrder;
  QHash<QUuid, std::vector<const EntityChange*>> ofTicket;
  QSet<QUuid> households;
  QSet<QUuid> tied;
  for (const EntityChange& change : changes.entities) {
    // A claim has its ticket's id, and is seen there.
    if (change.kind == "claim") touched.tickets.insert(change.id);
    if (isKnowledgeKind(change.kind)) touched.hasKnowledge = true;
    if (isPracticeKind(change.kind)) touched.hasPractice = true;
    if (change.kind == "tie") {
      if (auto done = noteTie(change, tied); !done) return done;
      if (auto done = applyEntity(change, std::nullopt); !done) return done;
      if (auto done = noteTie(change, tied); !done) return done;
      continue;
    }
    if (change.kind == "event") {
      if (auto done = applyEntity(change, std::nullopt); !done) return done;
      if (auto done = noteEvent(change, touched); !done) return done;
      continue;
    }
    if (change.kind == "promise") {
      if (auto done = applyEntity(change, std::nullopt); !done) return done;
      if (auto done = notePromise(change, touched); !done) return done;
      continue;
    }
    if (isTicketKind(change.kind)) {
      auto& list = ofTicket[change.id];
      if (list.empty()) ticketOrder.push_back(change.id);
      list.push_back(&change);
      continue;
    }
    // Before and after: who moves leaves one household and joins another.
    Touched own;
    if (auto done = noteHousehold(change, own); !done) return done;
    if (auto done = noteCommunity(change, own); !done) return done;
    if (auto done = applyEntity(change, std::nullopt); !done) return done;
    if (auto done = noteHousehold(change, own); !done) return done;
    households.unite(own.households);
  }
  for (const QUuid& id : ticketOrder) {
    if (auto done = applyTicketChanges(ofTicket[id], id); !done) return done;
  }
  QSet<QUuid> derive(ticketOrder.begin(), ticketOrder.end());
  for (const Activity& activity : changes.activities) {
    const auto row = ticketRow(activity.ticket.uuid(), activity.at);
    if (!row) return row.error();
    if (auto done = insertActivity(activity, *row); !done) return done;
    derive.insert(activity.ticket.uuid());
  }
  // A tie may come before its tickets; they look for it themselves when they come.
  derive.unite(tied);
  for (const QUuid& id : std::as_const(derive)) {
    const auto row = findRow("ticket", id);
    if (!row) return row.error();
    if (!*row) continue;
    if (auto done = deriveDue(**row); !done) return done;
  }
  for (const QUuid& id : std::as_const(households)) {
    if (auto done = indexHousehold(id); !done) return done;
  }
  touched.tickets.unite(derive);
  touched.households.unite(households);
  return {};
}

Result<void> Projector::remove(const QByteArray& kind, const QUuid& id, Touched& touched) {
  const auto row = findRow(kind, id);
  if (!row) return row.error();
  if (!*row) return {};
  if (isTicketKind(kind)) {
    const auto before = ticketDocument(**row);
    if (!before) return before.error();
    if (auto done = indexTicket(**row, *before, {}); !done) return done;
    touched.tickets.insert(id);
    for (const char* table : {"ticket_text", "activity", "ticket"}) {
      const QByteArray name = QByteArrayLiteral("remove_") + table;
      const char* column = qstrcmp(table, "activity") == 0 ? "ticket_row" : "row";
      Statement& remove = m_database.prepared(
          name.constData(), QStringLiteral("DELETE FROM ") % QLatin1String(table) %
                                QStringLiteral(" WHERE ") % QLatin1String(column) %
                                QStringLiteral(" = ?"));
      if (auto done = remove.bindAll(**row).run(); !done) return done;
    }
    return {};
  }
  if (kind == "claim") touched.tickets.insert(id);
  if (isKnowledgeKind(kind)) touched.hasKnowledge = true;
  if (isPracticeKind(kind)) touched.hasPractice = true;
  Touched own;
  const EntityChange change{kind, id, {}};
  QSet<QUuid> tied;
  if (kind == "tie") {
    if (auto done = noteTie(change, tied); !done) return done;
  }
  if (kind == "event") {
    if (auto done = noteEvent(change, touched); !done) return done;
  }
  if (kind == "promise") {
    if (auto done = notePromise(change, touched); !done) return done;
  }
  if (auto done = noteHousehold(change, own); !done) return done;
  if (kind == "household") {
    if (auto done = unindexHousehold(**row); !done) return done;
  }
  const QByteArray name = "remove_" + kind;
  Statement& remove =
      m_database.prepared(name.constData(), QStringLiteral("DELETE FROM ") % QLatin1String(kind) %
                                                QStringLiteral(" WHERE row = ?"));
  if (auto done = remove.bindAll(**row).run(); !done) return done;
  for (const QUuid& ticket : std::as_const(tied)) {
    const auto tiedRow = findRow("ticket", ticket);
    if (!tiedRow) return tiedRow.error();
    if (!*tiedRow) continue;
    if (auto done = deriveDue(**tiedRow); !done) return done;
  }
  touched.tickets.unite(tied);
  for (const QUuid& household : std::as_const(own.households)) {
    if (auto done = indexHousehold(household); !done) return done;
  }
  touched.households.unite(own.households);
  return {};
}

Result<void> Projector::removeActivity(const Activity& activity, Touched& touched) {
  const auto row = findRow("ticket", activity.ticket.uuid());
  if (!row) return row.error();
  if (!*row) return {};
  Statement& remove = m_database.prepared(
      "activity_remove",
      QStringLiteral("DELETE FROM activity WHERE ticket_row = ? AND at = ? AND id = ?"));
  if (auto done = remove.bindAll(**row, toMs(activity.at), activity.id.bytes()).run(); !done) {
    return done;
  }
  touched.tickets.insert(activity.ticket.uuid());
  return deriveDue(**row);
}

Result<void> Projector::deriveAll() {
  std::vector<qint64> rows;
  Statement& open =
      m_database.prepared("open_rows", QStringLiteral("SELECT row FROM ticket WHERE is_open = 1"));
  for (;;) {
    auto found = open.step();
    if (!found) return found.error();
    if (!*found) break;
    rows.push_back(open.int64(0));
  }
  for (const qint64 row : rows) {
    if (auto done = deriveDue(row); !done) return done;
  }
  return {};
}

}  // namespace yingda
