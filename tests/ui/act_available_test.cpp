// SPDX-License-Identifier: GPL-3.0-or-later
// Which acts a ticket allows at each stage of its life.
#include "ui/desk/act_available.h"

#include <algorithm>

#include "tests/ui/form_samples.h"
#include "ui/kit/key_table.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

TicketView viewAt(Stage stage, std::initializer_list<ActivityKind> done = {}) {
  TicketView view;
  view.ticket.id = sample::idOf<TicketTag>(1);
  view.ticket.stage = stage;
  view.computedAt = sample::now();
  if (stage != Stage::Accepted) view.ticket.department = QStringLiteral("engineering");
  int minute = 0;
  for (const ActivityKind kind : done) {
    Activity activity;
    activity.kind = kind;
    activity.at = sample::now() - std::chrono::minutes(60 - minute++);
    view.activities.push_back(activity);
  }
  return view;
}

bool offers(const TicketView& view, Deed kind) {
  const auto acts = availableActs(view);
  return std::any_of(acts.begin(), acts.end(),
                     [kind](const ActOffer& offer) { return offer.kind == kind; });
}

}  // namespace

TEST_CASE("each stage recommends what brings the ticket on", "[act]") {
  using K = ActivityKind;
  const TicketView accepted = viewAt(Stage::Accepted);
  CHECK(availableActs(accepted).front().kind == Deed::Dispatch);
  CHECK(availableActs(viewAt(Stage::Dispatched, {K::Dispatched})).front().kind == Deed::Arrive);
  CHECK(availableActs(viewAt(Stage::InProgress, {K::Dispatched, K::Arrived})).front().kind ==
        Deed::Inform);
  CHECK(availableActs(viewAt(Stage::InProgress, {K::Arrived, K::Informed})).front().kind ==
        Deed::Solve);
  CHECK(availableActs(viewAt(Stage::AwaitingCallback, {K::Solved})).front().kind == Deed::CallBack);
  CHECK(availableActs(viewAt(Stage::Archived, {K::Archived})).front().kind == Deed::Reopen);
}

TEST_CASE("one act is recommended while there is work, and none stands twice", "[act]") {
  for (const Stage stage : allStages) {
    const auto acts = availableActs(viewAt(stage));
    CHECK(std::count_if(acts.begin(), acts.end(), [](const ActOffer& offer) {
            return offer.isNext;
          }) == (stage == Stage::Archived ? 0 : 1));
    for (const ActOffer& offer : acts) {
      CHECK_FALSE(offer.text.isEmpty());
      CHECK(std::count_if(acts.begin(), acts.end(),
                          [&](const ActOffer& other) { return other.kind == offer.kind; }) == 1);
    }
  }
}

TEST_CASE("what was done is not offered again, and is after a reopening", "[act]") {
  using K = ActivityKind;
  CHECK(offers(viewAt(Stage::Accepted), Deed::Confirm));
  CHECK_FALSE(offers(viewAt(Stage::Accepted, {K::Confirmed}), Deed::Confirm));
  CHECK(offers(viewAt(Stage::Accepted, {K::Confirmed, K::Reopened}), Deed::Confirm));
  CHECK_FALSE(offers(viewAt(Stage::Accepted), Deed::Return));
  CHECK(offers(viewAt(Stage::Dispatched), Deed::Return));
  CHECK_FALSE(offers(viewAt(Stage::Archived), Deed::Urge));
  CHECK(offers(viewAt(Stage::AwaitingCallback), Deed::Urge));
}

TEST_CASE("the archive opens only when the owner has confirmed", "[act]") {
  TicketView view = viewAt(Stage::AwaitingCallback, {ActivityKind::Solved});
  CHECK_FALSE(offers(view, Deed::Archive));
  view.activities.back().data.insert(QStringLiteral("confirmed"), true);
  CHECK(offers(view, Deed::Archive));
  TicketView called =
      viewAt(Stage::Callback, {ActivityKind::Solved, ActivityKind::CallbackAttempt});
  called.activities.back().data.insert(QStringLiteral("result"), QStringLiteral("solved"));
  CHECK(availableActs(called).front().kind == Deed::Archive);
  called.activities.back().data.insert(QStringLiteral("result"), QStringLiteral("unreachable"));
  CHECK_FALSE(offers(called, Deed::Archive));
}

TEST_CASE("a pause offers its end until it ends by itself", "[act]") {
  TicketView view = viewAt(Stage::InProgress, {ActivityKind::Pause});
  CHECK(isPaused(view));
  CHECK(availableActs(view).front().kind == Deed::Resume);
  CHECK_FALSE(offers(view, Deed::Pause));
  view.activities.back().data.insert(QStringLiteral("until"),
                                     toMs(sample::now() - std::chrono::minutes(1)));
  CHECK_FALSE(isPaused(view));
  view.activities.back().data.insert(QStringLiteral("until"),
                                     toMs(sample::now() + std::chrono::minutes(1)));
  CHECK(isPaused(view));
  CHECK_FALSE(isPaused(viewAt(Stage::InProgress, {ActivityKind::Pause, ActivityKind::Resume})));
}

TEST_CASE("every act has its words and a key of the table", "[act]") {
  const KeyTable keys = KeyTable::builtIn();
  for (const Deed act : ticketActs) {
    const QString id = actKeyId(act);
    INFO(static_cast<int>(act));
    CHECK(keys.rowOrNull(id) != nullptr);
    CHECK_FALSE(actText(act).isEmpty());
  }
}

TEST_CASE("what the role may not do is not offered", "[act]") {
  for (const Stage stage : allStages) {
    const TicketView view = viewAt(stage, {ActivityKind::Dispatched});
    for (const Role role : allRoles) {
      for (const ActOffer& offer : availableActs(view, role)) {
        CHECK(mayDo(role, offer.kind));
      }
    }
    CHECK(availableActs(view, Role::Trainer).empty());
    CHECK(availableActs(view, Role::Administrator) == availableActs(view, Role::Agent));
  }
  // The clerk of a department goes on with what is hers.
  const auto acts =
      availableActs(viewAt(Stage::InProgress, {ActivityKind::Arrived}), Role::Handler);
  CHECK(acts.front().kind == Deed::Inform);
}
