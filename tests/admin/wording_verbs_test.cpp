// SPDX-License-Identifier: GPL-3.0-or-later
// lint, emotion and facts as filters: a line in, a JSON line out, whatever the line holds.
#include "tests/admin/program.h"

using namespace yingda::test;

namespace {

/// What the verb answers to the bytes on its stdin, one object a line.
std::vector<QJsonObject> answersTo(const QByteArray& input, const QStringList& arguments) {
  QProcess process;
  process.start(QStringLiteral(YINGDA_ADMIN), arguments);
  REQUIRE(process.waitForStarted(-1));
  process.write(input);
  process.closeWriteChannel();
  REQUIRE(process.waitForFinished(-1));
  REQUIRE(process.exitCode() == 0);
  CHECK(process.readAllStandardError().isEmpty());
  QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
  REQUIRE(lines.takeLast().isEmpty());
  std::vector<QJsonObject> answers;
  for (const QByteArray& line : lines) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    REQUIRE(problem.error == QJsonParseError::NoError);
    answers.push_back(document.object());
  }
  return answers;
}

std::vector<QJsonObject> lint(const char* utf8, std::initializer_list<Word> more = {}) {
  return answersTo(QByteArray(utf8), words({"lint", "--now", "2026-03-11T15:07"}) + words(more));
}

}  // namespace

TEST_CASE("lint answers each line with its remarks", "[admin]") {
  const auto answers =
      lint("师傅可能下午到\n您好，张师傅 15:30 前到。\n\n我们会尽快处理。随便你！");
  REQUIRE(answers.size() == 4);
  for (const QJsonObject& answer : answers) CHECK(answer.keys() == words({"remarks"}));
  CHECK(answers[1][u"remarks"].toArray().isEmpty());
  CHECK(answers[2][u"remarks"].toArray().isEmpty());
  CHECK(answers[3][u"remarks"].toArray().size() == 2);
  const QJsonObject remark = answers[0][u"remarks"][0].toObject();
  QStringList keys = remark.keys();
  keys.sort();
  CHECK(keys == words({"class", "from", "promise", "promisedAt", "reason", "rewrite", "rule",
                       "sentenceFrom", "sentenceTo", "severity", "text", "to"}));
  CHECK(remark[u"class"].toString() == u"F");
  CHECK(remark[u"severity"].toString() == u"soft");
  CHECK(remark[u"from"].toInt() == 2);
  CHECK(remark[u"to"].toInt() == 4);
  CHECK(remark[u"text"].toString() == QStringLiteral("可能"));
  CHECK(remark[u"rewrite"].toString() == QStringLiteral("我核实后 15:40 前给您回电答复。"));
  CHECK(remark[u"promise"].toString() == u"callback");
  CHECK(remark[u"promisedAt"].toString() == u"2026-03-11T15:40:00+08:00");
}

TEST_CASE("lint reads another field when it is told so", "[admin]") {
  const char* text = "可能是楼上1602那家漏的\n师傅尽快去";
  const auto sizes = [&](std::initializer_list<Word> more) {
    QStringList each;
    for (const QJsonObject& answer : lint(text, more))
      each << QString::number(answer[u"remarks"].toArray().size());
    return each.join(u' ');
  };
  CHECK(sizes({}) == u"1 1");
  CHECK(sizes({"--field", "reply"}) == u"1 1");
  CHECK(sizes({"--field", "spoken"}) == u"1 1");
  CHECK(sizes({"--field", "note"}) == u"1 0");
  CHECK(sizes({"--field", "request"}) == u"0 0");
  checkSaysWhy(admin({"lint", "--field", "poem"}), 2);
  checkSaysWhy(admin({"lint", "师傅尽快去"}), 2);
}

