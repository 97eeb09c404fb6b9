// SPDX-License-Identifier: GPL-3.0-or-later
// No emergency is missed, and the cold start finds what a person would have chosen.
#include <array>
#include <cstdio>

#include "tests/assist/sentences.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// Shares of right answers over one part of the sentences.
struct Hits {
  int count = 0;
  int leaf = 0;
  int leafInThree = 0;
  int top = 0;
  int topInThree = 0;
  int kind = 0;
  int level = 0;
  int decided = 0;
  int decidedRight = 0;

  void add(const TriageAnswer& answer, const QStringList& row) {
    ++count;
    const QString wanted = topWord(row[1]);
    leaf += answer.category == row[1] ? 1 : 0;
    leafInThree += answer.candidates.contains(row[1]) ? 1 : 0;
    top += answer.top == wanted ? 1 : 0;
    const auto isOfTop = [&wanted](const QString& id) { return topWord(id) == wanted; };
    topInThree += std::any_of(answer.candidates.begin(), answer.candidates.end(), isOfTop) ? 1 : 0;
    kind += kindWord(answer.kind) == row[2] ? 1 : 0;
    level += levelColour(answer.level) == row[3] ? 1 : 0;
    decided += answer.isDecided ? 1 : 0;
    decidedRight += answer.isDecided && answer.category == row[1] ? 1 : 0;
  }
  double share(int right) const { return static_cast<double>(right) / count; }
  void print(const char* name) const {
    std::printf(
        "%s: %d sentences, leaf %.3f, in three %.3f, top %.3f, in three %.3f, kind %.3f, level %.3f\n",
        name, count, share(leaf), share(leafInThree), share(top), share(topInThree), share(kind),
        share(level));
    std::printf("  decided %.3f, right %.3f\n", share(decided),
                static_cast<double>(decidedRight) / decided);
  }
};

TriageAnswer told(const char* text) {
  return triageForTests().answer(QString::fromUtf8(text), nullptr);
}

}  // namespace

TEST_CASE("no emergency of the safety sentences is missed", "[assist]") {
  int emergencies = 0;
  int traps = 0;
  int found = 0;
  int falseAlarms = 0;
  QStringList situations;
  for (const QStringList& row : sentences(QStringLiteral("safety_sentences.tsv"))) {
    REQUIRE(row.size() == 2);
    const TriageAnswer answer = triageForTests().answer(row[0], nullptr);
    INFO(row[0].toStdString() << " / " << answer.evidence.join(u'|').toStdString());
    CHECK(answer.isEmergency == (answer.level == Level::Red));
    if (row[1] == u"none") {
      ++traps;
      falseAlarms += answer.isEmergency ? 1 : 0;
      continue;
    }
    ++emergencies;
    found += answer.isEmergency ? 1 : 0;
    situations << row[1];
    CHECK(answer.isEmergency);
    CHECK_FALSE(answer.evidence.isEmpty());
    CHECK(answer.isDecided);
  }
  std::printf("safety: recall %d of %d, false alarms %d of %d\n", found, emergencies, falseAlarms,
              traps);
  CHECK(emergencies >= 200);
  CHECK(traps >= 120);
  CHECK(falseAlarms * 20 <= traps);
  // Every card has sentences of its own, but for the one that says that nobody is in danger.
  for (const SafetySituation& situation : starterForTests().safety) {
    INFO(situation.id.toStdString());
    CHECK(situations.contains(situation.id) == (situation.id != u"lift_stuck_empty"));
  }
}

TEST_CASE("an emergency is found behind any number of other sentences", "[assist]") {
  const QString talk =
      QStringLiteral("我要投诉,停车费多收了四十块,保安态度也差,说了三次没人管,路灯还不亮。");
  for (const int times : {1, 20, 200}) {
    const QString text =
        talk.repeated(times) + QStringLiteral("电梯里有人被困住了") + talk.repeated(times);
    const TriageAnswer answer = triageForTests().answer(text, nullptr);
    CHECK(answer.isEmergency);
    CHECK(answer.situation == u"trapped_lift");
  }
}

TEST_CASE("denied, past and feared emergencies are none", "[assist]") {
  for (const char* text :
       {"电梯没有困人", "没人被困,但是电梯又停了", "上个月着火的事故责任认定了没有",
        "如果着火了往哪里跑", "燃气没有泄漏", "什么时候组织消防演练"}) {
    INFO(text);
    const TriageAnswer answer = told(text);
    CHECK_FALSE(answer.isEmergency);
    CHECK(answer.situation.isEmpty());
  }
  for (const char* text :
       {"电梯上次没困人,现在有人困在电梯里", "上个月修过,今天燃气又漏了", "有没有人啊着火了"}) {
    INFO(text);
    CHECK(told(text).isEmergency);
  }
}

TEST_CASE("speech recognition may write an emergency with other characters", "[assist]") {
  for (const char* text : {"困在电题里了", "楼道里有没气味,很冲", "浴室楼电", "困在電梯裡了",
                           "ＡＥＤ在哪,有人没呼吸"}) {
    INFO(text);
    CHECK(told(text).isEmergency);
  }
}

