// SPDX-License-Identifier: GPL-3.0-or-later
// The services refuse what the role may not do, and keep whom to telephone.
#include "core/domain/authority.h"

#include <QFile>

#include "core/service/ticket_rules.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

Agent asRole(TempStore& store, const Agent& one, Role role) {
  Agent agent = one;
  agent.role = role;
  store.backend->enter(agent);
  return agent;
}

std::vector<act::Any> everyAct() {
  const QString text = QStringLiteral("原因");
  return {act::Dispatch{QStringLiteral("engineering"), {}},
          act::Return{text},
          act::Confirm{},
          act::Tell{},
          act::Diagnose{text},
          act::Inform{text},
          act::Arrive{},
          act::Progress{text},
          act::Urge{text, Channel::Phone},
          act::Pause{QStringLiteral("parts"), std::nullopt},
          act::Resume{},
          act::Solve{text, text, {}, true},
          act::CallBack{},
          act::Archive{},
          act::Reopen{text},
          act::ChangeLevel{Level::Red, text},
          act::ChangeKind{Kind::Complaint, text},
          act::ChangeCategory{QStringLiteral("repair.water.burst_common")},
          act::OutsideCall{QStringLiteral("duty"), text},
          act::Reveal{QStringLiteral("callback")},
          act::MarkSensitive{QStringLiteral("press")},
          act::LiftSensitive{text}};
}

TicketId savedTicket(TempStore& store) {
  auto draft = await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
  REQUIRE(draft);
  draft->text.request = QStringLiteral("水管井爆了");
  draft->text.place = QStringLiteral("3栋");
  draft->occurredWords = QStringLiteral("就那天半夜");
  REQUIRE(await(store.backend->save(*draft, SaveIntent::Save)));
  return draft->ticket.id;
}

}  // namespace

TEST_CASE("every act is refused to every role that may not do it, and nothing is written",
          "[service]") {
  TempStore store;
  const Agent first = store.signIn();
  const TicketId ticket = savedTicket(store);
  const auto before = await(store.backend->ticket(ticket));
  REQUIRE(before);
  for (const Role role : allRoles) {
    asRole(store, first, role);
    for (const act::Any& what : everyAct()) {
      if (mayDo(role, deedOf(what))) continue;
      INFO(static_cast<int>(role) << " act " << what.index());
      CHECK(await(store.backend->act(ticket, what)).error().code == ErrorCode::Forbidden);
    }
  }
  const auto after = await(store.backend->ticket(ticket));
  CHECK(after->activities.size() == before->activities.size());
  CHECK(everyAct().size() == std::variant_size_v<act::Any>);
}

TEST_CASE("who trains takes no call, saves nothing and edits no household", "[service]") {
  TempStore store;
  const Agent first = store.signIn();
  const HouseholdCard home = store.addHousehold();
  auto draft = await(store.backend->newDraft({}, store.clock->now()));
  REQUIRE(draft);
  for (const Role role : {Role::Trainer, Role::Quality, Role::Handler}) {
    asRole(store, first, role);
    CHECK(await(store.backend->newDraft({}, store.clock->now())).error().code ==
          ErrorCode::Forbidden);
    CHECK(await(store.backend->saveDraft(*draft)).error().code == ErrorCode::Forbidden);
    CHECK(await(store.backend->save(*draft, SaveIntent::Save)).error().code ==
          ErrorCode::Forbidden);
    CHECK(await(store.backend->setCareTags(home.household.id, {CareTag::Pet})).error().code ==
          ErrorCode::Forbidden);
  }
  store.backend->lock();
  CHECK(await(store.backend->save(*draft, SaveIntent::Save)).error().code == ErrorCode::Refused);
  CHECK(await(store.backend->dropDraft(draft->id)).error().code == ErrorCode::Refused);
}

