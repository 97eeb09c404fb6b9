// SPDX-License-Identifier: GPL-3.0-or-later
// The shared database from the command line: made, looked at, adopted, verified.
#include "tests/admin/empty_database.h"

using namespace yingda;
using namespace yingda::test;

TEST_CASE("the shared database is made once, looked at and adopted", "[admin][remote]") {
  const EmptyDatabase database;
  const Outcome early = database.run({"db", "status"});
  CHECK(early.code == 1);
  CHECK(early.err.contains("db init"));
  const QJsonObject made = database.run({"db", "init", "--name", "云杉物业"}).json();
  CHECK(made[u"schema"].toInt() > 0);
  CHECK(made[u"schema"] == made[u"newest"]);
  CHECK(made[u"company"] == QStringLiteral("云杉物业"));
  CHECK(made[u"operations"].toInt(-1) == 0);
  const Outcome again = database.run({"db", "init"});
  CHECK(again.code == 1);
  CHECK(again.err.contains("没有改动"));
  CHECK(database.run({"db", "migrate"}).json()[u"schema"] == made[u"schema"]);
  CHECK(database.run({"db", "status"}).json() == made);
  const QJsonObject adopted = database.run({"db", "adopt"}).json();
  CHECK_FALSE(adopted[u"epoch"] == made[u"epoch"]);
  CHECK(database.run({"db", "drop"}).code == 2);
  CHECK(database.run({"db"}).code == 2);
}

TEST_CASE("of several servers the one that answers and can be written to is taken",
          "[admin][remote]") {
  const EmptyDatabase database;
  REQUIRE(database.run({"db", "init"}).code == 0);
  const QString both = QStringLiteral("127.0.0.1:1,") % database.server;
  const Outcome status = admin(words({"db", "status", "--json", "--server", both, "--database",
                                      database.name, "--login", "postgres", "--ssl", "prefer"}));
  CHECK(status.json()[u"schema"].toInt() > 0);
}

TEST_CASE("the ledger of the shared database is verified", "[admin][remote]") {
  const EmptyDatabase database;
  REQUIRE(database.run({"db", "init"}).code == 0);
  const QJsonObject whole = database.run({"verify"}).json();
  CHECK(whole[u"operations"].toInt(-1) == 0);
  CHECK(whole[u"broken"].toArray().isEmpty());
  // A seat that says it had operations which are nowhere.
  ServerLink link(database.address(QStringLiteral("postgres")));
  const QString seat = QStringLiteral("01890000-0000-7000-8000-00000000000a");
  REQUIRE(link.run(QStringLiteral("INSERT INTO yingda.workstation(workstation, label, secret_hash,"
                                  " enrolled_by, last_sequence) VALUES ('%1', '', sha256('x'), 'x',"
                                  " 7)")
                       .arg(seat)));
  const Outcome broken = database.run({"verify"});
  CHECK(broken.code == 1);
  const QJsonObject place = broken.anyJson()[u"broken"].toArray().first().toObject();
  CHECK(place[u"workstation"].toString() == seat);
  CHECK(place[u"sequence"].toInt() == 7);
  CHECK(place[u"reason"] == QStringLiteral("head"));
  CHECK(broken.err.contains(seat.toUtf8()));
}

TEST_CASE("what is wrong with the server is said in one sentence", "[admin][remote]") {
  const auto told = [](std::initializer_list<Word> where, const char* sentence) {
    const Outcome outcome = admin(words({"db", "status", "--json"}) + words(where));
    CHECK(outcome.code == 1);
    CHECK(outcome.out.isEmpty());
    CHECK(outcome.err.count('\n') == 1);
    INFO(outcome.err.toStdString());
    CHECK(outcome.err.contains(sentence));
  };
  told({"--server", "127.0.0.1:1"}, "没有开着");
  told({"--server", "no-such-host.invalid"}, "找不到这台服务器");
  const QString server = QStringLiteral("127.0.0.1:") % qEnvironmentVariable("YINGDA_TEST_PORT");
  told({"--server", server}, "证书");
  told({"--server", server, "--ssl", "prefer", "--database", "no_such_floor"}, "没有这个数据库");
  told({"--server", server, "--ssl", "prefer", "--login", "nobody"}, "密码");
}
