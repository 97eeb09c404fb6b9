// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of the floor, each a named statement.
#include "core/store/floor_queries.h"

#include <limits>

#include "core/store/field_sql.h"

namespace yingda {

namespace {

constexpr qint64 noDue = std::numeric_limits<qint64>::max();
constexpr qint64 hourMs = 3'600'000;

const FieldTable<Ticket>& rowColumns() {
  static const FieldTable<Ticket> columns =
      partOf(ticketFields(),
             {"number", "level", "stage", "kind", "cycle", "department", "holder", "holder_name",
              "first_receiver", "keeper", "received_at", "category", "sensitive"});
  return columns;
}

const FieldTable<TicketText>& rowTexts() {
  static const FieldTable<TicketText> columns = partOf(ticketTextFields(), {"title", "place"});
  return columns;
}

}  // namespace

Result<std::vector<OpenTicket>> FloorQueries::open() {
  Statement& read = m_database.prepared(
      "floor_open", QStringLiteral("SELECT row, level, stage, next_due FROM ticket"
                                   " INDEXED BY ticket_queue WHERE is_open = 1"));
  std::vector<OpenTicket> tickets;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return tickets;
    OpenTicket one{read.int64(0), static_cast<Level>(read.int64(1)),
                   static_cast<Stage>(read.int64(2)), std::nullopt};
    if (const qint64 due = read.int64(3); due != noDue) one.nextDue = instantFromMs(due);
    tickets.push_back(one);
  }
}

Result<std::vector<WatchedTicket>> FloorQueries::watched(Instant since) {
  Statement& read = m_database.prepared(
      "floor_watched",
      QStringLiteral("SELECT t.row, t.level, t.stage, t.next_due, coalesce(t.sensitive, '') <> '',"
                     " EXISTS (SELECT 1 FROM activity a"
                     " WHERE a.kind = 'warned' AND a.at >= ?1 AND a.ticket_row = t.row)"
                     " FROM ticket t WHERE t.is_open = 1 AND t.row IN (SELECT row FROM ticket"
                     " WHERE is_open = 1 AND sensitive <> '' UNION SELECT ticket_row FROM activity"
                     " WHERE kind = 'warned' AND at >= ?1) ORDER BY t.row"));
  read.bindAll(toMs(since));
  std::vector<WatchedTicket> tickets;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return tickets;
    WatchedTicket one{{read.int64(0), static_cast<Level>(read.int64(1)),
                       static_cast<Stage>(read.int64(2)), std::nullopt},
                      read.int64(4) != 0,
                      read.int64(5) != 0};
    if (const qint64 due = read.int64(3); due != noDue) one.ticket.nextDue = instantFromMs(due);
    tickets.push_back(one);
  }
}

Result<std::vector<SentTicket>> FloorQueries::sent() {
  Statement& read = m_database.prepared(
      "floor_sent",
      QStringLiteral("SELECT t.row, (SELECT max(a.at) FROM activity a WHERE a.ticket_row = t.row"
                     " AND a.kind = 'dispatched' AND a.is_void = 0) AS sent_at"
                     " FROM ticket t INDEXED BY ticket_queue WHERE t.is_open = 1 AND t.stage = ?"
                     " AND t.department IS NOT NULL ORDER BY sent_at, t.row"));
  bindField(read, 1, FieldCodec<Stage>::write(Stage::Dispatched));
  std::vector<SentTicket> tickets;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return tickets;
    if (!read.isNull(1)) tickets.push_back({read.int64(0), instantFromMs(read.int64(1))});
  }
}

Result<std::vector<StoredTicket>> FloorQueries::tickets(const std::vector<qint64>& rows) {
  Statement& read = m_database.prepared(
      "floor_rows", QStringLiteral("SELECT t.id, t.next_due, t.next_milestone, ") %
                        columnList(rowColumns(), QStringLiteral("t.")) % QStringLiteral(", ") %
                        columnList(rowTexts(), QStringLiteral("x.")) %
                        QStringLiteral(" FROM ticket t JOIN ticket_text x ON x.row = t.row"
                                       " WHERE t.row = ?"));
  std::vector<StoredTicket> tickets;
  for (const qint64 row : rows) {
    const auto found = read.bindAll(row).step();
    if (!found) return found.error();
    if (*found) {
      StoredTicket stored;
      stored.row = row;
      stored.ticket.id = TicketId::fromBytes(read.bytes(0));
      if (const qint64 due = read.int64(1); due != noDue) stored.nextDue = instantFromMs(due);
      stored.nextMilestone = read.text(2);
      readFields(rowColumns(), read, 3, stored.ticket);
      readFields(rowTexts(), read, 3 + static_cast<int>(rowColumns().fields.size()), stored.text);
      tickets.push_back(std::move(stored));
    }
    read.reset();
  }
  return tickets;
}

