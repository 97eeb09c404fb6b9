// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket's whole life through the real services: draft, save, dispatch, solve, callback, reopen.
#include <QFile>

#include "core/domain/ticket_number.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

TicketDraft fullDraft(TempStore& store) {
  auto draft = await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  REQUIRE(draft);
  draft->text.request = QStringLiteral("三楼水管井爆了，水已经流到电梯厅，老人在家");
  draft->text.reply = QStringLiteral("先别乘电梯，也别趟积水");
  draft->text.place = QStringLiteral("3栋2单元3层 水管井");
  draft->text.contactName = QStringLiteral("王女士");
  draft->ticket.level = Level::Red;
  draft->ticket.kind = Kind::Repair;
  draft->ticket.category = QStringLiteral("repair.water.burst_common");
  return *draft;
}

const Milestone& milestone(const TicketView& view, const QString& id) {
  for (const Milestone& one : view.milestones) {
    if (one.id == id) return one;
  }
  FAIL("no milestone " << id.toStdString());
  return view.milestones.front();
}

}  // namespace

TEST_CASE("a saved ticket is complete, in the queue, and its clocks run", "[service]") {
  TempStore store;
  store.signIn();
  TicketDraft draft = fullDraft(store);
  REQUIRE(TicketNumber::parse(draft.ticket.number).has_value());
  store.clock->advance(std::chrono::seconds{52});
  draft.mark(ActivityKind::Confirmed, store.clock->now());
  store.clock->advance(std::chrono::seconds{28});
  draft.mark(ActivityKind::Told, store.clock->now());
  const auto saved = await(store.backend->save(draft, SaveIntent::Dispatch));
  REQUIRE(saved);
  CHECK(saved->missing.isEmpty());
  CHECK(saved->view.ticket.stage == Stage::Dispatched);
  CHECK(saved->view.departmentName == QStringLiteral("工程部"));
  CHECK(saved->view.text.title == QStringLiteral("三楼水管井爆了"));
  CHECK(milestone(saved->view, QStringLiteral("M1")).state == MilestoneState::Met);
  CHECK(toIso(*milestone(saved->view, QStringLiteral("onsite")).due) ==
        QStringLiteral("2026-03-11T00:10:12+08:00"));
  const auto page = await(store.backend->queue(QueueKind::NextThing, 50));
  REQUIRE(page);
  REQUIRE(page->rows.size() == 1);
  CHECK(page->rows[0].id == draft.ticket.id);
  CHECK(page->rows[0].nextDue.has_value());
  CHECK(await(store.backend->drafts())->empty());
}

TEST_CASE("dispatching without a place is refused and nothing is written", "[service]") {
  TempStore store;
  store.signIn();
  TicketDraft draft = fullDraft(store);
  draft.text.place.clear();
  const auto answer = await(store.backend->save(draft, SaveIntent::Dispatch));
  REQUIRE(answer);
  CHECK(answer->missing == QList<Missing>{Missing::Place});
  CHECK(await(store.backend->queue(QueueKind::AllOpen, 50))->rows.empty());
  CHECK(await(store.backend->drafts())->size() == 1);
  // Saving asks for nothing.
  CHECK(await(store.backend->save(draft, SaveIntent::Save)));
  CHECK(await(store.backend->queue(QueueKind::AllOpen, 50))->rows.size() == 1);
}

TEST_CASE("an early dispatch keeps the draft, and the later save changes only what differs",
          "[service]") {
  TempStore store;
  const Agent agent = store.signIn();
  TicketDraft draft = fullDraft(store);
  draft.text.contactPhone.clear();
  draft.mark(ActivityKind::Confirmed, store.clock->now());
  const auto early = await(store.backend->save(draft, SaveIntent::EarlyDispatch));
  REQUIRE(early);
  REQUIRE(early->missing.isEmpty());
  CHECK(early->view.ticket.stage == Stage::Dispatched);
  const auto open = await(store.backend->drafts());
  REQUIRE(open->size() == 1);
  CHECK(open->front().isSaved);
  TicketDraft later = open->front();
  later.text.contactPhone = QStringLiteral("13812341234");
  later.ticket.level = Level::Orange;
  const auto saved = await(store.backend->save(later, SaveIntent::Save));
  REQUIRE(saved);
  CHECK(saved->view.ticket.stage == Stage::Dispatched);
  CHECK(saved->view.ticket.firstReceiver == agent.id);
  CHECK(saved->view.text.contactPhone == QStringLiteral("13812341234"));
  int confirmed = 0;
  int levels = 0;
  for (const Activity& activity : saved->view.activities) {
    confirmed += activity.kind == ActivityKind::Confirmed;
    levels += activity.kind == ActivityKind::LevelChanged;
  }
  CHECK(confirmed == 1);
  CHECK(levels == 1);
  CHECK(await(store.backend->drafts())->empty());
}

