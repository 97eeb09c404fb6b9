// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every script of the starter: every way ends, and nobody's affairs are given away.
#include "ui/desk/script_run.h"

#include <QRegularExpression>
#include <functional>

#include "tests/ui/script_fixture.h"
#include "ui/desk/script_choice.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QString q(const char16_t* text) { return QString::fromUtf16(text); }

const Script& script(const char* id) {
  const Script* found = realStarter().script(QLatin1String(id));
  REQUIRE(found != nullptr);
  return *found;
}

ScriptFacts everythingKnown(bool verified) {
  ScriptFacts facts;
  facts.verified = verified;
  for (const char* name : {"company", "staff", "owner", "room", "department", "engineer", "place",
                           "number", "arrive_by", "resolve_by", "now_plus_15"}) {
    facts.variables.insert(QLatin1String(name), QStringLiteral("<%1>").arg(QLatin1String(name)));
  }
  return facts;
}

/// Calls `visit` at every step of every way through the script.
void walk(const ScriptRun& run, int depth, const std::function<void(const ScriptRun&)>& visit) {
  visit(run);
  const ScriptStep* step = run.step();
  if (step == nullptr) return;
  REQUIRE(depth < 60);
  ScriptRun without = run;
  const ScriptMove said = without.next();
  CHECK(said.stepId == step->id);
  walk(without, depth + 1, visit);
  for (int i = 0; i < static_cast<int>(step->answers.size()); ++i) {
    ScriptRun one = run;
    one.answer(i);
    // Ways that meet again are walked once: only answers that lead elsewhere go on.
    if (one.stepId() != without.stepId()) walk(one, depth + 1, visit);
  }
}

}  // namespace

TEST_CASE("every way through every script ends") {
  for (const Script& one : realStarter().scripts) {
    INFO(one.id.toStdString());
    // From each step by each answer: the longest way is finite and next() alone reaches the end.
    for (const ScriptStep& step : one.steps) {
      INFO(step.id.toStdString());
      ScriptRun run = ScriptRun::restored(one, step.id, {});
      CHECK(run.length() >= 1);
      CHECK(run.length() <= static_cast<int>(one.steps.size()));
      for (int i = -1; i < static_cast<int>(step.answers.size()); ++i) {
        ScriptRun on = run;
        if (i < 0) {
          on.next();
        } else {
          on.answer(i);
        }
        int said = 0;
        while (!on.isAtEnd() && said < 60) {
          on.next();
          ++said;
        }
        CHECK(on.isAtEnd());
      }
    }
  }
}

TEST_CASE("no sentence names owner or room before the caller is verified") {
  for (const Script& one : realStarter().scripts) {
    INFO(one.id.toStdString());
    for (const ScriptStep& step : one.steps) {
      INFO(step.id.toStdString());
      ScriptRun run = ScriptRun::restored(one, step.id, {});
      run.setFacts(everythingKnown(false));
      CHECK_FALSE(run.sentence().text.contains(QStringLiteral("<owner>")));
      CHECK_FALSE(run.sentence().text.contains(QStringLiteral("<room>")));
      CHECK_FALSE(run.sentence().text.contains(QStringLiteral("____")));
      run.setFacts(everythingKnown(true));
      CHECK_FALSE(run.sentence().hasBlanks);
    }
  }
}

TEST_CASE("walking the burst script keeps position, length and trail in step") {
  ScriptRun run(script("burst_public"));
  walk(run, 0, [](const ScriptRun& at) {
    if (at.isAtEnd()) {
      CHECK(at.sentence().text.isEmpty());
      return;
    }
    CHECK(at.position() <= at.length());
    CHECK(at.trail().size() == at.position() - 1);
  });
}

TEST_CASE("saying and answering set what the script says") {
  ScriptRun run(script("burst_public"));
  run.setFacts(everythingKnown(true));
  CHECK(run.stepId() == QStringLiteral("where"));
  CHECK(run.progressText().contains(QStringLiteral("1")));
  const ScriptMove where = run.answer(0);
  CHECK(where.set.value(QStringLiteral("category")).toString() ==
        QStringLiteral("repair.water.burst_common"));
  CHECK(run.stepId() == QStringLiteral("life"));
  CHECK(run.answer(7).stepId.isEmpty());
  CHECK(run.stepId() == QStringLiteral("life"));
  CHECK(run.back());
  CHECK(run.stepId() == QStringLiteral("where"));
  CHECK_FALSE(run.back());
}

