// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments from the command line: in, listed, and out again, byte for byte.
#include "tests/admin/program.h"

using namespace yingda::test;

TEST_CASE("a file goes in and comes out again", "[admin]") {
  const DemoFolder demo;
  QTemporaryDir files;
  const QByteArray bytes = QByteArray("漏水的照片 ").repeated(200'000);
  const QString in = files.filePath(QStringLiteral("厨房.jpg"));
  QFile file(in);
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write(bytes);
  file.close();
  const QString number =
      demo.run("ticket list --limit 1").json()[u"tickets"][0][u"number"].toString();
  const QJsonArray empty =
      demo.run(words({"ticket", "attachments", number})).json()[u"attachments"].toArray();
  CHECK(empty.isEmpty());
  const QJsonObject attached =
      demo.run(words({"ticket", "attach", number, in, "--name", "现场.jpg"}))
          .json()[u"attachments"][0]
          .toObject();
  CHECK(attached[u"name"].toString() == QStringLiteral("现场.jpg"));
  CHECK(attached[u"n"].toInt() == 1);
  CHECK(attached[u"bytes"].toInteger() == bytes.size());
  CHECK(attached[u"kind"].toString() == QStringLiteral("photo"));
  // It stands alone: there is nobody for whom it would wait.
  CHECK(attached[u"way"].toString() == QStringLiteral("here"));
  const QString out = files.filePath(QStringLiteral("out.jpg"));
  const QJsonObject fetched =
      demo.run(words({"ticket", "fetch", number, "1", "--out", out})).json();
  CHECK(fetched[u"sha256"] == attached[u"sha256"]);
  QFile copy(out);
  REQUIRE(copy.open(QIODevice::ReadOnly));
  CHECK(copy.readAll() == bytes);
  copy.close();

  // What cannot be done says why, and writes nothing.
  checkSaysWhy(demo.run(words({"ticket", "fetch", number, "1", "--out", out})), 1);
  checkSaysWhy(demo.run(words({"ticket", "fetch", number, "2", "--out", QString(out + u".x")})), 1);
  checkSaysWhy(demo.run(words({"ticket", "attach", number, files.path()})), 1);
  checkSaysWhy(demo.run(words({"ticket", "attach", number})), 2);
  checkSaysWhy(demo.run(words({"ticket", "fetch", number, "1"})), 2);
  CHECK_FALSE(QFile::exists(QString(out + u".x")));
}