TEST_CASE("a ticket walks its whole life and reopens into a new cycle", "[service]") {
  TempStore store;
  store.signIn();
  const auto saved = await(store.backend->save(fullDraft(store), SaveIntent::Dispatch));
  REQUIRE(saved);
  const TicketId id = saved->view.ticket.id;
  const auto act = [&](const act::Any& what) {
    store.clock->advance(std::chrono::minutes{7});
    return await(store.backend->act(id, what));
  };
  REQUIRE(act(act::Arrive{})->ticket.stage == Stage::InProgress);
  REQUIRE(act(act::Diagnose{QStringLiteral("立管接头脱开")}));
  CHECK(act(act::Archive{}).error().code == ErrorCode::Refused);
  CHECK(act(act::Solve{QStringLiteral("接头老化"), {}, {}, true}).error().code ==
        ErrorCode::Invalid);
  REQUIRE(act(act::Solve{QStringLiteral("接头老化"), QStringLiteral("已更换接头"), {}, false})
              ->ticket.stage == Stage::AwaitingCallback);
  CHECK(act(act::Archive{}).error().detail == QStringLiteral("confirmation"));
  const auto unsolved = act(act::CallBack{act::CallBack::Result::Unsolved, 2, {}, {}});
  REQUIRE(unsolved);
  CHECK(unsolved->ticket.cycle == 2);
  CHECK(unsolved->ticket.stage == Stage::Accepted);
  CHECK(milestone(*unsolved, QStringLiteral("M1")).metAt == std::nullopt);
  REQUIRE(act(act::Dispatch{QStringLiteral("engineering"), QStringLiteral("张工")}));
  REQUIRE(act(act::Solve{QStringLiteral("接头老化"), QStringLiteral("整段更换"), {}, false}));
  REQUIRE(act(act::CallBack{act::CallBack::Result::Solved, 5, 9, {}})->ticket.stage ==
          Stage::Callback);
  const auto archived = act(act::Archive{});
  REQUIRE(archived);
  CHECK(archived->ticket.stage == Stage::Archived);
  CHECK(await(store.backend->queue(QueueKind::AllOpen, 10))->rows.empty());
  CHECK(act(act::Progress{QStringLiteral("x")}).error().code == ErrorCode::Refused);
  CHECK(act(act::Reopen{QStringLiteral("又漏了")})->ticket.cycle == 3);
}

