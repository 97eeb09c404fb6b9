// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about tickets, each a named statement.
#include "core/store/ticket_queries.h"

#include <QJsonDocument>

#include "core/store/field_sql.h"
#include "core/text/tokens.h"

namespace yingda {

namespace {

constexpr qint64 rowEpochMs = 1'577'836'800'000;
constexpr qint64 noDue = std::numeric_limits<qint64>::max();
// Parameter 1 and its aliases.
constexpr auto everyId = "(SELECT ?1 UNION ALL SELECT id FROM agent WHERE alias_of = ?1)";

/// Which fields a question reads.
struct TicketColumns {
  FieldTable<Ticket> ticket;
  FieldTable<TicketText> text;
};

const TicketColumns& wholeColumns() {
  static const TicketColumns columns{ticketFields(), ticketTextFields()};
  return columns;
}

QString selectTickets(const TicketColumns& columns = wholeColumns()) {
  return QStringLiteral("SELECT t.row, t.id, t.next_due, t.next_milestone, ") %
         columnList(columns.ticket, QStringLiteral("t.")) % QStringLiteral(", ") %
         columnList(columns.text, QStringLiteral("x.")) %
         QStringLiteral(" FROM ticket t JOIN ticket_text x ON x.row = t.row ");
}

/// What a row of a queue shows; the fields of a whole ticket are four times as many.
const TicketColumns& queueColumns() {
  static const TicketColumns columns{
      partOf(ticketFields(),
             {"number", "level", "stage", "kind", "cycle", "department", "holder", "holder_name",
              "first_receiver", "keeper", "received_at", "sensitive"}),
      partOf(ticketTextFields(), {"title", "place"})};
  return columns;
}

/// What a search looks through, shows, and may not show to everybody.
const TicketColumns& searchColumns() {
  static const TicketColumns columns{
      partOf(ticketFields(), {"number", "level", "stage", "department", "holder", "first_receiver",
                              "keeper", "sensitive"}),
      partOf(ticketTextFields(), {"title", "request", "reply", "note", "place", "contact_name",
                                  "contact_phone", "cause", "outcome"})};
  return columns;
}

StoredTicket readTicket(const Statement& statement, const TicketColumns& columns) {
  StoredTicket stored;
  stored.row = statement.int64(0);
  stored.ticket.id = TicketId::fromBytes(statement.bytes(1));
  stored.text.id = stored.ticket.id;
  if (const qint64 due = statement.int64(2); due != noDue) stored.nextDue = instantFromMs(due);
  stored.nextMilestone = statement.text(3);
  readFields(columns.ticket, statement, 4, stored.ticket);
  readFields(columns.text, statement, 4 + static_cast<int>(columns.ticket.fields.size()),
             stored.text);
  return stored;
}

Activity readActivity(const Statement& statement) {
  Activity activity;
  activity.at = instantFromMs(statement.int64(0));
  activity.id = ActivityId::fromBytes(statement.bytes(1));
  activity.kind = activityFromCode(statement.text(2)).value_or(ActivityKind::Progress);
  activity.by = AgentId::fromBytes(statement.bytes(3));
  activity.byName = statement.text(4);
  if (!statement.isNull(5)) {
    activity.data = QJsonDocument::fromJson(statement.text(5).toUtf8()).object();
  }
  activity.isVoid = statement.int64(6) != 0;
  return activity;
}

Result<std::vector<StoredTicket>> many(Statement& statement,
                                       const TicketColumns& columns = wholeColumns()) {
  std::vector<StoredTicket> tickets;
  for (;;) {
    auto found = statement.step();
    if (!found) return found.error();
    if (!*found) return tickets;
    tickets.push_back(readTicket(statement, columns));
  }
}

}  // namespace

qint64 ticketRowOf(Instant receivedAt) {
  return std::max<qint64>(1, (toMs(receivedAt) - rowEpochMs) / 1000);
}

QString matchExpression(QStringView query) { return matchExpression(searchTerms(query)); }

QString matchExpression(const QStringList& terms) {
  QString expression;
  for (const QString& term : terms) {
    QString quoted = term;
    quoted.replace(u'"', QStringLiteral("\"\""));
    if (!expression.isEmpty()) expression += QStringLiteral(" AND ");
    expression += u'"' % quoted % u'"';
  }
  return expression;
}

Result<StoredTicket> TicketQueries::one(const char* name, const QString& where,
                                        const FieldValue& value) {
  Statement& read = m_database.prepared(name, selectTickets() % where);
  bindField(read, 1, value);
  auto found = read.step();
  if (!found) return found.error();
  if (!*found) return Error{ErrorCode::NotFound, QLatin1String(name)};
  StoredTicket stored = readTicket(read, wholeColumns());
  read.reset();
  return stored;
}

Result<StoredTicket> TicketQueries::byRow(qint64 row) {
  return one("ticket_by_row", QStringLiteral("WHERE t.row = ?"), row);
}

Result<StoredTicket> TicketQueries::byId(const TicketId& id) {
  return one("ticket_by_id", QStringLiteral("WHERE t.id = ?"), FieldValue{id.uuid()});
}

Result<StoredTicket> TicketQueries::byNumber(const QString& digits) {
  return one("ticket_by_number",
             QStringLiteral("WHERE t.number = ? ORDER BY t.received_at DESC LIMIT 1"), digits);
}

Result<std::vector<Activity>> TicketQueries::activities(qint64 row) {
  Statement& read = m_database.prepared(
      "activities",
      QStringLiteral("SELECT a.at, a.id, a.kind, a.by_agent, a.by_name, a.data,"
                     " a.is_void, t.id FROM activity a JOIN ticket t ON t.row = a.ticket_row"
                     " WHERE a.ticket_row = ? ORDER BY a.at, a.id"));
  read.bindAll(row);
  std::vector<Activity> activities;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return activities;
    activities.push_back(readActivity(read));
    activities.back().ticket = TicketId::fromBytes(read.bytes(7));
  }
}

