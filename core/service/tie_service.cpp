// SPDX-License-Identifier: GPL-3.0-or-later
// A tie changes neither of its tickets: what follows from it is derived.
#include "core/service/tie_service.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

#include "core/domain/authority.h"
#include "core/domain/ticket_number.h"
#include "core/service/event_service.h"
#include "core/service/like_service.h"
#include "core/service/ticket_rules.h"
#include "core/service/view_builder.h"
#include "core/store/event_queries.h"
#include "core/store/tie_queries.h"

namespace yingda {

namespace {

const QString outageFact = QStringLiteral("outage");
// More than a hotline takes in a day without its server.
constexpr int windowMost = 5000;

}  // namespace

Result<std::optional<Instant>> openOutage(Workplace& workplace) {
  const auto text =
      workplace.journalThread().runAndWait([&] { return workplace.journal().meta(outageFact); });
  if (!text) {
    if (text.error().code == ErrorCode::NotFound) return std::optional<Instant>();
    return text.error();
  }
  const auto from = QJsonDocument::fromJson(*text).object().value(u"from");
  if (!from.isDouble()) return std::optional<Instant>();
  return std::optional(instantFromMs(static_cast<qint64>(from.toDouble())));
}

Result<void> noteOutage(Workplace& workplace, std::optional<Instant> from) {
  QJsonObject fact;
  if (from) fact.insert(QStringLiteral("from"), static_cast<double>(toMs(*from)));
  const QByteArray text = QJsonDocument(fact).toJson(QJsonDocument::Compact);
  return workplace.journalThread().runAndWait(
      [&] { return workplace.noted(workplace.journal().setMeta(outageFact, text)); });
}

void addTie(ChangeSet& changes, const Ticket& one, const Ticket& two, TieKind kind,
            const Agent& actor, Instant now) {
  // The earlier is the original, by a time that never changes: no circle can come about.
  const bool isOneEarlier =
      std::pair(one.receivedAt, one.id.bytes()) < std::pair(two.receivedAt, two.id.bytes());
  const Ticket& original = isOneEarlier ? one : two;
  const Ticket& other = isOneEarlier ? two : one;
  const Tie tie{tieIdOf(one.id, two.id), original.id, other.id, kind, actor.id, now};
  changes.create(tieFields(), tie.id, tie);
  for (const bool isOriginal : {true, false}) {
    Activity activity;
    activity.ticket = isOriginal ? original.id : other.id;
    activity.kind = ActivityKind::Tied;
    activity.at = now;
    activity.by = actor.id;
    activity.byName = staffLabel(actor);
    activity.data = {{QStringLiteral("tie"), tieKindCode(kind)},
                     {QStringLiteral("number"), isOriginal ? other.number : original.number},
                     {QStringLiteral("isOriginal"), isOriginal}};
    changes.activities.push_back(std::move(activity));
  }
}

Result<void> TieService::tie(const TicketId& one, const TicketId& two, TieKind kind) {
  if (!mayDo(m_actor.role, Deed::TakeCall)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  if (one == two) return Error{ErrorCode::Invalid, QStringLiteral("same")};
  for (const TicketId& id : {one, two}) {
    if (auto done = m_workplace.reach(id); !done) return done;
  }
  TicketQueries tickets(m_workplace.cacheDatabase());
  const auto first = tickets.byId(one);
  if (!first) return first.error();
  const auto second = tickets.byId(two);
  if (!second) return second.error();
  ChangeSet changes;
  addTie(changes, first->ticket, second->ticket, kind, m_actor, m_workplace.now());
  // As when it is tied before its save: of one cause both stand in one event.
  const bool isFirstOut = first->ticket.event.isNull();
  if (kind == TieKind::Cause && (isFirstOut || second->ticket.event.isNull())) {
    const auto event = isFirstOut ? joinEventOf(m_workplace, m_actor, *first, *second, changes)
                                  : joinEventOf(m_workplace, m_actor, *second, *first, changes);
    if (!event) return event.error();
  }
  if (kind != TieKind::Cause) {
    if (auto done = leaveEvent(*first, *second, changes); !done) return done;
  }
  return m_workplace.commit(m_actor.id, QStringLiteral("tie"), std::move(changes));
}

Result<void> TieService::leaveEvent(const StoredTicket& one, const StoredTicket& two,
                                    ChangeSet& changes) {
  const EventId id = one.ticket.event;
  if (id.isNull() || id != two.ticket.event) return {};
  Database& database = m_workplace.cacheDatabase();
  const auto event = EventQueries(database).byId(id);
  if (!event) {
    if (event.error().code == ErrorCode::NotFound) return {};
    return event.error();
  }
  const auto members = EventQueries(database).members(id);
  if (!members) return members.error();
  bool wasTied = false;
  // Whether a tie by cause holds it in the event beside the one that is taken back.
  const auto isHeld = [&](const TicketId& ticket, const TicketId& other) -> Result<bool> {
    const auto known = TieQueries(database).of(ticket);
    if (!known) return known.error();
    bool held = false;
    for (const Tie& tie : *known) {
      if (tie.kind != TieKind::Cause) continue;
      const TicketId beside = tie.original == ticket ? tie.other : tie.original;
      if (beside == other) {
        wasTied = true;
      } else {
        held |= std::find(members->begin(), members->end(), beside) != members->end();
      }
    }
    return held;
  };
  const auto isOneHeld = isHeld(one.ticket.id, two.ticket.id);
  if (!isOneHeld) return isOneHeld.error();
  const auto isTwoHeld = isHeld(two.ticket.id, one.ticket.id);
  if (!isTwoHeld) return isTwoHeld.error();
  if (!wasTied) return {};
  const auto leave = [&changes](const Ticket& ticket) {
    Ticket after = ticket;
    after.event = EventId();
    changes.update(ticketFields(), ticket.id, ticket, after);
  };
  if (!*isOneHeld) leave(one.ticket);
  if (!*isTwoHeld && (*isOneHeld || members->size() == 2)) leave(two.ticket);
  if (*isOneHeld || *isTwoHeld || members->size() != 2) return {};
  // Quick entry waits for the next call of the storm.
  if (!event->isOpen() || event->isQuick()) return {};
  GroupEvent closed = *event;
  closed.closedAt = m_workplace.now();
  closed.closedBy = m_actor.id;
  changes.update(groupEventFields(), id, *event, closed);
  return {};
}

Result<std::vector<DoubleView>> TieService::doubles() {
  std::vector<DoubleView> found;
  const auto from = openOutage(m_workplace);
  if (!from) return from.error();
  if (!*from) return found;
  Database& database = m_workplace.cacheDatabase();
  const auto window = TicketQueries(database).receivedSince(**from, windowMost);
  if (!window) return window.error();
  // A lease is known to who took it; the reading connection has the number of its beginning.
  const int code =
      m_workplace.journalThread().runAndWait([this] { return m_workplace.journal().code(); });
  const auto rarity = m_workplace.heard.rarity();
  const auto maker = ReportMaker::of(database, rarity.get());
  if (!maker) return maker.error();
  struct Written {
    const StoredTicket* stored;
    Report report;
  };
  std::vector<Written> own;
  std::vector<Written> others;
  for (const StoredTicket& stored : *window) {
    const auto number = TicketNumber::parse(stored.ticket.number);
    (number && number->code == code ? own : others)
        .push_back({&stored, maker->report(stored.ticket, stored.text)});
  }
  ViewBuilder builder(database, m_workplace.starter, *m_workplace.engine, m_workplace.now());
  builder.setReader(m_actor);
  TieQueries ties(database);
  for (const Written& mine : own) {
    const Ticket& ticket = mine.stored->ticket;
    const auto known = ties.of(ticket.id);
    if (!known) return known.error();
    QSet<TicketId> settled;
    bool isRepeat = false;
    for (const Tie& tie : *known) {
      settled << tie.original << tie.other;
      isRepeat |= tie.kind == TieKind::Same;
    }
    if (isRepeat) continue;
    Likeness best;
    const StoredTicket* like = nullptr;
    for (const Written& other : others) {
      if (settled.contains(other.stored->ticket.id)) continue;
      Likeness likeness = likenessOf(mine.report, other.report);
      if (likeness.kind == TieKind::None || likeness.score <= best.score) continue;
      best = std::move(likeness);
      like = other.stored;
    }
    if (!like) continue;
    found.push_back({builder.row(*mine.stored, m_actor.id), builder.row(*like, m_actor.id), best,
                     readable(mine.stored->text, readingOf(ticket, &m_actor)).request,
                     readable(like->text, readingOf(like->ticket, &m_actor)).request});
  }
  std::stable_sort(found.begin(), found.end(), [](const DoubleView& a, const DoubleView& b) {
    return a.likeness.score > b.likeness.score;
  });
  return found;
}

}  // namespace yingda
