// SPDX-License-Identifier: GPL-3.0-or-later
// What the checker finds, and where; and that no file makes it do anything but answer.
#include <rapidcheck.h>

#include "tests/training/drill_fixture.h"
#include "tests/training/small_scenario.h"

using namespace yingda;
using namespace yingda::test;

namespace {

using What = ScenarioProblem::Kind;

std::vector<ScenarioProblem> problemsOf(const QByteArray& text) {
  return checkScenario(text, shippedStarter()).problems;
}

struct Wrong {
  const char* before;
  const char* after;
  What kind;
  int line;
  int column;
  const char* word;
};

/// The number of a line of the small scenario, or of the text made of it.
int lineOf(const QByteArray& text, const char* words) {
  const qsizetype at = text.indexOf(words);
  REQUIRE(at >= 0);
  return static_cast<int>(text.left(at).count('\n')) + 1;
}

}  // namespace

TEST_CASE("a scenario without a fault has no problems", "[training]") {
  const auto problems = problemsOf(smallScenario().toUtf8());
  INFO(told(problems));
  CHECK(problems.empty());
  // The same from Windows, with plain brackets and colons.
  QString other = smallScenario();
  other.replace(u'【', u'[').replace(u'】', u']').replace(u'\n', QStringLiteral("\r\n"));
  const auto same = problemsOf("\xEF\xBB\xBF" + other.toUtf8());
  INFO(told(same));
  CHECK(same.empty());
}

// Goal: every kind of fault is named with its place. Method: one change to a sound scenario.
TEST_CASE("each fault of a scenario is named with its line and column", "[training]") {
  const Wrong table[] = {
      {"类别：repair.water.drain_blocked", "类别：repair.water", What::UnknownCategory, 0, 0,
       "repair.water"},
      {"大类：维修", "大类：费用", What::WrongTop, 0, 0, "费用"},
      {"派单：engineering", "派单：nobody", What::UnknownDepartment, 0, 0, "nobody"},
      {"时限：M1", "时限：M1、M9", What::UnknownMilestone, 8, 4, "M9"},
      {"级别：黄", "级别：蓝", What::BadValue, 5, 4, "蓝"},
      {"火气：70", "火气：170", What::BadValue, 15, 4, "170"},
      {"火气：70", "火气：七十", What::BadValue, 15, 4, "七十"},
      {"来电：2026-03-11 10:00", "来电：昨天", What::BadValue, 6, 4, "昨天"},
      {"称呼：王女士", "名号：王女士", What::UnknownField, 12, 1, "名号"},
      {"【客户】", "【业主】", What::UnknownSection, 11, 1, "业主"},
      {"标题：厨房下水堵了\n", "", What::MissingField, 0, 0, "标题"},
      {"如果 复述，结束 满意\n", "", What::DeadEnd, 42, 0, "收尾"},
      {"如果 复述，结束 满意", "否则，转到 收尾", What::NoExit, 42, 0, "收尾"},
      {"转到 收尾", "转到 收场", What::UnknownNode, 38, 18, "收场"},
      {"转到 收尾", "结束 满意", What::Unreachable, 42, 0, "收尾"},
      {"结束 升级\n", "结束 接受\n", What::UnknownEnd, 39, 12, "接受"},
      {"知道 称呼", "知道 姓名", What::UnknownFact, 38, 4, "姓名"},
      {"说出：位置、时间", "说出：位置", What::NeverTold, 53, 0, "时间"},
      {"要素：时\n", "", What::NoFactFor, 0, 0, "时"},
      {"且 安全话说全，转到", "且 安全，转到", What::NotUnderstood, 38, 12, "安全"},
      {"【段 收尾】", "【段 开头】", What::TwoOfAName, 42, 0, "开头"},
      {"通渠的药水请先别倒", "通渠的药水可能伤管，先别倒", What::Wording, 19, 0, "可能"},
      {"客户：谢谢。", "客户：<b>谢谢</b>", What::Markup, 63, 4, "<b>谢谢</b"},
      {"客户：谢谢。", "客户：../../etc/passwd", What::Markup, 63, 4, "../"},
      {"客户：谢谢。", "客户：http://a", What::Markup, 63, 8, "://"},
      {"客户：谢谢。", "客户：谢\x01谢", What::NotText, 63, 5, ""},
      {"否则，转到 开头\n", "否则，转到 开头\n如果 共情，结束 满意\n", What::Unreachable, 41, 7,
       "满意"}};
  for (const Wrong& wrong : table) {
    const auto problems =
        problemsOf(smallWith(QString::fromUtf8(wrong.before), QString::fromUtf8(wrong.after)));
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const auto& problem) {
      return problem.kind == wrong.kind;
    });
    INFO(wrong.before << " -> " << wrong.after << '\n' << told(problems));
    REQUIRE(found != problems.end());
    CHECK(found->line == wrong.line);
    CHECK(found->column == wrong.column);
    CHECK(found->word == QString::fromUtf8(wrong.word));
  }
}

TEST_CASE("parts that only lead round and round are told apart from the way out", "[training]") {
  const QByteArray text =
      smallWith(QStringLiteral("【段 收尾】"),
                QStringLiteral(
                    "【段 甲】\n客户：一。\n要点：一\n整句：您好。\n否则，转到 乙\n\n"
                    "【段 乙】\n客户：二。\n要点：二\n整句：您好。\n否则，转到 甲\n\n【段 收尾】"));
  QByteArray reached = text;
  reached.replace("如果 本段第 6 句，结束 升级", "如果 本段第 6 句，转到 甲");
  std::vector<int> lines;
  for (const auto& problem : problemsOf(reached)) {
    if (problem.kind == What::NoExit) lines.push_back(problem.line);
  }
  CHECK(lines == std::vector<int>{lineOf(reached, "【段 甲】"), lineOf(reached, "【段 乙】")});
  // Nobody comes there at all: that is said of both, and of the end that is lost with them.
  int unreachable = 0;
  for (const auto& problem : problemsOf(text)) unreachable += problem.kind == What::Unreachable;
  CHECK(unreachable == 2);
}

