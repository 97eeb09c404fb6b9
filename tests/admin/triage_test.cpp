// SPDX-License-Identifier: GPL-3.0-or-later
// triage: a line out for each line in; learning changes the answers of that store and of no other.
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
  process.start(QStringLiteral(YINGDA_ADMIN), {QStringLiteral("triage"), QStringLiteral("--json"),
                                               QStringLiteral("--store"), store});
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

QString written(const QTemporaryDir& folder, const char* name, const QByteArray& content) {
  const QString path = folder.filePath(QString::fromLatin1(name));
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(content);
  return path;
}

/// Two matters that the tree does not have, often enough to be learned.
QByteArray foreignLabels() {
  QByteArray lines = "text\tlabel\n";
  for (int i = 0; i < 60; ++i) {
    const QByteArray number = QByteArray::number(i);
    lines += "学校食堂收费太高第" + number + "次\t教育\n";
    lines += "公交车等了" + number + "分钟不来\t交通\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("triage answers every line with every field", "[admin]") {
  const QTemporaryDir folder;
  const auto answers = piped(
      "我被困在电梯里了\r\n\n楼道灯不亮\n\xff\xfe\x80\n电梯没有困人，就是不动了\n物业费多少钱一平",
      folder.path());
  REQUIRE(answers.size() == 6);
  QStringList fields{QStringLiteral("candidates"),  QStringLiteral("category"),
                     QStringLiteral("decided"),     QStringLiteral("department"),
                     QStringLiteral("emergency"),   QStringLiteral("evidence"),
                     QStringLiteral("kind"),        QStringLiteral("level"),
                     QStringLiteral("probability"), QStringLiteral("top")};
  for (const QJsonObject& answer : answers) {
    CHECK(answer.keys() == fields);
    CHECK(answer[u"candidates"].isArray());
    CHECK(answer[u"evidence"].isArray());
    CHECK(answer[u"decided"].isBool());
    CHECK(answer[u"emergency"].toBool() == (answer[u"level"].toString() == QStringLiteral("红")));
    CHECK(answer[u"probability"].toDouble(-1) >= 0);
    CHECK(answer[u"probability"].toDouble(2) <= 1);
  }
  CHECK(answers[0][u"emergency"].toBool());
  CHECK(answers[0][u"category"].toString() == u"repair.lift.trapped");
  CHECK(answers[0][u"kind"].toString() == QStringLiteral("求助"));
  CHECK_FALSE(answers[1][u"decided"].toBool());
  CHECK(answers[2][u"category"].toString() == u"repair.power.corridor_light");
  CHECK(answers[2][u"top"].toString() == QStringLiteral("维修"));
  CHECK(answers[2][u"level"].toString() == QStringLiteral("黄"));
  CHECK(answers[2][u"department"].toString() == u"engineering");
  CHECK(answers[2][u"candidates"].toArray().size() == 3);
  CHECK_FALSE(answers[2][u"evidence"].toArray().isEmpty());
  CHECK_FALSE(answers[4][u"emergency"].toBool());
  CHECK(answers[5][u"kind"].toString() == QStringLiteral("咨询"));
  // Asking makes no store.
  CHECK(contentOf(folder.path()).isEmpty());
}

TEST_CASE("triage learns labels of any kind, and only in its store", "[admin]") {
  const QTemporaryDir folder;
  const QString labels = written(folder, "labels.tsv", foreignLabels());
  const QString store = folder.filePath(QStringLiteral("store"));
  const QJsonObject learned = admin({"triage", "learn", labels, "--store", store, "--json"}).json();
  const QStringList fields{QStringLiteral("accuracy"), QStringLiteral("coverageAt95"),
                           QStringLiteral("ece"), QStringLiteral("labels"),
                           QStringLiteral("macroF1")};
  CHECK(learned.keys() == fields);
  CHECK(learned[u"labels"].toInt() == 120);
  CHECK(learned[u"accuracy"].toDouble() > 0.9);
  const QByteArray weights = contentOf(store).value(store % QStringLiteral("/triage.weights"));
  CHECK_FALSE(weights.isEmpty());
  const QJsonObject tested = admin({"triage", "test", labels, "--store", store, "--json"}).json();
  CHECK(tested.keys() == fields);
  CHECK(tested[u"accuracy"].toDouble() == 1);
  // Testing learned nothing.
  CHECK(contentOf(store).value(store % QStringLiteral("/triage.weights")) == weights);
  CHECK(piped("学校又收费", store).front()[u"category"].toString() == QStringLiteral("教育"));
  CHECK(piped("学校又收费", folder.filePath(QStringLiteral("other")))
            .front()[u"category"]
            .toString() != QStringLiteral("教育"));
  CHECK(piped("我被困在电梯里了", store).front()[u"emergency"].toBool());
  // Learning again goes on from what was known.
  const QJsonObject again = admin({"triage", "learn", labels, "--store", store, "--json"}).json();
  CHECK(again[u"accuracy"].toDouble() == 1);
}

TEST_CASE("triage test measures the cold start on labels of the tree", "[admin]") {
  const QTemporaryDir folder;
  const QString labels = written(folder, "labels.tsv",
                                 "楼道灯不亮\t维修\n垃圾三天没人清\t环境卫生\n停车费多扣了\t费用\n"
                                 "保安态度差\t服务态度\n楼上吵死了\t邻里公德\n楼道灯不亮\t费用\n");
  const QJsonObject tested = admin({"triage", "test", labels, "--store",
                                    folder.filePath(QStringLiteral("none")), "--json"})
                                 .json();
  CHECK(tested[u"labels"].toInt() == 6);
  CHECK(std::abs(tested[u"accuracy"].toDouble() - 5.0 / 6) < 1e-9);
}

TEST_CASE("triage says why it cannot learn, and goes on without damaged weights", "[admin]") {
  const QTemporaryDir folder;
  const QString store = folder.filePath(QStringLiteral("store"));
  checkSaysWhy(admin({"triage", "learn", "--store", store}), 2);
  checkSaysWhy(admin({"triage", "unlearn", "x", "--store", store}), 2);
  checkSaysWhy(
      admin({"triage", "learn", folder.filePath(QStringLiteral("no.tsv")), "--store", store}), 1);
  checkSaysWhy(admin({"triage", "learn", written(folder, "empty.tsv", "text\tlabel\nno tab here\n"),
                      "--store", store}),
               1);
  CHECK_FALSE(QFile::exists(store));
  REQUIRE(QDir().mkpath(store));
  QFile weights(store % QStringLiteral("/triage.weights"));
  REQUIRE(weights.open(QIODevice::WriteOnly));
  weights.write("YDWT damaged");
  weights.close();
  CHECK(piped("楼道灯不亮", store).front()[u"category"].toString() ==
        u"repair.power.corridor_light");
}

TEST_CASE("a line of a megabyte is answered like any other", "[admin]") {
  const QTemporaryDir folder;
  for (const char* piece : {"电梯困", "没有着火", "我被车撞", "a", "，。", "\xF0\x9F\x98\x80"}) {
    QByteArray line;
    while (line.size() < 1'000'000) line += piece;
    CHECK(piped(line + "\n楼道灯不亮\n", folder.path()).size() == 2);
  }
}
