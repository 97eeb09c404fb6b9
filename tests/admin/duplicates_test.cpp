// SPDX-License-Identifier: GPL-3.0-or-later
// duplicates: a line out for each line in, against the store and against the earlier lines; and
// group events from the command line.
#include <QTemporaryFile>

#include "tests/admin/program.h"

using namespace yingda::test;

namespace {

std::vector<QJsonObject> piped(const QByteArray& lines, const QString& store) {
  QTemporaryFile in;
  REQUIRE(in.open());
  in.write(lines);
  in.flush();
  QProcess process;
  process.setStandardInputFile(in.fileName());
  process.start(
      QStringLiteral(YINGDA_ADMIN),
      {QStringLiteral("duplicates"), QStringLiteral("--json"), QStringLiteral("--store"), store});
  REQUIRE(process.waitForFinished(-1));
  CHECK(process.exitCode() == 0);
  std::vector<QJsonObject> answers;
  QList<QByteArray> told = process.readAllStandardOutput().split('\n');
  REQUIRE(told.takeLast().isEmpty());
  for (const QByteArray& line : told) {
    const QJsonDocument document = QJsonDocument::fromJson(line);
    REQUIRE(document.isObject());
    answers.push_back(document.object());
  }
  return answers;
}

QByteArray line(const char* place, const char* time, const char* phone, const char* text) {
  return QByteArray("{\"place\":\"") + place + "\",\"time\":\"" + time + "\",\"phone\":\"" + phone +
         "\",\"text\":\"" + text + "\"}\n";
}

}  // namespace

TEST_CASE("every line of duplicates is answered with every field", "[admin]") {
  const QTemporaryDir folder;
  const auto answers =
      piped(line("云杉府 3-2-1502", "2026-03-10T19:00", "13812341234", "电梯停了，按了没反应") +
                line("云杉府 3-2-801", "2026-03-10T19:08", "13812341235", "电梯不动了，停在一楼") +
                line("云杉府 3-2-1502", "2026-03-10T19:20", "13812341234", "电梯停了怎么还没人来") +
                line("云杉府 3-2-2204", "2026-03-10T19:24", "13812341236", "电梯坏了停了") +
                line("云杉府 9-1-101", "2026-03-10T19:25", "13812341237", "想补开一张发票") +
                "\nno json\n" +
                line("云杉府 3-2-604", "2026-03-10T19:31", "13812341238", "电梯停运了").trimmed(),
            folder.path());
  REQUIRE(answers.size() == 8);
  const QStringList fields{QStringLiteral("event"),   QStringLiteral("line"),
                           QStringLiteral("reasons"), QStringLiteral("relation"),
                           QStringLiteral("score"),   QStringLiteral("ticket")};
  for (const QJsonObject& answer : answers) {
    CHECK(answer.keys() == fields);
    CHECK(answer[u"reasons"].isArray());
    CHECK(answer[u"score"].toDouble(-1) >= 0);
    CHECK(answer[u"score"].toDouble(2) <= 1);
    const bool isNone = answer[u"relation"].toString() == QStringLiteral("none");
    CHECK(isNone == (answer[u"line"].isNull() && answer[u"ticket"].isNull()));
  }
  CHECK(answers[0][u"relation"].toString() == u"none");
  CHECK(answers[1][u"relation"].toString() == u"cause");
  CHECK(answers[1][u"line"].toInt() == 1);
  CHECK(answers[2][u"relation"].toString() == u"same");
  CHECK(answers[2][u"line"].toInt() == 1);
  CHECK(answers[2][u"reasons"].toArray().contains(QStringLiteral("household")));
  CHECK(answers[2][u"reasons"].toArray().contains(QStringLiteral("phone")));
  // The third home makes it an event, and all hang on the first of it.
  CHECK(answers[3][u"relation"].toString() == u"cause");
  CHECK(answers[3][u"line"].toInt() == 1);
  CHECK(answers[3][u"event"][u"alert"].toBool());
  CHECK(answers[3][u"event"][u"homes"].toInt() == 3);
  CHECK(answers[3][u"event"][u"place"].toString() == QStringLiteral("3栋2单元"));
  for (const size_t quiet : {4U, 5U, 6U}) {
    CHECK(answers[quiet][u"relation"].toString() == u"none");
  }
  CHECK(answers[7][u"relation"].toString() == u"cause");
  CHECK_FALSE(answers[7][u"event"][u"alert"].toBool());
  CHECK(answers[7][u"event"][u"id"] == answers[3][u"event"][u"id"]);
}

