// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of the figures, each a named statement.
#include "core/store/insight_queries.h"

#include <QJsonDocument>
#include <algorithm>

#include "core/store/field_sql.h"
#include "core/store/ticket_queries.h"

namespace yingda {

namespace {

const FieldTable<Ticket>& lifeColumns() {
  static const FieldTable<Ticket> columns =
      partOf(ticketFields(),
             {"number", "kind", "level", "stage", "cycle", "category", "channel", "community",
              "household", "department", "holder", "first_receiver", "received_at", "solution"});
  return columns;
}

// The same words as in the index, or SQLite does not use it.
constexpr auto outcomes = "kind IN ('archived', 'callback', 'reopened', 'returned', 'solved')";

QString selectLives() {
  return QStringLiteral(
             "SELECT t.row, t.id, coalesce(t.community, h.community),"
             " coalesce(x.cause, '') <> '', ") %
         columnList(lifeColumns(), QStringLiteral("t.")) %
         QStringLiteral(
             " FROM ticket t JOIN ticket_text x ON x.row = t.row"
             " LEFT JOIN household h ON h.id = t.household WHERE ");
}

TicketLife lifeIn(const Statement& statement) {
  TicketLife life;
  life.row = statement.int64(0);
  life.ticket.id = TicketId::fromBytes(statement.bytes(1));
  life.community = CommunityId::fromBytes(statement.bytes(2));
  life.hasCause = statement.int64(3) != 0;
  readFields(lifeColumns(), statement, 4, life.ticket);
  return life;
}

Result<void> addLives(Statement& statement, std::vector<TicketLife>& lives) {
  for (;;) {
    const auto found = statement.step();
    if (!found) return found.error();
    if (!*found) return {};
    lives.push_back(lifeIn(statement));
  }
}

/// What no figure asks about stays unread: most of a store's text is in it.
bool isDataNeeded(ActivityKind kind) {
  return kind != ActivityKind::Dispatched && kind != ActivityKind::Diagnosed &&
         kind != ActivityKind::Informed && kind != ActivityKind::Quoted &&
         kind != ActivityKind::Attached;
}

}  // namespace

Result<std::vector<TicketLife>> InsightQueries::lives(Instant from, Instant to) {
  std::vector<TicketLife> lives;
  const qint64 first = ticketRowOf(from);
  // A row is the second of its receipt, or a later one: the span is cut by the time itself below.
  Statement& received = m_database.prepared(
      "lives_received", selectLives() % QStringLiteral("t.row >= ? AND t.row <= ?"));
  if (auto done = addLives(received.bindAll(first, ticketRowOf(to)), lives); !done) {
    return done.error();
  }
  Statement& open = m_database.prepared(
      "lives_open",
      selectLives() % QStringLiteral("t.row IN (SELECT o.row FROM ticket o INDEXED BY ticket_queue"
                                     " WHERE o.is_open = 1) AND t.row < ?"));
  if (auto done = addLives(open.bindAll(first), lives); !done) return done.error();
  Statement& ended = m_database.prepared(
      "lives_ended",
      selectLives() %
          QStringLiteral("t.row IN (SELECT ticket_row FROM activity"
                         " INDEXED BY activity_outcome WHERE at >= ? AND at < ? AND ") %
          QLatin1String(outcomes) % QStringLiteral(") AND t.row < ? AND t.is_open = 0"));
  if (auto done = addLives(ended.bindAll(toMs(from), toMs(to), first), lives); !done) {
    return done.error();
  }
  std::sort(lives.begin(), lives.end(),
            [](const TicketLife& a, const TicketLife& b) { return a.row < b.row; });
  if (auto done = readActivities(lives); !done) return done.error();
  return lives;
}

Result<void> InsightQueries::readActivities(std::vector<TicketLife>& lives) {
  Statement& read = m_database.prepared(
      "life_activities", QStringLiteral("SELECT at, id, kind, by_agent, data FROM activity"
                                        " WHERE ticket_row = ? AND is_void = 0 ORDER BY at, id"));
  for (TicketLife& life : lives) {
    read.bindAll(life.row);
    for (;;) {
      const auto found = read.step();
      if (!found) return found.error();
      if (!*found) break;
      Activity activity;
      activity.ticket = life.ticket.id;
      activity.at = instantFromMs(read.int64(0));
      activity.id = ActivityId::fromBytes(read.bytes(1));
      activity.kind = activityFromCode(read.text(2)).value_or(ActivityKind::Progress);
      activity.by = AgentId::fromBytes(read.bytes(3));
      if (isDataNeeded(activity.kind) && !read.isNull(4)) {
        activity.data = QJsonDocument::fromJson(read.text(4).toUtf8()).object();
      }
      life.activities.push_back(std::move(activity));
    }
  }
  return {};
}

Result<std::vector<Promise>> InsightQueries::promisesDue(Instant from, Instant to) {
  Statement& read = m_database.prepared(
      "promises_due", QStringLiteral("SELECT id, ") % columnList(promiseFields(), QString()) %
                          QStringLiteral(" FROM promise INDEXED BY promise_due"
                                         " WHERE due_at >= ? AND due_at < ? ORDER BY due_at"));
  read.bindAll(toMs(from), toMs(to));
  std::vector<Promise> promises;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return promises;
    Promise promise;
    promise.id = PromiseId::fromBytes(read.bytes(0));
    readFields(promiseFields(), read, 1, promise);
    promises.push_back(std::move(promise));
  }
}

