// SPDX-License-Identifier: GPL-3.0-or-later
// People of the shared database from the command line: let in and out, their role and their sites.
#include "core/base/clock.h"
#include "core/domain/domain_ids.h"
#include "core/remote/psql_gateway.h"
#include "tests/admin/empty_database.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// A floor with two projects, and who is let in there.
struct PeopledFloor {
  EmptyDatabase database;
  const QString yunshan = QStringLiteral("01890000-0000-7000-8000-0000000000a1");
  const QString qinghe = QStringLiteral("01890000-0000-7000-8000-0000000000a2");

  PeopledFloor() {
    REQUIRE(database.run({"db", "init"}).code == 0);
    run(QStringLiteral("INSERT INTO yingda.entity(kind, id, body) VALUES"
                       " ('community', '%1', '{\"name\": \"云杉府\"}'),"
                       " ('community', '%2', '{\"name\": \"青禾苑\"}')")
            .arg(yunshan, qinghe));
  }
  void run(const QString& sql) const {
    REQUIRE(ServerLink(database.address(QStringLiteral("postgres"))).run(sql));
  }
  QString login(const char* name) {
    const QString login = QLatin1String(name) % u'_' % database.name.mid(6);
    if (!database.roles.contains(login)) database.roles << login;
    return login;
  }
  /// What the server itself says of whoever comes in by it.
  QStringList sitesOf(const QString& login, const QString& password) const {
    ServerAddress address = database.address(login);
    address.password = password;
    PsqlGateway gateway(address);
    SystemRandom random;
    const auto hello = gateway.hello(WorkstationId::make(SystemClock(), random));
    REQUIRE(hello);
    QStringList sites;
    for (const QUuid& site : hello->sites) sites << site.toString(QUuid::WithoutBraces);
    sites.sort();
    return sites;
  }
};

QStringList idsIn(const QJsonValue& sites) {
  QStringList ids;
  for (const QJsonValue& site : sites.toArray()) ids << site[u"id"].toString();
  ids.sort();
  return ids;
}

}  // namespace

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

TEST_CASE("a person sees the projects that were named, also after another role",
          "[admin][remote]") {
  PeopledFloor floor;
  const EmptyDatabase& database = floor.database;
  const QString li = floor.login("li");
  const QJsonObject added =
      database.run({"user", "add", li, "--name", "李敏", "--site", "云杉府"}).json();
  const QString password = added[u"password"].toString();
  CHECK(idsIn(added[u"sites"]) == QStringList{floor.yunshan});
  CHECK(floor.sitesOf(li, password) == QStringList{floor.yunshan});

  // The role alone changes the role alone.
  const QJsonObject raised = database.run({"user", "role", li, "--role", "supervisor"}).json();
  CHECK(raised[u"role"] == QStringLiteral("supervisor"));
  CHECK(idsIn(raised[u"sites"]) == QStringList{floor.yunshan});
  CHECK(floor.sitesOf(li, password) == QStringList{floor.yunshan});

  // Projects alone change projects alone; a name and an id name the same.
  const QJsonObject both =
      database.run({"user", "role", li, "--site", "云杉府", "--site", floor.qinghe}).json();
  CHECK(both[u"role"] == QStringLiteral("supervisor"));
  CHECK(floor.sitesOf(li, password) == QStringList{floor.yunshan, floor.qinghe});

  // What is not understood changes nothing.
  const Outcome unknown = database.run({"user", "role", li, "--site", "云山府"});
  checkSaysWhy(unknown, 1);
  CHECK(unknown.err.contains("云杉府"));
  checkSaysWhy(database.run({"user", "role", li, "--site", "云杉府", "--all-sites"}), 1);
  checkSaysWhy(database.run({"user", "role", li}), 2);
  checkSaysWhy(database.run({"user", "role", li, "--role", "king"}), 1);
  CHECK(floor.sitesOf(li, password) == QStringList{floor.yunshan, floor.qinghe});

  const QString qian = floor.login("qian");
  checkSaysWhy(database.run({"user", "add", qian, "--name", "钱宁", "--site", "云山府"}), 1);
  REQUIRE(database.run({"user", "add", qian, "--name", "钱宁", "--staff", "8022"}).code == 0);
  const QJsonObject list = database.run({"user", "list"}).json();
  const QJsonArray people = list[u"people"].toArray();
  REQUIRE(people.size() == 2);
  CHECK(idsIn(people[0][u"sites"]) == QStringList{floor.yunshan, floor.qinghe});
  CHECK(people[0][u"name"] == QStringLiteral("李敏"));
  CHECK(people[1][u"staffNumber"] == QStringLiteral("8022"));
  CHECK(people[1][u"sites"].isNull());
  CHECK(people[1][u"active"] == true);
  CHECK(idsIn(list[u"sites"]) == QStringList{floor.yunshan, floor.qinghe});

  const QJsonObject all = database.run({"user", "role", li, "--all-sites"}).json();
  CHECK(all[u"sites"].isNull());
  CHECK(floor.sitesOf(li, password).isEmpty());
}

