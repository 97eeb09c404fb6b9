// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be done is said in one sentence with the right exit code, and nothing is written.
#include <sys/stat.h>

#include "tests/admin/program.h"

using namespace yingda::test;

namespace {

/// One megabyte in pieces that a command line can carry, each of the same odd text.
QStringList megabyteOf(const QString& piece) {
  constexpr qsizetype argumentBytes = 100'000;
  QString text;
  while (text.toUtf8().size() < argumentBytes) text += piece.repeated(1000);
  text.truncate(text.size() * argumentBytes / text.toUtf8().size());
  QStringList pieces;
  for (int i = 0; i < 11; ++i) pieces << text;
  return pieces;
}

/// Hands a folder with all in it to the user who is nobody, as long as we are root.
void giveToNobody(const QString& folder, unsigned folderMode, unsigned fileMode) {
  const auto give = [&](const QString& path, unsigned mode) {
    const QByteArray name = QFile::encodeName(path);
    if (geteuid() == 0) REQUIRE(chown(name.constData(), 65534, 65534) == 0);
    REQUIRE(chmod(name.constData(), mode) == 0);
  };
  for (const QString& path : contentOf(folder).keys()) {
    give(path, QFileInfo(path).isDir() ? folderMode : fileMode);
  }
  give(folder, folderMode);
}

}  // namespace

TEST_CASE("wrong usage is told with 2 and writes nothing", "[admin]") {
  const DemoFolder demo;
  const auto before = contentOf(demo.path());
  const char* lines[] = {"nonsense",
                         "nonsense --help",
                         "lookup",
                         "lookup 1 2",
                         "address",
                         "search 漏水 --in everything",
                         "search 漏水 --limit 0",
                         "search 漏水 --limit many",
                         "ticket",
                         "ticket show",
                         "ticket dance 1",
                         "ticket dispatch",
                         "ticket list --queue theirs",
                         "ticket list --limit 0",
                         "milestones",
                         "milestones --level 黄",
                         "milestones --received 2026-02-28T16:30",
                         "user",
                         "user remove 8021",
                         "user add 9001",
                         "user add 9001 --name 甲",
                         "user add 9001 --pin 246810",
                         "demo --seed -1",
                         "demo --seed x",
                         "demo --households 0",
                         "demo --tickets 5000001",
                         "demo --tickets 5 --open 6",
                         "lookup 13812341234 --now yesterday",
                         "lookup 13812341234 --colour red"};
  for (const char* line : lines) {
    INFO(line);
    checkSaysWhy(demo.run(line), 2);
  }
  checkSaysWhy(admin(QStringList()), 2);
  checkSaysWhy(admin({"lookup", "13812341234", "--limit"}), 2);
  CHECK(contentOf(demo.path()) == before);
}

TEST_CASE("what is not there or not allowed is told with 1 and writes nothing", "[admin]") {
  const DemoFolder demo;
  const QString number =
      demo.run("ticket list --limit 1").json()[u"tickets"][0][u"number"].toString();
  const QByteArray operations = demo.run("verify").out;
  const std::initializer_list<Word> lines[] = {
      {"demo"},
      {"lookup", "hello"},
      {"lookup", ""},
      {"ticket", "show", "99999-9999-9"},
      {"ticket", "show", "hello"},
      {"ticket", "new"},
      {"ticket", "new", "--text", "   "},
      {"ticket", "new", "--text", "灯坏了", "--phone", "hello"},
      {"ticket", "new", "--text", "灯坏了", "--kind", "hello"},
      {"ticket", "new", "--text", "灯坏了", "--level", "hello"},
      {"ticket", "new", "--text", "灯坏了", "--category", "hello"},
      {"ticket", "new", "--text", "灯坏了", "--channel", "hello"},
      {"ticket", "new", "--text", "灯坏了", "--by", "0000"},
      {"ticket", "dispatch", number, "--department", "hello"},
      {"ticket", "dispatch", "99999-9999-9", "--department", "engineering"},
      {"ticket", "solve", number},
      {"ticket", "pause", number},
      {"ticket", "pause", number, "--reason", "等", "--until", "hello"},
      {"ticket", "callback", number, "--result", "hello"},
      {"ticket", "callback", number, "--result", "solved", "--score", "hello"},
      {"milestones", "--level", "hello", "--received", "2026-02-28T16:30"},
      {"milestones", "--level", "黄", "--received", "hello"},
      {"milestones", "--level", "黄", "--received", "2026-02-28T16:30", "--event", "hello"},
      {"milestones", "--level", "黄", "--received", "2026-02-28T16:30", "--category", "hello"},
      {"milestones", "--level", "黄", "--received", "2026-02-28T16:30", "--policy", "hello"},
      {"milestones", "--level", "黄", "--received", "2026-02-28T16:30", "--calendar", "hello"},
      {"user", "add", "8021", "--name", "甲", "--pin", "246810"},
      {"user", "add", "9001", "--name", "甲", "--pin", "12"},
      {"user", "add", "九千", "--name", "甲", "--pin", "246810"},
      {"user", "add", "9001", "--name", "甲", "--pin", "246810", "--role", "hello"}};
  for (const auto& line : lines) {
    INFO(words(line).join(u' ').toStdString());
    checkSaysWhy(demo.run(line), 1);
  }
  CHECK(demo.run("verify").out == operations);
}

