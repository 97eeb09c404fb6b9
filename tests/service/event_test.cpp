// SPDX-License-Identifier: GPL-3.0-or-later
// Group events: what belongs to one, what all are told, and that taking an act back leaves every
// stored row as it was, byte by byte.
#include <catch2/catch.hpp>

#include "core/service/similar_service.h"
#include "core/store/cache.h"
#include "tests/runner/event_acts.h"

using namespace yingda;
using namespace yingda::test;

namespace {

using std::chrono::minutes;

TicketView ticket(TempStore& store, const QString& place, const QString& request) {
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13812341234"), store.backend->clock().now()));
  draft.text.request = request;
  draft.text.place = place;
  draft.ticket.category = QStringLiteral("repair.lift.stopped");
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  store.clock->advance(minutes(6));
  return saved->view;
}

struct Stair {
  explicit Stair(TempStore& store) {
    const char16_t* places[] = {u"云杉府 3-2-1502", u"云杉府 3-2-801", u"云杉府 3-2-2204",
                                u"云杉府 3-2-604"};
    for (const char16_t* place : places) {
      ids << ticket(store, QString::fromUtf16(place), u"电梯停了，按了没反应"_qs).ticket.id;
    }
  }
  QList<TicketId> ids;
};

/// Every stored field of every row of the table, each as SQL writes it.
QStringList rowsOf(const QString& folder, const char* table) {
  DatabaseOptions options;
  options.file = Cache::fileIn(folder);
  options.readOnly = true;
  auto database = Database::open(options);
  REQUIRE(database);
  QStringList columns;
  Statement& info = (*database)->prepared(
      "columns", QStringLiteral("SELECT name FROM pragma_table_info(?) ORDER BY cid"));
  info.bindAll(QString::fromLatin1(table));
  while (*info.step()) columns << u"quote(" % info.text(0) % u')';
  REQUIRE(columns.size() > 4);
  QStringList rows;
  Statement& all =
      (*database)->prepared("all", u"SELECT " % columns.join(u"||'|'||"_qs) % u" FROM " %
                                       QLatin1String(table) % u" ORDER BY 1");
  while (*all.step()) rows << all.text(0);
  return rows;
}

/// All that is stored of tickets.
QStringList stored(const TempStore& store) {
  QStringList rows;
  for (const char* table : {"ticket", "ticket_text", "activity"}) {
    rows += rowsOf(store.folder(), table);
  }
  return rows;
}

}  // namespace

TEST_CASE("an event takes its place, its matter and its first receiver from its tickets",
          "[service][event]") {
  TempStore store;
  const Agent agent = store.signIn();
  const Stair stair(store);
  const EventView event =
      acted(store, {}, event_act::Make{stair.ids.mid(1, 2) + stair.ids.mid(0, 1), {}});
  CHECK(event.event.scope == u"3栋2单元");
  CHECK(event.event.category == u"repair.lift.stopped");
  CHECK(event.event.title == u"3栋2单元 停梯（无人在内）");
  CHECK(event.event.firstAgent == agent.id);
  CHECK(event.event.firstAt == *instantFromIso(u"2026-03-10T23:40:12"));
  CHECK(event.firstName == u"小李");
  CHECK(event.homes == 3);
  REQUIRE(event.members.size() == 3);
  CHECK(event.members[0].row.id == stair.ids[0]);
  CHECK(event.members[0].isFirst);
  // Each keeps its own stage and clocks, and shows the event.
  const auto member = await(store.backend->ticket(stair.ids[2]));
  REQUIRE(member);
  CHECK_FALSE(member->milestones.empty());
  REQUIRE(member->event);
  CHECK(member->event->tickets == 3);

  // The one who was asked first stays when the first ticket leaves.
  const EventView left = acted(store, event.event.id, event_act::TakeOut{{stair.ids[0]}});
  CHECK(left.event.firstAgent == agent.id);
  CHECK(left.event.firstAt == event.event.firstAt);
  CHECK(left.members.size() == 2);
}