TEST_CASE("a filter answers every line once: empty, broken, and with a carriage return",
          "[admin]") {
  const QByteArray odd("\n\r\n\xff\xfe\xe4\n\xf0\x9f\x98\x80\nlast", 17);
  for (const char* verb : {"lint", "emotion", "facts"}) {
    INFO(verb);
    CHECK(answersTo(odd, words({verb})).size() == 5);
    CHECK(answersTo({}, words({verb})).empty());
    CHECK(answersTo("\n", words({verb, "--json"})).size() == 1);
  }
  const auto answers = answersTo("尽快处理。\r\n", words({"lint"}));
  REQUIRE(answers.size() == 1);
  CHECK(answers[0][u"remarks"][0][u"sentenceTo"].toInt() == 5);
}

TEST_CASE("emotion answers each line with a level, how sure it is, and why", "[admin]") {
  const auto answers = answersTo(
      QByteArray(
          "请问几点来水？谢谢\n报修三天了还没人来\n气死我了！你们这帮骗子！！\n再不来我就打12345\n"),
      words({"emotion"}));
  REQUIRE(answers.size() == 4);
  const char* levels[] = {"平静", "不满", "愤怒", "威胁升级"};
  for (size_t i = 0; i < answers.size(); ++i) {
    CHECK(answers[i].keys() == words({"evidence", "level", "probability"}));
    CHECK(answers[i][u"level"].toString() == QString::fromUtf8(levels[i]));
    CHECK(answers[i][u"probability"].isDouble());
    CHECK(answers[i][u"probability"].toDouble() > 0.25);
    CHECK(answers[i][u"probability"].toDouble() <= 1);
    CHECK_FALSE(answers[i][u"evidence"].toArray().isEmpty());
  }
  checkSaysWhy(admin({"emotion", "气死我了"}), 2);
}

TEST_CASE("each filter shows an example", "[admin]") {
  for (const char* verb : {"lint", "emotion", "facts"}) {
    const Outcome help = admin({verb, "--help"});
    CHECK(help.code == 0);
    CHECK(QString::fromUtf8(help.out).contains(QStringLiteral("| yingda-admin ") +
                                               QLatin1String(verb)));
  }
}

TEST_CASE("facts answers each line with its text and what contradicts a card", "[admin]") {
  const auto answers = answersTo(
      "屋面防水质保三年。\n质保 {card:warranty.waterproof}，{card:none}。\n屋面防水质保 5 年。\n",
      words({"facts"}));
  REQUIRE(answers.size() == 3);
  const QJsonObject remark = answers[0][u"remarks"][0].toObject();
  CHECK(remark[u"kind"].toString() == u"contradiction");
  CHECK(remark[u"card"].toString() == u"warranty.waterproof");
  CHECK(remark[u"said"].toString() == QStringLiteral("三年"));
  CHECK(remark[u"cardSays"].toString() == QStringLiteral("5 年"));
  CHECK(answers[1][u"text"].toString() == QStringLiteral("质保 5 年，{card:none}。"));
  CHECK(answers[1][u"remarks"][0][u"kind"].toString() == u"unknown_card");
  CHECK(answers[2][u"remarks"].toArray().isEmpty());
}

TEST_CASE("search without a query is a filter: one query a line, one answer a line", "[admin]") {
  const DemoFolder demo;
  const auto run = [&](const QByteArray& queries) {
    return answersTo(queries, words({"search", "--in", "articles", "--limit", "3"}) +
                                  QStringList{QStringLiteral("--store"), demo.path()});
  };
  const auto answers = run("漏水\n\n龘龘鱻鱻\r\n电梯");
  REQUIRE(answers.size() == 4);
  CHECK(answers[0][u"hits"].toArray().size() == 3);
  CHECK(answers[1][u"hits"].toArray().isEmpty());
  CHECK(answers[2][u"hits"].toArray().isEmpty());
  CHECK_FALSE(answers[3][u"hits"].toArray().isEmpty());
  for (const QJsonObject& one : answers) CHECK(one.contains(u"milliseconds"));
  CHECK(run({}).empty());
  // The same hits as one by one.
  CHECK(answers[0][u"hits"] ==
        demo.run({"search", "漏水", "--in", "articles", "--limit", "3"}).json()[u"hits"]);
}
