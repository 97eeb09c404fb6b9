// SPDX-License-Identifier: GPL-3.0-or-later
// The shared database from the command line: made, looked at, adopted, people let in and out.
#include "core/base/random.h"
#include "core/remote/server_link.h"
#include "tests/admin/program.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// An empty database on the tests' private server.
struct EmptyDatabase {
  QString name = QStringLiteral("verbs_") % QString::fromLatin1(SystemRandom().bytes(6).toHex());
  QString server = QStringLiteral("127.0.0.1:") % qEnvironmentVariable("YINGDA_TEST_PORT");
  QStringList roles;

  EmptyDatabase() { REQUIRE(maintenance(QStringLiteral("CREATE DATABASE ") % name)); }
  ~EmptyDatabase() {
    (void)maintenance(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(name));
    for (const QString& role : roles)
      (void)maintenance(QStringLiteral("DROP ROLE \"%1\"").arg(role));
  }
  ServerAddress address(const QString& login) const {
    ServerAddress address;
    address.hosts = QStringLiteral("127.0.0.1");
    address.ports = qEnvironmentVariable("YINGDA_TEST_PORT");
    address.database = name;
    address.login = login;
    address.sslMode = QStringLiteral("prefer");
    return address;
  }
  bool maintenance(const QString& sql) const {
    ServerAddress there = address(QStringLiteral("postgres"));
    there.database = QStringLiteral("postgres");
    return ServerLink(there).run(sql).has_value();
  }
  Outcome run(std::initializer_list<Word> line) const {
    return admin(words(line) + words({"--json", "--server", server, "--database", name, "--login",
                                      "postgres", "--ssl", "prefer"}));
  }
};

}  // namespace

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

TEST_CASE("a person comes in by their own password, and out again", "[admin][remote]") {
  EmptyDatabase database;
  REQUIRE(database.run({"db", "init"}).code == 0);
  const QString login = QStringLiteral("li_") % database.name.mid(6);
  database.roles << login;
  const QJsonObject added = database.run({"user", "add", login, "--name", "李敏"}).json();
  CHECK(added[u"login"].toString() == login);
  CHECK(added[u"role"] == QStringLiteral("agent"));
  ServerAddress address = database.address(login);
  address.password = added[u"password"].toString();
  CHECK(address.password.size() == 16);
  CHECK(ServerLink(address).open());
  CHECK(database.run({"user", "role", login, "--role", "supervisor"}).code == 0);
  CHECK(database.run({"user", "role", login, "--role", "king"}).code == 1);
  CHECK(database.run({"user", "role", "nobody_here", "--role", "agent"}).code == 1);
  CHECK(database.run({"user", "disable", login}).code == 0);
  CHECK_FALSE(ServerLink(address).open());
  CHECK(database.run({"user", "add", "Li; DROP", "--name", "李敏"}).code == 2);
  const QString bell = QStringLiteral("bell_") % database.name.mid(6);
  database.roles << bell;
  const QJsonObject rings = database.run({"user", "add", bell, "--role", "bell"}).json();
  address = database.address(bell);
  address.password = rings[u"password"].toString();
  ServerLink link(address);
  CHECK(link.run(QStringLiteral("SELECT * FROM yingda.ring(NULL, false)")));
  CHECK_FALSE(link.run(QStringLiteral("SELECT * FROM yingda.person")));
  CHECK(admin({"bell"}).code == 2);
  CHECK(database.run({"user", "add", login}).code == 2);
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
