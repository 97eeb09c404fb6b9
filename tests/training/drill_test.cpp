// SPDX-License-Identifier: GPL-3.0-or-later
// How a customer feels and answers, turn by turn.
#include "tests/training/drill_fixture.h"
#include "tests/training/small_scenario.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// A drill of the small scenario, spoken to a sentence at a time.
class Talk {
 public:
  explicit Talk(const QByteArray& text = smallScenario().toUtf8(), DrillHint hint = DrillHint::Off,
                quint64 seed = 1)
      : m_scenario(checkScenario(text, shippedStarter())),
        m_clock(m_scenario.scenario.calledAt),
        m_random(seed),
        m_drill(Drill::start(m_scenario.scenario, drillRules(), {DrillMode::Practice, hint, {}},
                             m_clock, m_random)) {
    INFO(told(m_scenario.problems));
    REQUIRE(m_scenario.isPlayable());
    REQUIRE(m_drill.has_value());
  }
  const DrillTurn& say(const char* words, int silenceMs = 0) {
    m_clock.advance(Milliseconds{silenceMs} + std::chrono::seconds{5});
    return m_drill->answer({QString::fromUtf8(words), Milliseconds{silenceMs}, form});
  }
  Drill& drill() { return *m_drill; }
  ManualClock& clock() { return m_clock; }

  TicketDraft form;

 private:
  CheckedScenario m_scenario;
  ManualClock m_clock;
  SeededRandom m_random;
  Result<Drill> m_drill;
};

int movedBy(const DrillTurn& turn) { return turn.angerAfter - turn.angerBefore; }

}  // namespace