TEST_CASE("a read-back that has to be corrected confirms nothing") {
  ScriptRun run = ScriptRun::restored(script("burst_public"), QStringLiteral("readback"), {});
  run.setFacts(everythingKnown(true));
  SECTION("said") { CHECK(run.next().marks == QStringList{QStringLiteral("confirmed")}); }
  SECTION("right") {
    const ScriptMove move = run.answer(0);
    CHECK(move.marks == QStringList{QStringLiteral("confirmed")});
    CHECK(move.set.value(QStringLiteral("confirmed")).toBool());
  }
  SECTION("to be corrected") { CHECK(run.answer(1).marks.isEmpty()); }
}

TEST_CASE("what is filled already is not asked again") {
  ScriptFacts facts = everythingKnown(false);
  facts.filled = {QStringLiteral("request"), QStringLiteral("contact_name"),
                  QStringLiteral("place")};
  ScriptRun run(script("opening"));
  run.setFacts(facts);
  run.restart();
  CHECK(run.stepId() == QStringLiteral("hello"));
  run.next();
  CHECK(run.stepId() == QStringLiteral("danger"));
  CHECK(run.back());
  CHECK(run.stepId() == QStringLiteral("hello"));
}

TEST_CASE("a step under a condition is said only while it holds") {
  const Script& leak = script("leak_neighbours");
  const auto after = [](const Script& one, const char* step, const ScriptFacts& facts) {
    ScriptRun run = ScriptRun::restored(one, QLatin1String(step), {});
    run.setFacts(facts);
    run.next();
    return run;
  };
  ScriptFacts facts = everythingKnown(false);
  CHECK(after(leak, "place", facts).stepId() == u"where");
  facts.stands.insert(QStringLiteral("night"), QStringLiteral("true"));
  ScriptRun run = after(leak, "place", facts);
  CHECK(run.stepId() == u"night");
  CHECK(run.sentence().text.contains(QStringLiteral("夜里")));
  // The morning comes while it is on the screen.
  facts.stands.remove(QStringLiteral("night"));
  CHECK(run.takeFacts(facts));
  CHECK(run.stepId() == u"where");

  const Script& water = script("water_trouble");
  facts.stands.insert(QStringLiteral("level"), QStringLiteral("黄"));
  CHECK(after(water, "send", facts).stepId() == u"fee");
  // Nobody in an emergency is told of prices first.
  facts.stands.insert(QStringLiteral("level"), QStringLiteral("红"));
  CHECK(after(water, "send", facts).stepId() == u"contact");
}

TEST_CASE("values are filled in and can be found in the sentence") {
  struct Row {
    const char16_t* sentence;
    const char16_t* engineer;
    const char16_t* expected;
    int values;
    bool blanks;
  };
  const auto row = GENERATE(values<Row>({
      {u"{department}{engineer}去关总阀，{arrive_by} 前到。", u"", u"工程部去关总阀，00:10 前到。",
       2, false},
      {u"{department}{engineer}去关总阀，{arrive_by} 前到。", u"张师傅",
       u"工程部张师傅去关总阀，00:10 前到。", 3, false},
      {u"我复述一遍：{place}。", u"", u"我复述一遍：您说的地方。", 1, false},
      {u"单号 {number}。", u"", u"单号 ____。", 0, true},
      {u"没有变量。", u"", u"没有变量。", 0, false},
  }));
  const QHash<QString, QString> variables{{QStringLiteral("department"), q(u"工程部")},
                                          {QStringLiteral("engineer"), q(row.engineer)},
                                          {QStringLiteral("arrive_by"), QStringLiteral("00:10")}};
  const ScriptSentence filled = filledSentence(q(row.sentence), variables);
  CHECK(filled.text == q(row.expected));
  CHECK(filled.values.size() == row.values);
  CHECK(filled.hasBlanks == row.blanks);
  for (const auto& [start, length] : filled.values) {
    CHECK(length > 0);
    CHECK(start + length <= filled.text.size());
  }
}

TEST_CASE("a verified caller without a known name hears the sentence that names nobody") {
  ScriptFacts facts = everythingKnown(true);
  facts.variables.remove(QStringLiteral("owner"));
  ScriptRun run = ScriptRun::restored(script("burst_public"), QStringLiteral("life"), {});
  run.setFacts(facts);
  CHECK_FALSE(run.sentence().hasBlanks);
}

