// SPDX-License-Identifier: GPL-3.0-or-later
// What a drill is worth, and the evidence for it.
#include <QFile>

#include "core/training/drill_answers.h"
#include "tests/training/drill_fixture.h"
#include "tests/training/small_scenario.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// The perfect answers to the small scenario; tests change a line of them.
const QString& goodAnswers() {
  static const QString text = QStringLiteral(R"(# 照着整句说
说：您好，{公司}，{工号} 号为您服务，请问有什么可以帮您？让您受累了。
填 诉求：厨房下水堵了，水漫出来了
填 地点：3栋2单元1502
填 时间：2026-03-11 09:50
填 电话：13800000152
填 类别：repair.water.drain_blocked
填 级别：黄
说：通渠的药水请先别倒。请问怎么称呼您？
填 联系人：王女士
派单：engineering
勾：受理、告知
承诺：到场 {到场} 师傅
承诺：回电 {回电} 我
说：我再跟您说一遍：单号 {单号}，师傅 {到场} 前到，我 {回电} 前给您回电。感谢您的来电，再见。
)");
  return text;
}

AnsweredDrill played(const QString& answers,
                     const QByteArray& scenario = smallScenario().toUtf8()) {
  const CheckedScenario checked = checkScenario(scenario, shippedStarter());
  INFO(told(checked.problems));
  REQUIRE(checked.isPlayable());
  const DrillAnswers read = readDrillAnswers(answers.toUtf8());
  REQUIRE(read.problems.empty());
  AnsweredDrill drill = playAnswers(checked.scenario, drillRules(), read, 3);
  INFO(told(drill.problems));
  REQUIRE(drill.problems.empty());
  return drill;
}

DrillScore scoreWith(const char* before, const char* after) {
  QString answers = goodAnswers();
  REQUIRE(answers.contains(QString::fromUtf8(before)));
  answers.replace(QString::fromUtf8(before), QString::fromUtf8(after));
  return played(answers).score;
}

const DrillEvidence* lost(const DrillScore& score, const char* rule) {
  for (const DrillEvidence& row : score.evidence) {
    if (row.points < 0 && row.rule.startsWith(QLatin1String(rule))) return &row;
  }
  return nullptr;
}

void checkFoots(const DrillScore& score) {
  int sum = 0;
  REQUIRE(score.dimensions.size() == 7);
  for (const DimensionScore& dimension : score.dimensions) {
    int left = dimension.max;
    for (const DrillEvidence& row : score.evidence) {
      if (row.dimension == dimension.id && row.points < 0) left += row.points;
    }
    CHECK(dimension.score == left);
    CHECK(left >= 0);
    sum += left;
  }
  CHECK(score.score == (score.fatal.isEmpty() ? sum : 0));
  for (const DrillEvidence& row : score.evidence) {
    CHECK_FALSE(row.reason.isEmpty());
    CHECK_FALSE(row.rule.isEmpty());
  }
}

}  // namespace

TEST_CASE("good answers are worth a hundred points", "[training]") {
  const AnsweredDrill drill = played(goodAnswers());
  checkFoots(drill.score);
  for (const DrillEvidence& row : drill.score.evidence) {
    INFO(row.rule.toStdString() << ' ' << row.reason.toStdString());
    CHECK(row.points >= 0);
  }
  CHECK(drill.score.score == 100);
  CHECK(drill.score.end == DrillEnd::Satisfied);
  CHECK(drill.score.measures.elementsComplete.has_value());
  CHECK(drill.score.measures.vagueWords == 0);
}

