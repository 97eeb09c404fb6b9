// SPDX-License-Identifier: GPL-3.0-or-later
// drill as other programs see it: what it answers, and what it says to files that are none.
#include <sys/stat.h>

#include "tests/admin/program.h"

using namespace yingda::test;

namespace {

/// A folder with files of one test.
class Files {
 public:
  QString write(const char* name, const QByteArray& bytes) {
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return file.fileName();
  }
  QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

 private:
  QTemporaryDir m_folder;
};

QByteArray shippedText(const char* id) {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/scenarios/%1.txt")
                 .arg(QLatin1String(id)));
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

const QByteArray& answers() {
  static const QByteArray text =
      "说：您好，{公司}，{工号} 号为您服务，请问有什么可以帮您？您别慌，请问是哪栋哪部电梯，里面几个人？\n"
      "填 诉求：电梯停了，女儿一个人在里面\n"
      "填 地点：5栋1单元\n"
      "填 类别：repair.lift.trapped\n"
      "填 级别：红\n"
      "勾：受理、告知\n"
      "派单：engineering\n"
      "承诺：到场 {到场} 维保师傅\n"
      "说：换谁都揪心，您和孩子都别扒门，隔着门告诉她按警铃。维保师傅 {到场} 前到，我 {回电} 前给您回电。\n"
      "说：请问怎么称呼您？电梯是几点停的？\n"
      "填 时间：2026-03-11 18:10\n"
      "填 联系人：周女士\n"
      "填 电话：13800000203\n"
      "说：我再跟您说一遍：单号 {单号}，维保师傅 {到场} 前到，我 {回电} 前给您回电。感谢您的来电，再见。\n";
  return text;
}

}  // namespace

TEST_CASE("drill run scores answers, the same way each time", "[admin]") {
  Files files;
  const QString file = files.write("answers.txt", answers());
  const Outcome first =
      admin({"drill", "run", "lift-trapped", "--answers", file, "--seed", "7", "--json"});
  const QJsonObject answer = first.json();
  CHECK(answer[u"score"].toInt() >= 95);
  CHECK(answer[u"end"].toString() == u"satisfied");
  CHECK(admin({"drill", "run", "lift-trapped", "--answers", file, "--seed", "7", "--json"}).out ==
        first.out);
  // A file of one's own is played as the shipped one is.
  const QString own = files.write("own.txt", shippedText("lift-trapped"));
  CHECK(admin({"drill", "run", own, "--answers", file, "--seed", "7", "--json"}).out == first.out);
  const Outcome spoken = admin({"drill", "run", "lift-trapped", "--answers", file});
  CHECK(spoken.code == 0);
  CHECK(spoken.out.contains("满意"));
}

TEST_CASE("drill run plays bots over many seeds", "[admin]") {
  const QJsonObject one =
      admin({"drill", "run", "burst-night", "--bot", "rude", "--seeds", "20", "--json"}).json();
  CHECK(one[u"bot"].toString() == u"rude");
  CHECK(one[u"seeds"].toInt() == 20);
  const QJsonArray rows = one[u"scenarios"].toArray();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0][u"id"].toString() == u"burst-night");
  CHECK(rows[0][u"most"].toInt() <= 30);
  int ends = 0;
  for (const QJsonValue& count : rows[0][u"ends"].toObject()) ends += count.toInt();
  CHECK(ends == 20);
  const QJsonObject all =
      admin({"drill", "run", "--bot", "perfect", "--seeds", "2", "--json"}).json();
  CHECK(all[u"scenarios"].toArray().size() >= 16);
  for (const QJsonValue& row : all[u"scenarios"].toArray()) CHECK(row[u"least"].toInt() >= 95);
}