Result<std::vector<AttachedRecord>> TicketQueries::newestAttached(int limit) {
  Statement& read = m_database.prepared(
      "newest_attached",
      QStringLiteral("SELECT a.at, a.id, a.kind, a.by_agent, a.by_name, a.data, a.is_void, t.id,"
                     " t.row, t.is_open FROM activity a INDEXED BY activity_attached"
                     " JOIN ticket t ON t.row = a.ticket_row"
                     " WHERE a.kind = 'attached' AND a.is_void = 0 ORDER BY a.at DESC LIMIT ?"));
  read.bindAll(limit);
  std::vector<AttachedRecord> records;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return records;
    AttachedRecord record{readActivity(read), read.int64(8), read.int64(9) != 0};
    record.activity.ticket = TicketId::fromBytes(read.bytes(7));
    records.push_back(std::move(record));
  }
}

Result<std::vector<StoredTicket>> TicketQueries::queue(QueueFilter filter, const AgentId& agent,
                                                       const QString& department, int limit) {
  const QString open = selectTickets(queueColumns()) % QStringLiteral("WHERE t.is_open = 1");
  // Two lanes: a life at risk stands before any overdue invoice.
  const QString order = QStringLiteral(" ORDER BY t.lane, t.next_due LIMIT ");
  switch (filter) {
    case QueueFilter::All: {
      Statement& read = m_database.prepared("queue_all", open % order % u'?');
      return many(read.bindAll(limit), queueColumns());
    }
    case QueueFilter::Mine: {
      Statement& read = m_database.prepared(
          "queue_mine",
          open %
              QStringLiteral(
                  " AND (t.holder IN %1 OR (t.holder IS NULL"
                  " AND coalesce(t.keeper, t.first_receiver) IN %1)"
                  // By row: the index of the queue has it, and the ticket itself is not read.
                  " OR t.row IN (SELECT o.row FROM claim c JOIN ticket o ON o.id = c.id"
                  " WHERE c.agent IN %1))")
                  .arg(QLatin1String(everyId)) %
              order % QStringLiteral("?2"));
      return many(read.bindAll(agent.bytes(), limit), queueColumns());
    }
    case QueueFilter::Team: {
      Statement& read = m_database.prepared(
          "queue_team", open % QStringLiteral(" AND t.department = ?") % order % u'?');
      return many(read.bindAll(department, limit), queueColumns());
    }
  }
  return std::vector<StoredTicket>();
}

Result<QueueCounts> TicketQueries::counts(const AgentId& agent, const QString& department) {
  Statement& read = m_database.prepared(
      "queue_counts",
      QStringLiteral("SELECT count(*),"
                     " coalesce(sum(holder IN %1 OR (holder IS NULL"
                     " AND coalesce(keeper, first_receiver) IN %1)"
                     " OR row IN (SELECT o.row FROM claim c JOIN ticket o ON o.id = c.id"
                     " WHERE c.agent IN %1)), 0),"
                     " coalesce(sum(department = ?2), 0)"
                     " FROM ticket INDEXED BY ticket_queue WHERE is_open = 1")
          .arg(QLatin1String(everyId)));
  auto found = read.bindAll(agent.bytes(), department).step();
  if (!found) return found.error();
  QueueCounts counts;
  counts.open = static_cast<int>(read.int64(0));
  counts.mine = static_cast<int>(read.int64(1));
  counts.team = static_cast<int>(read.int64(2));
  read.reset();
  return counts;
}

