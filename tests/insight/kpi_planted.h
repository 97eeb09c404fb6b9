// SPDX-License-Identifier: GPL-3.0-or-later
// Lives that are hard to count, and every figure once more by SQL alone: for all tests that compare
// figures.
#pragma once

#include <QFile>
#include <algorithm>

#include "core/insight/kpi_dictionary.h"
#include "core/store/cache.h"
#include "tests/insight/kpi_sql.h"
#include "tests/runner/temp_store.h"

namespace yingda::test {

inline KpiDictionary dictionary() {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/kpis.json"));
  REQUIRE(file.open(QIODevice::ReadOnly));
  auto read = KpiDictionary::fromJson(file.readAll());
  REQUIRE(read);
  return *read;
}

inline Instant at(const char* iso) {
  const auto instant = instantFromIso(QString::fromLatin1(iso));
  REQUIRE(instant);
  return *instant;
}

/// Beside the program's own connections, for tables of the test's own that nobody else sees.
inline std::unique_ptr<Database> openTables(const QString& folder) {
  DatabaseOptions options;
  options.file = Cache::fileIn(folder);
  options.sync = DatabaseOptions::Sync::Normal;
  auto opened = Database::open(options);
  REQUIRE(opened);
  return std::move(*opened);
}

/// The store's tables without the program's own reading of them.
class Tables {
 public:
  Tables(Database& database, const Starter& starter) : m_database(database) {
    run(QStringLiteral("CREATE TEMP TABLE hand(row, start, due)"));
    run(QStringLiteral("CREATE TEMP TABLE urgent(id)"));
    run(QStringLiteral("CREATE TEMP TABLE visitless(id)"));
    for (const Category& one : starter.categories) {
      if (one.repair == u"urgent") run(u"INSERT INTO urgent VALUES('" % one.id % u"')");
      const QString top = one.id.section(u'.', 0, 0);
      const bool isDesk = top == u"fees" || top == u"service" || top == u"enquiry";
      if (one.attitude || (one.repair.isEmpty() && isDesk)) {
        run(u"INSERT INTO visitless VALUES('" % one.id % u"')");
      }
    }
  }
  void run(const QString& sql) { REQUIRE(m_database.runScript("test", sql)); }
  /// What a person worked out: when the golden five minutes of the only such ticket run out.
  void handDue(const TicketId& ticket, Instant due) {
    run(QStringLiteral("INSERT INTO hand SELECT row, received_at, %1 FROM ticket"
                       " WHERE id = x'%2'")
            .arg(QString::number(toMs(due)), QString::fromLatin1(ticket.bytes().toHex())));
  }
  struct Case {
    QByteArray id;
    bool isAgainst = false;
  };
  std::vector<Case> cases(const char* sql, const KpiSpan& span) {
    Statement& read = ask(sql, span);
    std::vector<Case> found;
    for (;;) {
      const auto stepped = read.step();
      REQUIRE(stepped);
      if (!*stepped) return found;
      found.push_back({read.bytes(0), read.int64(1) != 0});
    }
  }
  std::pair<std::optional<double>, int> number(const char* sql, const KpiSpan& span) {
    Statement& read = ask(sql, span);
    const auto stepped = read.step();
    REQUIRE(stepped);
    if (!*stepped) return {std::nullopt, 0};
    const std::pair<std::optional<double>, int> answer{
        read.isNull(0) ? std::nullopt : std::optional(read.real(0)),
        static_cast<int>(read.int64(1))};
    read.reset();
    return answer;
  }

 private:
  Statement& ask(const char* sql, const KpiSpan& span) {
    Statement& read =
        m_database.prepared(sql, QString::fromUtf8(kpiCommon) % QString::fromUtf8(sql));
    return read.bindAll(toMs(span.from), toMs(std::min(span.to, span.now)), toMs(span.now));
  }

