// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of practice: whose it is, who sees it, and what an assignment asks for.
#include <QSignalSpy>

#include "core/service/drill_views.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// 8021 is the administrator of the store; 8052 an agent, 8060 a trainer, 8061 checks quality.
class School : public TempStore {
 public:
  School() {
    admin = signIn();
    trainee = add("8052", "赵欣", Role::Agent);
    other = add("8053", "何磊", Role::Agent);
    trainer = add("8060", "林岚", Role::Trainer);
    checker = add("8061", "丁一", Role::Quality);
  }
  void be(const Agent& agent) { backend->enter(agent); }
  static DrillResult result(const char* scenario, int score) {
    DrillResult drill;
    drill.scenario = QLatin1String(scenario);
    drill.title = QStringLiteral("深夜爆管");
    drill.hash = QStringLiteral("ab");
    drill.seed = 7;
    drill.score = score;
    drill.end = QStringLiteral("accepted");
    drill.answers = QStringLiteral("{}");
    drill.dimensions = QStringLiteral("[]");
    drill.measures = QStringLiteral("{}");
    drill.length = Milliseconds{61'000};
    return drill;
  }
  DrillResult keep(const char* scenario, int score) {
    clock->advance(std::chrono::minutes{1});
    DrillResult drill = result(scenario, score);
    drill.startedAt = clock->now();
    const auto kept = await(backend->keepDrill(drill));
    REQUIRE(kept);
    return *kept;
  }

  Agent admin;
  Agent trainee;
  Agent other;
  Agent trainer;
  Agent checker;

 private:
  Agent add(const char* staff, const char* name, Role role) {
    Agent agent;
    agent.staffNumber = QLatin1String(staff);
    agent.name = QString::fromUtf8(name);
    agent.outsideName = agent.name;
    agent.role = role;
    const auto added = await(backend->addAgent(agent, QStringLiteral("246810")));
    REQUIRE(added);
    return *added;
  }
};

}  // namespace

TEST_CASE("a trainee sees their own drills, who trains sees everybody's", "[service][training]") {
  School school;
  QSignalSpy told(school.backend.get(), &Backend::practiceChanged);
  school.be(school.trainee);
  const DrillResult first = school.keep("burst-night", 61);
  const DrillResult second = school.keep("burst-night", 69);
  CHECK(first.agent == school.trainee.id);
  REQUIRE(QTest::qWaitFor([&] { return told.count() >= 2; }, 60'000));
  const auto mine = await(school.backend->drills());
  REQUIRE(mine);
  REQUIRE(mine->size() == 2);
  CHECK(mine->front().drill.score == 69);
  CHECK(mine->front().isMine);
  CHECK(mine->front().drill.answers.isEmpty());
  const auto whole = await(school.backend->drill(first.id));
  REQUIRE(whole);
  CHECK(whole->drill == first);

  school.be(school.other);
  CHECK(await(school.backend->drills())->empty());
  CHECK(await(school.backend->drill(first.id)).error().code == ErrorCode::NotFound);
  school.be(school.trainer);
  const auto all = await(school.backend->drills());
  REQUIRE(all->size() == 2);
  CHECK_FALSE(all->front().isMine);
  CHECK(all->front().name.contains(QStringLiteral("8052")));
  CHECK(await(school.backend->drill(first.id)));
  // They are there after the cache was made anew, too.
  school.close();
  REQUIRE(QFile::remove(school.folder() % QStringLiteral("/cache.db")));
  school.reopen();
  school.be(school.trainee);
  CHECK(await(school.backend->drills())->size() == 2);
}

TEST_CASE("a drill that says nothing is not kept, nor one of who may not practise",
          "[service][training]") {
  School school;
  school.be(school.trainee);
  const auto isRefused = [&](const DrillResult& drill) {
    const auto kept = await(school.backend->keepDrill(drill));
    REQUIRE_FALSE(kept);
    return kept.error().code;
  };
  DrillResult good = School::result("burst-night", 50);
  good.startedAt = school.clock->now();
  DrillResult bad = good;
  bad.scenario.clear();
  CHECK(isRefused(bad) == ErrorCode::Invalid);
  bad = good;
  bad.score = 101;
  CHECK(isRefused(bad) == ErrorCode::Invalid);
  bad = good;
  bad.end = QStringLiteral("won");
  CHECK(isRefused(bad) == ErrorCode::Invalid);
  bad = good;
  bad.answers = QString(300'000, u'x');
  CHECK(isRefused(bad) == ErrorCode::Invalid);
  school.be(school.checker);
  CHECK(isRefused(good) == ErrorCode::Forbidden);
  school.backend->lock();
  CHECK(isRefused(good) == ErrorCode::Refused);
}

TEST_CASE("an assignment is open until it is practised, and for nobody else's eyes",
          "[service][training]") {
  School school;
  school.be(school.trainee);
  school.keep("burst-night", 90);
  school.be(school.trainer);
  school.clock->advance(std::chrono::minutes{1});
  const auto assigned = await(school.backend->assign(QStringLiteral("burst-night"),
                                                     {school.trainee.id, school.other.id},
                                                     QStringLiteral("2026-03-17")));
  REQUIRE(assigned);
  REQUIRE(await(school.backend->assignments())->size() == 2);
  school.be(school.trainee);
  auto mine = await(school.backend->assignments());
  REQUIRE(mine->size() == 1);
  CHECK(mine->front().isMine);
  CHECK(mine->front().assignment.dueOn == u"2026-03-17");
  CHECK(mine->front().byName.contains(QStringLiteral("8060")));
  // What was practised before does not count.
  CHECK_FALSE(mine->front().isDone());
  school.keep("lift-trapped", 80);
  CHECK_FALSE(await(school.backend->assignments())->front().isDone());
  school.keep("burst-night", 72);
  school.keep("burst-night", 70);
  mine = await(school.backend->assignments());
  REQUIRE(mine->front().isDone());
  CHECK(*mine->front().best == 72);
  // Nobody takes their own duty away.
  const AssignmentId id = mine->front().assignment.id;
  CHECK(await(school.backend->withdrawAssignment(id)).error().code == ErrorCode::Forbidden);
  CHECK(await(school.backend->assign(QStringLiteral("burst-night"), {school.other.id}, {}))
            .error()
            .code == ErrorCode::Forbidden);
  school.be(school.trainer);
  REQUIRE(await(school.backend->withdrawAssignment(id)));
  CHECK(await(school.backend->assignments())->size() == 1);
  const auto isInvalid = [&](const QString& scenario, const QList<AgentId>& people,
                             const QString& due) {
    const auto done = await(school.backend->assign(scenario, people, due));
    return !done && done.error().code == ErrorCode::Invalid;
  };
  CHECK(isInvalid({}, {school.other.id}, {}));
  CHECK(isInvalid(QStringLiteral("burst-night"), {}, {}));
  CHECK(isInvalid(QStringLiteral("burst-night"), {school.checker.id}, {}));
  CHECK(isInvalid(QStringLiteral("burst-night"), {school.other.id}, QStringLiteral("soon")));
}
