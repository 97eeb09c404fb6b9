// SPDX-License-Identifier: GPL-3.0-or-later
// join and sync from the command line: what would be sent, what was, and what comes back.
#include <QFileInfo>
#include <filesystem>

#include "tests/admin/empty_database.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// A floor with two people, and two stores that are not joined yet.
struct TwoStores {
  EmptyDatabase database;
  QTemporaryDir folder;
  QMap<QString, QString> passwords;

  TwoStores() {
    REQUIRE(folder.isValid());
    REQUIRE(database.run({"db", "init", "--name", "云杉物业"}).code == 0);
    let("li", "李敏", "8021", "supervisor");
    let("zhao", "赵青", "8022", "agent");
  }
  void let(const char* name, const char* people, const char* staff, const char* role) {
    database.roles << login(name);
    const QJsonObject added =
        database
            .run({"user", "add", login(name), "--name", people, "--staff", staff, "--role", role})
            .json();
    passwords[login(name)] = added[u"password"].toString();
  }
  QString login(const char* name) const {
    return QLatin1String(name) % u'_' % database.name.mid(6);
  }
  QString store(const char* name) const { return folder.filePath(QLatin1String(name)); }
  Outcome on(const char* name, std::initializer_list<Word> line) const {
    return admin(words(line) + words({"--json", "--store", store(name)}));
  }
  Outcome join(const char* store, const char* name, const QStringList& more = {}) const {
    qputenv("PGPASSWORD", passwords[login(name)].toUtf8());
    const Outcome outcome =
        admin(words({"join", "--json", "--store", this->store(store), "--server", database.server,
                     "--database", database.name, "--login", login(name), "--ssl", "prefer"}) +
              more);
    qunsetenv("PGPASSWORD");
    return outcome;
  }
  QString write(const char* name, const char* text) const {
    return on(name,
              {"ticket", "new", "--text", text, "--phone", "13812341234", "--place", "3-2-1502"})
        .json()[u"number"]
        .toString();
  }
};

}  // namespace

TEST_CASE("a store joins by one command, and says before what would be sent", "[admin][remote]") {
  const TwoStores two;
  REQUIRE(two.on("first", {"user", "add", "8021", "--name", "李敏", "--pin", "246810"}).code == 0);
  const QString number = two.write("first", "厨房漏水");

  const QJsonObject said = two.join("first", "li", {QStringLiteral("--dry-run")}).json();
  CHECK(said[u"company"] == QStringLiteral("云杉物业"));
  CHECK(said[u"role"] == QStringLiteral("supervisor"));
  CHECK(said[u"tickets"].toInt() == 1);
  const int pending = said[u"pending"].toInt();
  CHECK(pending > 0);
  REQUIRE(said[u"people"].toArray().size() == 1);
  CHECK(said[u"people"][0][u"becomes"].isString());
  // Nothing was done by asking.
  CHECK(two.database.run({"db", "status"}).json()[u"operations"].toInt(-1) == 0);
  checkSaysWhy(two.on("first", {"sync", "--once"}), 1);

  // Who brings work along must be allowed to.
  checkSaysWhy(two.join("first", "zhao"), 1);
  const QJsonObject joined = two.join("first", "li").json();
  CHECK(joined[u"state"] == QStringLiteral("live"));
  // The join itself says whom the store's own person became.
  CHECK(joined[u"pushed"].toInt() >= pending);
  CHECK(joined[u"pulled"].toInt() > 0);
  CHECK(joined[u"pending"].toInt(-1) == 0);
  CHECK(joined[u"conflicts"].toInt(-1) == 0);
  CHECK(two.database.run({"db", "status"}).json()[u"operations"] == joined[u"pushed"]);
  // Once more is only once more.
  CHECK(two.join("first", "li").json()[u"pushed"].toInt(-1) == 0);

  // An empty store, by an agent: nothing goes up, the floor comes down.
  const QJsonObject fetched = two.join("second", "zhao").json();
  CHECK(fetched[u"pushed"].toInt(-1) == 0);
  CHECK(fetched[u"pulled"].toInt() > 0);
  CHECK(two.on("second", {"ticket", "show", number}).json()[u"number"] == number);
}

