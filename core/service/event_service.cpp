// SPDX-License-Identifier: GPL-3.0-or-later
// Each act is planned as changes of the event and of which event each ticket names.
#include "core/service/event_service.h"

#include <QSet>
#include <algorithm>

#include "core/domain/authority.h"
#include "core/domain/quick_entry.h"
#include "core/service/like_service.h"
#include "core/service/ticket_rules.h"
#include "core/text/address.h"

namespace yingda {

namespace {

constexpr int ticketsMost = 500;

Error invalid(const char* what) { return {ErrorCode::Invalid, QLatin1String(what)}; }
Error refused(const char* what) { return {ErrorCode::Refused, QLatin1String(what)}; }

/// repair.water of repair.water.burst and repair.water.outage; empty when they share nothing.
QString commonCategory(const std::vector<StoredTicket>& tickets) {
  QString common;
  for (const StoredTicket& one : tickets) {
    const QString& category = one.ticket.category;
    if (category.isEmpty()) continue;
    if (common.isEmpty()) common = category;
    if (common == category || category.startsWith(QString(common % u'.'))) continue;
    const QString family = categoryFamily(common);
    if (family != categoryFamily(category)) return {};
    common = family;
  }
  return common;
}

/// 3栋2单元 of 3栋2单元1502 and 3栋2单元801; empty when they are all over the project.
QString commonPlace(const std::vector<StoredTicket>& tickets) {
  const Address first = parseAddress(tickets.front().text.place);
  bool isUnit = !first.unit.isEmpty();
  for (const StoredTicket& one : tickets) {
    const Address place = parseAddress(one.text.place);
    if (place.building != first.building) return {};
    isUnit = isUnit && place.unit == first.unit;
  }
  if (first.building.isEmpty()) return tickets.size() == 1 ? canonicalAddress(first) : QString();
  const QString building = first.building % u'栋';
  return isUnit ? QString(building % first.unit % QStringLiteral("单元")) : building;
}

QString categoryName(const Starter& starter, const QString& id) {
  const Category* category = starter.category(id);
  return category ? category->name : QString();
}

/// Quick entry as this person would have it: on at once, on by a second word, or proposed.
std::optional<Error> switchOn(GroupEvent& event, const Agent& actor, Instant now) {
  if (event.community.isNull()) return invalid("community");
  if (event.isQuick()) return std::nullopt;
  const bool isProposed = event.isQuickProposed();
  const bool isOwn = isProposed && event.quickBy == actor.id;
  const bool isAlone = mayDo(actor.role, Deed::SwitchQuickEntry);
  if (isOwn && !isAlone) return refused("second");
  if (isProposed && !isOwn) {
    event.quickSecond = actor.id;
  } else {
    event.quickBy = actor.id;
    event.quickSecond = AgentId();
  }
  if (!isProposed || isAlone) event.quickAt = now;
  if (isProposed || isAlone) event.mode = EventMode::Storm;
  return std::nullopt;
}

std::optional<Error> switchOff(GroupEvent& event, const Agent& actor) {
  const bool isTheirs = event.quickBy != actor.id && event.quickSecond != actor.id;
  if (isTheirs && !mayDo(actor.role, Deed::SwitchQuickEntry)) return refused("others");
  event.mode = EventMode::Normal;
  event.quickBy = AgentId();
  event.quickSecond = AgentId();
  event.quickAt.reset();
  return std::nullopt;
}

}  // namespace

/// What an act writes, and what would take it back.
struct EventService::Plan {
  EventId event;
  ChangeSet changes;
  EventUndo undo;

