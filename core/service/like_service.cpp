// SPDX-License-Identifier: GPL-3.0-or-later
// Few candidates by index, then the likeness of each.
#include "core/service/like_service.h"

#include <QSet>
#include <algorithm>

#include "core/store/event_queries.h"
#include "core/text/tokens.h"

namespace yingda {

namespace {

constexpr std::chrono::hours weekBack{7 * 24};
constexpr std::chrono::hours buildingBack{3 * 24};
constexpr std::chrono::hours projectBack{8};
constexpr int callsMost = 20;
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

}  // namespace

QueueRow queueRowOf(const StoredTicket& stored) {
  QueueRow row;
  row.id = stored.ticket.id;
  row.number = stored.ticket.number;
  row.level = stored.ticket.level;
  row.stage = stored.ticket.stage;
  row.kind = stored.ticket.kind;
  // Who writes down a call like it need not be one who may read the sensitive one.
  const bool isOpen = stored.ticket.sensitive.isEmpty();
  row.sensitive = stored.ticket.sensitive;
  if (isOpen) row.title = stored.text.title;
  if (isOpen) row.place = stored.text.place;
  row.receivedAt = stored.ticket.receivedAt;
  return row;
}

Result<std::optional<EventBrief>> eventBrief(Database& database, const EventId& id) {
  EventQueries events(database);
  const auto event = events.byId(id);
  if (!event && event.error().code == ErrorCode::NotFound) return std::optional<EventBrief>();
  if (!event) return event.error();
  const auto members = events.members(id);
  if (!members) return members.error();
  EventBrief brief;
  brief.id = id;
  brief.title = event->title;
  brief.statement = event->statement;
  brief.isApproved = event->isApproved();
  brief.nextNotice = event->nextNotice;
  brief.tickets = static_cast<int>(members->size());
  brief.isOpen = event->isOpen();
  return std::optional(brief);
}

Result<ReportMaker> ReportMaker::of(Database& database, const WordRarity* rarity) {
  const auto communities = HouseholdQueries(database).communities();
  if (!communities) return communities.error();
  ReportMaker maker;
  maker.m_rarity = rarity;
  for (const Community& one : *communities) maker.m_names.insert(one.id, one.name);
  return maker;
}

Report ReportMaker::report(const Ticket& ticket, const TicketText& text) const {
  Report report;
  report.place = parseAddress(text.place);
  // By name: one ticket has the community's id, another what was said.
  report.project = m_names.value(ticket.community, report.place.community);
  if (!ticket.household.isNull()) report.household = ticket.household.uuid().toString();
  report.phone = text.contactPhone;
  report.category = ticket.category;
  report.at = ticket.receivedAt;
  report.words = WordVector(wordsOf(text), m_rarity);
  return report;
}

Report ReportMaker::report(const TicketDraft& draft) const {
  Report made = report(draft.ticket, draft.text);
  if (made.household.isEmpty() && !draft.candidate.isNull()) {
    made.household = draft.candidate.uuid().toString();
  }
  if (made.phone.isEmpty()) made.phone = draft.callerNumber;
  return made;
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

Result<int> LikeService::callsSince(Instant from, const HouseholdId& household,
                                    const QString& number, const TicketId& without) {
  QSet<ActivityId> calls;
  if (!household.isNull()) {
    const auto contacts = m_tickets.contactsOfHousehold(household, from, 10 * callsMost);
    if (!contacts) return contacts.error();
    for (const Activity& contact : *contacts) {
      const bool isCall = contact.kind == ActivityKind::Contact && !contact.isVoid;
      if (isCall && contact.ticket != without) calls.insert(contact.id);
    }
  }
  if (const QString words = matchExpression(number); !words.isEmpty()) {
    const auto found = m_tickets.candidates(words, ofNumberMost, from);
    if (!found) return found.error();
    for (const StoredTicket& stored : *found) {
      if (stored.ticket.id == without || stored.text.contactPhone != number) continue;
      const auto acts = m_tickets.activities(stored.row);
      if (!acts) return acts.error();
      for (const Activity& act : *acts) {
        const bool isCall = act.kind == ActivityKind::Contact && !act.isVoid;
        if (isCall && act.at >= from) calls.insert(act.id);
      }
    }
  }
  return std::min(static_cast<int>(calls.size()), callsMost);
}

Result<LikeAnswer> LikeService::like(const TicketDraft& draft, ReportMemory& memory) {
  LikeAnswer same;
  LikeAnswer cause;
  LikeAnswer related;
  const auto maker = ReportMaker::of(m_database, m_rarity.get());
  if (!maker) return maker.error();
  const Report report = maker->report(draft);
  // Nothing to compare yet: a place or a number without a matter ties nothing.
  if (report.words.isEmpty() && report.category.isEmpty()) return same;
  const auto found = candidates(draft, report);
  if (!found) return found.error();
  memory.use(*maker, m_rarity);
  for (const StoredTicket& stored : *found) {
    // What is done has no clock to follow: its household's card offers to open it again.
    if (stored.ticket.stage == Stage::Archived) continue;
    const Report& other = memory.of(*maker, stored);
    const Likeness likeness = likenessOf(report, other);
    if (likeness.kind == TieKind::Same && likeness.score > same.likeness.score) {
      same = LikeAnswer{TieKind::Same, queueRowOf(stored), likeness, {}, {}, {}, {}};
    } else if (likeness.kind == TieKind::Related && likeness.score > related.likeness.score) {
      related = LikeAnswer{TieKind::Related, queueRowOf(stored), likeness, {}, {}, {}, {}};
    } else if (likeness.kind == TieKind::Cause) {
      // One cause is joined to what was told first, so that all of it hangs on one ticket.
      if (cause.kind == TieKind::None || stored.ticket.receivedAt < cause.ticket.receivedAt) {
        cause.kind = TieKind::Cause;
        cause.ticket = queueRowOf(stored);
        cause.likeness = likeness;
      }
      cause.span = std::max(cause.span, likeness.between);
      const QString home = canonicalAddress(other.place);
      if (!home.isEmpty() && !cause.homes.contains(home)) cause.homes << home;
    }
  }
  if (same.kind == TieKind::Same) return same;
  if (cause.kind == TieKind::None) return related;
  const auto joined = m_tickets.byId(cause.ticket.id);
  if (joined && !joined->ticket.event.isNull()) {
    auto brief = eventBrief(m_database, joined->ticket.event);
    if (!brief) return brief.error();
    if (*brief && (*brief)->isOpen) cause.event = std::move(*brief);
  }
  std::sort(cause.homes.begin(), cause.homes.end());
  if (const Category* category = m_starter.category(draft.ticket.category)) {
    cause.matter = category->name;
  }
  return cause;
}

}  // namespace yingda