TEST_CASE("splitting and taking out leave nothing behind when they are taken back",
          "[service][event]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  const QStringList untouched = stored(store);
  const EventView made = acted(store, {}, event_act::Make{stair.ids, {}});
  const QStringList together = stored(store);
  const QStringList eventRow = rowsOf(store.folder(), "event");
  CHECK(together != untouched);

  const EventView half = acted(store, made.event.id, event_act::Split{stair.ids.mid(2)});
  CHECK(half.event.id != made.event.id);
  CHECK(half.members.size() == 2);
  CHECK(await(store.backend->groupEvent(made.event.id))->members.size() == 2);
  CHECK(stored(store) != together);
  const EventView back = acted(store, half.event.id, event_act::Undo{half.undo});
  CHECK(back.event.id == made.event.id);
  CHECK(back.members.size() == 4);
  CHECK(stored(store) == together);
  CHECK(rowsOf(store.folder(), "event").contains(eventRow.front()));

  const EventView out = acted(store, made.event.id, event_act::TakeOut{{stair.ids[1]}});
  CHECK(stored(store) != together);
  acted(store, made.event.id, event_act::Undo{out.undo});
  CHECK(stored(store) == together);

  acted(store, made.event.id, event_act::Undo{made.undo});
  CHECK(stored(store) == untouched);
  CHECK(await(store.backend->events(false))->empty());

  // The journal alone gives the same.
  store.close();
  QFile::remove(Cache::fileIn(store.folder()));
  store.reopen();
  REQUIRE(await(store.backend->signInTrusted(QStringLiteral("8021"))));
  REQUIRE(await(store.backend->queue(QueueKind::AllOpen, 10)));
  CHECK(stored(store) == untouched);
}

TEST_CASE("an act is not taken back over somebody else's", "[service][event]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  const EventView first = acted(store, {}, event_act::Make{stair.ids.mid(0, 2), {}});
  const EventView second = acted(store, {}, event_act::Make{stair.ids.mid(1, 2), {}});
  CHECK(await(store.backend->groupEvent(first.event.id))->members.size() == 1);
  const Error moved = refusal(store, first.event.id, event_act::Undo{first.undo});
  CHECK(moved.code == ErrorCode::Refused);
  CHECK(moved.detail == u"moved");
  acted(store, second.event.id, event_act::Undo{second.undo});
  CHECK(await(store.backend->groupEvent(first.event.id))->members.size() == 2);
}

TEST_CASE("what all are told needs somebody who answers for exactly these words",
          "[service][event]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  const EventId id = acted(store, {}, event_act::Make{stair.ids, {}}).event.id;
  CHECK(refusal(store, id, event_act::Approve{}).detail == u"statement");
  const Instant notice = store.clock->now() + minutes(30);
  const EventView said =
      acted(store, id, event_act::Write{u"电梯停运"_qs, u"维保已到现场"_qs, notice});
  CHECK(said.event.nextNotice == notice);
  CHECK(said.approvedName.isEmpty());
  // As for an article, nobody approves their own words.
  CHECK(refusal(store, id, event_act::Approve{}).detail == u"author");
  Agent leader;
  leader.staffNumber = u"8022"_qs;
  leader.outsideName = u"小张"_qs;
  leader.name = u"张建国"_qs;
  leader.role = Role::Supervisor;
  const auto other = await(store.backend->addAgent(leader, u"135790"_qs));
  REQUIRE(other);
  store.backend->enter(*other);
  CHECK(acted(store, id, event_act::Approve{}).approvedName == u"小张");
  CHECK(await(store.backend->ticket(stair.ids[3]))->event->statement == u"维保已到现场");
  CHECK(await(store.backend->ticket(stair.ids[3]))->event->isApproved);
  // Another time is no other word; another word is.
  CHECK(acted(store, id, event_act::Write{u"电梯停运"_qs, u"维保已到现场"_qs, notice + minutes(30)})
            .event.approvedAt);
  const EventView changed =
      acted(store, id, event_act::Write{u"电梯停运"_qs, u"配件已在路上"_qs, notice + minutes(30)});
  CHECK_FALSE(changed.event.approvedAt);
  CHECK(refusal(store, id, event_act::Write{u"停运"_qs, {}, store.clock->now()}).detail ==
        u"notice");
  CHECK(refusal(store, id, event_act::Write{u" "_qs, {}, {}}).detail == u"title");
}

