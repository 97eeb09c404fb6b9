// SPDX-License-Identifier: GPL-3.0-or-later
// A line stays with who gave it until somebody has taken it: in between nobody is without an owner.
#include "core/service/handover_service.h"

#include <algorithm>

#include "core/service/handed_drafts.h"
#include "core/service/people_service.h"
#include "core/service/ticket_rules.h"
#include "core/service/view_builder.h"
#include "core/store/promise_queries.h"

namespace yingda {

namespace {

constexpr int linesMost = 500;

/// Why a ticket cannot wait until its keeper is back, and what was promised of it.
struct Pressing {
  std::optional<HandoverWhat> what;  ///< nothing: it can wait
  int promises = 0;                  ///< open ones
};

/// What the sheet shows and what is then given: one answer to both.
Result<Pressing> pressingOf(PromiseQueries& promises, const StoredTicket& stored, Instant now) {
  const auto made = promises.of(stored.ticket.id);
  if (!made) return made.error();
  Pressing pressing;
  // A promise has a clock of its own: the ticket is due when the earlier of the two is.
  std::optional<Instant> due = stored.nextDue;
  for (const Promise& promise : *made) {
    if (!promise.isOpen()) continue;
    ++pressing.promises;
    due = due ? std::min(*due, promise.dueAt) : promise.dueAt;
  }
  pressing.what = handoverWhatOf(stored.ticket, due, now);
  return pressing;
}

}  // namespace

Result<std::vector<StoredTicket>> HandoverService::mine() {
  return TicketQueries(m_workplace.cacheDatabase())
      .queue(QueueFilter::Mine, m_actor.id, m_actor.department, linesMost);
}

Result<std::vector<Handover>> HandoverService::open() {
  return HouseholdQueries(m_workplace.cacheDatabase()).openHandovers();
}

QString HandoverService::labelOf(const AgentId& id) {
  const auto agents = HouseholdQueries(m_workplace.cacheDatabase()).agents();
  if (!agents) return {};
  const auto found = std::find_if(agents->begin(), agents->end(),
                                  [&id](const Agent& agent) { return agent.id == id; });
  return found == agents->end() ? QString() : staffLabel(*found);
}

Result<HandoverSheet> HandoverService::sheet() {
  const auto tickets = mine();
  if (!tickets) return tickets.error();
  const auto given = open();
  if (!given) return given.error();
  const auto agents = PeopleService(m_workplace).agents();
  if (!agents) return agents.error();
  const Instant now = m_workplace.now();
  ViewBuilder builder(m_workplace.cacheDatabase(), m_workplace.starter, *m_workplace.engine, now);
  builder.setReader(m_actor);
  HandoverSheet sheet;
  PromiseQueries promises(m_workplace.cacheDatabase());
  for (const StoredTicket& stored : *tickets) {
    const auto pressing = pressingOf(promises, stored, now);
    if (!pressing) return pressing.error();
    if (!pressing->what) {
      ++sheet.stays;
      continue;
    }
    HandoverLine line;
    line.ticket = builder.row(stored, m_actor.id);
    line.what = *pressing->what;
    line.promises = pressing->promises;
    for (const Handover& one : *given) {
      if (one.ticket != stored.ticket.id || one.from != m_actor.id) continue;
      line.isGiven = true;
      line.to = one.to;
      line.madeAt = one.madeAt;
    }
    line.toName = labelOf(line.to);
    sheet.lines.push_back(std::move(line));
  }
  // The worst first; within a kind what runs out first.
  std::stable_sort(sheet.lines.begin(), sheet.lines.end(),
                   [](const HandoverLine& a, const HandoverLine& b) { return a.what < b.what; });
  for (const Agent& agent : *agents) {
    const bool mayTake = agent.active && mayDo(agent.role, Deed::TakeCall);
    if (mayTake && agent.id != m_actor.id && !PeopleService::isAlias(agent, *agents)) {
      sheet.colleagues.push_back(agent);
    }
  }
  auto drafts = HandedDrafts(m_workplace, m_actor.id).mine();
  if (!drafts) return drafts.error();
  for (HandoverLine& line : *drafts) {
    line.toName = labelOf(line.to);
    sheet.lines.push_back(std::move(line));
  }
  return sheet;
}

Result<HandoverSheet> HandoverService::give(const std::vector<HandoverGift>& gifts) {
  if (!mayDo(m_actor.role, Deed::TakeCall)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  if (auto done = HandedDrafts(m_workplace, m_actor.id).give(gifts); !done) return done.error();
  const auto tickets = mine();
  if (!tickets) return tickets.error();
  HouseholdQueries queries(m_workplace.cacheDatabase());
  PromiseQueries promises(m_workplace.cacheDatabase());
  const Instant now = m_workplace.now();
  ChangeSet changes;
  for (const HandoverGift& gift : gifts) {
    const auto stored =
        std::find_if(tickets->begin(), tickets->end(),
                     [&gift](const StoredTicket& one) { return one.ticket.id == gift.ticket; });
    if (stored == tickets->end()) continue;
    if (gift.to == m_actor.id) return Error{ErrorCode::Invalid, QStringLiteral("to")};
    Handover line;
    line.id = handoverIdOf(gift.ticket);
    line.ticket = gift.ticket;
    line.from = m_actor.id;
    line.to = gift.to;
    const auto pressing = pressingOf(promises, *stored, now);
    if (!pressing) return pressing.error();
    line.what = pressing->what.value_or(HandoverWhat::FollowUp);
    line.madeAt = now;
    line.isLeft = gift.isLeft;
    const auto before = queries.handover(line.id);
    if (!before && before.error().code != ErrorCode::NotFound) return before.error();
    if (before) {
      changes.update(handoverFields(), line.id, *before, line);
    } else {
      changes.create(handoverFields(), line.id, line);
    }
    Activity activity;
    activity.ticket = gift.ticket;
    activity.kind = ActivityKind::HandedOver;
    activity.at = now;
    activity.by = m_actor.id;
    activity.byName = staffLabel(m_actor);
    activity.data = {
        {QStringLiteral("step"), gift.isLeft ? QStringLiteral("left") : QStringLiteral("offered")},
        {QStringLiteral("to"), labelOf(gift.to)}};
    changes.activities.push_back(std::move(activity));
  }
  if (!changes.isEmpty()) {
    auto done = m_workplace.commit(m_actor.id, QStringLiteral("handover"), std::move(changes));
    if (!done) return done.error();
  }
  return sheet();
}

Result<std::vector<HandoverLine>> HandoverService::waiting() {
  // Who takes no calls takes no promises either.
  if (!mayDo(m_actor.role, Deed::TakeCall)) return std::vector<HandoverLine>();
  const auto given = open();
  if (!given) return given.error();
  TicketQueries tickets(m_workplace.cacheDatabase());
  ViewBuilder builder(m_workplace.cacheDatabase(), m_workplace.starter, *m_workplace.engine,
                      m_workplace.now());
  builder.setReader(m_actor);
  std::vector<HandoverLine> lines;
  for (const Handover& one : *given) {
    const bool isForMe = one.to == m_actor.id || one.to.isNull();
    if (!isForMe || one.from == m_actor.id) continue;
    const auto stored = tickets.byId(one.ticket);
    if (!stored && stored.error().code != ErrorCode::NotFound) return stored.error();
    if (!stored || stored->ticket.stage == Stage::Archived) continue;
    HandoverLine line;
    line.ticket = builder.row(*stored, m_actor.id);
    line.what = one.what;
    line.isGiven = true;
    line.to = one.to;
    line.from = one.from;
    line.fromName = labelOf(one.from);
    line.madeAt = one.madeAt;
    line.isLeft = one.isLeft;
    lines.push_back(std::move(line));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const HandoverLine& a, const HandoverLine& b) { return a.what < b.what; });
  auto drafts = HandedDrafts(m_workplace, m_actor.id).waiting();
  if (!drafts) return drafts.error();
  for (HandoverLine& line : *drafts) {
    line.fromName = labelOf(line.from);
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<void> HandoverService::take(const QList<TicketId>& tickets, const QList<DraftId>& drafts) {
  if (!mayDo(m_actor.role, Deed::TakeCall)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  if (auto done = HandedDrafts(m_workplace, m_actor.id).take(drafts); !done) return done;
  const auto given = open();
  if (!given) return given.error();
  TicketQueries queries(m_workplace.cacheDatabase());
  const Instant now = m_workplace.now();
  ChangeSet changes;
  for (const Handover& before : *given) {
    if (!tickets.contains(before.ticket)) continue;
    // Who was named goes first; but better another than nobody.
    Handover after = before;
    after.takenBy = m_actor.id;
    after.takenAt = now;
    changes.update(handoverFields(), before.id, before, after);
    const auto stored = queries.byId(before.ticket);
    if (!stored) return stored.error();
    Ticket kept = stored->ticket;
    kept.keeper = m_actor.id;
    // What an agent held in person goes along; what a department holds stays there.
    if (kept.holder == before.from) kept.holder = m_actor.id;
    changes.update(ticketFields(), kept.id, stored->ticket, kept);
    Activity activity;
    activity.ticket = before.ticket;
    activity.kind = ActivityKind::HandedOver;
    activity.at = now;
    activity.by = m_actor.id;
    activity.byName = staffLabel(m_actor);
    activity.data = {{QStringLiteral("step"), QStringLiteral("taken")},
                     {QStringLiteral("from"), labelOf(before.from)}};
    changes.activities.push_back(std::move(activity));
  }
  if (changes.isEmpty()) return {};
  return m_workplace.commit(m_actor.id, QStringLiteral("handover"), std::move(changes));
}

}  // namespace yingda