TEST_CASE("sync --once counts what it sent and fetched", "[admin][remote]") {
  const TwoStores two;
  REQUIRE(two.on("first", {"user", "add", "8021", "--name", "李敏", "--pin", "246810"}).code == 0);
  REQUIRE(two.join("first", "li").code == 0);
  REQUIRE(two.join("second", "zhao").code == 0);
  const auto operations = [&] {
    return two.database.run({"db", "status"}).json()[u"operations"].toInt(-1);
  };

  // Until nothing is left; then there is nothing.
  REQUIRE(two.on("first", {"sync", "--once"}).code == 0);
  const QJsonObject idle = two.on("first", {"sync", "--once"}).json();
  CHECK(idle[u"pushed"].toInt(-1) == 0);
  CHECK(idle[u"pulled"].toInt(-1) == 0);

  const int before = operations();
  const QString number = two.write("first", "厨房漏水");
  const QJsonObject sent = two.on("first", {"sync", "--once"}).json();
  CHECK(sent[u"pushed"].toInt() > 0);
  CHECK(sent[u"pushed"].toInt() == operations() - before);
  const QJsonObject fetched = two.on("second", {"sync", "--once"}).json();
  CHECK(fetched[u"pushed"].toInt(-1) == 0);
  CHECK(fetched[u"pulled"].toInt() > 0);
  CHECK(fetched[u"state"] == QStringLiteral("live"));
  CHECK(two.on("second", {"ticket", "show", number}).json()[u"number"] == number);
  // For people in a sentence.
  const Outcome told = admin({"sync", "--once", "--store", two.store("second")});
  CHECK(told.code == 0);
  CHECK(told.out.contains("发出 0 条操作"));
}

TEST_CASE("a join without a server, or with a wrong password, says why", "[admin][remote]") {
  const TwoStores two;
  checkSaysWhy(admin({"join", "--store", two.store("first")}), 2);
  qunsetenv("PGPASSWORD");
  const Outcome wrong = admin(
      words({"join", "--store", two.store("first"), "--server", two.database.server, "--database",
             two.database.name, "--login", two.login("li"), "--ssl", "prefer"}));
  checkSaysWhy(wrong, 1);
  CHECK(wrong.err.contains("PGPASSWORD"));
  checkSaysWhy(admin({"sync", "--once", "--store", two.store("nowhere")}), 1);
}

TEST_CASE("of two copies of a store one goes on as a new seat by one command", "[admin][remote]") {
  const TwoStores two;
  REQUIRE(two.on("first", {"user", "add", "8021", "--name", "李敏", "--pin", "246810"}).code == 0);
  const QString before = two.write("first", "厨房漏水");
  const QStringList newSeat{QStringLiteral("join"), QStringLiteral("--as-new-seat")};
  const auto changeOn = [&](const char* store) {
    return admin(newSeat + words({"--json", "--store", two.store(store)}));
  };
  checkSaysWhy(changeOn("first"), 1);
  REQUIRE(two.join("first", "li").code == 0);
  // Where nothing is wrong nothing is changed.
  checkSaysWhy(changeOn("first"), 1);
  std::filesystem::copy(two.store("first").toStdU16String(), two.store("copy").toStdU16String(),
                        std::filesystem::copy_options::recursive);
  const QString there = two.write("first", "电梯有异响");
  REQUIRE(two.on("first", {"sync", "--once"}).code == 0);
  const QString here = two.write("copy", "地库积水");
  const Outcome stopped = two.on("copy", {"sync", "--once"});
  checkSaysWhy(stopped, 1);
  CHECK(stopped.err.contains("join --as-new-seat"));

  const QJsonObject changed = changeOn("copy").json();
  CHECK(changed.keys().join(u' ') ==
        QStringLiteral("code conflicts evidence known left pending pulled pushed refused reissued"
                       " state"));
  CHECK(changed[u"state"] == QStringLiteral("live"));
  CHECK(changed[u"known"].toInt() > 0);
  CHECK(changed[u"reissued"].toInt() > 0);
  CHECK(changed[u"pushed"] == changed[u"reissued"]);
  CHECK(changed[u"left"].toInt(-1) == 0);
  CHECK(changed[u"code"].toInt() >= 100);
  CHECK(changed[u"pending"].toInt(-1) == 0);
  CHECK(QFileInfo::exists(changed[u"evidence"].toString()));
  checkSaysWhy(changeOn("copy"), 1);

  REQUIRE(two.on("first", {"sync", "--once"}).code == 0);
  for (const char* store : {"first", "copy"}) {
    const QJsonArray tickets = two.on(store, {"ticket", "list"}).json()[u"tickets"].toArray();
    CHECK(tickets.size() == 3);
  }
  // What was told to somebody stays, also the number that both gave before it was found out; what
  // comes next has the new code.
  CHECK(two.on("copy", {"ticket", "show", before}).code == 0);
  CHECK(here == there);
  CHECK(two.write("copy", "路灯不亮").left(3).toInt() == changed[u"code"].toInt());
}