TEST_CASE("what was saved is there after a restart, and after the cache was destroyed",
          "[service]") {
  TempStore store;
  store.signIn();
  const HouseholdCard card = store.addHousehold();
  TicketDraft draft = fullDraft(store);
  draft.candidate = card.household.id;
  draft.verified = true;
  const auto saved = await(store.backend->save(draft, SaveIntent::Dispatch));
  REQUIRE(saved);
  auto parked = await(store.backend->newDraft(QStringLiteral("13900000000"), store.clock->now()));
  parked->text.request = QStringLiteral("半句话");
  parked->caret = 2;
  parked->focusField = QStringLiteral("ticketForm.request");
  REQUIRE(await(store.backend->saveDraft(*parked)));
  const auto damage = GENERATE(0, 1, 2, 3);
  store.close();
  QFile cache(store.folder() % QStringLiteral("/cache.db"));
  if (damage == 1) REQUIRE(cache.remove());
  if (damage == 2) {
    REQUIRE(cache.open(QIODevice::ReadWrite));
    cache.resize(5000);
  }
  if (damage == 3) {
    REQUIRE(cache.open(QIODevice::WriteOnly | QIODevice::Truncate));
    cache.write(QByteArray(100'000, 'x'));
  }
  cache.close();
  store.reopen();
  REQUIRE(await(store.backend->signIn(QStringLiteral("8021"), QStringLiteral("246810"))));
  const auto view = await(store.backend->ticket(saved->view.ticket.id));
  REQUIRE(view);
  CHECK(view->text == saved->view.text);
  CHECK(view->ticket == saved->view.ticket);
  CHECK(view->activities.size() == saved->view.activities.size());
  CHECK(view->householdAddress == QStringLiteral("云杉府 3栋2单元1502"));
  const auto drafts = await(store.backend->drafts());
  REQUIRE(drafts->size() == 1);
  CHECK(drafts->front() == *parked);
  const auto found =
      await(store.backend->search({QStringLiteral("水管井"), true, true, true, false, 20}));
  REQUIRE(found);
  CHECK(std::any_of(found->hits.begin(), found->hits.end(),
                    [&](const SearchHit& hit) { return hit.id == saved->view.ticket.id.text(); }));
}

TEST_CASE("a wrong PIN, an unknown person and nobody at all are refused", "[service]") {
  TempStore store;
  CHECK(await(store.backend->newDraft({}, store.clock->now())).error().code == ErrorCode::Refused);
  store.signIn();
  CHECK(
      await(store.backend->signIn(QStringLiteral("8021"), QStringLiteral("000000"))).error().code ==
      ErrorCode::WrongPin);
  CHECK(
      await(store.backend->signIn(QStringLiteral("9999"), QStringLiteral("246810"))).error().code ==
      ErrorCode::WrongPin);
  FirstRun second;
  second.name = QStringLiteral("某人");
  second.staffNumber = QStringLiteral("8022");
  second.pin = QStringLiteral("111111");
  CHECK(await(store.backend->setUpStandAlone(second)).error().code == ErrorCode::Refused);
  Agent colleague;
  colleague.name = QStringLiteral("赵青");
  colleague.staffNumber = QStringLiteral("8022");
  const auto added = await(store.backend->addAgent(colleague, QStringLiteral("135790")));
  REQUIRE(added);
  CHECK(added->outsideName == QStringLiteral("小赵"));
  CHECK(await(store.backend->addAgent(colleague, QStringLiteral("135790"))).error().code ==
        ErrorCode::Refused);
  REQUIRE(await(store.backend->signIn(QStringLiteral("8022"), QStringLiteral("135790"))));
  CHECK(store.backend->session()->staffNumber == QStringLiteral("8022"));
  CHECK(await(store.backend->addAgent(colleague, QStringLiteral("135790"))).error().code ==
        ErrorCode::Forbidden);
}

TEST_CASE("a number in any written form finds its household", "[service]") {
  TempStore store;
  store.signIn();
  const HouseholdCard card = store.addHousehold();
  CHECK(card.people.front().politeName == QStringLiteral("王老师"));
  for (const char* written :
       {"13812341234", "+86 138-1234-1234", "138 1234 1234", "０138１２３４1234"}) {
    const auto found = await(store.backend->callerCard(QString::fromUtf8(written)));
    REQUIRE(found);
    REQUIRE(found->households.size() == 1);
    CHECK(found->households[0].household.id == card.household.id);
    CHECK(found->households[0].caller == 0);
  }
  CHECK_FALSE(await(store.backend->callerCard(QStringLiteral("abc")))->understood);
  const auto unknown = await(store.backend->callerCard(QStringLiteral("13999999999")));
  CHECK(unknown->understood);
  CHECK(unknown->households.empty());
  const auto out = await(store.backend->movePersonOut(card.people.front().person.id));
  REQUIRE(out);
  CHECK(out->people.empty());
  CHECK(await(store.backend->callerCard(QStringLiteral("13812341234")))->households.empty());
}

TEST_CASE("a call without a ticket keeps its number and stands in no queue", "[service]") {
  TempStore store;
  store.signIn();
  const auto draft =
      await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  REQUIRE(draft);
  QString code;
  for (const WrapUpCode& row : store.backend->starter().wrapUpCodes) {
    if (row.digit == 5) code = row.id;
  }
  REQUIRE(await(store.backend->wrapUpWithoutTicket(*draft, code, {})));
  CHECK(await(store.backend->queue(QueueKind::AllOpen, 10))->rows.empty());
  CHECK(await(store.backend->drafts())->empty());
  const auto view = await(store.backend->ticketByNumber(draft->ticket.number));
  REQUIRE(view);
  CHECK(view->ticket.stage == Stage::Archived);
}