TEST_CASE("kind words and a promise soothe, blame, vagueness and silence do not", "[training]") {
  struct Row {
    const char* said;
    int silenceMs;
    int sign;  // of the move
  };
  const Row rows[] = {{"厨房下水堵了换谁都着急，您受累了。", 0, -1},
                      {"师傅 10:30 前到您家，我 11:00 前给您回电。", 0, -1},
                      {"好的。", 6'000, 0},
                      {"好的。", 6'001, 1},
                      {"师傅可能尽快过去。", 0, 1},
                      {"这不归我们管。", 0, 1},
                      {"您怎么不早说？", 0, 1},
                      {"交清物业费才给您修。", 0, 1}};
  for (const Row& row : rows) {
    Talk talk;
    talk.say("嗯。");
    const int moved = movedBy(talk.say(row.said, row.silenceMs));
    INFO(row.said << ' ' << row.silenceMs << " ms: " << moved);
    CHECK((moved > 0) - (moved < 0) == row.sign);
  }
}

TEST_CASE("the same kind word soothes half as much the second time", "[training]") {
  Talk talk;
  const int first = movedBy(talk.say("换谁都着急。"));
  const int second = movedBy(talk.say("换谁都着急。"));
  CHECK(first < 0);
  CHECK(second == first / 2);
}

TEST_CASE("a scenario may say how much its customer is moved", "[training]") {
  Talk talk(smallWith(QStringLiteral("【安全 别倒药水】"),
                      QStringLiteral("【情绪】\n共情：-31\n\n【安全 别倒药水】")));
  CHECK(movedBy(talk.say("换谁都着急。")) == -31);
}

TEST_CASE("a fact is told when it is asked for, once, and with trust enough", "[training]") {
  Talk talk;
  CHECK_FALSE(talk.drill().knows(QStringLiteral("称呼")));
  CHECK(talk.drill().knows(QStringLiteral("位置")));
  const DrillTurn& turn = talk.say("请问怎么称呼您？");
  CHECK(turn.facts == QStringList{QStringLiteral("称呼")});
  CHECK(turn.answer.contains(QStringLiteral("我姓王")));
  CHECK(talk.drill().facts()[QStringLiteral("称呼")] == 1);
  CHECK(talk.say("请问怎么称呼您？").facts.isEmpty());

  Talk distrustful(smallWith(QStringLiteral("问到：怎么称呼、贵姓"),
                             QStringLiteral("问到：怎么称呼、贵姓\n信任到：45")));
  CHECK(distrustful.say("请问怎么称呼您？").facts.isEmpty());
  distrustful.say("让您受累了，换谁都着急。");
  CHECK(distrustful.say("请问怎么称呼您？").facts.size() == 1);
}

TEST_CASE("safety sentences are heard over the whole talk and open the way", "[training]") {
  Talk talk;
  talk.say("通渠的药水请先别倒。");
  CHECK(talk.drill().safetySaid() == QStringList{QStringLiteral("别倒药水")});
  CHECK(talk.drill().node().name == u"开头");
  talk.say("请问贵姓？");
  CHECK(talk.drill().node().name == u"收尾");
  CHECK_FALSE(talk.drill().isOver());
  talk.say("我再跟您说一遍：师傅 10:30 前到。");
  REQUIRE(talk.drill().end());
  CHECK(*talk.drill().end() == DrillEnd::Satisfied);
}

TEST_CASE("an event happens once, when its time has come", "[training]") {
  Talk talk;
  CHECK(talk.say("好的。").events.isEmpty());
  CHECK(talk.say("好的。").events.isEmpty());
  const DrillTurn& third = talk.say("好的。");
  CHECK(third.events == QStringList{QStringLiteral("水漫到客厅")});
  CHECK(movedBy(third) == 5);
  CHECK(talk.say("好的。").events.isEmpty());
}

TEST_CASE("who is out of patience hangs up, and so does who is furious", "[training]") {
  Talk patient;
  for (int turn = 1; turn <= 3; ++turn) patient.say("好的，尽快。");
  CHECK_FALSE(patient.drill().isOver());
  patient.say("好的，尽快。");
  CHECK(patient.drill().end() == DrillEnd::HungUp);
  Talk furious;
  furious.say("随便你，你去告吧。");
  furious.say("您怎么不早说？急什么。");
  CHECK(furious.drill().anger() == 100);
  CHECK(furious.drill().end() == DrillEnd::HungUp);
}

TEST_CASE("an insult takes back the kind word beside it", "[training]") {
  Talk talk;
  const DrillTurn& turn = talk.say("我理解您，可您真是没事找事。");
  CHECK(turn.reading.signs.has(TurnSign::Rude));
  CHECK_FALSE(turn.reading.signs.has(TurnSign::Empathy));
}

TEST_CASE("hints are what the setting allows, and none in an assessment", "[training]") {
  CHECK(Talk().drill().hint().isEmpty());
  CHECK(Talk(smallScenario().toUtf8(), DrillHint::Points).drill().hint() ==
        QStringLiteral("问好，共情"));
  const QString whole = Talk(smallScenario().toUtf8(), DrillHint::Sentence).drill().hint();
  CHECK(whole.startsWith(QStringLiteral("您好，云杉物业，8021 号为您服务")));
  const CheckedScenario checked = checkScenario(smallScenario().toUtf8(), shippedStarter());
  const ManualClock clock(checked.scenario.calledAt);
  SeededRandom random(1);
  for (const DrillHint hint : {DrillHint::Off, DrillHint::Points, DrillHint::Sentence}) {
    const auto drill = Drill::start(checked.scenario, drillRules(),
                                    {DrillMode::Assessment, hint, {}}, clock, random);
    CHECK(drill.has_value() == (hint == DrillHint::Off));
    if (!drill) CHECK(drill.error().code == ErrorCode::Refused);
  }
}

TEST_CASE("goals are reached by telling, promising and soothing", "[training]") {
  Talk talk;
  const auto reached = [&] {
    int count = 0;
    for (const DrillGoal& goal : talk.drill().goals()) count += goal.isReached;
    return count;
  };
  CHECK(reached() == 0);
  CHECK(talk.drill().goals()[0].number == 5);
  talk.say("让您受累了，换谁都着急。师傅 10:30 前到，我 11:00 前给您回电。");
  CHECK(reached() == 1);
  talk.form.mark(ActivityKind::Confirmed, talk.clock().now());
  talk.form.mark(ActivityKind::Told, talk.clock().now());
  talk.say("我再跟您说一遍：师傅 10:30 前到。");
  CHECK(reached() == 3);
}

TEST_CASE("the same seed plays the same drill, another draws other words", "[training]") {
  const Scenario& scenario = shippedAndChecked().front();
  QSet<QString> openings;
  for (quint64 seed = 1; seed <= 20; ++seed) {
    const BotDrill one = playDrill(scenario, drillRules(), DrillBot::Ordinary, seed);
    const BotDrill again = playDrill(scenario, drillRules(), DrillBot::Ordinary, seed);
    REQUIRE(one.turns.size() == again.turns.size());
    for (size_t i = 0; i < one.turns.size(); ++i) {
      CHECK(one.turns[i].answer == again.turns[i].answer);
      CHECK(one.turns[i].said == again.turns[i].said);
      CHECK(one.turns[i].at == again.turns[i].at);
    }
    CHECK(one.score.score == again.score.score);
    openings.insert(one.opening);
  }
  CHECK(openings.size() > 1);
}

TEST_CASE("promised times lie inside the milestones and outside the owners' rest", "[training]") {
  for (const Scenario& scenario : shippedAndChecked()) {
    const auto traits = traitsOf(shippedStarter(), scenario.category);
    for (int minute = 0; minute < 24 * 60; minute += 17) {
      const Instant now = scenario.calledAt + std::chrono::minutes{minute};
      const DrillTimes times = drillTimes(scenario, drillRules().engine, traits, now, now);
      INFO(scenario.id.toStdString() << ' ' << toIso(now).toStdString());
      CHECK(times.arrival > now);
      CHECK(times.callback > now);
      MilestoneInput input;
      input.level = scenario.level;
      input.category = scenario.category;
      input.attitude = traits.attitude;
      input.repair = traits.repair;
      input.received = now;
      for (const Milestone& milestone : drillRules().engine.milestones(input, now)) {
        if (!milestone.due || milestone.state == MilestoneState::NotApplicable) continue;
        if (milestone.id == u"onsite") CHECK(times.arrival <= *milestone.due);
        if (milestone.id == u"resolve") CHECK(times.callback <= *milestone.due);
        if (milestone.id == u"plan") CHECK(times.plan <= *milestone.due);
      }
    }
  }
}