TEST_CASE("the cold start finds category, kind and level", "[assist]") {
  // Every third sentence was not looked at while the phrases were written.
  Hits tuned;
  Hits held;
  int number = 0;
  for (const QStringList& row : sentences(QStringLiteral("triage_sentences.tsv"))) {
    REQUIRE(row.size() == 4);
    REQUIRE(starterForTests().category(row[1]));
    (++number % 3 == 0 ? held : tuned).add(triageForTests().answer(row[0], nullptr), row);
  }
  tuned.print("tuned");
  held.print("held aside");
  CHECK(tuned.count + held.count >= 300);
  CHECK(tuned.share(tuned.leaf) >= 0.92);
  CHECK(held.share(held.leaf) >= 0.8);
  CHECK(held.share(held.leafInThree) >= 0.93);
  CHECK(held.share(held.top) >= 0.87);
  CHECK(held.share(held.topInThree) >= 0.95);
  CHECK(held.share(held.kind) >= 0.86);
  CHECK(held.share(held.level) >= 0.92);
  CHECK(held.decided * 2 >= held.count);
  CHECK(held.decidedRight * 100 >= held.decided * 92);
}

TEST_CASE("what a caller threatens with gives way to what is wrong", "[assist]") {
  const QString hotline = QStringLiteral("service.governance.hotline");
  for (const auto& [text, wanted] : std::initializer_list<std::pair<const char*, const char*>>{
           {"电梯停了一下午，我要打12345投诉", "repair.lift.stopped"},
           {"楼上漏水，物业不管，我要去信访", "repair.leak.upstairs"},
           {"保安骂人，我打市长热线", "service.attitude.guard"},
           {"垃圾三天没清，发抖音曝光你们", "environment.garbage.not_collected"},
           {"停车费乱收，我要起诉你们", "fees.parking.overcharge"}}) {
    INFO(text);
    CHECK(told(text).category == QLatin1String(wanted));
  }
  // It stays among the three, and is the matter where nothing else is said.
  CHECK(told("电梯停了一下午，我要打12345投诉").candidates.contains(hotline));
  CHECK(told("我已经打了 12345，你们等着").category == hotline);
  CHECK(told("律师函已经寄给你们了").category == u"service.governance.lawsuit");
}

TEST_CASE("a proposal names its words, three candidates and the department", "[assist]") {
  const TriageAnswer answer = told("三栋的楼道灯不亮了");
  CHECK(answer.category == u"repair.power.corridor_light");
  CHECK(answer.top == QStringLiteral("维修"));
  CHECK(answer.kind == Kind::Repair);
  CHECK(answer.level == Level::Yellow);
  CHECK(answer.department == u"engineering");
  CHECK(answer.isDecided);
  CHECK(answer.candidates.size() == 3);
  CHECK(answer.candidates.front() == answer.category);
  CHECK(answer.evidence.join(QString()).contains(QStringLiteral("灯不亮")));
}

TEST_CASE("nothing said is nothing proposed", "[assist]") {
  for (const char* text : {"", "  \t ", "。。。", "喂", "\xF0\x9F\x98\x80"}) {
    INFO(text);
    const TriageAnswer answer = told(text);
    CHECK_FALSE(answer.isDecided);
    CHECK_FALSE(answer.isEmergency);
    CHECK(answer.probability < 0.5f);
  }
}

TEST_CASE("confirmed labels overrule the rules, and emergencies stay", "[assist]") {
  const QString text = QStringLiteral("楼道灯不亮了");
  SoftmaxLearner learner(2);
  SeededRandom random(3);
  const QString chosen = QStringLiteral("repair.power.outdoor_light");
  for (int i = 0; i < 60; ++i) {
    REQUIRE(learner.learn({textFeatures(text), chosen}, random));
    REQUIRE(learner.learn({textFeatures(QStringLiteral("物业费多少钱一平")),
                           QStringLiteral("fees.property.standard")},
                          random));
  }
  const TriageAnswer answer = triageForTests().answer(text, &learner);
  CHECK(answer.category == chosen);
  CHECK(answer.candidates.front() == chosen);
  CHECK(triageForTests().answer(text, nullptr).category == u"repair.power.corridor_light");
  CHECK(triageForTests().answer(QStringLiteral("我被困在电梯里了"), &learner).isEmergency);
}

TEST_CASE("labels that are not of the tree are told as they are", "[assist]") {
  SoftmaxLearner learner(2);
  SeededRandom random(3);
  for (int i = 0; i < 40; ++i) {
    REQUIRE(learner.learn({textFeatures(QStringLiteral("学校收费太高")), QStringLiteral("教育")},
                          random));
    REQUIRE(learner.learn({textFeatures(QStringLiteral("公交车太慢")), QStringLiteral("交通")},
                          random));
  }
  const TriageAnswer answer = triageForTests().answer(QStringLiteral("学校又收费"), &learner);
  CHECK(answer.category == QStringLiteral("教育"));
  CHECK(answer.top == QStringLiteral("教育"));
  CHECK(answer.evidence.join(QString()).contains(QStringLiteral("学校")));
}
