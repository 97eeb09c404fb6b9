// SPDX-License-Identifier: GPL-3.0-or-later
// A script survives its text exactly, other people's files are read, and hostile ones are bounded.
#include "core/domain/twee.h"

#include <catch2/catch.hpp>

#include "core/base/random.h"
#include "core/domain/script_graph.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

bool isSame(const Script& a, const Script& b) {
  const auto sameStep = [](const ScriptStep& x, const ScriptStep& y) {
    const auto sameAnswer = [](const ScriptAnswer& p, const ScriptAnswer& q) {
      return p.label == q.label && p.set == q.set && p.next == q.next;
    };
    return x.id == y.id && x.say == y.say && x.sayVerified == y.sayVerified && x.hint == y.hint &&
           x.marks == y.marks && x.field == y.field && x.next == y.next &&
           std::equal(x.answers.begin(), x.answers.end(), y.answers.begin(), y.answers.end(),
                      sameAnswer);
  };
  return a.id == b.id && a.title == b.title && a.version == b.version && a.kind == b.kind &&
         a.categories == b.categories && a.levels == b.levels && a.kinds == b.kinds &&
         a.night == b.night && a.start == b.start &&
         std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), sameStep);
}

/// Words of the trade, and everything that Twee gives a meaning.
QString wordsOf(Random& random) {
  static const QStringList parts{
      QStringLiteral("您好，"),    QStringLiteral("::"),   QStringLiteral("[["),
      QStringLiteral("]]"),        QStringLiteral("->"),   QStringLiteral("<-"),
      QStringLiteral("|"),         QStringLiteral("\\"),   QStringLiteral("\n"),
      QStringLiteral(" "),         QStringLiteral("{"),    QStringLiteral("}"),
      QStringLiteral("\r"),        QStringLiteral("\t"),   QStringLiteral("u0041"),
      QStringLiteral("StoryData"), QStringLiteral("关阀"), QString(QChar(0x2028)),
      QStringLiteral("\""),        QString(QChar(1))};
  QString words;
  const auto count = random.next() % 7;
  for (quint64 i = 0; i < count; ++i) {
    words += parts[static_cast<qsizetype>(random.next() % static_cast<quint64>(parts.size()))];
  }
  return words;
}

Script scriptOf(Random& random) {
  Script script;
  script.id = wordsOf(random);
  script.title = wordsOf(random);
  script.version = static_cast<int>(random.next() % 50);
  script.kind = wordsOf(random);
  script.night = random.next() % 2 == 0;
  script.start = wordsOf(random);
  if (random.next() % 2 == 0) script.categories << wordsOf(random) << wordsOf(random);
  const auto steps = random.next() % 6;
  for (quint64 i = 0; i < steps; ++i) {
    ScriptStep step;
    for (QString* text :
         {&step.id, &step.say, &step.sayVerified, &step.hint, &step.field, &step.next}) {
      *text = wordsOf(random);
    }
    if (random.next() % 3 == 0) step.marks << wordsOf(random);
    const auto answers = random.next() % 4;
    for (quint64 k = 0; k < answers; ++k) {
      ScriptAnswer answer{wordsOf(random), {}, wordsOf(random)};
      if (random.next() % 2 == 0) answer.set.insert(wordsOf(random), wordsOf(random));
      if (random.next() % 3 == 0) answer.set.insert(QStringLiteral("danger"), true);
      step.answers.push_back(answer);
    }
    script.steps.push_back(step);
  }
  return script;
}

}  // namespace

TEST_CASE("a script survives its text exactly, whatever its words are", "[twee]") {
  for (quint64 seed = 1; seed <= 3000; ++seed) {
    SeededRandom random(seed);
    const Script script = scriptOf(random);
    const QString text = toTwee(script);
    INFO("seed " << seed << "\n" << text.toStdString());
    const auto read = fromTwee(text);
    REQUIRE(read);
    REQUIRE(isSame(script, *read));
    CHECK(toTwee(*read) == text);
  }
}

TEST_CASE("a story of another editor becomes a script", "[twee]") {
  const auto script = fromTwee(QStringLiteral(
      ":: StoryTitle\r\n报修开场\r\n\r\n\r\n:: StoryData\r\n{\"ifid\": \"X\", \"start\": \"问\"}\r\n"
      "\r\n:: 问 [first big] {\"position\":\"1,2\"}\r\n哪里漏水？\r\n\r\n[[家里->户内]]\r\n"
      "[[公共<-走道]]\r\n[[电梯厅|公共]]\r\n\r\n\r\n:: 户内\r\n先关总阀。\r\n\r\n:: 公共\r\n别乘电梯。"));
  REQUIRE(script);
  CHECK(script->title == QStringLiteral("报修开场"));
  CHECK(script->start == QStringLiteral("问"));
  REQUIRE(script->steps.size() == 3);
  const ScriptStep& first = script->steps[0];
  CHECK(first.say == QStringLiteral("哪里漏水？"));
  REQUIRE(first.answers.size() == 3);
  CHECK(first.answers[1].label == QStringLiteral("走道"));
  CHECK(first.answers[1].next == QStringLiteral("公共"));
  CHECK(first.answers[2].label == QStringLiteral("电梯厅"));
  CHECK(script->steps[2].say == QStringLiteral("别乘电梯。"));
  CHECK(checkScript(*script).empty());
}

TEST_CASE("hostile files are refused with the line, or read within bounds", "[twee]") {
  CHECK(fromTwee({}).error().detail == QStringLiteral("line 1: passages"));
  CHECK(fromTwee(QStringLiteral("words before")).error().detail ==
        QStringLiteral("line 1: header"));
  CHECK(fromTwee(QStringLiteral(":: a {\"x\":\nb")).error().detail ==
        QStringLiteral("line 1: metadata"));
  CHECK(fromTwee(QStringLiteral(":: a\nb\n:: StoryData\n{{{")).error().detail ==
        QStringLiteral("line 3: story"));
  CHECK(fromTwee(QString(tweeTextMax + 1, u'x')).error().detail == QStringLiteral("line 1: size"));
  CHECK(fromTwee(QStringLiteral(":: a\n").repeated(tweePassagesMax + 1)).error().detail ==
        QStringLiteral("line 401: passages"));
  // Deep brackets, one long line, and a step that links to itself a thousand times.
  CHECK_FALSE(fromTwee(QStringLiteral(":: a ") % QString(5000, u'{')));
  CHECK(fromTwee(QStringLiteral(":: a\n") % QString(200'000, u'[')));
  const auto circle =
      fromTwee(QStringLiteral(":: a\nx\n") % QStringLiteral("[[y->a]]\n").repeated(1000));
  REQUIRE(circle);
  CHECK_FALSE(checkScript(*circle).empty());
  CHECK(scriptPaths(*circle) == 0);
}
