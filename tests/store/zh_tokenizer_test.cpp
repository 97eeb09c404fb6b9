// SPDX-License-Identifier: GPL-3.0-or-later
// FTS5 cuts and finds Chinese text with our tokenizer on every connection.
#include "core/store/zh_tokenizer.h"

#include <QTemporaryDir>

#include "core/store/database.h"
#include "core/text/tokens.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

/// An index of complaints in a file of its own.
struct Index {
  QTemporaryDir folder;
  std::unique_ptr<Database> database = open();

  Index() {
    REQUIRE(database->runScript(
        "make", QStringLiteral("CREATE VIRTUAL TABLE complaint USING fts5(text, tokenize='zh',"
                               " detail=none)")));
    add(1, QStringLiteral("厨房水管漏水，楼下天花板湿了"));
    add(2, QStringLiteral("3栋2单元电梯停运，电话 13800001111"));
    add(3, QStringLiteral("业主表扬保安"));
  }
  std::unique_ptr<Database> open() const {
    DatabaseOptions options;
    options.file = folder.filePath(QStringLiteral("index.db"));
    auto opened = Database::open(options);
    REQUIRE(opened);
    return std::move(*opened);
  }
  void add(qint64 row, const QString& text) {
    REQUIRE(
        database
            ->prepared("add", QStringLiteral("INSERT INTO complaint (rowid, text) VALUES (?, ?)"))
            .bindAll(row, text)
            .run());
  }
  static QList<qint64> find(Database& at, const QString& words) {
    QStringList terms;
    for (const QString& term : searchTerms(words)) terms << u'"' % term % u'"';
    Statement& statement =
        at.prepared("find", QStringLiteral("SELECT rowid FROM complaint WHERE complaint MATCH ?"
                                           " ORDER BY rowid"))
            .bindAll(terms.join(QStringLiteral(" AND ")));
    QList<qint64> rows;
    for (;;) {
      const auto row = statement.step();
      REQUIRE(row);
      if (!*row) return rows;
      rows << statement.int64(0);
    }
  }
};

}  // namespace

TEST_CASE("Chinese words, houses and the end of a telephone number are found", "[store]") {
  const Index index;
  const auto [words, rows] = GENERATE(table<const char*, QList<qint64>>({
      {"漏水", {1}},
      {"水", {1}},
      {"电梯", {2}},
      {"梯电", {}},
      {"3栋2单元", {2}},
      {"1111", {2}},
      {"13800001111", {2}},
      {"漏水 天花板", {1}},
      {"保安 漏水", {}},
  }));
  INFO(words);
  CHECK(Index::find(*index.database, QString::fromUtf8(words)) == rows);
}

TEST_CASE("every connection knows the tokenizer", "[store]") {
  const Index index;
  const auto second = index.open();
  CHECK(Index::find(*second, QStringLiteral("漏水")) == QList<qint64>{1});
}

TEST_CASE("a text without a term, or an empty one, is stored and found by nothing", "[store]") {
  Index index;
  index.add(4, QString());
  index.add(5, QStringLiteral("，。！"));
  index.add(6, QString(QChar(0)));
  CHECK(Index::find(*index.database, QStringLiteral("漏水")) == QList<qint64>{1});
  REQUIRE(index.database->runScript(
      "check", QStringLiteral("INSERT INTO complaint (complaint) VALUES ('integrity-check')")));
}
