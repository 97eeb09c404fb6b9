// SPDX-License-Identifier: GPL-3.0-or-later
// The triage beside a store: it tells, takes what was saved as labels, keeps and rebuilds its
// weights.
#include <QFile>
#include <catch2/catch.hpp>

#include "core/assist/emotion_fit.h"
#include "core/assist/triage_memory.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

TicketDraft written(TempStore& store, const QString& request) {
  TicketDraft draft = *await(store.backend->newDraft(QString(), store.clock->now()));
  draft.text.request = request;
  draft.text.place = QStringLiteral("云杉府 3-2-1502");
  return draft;
}

void makeDemo(TempStore& store, int tickets) {
  DemoOptions demo;
  demo.households = 300;
  demo.tickets = tickets;
  demo.open = 60;
  REQUIRE(await(store.backend->makeDemo(demo)));
}

LearningView relearned(TempStore& store) {
  const auto view = await(store.backend->relearn());
  REQUIRE(view);
  return *view;
}

}  // namespace

TEST_CASE("a newer text makes the older answers of the triage cancelled", "[service][triage]") {
  TempStore store;
  std::vector<QFuture<Result<TriageAnswer>>> asked;
  QString text;
  for (const QChar letter : QStringLiteral("三楼水管井爆了水已经流到电梯厅")) {
    text += letter;
    asked.push_back(store.backend->triage(text));
  }
  const auto last = await(asked.back());
  REQUIRE(last);
  CHECK(last->isEmergency);
  CHECK_FALSE(last->evidence.isEmpty());
  for (size_t i = 0; i + 1 < asked.size(); ++i) {
    const auto old = await(asked[i]);
    if (!old) CHECK(old.error().code == ErrorCode::Cancelled);
  }
}

TEST_CASE("a category that was suggested and left standing is saved, and the record says so",
          "[service][triage]") {
  TempStore store;
  store.signIn();
  TicketDraft draft = written(store, QStringLiteral("电梯里的灯不亮"));
  draft.suggested = store.backend->starter().categories.back().id;
  draft.suggestedSure = 93;
  REQUIRE(await(store.backend->saveDraft(draft)));
  const auto drafts = await(store.backend->drafts());
  REQUIRE(drafts->size() == 1);
  CHECK(drafts->front().suggested == draft.suggested);
  CHECK(drafts->front().suggestedSure == 93);
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  CHECK(saved->view.ticket.category == draft.suggested);
  int records = 0;
  for (const Activity& activity : saved->view.activities) {
    if (activity.data[u"suggested"].toString() != draft.suggested) continue;
    CHECK(activity.kind == ActivityKind::Edited);
    CHECK(activity.data[u"sure"].toInt() == 93);
    ++records;
  }
  CHECK(records == 1);

  // What a person chose is the category, whatever was suggested.
  TicketDraft chosen = written(store, QStringLiteral("电梯里的灯不亮"));
  chosen.ticket.category = store.backend->starter().categories.front().id;
  chosen.suggested = draft.suggested;
  const auto kept = await(store.backend->save(chosen, SaveIntent::Save));
  REQUIRE(kept);
  CHECK(kept->view.ticket.category == chosen.ticket.category);
  for (const Activity& activity : kept->view.activities) {
    CHECK_FALSE(activity.data.contains(u"suggested"));
  }
}

TEST_CASE("the triage learns from dispatched and archived tickets, and says how wrong it is",
          "[service][triage]") {
  TempStore store;
  store.signIn();
  CHECK(relearned(store).curve.empty());
  store.close();
  TempStore full(7);
  makeDemo(full, 900);
  const LearningView view = relearned(full);
  CHECK(view.labels > 500);
  CHECK(view.labels <= 900);
  CHECK(view.heldBack == view.labels / 5);
  REQUIRE(view.curve.size() >= 3);
  CHECK(view.curve.front().labels == 0);
  CHECK(view.curve.back().labels == view.labels - view.heldBack);
  // More labels, fewer errors: the demo's own words are learned.
  CHECK(view.curve.back().accuracy > view.curve.front().accuracy);
  CHECK(view.curve.back().accuracy <= 1);
  CHECK(view.threshold > 0.5);
  CHECK(view.calibrationError < 0.5);
  CHECK(view.fittedAt == full.clock->now());
  CHECK(TriageFile(full.folder()).load()->has_value());

  SECTION("the weights come back with the store") {
    full.close();
    full.reopen();
    const auto again = await(full.backend->learning());
    REQUIRE(again);
    CHECK(again->labels == view.labels);
    CHECK(again->curve == view.curve);
    CHECK(again->confusions == view.confusions);
  }
  SECTION("deleted or damaged weights are learned anew") {
    full.close();
    QFile file(TriageFile::fileIn(full.folder()));
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.resize(file.size() / 2);
    file.close();
    full.reopen();
    CHECK(await(full.backend->learning())->curve.empty());
    CHECK_FALSE(file.exists());
    CHECK(relearned(full).curve == view.curve);
    CHECK(file.exists());
  }
}

