// SPDX-License-Identifier: GPL-3.0-or-later
// The life of an article as a table of stages and steps, and its laws over drawn lives.
#include "core/domain/article_life.h"

#include <rapidcheck.h>

#include <algorithm>

#include "tests/runner/printers.h"

using namespace yingda;
using std::chrono::days;

namespace {

const QUuid space(QStringLiteral("{6ba7b810-9dad-11d1-80b4-00c04fd430c8}"));
AgentId person(int number) { return AgentId::named(space, QString::number(number)); }
const AgentId writer = person(1);
const AgentId reader = person(2);
const AgentId chief = person(3);
const LocalDay day = localDay(2026, 10, 20);

ArticleText words(const char* body = "**答复业主** 好的。") {
  return {QStringLiteral("标题"), QString::fromUtf8(body), {}, {}};
}

ArticleDeed deed(ArticleStep step, const AgentId& by, Role role, LocalDay today = day) {
  ArticleDeed done{step, by, role, today, {}, {}, {}};
  if (step == ArticleStep::Write) done.text = words();
  if (step == ArticleStep::Publish || step == ArticleStep::Confirm) {
    done.reviewOn = today + days{180};
  }
  return done;
}

ArticleHistory after(const ArticleHistory& history, const ArticleDeed& done) {
  const auto result = withDeed(history, done);
  INFO((result ? std::string() : result.error().detail.toStdString()));
  REQUIRE(result);
  return *result;
}

ArticleHistory drafted() {
  return after({QStringLiteral("leak"), {}}, deed(ArticleStep::Write, writer, Role::Agent));
}
ArticleHistory reviewed() {
  return after(drafted(), deed(ArticleStep::Review, reader, Role::Quality));
}
ArticleHistory published() {
  return after(reviewed(), deed(ArticleStep::Publish, chief, Role::Supervisor));
}
ArticleHistory withdrawn() {
  return after(published(), deed(ArticleStep::Withdraw, chief, Role::Supervisor));
}

ErrorCode refusal(const ArticleHistory& history, const ArticleDeed& done) {
  const auto result = withDeed(history, done);
  REQUIRE_FALSE(result);
  return result.error().code;
}

}  // namespace

TEST_CASE("which step each stage allows") {
  struct Row {
    ArticleHistory history;
    std::vector<ArticleStep> allowed;
  };
  const std::vector<Row> table{
      {{QStringLiteral("new"), {}}, {ArticleStep::Write}},
      {drafted(), {ArticleStep::Write, ArticleStep::Review}},
      {reviewed(), {ArticleStep::SendBack, ArticleStep::Publish}},
      {published(), {ArticleStep::Write, ArticleStep::Confirm, ArticleStep::Withdraw}},
      {withdrawn(), {ArticleStep::Write}},
  };
  for (const Row& row : table) {
    for (const ArticleStep step : allArticleSteps) {
      INFO(articleStepCode(step).toStdString());
      const bool isAllowed =
          std::find(row.allowed.begin(), row.allowed.end(), step) != row.allowed.end();
      // A person who wrote nothing, in a role that may do all: only the stage decides.
      const auto result = withDeed(row.history, deed(step, person(9), Role::Administrator));
      CHECK(result.has_value() == isAllowed);
      if (!result) CHECK(result.error().code == ErrorCode::Refused);
    }
    CHECK(possibleSteps(row.history, person(9), Role::Administrator, day) == row.allowed);
  }
}

TEST_CASE("which role does which step") {
  for (const Role role : allRoles) {
    INFO(roleWord(role).toStdString());
    const bool leads = role == Role::Supervisor || role == Role::Administrator;
    const bool reviews = leads || role == Role::Quality || role == Role::Trainer;
    CHECK(mayDoStep(role, ArticleStep::Write));
    CHECK(mayDoStep(role, ArticleStep::Review) == reviews);
    CHECK(mayDoStep(role, ArticleStep::SendBack) == reviews);
    CHECK(mayDoStep(role, ArticleStep::Confirm) == reviews);
    CHECK(mayDoStep(role, ArticleStep::Publish) == leads);
    CHECK(mayDoStep(role, ArticleStep::Withdraw) == leads);
    if (!reviews) {
      CHECK(refusal(drafted(), deed(ArticleStep::Review, reader, role)) == ErrorCode::Forbidden);
    }
    if (!leads) {
      CHECK(refusal(reviewed(), deed(ArticleStep::Publish, chief, role)) == ErrorCode::Forbidden);
    }
  }
}

