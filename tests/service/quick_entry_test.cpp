// SPDX-License-Identifier: GPL-3.0-or-later
// 快录: who may switch it on, what it leaves on a ticket, and what is still to be completed.
#include "core/domain/quick_entry.h"

#include <QSet>
#include <catch2/catch.hpp>

#include "tests/runner/event_acts.h"

using namespace yingda;
using namespace yingda::test;

namespace {

Agent hire(TempStore& store, const char16_t* number, const char16_t* name) {
  Agent agent;
  agent.staffNumber = QString::fromUtf16(number);
  agent.name = QString::fromUtf16(name);
  agent.outsideName = agent.name;
  agent.role = Role::Agent;
  const auto made = await(store.backend->addAgent(agent, QStringLiteral("135790")));
  REQUIRE(made);
  return *made;
}

void become(TempStore& store, const Agent& agent) {
  const auto known = await(store.backend->signInTrusted(agent.staffNumber));
  REQUIRE(known);
  store.backend->enter(*known);
}

TicketView quickTicket(TempStore& store, const QuickEntry& entry, const QString& place) {
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13900001111"), store.backend->clock().now()));
  draft.isQuick = true;
  draft.isShort = true;
  draft.ticket.event = entry.event.id;
  draft.ticket.community = entry.community;
  draft.ticket.category = QStringLiteral("repair.leak.window");
  draft.text.title = QStringLiteral("暴雨进水");
  draft.text.place = place;
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  return saved->view;
}

}  // namespace

TEST_CASE("who leads opens quick entry for a project before the first call", "[service][quick]") {
  TempStore store;
  const Agent leader = store.signIn();
  const CommunityId community = store.addHousehold().household.community;
  const EventView opened =
      acted(store, {}, event_act::OpenQuick{community, QStringLiteral("暴雨/台风")});
  CHECK(opened.event.isQuick());
  CHECK(opened.event.quickBy == leader.id);
  CHECK(opened.event.quickSecond.isNull());
  const auto entries = await(store.backend->quickEntries());
  REQUIRE(entries);
  REQUIRE(entries->size() == 1);
  CHECK(entries->front().isOn);
  CHECK(entries->front().communityName == u"云杉府");
  // It stands in the list although nobody has called yet, and goes when it is taken back.
  CHECK(await(store.backend->events(true))->size() == 1);
  acted(store, opened.event.id, event_act::Undo{opened.undo});
  CHECK(await(store.backend->events(true))->empty());
  CHECK(await(store.backend->quickEntries())->empty());
  CHECK(refusal(store, {}, event_act::OpenQuick{{}, QStringLiteral("台风")}).detail ==
        u"community");
}

TEST_CASE("of two agents the first proposes quick entry and the second confirms",
          "[service][quick]") {
  TempStore store;
  store.signIn();
  const CommunityId community = store.addHousehold().household.community;
  const Agent first = hire(store, u"8031", u"小周");
  const Agent second = hire(store, u"8032", u"小吴");
  const Agent third = hire(store, u"8033", u"小郑");
  become(store, first);
  const EventId id =
      acted(store, {}, event_act::OpenQuick{community, QStringLiteral("暴雨")}).event.id;
  auto entries = await(store.backend->quickEntries());
  REQUIRE(entries->size() == 1);
  CHECK_FALSE(entries->front().isOn);
  CHECK(entries->front().askedName == u"小周");
  CHECK(refusal(store, id, event_act::Quick{true}).detail == u"second");
  become(store, second);
  const EventView on = acted(store, id, event_act::Quick{true});
  CHECK(on.event.isQuick());
  CHECK(on.event.quickBy == first.id);
  CHECK(on.event.quickSecond == second.id);
  CHECK(on.quickSecondName == u"小吴");
  become(store, third);
  CHECK(refusal(store, id, event_act::Quick{false}).detail == u"others");
  become(store, first);
  const EventView off = acted(store, id, event_act::Quick{false});
  CHECK_FALSE(off.event.isQuick());
  CHECK_FALSE(off.event.isQuickProposed());
  CHECK(await(store.backend->quickEntries())->empty());
}

TEST_CASE("a quick ticket says so, is bare until it is completed, and keeps its event",
          "[service][quick]") {
  TempStore store;
  store.signIn();
  const CommunityId community = store.addHousehold().household.community;
  acted(store, {}, event_act::OpenQuick{community, QStringLiteral("暴雨")});
  const QuickEntry entry = await(store.backend->quickEntries())->front();
  const TicketView saved = quickTicket(store, entry, QStringLiteral("云杉府 3-2-801"));
  CHECK(saved.text.title == u"暴雨进水");
  REQUIRE(saved.event);
  CHECK(saved.event->id == entry.event.id);
  REQUIRE(isQuickMade(saved.activities));
  CHECK(saved.activities.front().data[u"quick"].toString() == u"flood");
  EventView event = *await(store.backend->groupEvent(entry.event.id));
  REQUIRE(event.members.size() == 1);
  CHECK(event.members[0].isQuick);
  CHECK(event.members[0].lacks == QStringList{QStringLiteral("time"), QStringLiteral("person")});
  CHECK(event.bare == 1);

  auto completing = await(store.backend->completing(saved.ticket.id));
  REQUIRE(completing);
  CHECK(completing->isSaved);
  CHECK(completing->callerNumber == u"13900001111");
  // Somebody puts it elsewhere while it is being completed: that stays.
  const TicketId other = quickTicket(store, entry, QStringLiteral("云杉府 3-2-901")).ticket.id;
  const EventId apart = acted(store, entry.event.id, event_act::Split{{saved.ticket.id}}).event.id;
  completing->text.contactName = QStringLiteral("王女士");
  completing->ticket.occurredAt = store.backend->clock().now();
  const auto done = await(store.backend->save(*completing, SaveIntent::Save));
  REQUIRE(done);
  CHECK(done->view.ticket.event == apart);
  event = *await(store.backend->groupEvent(apart));
  CHECK(event.members[0].isQuick);
  CHECK(event.members[0].lacks.isEmpty());
  CHECK(event.bare == 0);
  CHECK(await(store.backend->groupEvent(entry.event.id))->members[0].row.id == other);
}