TEST_CASE("of two projects with one name neither is guessed", "[admin][remote]") {
  PeopledFloor floor;
  floor.run(QStringLiteral("UPDATE yingda.entity SET body = '{\"name\": \"云杉府\"}'"
                           " WHERE id = '%1'")
                .arg(floor.qinghe));
  const QString li = floor.login("li");
  const Outcome told =
      floor.database.run({"user", "add", li, "--name", "李敏", "--site", "云杉府"});
  checkSaysWhy(told, 1);
  CHECK(told.err.contains(floor.yunshan.toUtf8()));
  CHECK(told.err.contains(floor.qinghe.toUtf8()));
}

TEST_CASE("a login that is nobody's of this floor is left alone", "[admin][remote]") {
  PeopledFloor floor;
  const EmptyDatabase& database = floor.database;
  // Another program's login on the same server.
  const QString other = floor.login("other");
  REQUIRE(database.maintenance(QStringLiteral("SET password_encryption = 'scram-sha-256';"
                                              "CREATE ROLE \"%1\" LOGIN PASSWORD 'geheim-8021'")
                                   .arg(other)));
  ServerAddress address = database.address(other);
  address.password = QStringLiteral("geheim-8021");
  ServerLink open(address);
  REQUIRE(open.open());
  const QStringList logins{other, QStringLiteral("postgres"), QStringLiteral("nobody_here"),
                           QStringLiteral("yingda_owner"), QStringLiteral("No; Login")};
  for (const QString& login : logins) {
    INFO(login.toStdString());
    for (const auto& verb :
         {words({"user", "disable"}), words({"user", "password"}), words({"user", "role"})}) {
      QStringList line = verb + QStringList{login};
      if (verb.back() == u"role") line += words({"--role", "agent"});
      const Outcome told = database.run(line);
      checkSaysWhy(told, 1);
      CHECK(told.err.contains("没有这个登录名"));
    }
  }
  // Neither thrown out, nor shut out.
  CHECK(open.run(QStringLiteral("SELECT 1")));
  CHECK(ServerLink(address).open());
}

TEST_CASE("a doorbell's password is renewed, and a lost one is silenced", "[admin][remote]") {
  PeopledFloor floor;
  const EmptyDatabase& database = floor.database;
  const QString bell = floor.login("bell");
  ServerAddress address = database.address(bell);
  address.password =
      database.run({"user", "add", bell, "--role", "bell"}).json()[u"password"].toString();
  REQUIRE(ServerLink(address).open());
  const QString renewed = database.run({"user", "password", bell}).json()[u"password"].toString();
  CHECK_FALSE(ServerLink(address).open());
  address.password = renewed;
  ServerLink link(address);
  REQUIRE(link.open());
  // It is nobody, and becomes nobody.
  checkSaysWhy(database.run({"user", "role", bell, "--role", "supervisor"}), 1);
  CHECK(database.run({"user", "disable", bell}).code == 0);
  CHECK_FALSE(link.run(QStringLiteral("SELECT 1")));
  CHECK_FALSE(ServerLink(address).open());
}

TEST_CASE("a change of role is whole or not at all", "[admin][remote]") {
  PeopledFloor floor;
  const QString li = floor.login("li");
  REQUIRE(floor.database.run({"user", "add", li, "--name", "李敏"}).code == 0);
  // The last step, what the screens show, cannot be done.
  floor.run(QStringLiteral(
      "CREATE FUNCTION public.no() RETURNS trigger LANGUAGE plpgsql AS"
      " $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'YD020'; END $$;"
      "CREATE TRIGGER no BEFORE UPDATE ON yingda.entity FOR EACH ROW EXECUTE FUNCTION"
      " public.no()"));
  checkSaysWhy(floor.database.run({"user", "role", li, "--role", "supervisor"}), 1);
  checkSaysWhy(floor.database.run({"user", "disable", li}), 1);
  const QJsonArray people = floor.database.run({"user", "list"}).json()[u"people"].toArray();
  CHECK(people[0][u"role"] == QStringLiteral("agent"));
  CHECK(people[0][u"active"] == true);
}