TEST_CASE("nobody approves their own words, whatever their role") {
  CHECK(refusal(drafted(), deed(ArticleStep::Review, writer, Role::Administrator)) ==
        ErrorCode::Forbidden);
  CHECK(refusal(published(), deed(ArticleStep::Confirm, writer, Role::Administrator)) ==
        ErrorCode::Forbidden);
  // Somebody else's last change does not make the first writer a stranger to the text.
  const auto twice = after(drafted(), deed(ArticleStep::Write, reader, Role::Trainer));
  CHECK(refusal(twice, deed(ArticleStep::Review, writer, Role::Administrator)) ==
        ErrorCode::Forbidden);
  CHECK(refusal(twice, deed(ArticleStep::Review, reader, Role::Trainer)) == ErrorCode::Forbidden);
  CHECK(withDeed(twice, deed(ArticleStep::Review, chief, Role::Supervisor)));
}

TEST_CASE("a change of what is published is the next version, and tickets keep theirs") {
  const ArticleHistory first = published();
  ArticleDeed change = deed(ArticleStep::Write, writer, Role::Agent, day + days{10});
  change.text = words("**答复业主** 改过的。");
  const ArticleHistory open = after(first, change);
  REQUIRE(open.versions.size() == 2);
  CHECK(open.inEffect(day + days{10})->number == 1);
  CHECK(open.inWork()->number == 2);
  const ArticleHistory read =
      after(open, deed(ArticleStep::Review, reader, Role::Quality, day + days{11}));
  ArticleDeed publish = deed(ArticleStep::Publish, chief, Role::Supervisor, day + days{12});
  publish.effectiveFrom = day + days{20};
  const ArticleHistory second = after(read, publish);
  CHECK(second.inEffect(day - days{1}) == nullptr);
  CHECK(second.inEffect(day + days{19})->number == 1);
  CHECK(second.inEffect(day + days{20})->number == 2);
  CHECK(second.version(1)->text == words());
  CHECK(second.version(1)->stage == ArticleStage::Superseded);
  CHECK(second.version(1)->effectiveTo == day + days{19});
  CHECK(second.version(3) == nullptr);
  const ArticleHistory gone =
      after(second, deed(ArticleStep::Withdraw, chief, Role::Supervisor, day + days{30}));
  CHECK(gone.inEffect(day + days{30}) == nullptr);
  CHECK(gone.inEffect(day + days{29})->number == 2);
  CHECK(gone.version(2)->text == *change.text);
  const ArticleHistory again =
      after(gone, deed(ArticleStep::Write, writer, Role::Agent, day + days{40}));
  CHECK(again.inWork()->number == 3);
}

TEST_CASE("due comes by itself with the day, and a confirmation ends it") {
  const ArticleHistory history = published();
  const ArticleVersion& version = history.versions.back();
  CHECK(ArticleHistory::stageOn(version, day + days{179}) == ArticleStage::Published);
  CHECK(ArticleHistory::stageOn(version, day + days{180}) == ArticleStage::DueForReview);
  // It stays quotable: an article that waits for its review is better than none.
  CHECK(history.inEffect(day + days{200})->number == 1);
  const ArticleHistory kept =
      after(history, deed(ArticleStep::Confirm, reader, Role::Quality, day + days{180}));
  CHECK(kept.versions.size() == 1);
  CHECK(ArticleHistory::stageOn(kept.versions[0], day + days{200}) == ArticleStage::Published);
  const ArticleVersion draft = drafted().versions[0];
  CHECK(ArticleHistory::stageOn(draft, day + days{9000}) == ArticleStage::Draft);
}

