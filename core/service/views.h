// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens read: plain values, complete enough to paint without another question.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/assist/report_likeness.h"
#include "core/domain/agent.h"
#include "core/domain/attachment.h"
#include "core/domain/handover.h"
#include "core/domain/household.h"
#include "core/domain/milestones.h"
#include "core/domain/promise.h"
#include "core/domain/sensitive.h"
#include "core/domain/ticket.h"
#include "core/domain/ticket_draft.h"

namespace yingda {

/// Who has a ticket in hand, as the person sees it who looks.
struct HandView {
  enum class State {
    Free,
    Mine,    ///< the server says so, and its lease runs
    Wanted,  ///< wished for here; whether it is granted is not known yet, or not any more
    Theirs,
  };
  State state = State::Free;
  AgentId agent;
  QString name;  ///< 对外称呼
  Instant since{};
  std::optional<Instant> until;  ///< by the server's clock; it is renewed while the holder is here
  QString reason;                ///< a code of claimReasons: it was taken over
  friend bool operator==(const HandView&, const HandView&) = default;
};

/// One line of a queue.
struct QueueRow {
  TicketId id;
  QString number;  ///< digits
  Level level = Level::Yellow;
  Stage stage = Stage::Accepted;
  Kind kind = Kind::Repair;
  int cycle = 1;
  QString title;
  QString place;   ///< 云杉府 3栋2单元1502
  QString holder;  ///< 张工, or the department's name
  Instant receivedAt{};
  std::optional<Instant> nextDue;
  QString nextMilestone;  ///< its id; empty when nothing runs
  bool mine = false;      ///< I hold it or received it first
  QString sensitive;  ///< 敏感来电: its reason; title and place are empty for who may not read
  HandView hand;
  friend bool operator==(const QueueRow&, const QueueRow&) = default;
};

enum class QueueKind { NextThing, Mine, Team, AllOpen };

/// A queue, ordered by next due; rows without a deadline last.
struct QueuePage {
  QueueKind kind = QueueKind::NextThing;
  std::vector<QueueRow> rows;
  int total = 0;  ///< of the kind asked for
  int mine = 0;
  int team = 0;
  int open = 0;
};

/// A ticket or a draft on the sheet of a shift.
struct HandoverLine {
  QueueRow ticket;  ///< of a draft what is known so far, without an id
  DraftId draft;    ///< null: it is a ticket
  HandoverWhat what = HandoverWhat::FollowUp;
  bool isGiven = false;  ///< handed over, and not taken yet
  AgentId to;            ///< null: whoever comes next
  QString toName;        ///< 工号 and 对外称呼; empty for the next shift
  AgentId from;          ///< of what waits for its receiver
  QString fromName;
  Instant madeAt{};
  bool isLeft = false;  ///< nobody was chosen for it
  int promises = 0;     ///< open ones, which go with it
  bool isDraft() const { return !draft.isNull(); }
  QUuid id() const { return isDraft() ? draft.uuid() : ticket.id.uuid(); }
};

/// What a shift leaves.
struct HandoverSheet {
  std::vector<HandoverLine> lines;  ///< urgent, callbacks, what is due within a day, drafts
  std::vector<Agent> colleagues;    ///< who could take them
  int stays = 0;                    ///< tickets of mine that can wait until I am back
};

struct HandoverGift {
  TicketId ticket;
  AgentId to;           ///< null: whoever comes next
  bool isLeft = false;  ///< the shift ends, and nobody was chosen
  DraftId draft = {};   ///< not null: the draft instead of a ticket
};

/// One conversation of the past, for the card.
struct RecentContact {
  Instant at{};
  QString kind;  ///< 来电 上门 去电 …
  QString text;
};

/// A person with the numbers that reach them.
struct PersonCard {
  Person person;
  QString politeName;  ///< 王女士
  QStringList numbers;
};

/// Everything the agent sees of a household before she speaks.
struct HouseholdCard {
  Household household;
  QString communityName;
  QString address;  ///< 云杉府 3栋2单元1502
  std::vector<PersonCard> people;
  std::vector<Welfare> welfare;
  std::vector<Warranty> warranties;
  std::vector<QueueRow> openTickets;
  std::vector<RecentContact> recent;  ///< newest first, at most three
  int contacts90Days = 0;
  QString lastClosedTitle;
  std::optional<Instant> lastClosedAt;
  /// Who of them has the caller's number; -1 when nobody.
  int caller = -1;
  /// The answers on their newest tickets, newest first: what was said to them before.
  QStringList saidBefore = {};
};

/// The answer to a number: the households it belongs to, the likeliest first.
struct CallerCard {
  QString asWritten;
  QString canonical;  ///< empty when it is no number we understand
  bool understood = false;
  std::vector<HouseholdCard> households;
};

/// An attachment, and how far its bytes are from here.
struct AttachmentView {
  enum class Way {
    Here,
    Waiting,  ///< here, and a server does not have it yet; without one this is Here
    Away,     ///< at the seat that attached it, or not fetched yet
    Coming,   ///< being fetched: `percent`
    Damaged,  ///< what lies here is not what was attached; it is told, never shown
  };
  Attachment attachment;
  Way way = Way::Here;
  int percent = 0;  ///< 0 to 99 while it comes
  friend bool operator==(const AttachmentView&, const AttachmentView&) = default;
};

/// What this ticket is to another, and the other one.
struct TieView {
  TieKind kind = TieKind::None;
  bool isOriginal = false;  ///< this one is the earlier of the two
  TicketId ticket;          ///< the other
  QString number;           ///< of the other; empty while it is not here
  QString title;
  QString place;
  Stage stage = Stage::Accepted;
  QString byName;
  Instant at{};
};

/// The event of a ticket, as its page and its form show it.
struct EventBrief {
  EventId id;
  QString title;
  QString statement;        ///< what every owner is told; empty: nobody has written it
  bool isApproved = false;  ///< somebody answers for it
  std::optional<Instant> nextNotice;
  int tickets = 0;
  bool isOpen = true;
  friend bool operator==(const EventBrief&, const EventBrief&) = default;
};

/// What looks like the report that is being written down.
struct LikeAnswer {
  TieKind kind = TieKind::None;  ///< what is proposed: Same, Cause, Related or None
  QueueRow ticket;               ///< the one to be tied to; of one cause the earliest
  Likeness likeness;
  QStringList homes;    ///< of one cause: the other homes that told of it, as canonical addresses
  QString matter;       ///< of one cause: the category's name, when one is chosen
  Milliseconds span{};  ///< of one cause: since the earliest of them
  std::optional<EventBrief> event;  ///< of one cause: the open event that the ticket is in
};

/// A ticket of this seat that may be one with another seat's, written while they could not see each
/// other.
struct DoubleView {
  QueueRow mine;
  QueueRow other;
  Likeness likeness;  ///< its kind is what the program would say
  QString mineRequest;
  QString otherRequest;
  friend bool operator==(const DoubleView&, const DoubleView&) = default;
};

/// What was promised on a ticket, and by whom.
struct PromiseView {
  Promise promise;
  QString byName;  ///< who made it, as said to owners
  friend bool operator==(const PromiseView&, const PromiseView&) = default;
};

/// A ticket with everything its page shows.
struct TicketView {
  Ticket ticket;
  TicketText text;
  QString categoryPath;
  QString departmentName;
  QString householdAddress;
  QString firstReceiverName;
  QString holderLabel;
  HandView hand;
  std::vector<Activity> activities;              ///< oldest first
  std::vector<AttachmentView> attachments = {};  ///< oldest first, without what was taken off
  std::vector<TieView> ties = {};                ///< without those that were taken back
  std::vector<PromiseView> promises = {};        ///< the earliest due first
  std::optional<EventBrief> event = {};          ///< 群诉; also one that is closed
  /// Of the present cycle; none for a ticket that repeats another: its original's run.
  std::vector<Milestone> milestones;
  Instant computedAt{};
  /// A sensitive ticket that is not the reader's: texts, words of the record, ties, promises and
  /// attachments are left out.
  Reading reading = Reading::Whole;
};

/// One hit of the one search box.
struct SearchHit {
  enum class Kind { Household, Ticket, Article, Script, Phrase };
  Kind kind = Kind::Ticket;
  QString id;
  QString title;
  QString detail;
  QString trailing;
  double score = 0;
  Level level = Level::Yellow;
  std::vector<std::pair<int, int>> marks;        ///< start, length in the title
  std::vector<std::pair<int, int>> detailMarks;  ///< start, length in the detail
};

struct SearchQuery {
  /// Words that are filters (未结 我的 昨天, the name of a community) narrow: readSearchFilters.
  QString text;
  bool tickets = true;
  bool households = true;
  bool articles = true;
  bool scripts = false;  ///< call scripts and kind words
  int limit = 20;
};

struct SearchAnswer {
  QString query;
  std::vector<SearchHit> hits;
  double milliseconds = 0;
};

}  // namespace yingda