Result<std::vector<StoredTicket>> TicketQueries::ofHousehold(const HouseholdId& household,
                                                             bool openOnly, int limit) {
  Statement& read =
      openOnly ? m_database.prepared(
                     "open_of_household",
                     selectTickets() % QStringLiteral("WHERE t.household = ? AND t.is_open = 1"
                                                      " ORDER BY t.next_due LIMIT ?"))
               : m_database.prepared("tickets_of_household",
                                     selectTickets() % QStringLiteral("WHERE t.household = ?"
                                                                      " ORDER BY t.received_at DESC"
                                                                      " LIMIT ?"));
  return many(read.bindAll(household.bytes(), limit));
}

Result<std::vector<Activity>> TicketQueries::contactsOfHousehold(const HouseholdId& household,
                                                                 Instant since, int limit) {
  Statement& read = m_database.prepared(
      "contacts_of_household",
      QStringLiteral("SELECT a.at, a.id, a.kind, a.by_agent, a.by_name, a.data,"
                     " a.is_void, t.id FROM ticket t JOIN activity a ON a.ticket_row = t.row"
                     " WHERE t.household = ? AND a.at >= ? AND a.kind IN"
                     " ('contact', 'callback', 'arrived', 'informed', 'told')"
                     " ORDER BY a.at DESC LIMIT ?"));
  read.bindAll(household.bytes(), toMs(since), limit);
  std::vector<Activity> activities;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return activities;
    activities.push_back(readActivity(read));
    activities.back().ticket = TicketId::fromBytes(read.bytes(7));
  }
}

Result<std::vector<StoredTicket>> TicketQueries::receivedSince(Instant from, int limit) {
  // A row is the second of its receipt, or the next free one: the key itself finds the time.
  Statement& read = m_database.prepared(
      "tickets_received_since",
      selectTickets() % QStringLiteral("WHERE t.row >= ? ORDER BY t.row LIMIT ?"));
  return many(read.bindAll(ticketRowOf(from), limit));
}

Result<std::vector<StoredTicket>> TicketQueries::newestSince(Instant from, int limit) {
  Statement& read = m_database.prepared(
      "newest_tickets_since",
      selectTickets() % QStringLiteral("WHERE t.row >= ? ORDER BY t.row DESC LIMIT ?"));
  return many(read.bindAll(ticketRowOf(from), limit));
}

Result<std::vector<StoredTicket>> TicketQueries::archivedOf(const QString& category, Instant from,
                                                            int limit) {
  Statement& read = m_database.prepared(
      "archived_tickets_of",
      selectTickets() % QStringLiteral("WHERE t.row >= ? AND t.category = ? AND t.is_open = 0"
                                       " AND t.stage = ?"
                                       " ORDER BY t.row DESC LIMIT ?"));
  read.bind(1, ticketRowOf(from));
  read.bind(2, category);
  bindField(read, 3, FieldCodec<Stage>::write(Stage::Archived));
  read.bind(4, qint64{limit});
  return many(read);
}

Result<std::vector<LabelledTicket>> TicketQueries::labelled(int limit) {
  Statement& read = m_database.prepared(
      "labelled_tickets",
      QStringLiteral("SELECT t.id, t.category, x.request, x.place FROM ticket t"
                     " JOIN ticket_text x ON x.row = t.row WHERE t.row >= 0 AND t.category <> ''"
                     " AND t.stage <> ? ORDER BY t.row DESC LIMIT ?"));
  bindField(read, 1, FieldCodec<Stage>::write(Stage::Accepted));
  bindField(read, 2, qint64{limit});
  std::vector<LabelledTicket> tickets;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return tickets;
    tickets.push_back(
        {TicketId::fromBytes(read.bytes(0)), read.text(1), read.text(2), read.text(3)});
  }
}

Result<std::vector<FeltTicket>> TicketQueries::felt(int limit) {
  Statement& read = m_database.prepared(
      "felt_tickets", QStringLiteral("SELECT emotion, request FROM ticket_text"
                                     " WHERE emotion <> '' ORDER BY row DESC LIMIT ?"));
  bindField(read, 1, qint64{limit});
  std::vector<FeltTicket> tickets;
  for (;;) {
    auto found = read.step();
    if (!found) return found.error();
    if (!*found) return tickets;
    tickets.push_back({read.text(0), read.text(1)});
  }
}