  Database& m_database;
};

inline void checkNumber(const KpiNumber& ours, const std::optional<double>& value, int n) {
  CHECK(ours.n == n);
  REQUIRE(ours.value.has_value() == value.has_value());
  if (value) CHECK(*ours.value == Approx(*value).epsilon(1e-9));
}

inline QList<QByteArray> sorted(const QList<TicketId>& tickets) {
  QList<QByteArray> ids;
  for (const TicketId& ticket : tickets) ids << ticket.bytes();
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// A figure as SQL alone counts it.
struct SqlFigure {
  std::optional<double> value;
  int n = 0;
  std::optional<double> counter;
  int counterN = 0;
  QList<QByteArray> all;
  QList<QByteArray> against;
};

inline SqlFigure sqlFigure(Tables& tables, const KpiSql& sql, const KpiSpan& span) {
  SqlFigure figure;
  for (const auto& one : tables.cases(sql.cases, span)) {
    figure.all << one.id;
    if (one.isAgainst) figure.against << one.id;
  }
  std::sort(figure.all.begin(), figure.all.end());
  std::sort(figure.against.begin(), figure.against.end());
  figure.n = static_cast<int>(figure.all.size());
  if (sql.value != nullptr && qstrcmp(sql.value, "bad") != 0) {
    std::tie(figure.value, figure.n) = tables.number(sql.value, span);
  } else if (figure.n > 0) {
    const auto bad = static_cast<double>(figure.against.size());
    figure.value = 100.0 * (sql.value != nullptr ? bad : figure.n - bad) / figure.n;
  }
  std::tie(figure.counter, figure.counterN) = tables.number(sql.counter, span);
  return figure;
}

/// Lives as people would have lived them, each act at its minute.
class Planted {
 public:
  Planted() {
    store.clock->set(at("2026-02-02T08:00:00"));
    me = store.signIn();
    home = store.addHousehold().household.id;
    Agent other;
    other.staffNumber = QStringLiteral("8022");
    other.name = QStringLiteral("王蕾");
    other.outsideName = QStringLiteral("小王");
    other.role = Role::Supervisor;
    const auto added = await(store.backend->addAgent(other, QStringLiteral("135790")));
    REQUIRE(added);
    colleague = *added;
  }
  struct Words {
    Kind kind = Kind::Complaint;
    const char* category = "environment.garbage.overflow";
    Channel channel = Channel::Phone;
    bool atHome = true;
  };
  TicketId log(const char* iso, const Words& words) {
    store.clock->set(at(iso));
    TicketDraft draft =
        *await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
    draft.ticket.kind = words.kind;
    draft.ticket.level = Level::Yellow;
    draft.ticket.category = QString::fromLatin1(words.category);
    draft.ticket.channel = words.channel;
    draft.text.request = QStringLiteral("垃圾桶满了");
    draft.text.place = QStringLiteral("云杉府 3栋2单元1502");
    draft.verified = words.atHome;
    if (words.atHome) draft.candidate = home;
    const auto saved = await(store.backend->save(draft, SaveIntent::Save));
    REQUIRE(saved);
    return saved->view.ticket.id;
  }
  void answered(const char* iso, const char* category) {
    store.clock->set(at(iso));
    TicketDraft draft =
        *await(store.backend->newDraft(QStringLiteral("13812341234"), store.clock->now()));
    draft.ticket.category = QString::fromLatin1(category);
    draft.text.request = QStringLiteral("游泳池几点开放");
    draft.verified = true;
    draft.candidate = home;
    REQUIRE(await(store.backend->wrapUpWithoutTicket(draft, QStringLiteral("answered"), {})));
  }
  void act(const char* iso, const TicketId& ticket, const act::Any& what) {
    store.clock->set(at(iso));
    const auto done = await(store.backend->act(ticket, what));
    INFO(iso);
    REQUIRE(done);
  }
  /// Confirmed at once, told `told`.
  void confirm(const char* confirmed, const char* told, const TicketId& ticket) {
    act(confirmed, ticket, act::Confirm{});
    act(told, ticket, act::Tell{});
  }
  void send(const char* iso, const TicketId& ticket) {
    act(iso, ticket, act::Dispatch{QStringLiteral("engineering"), QStringLiteral("张师傅")});
  }
  void solve(const char* iso, const TicketId& ticket, bool confirmed = false) {
    act(iso, ticket, act::Solve{QStringLiteral("老化"), QStringLiteral("换好"), {}, confirmed});
  }
  using CallResult = act::CallBack::Result;
  void callBack(const char* iso, const TicketId& ticket, CallResult result,
                std::optional<int> score = {}, std::optional<int> points = {}) {
    act(iso, ticket, act::CallBack{result, score, points, {}});
  }
  void promise(const char* iso, const TicketId& ticket, const char* due, const char* kept) {
    store.clock->set(at(iso));
    const auto made = await(store.backend->makePromise(
        ticket, {QStringLiteral("上门"), at(due), QStringLiteral("张师傅")}));
    REQUIRE(made);
    if (!kept) return;
    store.clock->set(at(kept));
    REQUIRE(await(store.backend->keepPromise(ticket, made->promises.back().promise.id)));
  }

  TempStore store;
  Agent me;
  Agent colleague;
  HouseholdId home;
  TicketId overHoliday;

  void plant();
  void plantRepairs();
};

inline void Planted::plant() {
  // In time; then reopened, and late in the second cycle.
  const TicketId twice = log("2026-02-03T09:00:00", {});
  confirm("2026-02-03T09:01:00", "2026-02-03T09:03:00", twice);
  send("2026-02-03T09:10:00", twice);
  solve("2026-02-03T15:00:00", twice);
  callBack("2026-02-04T16:00:00", twice, CallResult::Unsolved, 2, 3);
  confirm("2026-02-04T16:02:00", "2026-02-04T16:30:00", twice);
  send("2026-02-04T16:31:00", twice);
  solve("2026-02-05T10:00:00", twice);
  callBack("2026-02-05T11:00:00", twice, CallResult::Unreachable);
  callBack("2026-02-06T12:00:00", twice, CallResult::Solved, 5, 10);
  act("2026-02-06T12:05:00", twice, act::Archive{});
  // Met on its last second; raised, its category put right, called back before the window opens.
  const TicketId edge = log("2026-02-04T10:00:00", {Kind::Complaint, "security.access.visitor"});
  confirm("2026-02-04T10:00:00", "2026-02-04T10:05:00", edge);
  act("2026-02-04T10:06:00", edge, act::ChangeCategory{QStringLiteral("neighbours.noise.music")});
  act("2026-02-04T10:07:00", edge, act::ChangeLevel{Level::Orange, {}});
  solve("2026-02-04T12:00:00", edge);
  callBack("2026-02-04T13:00:00", edge, CallResult::Declined);
  act("2026-02-04T14:00:00", edge, act::Archive{});
  // The same home and category within thirty days, and lowered: a repeat, no escalation.
  const TicketId again = log("2026-02-20T10:00:00", {});
  confirm("2026-02-20T10:07:00", "2026-02-20T10:08:00", again);
  act("2026-02-20T10:10:00", again, act::ChangeLevel{Level::Green, QStringLiteral("误报")});
  solve("2026-02-20T11:00:00", again);
  callBack("2026-02-22T11:00:00", again, CallResult::Unreachable);
  // By WeChat two minutes before the service closes on the make-up Saturday before the Spring
  // Festival, paused over the holiday: one minute is used, four are left on 2026-02-25 at 09:00.
  overHoliday =
      log("2026-02-14T17:58:00", {Kind::Complaint, "fees.property.mismatch", Channel::WeChat});
  act("2026-02-14T17:59:00", overHoliday,
      act::Pause{QStringLiteral("owner_away"), at("2026-02-25T09:00:00"), {}});
  confirm("2026-02-25T09:01:00", "2026-02-25T09:04:00", overHoliday);
  // Solved on the telephone: once for good, once until the owner calls again, once unproven.
  const TicketId atOnce = log("2026-02-05T09:00:00", {Kind::Enquiry, "enquiry.policy.pets"});
  confirm("2026-02-05T09:01:00", "2026-02-05T09:02:00", atOnce);
  solve("2026-02-05T09:04:00", atOnce, true);
  callBack("2026-02-07T09:00:00", atOnce, CallResult::Solved, 4, 8);
  const TicketId backAgain = log("2026-02-06T09:00:00", {Kind::Enquiry, "enquiry.policy.fund"});
  solve("2026-02-06T09:04:00", backAgain, true);
  act("2026-02-06T18:00:00", backAgain, act::Urge{QStringLiteral("还是不懂"), Channel::Phone});
  callBack("2026-02-08T09:00:00", backAgain, CallResult::Solved, 3);
  const TicketId unproven = log("2026-02-07T09:00:00", {Kind::Enquiry, "enquiry.policy.parking"});
  solve("2026-02-07T09:04:00", unproven, true);
  // Answered without a ticket, and the same question again within seven days.
  answered("2026-02-08T09:00:00", "enquiry.policy.warranty");
  answered("2026-02-10T09:00:00", "enquiry.policy.warranty");
}

inline void Planted::plantRepairs() {
  // Returned twice; the second visit mends it. Two promises of it are kept, late and not at all.
  const TicketId returned = log("2026-02-09T09:00:00", {Kind::Repair, "repair.water.outage_area"});
  confirm("2026-02-09T09:01:00", "2026-02-09T09:02:00", returned);
  send("2026-02-09T09:05:00", returned);
  promise("2026-02-09T09:06:00", returned, "2026-02-09T10:00:00", "2026-02-09T09:50:00");
  promise("2026-02-09T09:51:00", returned, "2026-02-09T10:30:00", "2026-02-09T10:31:00");
  promise("2026-02-09T10:32:00", returned, "2026-02-09T18:00:00", nullptr);
  act("2026-02-09T10:40:00", returned, act::Return{QStringLiteral("不归我们")});
  send("2026-02-09T11:05:00", returned);
  act("2026-02-09T12:00:00", returned, act::Arrive{});
  act("2026-02-09T12:30:00", returned, act::Return{QStringLiteral("缺工具")});
  send("2026-02-09T12:31:00", returned);
  act("2026-02-10T09:00:00", returned, act::Arrive{});
  solve("2026-02-10T10:00:00", returned);
  // Once and for all, found on patrol; and a transfer of the city's hotline.
  const TicketId patrol = log("2026-02-10T17:50:00",
                              {Kind::Repair, "security.access.card_fail", Channel::Patrol, false});
  send("2026-02-10T17:55:00", patrol);
  act("2026-02-10T18:01:00", patrol, act::Arrive{});
  solve("2026-02-10T18:20:00", patrol);
  callBack("2026-02-12T10:00:00", patrol, CallResult::Solved, 5, 9);
  act("2026-02-12T10:01:00", patrol, act::Archive{});
  act("2026-02-13T10:00:00", patrol, act::Reopen{QStringLiteral("又坏了")});
  log("2026-02-11T09:00:00",
      {Kind::Complaint, "environment.garbage.overflow", Channel::Hotline12345});
  // One matter under two numbers, both sent out; and a pair that was tied and taken apart again.
  const TicketId original = log("2026-02-12T09:00:00", {Kind::Repair, "repair.water.outage_area"});
  send("2026-02-12T09:05:00", original);
  const TicketId repeat = log("2026-02-12T09:30:00", {Kind::Repair, "repair.water.outage_area"});
  send("2026-02-12T09:35:00", repeat);
  REQUIRE(await(store.backend->tie(repeat, original, TieKind::Same)));
  const TicketId apart = log("2026-02-12T10:00:00", {Kind::Repair, "repair.water.outage_area"});
  REQUIRE(await(store.backend->tie(apart, original, TieKind::Same)));
  REQUIRE(await(store.backend->tie(apart, original, TieKind::None)));
}

}  // namespace yingda::test
