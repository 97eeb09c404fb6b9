// SPDX-License-Identifier: GPL-3.0-or-later
// yingda-admin: every use case without a screen.
#include <QCoreApplication>
#include <QLoggingCategory>
#include <cstdio>

#include "app/admin/drill_help.h"
#include "app/admin/floor_verbs.h"
#include "app/admin/verb.h"

namespace yingda::admin {

std::span<const Verb> allVerbs() {
  static constexpr Verb verbs[] = {
      {"demo", "makes a demo organisation in an empty store",
       "yingda-admin demo --seed 7 --households 2000 --tickets 20000 --store DIR", runDemo},
      {"lookup", "households and people of a phone number in any written form",
       "yingda-admin lookup '138 1234 5678' --json", runLookup},
      {"address", "parses a house address", "yingda-admin address 三栋二门十五楼 --json",
       runAddress},
      {"ticket",
       "new, show, list, tie, claim, release, dispatch, return, pause, resume, solve, callback, archive, reopen",
       "yingda-admin ticket new --text 厨房下水堵了 --phone 13812345678 --place 3-2-1502 --by 8021\n"
       "  yingda-admin ticket list --queue mine --limit 20\n"
       "  yingda-admin ticket show 91538-2001-9 --json\n"
       "  yingda-admin ticket dispatch 91538-2001-9 --department engineering --person 张师傅\n"
       "  yingda-admin ticket attach 91538-2001-9 厨房.jpg --name 现场.jpg\n"
       "  yingda-admin ticket attachments 91538-2001-9 --json\n"
       "  yingda-admin ticket fetch 91538-2001-9 1 --out 现场.jpg\n"
       "  yingda-admin ticket tie 91538-2001-9 91538-2002-5 --as same\n"
       "  yingda-admin ticket claim 91538-2001-9\n"
       "  yingda-admin ticket release 91538-2001-9 --force\n"
       "  yingda-admin ticket return 91538-2001-9 --reason 不归工程部管\n"
       "  yingda-admin ticket pause 91538-2001-9 --reason 等配件 --until 2026-03-11T09:00\n"
       "  yingda-admin ticket resume 91538-2001-9\n"
       "  yingda-admin ticket solve 91538-2001-9 --cause 管道老化 --outcome 换了一段 --confirmed\n"
       "  yingda-admin ticket callback 91538-2001-9 --result solved --score 5 --nps 9\n"
       "  yingda-admin ticket archive 91538-2001-9\n"
       "  yingda-admin ticket reopen 91538-2001-9 --reason 又堵了",
       runTicket},
      {"milestones", "deadlines as a pure computation, without a store",
       "yingda-admin milestones --level 黄 --received 2026-02-28T16:30 --event confirmed@2026-02-28T16:33",
       runMilestones},
      {"lint", "wording check of what is said to owners; lines in, JSON lines out",
       "echo 师傅可能尽快过去 | yingda-admin lint\n"
       "  yingda-admin lint --field note < 备注.txt",
       runLint},
      {"emotion", "level of feeling; lines in, JSON lines out",
       "echo 再不来修我就打12345 | yingda-admin emotion", runEmotion},
      {"duplicates",
       "what each report is to the store and to the earlier ones; JSON lines in, JSON lines out",
       "echo '{\"place\":\"3-2-1502\",\"time\":\"2026-03-10T23:40\",\"phone\":\"13812341234\","
       "\"text\":\"水管爆了\"}' | yingda-admin duplicates",
       runDuplicates},
      {"event", "list, propose, show, make, put, out, split, say, approve, close: group events",
       "yingda-admin event propose\n"
       "  yingda-admin event make 91538-2001-9 91538-2002-5 --by 8021\n"
       "  yingda-admin event split ID 91538-2002-5\n"
       "  yingda-admin event say ID --text 抢修队已到现场 --until 2026-03-11T10:00",
       runEvent},
      {"similar", "closed tickets like a text, and how they ended",
       "yingda-admin similar 厨房下水堵了 --limit 5", runSimilar},
      {"facts",
       "what contradicts a fact card, and the text with its {card:ID}; lines in, JSON lines out",
       "echo 屋面防水质保三年 | yingda-admin facts", runFacts},
      {"drill", "role-play: check FILE, run FILE --answers FILE --seed N, run --bot NAME --seeds N",
       drillExample, runDrill},
      {"search", "the one search box",
       "yingda-admin search 漏水 --in tickets --limit 5\n"
       "  yingda-admin search --in articles < queries.txt   # one query a line, one JSON line each",
       runSearch},
      {"kpi",
       "list: the dictionary of figures; ID: one figure of a span, with its tickets; consistency:"
       " how alike closed tickets of one matter ended",
       "yingda-admin kpi list\n"
       "  yingda-admin kpi FCR_V --from 2026-02-01 --to 2026-03-01 --json\n"
       "  yingda-admin kpi ontime_response --from 2026-03-10T00:00 --to 2026-03-11T00:00"
       " --now 2026-03-10T18:00\n"
       "  yingda-admin kpi consistency --from 2026-02-01 --to 2026-03-01",
       runKpi},
      {"triage",
       "what a call is about: lines in, JSON lines out; learn, test: with labels from a file",
       "yingda-admin triage < lines.txt\n"
       "  yingda-admin triage learn confirmed.tsv --store DIR   # text<TAB>label\n"
       "  yingda-admin triage test confirmed.tsv --store DIR --json",
       runTriage},
      {"script", "export, import, check: call scripts as Twee 3",
       "yingda-admin script export opening --out 开场.twee\n"
       "  yingda-admin script check 开场.twee --json\n"
       "  yingda-admin script import 开场.twee --by 8021",
       runScript},
      {"verify",
       "hash chains, and whether the cache is in step; with --server: of the ledger there",
       "yingda-admin verify --json", runVerify},
      {"doctor", "checks of this machine and store", "yingda-admin doctor", runDoctor},
      {"user",
       "add: a person of this store; add, role, password, disable, list with --server: of the "
       "shared one",
       "yingda-admin user add 8021 --name 李敏 --pin 246810\n"
       "  yingda-admin user add 8030 --name 赵青 --pin 135790 --role 班长 --by 8021\n"
       "  PGPASSWORD=… yingda-admin user add 8021 --name 李敏 --server db.example.cn\n"
       "  PGPASSWORD=… yingda-admin user add 8022 --name 赵青 --site 云杉府 --site 青禾苑 --server "
       "db.example.cn   # sees these projects only\n"
       "  PGPASSWORD=… yingda-admin user role 8022 --role supervisor --server db.example.cn   # "
       "keeps the projects; --site or --all-sites changes them\n"
       "  PGPASSWORD=… yingda-admin user list --server db.example.cn",
       runUser},
      {"db", "init, migrate, status, adopt: the shared database",
       "PGPASSWORD=… yingda-admin db init --name 云杉物业 --server db.example.cn --login postgres\n"
       "  PGPASSWORD=… yingda-admin db status --server db.example.cn",
       runDb},
      {"join",
       "joins this store to the shared database; --dry-run says what would be sent; --as-new-seat: "
       "where two computers use one seat, this one takes another, sends what the server does not "
       "have, and keeps its old journal beside. Ctrl+C takes a join back as long as nothing of the "
       "floor is in use",
       "PGPASSWORD=… yingda-admin join --server db.example.cn --login li --dry-run\n"
       "  PGPASSWORD=… yingda-admin join --server db.example.cn --login li\n"
       "  yingda-admin join --as-new-seat",
       runJoin},
      {"bell", "the doorbell of the shared database: tells its workstations that something is new",
       "yingda-admin user add bell --role bell --server db.example.cn   # prints its password, once\n"
       "  PGPASSWORD=… yingda-admin bell --server db.example.cn --login bell",
       runBell},
      {"sync", "sends and fetches until nothing is left", "yingda-admin sync --once --json",
       runSync}};
  return verbs;
}

namespace {

void addOptions(QCommandLineParser& parser) {
  const auto add = [&parser](const char* name, const char* what, const char* value = nullptr) {
    parser.addOption(
        value ? QCommandLineOption(QLatin1String(name), QLatin1String(what), QLatin1String(value))
              : QCommandLineOption(QLatin1String(name), QLatin1String(what)));
  };
  add("help", "Shows this help, or that of the verb.");
  add("version", "Shows the version.");
  add("json", "Answers with one JSON document.");
  add("store", "The store's folder (default: the user's).", "DIR");
  add("now", "The clock of pure computations.", "TIME");
  add("by", "Who does it (staff number).", "LOGIN");
  add("at", "When it was done; demo stores only.", "TIME");
  for (const char* name :
       {"text",   "kind",     "phone",  "place",      "category",   "level",    "channel",
        "as",     "queue",    "limit",  "department", "person",     "reason",   "until",
        "cause",  "outcome",  "result", "score",      "nps",        "received", "event",
        "policy", "calendar", "in",     "seed",       "households", "tickets",  "open",
        "name",   "pin",      "role",   "staff",      "out",        "field",    "answers",
        "bot",    "seeds",    "from",   "to"}) {
    add(name, "", "VALUE");
  }
  add("server", "The shared database's HOST or HOST:PORT; several with commas.", "HOST");
  add("database", "Its name (default: yingda).", "NAME");
  add("login", "The administrator's login there (default: postgres).", "LOGIN");
  add("ssl", "libpq's sslmode (default: verify-full).", "MODE");
  add("as-new-seat", "A joined store whose seat two computers have goes on as a seat of its own.");
  add("read-standby", "While the primary is away, a standby is read; its age is shown.");
  add("root",
      "The file of the authority that signed the server's certificate; system: the machine's own.",
      "FILE");
  add("site", "A project the person sees, by name or id; more than once for several.", "NAME");
  add("all-sites", "The person sees every project.");
  add("dry-run", "Says what would be done, and does nothing.");
  add("once", "Ends when nothing is left to send or to fetch.");
  add("confirmed", "The owner confirmed the end.");
  add("force", "Take or release a ticket that another agent has claimed.");
}

QString whyNoOptions(const QCommandLineParser& parser) {
  const QStringList unknown = parser.unknownOptionNames();
  if (!unknown.isEmpty()) {
    return QStringLiteral("没有这个选项：--%1。VERB --help 有例子。").arg(unknown.front().left(40));
  }
  // Qt quotes the option that lacks its value.
  return QStringLiteral("这个选项后面要写值：%1").arg(parser.errorText().section(u'\'', 1, 1));
}

int help(const Verb* verb) {
  if (verb) {
    std::printf("%s: %s\n\n  %s\n", verb->name, verb->summary, verb->example);
    return 0;
  }
  std::printf("yingda-admin VERB … [--json] [--store DIR] [--by STAFF-NUMBER] [--now TIME]\n\n");
  for (const Verb& row : allVerbs()) std::printf("  %-11s %s\n", row.name, row.summary);
  std::printf(
      "\nyingda-admin VERB --help shows examples. Exit: 0 done, 1 refused, 2 wrong usage.\n");
  return 0;
}

}  // namespace

int run(QCoreApplication& application) {
  QCommandLineParser parser;
  addOptions(parser);
  if (!parser.parse(application.arguments())) {
    tellWhy(whyNoOptions(parser));
    return static_cast<int>(Exit::WrongUsage);
  }
  if (parser.isSet(QStringLiteral("version"))) {
    std::printf("yingda-admin %s\n", YINGDA_VERSION);
    return 0;
  }
  QStringList words = parser.positionalArguments();
  const QString name = words.isEmpty() ? QString() : words.takeFirst();
  const Verb* verb = nullptr;
  for (const Verb& row : allVerbs()) {
    if (name == QLatin1String(row.name)) verb = &row;
  }
  if (parser.isSet(QStringLiteral("help")) && (verb || name.isEmpty())) return help(verb);
  if (!verb) {
    tellWhy(QStringLiteral("没有这个动词，--help 列出全部。"));
    return static_cast<int>(Exit::WrongUsage);
  }
  if (parser.isSet(QStringLiteral("now")) && !instantFromIso(parser.value(QStringLiteral("now")))) {
    tellWhy(QStringLiteral("--now 的时间看不懂，例如 2026-03-11T09:00。"));
    return static_cast<int>(Exit::WrongUsage);
  }
  Session session(parser, words);
  return static_cast<int>(verb->run(session));
}

}  // namespace yingda::admin

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("yingda"));
  // Other programs read one sentence on stderr; QT_LOGGING_RULES still brings the log back.
  QLoggingCategory::setFilterRules(QStringLiteral("yingda.*=false"));
  return yingda::admin::run(application);
}