TEST_CASE("an event closes when nothing of it is worked on any more", "[service][event]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  const EventId id = acted(store, {}, event_act::Make{stair.ids.mid(0, 2), {}}).event.id;
  CHECK(refusal(store, id, event_act::Close{}).detail == u"open");
  for (const TicketId& one : stair.ids.mid(0, 2)) {
    act::Solve solve;
    solve.cause = u"门机故障"_qs;
    solve.outcome = u"换了门机皮带"_qs;
    solve.ownerConfirmed = true;
    REQUIRE(await(store.backend->act(one, solve)));
  }
  const EventView closed = acted(store, id, event_act::Close{});
  CHECK_FALSE(closed.event.isOpen());
  CHECK(refusal(store, id, event_act::Put{{stair.ids[3]}}).detail == u"closed");
  CHECK(acted(store, id, event_act::Reopen{}).event.isOpen());
  CHECK(acted(store, id, event_act::Put{{stair.ids[3]}}).members.size() == 3);
  CHECK(refusal(store, id, event_act::Split{{stair.ids[2]}}).detail == u"tickets");
}

TEST_CASE("one key on the line while typing joins the event, or makes it", "[service][event]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  TicketDraft draft =
      *await(store.backend->newDraft(QStringLiteral("13900001111"), store.backend->clock().now()));
  draft.text.request = u"电梯停了"_qs;
  draft.text.place = u"云杉府 3-2-1701"_qs;
  draft.ticket.category = QStringLiteral("repair.lift.stopped");
  const auto like = await(store.backend->like(draft));
  REQUIRE(like);
  REQUIRE(like->kind == TieKind::Cause);
  CHECK(like->ticket.id == stair.ids[0]);
  CHECK_FALSE(like->event);
  draft.tieTo = like->ticket.id;
  draft.tieKind = TieKind::Cause;
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  REQUIRE(saved->view.event);
  CHECK(saved->view.event->tickets == 2);
  const EventId id = saved->view.event->id;
  const auto event = await(store.backend->groupEvent(id));
  CHECK(event->members[0].row.id == stair.ids[0]);
  CHECK(event->event.firstAt == *instantFromIso(u"2026-03-10T23:40:12"));
  acted(store, id, event_act::Write{event->event.title, u"维保已到现场"_qs, {}});

  // The next one sees it before it is saved, and joins.
  TicketDraft next =
      *await(store.backend->newDraft(QStringLiteral("13900002222"), store.backend->clock().now()));
  next.text.request = u"电梯不动了"_qs;
  next.text.place = u"云杉府 3-2-901"_qs;
  next.ticket.category = QStringLiteral("repair.lift.stopped");
  const auto seen = await(store.backend->like(next));
  REQUIRE(seen);
  REQUIRE(seen->event);
  CHECK(seen->event->id == id);
  CHECK(seen->event->statement == u"维保已到现场");
  next.tieTo = seen->ticket.id;
  next.tieKind = TieKind::Cause;
  const auto joined = await(store.backend->save(next, SaveIntent::Save));
  REQUIRE(joined);
  CHECK(joined->view.event->id == id);
  CHECK(joined->view.event->tickets == 3);
}

