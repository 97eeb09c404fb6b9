// SPDX-License-Identifier: GPL-3.0-or-later
// Each verb answers with the fields that other programs were promised, of the promised types.
#include "tests/admin/program.h"

using namespace yingda::test;

namespace {

/// "name:s" with s text, n number, b truth, a list, o object; several letters allow several, 0
/// null.
void checkShape(const QJsonObject& object, const char* shape) {
  INFO(QJsonDocument(object).toJson(QJsonDocument::Compact).left(600).toStdString());
  QStringList expected;
  const QStringList fields = QString::fromLatin1(shape).split(u' ');
  for (const QString& field : fields) {
    const QString name = field.section(u':', 0, 0);
    expected << name;
    const QJsonValue value = object[name];
    QChar type;
    switch (value.type()) {
      case QJsonValue::String:
        type = u's';
        break;
      case QJsonValue::Double:
        type = u'n';
        break;
      case QJsonValue::Bool:
        type = u'b';
        break;
      case QJsonValue::Array:
        type = u'a';
        break;
      case QJsonValue::Object:
        type = u'o';
        break;
      case QJsonValue::Null:
        type = u'0';
        break;
      case QJsonValue::Undefined:
        type = u'-';
        break;
    }
    INFO(name.toStdString() << " is of type " << static_cast<char>(type.toLatin1()));
    CHECK(field.section(u':', 1).contains(type));
  }
  expected.sort();
  QStringList present = object.keys();
  present.sort();
  CHECK(present == expected);
}

void checkMilestones(const QJsonArray& milestones) {
  REQUIRE_FALSE(milestones.isEmpty());
  static const QStringList states{QStringLiteral("running"),  QStringLiteral("paused"),
                                  QStringLiteral("met"),      QStringLiteral("met_late"),
                                  QStringLiteral("breached"), QStringLiteral("not_applicable")};
  for (const QJsonValue& row : milestones) {
    const QJsonObject milestone = row.toObject();
    checkShape(milestone, "id:s name:s due:s0 met:s0 state:s remainingSeconds:n0 segments:a");
    CHECK(states.contains(milestone[u"state"].toString()));
    if (milestone[u"due"].isString()) CHECK(milestone[u"due"].toString().endsWith(u"+08:00"));
    if (milestone[u"met"].isString()) CHECK(milestone[u"remainingSeconds"].isNull());
    const QJsonArray segments = milestone[u"segments"].toArray();
    for (const QJsonValue& segment : segments) {
      checkShape(segment.toObject(), "from:s to:s counted:n countedSeconds:n reason:s");
    }
  }
}

void checkTicket(const QJsonObject& ticket) {
  checkShape(ticket,
             "number:s id:s stage:s level:s kind:s category:s cycle:n title:s place:s department:s "
             "received:s hand:s handBy:s sensitive:s ties:a milestones:a timeline:a");
  static const QStringList stages{QStringLiteral("受理"), QStringLiteral("派单"),
                                  QStringLiteral("处理"), QStringLiteral("待回访"),
                                  QStringLiteral("回访"), QStringLiteral("归档")};
  CHECK(stages.contains(ticket[u"stage"].toString()));
  CHECK(QStringLiteral("红橙黄绿").contains(ticket[u"level"].toString()));
  checkMilestones(ticket[u"milestones"].toArray());
  const QJsonArray timeline = ticket[u"timeline"].toArray();
  CHECK_FALSE(timeline.isEmpty());
  for (const QJsonValue& row : timeline) checkShape(row.toObject(), "at:s kind:s by:s data:o");
}

}  // namespace

TEST_CASE("demo tells its sizes, also when fewer tickets are asked for than usually stay open",
          "[admin]") {
  const DemoFolder demo;
  checkShape(demo.report, "households:n tickets:n seconds:n");
  CHECK(demo.report[u"households"].toInt() == 40);
  CHECK(demo.report[u"tickets"].toInt() == 60);
  QTemporaryDir folder;
  const QJsonObject few = admin({"demo", "--households", "3", "--tickets", "4", "--json", "--store",
                                 folder.filePath(QStringLiteral("few"))})
                              .json();
  CHECK(few[u"tickets"].toInt() == 4);
}