// Goal: each thing left out or done wrong costs its points, with words to say instead. Method: one
// change to the good answers at a time.
TEST_CASE("each slip is named with its turn, its words and what to say instead", "[training]") {
  struct Slip {
    const char* before;
    const char* after;
    const char* rule;
    int turn;
    const char* quote;
    const char* insteadHas;
  };
  const Slip slips[] = {
      {"说：您好，{公司}，{工号} 号为您服务，请问有什么可以帮您？让您受累了。",
       "说：喂，让您受累了。", "opening.company", 1, "喂", "云杉物业，8021 号"},
      {"让您受累了。", "", "empathy.said", 0, "", "着急"},
      {"请问怎么称呼您？", "可能是角阀坏了。请问怎么称呼您？", "F.guess", 2, "可能", "10:"},
      {"请问怎么称呼您？", "我们会尽快处理。请问怎么称呼您？", "V.soon", 2, "尽快", "10:"},
      {"请问怎么称呼您？", "这不归我们管。请问怎么称呼您？", "B.not_ours", 2, "不归我们管", "10:"},
      {"请问怎么称呼您？", "屋面防水质保三年。请问怎么称呼您？", "fact.", 2, "三年", "5 年"},
      {"说：通渠的药水请先别倒。", "静：7\n说：通渠的药水请先别倒。", "silence", 2, "", ""},
      {"填 地点：3栋2单元1502", "填 地点：3栋2单元1602", "elements.place", 0, "", "几栋"},
      {"填 电话：13800000152", "填 电话：13800000153", "elements.phone", 0, "", "号码"},
      {"填 时间：2026-03-11 09:50", "填 时间：2026-03-10 09:50", "elements.time", 0, "",
       "什么时候"},
      {"填 联系人：王女士", "填 联系人：李女士", "elements.person", 0, "", "称呼"},
      {"填 类别：repair.water.drain_blocked", "填 类别：repair.water.meter", "elements.category", 0,
       "", "地漏"},
      {"填 级别：黄", "填 级别：橙", "elements.level", 0, "", "普通"},
      {"派单：engineering", "派单：finance", "accuracy.department", 0, "", "工程部"},
      {"承诺：到场 {到场} 师傅\n承诺：回电 {回电} 我\n", "", "promise.recorded", 3, "师傅", ""},
      {"承诺：到场 {到场} 师傅", "承诺：到场 3月20日 师傅", "promise.in_time", 3, "到场", ""},
      {"勾：受理、告知\n", "勾：受理\n", "promise.golden", 0, "", "单号"},
      {"我再跟您说一遍：", "", "closing.recap", 0, "", "再跟您说一遍"},
      {"单号 {单号}，", "", "closing.number", 0, "", "207"},
      {"感谢您的来电，再见。", "", "closing.words", 0, "", "再见"},
      {"请问有什么可以帮您？", "请问有什么可以帮您，王女士？", "compliance.first", 1, "王女士",
       "怎么称呼"}};
  for (const Slip& slip : slips) {
    const DrillScore score = scoreWith(slip.before, slip.after);
    INFO(slip.before << " -> " << slip.after);
    checkFoots(score);
    const DrillEvidence* row = lost(score, slip.rule);
    REQUIRE(row);
    CHECK(score.score < 100);
    CHECK(row->turn == slip.turn);
    CHECK(row->quote.contains(QString::fromUtf8(slip.quote)));
    INFO(row->instead.toStdString());
    CHECK(row->instead.contains(QString::fromUtf8(slip.insteadHas)));
    CHECK_FALSE(row->instead.contains(u'{'));
  }
}

TEST_CASE("the golden five minutes count as the deadlines of production do", "[training]") {
  // Confirmed and told after five minutes and one second of silence: late, however well it is said.
  CHECK(lost(scoreWith("说：通渠的药水请先别倒。", "静：301\n说：通渠的药水请先别倒。"),
             "promise.golden"));
  CHECK_FALSE(lost(scoreWith("说：通渠的药水请先别倒。", "静：6\n说：通渠的药水请先别倒。"),
                   "promise.golden"));
}