TEST_CASE("what is missing or impossible is said") {
  ArticleDeed empty = deed(ArticleStep::Write, writer, Role::Agent);
  empty.text.reset();
  CHECK(refusal(drafted(), empty) == ErrorCode::Invalid);
  empty.text = words(" \n");
  CHECK(refusal(drafted(), empty) == ErrorCode::Invalid);
  ArticleDeed publish = deed(ArticleStep::Publish, chief, Role::Supervisor);
  publish.reviewOn.reset();
  CHECK(refusal(reviewed(), publish) == ErrorCode::Invalid);
  publish.reviewOn = day;
  CHECK(refusal(reviewed(), publish) == ErrorCode::Invalid);
  publish = deed(ArticleStep::Publish, chief, Role::Supervisor);
  publish.effectiveFrom = day - days{1};
  CHECK(refusal(reviewed(), publish) == ErrorCode::Invalid);
  ArticleDeed confirm = deed(ArticleStep::Confirm, reader, Role::Quality);
  confirm.reviewOn = day;
  CHECK(refusal(published(), confirm) == ErrorCode::Invalid);
  CHECK(refusal(drafted(), deed(ArticleStep::Review, AgentId(), Role::Quality)) ==
        ErrorCode::Invalid);
}

TEST_CASE("laws of drawn lives: no step is skipped, nothing is lost, nobody approves their own") {
  CHECK(rc::check([] {
    ArticleHistory history{QStringLiteral("drawn"), {}};
    LocalDay today = day;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
      today += days{*rc::gen::inRange(0, 40)};
      ArticleDeed done = deed(*rc::gen::elementOf(allArticleSteps), person(*rc::gen::inRange(1, 4)),
                              *rc::gen::elementOf(allRoles), today);
      if (done.text) done.text->body = QStringLiteral("第 %1 稿").arg(i);
      if (*rc::gen::arbitrary<bool>()) done.effectiveFrom = today + days{*rc::gen::inRange(0, 30)};
      if (done.effectiveFrom) done.reviewOn = *done.effectiveFrom + days{100};
      const auto result = withDeed(history, done);
      if (!result) continue;
      for (size_t at = 0; at < history.versions.size(); ++at) {
        const ArticleVersion& before = history.versions[at];
        const ArticleVersion& now = result->versions[at];
        RC_ASSERT(now.number == before.number);
        // What was once published is never rewritten.
        if (before.effectiveFrom) RC_ASSERT(now.text == before.text);
        if (before.stage == ArticleStage::Draft) {
          RC_ASSERT(now.stage == ArticleStage::Draft || now.stage == ArticleStage::Reviewed);
        }
        if (before.stage == ArticleStage::Superseded) {
          RC_ASSERT(now.stage == ArticleStage::Superseded);
        }
      }
      history = *result;
    }
    int inWork = 0;
    int standing = 0;
    for (size_t at = 0; at < history.versions.size(); ++at) {
      const ArticleVersion& each = history.versions[at];
      RC_ASSERT(each.number == static_cast<int>(at) + 1);
      const bool isOpen = each.stage == ArticleStage::Draft || each.stage == ArticleStage::Reviewed;
      inWork += isOpen ? 1 : 0;
      standing += each.stage == ArticleStage::Published ? 1 : 0;
      RC_ASSERT(isOpen == !each.effectiveFrom.has_value());
      // Every version that left the draft has an approver, and none of its writers is.
      RC_ASSERT((each.stage == ArticleStage::Draft) == each.approver.isNull());
      RC_ASSERT(!each.writers.contains(each.approver));
      RC_ASSERT(each.writers.contains(each.author));
    }
    RC_ASSERT(inWork <= 1);
    RC_ASSERT(standing <= 1);
    // On no day are two versions in effect.
    const LocalDay asked = day + days{*rc::gen::inRange(-5, 1700)};
    const auto holds = [&](const ArticleVersion& each) {
      return each.effectiveFrom && *each.effectiveFrom <= asked &&
             (!each.effectiveTo || asked <= *each.effectiveTo);
    };
    RC_ASSERT(std::count_if(history.versions.begin(), history.versions.end(), holds) <= 1);
  }));
}

TEST_CASE("codes of stages and steps are told apart") {
  for (const ArticleStage stage : allArticleStages) {
    CHECK(articleStageFromCode(articleStageCode(stage)) == stage);
  }
  CHECK_FALSE(articleStageFromCode(u"gone"));
  QStringList codes;
  for (const ArticleStep step : allArticleSteps) codes << articleStepCode(step);
  CHECK(codes.removeDuplicates() == 0);
}
