// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the ways through a script is found, and where its steps stand in a drawing.
#include "core/domain/script_graph.h"

#include <QJsonArray>
#include <catch2/catch.hpp>

#include "core/domain/script_condition.h"
#include "core/domain/script_keys.h"
#include "core/domain/sensitive.h"
#include "core/domain/twee.h"
#include "tests/runner/printers.h"

using namespace yingda;
using Fault = ScriptProblem::Kind;

namespace {

Script scriptOf(const char* text) {
  auto script = fromTwee(QString::fromUtf8(text));
  REQUIRE(script);
  return *script;
}

bool has(const std::vector<ScriptProblem>& problems, Fault kind, const char* step,
         int answer = -1) {
  return std::any_of(problems.begin(), problems.end(), [&](const ScriptProblem& one) {
    return one.kind == kind && one.step == QString::fromUtf8(step) && one.answer == answer;
  });
}

}  // namespace

TEST_CASE("a script whose ways all end has no problem", "[script]") {
  const Script script = scriptOf(":: a\nx\n[[1->b]]\n[[2->c]]\n\n:: b\ny\n[[c]]\n\n:: c\nz\n");
  CHECK(checkScript(script).empty());
  CHECK(scriptPaths(script) == 2);
  const ScriptDrawing drawing = drawingOf(script);
  REQUIRE(drawing.places.size() == 3);
  CHECK(drawing.places[0].column == 0);
  CHECK(drawing.places[1].column == 1);
  CHECK(drawing.places[2].column == 2);
  CHECK(drawing.columns == 3);
  CHECK(drawing.rows == 1);
}

TEST_CASE("a dead end, a step nobody meets and a circle are told", "[script]") {
  const auto problems =
      checkScript(scriptOf(":: a\nx\n[[1->b]]\n[[2->nowhere]]\n[[3->]]\n\n:: b\ny\n[[ring]]\n\n"
                           ":: ring\nr\n[[ring]]\n\n:: alone\nz\n"));
  CHECK(has(problems, Fault::DeadEnd, "a", 1));
  CHECK(has(problems, Fault::DeadEnd, "a", 2));
  CHECK(has(problems, Fault::Unreachable, "alone"));
  CHECK(has(problems, Fault::NeverEnds, "ring"));
  CHECK(has(problems, Fault::NeverEnds, "b"));
  CHECK_FALSE(has(problems, Fault::NeverEnds, "a"));
  CHECK(problems.size() == 5);
}

TEST_CASE("names, sentences, labels and keys are looked at", "[script]") {
  Script script = scriptOf(":: a\nx\n[[1->b]]\n\n:: b\n\n:: b\ny\n");
  script.steps[0].answers[0].label.clear();
  for (int i = 0; i < 9; ++i) {
    script.steps[0].answers.push_back({QStringLiteral("x"), {}, QStringLiteral("b")});
  }
  script.start = QStringLiteral("gone");
  const auto problems = checkScript(script);
  CHECK(has(problems, Fault::NoStart, ""));
  CHECK(has(problems, Fault::NoLabel, "a", 0));
  CHECK(has(problems, Fault::TooManyAnswers, "a"));
  CHECK(has(problems, Fault::NoSentence, "b"));
  CHECK(has(problems, Fault::DoubleId, "b"));
  CHECK(checkScript(Script()).front().kind == Fault::NoSteps);
}

TEST_CASE("what the form does not know is told, by the one list", "[script]") {
  Script script = scriptOf(":: a\nx\n[[1->b]]\n\n:: b\ny\n");
  script.steps[0].field = QStringLiteral("reach");
  script.steps[0].marks = QStringList{QStringLiteral("told")};
  script.steps[0].answers[0].set = {{QStringLiteral("reach"), QStringLiteral("message")},
                                    {QStringLiteral("occurred"), QStringLiteral("now")},
                                    {QStringLiteral("danger"), true}};
  CHECK(checkScript(script).empty());
  script.steps[0].answers[0].set = {{QStringLiteral("colour"), QStringLiteral("red")},
                                    {QStringLiteral("reach"), QStringLiteral("pigeon")},
                                    {QStringLiteral("danger"), QStringLiteral("true")}};
  script.steps[0].field = QStringLiteral("colour");
  script.steps[0].marks << QStringLiteral("sung");
  const auto problems = checkScript(script);
  CHECK(has(problems, Fault::UnknownKey, "a", 0));
  CHECK(has(problems, Fault::UnknownValue, "a", 0));
  CHECK(has(problems, Fault::UnknownField, "a"));
  CHECK(has(problems, Fault::UnknownMark, "a"));
  CHECK(problems.size() == 5);
  for (const QString& name : scriptKeyNames()) {
    const auto key = scriptKeyFromText(name);
    REQUIRE(key);
    CHECK(scriptKeyText(*key) == name);
  }
  for (const QString& reason : sensitiveReasons()) {
    CHECK(mayBeSet(ScriptKey::Sensitive, reason));
  }
  for (const Kind kind : allKinds) CHECK(mayBeSet(ScriptKey::Kind, kindWord(kind)));
  for (const Level level : allLevels) CHECK(mayBeSet(ScriptKey::Level, levelColour(level)));
}

