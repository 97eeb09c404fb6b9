// SPDX-License-Identifier: GPL-3.0-or-later
// join and sync from the command line: what would be sent, what was, and what comes back.
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