Result<std::vector<StoredTicket>> TicketQueries::found(const TicketSearch& what, int limit) {
  const qint64 first = ticketRowOf(what.from);
  // A row is the second of its receipt, or a later one: the time itself decides below.
  const qint64 last = what.to ? ticketRowOf(*what.to) + 60 : std::numeric_limits<qint64>::max();
  const bool hasWords = !what.expression.isEmpty();
  const QString within =
      hasWords ? QStringLiteral(
                     "SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?1"
                     " AND rowid >= ?2 AND rowid <= ?3 ORDER BY rowid DESC LIMIT ?4")
      : what.openOnly ? QStringLiteral(
                            "SELECT row FROM ticket INDEXED BY ticket_queue"
                            " WHERE is_open = 1 AND coalesce(?1, '') = '' AND row >= ?2"
                            " AND row <= ?3 ORDER BY row DESC LIMIT ?4")
                      : QStringLiteral(
                            "SELECT row FROM ticket WHERE coalesce(?1, '') = '' AND row >= ?2"
                            " AND row <= ?3 ORDER BY row DESC LIMIT ?4");
  const char* name = hasWords ? "ticket_found" : what.openOnly ? "open_found" : "newest_found";
  Statement& read = m_database.prepared(
      name,
      selectTickets(searchColumns()) %
          QStringLiteral(
              "WHERE t.row IN (%1) AND t.received_at < ?5 AND (?6 = 0 OR t.is_open = 1)"
              " AND (length(?7) = 0 OR t.community = ?7) AND (length(?8) = 0 OR t.holder IN %2"
              " OR coalesce(t.keeper, t.first_receiver) IN %2)"
              " ORDER BY t.row DESC LIMIT ?9")
              .arg(within, QStringLiteral(
                               "(SELECT ?8 UNION ALL SELECT id FROM agent WHERE alias_of = ?8)")));
  const qint64 before = what.to ? toMs(*what.to) : std::numeric_limits<qint64>::max();
  read.bindAll(what.expression, first, last, lookedAtMost, before, what.openOnly ? 1 : 0,
               what.community.isNull() ? QByteArray() : what.community.bytes(),
               what.mine.isNull() ? QByteArray() : what.mine.bytes(), limit);
  return many(read, searchColumns());
}

Result<bool> TicketQueries::isEveryday(const QString& term) {
  constexpr int newest = 800;
  constexpr int least = newest / 16;
  if (!m_newestFrom) {
    Statement& first =
        m_database.prepared("newest_rows", QStringLiteral("SELECT row FROM ticket WHERE row >= ?"
                                                          " ORDER BY row DESC LIMIT 1 OFFSET ?"));
    const auto isEnough = first.bindAll(qint64{0}, newest - 1).step();
    if (!isEnough) return isEnough.error();
    m_newestFrom = *isEnough ? first.int64(0) : 0;
    first.reset();
  }
  if (*m_newestFrom == 0) return false;
  Statement& read = m_database.prepared(
      "everyday_term", QStringLiteral("SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?"
                                      " AND rowid >= ? LIMIT 1 OFFSET ?"));
  const auto is = read.bindAll(matchExpression(QStringList{term}), *m_newestFrom, least).step();
  if (is) read.reset();
  return is;
}

Result<int> TicketQueries::countOf(const QString& expression, int most) {
  Statement& read = m_database.prepared(
      "ticket_term_count", QStringLiteral("SELECT count(*) FROM (SELECT rowid FROM ticket_fts"
                                          " WHERE ticket_fts MATCH ? LIMIT ?)"));
  const auto found = read.bindAll(expression, most).step();
  if (!found) return found.error();
  const int count = static_cast<int>(read.int64(0));
  read.reset();
  return count;
}

Result<int> TicketQueries::countAll() {
  // Counting a million rows takes long; from here on every count is only a bound.
  constexpr int enough = 4000;
  Statement& read = m_database.prepared(
      "tickets_counted", QStringLiteral("SELECT count(*) FROM (SELECT row FROM ticket LIMIT ?)"));
  const auto found = read.bindAll(enough).step();
  if (!found) return found.error();
  const int count = static_cast<int>(read.int64(0));
  read.reset();
  return count;
}

Result<std::vector<StoredTicket>> TicketQueries::searched(const QString& expression, int limit) {
  Statement& read = m_database.prepared(
      "tickets_searched",
      selectTickets(searchColumns()) %
          QStringLiteral("WHERE t.row IN (SELECT rowid FROM ticket_fts"
                         " WHERE ticket_fts MATCH ? ORDER BY rowid DESC LIMIT ?)"
                         " ORDER BY t.row DESC"));
  return many(read.bindAll(expression, limit), searchColumns());
}

Result<std::vector<StoredTicket>> TicketQueries::candidates(const QString& expression, int limit,
                                                            Instant from) {
  Statement& read = m_database.prepared(
      "ticket_candidates",
      selectTickets() % QStringLiteral("WHERE t.row IN (SELECT rowid FROM ticket_fts"
                                       " WHERE ticket_fts MATCH ? AND rowid >= ?"
                                       " ORDER BY rowid DESC LIMIT ?)"
                                       " ORDER BY t.row DESC"));
  return many(read.bindAll(expression, ticketRowOf(from), limit));
}

}  // namespace yingda