TEST_CASE("a dismissed proposal comes back with the next report, or by the same key",
          "[service][event]") {
  TempStore store;
  store.signIn();
  const auto report = [&store](const char16_t* place) {
    TicketDraft draft = *await(
        store.backend->newDraft(QStringLiteral("13812341234"), store.backend->clock().now()));
    draft.text.request = QStringLiteral("电梯停了，按了没反应");
    draft.text.place = QString::fromUtf16(place);
    draft.ticket.category = QStringLiteral("repair.lift.stopped");
    REQUIRE(await(store.backend->save(draft, SaveIntent::Save)));
    store.clock->advance(std::chrono::minutes(6));
  };
  for (const char16_t* place :
       {u"云杉府 3-2-1502", u"云杉府 3-2-801", u"云杉府 3-2-2204", u"云杉府 3-2-604"}) {
    report(place);
  }
  const auto found = [&store] { return *await(store.backend->proposals()); };
  REQUIRE(found().size() == 1);
  CHECK_FALSE(found().front().isDismissed);
  REQUIRE(await(store.backend->dismissProposal(found().front().tickets, true)));
  CHECK(found().front().isDismissed);
  REQUIRE(await(store.backend->dismissProposal(found().front().tickets, false)));
  CHECK_FALSE(found().front().isDismissed);
  REQUIRE(await(store.backend->dismissProposal(found().front().tickets, true)));
  store.reopen();
  become(store, (*await(store.backend->agents())).front());
  CHECK(found().front().isDismissed);
  report(u"云杉府 3-2-1101");
  CHECK_FALSE(found().front().isDismissed);
}

TEST_CASE("a saved ticket that is tied by its cause stands in one event with the other",
          "[service][tie]") {
  TempStore store;
  store.signIn();
  store.addHousehold();
  QList<TicketId> ids;
  for (const char16_t* place : {u"云杉府 3-2-801", u"云杉府 3-2-901", u"云杉府 3-2-1001"}) {
    TicketDraft draft = *await(
        store.backend->newDraft(QStringLiteral("13812341234"), store.backend->clock().now()));
    draft.text.request = QStringLiteral("家里停水了");
    draft.text.place = QString::fromUtf16(place);
    ids << await(store.backend->save(draft, SaveIntent::Save))->view.ticket.id;
  }
  const auto pair = await(store.backend->tie(ids[1], ids[0], TieKind::Cause));
  REQUIRE(pair);
  REQUIRE(pair->event);
  CHECK(pair->event->tickets == 2);
  const auto third = await(store.backend->tie(ids[1], ids[2], TieKind::Cause));
  REQUIRE(third);
  CHECK(third->event->id == pair->event->id);
  CHECK(third->event->tickets == 3);
}

TEST_CASE("each quick code is a leaf of its own with a digit of its own", "[service][quick]") {
  TempStore store;
  const Starter& starter = store.backend->starter();
  REQUIRE(starter.quickCodes.size() == 6);
  QSet<int> digits;
  for (const QuickCode& code : starter.quickCodes) {
    INFO(code.id.toStdString());
    const Category* category = starter.category(code.category);
    REQUIRE(category);
    CHECK(category->isLeaf);
    CHECK(category->level == code.level);
    CHECK(starter.quickCodeOf(code.category) == &code);
    CHECK(code.digit >= 1);
    CHECK(code.digit <= 9);
    CHECK_FALSE(code.title.isEmpty());
    digits.insert(code.digit);
  }
  CHECK(digits.size() == 6);
}

TEST_CASE("a room of digits alone is read as it is said in a hurry", "[service][quick]") {
  const auto room = [](const char16_t* typed, const char16_t* scope = u"") {
    return quickRoom(QString::fromUtf16(typed), QString::fromUtf16(scope));
  };
  CHECK(room(u"31502") == u"3栋1502");
  CHECK(room(u"321502") == u"3栋2单元1502");
  CHECK(room(u"1502", u"3栋2单元") == u"3栋2单元1502");
  CHECK(room(u"502", u"3栋") == u"3栋502");
  // Without a building a room alone says too little to be made more of.
  CHECK(room(u"1502") == u"1502");
  CHECK(room(u"3-2-1502") == u"3-2-1502");
  CHECK(room(u"13800001111") == u"13800001111");
  CHECK(room(u"地库") == u"地库");
  CHECK(room(u"") == u"");
}
