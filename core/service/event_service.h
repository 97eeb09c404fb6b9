// SPDX-License-Identifier: GPL-3.0-or-later
// Group events: making one, who belongs to it, what all are told, splitting, taking back.
#pragma once

#include "core/service/event_views.h"
#include "core/service/workplace.h"
#include "core/store/event_queries.h"
#include "core/store/ticket_queries.h"

namespace yingda {

/// Thread: the cache thread.
class EventService {
 public:
  EventService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  /// One operation; of a ticket nothing but the name of its event is written, so that taking an act
  /// back leaves every ticket as it was. `id` is not read by Make.
  /// Errors: Forbidden "role"; Invalid "tickets" (none, or of two communities), "title",
  /// "statement", "notice" (not later than now); Refused "closed", "open" (of Close: a ticket is
  /// still being worked on), "moved" (of Undo: somebody has put a ticket elsewhere since); of Quick
  /// and OpenQuick Invalid "community" (it has none), Refused "second" (the same agent cannot be
  /// both) and "others" (two others have switched it on).
  Result<EventView> act(const EventId& id, const event_act::Any& what);
  Result<EventView> view(const EventId& id);

 private:
  struct Plan;
  Result<std::vector<StoredTicket>> read(const QList<TicketId>& ids);
  Result<GroupEvent> madeOf(const std::vector<StoredTicket>& tickets, const QString& title);
  Result<Plan> planned(const EventId& id, const event_act::Make& what);
  Result<Plan> planned(const EventId& id, const event_act::Put& what);
  Result<Plan> planned(const EventId& id, const event_act::TakeOut& what);
  Result<Plan> planned(const EventId& id, const event_act::Split& what);
  Result<Plan> planned(const EventId& id, const event_act::Undo& what);
  Result<Plan> planned(const EventId& id, const event_act::Write& what);
  Result<Plan> planned(const EventId& id, const event_act::Approve& what);
  Result<Plan> planned(const EventId& id, const event_act::Close& what);
  Result<Plan> planned(const EventId& id, const event_act::Reopen& what);
  Result<Plan> planned(const EventId& id, const event_act::Quick& what);
  Result<Plan> planned(const EventId& id, const event_act::OpenQuick& what);

  Workplace& m_workplace;
  Agent m_actor;
};

/// A new event of these, which must not be empty: where and what they have in common, and who took
/// the first of them. Pure; has no id yet.
GroupEvent eventOf(const std::vector<StoredTicket>& tickets, const Starter& starter,
                   const AgentId& by, Instant now);

/// Adds to the changes of a ticket that is being saved: it joins the event of `other`, or both make
/// one. Answers with the event's id; null when the two have no community in common.
Result<EventId> joinEventOf(Workplace& workplace, const Agent& actor, const StoredTicket& draft,
                            const StoredTicket& other, ChangeSet& changes);

/// Reads events for screens. Thread: that of the database.
class EventReader {
 public:
  EventReader(Database& database, const Starter& starter)
      : m_database(database), m_starter(starter) {}
  Result<EventView> view(const EventId& id);
  /// The newest first, with at least one ticket or quick entry each.
  Result<std::vector<EventView>> newest(bool isOpenOnly, int limit);
  /// The open ones with quick entry, on or proposed, the newest first.
  Result<std::vector<QuickEntry>> quickEntries(int limit);

 private:
  Result<EventView> viewOf(const GroupEvent& event);
  QString nameOf(const AgentId& id);
  Result<QString> communityName(const CommunityId& id);

  Database& m_database;
  const Starter& m_starter;
  std::optional<std::vector<Agent>> m_agents;
  QHash<CommunityId, QString> m_communities;
};

}  // namespace yingda
