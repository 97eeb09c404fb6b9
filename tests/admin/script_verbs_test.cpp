// SPDX-License-Identifier: GPL-3.0-or-later
// script: out as Twee 3, looked at, and in again as a draft.
#include "tests/admin/program.h"

using namespace yingda::test;

TEST_CASE("a script goes out and comes in again unchanged", "[admin]") {
  const DemoFolder demo;
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("a.twee"));
  const auto out = demo.run({"script", "export", "opening", "--out", path}).json();
  CHECK(out[u"file"].toString() == path);
  const auto checked = demo.run({"script", "check", path}).json();
  CHECK(checked[u"problems"].toArray().isEmpty());
  CHECK(checked[u"steps"].toInt() > 3);
  CHECK(checked[u"paths"].toInt() > 0);
  // The same words are no draft.
  const auto same = demo.run({"script", "import", path}).json();
  CHECK_FALSE(same[u"isDraft"].toBool());
  QFile file(path);
  REQUIRE(file.open(QIODevice::ReadWrite));
  QByteArray text = file.readAll();
  text.replace("请问怎么称呼您", "请问您贵姓");
  file.resize(0);
  file.seek(0);
  file.write(text);
  file.close();
  const auto changed = demo.run({"script", "import", path}).json();
  CHECK(changed[u"isDraft"].toBool());
  CHECK(changed[u"id"].toString() == u"opening");
  // A draft is not said yet.
  const auto standing = demo.run({"script", "export", "opening"}).json();
  CHECK_FALSE(standing[u"twee"].toString().contains(QStringLiteral("请问您贵姓")));
}

TEST_CASE("every script that ships is whole, with and without a store", "[admin]") {
  for (const char* id : {"opening", "closing"}) {
    const auto out = admin({"script", "export", id, "--json", "--store", "/nonexistent/store"});
    INFO(out.err.toStdString());
    CHECK(out.json()[u"twee"].toString().startsWith(QStringLiteral(":: StoryTitle")));
  }
}

TEST_CASE("a broken script is told with the step, a broken file with the line", "[admin]") {
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("b.twee"));
  QFile file(path);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(":: a\nx\n[[1->nowhere]]\n");
  file.close();
  const auto checked = admin({"script", "check", path, "--json"});
  CHECK(checked.code == 1);
  const QJsonArray problems = checked.anyJson()[u"problems"].toArray();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0][u"code"].toString() == u"dead_end");
  CHECK(problems[0][u"step"].toString() == u"a");
  CHECK(problems[0][u"answer"].toInt() == 1);
  REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
  file.write(":: a {\"x\"\n");
  file.close();
  checkSaysWhy(admin({"script", "check", path}), 1);
  checkSaysWhy(admin({"script", "check", "/nonexistent"}), 1);
  checkSaysWhy(admin({"script", "export", "no-such", "--store", "/nonexistent/store"}), 1);
  checkSaysWhy(admin({"script"}), 2);
}