TEST_CASE("words about the time that nobody could read stand in the history once", "[service]") {
  TempStore store;
  store.signIn();
  auto draft = await(store.backend->newDraft({}, store.clock->now()));
  REQUIRE(draft);
  draft->text.request = QStringLiteral("水管井爆了");
  draft->text.place = QStringLiteral("3栋");
  draft->ticket.category = QStringLiteral("repair.water.burst_common");
  draft->occurredWords = QStringLiteral("就那天半夜");
  const auto early = await(store.backend->save(*draft, SaveIntent::EarlyDispatch));
  REQUIRE(early);
  REQUIRE(early->missing.isEmpty());
  const auto saved = await(store.backend->save(early->draft, SaveIntent::Save));
  REQUIRE(saved);
  int said = 0;
  for (const Activity& activity : saved->view.activities) {
    said += activity.data[u"occurred"].toString() == QStringLiteral("就那天半夜");
  }
  CHECK(said == 1);
}

TEST_CASE("a pause of the list is stored as its code, other reasons as they were said",
          "[service]") {
  TempStore store;
  store.signIn();
  const TicketId ticket = savedTicket(store);
  act::Pause pause{QStringLiteral("等配件"), std::nullopt, QStringLiteral("角阀")};
  const auto has = [](const TicketView& view, const QString& reason, const QString& text) {
    return std::any_of(view.activities.begin(), view.activities.end(), [&](const Activity& one) {
      return one.kind == ActivityKind::Pause && one.data[u"reason"].toString() == reason &&
             one.data[u"text"].toString() == text;
    });
  };
  const auto paused = await(store.backend->act(ticket, pause));
  REQUIRE(paused);
  CHECK(has(*paused, QStringLiteral("parts"), QStringLiteral("角阀")));
  const act::Pause own{QStringLiteral("台风停工"), std::nullopt};
  const auto other = await(store.backend->act(ticket, own));
  REQUIRE(other);
  CHECK(has(*other, QStringLiteral("台风停工"), {}));
}

TEST_CASE("whom to telephone is filled in by who leads, and outlives cache and restart",
          "[service]") {
  TempStore store;
  const Agent first = store.signIn();
  const HouseholdCard home = store.addHousehold();
  DutyContact engineer;
  engineer.community = home.household.community;
  engineer.kind = dutyKind();
  engineer.name = QStringLiteral("张师傅");
  engineer.number = QStringLiteral("139 0000 1111");
  engineer.fromMinute = 18 * 60;
  engineer.toMinute = 8 * 60;
  DutyContact gas;
  gas.kind = store.backend->starter().outsideNumbers.back().id;
  gas.number = QStringLiteral("96777");
  asRole(store, first, Role::Agent);
  CHECK(await(store.backend->saveDutyContacts({engineer})).error().code == ErrorCode::Forbidden);
  asRole(store, first, Role::Supervisor);
  DutyContact wrong = gas;
  wrong.number = QStringLiteral("找班长");
  const auto refused = await(store.backend->saveDutyContacts({engineer, wrong}));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().detail == QStringLiteral("number 1"));
  CHECK(await(store.backend->dutyContacts())->empty());
  REQUIRE(await(store.backend->saveDutyContacts({engineer, gas})));
  const auto operations = await(store.backend->verify())->operations;
  // The same lines once more are no change.
  REQUIRE(await(store.backend->saveDutyContacts({engineer, gas})));
  CHECK(await(store.backend->verify())->operations == operations);
  store.close();
  REQUIRE(QFile::remove(store.folder() % QStringLiteral("/cache.db")));
  store.reopen();
  store.backend->enter(first);
  REQUIRE(await(store.backend->verify())->behind == 0);
  auto rows = await(store.backend->dutyContacts());
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  const DutyContact* now = dutyEngineer(*rows, home.household.community, store.clock->now());
  REQUIRE(now);
  CHECK(now->number == QStringLiteral("13900001111"));
  engineer.number.clear();
  rows = await(store.backend->saveDutyContacts({engineer}));
  REQUIRE(rows);
  CHECK(rows->size() == 1);
}