Result<std::vector<Tie>> InsightQueries::ties(TieKind kind) {
  Statement& read = m_database.prepared(
      "ties_of_kind", QStringLiteral("SELECT id, ") % columnList(tieFields(), QString()) %
                          QStringLiteral(" FROM tie INDEXED BY tie_kind WHERE kind = ?"));
  bindField(read, 1, FieldCodec<TieKind>::write(kind));
  std::vector<Tie> ties;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return ties;
    Tie tie;
    tie.id = TieId::fromBytes(read.bytes(0));
    readFields(tieFields(), read, 1, tie);
    ties.push_back(tie);
  }
}

Result<std::vector<TicketId>> InsightQueries::sameMatter(const HouseholdId& household,
                                                         const QString& category, Instant from,
                                                         Instant to) {
  Statement& read = m_database.prepared(
      "same_matter", QStringLiteral("SELECT id FROM ticket WHERE household = ? AND received_at >= ?"
                                    " AND received_at < ? AND category = ?"));
  read.bindAll(household.bytes(), toMs(from), toMs(to), category);
  std::vector<TicketId> tickets;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return tickets;
    tickets.push_back(TicketId::fromBytes(read.bytes(0)));
  }
}

Result<QSet<TicketId>> InsightQueries::dispatched(const QSet<TicketId>& tickets) {
  Statement& read = m_database.prepared(
      "was_dispatched",
      QStringLiteral("SELECT 1 FROM ticket t JOIN activity a ON a.ticket_row = t.row"
                     " WHERE t.id = ? AND a.kind = 'dispatched' AND a.is_void = 0"
                     " LIMIT 1"));
  QSet<TicketId> found;
  for (const TicketId& ticket : tickets) {
    const auto stepped = read.bindAll(ticket.bytes()).step();
    if (!stepped) return stepped.error();
    if (*stepped) found.insert(ticket);
    read.reset();
  }
  return found;
}

Result<std::vector<CommunityHomes>> InsightQueries::homes() {
  // Every home counts once a report; there is no shorter way to know how many are lived in.
  Statement& read = m_database.prepared(
      "homes_of_communities",
      QStringLiteral("SELECT c.id, c.name, coalesce(n.homes, 0) FROM community c LEFT JOIN"
                     " (SELECT community, count(*) AS homes FROM household"
                     " WHERE merged_into IS NULL AND coalesce(status, '') NOT IN"
                     " ('空置', '装修', '交付') GROUP BY community) n ON n.community = c.id"
                     " ORDER BY c.row"));
  std::vector<CommunityHomes> homes;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return homes;
    homes.push_back(
        {CommunityId::fromBytes(read.bytes(0)), read.text(1), static_cast<int>(read.int64(2))});
  }
}

}  // namespace yingda