TEST_CASE("a slip is named by the word that was typed, in the language of the rest", "[admin]") {
  const DemoFolder demo;
  const std::pair<const char*, const char*> slips[] = {
      {"ticket frobnicate", "frobnicate"},
      {"ticket frobnicate 91538-2001-9", "callback"},
      {"ticket", "reopen"},
      {"ticket solve", "工单号"},
      {"lookup 13812341234 --frob", "没有这个选项：--frob"},
      {"lookup 13812341234 --limit", "要写值：--limit"},
      {"milestones --level 紫 --received 2026-02-28T16:30", "没有这个级别：紫"},
      {"milestones --level 黄 --received gestern", "看不懂这个时间：gestern"},
      {"milestones --level 黄 --received 2026-02-28T16:30 --event moon@2026-02-28T16:33",
       "没有这种事件：moon"}};
  for (const auto& [line, said] : slips) {
    INFO(line);
    const Outcome outcome = admin(QString::fromUtf8(line).split(u' '));
    CHECK(outcome.code != 0);
    CHECK(outcome.err.contains(said));
  }
  CHECK(demo.run("ticket list --limit 1").code == 0);
}

TEST_CASE("a time of the past may be given in a demo store only", "[admin]") {
  const QTemporaryDir folder;
  const QString store = folder.filePath(QStringLiteral("store"));
  REQUIRE(
      admin({"user", "add", "8021", "--name", "李敏", "--pin", "246810", "--store", store}).code ==
      0);
  const QJsonObject ticket =
      admin({"ticket", "new", "--text", "灯坏了", "--json", "--store", store}).json();
  checkSaysWhy(admin({"ticket", "dispatch", ticket[u"number"].toString(), "--department",
                      "engineering", "--at", "2026-03-10T09:00", "--store", store}),
               1);
}

TEST_CASE("hostile texts of a megabyte are answered or refused, never a crash", "[admin]") {
  const DemoFolder demo;
  const QByteArray operations = demo.run("verify").out;
  QString controls;
  for (ushort c = 1; c < 32; ++c) controls += QChar(c);
  const QString pieces[] = {QStringLiteral("漏"),
                            QStringLiteral("\"' OR 1=1;--*^"),
                            QStringLiteral("3栋2单元"),
                            QStringLiteral("十"),
                            QStringLiteral("1"),
                            QStringLiteral("（"),
                            QString::fromUtf8("\xF0\x9F\x98\x80\xE2\x80\xAE"),
                            controls};
  for (const QString& piece : pieces) {
    INFO(piece.toUtf8().toHex().toStdString());
    const QStringList megabyte = megabyteOf(piece);
    const Outcome address = admin(words({"address", "--json", "--"}) + megabyte);
    CHECK(address.json().contains(QStringLiteral("building")));
    const Outcome found =
        admin(words({"search", "--json", "--store", demo.path(), "--"}) + megabyte);
    CHECK(found.json().contains(QStringLiteral("hits")));
    checkSaysWhy(demo.run({"ticket", "show", megabyte.first()}), 1);
    checkSaysWhy(demo.run({"ticket", "new", "--text", "灯坏了", "--place", megabyte.first()}), 1);
    checkSaysWhy(demo.run({"ticket", "new", "--text", "灯坏了", "--category", megabyte.first()}),
                 1);
    checkSaysWhy(demo.run({"user", "add", megabyte.first(), "--name", "甲", "--pin", "246810"}), 1);
    checkSaysWhy(demo.run({"user", "add", "9001", "--name", megabyte.first(), "--pin", "246810"}),
                 1);
    checkSaysWhy(admin({"milestones", "--level", "黄", "--received", megabyte.first()}), 1);
    checkSaysWhy(admin({QString(u'x' % megabyte.first())}), 2);
  }
  CHECK(demo.run("verify").out == operations);
}

TEST_CASE("a request as long as a command line allows comes back to the last character",
          "[admin]") {
  const DemoFolder demo;
  const QString text = megabyteOf(QStringLiteral("水😀\"'\\")).first();
  const QString number = demo.run({"ticket", "new", "--text", text}).json()[u"number"].toString();
  CHECK(demo.run({"ticket", "show", number}).json()[u"number"].toString() == number);
  CHECK(demo.run("verify").json()[u"broken"].toArray().isEmpty());
}