TEST_CASE("a tie by cause that is taken back takes its ticket out of the event it made",
          "[service][event][tie]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  const auto eventOf = [&](int at) {
    const auto view = await(store.backend->ticket(stair.ids[at]));
    REQUIRE(view);
    return view->event ? view->event->id : EventId();
  };
  REQUIRE(await(store.backend->tie(stair.ids[1], stair.ids[0], TieKind::Cause)));
  const EventId id = eventOf(0);
  REQUIRE_FALSE(id.isNull());
  REQUIRE(await(store.backend->tie(stair.ids[2], stair.ids[0], TieKind::Cause)));
  CHECK(eventOf(2) == id);
  // One of three goes; the others stay, and so does the event.
  REQUIRE(await(store.backend->tie(stair.ids[2], stair.ids[0], TieKind::None)));
  CHECK(eventOf(2).isNull());
  CHECK(eventOf(1) == id);
  CHECK(await(store.backend->groupEvent(id))->event.isOpen());
  // The last two part, and nothing is left of it.
  REQUIRE(await(store.backend->tie(stair.ids[1], stair.ids[0], TieKind::Same)));
  CHECK(eventOf(0).isNull());
  CHECK(eventOf(1).isNull());
  const auto over = await(store.backend->groupEvent(id));
  REQUIRE(over);
  CHECK_FALSE(over->event.isOpen());
  CHECK(over->members.empty());

  // Who was put there otherwise is not taken out by a tie that never was.
  const EventId other = acted(store, {}, event_act::Make{stair.ids.mid(1, 2), {}}).event.id;
  REQUIRE(await(store.backend->tie(stair.ids[1], stair.ids[2], TieKind::None)));
  CHECK(eventOf(1) == other);
  CHECK(eventOf(2) == other);
}

TEST_CASE("the radar proposes an event, and is still when it has been made", "[service][event]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  const auto proposals = await(store.backend->proposals());
  REQUIRE(proposals);
  REQUIRE(proposals->size() == 1);
  const EventProposal& one = proposals->front();
  CHECK(one.tickets.size() == 4);
  CHECK(one.finding.scope == GroupScope::Lift);
  CHECK(one.finding.place == u"3栋2单元");
  CHECK(one.project == u"云杉府");
  CHECK(one.into.isNull());
  const EventId id = acted(store, {}, event_act::Make{one.tickets, {}}).event.id;
  CHECK(await(store.backend->proposals())->empty());
  // One more of it is proposed for the same event.
  const TicketId fifth = ticket(store, u"云杉府 3-2-1101"_qs, u"电梯还是停的"_qs).ticket.id;
  const auto more = await(store.backend->proposals());
  REQUIRE(more->size() == 1);
  CHECK(more->front().into == id);
  CHECK(more->front().tickets.contains(fifth));
}

namespace {

/// A case that is over: solved, called back a day later, archived.
struct Case {
  QString place;
  QString request;
  QString outcome;
  QString category = {};
  QString sensitive = {};  ///< the reason, where it is a sensitive one
};

TicketId ended(TempStore& store, const Case& one) {
  TicketDraft draft = *await(store.backend->newDraft(QString(), store.clock->now()));
  draft.text.request = one.request;
  draft.text.place = one.place;
  draft.ticket.category = one.category;
  const auto saved = await(store.backend->save(draft, SaveIntent::Save));
  REQUIRE(saved);
  const TicketId id = saved->view.ticket.id;
  if (!one.sensitive.isEmpty()) {
    act::MarkSensitive mark;
    mark.reason = one.sensitive;
    REQUIRE(await(store.backend->act(id, mark)));
  }
  act::Solve solve;
  solve.cause = u"油垢"_qs;
  solve.outcome = one.outcome;
  REQUIRE(await(store.backend->act(id, solve)));
  store.clock->advance(std::chrono::hours(24));
  REQUIRE(await(store.backend->act(id, act::CallBack{act::CallBack::Result::Solved, 5, {}, {}})));
  if (await(store.backend->ticket(id))->ticket.stage != Stage::Archived) {
    REQUIRE(await(store.backend->act(id, act::Archive{})));
  }
  return id;
}

/// A colleague who has received none of the tickets goes on at this seat.
void enterColleague(TempStore& store) {
  Agent agent = *store.backend->session();
  agent.id = AgentId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
  agent.role = Role::Agent;
  store.backend->enter(agent);
}

}  // namespace

