// SPDX-License-Identifier: GPL-3.0-or-later
// A group event as the screens read it, and what may be done to one.
#pragma once

#include <QList>
#include <variant>

#include "core/assist/group_radar.h"
#include "core/domain/group_event.h"
#include "core/service/views.h"

namespace yingda {

/// A ticket of an event; its callback and its satisfaction are its own.
struct EventMember {
  QueueRow row;
  QString contactName;  ///< as spoken: 王女士
  QString
      callbackResult;  ///< of the last callback: solved, unsolved, unreachable, declined; or empty
  int score = 0;       ///< 1 to 5; 0: not given
  bool isFirst = false;  ///< its receiver is the one who was asked first
  bool isQuick = false;  ///< written down by quick entry
  /// Of a quick one that is not archived: which of the five elements it lacks; see lackingElements.
  QStringList lacks;
  friend bool operator==(const EventMember&, const EventMember&) = default;
};

/// What taking an act back needs: which event each ticket named before, and which event the act
/// made. Empty: there is nothing to take back.
struct EventUndo {
  struct Former {
    TicketId ticket;
    EventId before;
    EventId after;
    friend bool operator==(const Former&, const Former&) = default;
  };
  std::vector<Former> tickets;
  EventId made;  ///< null: the act made none
  bool isEmpty() const { return tickets.empty() && made.isNull(); }
  friend bool operator==(const EventUndo&, const EventUndo&) = default;
};

/// An event with everything its page shows.
struct EventView {
  GroupEvent event;
  QString communityName;
  QString categoryName;
  QString firstName;                 ///< 首问负责人, as said to owners
  QString approvedName;              ///< empty while nobody answers for the statement
  std::vector<EventMember> members;  ///< in the order of receipt
  int homes = 0;                     ///< different ones
  int open = 0;                      ///< members that are not archived
  int bare = 0;                      ///< members that quick entry left with something to complete
  QString quickName;                 ///< who switched quick entry on, or proposed it
  QString quickSecondName;
  EventUndo undo;  ///< of the act that gave this view
  friend bool operator==(const EventView&, const EventView&) = default;
};

/// What the radar would make an event of.
struct EventProposal {
  GroupFinding finding;
  QList<TicketId> tickets;  ///< in the order of receipt
  EventId into;             ///< the open event that some of them are in already; null: none
  QString title;            ///< of the matter: the category's name, or the first ticket's title
  QString project;
  bool isDismissed = false;  ///< somebody at this seat has said that it is none
  friend bool operator==(const EventProposal&, const EventProposal&) = default;
};

/// Where calls are written down by quick entry, or somebody has proposed it.
struct QuickEntry {
  EventBrief event;
  CommunityId community;
  QString communityName;
  QString scope;      ///< of the event: 3栋2单元; empty: all of the project
  bool isOn = false;  ///< else a second agent has to say so too
  AgentId askedBy;
  QString askedName;  ///< as said to owners
  friend bool operator==(const QuickEntry&, const QuickEntry&) = default;
};

namespace event_act {

/// A new event of these tickets.
struct Make {
  QList<TicketId> tickets;
  QString title;  ///< empty: the matter and the place of the tickets
};
/// Into the event; from another one, if they are in one.
struct Put {
  QList<TicketId> tickets;
};
/// Out of it.
struct TakeOut {
  QList<TicketId> tickets;
};
/// These tickets of it become an event of their own.
struct Split {
  QList<TicketId> tickets;
};
/// Each ticket names again what it named before; the event that was made is withdrawn.
struct Undo {
  EventUndo what;
};
/// Other words need approval again.
struct Write {
  QString title;
  QString statement;
  std::optional<Instant> nextNotice;
};
struct Approve {};
struct Close {};
struct Reopen {};
/// 快录 for the event's project: on at once from who leads, else proposed, and on when another
/// agent says so too; off from who leads and from either of the two.
struct Quick {
  bool isOn = true;
};
/// An event for quick entry before its first report; `id` is not read.
struct OpenQuick {
  CommunityId community;
  QString title;
};
using Any =
    std::variant<Make, Put, TakeOut, Split, Undo, Write, Approve, Close, Reopen, Quick, OpenQuick>;

}  // namespace event_act

}  // namespace yingda
