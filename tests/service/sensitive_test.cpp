// SPDX-License-Identifier: GPL-3.0-or-later
// A sensitive call: who reads it, what others see, and who may take the mark back.
#include "core/domain/sensitive.h"

#include "core/domain/authority.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

TicketId sensitiveTicket(TempStore& store, const char* reason = "press") {
  auto draft = await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  REQUIRE(draft);
  draft->text.request = QStringLiteral("记者来问地库进水的事");
  draft->text.place = QStringLiteral("3栋2单元1502");
  draft->text.contactName = QStringLiteral("王女士");
  draft->text.contactPhone = QStringLiteral("13812341234");
  draft->text.reply = QStringLiteral("由发言人答复您。");
  draft->ticket.sensitive = QString::fromLatin1(reason);
  draft->mark(ActivityKind::Sensitive, store.clock->now(),
              {{QStringLiteral("sensitive"), QString::fromLatin1(reason)}});
  REQUIRE(await(store.backend->save(*draft, SaveIntent::Save)));
  return draft->ticket.id;
}

Agent enterAs(TempStore& store, const char* number, Role role, const QString& department = {}) {
  Agent one;
  one.staffNumber = QString::fromLatin1(number);
  one.name = QStringLiteral("某人");
  one.role = role;
  one.department = department;
  auto added = await(store.backend->addAgent(one, QStringLiteral("123456")));
  REQUIRE(added);
  return *added;
}

}  // namespace

TEST_CASE("a ticket that is not sensitive is read by everybody", "[service][sensitive]") {
  Ticket ticket;
  CHECK(readingOf(ticket, nullptr) == Reading::Whole);
  ticket.sensitive = QStringLiteral("live");
  CHECK(readingOf(ticket, nullptr) == Reading::Closed);
  for (const Role role : allRoles) {
    Agent agent;
    agent.role = role;
    agent.id = AgentId::fromText(QStringLiteral("0190f7a0-0000-7000-8000-00000000000a"));
    INFO(static_cast<int>(role));
    const bool reads = mayDo(role, Deed::ReadSensitive);
    CHECK(readingOf(ticket, &agent) == (reads ? Reading::Whole : Reading::Closed));
    for (AgentId Ticket::*part : {&Ticket::holder, &Ticket::firstReceiver, &Ticket::keeper}) {
      Ticket own = ticket;
      own.*part = agent.id;
      CHECK(readingOf(own, &agent) == Reading::Whole);
    }
    Ticket sent = ticket;
    sent.department = agent.department = QStringLiteral("engineering");
    CHECK(readingOf(sent, &agent) == (reads ? Reading::Whole : Reading::WithoutCaller));
  }
}

TEST_CASE("others see that there is one, and nothing of it, in lists, search and by its number",
          "[service][sensitive]") {
  TempStore store;
  const Agent first = store.signIn();
  const TicketId id = sensitiveTicket(store);
  const auto own = await(store.backend->ticket(id));
  REQUIRE(own);
  CHECK(own->reading == Reading::Whole);
  CHECK(own->text.contactName == QStringLiteral("王女士"));
  const Agent other = enterAs(store, "8099", Role::Agent);
  const Agent leader = enterAs(store, "8098", Role::Supervisor);

  store.backend->enter(other);
  const auto closed = await(store.backend->ticket(id));
  REQUIRE(closed);
  CHECK(closed->reading == Reading::Closed);
  TicketText nothing;
  nothing.id = closed->text.id;
  CHECK(closed->text == nothing);
  for (const Activity& activity : closed->activities) {
    CHECK_FALSE(activity.data.contains(QStringLiteral("number")));
    CHECK_FALSE(activity.data.contains(QStringLiteral("text")));
  }
  CHECK_FALSE(closed->milestones.empty());
  const auto queue = await(store.backend->queue(QueueKind::AllOpen, 10));
  REQUIRE(queue);
  REQUIRE(queue->rows.size() == 1);
  CHECK(queue->rows[0].sensitive == QStringLiteral("press"));
  CHECK(queue->rows[0].title.isEmpty());
  CHECK(queue->rows[0].place.isEmpty());
  SearchQuery query;
  query.text = QStringLiteral("记者");
  query.articles = false;
  CHECK(await(store.backend->search(query))->hits.empty());
  query.text = own->ticket.number;
  const auto byNumber = await(store.backend->search(query));
  REQUIRE(byNumber->hits.size() == 1);
  CHECK(byNumber->hits[0].title.isEmpty());
  // Nothing is done to what cannot be read, but that its owner has called again.
  CHECK(await(store.backend->act(id, act::Progress{QStringLiteral("看过")})).error().code ==
        ErrorCode::Forbidden);
  CHECK(await(store.backend->act(id, act::Urge{QStringLiteral("又来电"), Channel::Phone})));

  store.backend->enter(leader);
  const auto whole = await(store.backend->ticket(id));
  CHECK(whole->text.contactName == QStringLiteral("王女士"));
  query.text = QStringLiteral("记者");
  CHECK(await(store.backend->search(query))->hits.size() == 1);
}