TEST_CASE("similar cases are closed ones, and say how they ended", "[service][similar]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  SimilarQuestion question{u"厨房的下水又堵了"_qs, {}, {}, 5};
  ticket(store, u"云杉府 5-1-102"_qs, u"厨房下水堵了，往上返水"_qs);
  // What is open has not ended.
  CHECK(await(store.backend->similar(question))->empty());
  const TicketId drain =
      ended(store, {u"云杉府 5-1-101"_qs, u"厨房下水堵了，往上返水"_qs, u"疏通后试水正常"_qs});
  const auto cases = await(store.backend->similar(question));
  REQUIRE(cases);
  REQUIRE(cases->size() == 1);
  CHECK(cases->front().row.id == drain);
  CHECK(cases->front().outcome == u"疏通后试水正常");
  CHECK(cases->front().owner == 5);
  CHECK(cases->front().days > 0.9);
  CHECK(cases->front().evidence.contains(u"下水"_qs));
  question.except = drain;
  CHECK(await(store.backend->similar(question))->empty());
}

TEST_CASE("a sensitive case is similar for whom it may be read by", "[service][similar]") {
  TempStore store;
  store.signIn();
  const Stair stair(store);
  const TicketId drain =
      ended(store, {u"云杉府 5-1-101"_qs, u"厨房下水堵了，往上返水"_qs, u"疏通后试水正常"_qs});
  const TicketId sensitive = ended(
      store,
      {u"云杉府 6-1-101"_qs, u"厨房下水堵了，找了律师"_qs, u"疏通后赔了地板"_qs, {}, u"lawyer"_qs});
  const SimilarQuestion question{u"厨房的下水又堵了"_qs, {}, {}, 5};
  const auto shown = [&] {
    QList<TicketId> ids;
    const auto cases = await(store.backend->similar(question));
    REQUIRE(cases);
    for (const SimilarCase& one : *cases) ids << one.row.id;
    return ids;
  };
  CHECK(shown().contains(sensitive));
  CHECK(shown().contains(drain));
  enterColleague(store);
  CHECK(shown() == QList<TicketId>{drain});
}

TEST_CASE("outcomes that say one remedy are one family", "[service][similar]") {
  const std::vector<int> families = outcomeFamilies(
      {u"疏通后试水正常"_qs, u"已疏通，试水正常"_qs, u"换了门机皮带"_qs, u"疏通管道，试水正常"_qs});
  CHECK(families == std::vector<int>{0, 0, 1, 0});
}

TEST_CASE("how the tickets of a category ended is told by ways, with the tickets of each",
          "[service][similar]") {
  TempStore store;
  store.signIn();
  const QString leaf = u"repair.water.drain_blocked"_qs;
  const QString request = u"厨房下水堵了"_qs;
  QList<TicketId> closed;
  closed << ended(store, {u"云杉府 1-1-101"_qs, request, u"疏通后试水正常"_qs, leaf})
         << ended(store, {u"云杉府 2-1-101"_qs, request, u"已疏通，试水正常"_qs, leaf})
         << ended(store,
                  {u"云杉府 3-1-101"_qs, request, u"换了一段塌腰的排水管"_qs, leaf, u"lawyer"_qs})
         << ended(store, {u"云杉府 4-1-101"_qs, request, u"疏通管道，试水正常"_qs, leaf})
         << ended(store,
                  {u"云杉府 5-1-101"_qs, request, u"疏通后试水正常"_qs, u"repair.water.tap"_qs});
  const auto view = await(store.backend->endings(leaf));
  REQUIRE(view);
  CHECK(view->tickets == 4);
  REQUIRE(view->families.size() == 2);
  CHECK(view->families[0].tickets == 3);
  CHECK(view->share == Approx(0.75));
  // Newest first, and the newest stands for the others.
  CHECK(view->families[0].outcome == u"疏通管道，试水正常");
  REQUIRE(view->families[0].newest.size() == 3);
  CHECK(view->families[0].newest[0].id == closed[3]);
  CHECK(view->families[0].newest[2].id == closed[0]);
  REQUIRE(view->families[1].newest.size() == 1);
  CHECK(view->families[1].newest[0].id == closed[2]);
  CHECK(await(store.backend->endings({}))->tickets == 0);
  // An agent is told as well, and of a sensitive case only who may read it.
  enterColleague(store);
  CHECK(await(store.backend->endings(leaf))->tickets == 3);
  // What was long ago says nothing of today.
  store.clock->advance(std::chrono::hours(24 * 400));
  CHECK(await(store.backend->endings(leaf))->tickets == 0);
}