TEST_CASE("lookup tells the household of a number in any written form", "[admin]") {
  const DemoFolder demo;
  const QJsonObject caller = demo.run({"lookup", "138 1234 1234"}).json();
  checkShape(caller, "canonical:s households:a");
  CHECK(caller[u"canonical"].toString() == u"13812341234");
  REQUIRE(caller[u"households"].toArray().size() == 1);
  const QJsonObject household = caller[u"households"][0].toObject();
  checkShape(household, "id:s address:s people:a open:a openCount:n");
  CHECK(household[u"address"].toString().endsWith(QStringLiteral("3栋2单元1502")));
  CHECK(household[u"openCount"].toInt() == household[u"open"].toArray().size());
  REQUIRE_FALSE(household[u"people"].toArray().isEmpty());
  const QJsonArray people = household[u"people"].toArray();
  for (const QJsonValue& person : people) checkShape(person.toObject(), "name:s relation:s");
  const QJsonObject again = demo.run({"lookup", "+86 138-1234-1234"}).json();
  CHECK(again == caller);
  const QJsonObject nobody = demo.run({"lookup", "0755-8899 1234转801"}).json();
  CHECK(nobody[u"households"].toArray().isEmpty());
  CHECK_FALSE(nobody[u"canonical"].toString().isEmpty());
}

TEST_CASE("a household's open tickets stand under its number", "[admin]") {
  const DemoFolder demo;
  const QJsonObject made =
      demo.run({"ticket", "new", "--text", "厨房下水堵了", "--phone", "13812341234"}).json();
  const QJsonObject household = demo.run("lookup 13812341234").json()[u"households"][0].toObject();
  CHECK(household[u"open"].toArray().contains(made[u"number"]));
}

TEST_CASE("address takes a home apart, with null for a floor it cannot know", "[admin]") {
  const char* shape = "building:s unit:s room:s floor:n0 rest:s community:s spot:s canonical:s";
  const QJsonObject home = admin({"address", "三栋二单元1502厨房", "--json"}).json();
  checkShape(home, shape);
  CHECK(home[u"building"].toString() == u"3");
  CHECK(home[u"unit"].toString() == u"2");
  CHECK(home[u"room"].toString() == u"1502");
  CHECK(home[u"floor"].toInt() == 15);
  const QJsonObject none = admin({"address", "随便说说", "--json"}).json();
  checkShape(none, shape);
  CHECK(none[u"floor"].isNull());
}

TEST_CASE("a ticket goes from its first word to the archive, and each answer is the ticket",
          "[admin]") {
  const DemoFolder demo;
  QJsonObject ticket =
      demo.run({"ticket", "new", "--text", "客厅天花板渗水", "--phone", "13812341234", "--kind",
                "报修", "--level", "橙", "--category", "repair.leak.bathroom", "--channel", "电话"})
          .json();
  checkTicket(ticket);
  CHECK(ticket[u"stage"].toString() == QStringLiteral("受理"));
  CHECK(ticket[u"level"].toString() == QStringLiteral("橙"));
  const QString number = ticket[u"number"].toString();
  CHECK(number.count(u'-') == 2);
  const auto act = [&](std::initializer_list<Word> list) {
    QStringList rest = words(list);
    rest.insert(1, number);
    ticket = demo.run(words({"ticket"}) + rest).json();
    checkTicket(ticket);
    CHECK(ticket[u"number"].toString() == number);
    return ticket[u"stage"].toString();
  };
  CHECK(act({"dispatch", "--department", "engineering", "--person", "张工"}) ==
        QStringLiteral("派单"));
  CHECK_FALSE(act({"pause", "--reason", "等配件", "--until", "2099-03-11T09:00"}).isEmpty());
  CHECK_FALSE(act({"resume"}).isEmpty());
  CHECK_FALSE(act({"return", "--reason", "不归工程部"}).isEmpty());
  CHECK(act({"dispatch", "--department", "engineering"}) == QStringLiteral("派单"));
  CHECK(act({"solve", "--cause", "防水层失效", "--outcome", "重做防水", "--confirmed"}) ==
        QStringLiteral("待回访"));
  CHECK_FALSE(act({"callback", "--result", "solved", "--score", "5", "--nps", "9"}).isEmpty());
  if (ticket[u"stage"].toString() != QStringLiteral("归档")) {
    CHECK(act({"archive"}) == QStringLiteral("归档"));
  }
  CHECK(act({"reopen", "--reason", "又漏了"}) == QStringLiteral("受理"));
  CHECK(ticket[u"cycle"].toInt() == 2);
  const QJsonObject shown = demo.run({"ticket", "show", QString(number).remove(u'-')}).json();
  checkTicket(shown);
  CHECK(shown[u"timeline"] == ticket[u"timeline"]);
}