  void name(const Ticket& before, const EventId& now) {
    if (before.event == now) return;
    Ticket after = before;
    after.event = now;
    changes.update(ticketFields(), before.id, before, after);
    undo.tickets.push_back({before.id, before.event, now});
  }
};

GroupEvent eventOf(const std::vector<StoredTicket>& tickets, const Starter& starter,
                   const AgentId& by, Instant now) {
  const auto first = std::min_element(tickets.begin(), tickets.end(),
                                      [](const StoredTicket& a, const StoredTicket& b) {
                                        return std::pair(a.ticket.receivedAt, a.ticket.id.bytes()) <
                                               std::pair(b.ticket.receivedAt, b.ticket.id.bytes());
                                      });
  GroupEvent event;
  event.community = first->ticket.community;
  event.scope = commonPlace(tickets);
  event.category = commonCategory(tickets);
  QString matter = categoryName(starter, event.category);
  if (matter.isEmpty()) matter = first->text.title;
  event.title = (event.scope.isEmpty() ? matter : QString(event.scope % u' ' % matter))
                    .simplified()
                    .left(eventTitleMax);
  event.firstAgent = first->ticket.firstReceiver;
  event.firstAt = first->ticket.receivedAt;
  event.openedBy = by;
  event.openedAt = now;
  return event;
}

Result<EventId> joinEventOf(Workplace& workplace, const Agent& actor, const StoredTicket& draft,
                            const StoredTicket& other, ChangeSet& changes) {
  if (!draft.ticket.community.isNull() && !other.ticket.community.isNull() &&
      draft.ticket.community != other.ticket.community) {
    return EventId();
  }
  EventId id = other.ticket.event;
  if (!id.isNull()) {
    const auto known = EventQueries(workplace.cacheDatabase()).byId(id);
    if (!known && known.error().code != ErrorCode::NotFound) return known.error();
    if (!known || !known->isOpen()) id = EventId();
  }
  if (id.isNull()) {
    GroupEvent event = eventOf({other, draft}, workplace.starter, actor.id, workplace.now());
    if (event.community.isNull()) event.community = draft.ticket.community;
    event.id = EventId::make(*workplace.clock, workplace.random());
    changes.create(groupEventFields(), event.id, event);
    Ticket after = other.ticket;
    after.event = event.id;
    changes.update(ticketFields(), other.ticket.id, other.ticket, after);
    id = event.id;
  }
  const FieldValue value = FieldCodec<EventId>::write(id);
  const auto own = std::find_if(
      changes.entities.begin(), changes.entities.end(), [&](const EntityChange& change) {
        return change.kind == "ticket" && change.id == draft.ticket.id.uuid();
      });
  if (own != changes.entities.end()) {
    std::erase_if(own->fields, [](const auto& one) { return one.first == "event"; });
    own->fields.emplace_back("event", value);
  } else {
    changes.entities.push_back({"ticket", draft.ticket.id.uuid(), {{"event", value}}});
  }
  return id;
}

Result<std::vector<StoredTicket>> EventService::read(const QList<TicketId>& ids) {
  std::vector<StoredTicket> tickets;
  QSet<TicketId> seen;
  if (ids.isEmpty() || ids.size() > ticketsMost) return invalid("tickets");
  CommunityId community;
  for (const TicketId& id : ids) {
    if (seen.contains(id)) continue;
    seen.insert(id);
    if (auto done = m_workplace.reach(id); !done) return done.error();
    auto stored = TicketQueries(m_workplace.cacheDatabase()).byId(id);
    if (!stored) return stored.error();
    const CommunityId& own = stored->ticket.community;
    if (!own.isNull() && !community.isNull() && own != community) return invalid("tickets");
    if (!own.isNull()) community = own;
    tickets.push_back(std::move(*stored));
  }
  return tickets;
}

Result<EventService::Plan> EventService::planned(const EventId&, const event_act::Make& what) {
  const auto tickets = read(what.tickets);
  if (!tickets) return tickets.error();
  Plan plan;
  GroupEvent event = eventOf(*tickets, m_workplace.starter, m_actor.id, m_workplace.now());
  for (const StoredTicket& one : *tickets) {
    if (event.community.isNull()) event.community = one.ticket.community;
  }
  if (!what.title.simplified().isEmpty()) event.title = what.title.simplified();
  if (event.title.size() > eventTitleMax) return invalid("title");
  event.id = EventId::make(*m_workplace.clock, m_workplace.random());
  plan.event = event.id;
  plan.undo.made = event.id;
  plan.changes.create(groupEventFields(), event.id, event);
  for (const StoredTicket& one : *tickets) plan.name(one.ticket, event.id);
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id, const event_act::Put& what) {
  const auto event = EventQueries(m_workplace.cacheDatabase()).byId(id);
  if (!event) return event.error();
  if (!event->isOpen()) return refused("closed");
  const auto tickets = read(what.tickets);
  if (!tickets) return tickets.error();
  Plan plan{id, {}, {}};
  for (const StoredTicket& one : *tickets) {
    const CommunityId& own = one.ticket.community;
    if (!own.isNull() && !event->community.isNull() && own != event->community) {
      return invalid("tickets");
    }
    plan.name(one.ticket, id);
  }
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id,
                                                 const event_act::TakeOut& what) {
  const auto tickets = read(what.tickets);
  if (!tickets) return tickets.error();
  Plan plan{id, {}, {}};
  for (const StoredTicket& one : *tickets) {
    if (one.ticket.event == id) plan.name(one.ticket, EventId());
  }
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id, const event_act::Split& what) {
  const auto event = EventQueries(m_workplace.cacheDatabase()).byId(id);
  if (!event) return event.error();
  const auto members = EventQueries(m_workplace.cacheDatabase()).members(id);
  if (!members) return members.error();
  auto tickets = read(what.tickets);
  if (!tickets) return tickets.error();
  std::erase_if(*tickets, [&id](const StoredTicket& one) { return one.ticket.event != id; });
  // All of it would be the same event under another name.
  if (tickets->empty() || tickets->size() >= members->size()) return invalid("tickets");
  Plan plan;
  GroupEvent made = eventOf(*tickets, m_workplace.starter, m_actor.id, m_workplace.now());
  made.community = event->community;
  made.id = EventId::make(*m_workplace.clock, m_workplace.random());
  plan.event = made.id;
  plan.undo.made = made.id;
  plan.changes.create(groupEventFields(), made.id, made);
  for (const StoredTicket& one : *tickets) plan.name(one.ticket, made.id);
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id, const event_act::Undo& what) {
  Plan plan{id, {}, {}};
  TicketQueries queries(m_workplace.cacheDatabase());
  for (const EventUndo::Former& former : what.what.tickets) {
    if (auto done = m_workplace.reach(former.ticket); !done) return done.error();
    const auto stored = queries.byId(former.ticket);
    if (!stored) return stored.error();
    if (stored->ticket.event != former.after) return refused("moved");
    plan.name(stored->ticket, former.before);
    if (plan.event.isNull() || plan.event == what.what.made) plan.event = former.before;
  }
  if (what.what.made.isNull()) return plan;
  const auto made = EventQueries(m_workplace.cacheDatabase()).byId(what.what.made);
  if (!made) return made.error();
  // An event without tickets that is closed is in no list.
  GroupEvent withdrawn = *made;
  withdrawn.closedAt = m_workplace.now();
  withdrawn.closedBy = m_actor.id;
  plan.changes.update(groupEventFields(), made->id, *made, withdrawn);
  if (plan.event.isNull()) plan.event = made->id;
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id, const event_act::Write& what) {
  const auto event = EventQueries(m_workplace.cacheDatabase()).byId(id);
  if (!event) return event.error();
  GroupEvent after = *event;
  after.title = what.title.simplified();
  after.statement = what.statement.trimmed();
  after.nextNotice = what.nextNotice;
  if (after.title.isEmpty() || after.title.size() > eventTitleMax) return invalid("title");
  if (after.statement.size() > eventStatementMax) return invalid("statement");
  const bool isNewNotice = after.nextNotice && after.nextNotice != event->nextNotice;
  if (isNewNotice && *after.nextNotice <= m_workplace.now()) return invalid("notice");
  if (after.statement != event->statement) {
    after.statementBy = m_actor.id;
    after.approvedBy = AgentId();
    after.approvedAt.reset();
    after.approvedWords.clear();
  }
  Plan plan{id, {}, {}};
  plan.changes.update(groupEventFields(), id, *event, after);
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id, const event_act::Approve&) {
  if (!mayDo(m_actor.role, Deed::ApproveStatement)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  const auto event = EventQueries(m_workplace.cacheDatabase()).byId(id);
  if (!event) return event.error();
  if (event->statement.isEmpty()) return invalid("statement");
  // As for an article: who wrote the words does not answer for them alone.
  if (event->statementBy == m_actor.id) return refused("author");
  GroupEvent after = *event;
  after.approvedBy = m_actor.id;
  after.approvedAt = m_workplace.now();
  after.approvedWords = wordsMark(event->statement);
  Plan plan{id, {}, {}};
  plan.changes.update(groupEventFields(), id, *event, after);
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id, const event_act::Close&) {
  const auto known = view(id);
  if (!known) return known.error();
  const GroupEvent& event = known->event;
  if (!event.isOpen()) return refused("closed");
  const bool isWorkedOn = std::any_of(
      known->members.begin(), known->members.end(),
      [](const EventMember& member) { return member.row.stage < Stage::AwaitingCallback; });
  if (isWorkedOn) return refused("open");
  GroupEvent after = event;
  after.closedAt = m_workplace.now();
  after.closedBy = m_actor.id;
  Plan plan{id, {}, {}};
  plan.changes.update(groupEventFields(), id, event, after);
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id, const event_act::Reopen&) {
  const auto event = EventQueries(m_workplace.cacheDatabase()).byId(id);
  if (!event) return event.error();
  GroupEvent after = *event;
  after.closedAt.reset();
  after.closedBy = AgentId();
  Plan plan{id, {}, {}};
  plan.changes.update(groupEventFields(), id, *event, after);
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId& id, const event_act::Quick& what) {
  const auto event = EventQueries(m_workplace.cacheDatabase()).byId(id);
  if (!event) return event.error();
  if (!event->isOpen()) return refused("closed");
  GroupEvent after = *event;
  const auto error =
      what.isOn ? switchOn(after, m_actor, m_workplace.now()) : switchOff(after, m_actor);
  if (error) return *error;
  Plan plan{id, {}, {}};
  plan.changes.update(groupEventFields(), id, *event, after);
  return plan;
}

Result<EventService::Plan> EventService::planned(const EventId&, const event_act::OpenQuick& what) {
  GroupEvent event;
  event.community = what.community;
  event.title = what.title.simplified();
  if (event.title.isEmpty() || event.title.size() > eventTitleMax) return invalid("title");
  // Nobody has called yet: who opens it answers for it until it is over.
  event.firstAgent = m_actor.id;
  event.firstAt = m_workplace.now();
  event.openedBy = m_actor.id;
  event.openedAt = m_workplace.now();
  if (const auto error = switchOn(event, m_actor, m_workplace.now())) return *error;
  event.id = EventId::make(*m_workplace.clock, m_workplace.random());
  Plan plan{event.id, {}, {}};
  plan.undo.made = event.id;
  plan.changes.create(groupEventFields(), event.id, event);
  return plan;
}

Result<EventView> EventService::act(const EventId& id, const event_act::Any& what) {
  if (!mayDo(m_actor.role, Deed::TakeCall)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  auto plan = std::visit([&](const auto& one) { return planned(id, one); }, what);
  if (!plan) return plan.error();
  if (!plan->changes.isEmpty()) {
    auto done = m_workplace.commit(m_actor.id, QStringLiteral("event"), std::move(plan->changes));
    if (!done) return done.error();
  }
  auto after = view(plan->event);
  if (after && !std::holds_alternative<event_act::Undo>(what)) after->undo = plan->undo;
  return after;
}

Result<EventView> EventService::view(const EventId& id) {
  return EventReader(m_workplace.cacheDatabase(), m_workplace.starter).view(id);
}

Result<EventView> EventReader::view(const EventId& id) {
  const auto event = EventQueries(m_database).byId(id);
  if (!event) return event.error();
  return viewOf(*event);
}

Result<std::vector<EventView>> EventReader::newest(bool isOpenOnly, int limit) {
  const auto events = EventQueries(m_database).newest(isOpenOnly, limit);
  if (!events) return events.error();
  std::vector<EventView> views;
  for (const GroupEvent& event : *events) {
    auto view = viewOf(event);
    if (!view) return view.error();
    const bool isAwaited = event.isQuick() || event.isQuickProposed();
    if (!view->members.empty() || isAwaited) views.push_back(std::move(*view));
  }
  return views;
}

Result<std::vector<QuickEntry>> EventReader::quickEntries(int limit) {
  EventQueries queries(m_database);
  const auto events = queries.newest(true, limit);
  if (!events) return events.error();
  std::vector<QuickEntry> entries;
  for (const GroupEvent& event : *events) {
    if (!event.isQuick() && !event.isQuickProposed()) continue;
    const auto members = queries.members(event.id);
    if (!members) return members.error();
    const auto community = communityName(event.community);
    if (!community) return community.error();
    QuickEntry entry;
    entry.event = EventBrief{event.id,
                             event.title,
                             event.statement,
                             event.isApproved(),
                             event.nextNotice,
                             static_cast<int>(members->size()),
                             true};
    entry.community = event.community;
    entry.communityName = *community;
    entry.scope = event.scope;
    entry.isOn = event.isQuick();
    entry.askedBy = event.quickBy;
    entry.askedName = nameOf(event.quickBy);
    entries.push_back(std::move(entry));
  }
  return entries;
}

Result<QString> EventReader::communityName(const CommunityId& id) {
  if (m_communities.isEmpty()) {
    const auto communities = HouseholdQueries(m_database).communities();
    if (!communities) return communities.error();
    for (const Community& one : *communities) m_communities.insert(one.id, one.name);
  }
  return m_communities.value(id);
}

QString EventReader::nameOf(const AgentId& id) {
  if (!m_agents) {
    auto all = HouseholdQueries(m_database).agents();
    m_agents = all ? std::move(*all) : std::vector<Agent>();
  }
  for (const Agent& one : *m_agents) {
    if (one.id == id) return one.outsideName.isEmpty() ? one.name : one.outsideName;
  }
  return {};
}

Result<EventView> EventReader::viewOf(const GroupEvent& event) {
  EventView view;
  view.event = event;
  view.categoryName = categoryName(m_starter, event.category);
  view.firstName = nameOf(event.firstAgent);
  if (event.isApproved()) view.approvedName = nameOf(event.approvedBy);
  if (!event.quickBy.isNull()) view.quickName = nameOf(event.quickBy);
  if (!event.quickSecond.isNull()) view.quickSecondName = nameOf(event.quickSecond);
  const auto community = communityName(event.community);
  if (!community) return community.error();
  view.communityName = *community;
  const auto members = EventQueries(m_database).members(event.id);
  if (!members) return members.error();
  TicketQueries tickets(m_database);
  QSet<QString> homes;
  for (const TicketId& id : *members) {
    const auto stored = tickets.byId(id);
    if (!stored) return stored.error();
    const auto activities = tickets.activities(stored->row);
    if (!activities) return activities.error();
    EventMember member;
    member.row = queueRowOf(*stored);
    member.contactName = stored->text.contactName;
    member.isFirst = stored->ticket.firstReceiver == event.firstAgent &&
                     stored->ticket.receivedAt == event.firstAt;
    for (const Activity& one : *activities) {
      if (one.kind != ActivityKind::CallbackAttempt || one.isVoid) continue;
      member.callbackResult = one.data[u"result"].toString();
      member.score = one.data[u"score"].toInt();
    }
    member.isQuick = isQuickMade(*activities);
    if (member.isQuick && stored->ticket.stage != Stage::Archived) {
      member.lacks = lackingElements(stored->ticket, stored->text);
    }
    view.bare += member.lacks.isEmpty() ? 0 : 1;
    const QString home = canonicalAddress(parseAddress(stored->text.place));
    homes.insert(home.isEmpty() ? id.text() : home);
    view.open += stored->ticket.stage == Stage::Archived ? 0 : 1;
    view.members.push_back(std::move(member));
  }
  view.homes = static_cast<int>(homes.size());
  return view;
}

}  // namespace yingda