TEST_CASE("drill check passes the shipped scenarios and names a fault by its line", "[admin]") {
  const QJsonObject shipped = admin({"drill", "check", "--json"}).json();
  CHECK(shipped[u"scenarios"].toArray().size() >= 16);
  Files files;
  QByteArray text = shippedText("lift-trapped");
  text.replace("转到 稳住\n如果 本段第 6 句", "转到 稳定\n如果 本段第 6 句");
  const Outcome told = admin({"drill", "check", files.write("wrong.txt", text), "--json"});
  CHECK(told.code == 1);
  CHECK(told.err.count('\n') == 1);
  CHECK(told.err.contains("稳定"));
  const QJsonArray problems = told.anyJson()[u"scenarios"][0][u"problems"].toArray();
  REQUIRE_FALSE(problems.isEmpty());
  bool isNamed = false;
  for (const QJsonValue& problem : problems) {
    isNamed = isNamed ||
              (problem[u"kind"].toString() == u"unknown_node" &&
               problem[u"line"].toInt() == text.left(text.indexOf("转到 稳定")).count('\n') + 1);
  }
  CHECK(isNamed);
  checkSaysWhy(admin({"drill", "run", files.path("wrong.txt"), "--bot", "perfect"}), 1);
}

// Goal: no file makes the program write, hang or fall. Method: the worst that a name can name.
TEST_CASE("drill refuses hostile files in one sentence and writes nothing", "[admin]") {
  Files files;
  const QString good = files.write("answers.txt", answers());
  QStringList hostile{files.path("missing.txt"), files.path("."), QStringLiteral("/dev/zero")};
  const QString pipe = files.path("pipe");
  REQUIRE(mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
  hostile << pipe;
  for (const QString& name : std::as_const(hostile)) {
    INFO(name.toStdString());
    checkSaysWhy(admin({"drill", "check", name}), 1);
    checkSaysWhy(admin({"drill", "run", name, "--answers", good}), 1);
    checkSaysWhy(admin({"drill", "run", "lift-trapped", "--answers", name}), 1);
  }
  const QByteArray deep = QByteArray("【").repeated(100'000) + QByteArray("如果 ").repeated(1000);
  const std::pair<const char*, QByteArray> contents[] = {
      {"big.txt", QByteArray(10 * 1024 * 1024, 'x')},
      {"noise.txt", QByteArray(4000, '\xF7')},
      {"empty.txt", {}},
      {"deep.txt", deep},
      {"markup.txt", "标题：<script>alert(1)</script>\n客户：![](../../etc/passwd)\n"}};
  for (const auto& [name, bytes] : contents) files.write(name, bytes);
  const auto before = contentOf(files.path("."));
  for (const auto& [name, bytes] : contents) {
    INFO(name);
    const Outcome checked = admin({"drill", "check", files.path(name), "--json"});
    CHECK(checked.code == 1);
    CHECK(checked.out.size() < 60'000);
    CHECK(checked.err.count('\n') == 1);
    checkSaysWhy(admin({"drill", "run", files.path(name), "--bot", "rude"}), 1);
    if (bytes.isEmpty()) continue;
    checkSaysWhy(admin({"drill", "run", "lift-trapped", "--answers", files.path(name)}), 1);
  }
  CHECK(contentOf(files.path(".")) == before);
}

TEST_CASE("drill used wrongly is told with 2", "[admin]") {
  Files files;
  const QString good = files.write("answers.txt", answers());
  const std::initializer_list<QStringList> lines{
      words({"drill"}),
      words({"drill", "dance"}),
      words({"drill", "run"}),
      words({"drill", "run", "lift-trapped"}),
      words({"drill", "run", "--answers", good}),
      words({"drill", "run", "lift-trapped", "--answers", good, "--bot", "rude"}),
      words({"drill", "run", "lift-trapped", "--answers", good, "--seed", "seven"}),
      words({"drill", "run", "lift-trapped", "--bot", "lazy"}),
      words({"drill", "run", "lift-trapped", "--bot", "rude", "--seeds", "0"}),
      words({"drill", "run", "lift-trapped", "--bot", "rude", "--seeds", "1000000"}),
      words({"drill", "run", "lift-trapped", "burst-night", "--bot", "rude"})};
  for (const QStringList& line : lines) {
    INFO(line.join(u' ').toStdString());
    checkSaysWhy(admin(line), 2);
  }
}
