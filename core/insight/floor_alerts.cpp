// SPDX-License-Identifier: GPL-3.0-or-later
// Tells news from what was there before.
#include "core/insight/floor_alerts.h"

#include <QSet>
#include <algorithm>

namespace yingda {

namespace {

// What was gone for less, and came back, is the same matter.
constexpr std::chrono::minutes goneAfter{30};

FloorAlert alertOf(AlertCause cause, const FloorRow& row) {
  return {cause, row.id, row.number, row.title, row.level, row.due};
}

QString titleOf(const FloorProposal& proposal) {
  return proposal.place.isEmpty() ? proposal.title
                                  : QString(proposal.place % u' ' % proposal.title);
}

/// All of a list, however long: what lies behind the shown rows was there before it moves up.
void addAlerts(std::vector<FloorAlert>& alerts, AlertCause cause, const FloorList& list,
               Instant until) {
  alerts.reserve(alerts.size() + list.rows.size() + list.rest.size());
  for (const FloorRow& row : list.rows) {
    if (row.reasonSince <= until) alerts.push_back(alertOf(cause, row));
  }
  for (const TicketId& ticket : list.rest) {
    if (!ticket.isNull()) alerts.push_back({cause, ticket, {}, {}, Level::Yellow, {}});
  }
}

}  // namespace

std::vector<FloorAlert> AlertWatch::look(const FloorSnapshot& floor) {
  std::vector<FloorAlert> standing;
  addAlerts(standing, AlertCause::Urgent, floor.urgent, Instant::max());
  for (const FloorProposal& one : floor.proposals) {
    if (one.tickets.isEmpty()) continue;
    standing.push_back(
        {AlertCause::GroupSeen, one.tickets.front(), {}, titleOf(one), Level::Yellow, {}});
  }
  addAlerts(standing, AlertCause::RunsOut, floor.atRisk, Instant::max());
  addAlerts(standing, AlertCause::NotTaken, floor.notTaken, floor.takenAt - notTakenAfter);
  std::vector<FloorAlert> news;
  QSet<TicketId> named;
  for (const FloorAlert& alert : standing) {
    const std::pair key(static_cast<int>(alert.cause), alert.ticket);
    const bool isNew = !m_told.contains(key);
    m_told[key] = floor.takenAt;
    if (!isNew || !m_hasLooked || named.contains(alert.ticket)) continue;
    named.insert(alert.ticket);
    news.push_back(alert);
  }
  m_hasLooked = true;
  m_told.removeIf([&](const auto& told) { return floor.takenAt - told.value() > goneAfter; });
  return news;
}

bool AlertWatch::isHeard(const std::vector<FloorAlert>& alerts, Instant now) {
  if (alerts.empty() || now < m_mutedUntil) return false;
  const bool isUrgent = std::any_of(alerts.begin(), alerts.end(), [](const FloorAlert& alert) {
    return alert.cause == AlertCause::Urgent;
  });
  // A clock that was put back keeps nothing silent.
  const auto since = now - m_heardAt;
  const std::chrono::seconds quiet = isUrgent ? quietBetweenUrgent : quietBetween;
  if (since >= Milliseconds{0} && since < quiet) return false;
  m_heardAt = now;
  return true;
}

void AlertWatch::forget() {
  m_told.clear();
  m_hasLooked = false;
}

}  // namespace yingda