TEST_CASE("ticket list gives no more than asked, and says how many there are", "[admin]") {
  const DemoFolder demo;
  const QJsonObject list = demo.run("ticket list --queue open --limit 5").json();
  checkShape(list, "tickets:a total:n");
  CHECK(list[u"total"].toInt() == 12);
  REQUIRE(list[u"tickets"].toArray().size() == 5);
  const QJsonArray tickets = list[u"tickets"].toArray();
  for (const QJsonValue& ticket : tickets) checkTicket(ticket.toObject());
  for (const char* queue : {"mine", "team"}) {
    checkShape(demo.run({"ticket", "list", "--queue", queue}).json(), "tickets:a total:n");
  }
}

TEST_CASE("milestones are computed without a store", "[admin]") {
  const QJsonObject answer =
      admin({"milestones", "--level", "黄", "--received", "2026-02-28T16:30", "--event",
             "confirmed@2026-02-28T16:33", "--now", "2026-02-28T16:40", "--json"})
          .json();
  checkShape(answer, "milestones:a");
  checkMilestones(answer[u"milestones"].toArray());
  QStringList ids;
  for (const QJsonValue& row : answer[u"milestones"].toArray()) {
    ids << row[u"id"].toString();
    if (row[u"id"].toString() != u"M2") continue;
    CHECK(row[u"due"].toString() == u"2026-02-28T17:00:00+08:00");
    CHECK(row[u"met"].toString() == u"2026-02-28T16:33:00+08:00");
    CHECK(row[u"state"].toString() == u"met");
  }
  CHECK(ids == words({"M1", "M2", "M3", "M4", "onsite", "plan", "resolve", "transfer", "callback",
                      "progress"}));
}

TEST_CASE("search answers with hits of the kind asked for", "[admin]") {
  const DemoFolder demo;
  static const std::pair<const char*, const char*> kinds[] = {
      {"tickets", "ticket"}, {"articles", "article"}, {"households", "household"}};
  for (const auto& [in, kind] : kinds) {
    const char* query = QByteArrayView(in) == "households" ? "1502" : "漏水";
    const QJsonObject answer = demo.run({"search", query, "--in", in, "--limit", "3"}).json();
    checkShape(answer, "hits:a milliseconds:n");
    const QJsonArray hits = answer[u"hits"].toArray();
    INFO(in);
    REQUIRE_FALSE(hits.isEmpty());
    CHECK(hits.size() <= 3);
    for (const QJsonValue& hit : hits) {
      checkShape(hit.toObject(), "kind:s id:s title:s snippet:s score:n");
      CHECK(hit[u"kind"].toString() == QLatin1String(kind));
    }
  }
  CHECK(demo.run({"search", "紫外线灯塔", "--in", "tickets"}).json()[u"hits"].toArray().isEmpty());
}

TEST_CASE("drill answers with the score, its dimensions, its evidence and the end", "[admin]") {
  QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("answers.txt")));
  REQUIRE(file.open(QIODevice::WriteOnly));
  file.write("说：您好，云杉物业，8021 号为您服务，请问有什么可以帮您？\n说：我们会尽快处理。\n");
  file.close();
  const QJsonObject answer =
      admin({"drill", "run", "burst-night", "--answers", file.fileName(), "--seed", "7", "--json"})
          .json();
  checkShape(answer, "score:n fatal:a dimensions:a evidence:a end:s");
  CHECK(answer[u"dimensions"].toArray().size() == 7);
  for (const QJsonValue& row : answer[u"dimensions"].toArray()) {
    checkShape(row.toObject(), "id:s name:s score:n max:n");
  }
  CHECK(answer[u"end"].toString() == u"unfinished");
  REQUIRE_FALSE(answer[u"evidence"].toArray().isEmpty());
  for (const QJsonValue& row : answer[u"evidence"].toArray()) {
    checkShape(
        row.toObject(),
        "turn:n seconds:n dimension:s points:n rule:s quote:s reason:s instead:s returned:b");
  }
  const QJsonObject checked = admin({"drill", "check", "burst-night", "--json"}).json();
  checkShape(checked, "scenarios:a");
  checkShape(checked[u"scenarios"][0].toObject(), "file:s title:s problems:a");
}

