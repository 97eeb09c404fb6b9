// SPDX-License-Identifier: GPL-3.0-or-later
// Few candidates by index, then the likeness of each.
#include "core/service/like_service.h"

#include <QSet>
#include <algorithm>

#include "core/text/tokens.h"

namespace yingda {

namespace {

constexpr std::chrono::hours weekBack{7 * 24};
constexpr std::chrono::hours buildingBack{3 * 24};
constexpr std::chrono::hours projectBack{8};
constexpr int ofHouseholdMost = 20;
constexpr int ofNumberMost = 20;
constexpr int ofBuildingMost = 60;
constexpr int newestMost = 120;

/// 3栋2单元 of 3栋2单元1502: whoever lives there shares the pipes.
QString buildingOf(const Address& place) {
  if (place.building.isEmpty()) return {};
  const QString building = place.building % u'栋';
  return place.unit.isEmpty() ? building : QString(building % place.unit % QStringLiteral("单元"));
}

QueueRow rowOf(const StoredTicket& stored) {
  QueueRow row;
  row.id = stored.ticket.id;
  row.number = stored.ticket.number;
  row.level = stored.ticket.level;
  row.stage = stored.ticket.stage;
  row.kind = stored.ticket.kind;
  row.title = stored.text.title;
  row.place = stored.text.place;
  row.receivedAt = stored.ticket.receivedAt;
  return row;
}

}  // namespace

Report reportOf(const Ticket& ticket, const TicketText& text) {
  Report report;
  report.place = parseAddress(text.place);
  report.project =
      ticket.community.isNull() ? report.place.community : ticket.community.uuid().toString();
  if (!ticket.household.isNull()) report.household = ticket.household.uuid().toString();
  report.phone = text.contactPhone;
  report.category = ticket.category;
  report.at = ticket.receivedAt;
  report.words = WordVector(QString(text.title % u' ' % text.request));
  return report;
}

Report reportOf(const TicketDraft& draft) {
  Report report = reportOf(draft.ticket, draft.text);
  if (report.household.isEmpty() && !draft.candidate.isNull()) {
    report.household = draft.candidate.uuid().toString();
  }
  if (report.phone.isEmpty()) report.phone = draft.callerNumber;
  return report;
}

Result<std::vector<StoredTicket>> LikeService::candidates(const TicketDraft& draft,
                                                          const Report& report) {
  std::vector<StoredTicket> found;
  QSet<qint64> rows;
  const auto take = [&](Result<std::vector<StoredTicket>>&& more) -> Result<void> {
    if (!more) return more.error();
    for (StoredTicket& stored : *more) {
      if (stored.ticket.id == draft.ticket.id || rows.contains(stored.row)) continue;
      rows.insert(stored.row);
      found.push_back(std::move(stored));
    }
    return {};
  };
  const HouseholdId home =
      draft.ticket.household.isNull() ? draft.candidate : draft.ticket.household;
  if (!home.isNull()) {
    if (auto done = take(m_tickets.ofHousehold(home, false, ofHouseholdMost)); !done) {
      return done.error();
    }
  }
  if (const QString number = matchExpression(report.phone); !number.isEmpty()) {
    if (auto done = take(m_tickets.candidates(number, ofNumberMost, report.at - weekBack)); !done) {
      return done.error();
    }
  }
  const QString building = matchExpression(buildingOf(report.place));
  if (!building.isEmpty()) {
    if (auto done = take(m_tickets.candidates(building, ofBuildingMost, report.at - buildingBack));
        !done) {
      return done.error();
    }
  }
  if (auto done = take(m_tickets.newestSince(report.at - projectBack, newestMost)); !done) {
    return done.error();
  }
  return found;
}

Result<LikeAnswer> LikeService::like(const TicketDraft& draft) {
  LikeAnswer answer;
  const Report report = reportOf(draft);
  // Nothing to compare yet: a place or a number without a matter ties nothing.
  if (report.words.isEmpty() && report.category.isEmpty()) return answer;
  const auto found = candidates(draft, report);
  if (!found) return found.error();
  QSet<QString> homes;
  for (const StoredTicket& stored : *found) {
    const Report other = reportOf(stored.ticket, stored.text);
    const Likeness likeness = likenessOf(report, other);
    const bool isOpen = stored.ticket.stage != Stage::Archived;
    // What is done is told as a repeat only: it may have to be opened again.
    const bool isSame = likeness.kind == TieKind::Same && isOpen;
    const bool isCause = likeness.kind == TieKind::Cause && isOpen;
    if (!isSame && !isCause) continue;
    if (isCause) {
      homes.insert(canonicalAddress(other.place));
      answer.span = std::max(answer.span, likeness.between);
    }
    const bool isBetter = answer.kind == TieKind::None ||
                          (isSame && answer.kind == TieKind::Cause) ||
                          (likeness.kind == answer.kind && likeness.score > answer.likeness.score);
    // One cause is joined to what was told first, so that all of it hangs on one ticket.
    const bool isEarlier = isCause && answer.kind == TieKind::Cause &&
                           stored.ticket.receivedAt < answer.ticket.receivedAt;
    if (!isBetter && !isEarlier) continue;
    if (answer.kind == TieKind::Cause && isCause && !isEarlier) continue;
    answer.kind = likeness.kind;
    answer.likeness = likeness;
    answer.ticket = rowOf(stored);
  }
  homes.remove(QString());
  if (answer.kind == TieKind::Cause) {
    answer.homes = homes.values();
    std::sort(answer.homes.begin(), answer.homes.end());
    if (const Category* category = m_starter.category(draft.ticket.category)) {
      answer.matter = category->name;
    }
  }
  return answer;
}

}  // namespace yingda
