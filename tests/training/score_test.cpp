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

/// What has no evidence but its absence.
const QStringList& neverSaid() {
  static const QStringList rules{
      QStringLiteral("empathy.said"),     QStringLiteral("empathy.first"),
      QStringLiteral("accuracy.safety"),  QStringLiteral("promise.said"),
      QStringLiteral("promise.recorded"), QStringLiteral("promise.in_time"),
      QStringLiteral("closing.recap"),    QStringLiteral("closing.number"),
      QStringLiteral("closing.words")};
  return rules;
}

void checkFoots(const DrillScore& score) {
  int sum = 0;
  REQUIRE(score.dimensions.size() == 7);
  for (const DimensionScore& dimension : score.dimensions) {
    int left = dimension.max;
    for (const DrillEvidence& row : score.evidence) {
      if (row.dimension != dimension.id) continue;
      if (row.points < 0 || row.isReturn) left += row.points;
    }
    CHECK(dimension.score == left);
    CHECK(left >= 0);
    sum += left;
  }
  CHECK(score.score == (score.fatal.isEmpty() ? sum : 0));
  for (const DrillEvidence& row : score.evidence) {
    INFO(row.rule.toStdString() << ' ' << row.points << ' ' << row.quote.toStdString());
    CHECK_FALSE(row.reason.isEmpty());
    CHECK_FALSE(row.rule.isEmpty());
    // Whatever gave or took a point is cited; only what was never said has no words.
    const bool isNeverSaid = row.points < 0 && row.turn == 0 && neverSaid().contains(row.rule);
    CHECK((isNeverSaid || !row.quote.isEmpty()));
    CHECK_FALSE(row.quote.contains(u'{'));
    CHECK((!row.quote.isEmpty() || row.isSaid));
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
      {"说：通渠的药水请先别倒。", "静：7\n说：通渠的药水请先别倒。", "silence", 2, "静了 7 秒",
       ""},
      {"填 地点：3栋2单元1502", "填 地点：3栋2单元1602", "elements.place", 0,
       "地点：3栋2单元1602，应为 3栋2单元1502", "几栋"},
      {"填 电话：13800000152", "填 电话：13800000153", "elements.phone", 0,
       "13800000153，应为 13800000152", "号码"},
      {"填 时间：2026-03-11 09:50", "填 时间：2026-03-10 09:50", "elements.time", 0,
       "2026-03-10 09:50，应为 2026-03-11 09:50", "什么时候"},
      {"填 联系人：王女士", "填 联系人：李女士", "elements.person", 0,
       "联系人：李女士，应为 王女士", "称呼"},
      {"填 类别：repair.water.drain_blocked", "填 类别：repair.water.meter", "elements.category", 0,
       "水表", "地漏"},
      {"填 级别：黄", "填 级别：橙", "elements.level", 0, "重大，应为 普通", "普通"},
      {"派单：engineering", "派单：finance", "accuracy.department", 0, "应为 工程部", "工程部"},
      {"承诺：到场 {到场} 师傅\n承诺：回电 {回电} 我\n", "", "promise.recorded", 3, "师傅", ""},
      {"承诺：到场 {到场} 师傅", "承诺：到场 3月20日 师傅", "promise.in_time", 3,
       "登记的到场 2026-03-20", ""},
      {"勾：受理、告知\n", "勾：受理\n", "promise.golden", 0, "告知 没有勾，时限 05:00", "单号"},
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

// FLOOR no. 39: what is asked before empathy is the right question in the wrong order. Asking again
// behind one sentence of empathy brings the points back; the order itself stays told.
TEST_CASE("points for asking too early come back when it is asked again after empathy",
          "[training]") {
  const char* asksFirst = "说：通渠的药水请先别倒。请问怎么称呼您？";
  const auto withTurns = [&](const char* turns) {
    QString answers = goodAnswers();
    answers.replace(QStringLiteral("请问有什么可以帮您？让您受累了。"),
                    QStringLiteral("请问有什么可以帮您？"));
    REQUIRE(answers.contains(QString::fromUtf8(asksFirst)));
    answers.replace(QString::fromUtf8(asksFirst), QString::fromUtf8(turns));
    return played(answers).score;
  };
  const auto returned = [](const DrillScore& score) {
    const DrillEvidence* found = nullptr;
    for (const DrillEvidence& row : score.evidence) {
      if (!row.isReturn) continue;
      CHECK(found == nullptr);
      found = &row;
    }
    return found;
  };
  const DrillScore never =
      withTurns("说：请问漏了多久？\n说：让您受累了。\n说：通渠的药水请先别倒。");
  checkFoots(never);
  REQUIRE(lost(never, "question_first"));
  CHECK(lost(never, "question_first")->points == -2);
  CHECK_FALSE(returned(never));

  const DrillScore again =
      withTurns("说：请问漏了多久？\n说：让您受累了。请问漏了多久？\n说：通渠的药水请先别倒。");
  checkFoots(again);
  REQUIRE(lost(again, "question_first"));
  REQUIRE(returned(again));
  CHECK(returned(again)->points == 2);
  CHECK(returned(again)->turn == 3);
  CHECK(returned(again)->rule == u"asked_again");
  CHECK(returned(again)->quote.contains(u"请问"));
  CHECK(again.score == never.score + 2);
  // That it was asked in the wrong order is still told, with its turn.
  REQUIRE(lost(again, "empathy.first"));
  CHECK(lost(again, "empathy.first")->turn == 2);

  // Empathy now, the question a turn later; and two questions too early come back together.
  const DrillScore later = withTurns(
      "说：请问漏了多久？\n说：请问漏得大吗？\n说：让您受累了。\n说：通渠的药水请先别倒。请问怎么称呼您？");
  checkFoots(later);
  REQUIRE(returned(later));
  CHECK(returned(later)->points == 4);
  CHECK(returned(later)->turn == 5);

  // Nothing comes back that was not lost, and nothing to who never asks in the wrong order.
  CHECK_FALSE(returned(played(goodAnswers()).score));
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
  REQUIRE(lost(drill.score, "accuracy.end"));
  CHECK(lost(drill.score, "accuracy.end")->quote == u"结果：未完");
  REQUIRE(lost(drill.score, "empathy.anger"));
  CHECK(lost(drill.score, "empathy.anger")->quote.contains(u"目标 40 以下；结果：未完"));
  CHECK_FALSE(lost(drill.score, "empathy.anger")->isSaid);
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
  refuses("\"version\": 2", "\"version\": 2,,");
  refuses("\"after\": \"empathy\"", "\"after\": \"sympathy\"");
  refuses("\"offence\": \"question_first\"", "\"offence\": \"question_last\"");
  refuses("\"no_talk\"", "\"no_talking\"");
}