TEST_CASE("every saved ticket with a category is a label at once, and closing keeps it",
          "[service][triage]") {
  TempStore store;
  store.signIn();
  const QString category = store.backend->starter().categories.back().id;
  for (int i = 0; i < 3; ++i) {
    TicketDraft draft = written(store, QStringLiteral("第 %1 件：门口的灯又闪了").arg(i));
    if (i > 0) draft.ticket.category = category;
    REQUIRE(await(store.backend->save(draft, SaveIntent::Save)));
  }
  CHECK(await(store.backend->learning())->labels == 2);
  store.close();
  store.reopen();
  CHECK(await(store.backend->learning())->labels == 2);
}

TEST_CASE("a store is closed while its triage learns", "[service][triage]") {
  TempStore store;
  makeDemo(store, 900);
  const auto asked = store.backend->relearn();
  const auto meanwhile = await(store.backend->learning());
  REQUIRE(meanwhile);
  store.close();
  REQUIRE(asked.isFinished());
  const auto done = asked.result();
  if (!done) CHECK(done.error().code == ErrorCode::Cancelled);
}

TEST_CASE(
    "the level of feeling that a person put right is kept with the ticket, and the night learns "
    "from it",
    "[service][triage]") {
  TempStore store;
  store.signIn();
  // By the shipped words nobody is angry here; this house hears it otherwise.
  const auto words = QStringLiteral("怎么又是这样，问了三次都没人管");
  const auto read = [&] { return *await(store.backend->feeling(words)); };
  const EmotionReading before = read();
  REQUIRE(before.level != EmotionLevel::Angry);
  const size_t angry = static_cast<size_t>(EmotionLevel::Angry);
  const auto save = [&](const QString& emotion) {
    TicketDraft draft = written(store, words);
    draft.emotion = emotion;
    const auto saved = await(store.backend->save(draft, SaveIntent::Save));
    REQUIRE(saved);
    store.clock->advance(std::chrono::seconds{2});
    return saved->view.text.emotion;
  };
  CHECK(save({}).isEmpty());
  for (size_t i = 0; i + 1 < feltLeast; ++i) {
    REQUIRE(save(emotionLevelWord(EmotionLevel::Angry)) == emotionLevelWord(EmotionLevel::Angry));
  }
  // Too few are one day's mood.
  relearned(store);
  CHECK(read().probabilities == before.probabilities);
  save(emotionLevelWord(EmotionLevel::Angry));
  relearned(store);
  const EmotionReading after = read();
  CHECK(after.level == EmotionLevel::Angry);
  CHECK(after.probabilities[angry] > before.probabilities[angry]);
  // It is there after a restart, and damaged weights are as if there were none.
  store.reopen();
  CHECK(read().probabilities == after.probabilities);
  store.close();
  QFile kept(store.folder() % QStringLiteral("/emotion.weights"));
  REQUIRE(kept.open(QIODevice::WriteOnly | QIODevice::Truncate));
  kept.write("{}");
  kept.close();
  store.reopen();
  CHECK(read().probabilities == before.probabilities);
  // What is no anger stays none.
  CHECK(await(store.backend->feeling(QStringLiteral("请问物业费怎么交，谢谢")))->level ==
        EmotionLevel::Calm);
}

TEST_CASE("the third call of a home in a week weighs as much as saying so", "[service][triage]") {
  TempStore store;
  store.signIn();
  const HouseholdCard home = store.addHousehold();
  const auto number = QStringLiteral("13812341234");
  const auto calls = [&](const TicketId& without = {}) {
    return *await(store.backend->callsInWeek(home.household.id, number, without));
  };
  CHECK(calls() == 0);
  TicketId last;
  for (int i = 0; i < 2; ++i) {
    TicketDraft draft = *await(store.backend->newDraft(number, store.clock->now()));
    draft.text.request = QStringLiteral("楼道灯不亮");
    draft.candidate = home.household.id;
    draft.verified = i > 0;  // by the number alone, and by the home
    const auto saved = await(store.backend->save(draft, SaveIntent::Save));
    REQUIRE(saved);
    last = saved->view.ticket.id;
    store.clock->advance(std::chrono::hours{20});
  }
  CHECK(calls() == 2);
  CHECK(calls(last) == 1);
  const auto words = QStringLiteral("楼道灯还没有修");
  CallBehaviour third;
  third.callsBefore = calls();
  const auto alone = *await(store.backend->feeling(words));
  const auto known = *await(store.backend->feeling(words, third));
  CHECK(known.probabilities[0] < alone.probabilities[0]);
  store.clock->advance(std::chrono::hours{8 * 24});
  CHECK(calls() == 0);
}