TEST_CASE("what may never be said makes the card nought and keeps its dimensions", "[training]") {
  for (const char* fatal : {"您真是没事找事。", "公司赔您 300 块。", "是楼上张女士投诉您的。"}) {
    const QByteArray said = QByteArray(fatal) + "请问怎么称呼您？";
    const DrillScore score = scoreWith("请问怎么称呼您？", said.constData());
    INFO(fatal);
    checkFoots(score);
    CHECK(score.score == 0);
    CHECK(score.fatal.size() == 1);
    CHECK(score.dimensions[0].score == 10);
  }
}

TEST_CASE("who hangs up in the middle has not come to an end", "[training]") {
  const QString half = goodAnswers().section(QStringLiteral("填 联系人"), 0, 0);
  const AnsweredDrill drill = played(half);
  checkFoots(drill.score);
  CHECK(drill.score.end == DrillEnd::Unfinished);
  CHECK(drill.turns.size() == 2);
  CHECK(lost(drill.score, "accuracy.end"));
  const AnsweredDrill nothing = played(QStringLiteral("# nobody says anything\n"));
  checkFoots(nothing.score);
  CHECK(nothing.score.score == 0);
}

TEST_CASE("answers after the end are not heard", "[training]") {
  const AnsweredDrill longer = played(goodAnswers() + QStringLiteral("说：随便你。\n"));
  CHECK(longer.score.score == 100);
  CHECK(longer.turns.size() == 3);
}

TEST_CASE("answers that cannot be read are named by their line", "[training]") {
  struct Row {
    const char* text;
    int line;
  };
  const Row unreadable[] = {{"说：您好\n你好\n", 2}, {"喊：您好\n", 1}, {"说：\xFF\n", 0}};
  for (const Row& row : unreadable) {
    const DrillAnswers read = readDrillAnswers(row.text);
    INFO(row.text);
    REQUIRE_FALSE(read.problems.empty());
    CHECK(read.problems.front().line == row.line);
  }
  CHECK_FALSE(readDrillAnswers(QByteArray(300 * 1024, '#')).problems.empty());
  const Row impossible[] = {
      {"静：很久\n", 1},      {"静：-1\n", 1},          {"静：nan\n", 1},
      {"填 级别：蓝\n", 1},   {"填 类别：repair\n", 1}, {"填 心情：好\n", 1},
      {"填 电话：没有\n", 1}, {"填 时间：明年\n", 1},   {"说：您好\n勾：签字\n", 2},
      {"派单：nobody\n", 1},  {"承诺：到场\n", 1},      {"承诺：到场 昨天\n", 1}};
  const CheckedScenario checked = checkScenario(smallScenario().toUtf8(), shippedStarter());
  for (const Row& row : impossible) {
    const auto drill = playAnswers(checked.scenario, drillRules(), readDrillAnswers(row.text), 1);
    INFO(row.text);
    REQUIRE(drill.problems.size() == 1);
    CHECK(drill.problems.front().line == row.line);
  }
}

TEST_CASE("a card that does not add up is refused", "[training]") {
  QFile file(QStringLiteral(":/training/score_card.json"));
  REQUIRE(file.open(QIODevice::ReadOnly));
  const QByteArray whole = file.readAll();
  REQUIRE(ScoreCard::fromJson(whole).has_value());
  const auto refuses = [&](const char* before, const char* after) {
    QByteArray changed = whole;
    REQUIRE(changed.contains(before));
    changed.replace(before, after);
    const auto read = ScoreCard::fromJson(changed);
    INFO(before << " -> " << after);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::Corrupt);
  };
  refuses("\"id\": \"opening.staff\", \"dimension\": \"opening\", \"points\": 2",
          "\"id\": \"opening.staff\", \"dimension\": \"opening\", \"points\": 3");
  refuses("\"id\": \"V\", \"dimension\": \"promise\"",
          "\"id\": \"V\", \"dimension\": \"promises\"");
  refuses("\"silence\": {\"anger\"", "\"silences\": {\"anger\"");
  refuses("\"recap\": {\"patterns\": [\"", "\"recap\": {\"patterns\": [\"(\", \"");
  refuses("\"version\": 1", "\"version\": 1,,");
}