TEST_CASE("a web of steps is counted and drawn in bounded time", "[script]") {
  Script script;
  for (int i = 0; i < 40; ++i) {
    ScriptStep step;
    step.id = QString::number(i);
    step.say = QStringLiteral("x");
    for (int k = 1; k <= 9; ++k) {
      step.answers.push_back({QString::number(k), {}, QString::number((i + k) % 41)});
    }
    script.steps.push_back(step);
  }
  ScriptStep end;
  end.id = QStringLiteral("40");
  end.say = QStringLiteral("x");
  script.steps.push_back(end);
  script.start = QStringLiteral("0");
  CHECK(checkScript(script).empty());
  CHECK(scriptPaths(script) == 999);
  CHECK(drawingOf(script).places.size() == 41);
}

TEST_CASE("a condition of a step is looked at", "[script]") {
  Script script = scriptOf(":: a\nx\n[[b]]\n\n:: b\ny\n[[1->c]]\n[[c]]\n\n:: c\nz\n");
  const auto with = [&](const char* condition) {
    script.steps[1].when = conditionFromText(QString::fromUtf8(condition));
    return checkScript(script);
  };
  CHECK(with("night=true; level=红|橙; has=place; lacks=contact_phone; danger=false").empty());
  CHECK(with("category=repair.water").empty());
  CHECK(has(with("weather=雨"), Fault::UnknownCondition, "b"));
  CHECK(has(with("level=紫"), Fault::UnknownCondition, "b"));
  CHECK(has(with("level=红|紫"), Fault::UnknownCondition, "b"));
  CHECK(has(with("night=夜里"), Fault::UnknownCondition, "b"));
  CHECK(has(with("has=weather"), Fault::UnknownCondition, "b"));
  CHECK(has(with("has=place; lacks=place"), Fault::NeverHolds, "b"));
  script.night = true;
  CHECK(has(with("night=false"), Fault::NeverHolds, "b"));
  script.night = false;
  script.levels = QStringList{QStringLiteral("红")};
  CHECK(has(with("level=黄"), Fault::NeverHolds, "b"));
  // An answer may raise or lower it meanwhile.
  script.steps[1].answers[0].set = {{QStringLiteral("level"), QStringLiteral("黄")}};
  CHECK(with("level=黄").empty());
}

TEST_CASE("behind a step that no call meets nobody stands, and a step that is passed over leads on",
          "[script]") {
  Script script =
      scriptOf(":: a\nx\n[[b]]\n\n:: b\ny\n[[1->only]]\n[[c]]\n\n:: only\no\n\n:: c\nz\n");
  script.steps[1].when = conditionFromText(QStringLiteral("has=place; lacks=place"));
  CHECK(has(checkScript(script), Fault::Unreachable, "only"));
  script.steps[1].when = conditionFromText(QStringLiteral("night=true"));
  CHECK(checkScript(script).empty());
  // Passed over, it has to lead somewhere.
  script.steps[1].next.clear();
  CHECK(has(checkScript(script), Fault::DeadEnd, "b"));
}

TEST_CASE("a condition holds when each of its parts does", "[script]") {
  ScriptStand stand;
  stand.words = {{QStringLiteral("night"), QStringLiteral("true")},
                 {QStringLiteral("level"), QStringLiteral("橙")},
                 {QStringLiteral("category"), QStringLiteral("repair.water.tap")}};
  stand.filled = {QStringLiteral("place")};
  const auto holds = [&](const char* condition) {
    return conditionHolds(conditionFromText(QString::fromUtf8(condition)), stand);
  };
  CHECK(holds(""));
  CHECK(holds("night=true; level=红|橙"));
  CHECK_FALSE(holds("night=true; level=红"));
  CHECK_FALSE(holds("night=false"));
  CHECK(holds("danger=false"));
  CHECK_FALSE(holds("danger=true"));
  CHECK(holds("has=place; lacks=contact_phone"));
  CHECK_FALSE(holds("lacks=place"));
  CHECK(holds("category=repair.water"));
  CHECK_FALSE(holds("category=repair.wat"));
  CHECK_FALSE(holds("weather=雨"));
}

TEST_CASE("a condition survives what is typed and Twee", "[script][twee]") {
  const auto when = conditionFromText(QStringLiteral("night＝true； level=红｜橙; has=place"));
  CHECK(conditionFromText(conditionText(when)) == when);
  CHECK(when[u"night"].toBool());
  CHECK(when[u"level"].toArray().size() == 2);
  Script script = scriptOf(":: a\nx\n");
  script.steps[0].when = when;
  CHECK(scriptOf(toTwee(script).toUtf8().constData()).steps[0].when == when);
}