// Goal: a file of any sort costs bounded work and answers with problems. Method: the worst ones.
TEST_CASE("hostile files are refused, whatever is in them", "[training]") {
  const auto refuses = [](const QByteArray& bytes, What kind) {
    const auto problems = problemsOf(bytes);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.size() <= size_t(scenarioProblemsMax));
    CHECK(std::any_of(problems.begin(), problems.end(),
                      [&](const auto& problem) { return problem.kind == kind; }));
  };
  refuses(QByteArray(10 * 1024 * 1024, 'a'), What::TooLarge);
  refuses(QByteArray(200 * 1024, '\n'), What::TooLarge);
  // Too large as a whole is one problem, and nothing of it is read.
  const QByteArray remark = "# " + QByteArray(380, 'x') + '\n';
  const QByteArray remarks = remark.repeated(1000);
  CHECK(problemsOf(remarks + smallScenario().toUtf8()) ==
        std::vector<ScenarioProblem>{{What::TooLarge, 0, 0, {}}});
  CHECK(problemsOf(QByteArray("#\n").repeated(5000) + smallScenario().toUtf8()) ==
        std::vector<ScenarioProblem>{{What::TooLarge, 0, 0, {}}});
  refuses(QByteArray(5000, '\xE4'), What::NotText);
  refuses(QByteArray(300, '\0'), What::NotText);
  refuses({}, What::MissingField);
  refuses(QByteArray("【").repeated(60'000), What::TooLarge);
  refuses(QByteArray("[").repeated(390) + '\n' + QByteArray("]").repeated(390),
          What::NotUnderstood);
  refuses(smallWith(QStringLiteral("客户：谢谢。"), QStringLiteral("客户：\u202E谢")),
          What::NotText);
  QByteArray parts = smallScenario().toUtf8();
  for (int i = 0; i < 1200; ++i) {
    parts +=
        "【段 第" + QByteArray::number(i) + "】\n否则，转到 第" + QByteArray::number(i + 1) + '\n';
  }
  refuses(parts, What::TooMany);
  QByteArray ways = smallScenario().toUtf8();
  ways.replace("如果 复述，结束 满意\n", QByteArray("如果 复述，结束 满意\n").repeated(1000));
  refuses(ways, What::TooMany);
  QByteArray joined = smallScenario().toUtf8();
  const QByteArray many = QByteArray("如果 复述") + QByteArray(" 且 复述").repeated(60) + "，";
  joined.replace("如果 复述，", many);
  refuses(joined, What::NotUnderstood);
  // A hundred parts, each leading to all others: many ways, one walk.
  QByteArray knot = smallScenario().toUtf8();
  for (int i = 0; i < 100; ++i) {
    knot += "【段 结" + QByteArray::number(i) + "】\n客户：嗯。\n要点：嗯\n整句：您好。\n";
    for (int j = 0; j < 30; ++j) knot += "如果 共情，转到 结" + QByteArray::number(j) + '\n';
  }
  refuses(knot, What::Unreachable);
}

TEST_CASE("any bytes are answered, and what may be played plays", "[training]") {
  rc::check("noise", [](const std::vector<char>& bytes) {
    const auto checked = checkScenario(
        QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())), shippedStarter());
    RC_ASSERT(!checked.isPlayable());
  });
  const auto texts = shippedScenarios().values();
  rc::check("shipped ones with lines lost, doubled and moved", [&](quint64 seed) {
    SeededRandom random(seed);
    QList<QByteArray> lines =
        texts[static_cast<qsizetype>(random.below(static_cast<quint64>(texts.size())))].split('\n');
    for (int change = 0; change < 6; ++change) {
      const auto any = [&] {
        return static_cast<qsizetype>(random.below(static_cast<quint64>(lines.size())));
      };
      switch (random.below(4)) {
        case 0:
          lines.removeAt(any());
          break;
        case 1:
          lines.insert(any(), lines[any()]);
          break;
        case 2:
          lines.swapItemsAt(any(), any());
          break;
        default:
          lines[any()] = lines[any()].left(static_cast<qsizetype>(random.below(40)));
      }
    }
    const auto checked = checkScenario(lines.join('\n'), shippedStarter());
    RC_ASSERT(checked.problems.size() <= size_t(scenarioProblemsMax));
    for (const ScenarioProblem& problem : checked.problems) {
      RC_ASSERT(problem.line >= 0 && problem.line <= lines.size());
    }
    if (!checked.isPlayable()) return;
    const auto bot = allDrillBots[random.below(allDrillBots.size())];
    const BotDrill played = playDrill(checked.scenario, drillRules(), bot, seed);
    RC_ASSERT(played.score.score >= 0 && played.score.score <= 100);
  });
}

TEST_CASE("the shipped scenarios cover the six classes, the four levels and three grades",
          "[training]") {
  QSet<QString> tops;
  QSet<QString> levels;
  QSet<int> grades;
  for (const Scenario& scenario : shippedAndChecked()) {
    tops.insert(scenario.top);
    levels.insert(levelColour(scenario.level));
    grades.insert(scenario.grade);
  }
  CHECK(shippedAndChecked().size() >= 16);
  CHECK(levels.size() == 4);
  CHECK(grades.size() == 3);
  for (const char* top : {"维修", "环境卫生", "安全管理", "费用", "邻里公德", "服务态度", "咨询"}) {
    INFO(top);
    CHECK(tops.contains(QString::fromUtf8(top)));
  }
}