TEST_CASE("duplicates knows the tickets of the store, and event makes one of them", "[admin]") {
  const DemoFolder demo;
  const QByteArray at = demo.run(
                                "ticket new --text 电梯停了没反应 --phone 13812341234 --place "
                                "云杉府3-2-1502 --category repair.lift.stopped")
                            .json()[u"number"]
                            .toString()
                            .toUtf8();
  const QJsonObject shown = demo.run(words({"ticket", "show", QString::fromUtf8(at)})).json();
  const QByteArray time = shown[u"received"].toString().toUtf8();
  const auto answers =
      piped("{\"place\":\"云杉府 3-2-1502\",\"time\":\"" + time +
                "\",\"phone\":\"13812341234\",\"text\":\"电梯停了没反应，还没来\"}\n",
            demo.path());
  REQUIRE(answers.size() == 1);
  CHECK(answers[0][u"relation"].toString() == u"same");
  CHECK(answers[0][u"ticket"].toString().toUtf8() == at);
  CHECK(answers[0][u"line"].isNull());

  const QJsonObject made = demo.run(words({"event", "make", QString::fromUtf8(at)})).json();
  CHECK(made[u"members"].toArray().size() == 1);
  CHECK(made[u"scope"].toString() == QStringLiteral("3栋2单元"));
  const QString id = made[u"id"].toString();
  const QJsonObject said = demo.run(words({"event", "say", id, "--text", "维保已到现场"})).json();
  CHECK(said[u"statement"].toString() == QStringLiteral("维保已到现场"));
  CHECK(demo.run("event list").json()[u"events"].toArray().size() == 1);
  checkSaysWhy(demo.run(words({"event", "close", id})), 1);
  checkSaysWhy(demo.run("event show nothing"), 2);
  CHECK(demo.run("event propose").json().contains(u"proposals"));
}

TEST_CASE("similar and the consistency index answer from the store", "[admin]") {
  const DemoFolder demo(400);
  const QJsonObject similar = demo.run("similar 厨房水槽滴水 --limit 3").json();
  const QJsonArray cases = similar[u"cases"].toArray();
  REQUIRE_FALSE(cases.isEmpty());
  CHECK(cases.size() <= 3);
  for (const QJsonValue& one : cases) {
    CHECK_FALSE(one[u"solution"].toString().isEmpty());
    CHECK_FALSE(one[u"evidence"].toArray().isEmpty());
    CHECK(one[u"days"].toDouble(-1) >= 0);
  }
  const QJsonObject index =
      demo.run("kpi consistency --from 2020-01-01 --to 2030-01-01 --by 8030").json();
  CHECK(index[u"value"].toDouble(-1) > 0);
  CHECK(index[u"value"].toDouble(2) <= 1);
  const QJsonArray rows = index[u"rows"].toArray();
  REQUIRE_FALSE(rows.isEmpty());
  int tickets = 0;
  for (const QJsonValue& row : rows) {
    CHECK(row[u"n"].toInt() >= 5);
    CHECK(row[u"families"].toInt() >= 1);
    CHECK(row[u"share"].toDouble() * row[u"families"].toInt() >= 0.999);
    tickets += row[u"n"].toInt();
  }
  CHECK(tickets == index[u"n"].toInt());
}
