// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what is open in one walk, then reads the rows that are shown.
#include "core/insight/floor_snapshot.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <span>

#include "core/insight/promise_count.h"
#include "core/store/event_queries.h"
#include "core/store/floor_queries.h"
#include "core/store/insight_queries.h"

namespace yingda {

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr int weeksBack = 8;
// Two days are no habit yet.
constexpr int daysLeast = 3;
constexpr days groupsSince{3};

RiskReason reasonOf(Stage stage, const std::optional<LastWord>& last, bool hasDepartment) {
  if (stage == Stage::AwaitingCallback || stage == Stage::Callback) return RiskReason::NotCalled;
  const bool isBack = last && last->kind == ActivityKind::Returned;
  if (isBack || (stage > Stage::Accepted && !hasDepartment)) return RiskReason::Returned;
  if (stage == Stage::Accepted) return RiskReason::NotSent;
  if (stage == Stage::Dispatched) return RiskReason::NotTaken;
  return RiskReason::Silent;
}

FloorRow rowOf(const StoredTicket& stored) {
  const Ticket& ticket = stored.ticket;
  FloorRow row;
  row.id = ticket.id;
  row.number = ticket.number;
  row.level = ticket.level;
  row.stage = ticket.stage;
  row.kind = ticket.kind;
  row.category = ticket.category;
  row.title = stored.text.title;
  row.place = stored.text.place;
  row.department = ticket.department;
  row.holderName = ticket.holderName;
  row.holder = ticket.holder;
  row.receivedAt = ticket.receivedAt;
  row.due = stored.nextDue;
  row.milestone = stored.nextMilestone;
  row.sensitive = ticket.sensitive;
  return row;
}

/// The value below which `part` of the sorted counts lie, between neighbours by their distance.
double quantile(const std::vector<int>& sorted, double part) {
  const double place = part * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<size_t>(std::floor(place));
  const size_t above = std::min(below + 1, sorted.size() - 1);
  const double rest = place - std::floor(place);
  return sorted[below] * (1 - rest) + sorted[above] * rest;
}

class Taking {
 public:
  Taking(Database& database, Instant now)
      : m_database(database),
        m_floor(database),
        m_insight(database),
        m_now(now),
        m_today(localDayOf(now)) {}

  Result<FloorSnapshot> take() {
    m_snapshot.takenAt = m_now;
    for (const auto part : {&Taking::countOpen, &Taking::addNotTaken, &Taking::addPromises,
                            &Taking::addGroups, &Taking::addArrivals}) {
      if (auto done = (this->*part)(); !done) return done.error();
    }
    return std::move(m_snapshot);
  }

  Result<FloorList> cell(Level level, Stage stage, int most) {
    return whereOpen(
        [=](const OpenTicket& one) { return one.level == level && one.stage == stage; }, most);
  }

  Result<FloorList> late(int most) {
    return whereOpen([this](const OpenTicket& one) { return isLate(one); }, most);
  }

  template <class F>
  Result<FloorList> whereOpen(F isMeant, int most) {
    auto open = m_floor.open();
    if (!open) return open.error();
    std::erase_if(*open, [&](const OpenTicket& one) { return !isMeant(one); });
    m_most = most;
    FloorList list;
    if (auto done = fill(list, *open); !done) return done.error();
    return list;
  }

  Result<FloorList> these(const QList<TicketId>& tickets, int most) {
    m_most = most;
    std::vector<qint64> rows;
    for (const TicketId& ticket : tickets) {
      const auto row = m_floor.rowOf(ticket);
      if (!row) return row.error();
      if (*row) rows.push_back(**row);
    }
    FloorList list;
    if (auto done = fill(list, std::move(rows)); !done) return done.error();
    return list;
  }

 private:
  bool isLate(const OpenTicket& one) const { return one.nextDue && *one.nextDue <= m_now; }

  Result<void> countOpen() {
    const auto open = m_floor.open();
    if (!open) return open.error();
    std::vector<OpenTicket> atRisk;
    std::vector<OpenTicket> urgent;
    for (const OpenTicket& one : *open) {
      FloorCell& cell =
          m_snapshot.matrix[static_cast<size_t>(one.level)][static_cast<size_t>(one.stage)];
      const bool isOver = isLate(one);
      ++cell.open;
      ++m_snapshot.open;
      cell.late += isOver ? 1 : 0;
      m_snapshot.late += isOver ? 1 : 0;
      if (one.level == Level::Red) {
        urgent.push_back(one);
        m_snapshot.urgentLate += isOver ? 1 : 0;
      }
      if (one.nextDue && !isOver && *one.nextDue <= m_now + riskWithin) atRisk.push_back(one);
    }
    if (auto done = fill(m_snapshot.atRisk, atRisk); !done) return done;
    if (auto done = addRest(m_snapshot.atRisk, rowsOf(atRisk)); !done) return done;
    return addWatched(urgent);
  }