TEST_CASE("verify counts the operations and finds a change behind the back", "[admin]") {
  const DemoFolder demo;
  REQUIRE(demo.run({"ticket", "new", "--text", "toilet blocked"}).code == 0);
  const QJsonObject whole = demo.run("verify").json();
  checkShape(whole, "operations:n broken:a erased:n behind:n");
  CHECK(whole[u"operations"].toInt() > 0);
  CHECK(whole[u"broken"].toArray().isEmpty());
  CHECK(whole[u"behind"].toInt() == 0);
  QFile journal(demo.path() + QStringLiteral("/journal.db"));
  REQUIRE(journal.open(QIODevice::ReadWrite));
  const QByteArray bytes = journal.readAll();
  // One letter of what an owner said, as somebody with another program would change it.
  const qsizetype place = bytes.lastIndexOf("toilet blocked");
  REQUIRE(place > 0);
  journal.seek(place);
  journal.write("T");
  journal.close();
  const Outcome told = demo.run("verify");
  CHECK(told.code == 1);
  CHECK(told.err.count('\n') == 1);
  const QJsonArray broken = told.anyJson()[u"broken"].toArray();
  REQUIRE(broken.size() == 1);
  checkShape(broken[0].toObject(), "sequence:n reason:s");
}

TEST_CASE("doctor says of each check whether it is well and how to mend it", "[admin]") {
  const DemoFolder demo;
  const QJsonObject answer = demo.run("doctor --now 2026-03-10T09:00").json();
  checkShape(answer, "checks:a");
  QStringList ids;
  for (const QJsonValue& check : answer[u"checks"].toArray()) {
    checkShape(check.toObject(), "id:s ok:b sentence:s mend:s");
    CHECK(check[u"ok"].toBool());
    CHECK(check[u"mend"].toString().isEmpty());
    ids << check[u"id"].toString();
  }
  CHECK(ids == words({"folder", "space", "clock", "calendar", "journal"}));
  const Outcome ill = demo.run("doctor --now 2090-03-10T09:00");
  CHECK(ill.code == 1);
  CHECK(ill.err.contains("calendar"));
  CHECK(ill.anyJson()[u"checks"].toArray().size() == 5);
}

TEST_CASE("user add makes the first person of a new store, and more", "[admin]") {
  QTemporaryDir folder;
  const QString store = folder.filePath(QStringLiteral("new"));
  const auto add = [&](const char* number, const char* role) {
    return admin({"user", "add", number, "--name", "李敏", "--pin", "246810", "--role", role,
                  "--json", "--store", store});
  };
  const QJsonObject first = add("8021", "").json();
  checkShape(first, "staffNumber:s role:s");
  CHECK(first[u"role"].toString() == QStringLiteral("管理员"));
  CHECK(add("8022", "坐席").json()[u"role"].toString() == QStringLiteral("坐席"));
  checkSaysWhy(add("8022", "坐席"), 1);
  const Outcome ticket =
      admin({"ticket", "new", "--text", "灯坏了", "--by", "8022", "--json", "--store", store});
  checkTicket(ticket.json());
}

TEST_CASE("every verb shows an example when asked for help", "[admin]") {
  for (const char* verb : {"demo", "lookup", "address", "ticket", "milestones", "search", "verify",
                           "doctor", "user"}) {
    const Outcome help = admin({verb, "--help"});
    INFO(verb);
    CHECK(help.code == 0);
    CHECK(help.out.contains(QByteArray(QByteArray("yingda-admin ") + verb)));
  }
  // Every act on a ticket has its example, with the options that it needs.
  const QByteArray acts = admin({"ticket", "--help"}).out;
  for (const char* word : {"new", "show", "list", "dispatch", "return", "pause", "resume", "solve",
                           "callback", "archive", "reopen"}) {
    CHECK(acts.contains(QByteArray(QByteArray("yingda-admin ticket ") + word)));
  }
  CHECK(admin({"--help"}).code == 0);
  CHECK(admin({"--version"}).out.startsWith("yingda-admin "));
}

TEST_CASE("an answer is whole although the cache has to be made anew", "[admin]") {
  const DemoFolder demo(3000);
  const QJsonObject before = demo.run("ticket list --limit 3").json();
  const QJsonObject caller = demo.run("lookup 13812341234").json();
  REQUIRE(QFile::remove(demo.path() + QStringLiteral("/cache.db")));
  CHECK(demo.run("lookup 13812341234").json() == caller);
  REQUIRE(QFile::remove(demo.path() + QStringLiteral("/cache.db")));
  CHECK(demo.run("ticket list --limit 3").json()[u"total"] == before[u"total"]);
}