TEST_CASE("marking raises the level and is recorded, taking it back needs the right and a reason",
          "[service][sensitive]") {
  TempStore store;
  const Agent first = store.signIn();
  auto draft = await(store.backend->newDraft({}, store.clock->now()));
  draft->text.request = QStringLiteral("问地库的事");
  REQUIRE(await(store.backend->save(*draft, SaveIntent::Save)));
  const TicketId id = draft->ticket.id;
  Agent agent = first;
  agent.role = Role::Agent;
  store.backend->enter(agent);
  CHECK(await(store.backend->act(id, act::MarkSensitive{QStringLiteral("gossip")})).error().code ==
        ErrorCode::Invalid);
  const auto marked =
      await(store.backend->act(id, act::MarkSensitive{QStringLiteral("recording")}));
  REQUIRE(marked);
  CHECK(marked->ticket.sensitive == QStringLiteral("recording"));
  CHECK(marked->ticket.level == Level::Orange);
  const auto records = [](const TicketView& view, ActivityKind kind) {
    return std::count_if(view.activities.begin(), view.activities.end(),
                         [kind](const Activity& one) { return one.kind == kind; });
  };
  CHECK(records(*marked, ActivityKind::Sensitive) == 1);
  CHECK(records(*marked, ActivityKind::LevelChanged) == 1);
  const act::LiftSensitive lift{QStringLiteral("听错了")};
  CHECK(await(store.backend->act(id, lift)).error().code == ErrorCode::Forbidden);
  Agent leader = first;
  leader.role = Role::Supervisor;
  store.backend->enter(leader);
  CHECK(await(store.backend->act(id, act::LiftSensitive{})).error().code == ErrorCode::Invalid);
  const auto lifted = await(store.backend->act(id, lift));
  REQUIRE(lifted);
  CHECK(lifted->ticket.sensitive.isEmpty());
  CHECK(records(*lifted, ActivityKind::Sensitive) == 2);
  CHECK(await(store.backend->act(id, lift)).error().code == ErrorCode::Refused);
}

TEST_CASE("the leader's floor lists sensitive calls and warned callers whatever their level",
          "[service][sensitive]") {
  TempStore store;
  const Agent first = store.signIn();
  sensitiveTicket(store, "live");
  auto draft = await(store.backend->newDraft({}, store.clock->now()));
  draft->text.request = QStringLiteral("骂人的电话");
  draft->mark(ActivityKind::Warned, store.clock->now(),
              {{QStringLiteral("step"), 1}, {QStringLiteral("seen"), 1}});
  draft->mark(ActivityKind::Warned, store.clock->now(),
              {{QStringLiteral("step"), 2}, {QStringLiteral("seen"), 2}});
  REQUIRE(await(store.backend->save(*draft, SaveIntent::Save)));
  auto calm = await(store.backend->newDraft({}, store.clock->now()));
  calm->text.request = QStringLiteral("灯不亮");
  REQUIRE(await(store.backend->save(*calm, SaveIntent::Save)));
  Agent leader = first;
  leader.role = Role::Supervisor;
  store.backend->enter(leader);
  const auto floor = await(store.backend->floorNow());
  REQUIRE(floor);
  CHECK(floor->urgent.count == 2);
  CHECK(floor->sensitive == 1);
  int warned = 0;
  for (const FloorRow& row : floor->urgent.rows) {
    warned += row.isWarned ? 1 : 0;
    CHECK(row.isWarned == row.sensitive.isEmpty());
    if (row.isWarned) CHECK(row.title == QStringLiteral("骂人的电话"));
  }
  CHECK(warned == 1);
  const auto view = await(store.backend->ticket(draft->ticket.id));
  CHECK(std::count_if(view->activities.begin(), view->activities.end(),
                      [](const Activity& one) { return one.kind == ActivityKind::Warned; }) == 2);
}

TEST_CASE("what was said on earlier tickets stands on the household's card",
          "[service][sensitive]") {
  TempStore store;
  store.signIn();
  const HouseholdCard home = store.addHousehold();
  auto draft = await(store.backend->newDraft({}, store.clock->now()));
  draft->candidate = home.household.id;
  draft->verified = true;
  draft->text.request = QStringLiteral("灯不亮");
  draft->text.reply = QStringLiteral("您的心情我理解，师傅 15:00 前到。");
  REQUIRE(await(store.backend->save(*draft, SaveIntent::Save)));
  const auto card = await(store.backend->householdCard(home.household.id));
  REQUIRE(card);
  CHECK(card->saidBefore == QStringList{draft->text.reply});
}