TEST_CASE("a folder without a store is named and stays as it is", "[admin]") {
  const QTemporaryDir folder;
  REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("empty")));
  const auto before = contentOf(folder.path());
  for (const char* name : {"empty", "none", "none/deeper"}) {
    const QString store = folder.filePath(QString::fromLatin1(name));
    const std::initializer_list<Word> lines[] = {{"lookup", "13812341234"},
                                                 {"search", "漏水"},
                                                 {"verify"},
                                                 {"ticket", "list"},
                                                 {"ticket", "show", "207-4213-1"},
                                                 {"ticket", "new", "--text", "灯坏了"}};
    for (const auto& line : lines) {
      INFO(name << ": " << words(line).join(u' ').toStdString());
      const Outcome outcome = admin(words(line) + words({"--json", "--store", store}));
      checkSaysWhy(outcome, 1);
      CHECK(outcome.err.contains(store.toUtf8()));
    }
    const Outcome doctor =
        admin({"doctor", "--json", "--now", "2026-03-10T09:00", "--store", store});
    CHECK(doctor.code == 1);
    CHECK(doctor.err.count('\n') == 1);
    CHECK_FALSE(doctor.anyJson()[u"checks"][4][u"ok"].toBool());
  }
  CHECK(contentOf(folder.path()) == before);
}

TEST_CASE("a folder that may not be written is told and stays as it is", "[admin]") {
  const DemoFolder demo;
  const QTemporaryDir folder;
  REQUIRE(chmod(QFile::encodeName(folder.path()).constData(), 0755) == 0);
  // The build may lie where nobody may look.
  const QString program = folder.filePath(QStringLiteral("yingda-admin"));
  REQUIRE(QFile::copy(QStringLiteral(YINGDA_ADMIN), program));
  REQUIRE(chmod(QFile::encodeName(program).constData(), 0755) == 0);
  const QString store = folder.filePath(QStringLiteral("store"));
  REQUIRE(QDir().rename(demo.path(), store));
  giveToNobody(store, 0500, 0400);
  const auto before = contentOf(folder.path());
  const std::initializer_list<Word> lines[] = {
      {"ticket", "new", "--text", "灯坏了"},
      {"user", "add", "9001", "--name", "甲", "--pin", "246810"},
      {"lookup", "13812341234"},
      {"verify"}};
  for (const auto& line : lines) {
    INFO(words(line).join(u' ').toStdString());
    checkSaysWhy(runProgram(program, words(line) + words({"--json", "--store", store}), As::Nobody),
                 1);
  }
  checkSaysWhy(runProgram(program,
                          words({"demo", "--tickets", "5", "--households", "3", "--store",
                                 folder.filePath(QStringLiteral("store/inside"))}),
                          As::Nobody),
               1);
  CHECK(contentOf(folder.path()) == before);
  REQUIRE(chmod(QFile::encodeName(store).constData(), 0700) == 0);
}

TEST_CASE("a damaged journal is told and stays as it is", "[admin]") {
  const DemoFolder demo;
  const QString journal = demo.path() + QStringLiteral("/journal.db");
  QFile file(journal);
  REQUIRE(file.open(QIODevice::ReadWrite));
  const QByteArray whole = file.readAll();
  QByteArray garbageHead = whole;
  garbageHead.replace(0, 15, "garbage garbage");
  for (const QByteArray& bytes :
       {garbageHead, whole.left(whole.size() / 2), QByteArray("a letter to grandmother"),
        QByteArray(whole.size(), '\xA5')}) {
    file.resize(0);
    file.seek(0);
    REQUIRE(file.write(bytes) == bytes.size());
    file.flush();
    const auto before = contentOf(demo.path());
    const std::initializer_list<Word> lines[] = {{"lookup", "13812341234"},
                                                 {"verify"},
                                                 {"ticket", "new", "--text", "灯坏了"},
                                                 {"demo", "--tickets", "5"}};
    for (const auto& line : lines) {
      INFO(bytes.left(16).toStdString() << ": " << words(line).join(u' ').toStdString());
      checkSaysWhy(demo.run(line), 1);
    }
    const Outcome doctor = demo.run("doctor --now 2026-03-10T09:00");
    CHECK(doctor.code == 1);
    CHECK_FALSE(doctor.anyJson()[u"checks"][4][u"ok"].toBool());
    CHECK(contentOf(demo.path()) == before);
  }
}

TEST_CASE("an answer that finds no room is not called done", "[admin]") {
  if (!QFile::exists(QStringLiteral("/dev/full"))) return;
  QProcess process;
  process.setStandardOutputFile(QStringLiteral("/dev/full"));
  process.start(QStringLiteral(YINGDA_ADMIN), words({"address", "3-2-1502", "--json"}));
  REQUIRE(process.waitForFinished(-1));
  CHECK(process.exitCode() == 1);
  CHECK_FALSE(process.readAllStandardError().isEmpty());
}
