// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations: fresh equals migrated, a kill between two statements is recovered, newer files are
// told.
#include "core/store/migrator.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include "core/store/journal.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

constexpr Migration rising[] = {{1, "a", 1}, {2, "b", 1}, {5, "c", 4}};
static_assert(isRising(rising));
constexpr Migration doubled[] = {{1, "a", 1}, {1, "b", 1}};
static_assert(!isRising(doubled));
constexpr Migration falling[] = {{2, "a", 2}, {3, "b", 1}};
static_assert(!isRising(falling));
constexpr Migration early[] = {{1, "a", 2}};
static_assert(!isRising(early));

/// A schema of three steps, written as files.
struct Steps {
  QTemporaryDir folder;
  QList<QByteArray> files;
  std::vector<Migration> migrations;

  Steps() {
    add("-- why\nCREATE TABLE a (x INTEGER PRIMARY KEY, y TEXT);\nINSERT INTO a VALUES (1, 'one');\n");
    add("ALTER TABLE a ADD COLUMN z REAL NOT NULL DEFAULT 0.5; CREATE INDEX a_z ON a (z);"
        " UPDATE a SET y = 'two'");
    add("CREATE TABLE b (x BLOB); INSERT INTO b VALUES (x'00'); DROP INDEX a_z; -- done\n");
  }
  void add(const char* sql) {
    files << QFile::encodeName(folder.filePath(QString::number(files.size())));
    QFile file(QFile::decodeName(files.back()));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(sql);
    migrations.clear();
    for (qsizetype i = 0; i < files.size(); ++i) {
      const int number = static_cast<int>(i) + 1;
      migrations.push_back({number, files[i].constData(), number > 2 ? 2 : 1});
    }
  }
  QString database(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
  std::span<const Migration> first(size_t count) const {
    return std::span<const Migration>(migrations).first(count);
  }
};

std::unique_ptr<Database> openDatabase(const QString& file) {
  DatabaseOptions options;
  options.file = file;
  auto database = Database::open(options);
  REQUIRE(database);
  return std::move(*database);
}

/// Every column of every table, one a line.
QString columns(Database& database) {
  Statement& statement = database.prepared(
      "columns", QStringLiteral("SELECT t.name || ' ' || c.cid || ' ' || c.name || ' ' || c.type ||"
                                " ' ' || c.\"notnull\" || ' ' || coalesce(c.dflt_value, '-') ||"
                                " ' ' || c.pk FROM sqlite_schema AS t,"
                                " pragma_table_xinfo(t.name) AS c ORDER BY 1"));
  QString text;
  for (;;) {
    const auto row = statement.step();
    REQUIRE(row);
    if (!*row) return text;
    text += statement.text(0) % u'\n';
  }
}

}  // namespace

TEST_CASE("a fresh file equals a migrated one, column by column", "[store]") {
  const Steps steps;
  const auto fresh = openDatabase(steps.database("fresh"));
  REQUIRE(migrate(*fresh, steps.migrations));
  const QString expected = columns(*fresh);
  CHECK(expected.contains(QStringLiteral("a 2 z REAL 1 0.5 0")));
  for (size_t from = 1; from <= 3; ++from) {
    const auto older = openDatabase(steps.database("older") + QString::number(from));
    REQUIRE(migrate(*older, steps.first(from)));
    REQUIRE(migrate(*older, steps.migrations));
    CHECK(columns(*older) == expected);
    CHECK(*schemaHash(*older) == *schemaHash(*fresh));
    CHECK(*schemaState(*older, steps.migrations) == SchemaState::Current);
  }
  REQUIRE(migrate(*fresh, steps.migrations));
}

TEST_CASE("the schema hash tells schemas apart", "[store]") {
  const Steps steps;
  const auto database = openDatabase(steps.database("hash"));
  REQUIRE(migrate(*database, steps.first(1)));
  const QByteArray before = *schemaHash(*database);
  CHECK(before.size() == 32);
  REQUIRE(migrate(*database, steps.first(2)));
  CHECK(*schemaHash(*database) != before);
}

TEST_CASE("an older program is told what it may do with a newer file", "[store]") {
  const Steps steps;
  const auto database = openDatabase(steps.database("newer"));
  CHECK(*schemaState(*database, steps.migrations) == SchemaState::Older);
  REQUIRE(migrate(*database, steps.migrations));
  CHECK(*schemaState(*database, steps.first(2)) == SchemaState::NewerReadable);
  CHECK(*schemaState(*database, steps.first(1)) == SchemaState::TooNew);
  CHECK(migrate(*database, steps.first(2)).error().code == ErrorCode::TooNew);
}

TEST_CASE("a migration that fails leaves the version before it", "[store]") {
  Steps steps;
  steps.add("CREATE TABLE c (x); INSERT INTO nowhere VALUES (1)");
  const auto database = openDatabase(steps.database("failing"));
  REQUIRE_FALSE(migrate(*database, steps.migrations));
  CHECK(*schemaState(*database, steps.first(3)) == SchemaState::Current);
  CHECK_FALSE(columns(*database).contains(QStringLiteral("c 0 x")));
}

// Goal: a kill between any two statements is recovered. Method: a child dies before each of them.
TEST_CASE("a kill between any two statements of a migration is recovered", "[store][crash]") {
  const Steps steps;
  const auto fresh = openDatabase(steps.database("fresh"));
  REQUIRE(migrate(*fresh, steps.migrations));
  bool hasFinished = false;
  int deaths = 0;
  for (int statement = 1; statement <= 200 && !hasFinished; ++statement) {
    const QString file = steps.database("killed") + QString::number(statement);
    QStringList arguments{QStringLiteral("migrate"), file, QString::number(statement)};
    for (const QByteArray& script : steps.files) arguments << QString::fromUtf8(script);
    QProcess child;
    child.start(QCoreApplication::applicationDirPath() + QStringLiteral("/store_crash_child"),
                arguments);
    REQUIRE(child.waitForFinished(60'000));
    hasFinished = child.exitStatus() == QProcess::NormalExit;
    if (hasFinished) REQUIRE(child.exitCode() == 0);
    deaths += hasFinished ? 0 : 1;
    INFO("killed before statement " << statement);
    const auto database = openDatabase(file);
    REQUIRE(migrate(*database, steps.migrations));
    CHECK(columns(*database) == columns(*fresh));
    CHECK(*schemaHash(*database) == *schemaHash(*fresh));
  }
  CHECK(hasFinished);
  CHECK(deaths > 20);
}

// Goal: a schema that people have on their disks is never edited. Method: its hash stands here; a
// new migration brings a new hash, an edited file breaks the old one.
TEST_CASE("the schema of the journal is the one that was released", "[store]") {
  const QTemporaryDir folder;
  const SystemClock clock;
  SystemRandom random;
  REQUIRE(Journal::open(folder.path(), clock, random));
  const auto database = openDatabase(Journal::fileIn(folder.path()));
  CHECK(schemaHash(*database)->toHex() ==
        QByteArray("eaedbcd038e40ca21602b585f6dd2354768759321579cc81692714509fd58446"));
}
