// SPDX-License-Identifier: GPL-3.0-or-later
// Views are built whole on the reading thread, so that the UI thread only paints.
#include "core/service/view_builder.h"

#include <algorithm>

#include "core/domain/ticket_milestones.h"
#include "core/domain/ticket_number.h"
#include "core/service/like_service.h"
#include "core/text/phone.h"

namespace yingda {

namespace {

// One number seldom has more households; an investor with more sees the likeliest.
constexpr int householdsPerNumber = 9;
constexpr int openTicketsOnCard = 9;
constexpr int recentOnCard = 3;

QString recentKind(const Activity& activity) {
  switch (activity.kind) {
    case ActivityKind::Contact:
      return QStringLiteral("来电");
    case ActivityKind::Arrived:
      return QStringLiteral("上门");
    default:
      return QStringLiteral("去电");
  }
}

/// Asks the folder only: a few names looked up, nothing read.
void markWay(const BlobFolder& blobs, AttachmentView& shown) {
  using Way = AttachmentView::Way;
  const Blob blob{shown.attachment.sha256, shown.attachment.bytes};
  if (blobs.has(blob.sha256)) {
    shown.way = blobs.isOwed(blob.sha256) ? Way::Waiting : Way::Here;
  } else if (const int chunks = blobs.received(blob.sha256); chunks > 0) {
    shown.way = Way::Coming;
    shown.percent = std::min(99, chunks * 100 / blobs.chunksOf(blob));
  } else if (blobs.isDamaged(blob.sha256)) {
    shown.way = Way::Damaged;
  }
}

}  // namespace

QueueRow ViewBuilder::row(const StoredTicket& stored, const AgentId& me) const {
  QueueRow row;
  const Ticket& ticket = stored.ticket;
  row.id = ticket.id;
  row.number = ticket.number;
  row.level = ticket.level;
  row.stage = ticket.stage;
  row.kind = ticket.kind;
  row.cycle = ticket.cycle;
  if (reading(ticket) != Reading::Closed) {
    row.title = stored.text.title;
    row.place = stored.text.place;
  }
  row.sensitive = ticket.sensitive;
  const Department* department = m_starter.department(ticket.department);
  row.holder = !ticket.holderName.isEmpty() ? ticket.holderName
               : department                 ? department->name
                                            : QString();
  row.receivedAt = ticket.receivedAt;
  row.nextDue = stored.nextDue;
  row.nextMilestone = stored.nextMilestone;
  row.mine =
      !me.isNull() && (ticket.holder == me || (ticket.holder.isNull() && keeperOf(ticket) == me));
  return row;
}

HandView ViewBuilder::hand(const Claim& claim) {
  HandView view = handOf(claim, m_me, m_hands, m_now);
  if (view.state == HandView::State::Free) return view;
  view.name = nameOf(claim.agent);
  return view;
}

QString ViewBuilder::nameOf(const AgentId& id) {
  if (!m_agents) {
    auto all = m_households.agents();
    m_agents = all ? std::move(*all) : std::vector<Agent>();
  }
  for (const Agent& one : *m_agents) {
    if (one.id == id) return one.outsideName.isEmpty() ? one.name : one.outsideName;
  }
  return {};
}

Result<void> ViewBuilder::addPromises(TicketView& view) {
  const auto promises = m_promises.of(view.ticket.id);
  if (!promises) return promises.error();
  for (const Promise& promise : *promises) {
    view.promises.push_back({promise, nameOf(promise.madeBy)});
  }
  return {};
}

Result<void> ViewBuilder::addTies(TicketView& view) {
  const TicketId& me = view.ticket.id;
  const auto ties = m_ties.of(me);
  if (!ties) return ties.error();
  for (const Tie& tie : *ties) {
    if (tie.kind == TieKind::None || tie.kind == TieKind::Apart) continue;
    TieView shown{tie.kind, tie.original == me, {}, {}, {}, {}, {}, nameOf(tie.by), tie.at};
    shown.ticket = shown.isOriginal ? tie.other : tie.original;
    const auto other = m_tickets.byId(shown.ticket);
    if (!other && other.error().code != ErrorCode::NotFound) return other.error();
    if (other) {
      const TicketText text = readable(other->text, reading(other->ticket));
      shown.number = other->ticket.number;
      shown.title = text.title;
      shown.place = text.place;
      shown.stage = other->ticket.stage;
    }
    if (tie.kind == TieKind::Same && !shown.isOriginal) view.milestones.clear();
    view.ties.push_back(std::move(shown));
  }
  return {};
}

Result<void> ViewBuilder::markHands(std::vector<QueueRow>& rows) {
  const auto claims = m_claims.standing(m_me, m_now + m_hands.clockOffset);
  if (!claims) return claims.error();
  if (claims->empty()) return {};
  QHash<QUuid, const Claim*> byTicket;
  for (const Claim& claim : *claims) byTicket.insert(claim.ticket.uuid(), &claim);
  for (QueueRow& row : rows) {
    if (const Claim* claim = byTicket.value(row.id.uuid())) row.hand = hand(*claim);
  }
  return {};
}

Result<QueuePage> ViewBuilder::queue(QueueKind kind, const std::optional<Agent>& me, int limit) {
  const AgentId id = me ? me->id : AgentId();
  const QString department = me ? me->department : QString();
  // A hotline agent's team is the hotline: what no department holds yet, and what hers does.
  QueueFilter filter = QueueFilter::All;
  if (kind == QueueKind::Mine || kind == QueueKind::NextThing) filter = QueueFilter::Mine;
  if (kind == QueueKind::Team) filter = QueueFilter::Team;
  const auto counts = m_tickets.counts(id, department);
  if (!counts) return counts.error();
  const auto stored = m_tickets.queue(filter, id, department, limit);
  if (!stored) return stored.error();
  QueuePage page;
  page.kind = kind;
  page.open = counts->open;
  page.mine = counts->mine;
  page.team = counts->team;
  page.total = filter == QueueFilter::All    ? counts->open
               : filter == QueueFilter::Mine ? counts->mine
                                             : counts->team;
  page.rows.reserve(stored->size());
  for (const StoredTicket& ticket : *stored) page.rows.push_back(row(ticket, id));
  if (auto marked = markHands(page.rows); !marked) return marked.error();
  return page;
}

TicketView ViewBuilder::ticketOf(const Ticket& ticket, const TicketText& text,
                                 std::vector<Activity> activities) {
  TicketView view;
  view.ticket = ticket;
  view.text = text;
  if (const Category* category = m_starter.category(ticket.category)) {
    view.categoryPath = category->path;
  }
  if (const Department* department = m_starter.department(ticket.department)) {
    view.departmentName = department->name;
  }
  view.holderLabel = ticket.holderName.isEmpty()
                         ? view.departmentName
                         : QString(view.departmentName % u' ' % ticket.holderName).trimmed();
  for (const Activity& activity : activities) {
    if (activity.kind == ActivityKind::Contact) {
      view.firstReceiverName = activity.byName;
      break;
    }
  }
  view.milestones = m_engine.milestones(milestoneInputOf(ticket, activities, m_starter), m_now);
  for (Attachment& one : attachmentsOf(activities)) {
    AttachmentView shown{std::move(one), AttachmentView::Way::Away, 0};
    if (m_blobs) markWay(*m_blobs, shown);
    view.attachments.push_back(std::move(shown));
  }
  view.activities = std::move(activities);
  view.computedAt = m_now;
  return view;
}

Result<TicketView> ViewBuilder::ticket(const StoredTicket& stored) {
  auto activities = m_tickets.activities(stored.row);
  if (!activities) return activities.error();
  TicketView view = ticketOf(stored.ticket, stored.text, std::move(*activities));
  const auto claim = m_claims.of(stored.ticket.id);
  if (!claim) return claim.error();
  if (*claim) view.hand = hand(**claim);
  if (auto done = addTies(view); !done) return done.error();
  if (auto done = addPromises(view); !done) return done.error();
  if (!view.ticket.event.isNull()) {
    auto event = eventBrief(m_database, view.ticket.event);
    if (!event) return event.error();
    view.event = std::move(*event);
  }
  if (!stored.ticket.household.isNull()) {
    const auto household = m_households.byId(stored.ticket.household);
    if (household) {
      view.householdAddress =
          QString(household->communityName % u' ' % household->household.address).trimmed();
    }
  }
  close(view);
  return view;
}

void ViewBuilder::close(TicketView& view) const {
  view.reading = reading(view.ticket);
  if (view.reading == Reading::Whole) return;
  view.text = readable(view.text, view.reading);
  view.householdAddress.clear();
  view.promises.clear();
  view.ties.clear();
  view.attachments.clear();
  // What was done and when moves the clocks and stays; the words are about the caller.
  for (Activity& activity : view.activities) {
    QJsonObject left;
    for (const char* key : {"from", "to", "department", "cycle", "result", "until", "reason"}) {
      const QJsonValue value = activity.data[QLatin1String(key)];
      const bool isWords = activity.kind != ActivityKind::StageChanged &&
                           activity.kind != ActivityKind::LevelChanged && value.isString() &&
                           QLatin1String(key) == QLatin1String("reason");
      if (!value.isUndefined() && !isWords) left.insert(QLatin1String(key), value);
    }
    activity.data = left;
  }
}

QStringList ViewBuilder::saidOn(const std::vector<StoredTicket>& tickets) const {
  QStringList said;
  for (const StoredTicket& one : tickets) {
    const QString reply = readable(one.text, reading(one.ticket)).reply.trimmed();
    if (!reply.isEmpty()) said << reply;
  }
  return said;
}

Result<TicketView> ViewBuilder::ticket(const TicketId& id) {
  const auto stored = m_tickets.byId(id);
  if (!stored) return stored.error();
  return ticket(*stored);
}

Result<TicketView> ViewBuilder::ticketByNumber(const QString& number) {
  const auto parsed = TicketNumber::parse(number);
  if (!parsed) return Error{ErrorCode::Invalid, QStringLiteral("number")};
  const auto stored = m_tickets.byNumber(parsed->digits());
  if (!stored) return stored.error();
  return ticket(*stored);
}

Result<Account> ViewBuilder::account(const TicketId& id, const QString& milestoneId) {
  const auto stored = m_tickets.byId(id);
  if (!stored) return stored.error();
  const auto activities = m_tickets.activities(stored->row);
  if (!activities) return activities.error();
  return m_engine.account(milestoneInputOf(stored->ticket, *activities, m_starter), milestoneId,
                          m_now);
}

Result<std::vector<PersonCard>> ViewBuilder::peopleOf(const StoredHousehold& stored) {
  std::vector<PersonCard> cards;
  for (const Person& person : stored.people) {
    PersonCard card{person, politeName(person), {}};
    for (const ContactPoint& point : stored.contactPoints) {
      if (point.person == person.id) card.numbers << point.number;
    }
    cards.push_back(std::move(card));
  }
  return cards;
}

void ViewBuilder::addRecent(const HouseholdId& id, HouseholdCard& card) {
  const Instant since = m_now - std::chrono::days{90};
  const auto contacts = m_tickets.contactsOfHousehold(id, since, 200);
  if (!contacts) return;
  for (const Activity& activity : *contacts) {
    if (activity.kind == ActivityKind::Contact) ++card.contacts90Days;
    if (card.recent.size() < recentOnCard) {
      const auto stored = m_tickets.byId(activity.ticket);
      const QString said = activity.data[u"text"].toString();
      const bool isOpenToMe = stored && reading(stored->ticket) == Reading::Whole;
      if (stored && !isOpenToMe) continue;
      const QString title = stored ? stored->text.title : QString();
      card.recent.push_back({activity.at, recentKind(activity),
                             said.isEmpty() ? title : QString(title % u'：' % said)});
    }
  }
}

Result<HouseholdCard> ViewBuilder::household(const HouseholdId& id, const QString& callerNumber) {
  auto stored = m_households.byId(id);
  if (!stored) return stored.error();
  HouseholdCard card;
  auto people = peopleOf(*stored);
  if (!people) return people.error();
  card.people = std::move(*people);
  card.household = stored->household;
  card.communityName = stored->communityName;
  card.address = QString(stored->communityName % u' ' % stored->household.address).trimmed();
  card.welfare = std::move(stored->welfare);
  card.warranties = std::move(stored->warranties);
  for (size_t i = 0; i < card.people.size(); ++i) {
    if (!callerNumber.isEmpty() && card.people[i].numbers.contains(callerNumber)) {
      card.caller = static_cast<int>(i);
      break;
    }
  }
  const auto open = m_tickets.ofHousehold(id, true, openTicketsOnCard);
  if (!open) return open.error();
  for (const StoredTicket& ticket : *open) card.openTickets.push_back(row(ticket, AgentId()));
  const auto latest = m_tickets.ofHousehold(id, false, openTicketsOnCard);
  if (latest) {
    card.saidBefore = saidOn(*latest);
    for (const StoredTicket& ticket : *latest) {
      const bool isClosedToMe = reading(ticket.ticket) != Reading::Whole;
      if (ticket.ticket.stage != Stage::Archived || isClosedToMe) continue;
      card.lastClosedTitle = ticket.text.title;
      card.lastClosedAt = ticket.ticket.receivedAt;
      break;
    }
  }
  addRecent(id, card);
  return card;
}

Result<CallerCard> ViewBuilder::caller(const QString& number) {
  CallerCard card;
  card.asWritten = number.left(200);
  const auto phone = parsePhone(number);
  if (!phone) return card;
  card.understood = true;
  card.canonical = phone->canonical;
  const auto ids = m_households.byNumber(phone->canonical, householdsPerNumber);
  if (!ids) return ids.error();
  for (const HouseholdId& id : *ids) {
    auto household = this->household(id, phone->canonical);
    if (household) card.households.push_back(std::move(*household));
  }
  // Open tickets first, then the household that called most: that is most likely why they call.
  std::stable_sort(card.households.begin(), card.households.end(),
                   [](const HouseholdCard& a, const HouseholdCard& b) {
                     if (a.openTickets.size() != b.openTickets.size()) {
                       return a.openTickets.size() > b.openTickets.size();
                     }
                     return a.contacts90Days > b.contacts90Days;
                   });
  return card;
}

}  // namespace yingda