Result<std::vector<TicketId>> FloorQueries::idsOf(std::span<const qint64> rows) {
  Statement& read =
      m_database.prepared("floor_ids", QStringLiteral("SELECT id FROM ticket WHERE row = ?"));
  std::vector<TicketId> ids;
  ids.reserve(rows.size());
  for (const qint64 row : rows) {
    const auto found = read.bindAll(row).step();
    if (!found) return found.error();
    ids.push_back(*found ? TicketId::fromBytes(read.bytes(0)) : TicketId());
    read.reset();
  }
  return ids;
}

Result<std::optional<LastWord>> FloorQueries::lastWord(qint64 row) {
  Statement& read = m_database.prepared(
      "floor_last_word",
      QStringLiteral(
          "SELECT kind, at FROM activity WHERE ticket_row = ? AND is_void = 0"
          " AND kind NOT IN ('stage', 'revealed', 'quoted', 'edited', 'attached',"
          " 'detached', 'tied', 'sensitive', 'warned', 'verified') ORDER BY at DESC, id DESC LIMIT 1"));
  const auto found = read.bindAll(row).step();
  if (!found) return found.error();
  if (!*found) return std::optional<LastWord>();
  const LastWord word{activityFromCode(read.text(0)).value_or(ActivityKind::Progress),
                      instantFromMs(read.int64(1))};
  read.reset();
  return std::optional(word);
}

Result<std::vector<int>> FloorQueries::arrivals(Instant from, Instant to) {
  Statement& read = m_database.prepared(
      "floor_arrivals",
      QStringLiteral("SELECT (received_at - ?1) / ?4, count(*) FROM ticket WHERE row >= ?3"
                     " AND row <= ?5 AND received_at >= ?1 AND received_at < ?2 GROUP BY 1"));
  // A row is the second of its receipt, or the next free one: an hour more holds all of them.
  read.bindAll(toMs(from), toMs(to), ticketRowOf(from), hourMs,
               ticketRowOf(to + Milliseconds{hourMs}));
  std::vector<int> hours(static_cast<size_t>((toMs(to) - toMs(from) + hourMs - 1) / hourMs));
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return hours;
    hours[static_cast<size_t>(read.int64(0))] = static_cast<int>(read.int64(1));
  }
}

Result<std::optional<Instant>> FloorQueries::firstReceipt() {
  Statement& read = m_database.prepared(
      "floor_first_receipt", QStringLiteral("SELECT received_at FROM ticket ORDER BY row LIMIT 1"));
  const auto found = read.step();
  if (!found) return found.error();
  if (!*found) return std::optional<Instant>();
  const Instant at = instantFromMs(read.int64(0));
  read.reset();
  return std::optional(at);
}

Result<std::vector<Tie>> FloorQueries::openGroups(Instant since) {
  Statement& read = m_database.prepared(
      "floor_groups", QStringLiteral("SELECT e.id, ") %
                          columnList(tieFields(), QStringLiteral("e.")) %
                          QStringLiteral(" FROM tie e INDEXED BY tie_kind"
                                         " JOIN ticket t ON t.id = e.original"
                                         " WHERE e.kind = ? AND e.made_at >= ? AND t.is_open = 1"));
  bindField(read, 1, FieldCodec<TieKind>::write(TieKind::Cause));
  read.bind(2, toMs(since));
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

Result<std::optional<qint64>> FloorQueries::rowOf(const TicketId& ticket) {
  Statement& read =
      m_database.prepared("floor_row_of", QStringLiteral("SELECT row FROM ticket WHERE id = ?"));
  const auto found = read.bindAll(ticket.bytes()).step();
  if (!found) return found.error();
  if (!*found) return std::optional<qint64>();
  const qint64 row = read.int64(0);
  read.reset();
  return std::optional(row);
}

}  // namespace yingda