TEST_CASE("the script follows category, level, kind and night") {
  struct Row {
    const char* category;
    Level level;
    Kind kind;
    bool night;
    const char* expected;
  };
  const auto row = GENERATE(values<Row>({
      {"", Level::Yellow, Kind::Repair, false, "opening"},
      {"", Level::Yellow, Kind::Repair, true, "opening_night"},
      {"", Level::Red, Kind::Repair, false, "emergency_general"},
      {"repair.water.burst_common", Level::Red, Kind::Repair, false, "burst_public"},
      {"repair.water.burst_common", Level::Yellow, Kind::Repair, true, "burst_public"},
      {"repair.water.tap", Level::Yellow, Kind::Repair, false, "water_trouble"},
      {"repair.furniture", Level::Yellow, Kind::Repair, false, "repair_general"},
      {"repair.furniture", Level::Yellow, Kind::Repair, true, "night_repair"},
      {"fees.bill", Level::Yellow, Kind::Complaint, false, "fees_dispute"},
      {"fees.bill", Level::Green, Kind::Enquiry, false, "fees_enquiry"},
      {"fees.bill", Level::Yellow, Kind::Repair, false, "general"},
      {"service.governance.media", Level::Orange, Kind::Complaint, false, "risk_statement"},
  }));
  INFO(row.category);
  const Script* chosen =
      chooseScript(realStarter(), {QLatin1String(row.category), row.level, row.kind, row.night});
  REQUIRE(chosen != nullptr);
  CHECK(chosen->id == QLatin1String(row.expected));
}

TEST_CASE("every category of the starter has a script at every level") {
  for (const Category& category : realStarter().categories) {
    for (const Level level : allLevels) {
      for (const bool night : {false, true}) {
        CHECK(chooseScript(realStarter(), {category.id, level, category.kind, night}) != nullptr);
      }
    }
  }
}

TEST_CASE("phrases fit the emotion, are the nearest first and come once a call") {
  const auto first =
      choosePhrases(realStarter(), QStringLiteral("repair.water.burst_common"), q(u"焦急"), {}, 3);
  REQUIRE(first.size() == 3);
  QStringList used;
  for (const Phrase* phrase : first) {
    CHECK(phrase->emotion == q(u"焦急"));
    used << phrase->id;
  }
  CHECK_FALSE(first.front()->categories.contains(QStringLiteral("*")));
  const auto second = choosePhrases(realStarter(), QStringLiteral("repair.water.burst_common"),
                                    q(u"焦急"), used, 3);
  for (const Phrase* phrase : second) CHECK_FALSE(used.contains(phrase->id));
  CHECK_FALSE(
      choosePhrases(realStarter(), {}, usualEmotion(Level::Red, Kind::Repair), {}, 3).empty());
  CHECK_FALSE(
      choosePhrases(realStarter(), {}, usualEmotion(Level::Green, Kind::Enquiry), {}, 3).empty());
  CHECK_FALSE(choosePhrases(realStarter(), {}, usualEmotion(Level::Yellow, Kind::Complaint), {}, 3)
                  .empty());
}

TEST_CASE("an arrival is never earlier than the standing commitment") {
  const auto at = [](const char* text) { return *instantFromIso(QString::fromLatin1(text)); };
  ScriptWords words;
  words.now = at("2026-10-10T23:40:12+08:00");
  CHECK_FALSE(scriptVariables(words).contains(QStringLiteral("arrive_by")));
  words.standing = at("2026-10-11T00:10:12+08:00");
  CHECK(scriptVariables(words).value(QStringLiteral("arrive_by")) == QStringLiteral("00:15"));
  words.signedEta = at("2026-10-10T23:55:00+08:00");
  CHECK(scriptVariables(words).value(QStringLiteral("arrive_by")) == QStringLiteral("00:15"));
  words.signedEta = at("2026-10-11T00:25:00+08:00");
  CHECK(scriptVariables(words).value(QStringLiteral("arrive_by")) == QStringLiteral("00:25"));
  words.now = at("2026-10-11T00:30:00+08:00");
  CHECK_FALSE(scriptVariables(words).contains(QStringLiteral("arrive_by")));
  CHECK(scriptVariables(words).value(QStringLiteral("now_plus_15")) == QStringLiteral("00:45"));
  CHECK(isNight(at("2026-10-10T23:40:12+08:00")));
  CHECK(isNight(at("2026-10-10T08:29:59+08:00")));
  CHECK_FALSE(isNight(at("2026-10-10T08:30:00+08:00")));
  CHECK_FALSE(isNight(at("2026-10-10T20:59:59+08:00")));
}
