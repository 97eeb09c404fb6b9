// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets go in by receipt; what the radar alarms about is looked up again in the store.
#include "core/service/radar_service.h"

#include <algorithm>

#include "core/store/event_queries.h"

namespace yingda {

namespace {

using std::chrono::hours;

constexpr hours history{120 * 24};
constexpr int historyMost = 60'000;
// What another seat wrote may come so much later than it was received.
constexpr hours late{2};
constexpr int newMost = 5000;
constexpr hours shown{24};

}  // namespace

Result<NumberedReports> numberedReports(Database& database, Instant from, int most) {
  NumberedReports made;
  const auto maker = ReportMaker::of(database, &made.rarity);
  if (!maker) return maker.error();
  const auto stored = TicketQueries(database).newestSince(from, most);
  if (!stored) return stored.error();
  for (const StoredTicket& one : *stored) made.rarity.learn(wordsOf(one.text));
  made.reports.reserve(stored->size());
  for (auto it = stored->rbegin(); it != stored->rend(); ++it) {
    made.reports.push_back({it->ticket.number, maker->report(it->ticket, it->text)});
  }
  return made;
}

Result<void> RadarService::feed(Database& database, Instant now) {
  const auto maker = ReportMaker::of(database, &m_rarity);
  if (!maker) return maker.error();
  const bool isFirst = m_keys.empty();
  const Instant from = isFirst ? now - history : m_until - late;
  auto stored = TicketQueries(database).newestSince(from, isFirst ? historyMost : newMost);
  if (!stored) return stored.error();
  std::reverse(stored->begin(), stored->end());
  for (const StoredTicket& one : *stored) {
    const TicketId& id = one.ticket.id;
    if (m_fed.contains(id)) continue;
    m_fed.insert(id, one.ticket.receivedAt);
    m_until = std::max(m_until, one.ticket.receivedAt);
    const auto key = static_cast<qint64>(m_keys.size());
    m_keys.push_back(id);
    m_rarity.learn(wordsOf(one.text));
    const GroupVerdict verdict = m_radar.add(key, maker->report(one.ticket, one.text));
    if (verdict.event == 0) continue;
    Seen& seen = m_events[verdict.event];
    seen.last = std::max(seen.last, one.ticket.receivedAt);
    if (verdict.isAlert) {
      for (const qint64 member : verdict.finding->of) {
        seen.tickets << m_keys[static_cast<size_t>(member)];
      }
    } else {
      seen.tickets << id;
    }
    // A later report may show that it is the whole building.
    const bool isWider = verdict.finding && verdict.finding->scope >= seen.finding.scope;
    if (verdict.isAlert || (isWider && verdict.finding->homes > seen.finding.homes)) {
      seen.finding = *verdict.finding;
    }
  }
  for (auto it = m_fed.begin(); it != m_fed.end();) {
    it = it.value() < m_until - late * 2 ? m_fed.erase(it) : std::next(it);
  }
  for (auto it = m_events.begin(); it != m_events.end();) {
    it = it->last < m_until - shown * 2 ? m_events.erase(it) : std::next(it);
  }
  return {};
}

Result<std::optional<EventProposal>> RadarService::proposalOf(Database& database,
                                                              const Seen& seen) {
  EventProposal proposal;
  proposal.finding = seen.finding;
  proposal.project = seen.finding.project;
  TicketQueries tickets(database);
  QHash<EventId, int> named;
  int nameless = 0;
  for (const TicketId& id : seen.tickets) {
    const auto stored = tickets.byId(id);
    if (!stored && stored.error().code == ErrorCode::NotFound) continue;
    if (!stored) return stored.error();
    if (proposal.title.isEmpty()) proposal.title = stored->text.title;
    if (stored->ticket.event.isNull()) {
      ++nameless;
    } else {
      ++named[stored->ticket.event];
    }
    proposal.tickets << id;
  }
  if (nameless == 0) return std::optional<EventProposal>();
  for (auto it = named.cbegin(); it != named.cend(); ++it) {
    if (it.value() <= named.value(proposal.into)) continue;
    const auto event = EventQueries(database).byId(it.key());
    if (event && event->isOpen()) proposal.into = it.key();
  }
  if (const Category* category = m_starter.category(seen.finding.category)) {
    proposal.title = category->name;
  }
  return std::optional(proposal);
}

Result<std::vector<EventProposal>> RadarService::proposals(Database& database, Instant now) {
  if (auto done = feed(database, now); !done) return done.error();
  std::vector<const Seen*> recent;
  for (const Seen& seen : std::as_const(m_events)) {
    if (now - seen.last <= shown) recent.push_back(&seen);
  }
  std::sort(recent.begin(), recent.end(),
            [](const Seen* a, const Seen* b) { return a->last > b->last; });
  std::vector<EventProposal> proposals;
  for (const Seen* seen : recent) {
    auto proposal = proposalOf(database, *seen);
    if (!proposal) return proposal.error();
    if (*proposal) proposals.push_back(std::move(**proposal));
  }
  return proposals;
}

}  // namespace yingda