  Result<void> addWatched(std::vector<OpenTicket>& urgent) {
    const auto watched = m_floor.watched(instantAt(m_today, {}));
    if (!watched) return watched.error();
    QSet<qint64> warned;
    for (const WatchedTicket& one : *watched) {
      if (one.isWarned) warned << one.ticket.row;
      m_snapshot.sensitive += one.isSensitive ? 1 : 0;
      if (one.ticket.level == Level::Red) continue;
      urgent.push_back(one.ticket);
      m_snapshot.urgentLate += isLate(one.ticket) ? 1 : 0;
    }
    if (auto done = fill(m_snapshot.urgent, urgent); !done) return done;
    if (auto done = addRest(m_snapshot.urgent, rowsOf(urgent)); !done) return done;
    // The list was sorted where it stands, and its rows follow it.
    for (size_t i = 0; i < m_snapshot.urgent.rows.size(); ++i) {
      m_snapshot.urgent.rows[i].isWarned = warned.contains(urgent[i].row);
    }
    return {};
  }

  Result<void> fill(FloorList& list, std::vector<OpenTicket>& tickets) {
    std::stable_sort(tickets.begin(), tickets.end(), [](const auto& a, const auto& b) {
      return a.nextDue.value_or(Instant::max()) < b.nextDue.value_or(Instant::max());
    });
    return fill(list, rowsOf(tickets));
  }

  static std::vector<qint64> rowsOf(const std::vector<OpenTicket>& tickets) {
    std::vector<qint64> rows(tickets.size());
    std::transform(tickets.begin(), tickets.end(), rows.begin(),
                   [](const OpenTicket& one) { return one.row; });
    return rows;
  }

  /// Who stands behind the shown rows; `rows`: the whole list in its order.
  Result<void> addRest(FloorList& list, const std::vector<qint64>& rows) {
    if (rows.size() <= floorListMost) return {};
    const auto rest = m_floor.idsOf(std::span(rows).subspan(floorListMost));
    if (!rest) return rest.error();
    list.rest = *rest;
    return {};
  }

  Result<void> fill(FloorList& list, std::vector<qint64> rows) {
    list.count = static_cast<int>(rows.size());
    const auto most = static_cast<size_t>(m_most);
    if (rows.size() > most) rows.resize(most);
    const auto stored = m_floor.tickets(rows);
    if (!stored) return stored.error();
    for (const StoredTicket& one : *stored) {
      const auto last = m_floor.lastWord(one.row);
      if (!last) return last.error();
      FloorRow row = rowOf(one);
      row.reason = reasonOf(row.stage, *last, !row.department.isEmpty());
      row.reasonSince = *last ? (*last)->at : row.receivedAt;
      list.rows.push_back(std::move(row));
    }
    return {};
  }

  Result<void> addNotTaken() {
    const auto sent = m_floor.sent();
    if (!sent) return sent.error();
    std::vector<qint64> rows(sent->size());
    std::transform(sent->begin(), sent->end(), rows.begin(),
                   [](const SentTicket& one) { return one.row; });
    if (auto done = fill(m_snapshot.notTaken, rows); !done) return done;
    // What counts is since when it lies there, whoever wrote a note meanwhile.
    for (size_t i = 0; i < m_snapshot.notTaken.rows.size(); ++i) {
      m_snapshot.notTaken.rows[i].reasonSince = (*sent)[i].sentAt;
    }
    // Who waits longest stands first, so that those who wait long enough are a beginning.
    const auto isOld = [this](const SentTicket& one) {
      return m_now - one.sentAt >= notTakenAfter;
    };
    const auto old = std::count_if(sent->begin(), sent->end(), isOld);
    rows.resize(static_cast<size_t>(old));
    return addRest(m_snapshot.notTaken, rows);
  }

  Result<void> addPromises() {
    const auto due = m_insight.promisesDue(instantAt(m_today, {}), instantAt(m_today, hours{24}));
    if (!due) return due.error();
    FloorPromises& promises = m_snapshot.promises;
    std::vector<const Promise*> open;
    for (const Promise& one : *due) {
      ++promises.due;
      if (!one.isOpen()) continue;
      open.push_back(&one);
      if (!promises.next && one.dueAt > m_now) promises.next = one.dueAt;
    }
    const PromiseCount count = countPromises(*due, m_now);
    promises.over = count.over;
    promises.kept = count.kept;
    for (const Promise* one : open) {
      if (m_snapshot.promised.rows.size() >= floorListMost) break;
      const auto row = m_floor.rowOf(one->ticket);
      if (!row) return row.error();
      if (!*row) continue;
      FloorList list;
      if (auto done = fill(list, std::vector<qint64>{**row}); !done) return done;
      if (list.rows.empty()) continue;
      FloorRow shown = list.rows.front();
      shown.promise = one->id;
      shown.due = one->dueAt;
      shown.milestone.clear();
      shown.note = one->who.isEmpty() ? one->what : QString(one->who % u' ' % one->what);
      m_snapshot.promised.rows.push_back(std::move(shown));
    }
    m_snapshot.promised.count = static_cast<int>(open.size());
    return {};
  }

  Result<void> addGroups() {
    const auto ties = m_floor.openGroups(m_now - groupsSince);
    if (!ties) return ties.error();
    const auto events = EventQueries(m_database).newest(true, floorListMost);
    if (!events) return events.error();
    QHash<TicketId, int> others;
    QHash<TicketId, EventId> eventOf;
    QSet<TicketId> inEvent;
    QList<TicketId> order;
    for (const GroupEvent& event : *events) {
      const auto members = EventQueries(m_database).members(event.id);
      if (!members) return members.error();
      if (members->empty()) continue;
      for (const TicketId& member : *members) inEvent.insert(member);
      order << members->front();
      others.insert(members->front(), static_cast<int>(members->size()) - 1);
      eventOf.insert(members->front(), event.id);
    }
    for (const Tie& tie : *ties) {
      if (inEvent.contains(tie.original)) continue;
      if (!others.contains(tie.original)) order << tie.original;
      ++others[tie.original];
    }
    std::stable_sort(order.begin(), order.end(), [&others](const TicketId& a, const TicketId& b) {
      return others.value(a) > others.value(b);
    });
    std::vector<qint64> rows;
    for (const TicketId& original : std::as_const(order)) {
      const auto row = m_floor.rowOf(original);
      if (!row) return row.error();
      if (*row) rows.push_back(**row);
    }
    if (auto done = fill(m_snapshot.groups, rows); !done) return done;
    for (FloorRow& row : m_snapshot.groups.rows) {
      row.note = QString::number(others.value(row.id) + 1);
      row.event = eventOf.value(row.id);
    }
    return {};
  }

  Result<void> addArrivals() {
    FloorArrivals& arrivals = m_snapshot.arrivals;
    const auto today = countsOf(m_today);
    if (!today) return today.error();
    const auto first = m_floor.firstReceipt();
    if (!first) return first.error();
    std::array<std::vector<int>, 24> before;
    for (int week = 1; *first && week <= weeksBack; ++week) {
      const LocalDay day = m_today - days{7 * week};
      // A day on which the store did not exist had no calls because nobody wrote them down.
      if (day <= localDayOf(**first)) break;
      const auto counts = countsOf(day);
      if (!counts) return counts.error();
      for (size_t hour = 0; hour < before.size(); ++hour) before[hour].push_back((*counts)[hour]);
    }
    const auto found = static_cast<int>(before[0].size());
    arrivals.days = found >= daysLeast ? found : 0;
    for (size_t hour = 0; hour < before.size(); ++hour) {
      ArrivalHour one;
      one.from = instantAt(m_today, hours{static_cast<int>(hour)});
      one.isBegun = one.from <= m_now;
      one.isOver = one.from + hours{1} <= m_now;
      one.came = (*today)[hour];
      if (arrivals.days > 0) expect(one, before[hour]);
      if (one.isOver) {
        arrivals.came += one.came;
        arrivals.expected += one.expected;
      }
      arrivals.hours.push_back(one);
    }
    return {};
  }

  static void expect(ArrivalHour& hour, std::vector<int>& counts) {
    std::sort(counts.begin(), counts.end());
    double sum = 0;
    for (const int count : counts) sum += count;
    hour.expected = sum / static_cast<double>(counts.size());
    hour.low = quantile(counts, 0.1);
    hour.high = quantile(counts, 0.9);
  }

  Result<std::vector<int>> countsOf(LocalDay day) {
    return m_floor.arrivals(instantAt(day, {}), instantAt(day, hours{24}));
  }

  Database& m_database;
  FloorQueries m_floor;
  InsightQueries m_insight;
  Instant m_now;
  LocalDay m_today;
  int m_most = floorListMost;
  FloorSnapshot m_snapshot;
};

}  // namespace

Result<FloorSnapshot> takeFloorSnapshot(Database& database, Instant now) {
  auto transaction = Transaction::begin(database, Transaction::Deferred);
  if (!transaction) return transaction.error();
  return Taking(database, now).take();
}

Result<FloorList> takeFloorCell(Database& database, Level level, Stage stage, int most) {
  auto transaction = Transaction::begin(database, Transaction::Deferred);
  if (!transaction) return transaction.error();
  return Taking(database, {}).cell(level, stage, most);
}

Result<FloorList> takeFloorLate(Database& database, Instant now, int most) {
  auto transaction = Transaction::begin(database, Transaction::Deferred);
  if (!transaction) return transaction.error();
  return Taking(database, now).late(most);
}

Result<FloorList> takeFloorList(Database& database, const QList<TicketId>& tickets, int most) {
  auto transaction = Transaction::begin(database, Transaction::Deferred);
  if (!transaction) return transaction.error();
  return Taking(database, {}).these(tickets, most);
}

}  // namespace yingda
