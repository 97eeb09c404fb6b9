// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's seat on the real window, by keyboard alone: who may look, lists by digits, acts
// by one key, and news without asking.
#include "ui/wallboard/floor_page.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGraphicsTextItem>
#include <QListView>

#include "core/store/cache.h"
#include "tests/app/desk_fixture.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/agent_state.h"
#include "ui/shell/top_bar.h"
#include "ui/wallboard/arrivals_chart.h"
#include "ui/wallboard/figure_list.h"
#include "ui/wallboard/figure_table.h"
#include "ui/wallboard/floor_bars.h"
#include "ui/wallboard/floor_rows.h"
#include "ui/wallboard/floor_tile.h"
#include "ui/wallboard/stage_table.h"

using namespace yingda;
using namespace yingda::test;
using ui::FloorPage;
using ui::FloorTab;

namespace {

/// The desk with the leader of the shift at it.
class FloorDesk : public Desk {
 public:
  explicit FloorDesk(QSize size = {1440, 900}) : Desk(size) { enter("8030"); }
  void enter(const char* staff) {
    const auto agent = await(station->backend().signInTrusted(QLatin1String(staff)));
    REQUIRE(agent);
    station->backend().enter(*agent);
    station->window().begin();
    robot->settle(50);
  }
  FloorPage& floor() { return station->floorPage(); }
  void openFloor() {
    robot->press(Qt::Key_F11);
    REQUIRE(robot->waitFor([this] { return floor().isVisible(); }));
    REQUIRE(robot->waitFor([this] { return floor().snapshot().open > 0; }));
  }
  TicketView ticket(const TicketId& id) {
    const auto view = await(station->backend().ticket(id));
    REQUIRE(view);
    return *view;
  }
  /// A list with tickets that are not solved yet, the first of them chosen.
  TicketId chooseActive() {
    robot->press(Qt::Key_2);
    REQUIRE(floor().tab() == FloorTab::NotTaken);
    REQUIRE_FALSE(floor().currentTicket().isNull());
    return floor().currentTicket();
  }
};

}  // namespace

TEST_CASE("the floor is for who leads the desk, and others hear why not", "[app][floor]") {
  FloorDesk desk;
  desk.enter("8021");
  desk.robot->press(Qt::Key_F11);
  desk.robot->settle(100);
  CHECK_FALSE(desk.floor().isVisible());
  CHECK_FALSE(desk.floor().whyNot().isEmpty());
  CHECK(desk.station->window().currentPage() == &desk.page());
  desk.enter("8030");
  desk.openFloor();
  // Whoever takes the seat over does not find it open.
  desk.enter("8021");
  CHECK(desk.station->window().currentPage() == &desk.page());
}

TEST_CASE("digits change the list, arrows choose, Enter opens the ticket, Esc goes back",
          "[app][floor]") {
  FloorDesk desk;
  desk.openFloor();
  Robot& robot = *desk.robot;
  FloorPage& floor = desk.floor();
  const std::pair<Qt::Key, FloorTab> tabs[] = {{Qt::Key_3, FloorTab::Urgent},
                                               {Qt::Key_4, FloorTab::Promised},
                                               {Qt::Key_5, FloorTab::Groups},
                                               {Qt::Key_1, FloorTab::AtRisk},
                                               {Qt::Key_2, FloorTab::NotTaken}};
  for (const auto& [key, tab] : tabs) {
    robot.press(key);
    CHECK(floor.tab() == tab);
    auto* tile =
        robot.find<ui::FloorTile>(QStringLiteral("floor.tile.%1").arg(static_cast<int>(tab)));
    REQUIRE(tile);
    CHECK(tile->isChosen());
  }
  // The demo's burst pipe is urgent and at risk.
  robot.press(Qt::Key_3);
  REQUIRE(floor.model().rowCount() > 0);
  CHECK(floor.model().rowAt(0).level == Level::Red);
  robot.press(Qt::Key_2);
  REQUIRE(floor.model().rowCount() > 1);
  const TicketId first = floor.currentTicket();
  robot.press(Qt::Key_Down);
  const TicketId second = floor.currentTicket();
  CHECK(second != first);
  robot.press(Qt::Key_Return);
  REQUIRE(desk.centreBecomes("ticket"));
  CHECK(desk.station->window().currentPage() == &desk.page());
  robot.press(Qt::Key_F11);
  REQUIRE(robot.waitFor([&] { return floor.isVisible(); }));
  robot.press(Qt::Key_Escape);
  CHECK(desk.station->window().currentPage() == &desk.page());
}

TEST_CASE("one key urges, two reassign, one steps in", "[app][floor]") {
  FloorDesk desk;
  desk.openFloor();
  Robot& robot = *desk.robot;
  const TicketId ticket = desk.chooseActive();
  const Stage before = desk.ticket(ticket).ticket.stage;
  desk.clock->advance(std::chrono::seconds{1});
  robot.press(Qt::Key_U, Qt::AltModifier);
  REQUIRE(robot.waitFor([&] {
    const Activity last = desk.ticket(ticket).activities.back();
    return last.kind == ActivityKind::Progress && last.data[u"urge"].toBool();
  }));
  // It is no progress: the department has still not taken it up.
  CHECK(desk.ticket(ticket).ticket.stage == before);
  CHECK(QGuiApplication::clipboard()->text().contains(QStringLiteral("催办")));

  REQUIRE(robot.waitFor([&] { return desk.floor().currentTicket() == ticket; }));
  const QString from = desk.ticket(ticket).ticket.department;
  robot.press(Qt::Key_F6);
  auto* bar = robot.find<ui::DepartmentBar>(QStringLiteral("floor.departments"));
  REQUIRE(bar);
  REQUIRE(bar->isVisible());
  robot.press(Qt::Key_Escape);
  CHECK_FALSE(bar->isVisible());
  CHECK(desk.floor().isVisible());
  // Records of one millisecond have no order among them.
  desk.clock->advance(std::chrono::seconds{1});
  robot.press(Qt::Key_F6);
  const auto& departments = desk.station->backend().starter().departments;
  const int other = departments[1].id == from ? 2 : 1;
  robot.press(static_cast<Qt::Key>(Qt::Key_1 + other));
  REQUIRE(robot.waitFor([&] {
    return desk.ticket(ticket).ticket.department == departments[static_cast<size_t>(other)].id;
  }));
  CHECK(desk.ticket(ticket).activities.back().kind == ActivityKind::Dispatched);

  // A store that stands alone has nobody to take it from: stepping in opens it.
  REQUIRE(robot.waitFor([&] { return !desk.floor().currentTicket().isNull(); }));
  robot.press(Qt::Key_I, Qt::ControlModifier);
  CHECK(desk.centreBecomes("ticket"));
}

TEST_CASE("the floor shows what was saved a moment ago without being asked", "[app][floor]") {
  FloorDesk desk;
  desk.openFloor();
  Robot& robot = *desk.robot;
  robot.press(Qt::Key_3);
  const int before = desk.floor().snapshot().urgent.count;
  Backend& backend = desk.station->backend();
  auto draft = Desk::await(backend.newDraft(QStringLiteral("13812341234"), desk.clock->now()));
  REQUIRE(draft);
  draft->ticket.level = Level::Red;
  draft->ticket.category = QStringLiteral("repair.water.burst_common");
  draft->text.request = QStringLiteral("水管爆了");
  REQUIRE(Desk::await(backend.save(*draft, SaveIntent::Save)));
  REQUIRE(robot.waitFor([&] { return desk.floor().snapshot().urgent.count == before + 1; }));
  CHECK(desk.floor().model().rowCount() == before + 1);
  // A clock that runs out is no operation, and is seen all the same.
  const int late = desk.floor().snapshot().urgentLate;
  desk.clock->advance(std::chrono::minutes{6});
  desk.floor().tick();
  REQUIRE(robot.waitFor([&] { return desk.floor().snapshot().urgentLate > late; }));
  auto* figures = robot.find<ui::FigureList>(QStringLiteral("floor.figures"));
  REQUIRE(figures);
  REQUIRE(robot.waitFor([&] { return figures->count() == 5; }));
  for (int i = 0; i < figures->count(); ++i) {
    CHECK(figures->textOf(i).contains(QStringLiteral("样本")));
  }
}

TEST_CASE("agents stand with state and time, a limit reminds and switches nothing",
          "[app][floor]") {
  FloorDesk desk;
  desk.openFloor();
  const Instant now = desk.clock->now();
  const auto agent = [&](uint n, const char* name, const char* state, int secondsAgo) {
    PresenceView view;
    view.agent = AgentId(QUuid(n, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    view.name = QString::fromUtf8(name);
    view.state = QLatin1String(state);
    view.since = now - std::chrono::seconds{secondsAgo};
    return view;
  };
  std::vector<PresenceView> others{agent(1, "小李", "call", 120), agent(2, "小王", "wrapup", 155),
                                   agent(3, "小陈", "idle", 65), agent(4, "小冯", "busy.rest", 390),
                                   agent(5, "小何", "out", 20)};
  desk.floor().setAlone(false);
  desk.floor().setPresence(others);
  auto* grid = desk.robot->find<ui::AgentGrid>(QStringLiteral("floor.agents"));
  REQUIRE(grid);
  REQUIRE(grid->cells().size() == 5);
  // Past its two minutes, wrap-up stands first; busy is within its ten.
  CHECK(grid->cells().front().name == QStringLiteral("小王"));
  const QString counts = ui::agentCounts(grid->cells());
  for (const char* word : {"通话 1", "外呼 1", "话后 1", "空闲 1", "示忙 1"}) {
    CHECK(counts.contains(QString::fromUtf8(word)));
  }
  CHECK(ui::agentStateText(QStringLiteral("busy.rest")) == QStringLiteral("示忙（小休）"));
  // The call ends, the ticket stays open: its seat still tells when that was opened.
  desk.clock->advance(std::chrono::seconds{30});
  others[0].state = QStringLiteral("wrapup");
  desk.floor().setPresence(others);
  for (const ui::AgentCell& cell : grid->cells()) {
    if (cell.name == QStringLiteral("小李")) CHECK(cell.since == desk.clock->now());
    if (cell.name == QStringLiteral("小陈")) CHECK(cell.since == now - std::chrono::seconds{65});
  }
  // Who asks for help stands before every limit, with the time since then, and the call's own goes
  // on meanwhile.
  const Instant asked = desk.clock->now();
  others[4].state = QStringLiteral("out.help");
  desk.floor().setPresence(others);
  CHECK(grid->cells().front().name == QStringLiteral("小何"));
  CHECK(grid->cells().front().helpSince == asked);
  CHECK(grid->cells().front().since == now - std::chrono::seconds{20});
  CHECK(grid->accessibleDescription().contains(QStringLiteral("小何 外呼，求助")));
  // Each turn of a drill is told; the training goes on since it began.
  others[2].state = QStringLiteral("busy.training.1.40");
  desk.floor().setPresence(others);
  desk.clock->advance(std::chrono::seconds{30});
  others[2].state = QStringLiteral("busy.training.2.60");
  desk.floor().setPresence(others);
  for (const ui::AgentCell& cell : grid->cells()) {
    if (cell.name == QStringLiteral("小陈")) CHECK(cell.since == asked);
  }
  desk.floor().setAlone(true);
  desk.floor().setPresence({});
  CHECK(grid->cells().empty());
}

TEST_CASE("nothing of the floor is cut at 1366x768 and at 125 percent", "[app][floor]") {
  for (const QSize size : {QSize(1366, 768), QSize(1093, 614)}) {
    FloorDesk desk(size);
    desk.openFloor();
    desk.robot->settle(100);
    INFO(size.width());
    auto* list = desk.robot->find<QListView>(QStringLiteral("floor.list"));
    REQUIRE(list);
    CHECK(list->isVisible());
    // At least the chosen row with its acts, and two more.
    CHECK(list->viewport()->height() >=
          3 * ui::FloorDelegate::rowHeight + ui::FloorDelegate::actsHeight);
    auto* grid = desk.robot->find<ui::AgentGrid>(QStringLiteral("floor.agents"));
    CHECK(grid->isVisible() == (size.width() >= 1200));
    if (grid->isVisible()) continue;
    // The right half is a tab there.
    desk.robot->press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(grid->isVisible());
    CHECK_FALSE(list->isVisible());
    desk.robot->press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(list->isVisible());
  }
}

TEST_CASE("a number of the queue and a figure open the tickets behind them", "[app][floor]") {
  FloorDesk desk;
  desk.openFloor();
  Robot& robot = *desk.robot;
  FloorPage& floor = desk.floor();
  // 7 shows the queue by level and stage, and the keys go on there.
  robot.press(Qt::Key_7);
  auto* queue = floor.findChild<ui::StageTable*>();
  REQUIRE(queue);
  REQUIRE(queue->isVisible());
  REQUIRE(queue->hasFocus());
  const FloorMatrix& matrix = floor.snapshot().matrix;
  const auto cellOf = [&](Level level, Stage stage) {
    return matrix[static_cast<size_t>(level)][static_cast<size_t>(stage)];
  };
  // The first cell with something late in it.
  bool isFound = false;
  for (int row = 0; row < 4 && !isFound; ++row) {
    for (int step = 0; step < 5; ++step) robot.press(Qt::Key_Left);
    for (int column = 0; column < 5; ++column) {
      isFound = cellOf(queue->currentLevel(), queue->currentStage()).late > 0;
      if (isFound) break;
      robot.press(Qt::Key_Right);
    }
    if (!isFound) robot.press(Qt::Key_Down);
  }
  REQUIRE(isFound);
  const Level level = queue->currentLevel();
  const Stage stage = queue->currentStage();
  const int open = cellOf(level, stage).open;
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] { return floor.model().rowCount() == std::min(open, floorListMost); }));
  CHECK(floor.tab() == FloorTab::Chosen);
  for (int i = 0; i < floor.model().rowCount(); ++i) {
    CHECK(floor.model().rowAt(i).level == level);
    CHECK(floor.model().rowAt(i).stage == stage);
  }
  // Enter goes to the ticket as from any list; Esc goes back to what runs out.
  robot.press(Qt::Key_Escape);
  CHECK(floor.tab() == FloorTab::AtRisk);
  CHECK(floor.isVisible());
  // The same key once more: what has run out, the longest late first.
  const int late = floor.snapshot().late;
  REQUIRE(late > 0);
  robot.press(Qt::Key_1);
  REQUIRE(robot.waitFor([&] {
    return floor.tab() == FloorTab::Chosen &&
           floor.model().rowCount() == std::min(late, floorListMost);
  }));
  for (int i = 0; i < floor.model().rowCount(); ++i) {
    CHECK(floor.model().rowAt(i).due <= floor.snapshot().takenAt);
    if (i > 0) CHECK(floor.model().rowAt(i - 1).due <= floor.model().rowAt(i).due);
  }
  robot.press(Qt::Key_1);
  CHECK(floor.tab() == FloorTab::AtRisk);
  robot.press(Qt::Key_7);
  CHECK_FALSE(queue->isVisible());

  auto* figures = floor.findChild<ui::FigureList*>();
  REQUIRE(robot.waitFor([&] { return figures->count() > 1; }));
  figures->setFocus(Qt::TabFocusReason);
  robot.press(Qt::Key_Down);
  CHECK(figures->current() == 1);
  robot.press(Qt::Key_Return);
  REQUIRE(floor.tab() == FloorTab::Chosen);
  const Instant now = desk.clock->now();
  const KpiSpan today{instantAt(localDayOf(now), {}), now, now};
  const auto wanted =
      Desk::await(desk.station->backend().figures({QStringLiteral("onsite_ontime")}, today));
  REQUIRE(wanted);
  const KpiTickets& tickets = wanted->front().tickets();
  const QList<TicketId>& behind = tickets.against.isEmpty() ? tickets.all : tickets.against;
  REQUIRE_FALSE(behind.isEmpty());
  REQUIRE(robot.waitFor([&] { return floor.model().rowCount() == behind.size(); }));
  for (int i = 0; i < floor.model().rowCount(); ++i) {
    CHECK(floor.model().rowAt(i).id == behind[i]);
  }
}

TEST_CASE("8 shows every figure of the dictionary, 9 the next span, Enter the exact tickets",
          "[app][floor]") {
  FloorDesk desk;
  // More than one reading lists.
  Backend& backend = desk.station->backend();
  for (int i = 0; i < floorListMost; ++i) {
    auto draft = Desk::await(backend.newDraft(QStringLiteral("13812341234"), desk.clock->now()));
    REQUIRE(draft);
    draft->text.request = QStringLiteral("垃圾桶满了");
    REQUIRE(Desk::await(backend.save(*draft, SaveIntent::Save)));
  }
  // A span ends before its last moment.
  desk.clock->advance(std::chrono::minutes{1});
  desk.openFloor();
  Robot& robot = *desk.robot;
  FloorPage& floor = desk.floor();
  const KpiDictionary& kpis = desk.station->backend().kpis();
  auto* table = floor.findChild<ui::FigureTable*>();
  REQUIRE(table);
  robot.press(Qt::Key_8);
  REQUIRE(table->isVisible());
  const int lines = static_cast<int>(kpis.all().size());
  REQUIRE(robot.waitFor([&] { return table->rowCount() == lines; }));
  for (int i = 0; i < lines; ++i) {
    const KpiDefinition& kpi = kpis.all()[static_cast<size_t>(i)];
    INFO(kpi.id.toStdString());
    CHECK(table->textOf(i).startsWith(kpi.name));
    // The figure's own cases and the counter-figure's; of speed also those of its quality.
    CHECK(table->textOf(i).count(QStringLiteral("样本 ")) == (kpi.isSpeed ? 3 : 2));
  }
  robot.press(Qt::Key_9);
  CHECK(table->span() == ui::FigureSpan::Week);
  robot.press(Qt::Key_9);
  CHECK(table->span() == ui::FigureSpan::Month);
  const KpiSpan month = ui::kpiSpanOf(ui::FigureSpan::Month, desk.clock->now());
  const auto wanted =
      Desk::await(desk.station->backend().figures({QStringLiteral("proactive_share")}, month));
  REQUIRE(wanted);
  const KpiTickets& tickets = wanted->front().tickets();
  REQUIRE(tickets.all.size() > floorListMost);
  REQUIRE_FALSE(tickets.against.isEmpty());
  REQUIRE(robot.waitFor([&] {
    return !table->figures().empty() && table->figures().back().own().n == wanted->front().own().n;
  }));
  for (int i = 0; i < lines; ++i) robot.press(Qt::Key_Down);
  REQUIRE(table->current() == lines - 1);
  robot.press(Qt::Key_Return);
  REQUIRE(floor.tab() == FloorTab::Chosen);
  // What was not done; 9 goes on to all of them, and to those of the counter-figure.
  auto* title = robot.find<ui::Label>(QStringLiteral("floor.listTitle"));
  auto* note = robot.find<ui::Label>(QStringLiteral("floor.listNote"));
  REQUIRE(title);
  REQUIRE(note);
  const auto shows = [&](const QList<TicketId>& ids) {
    return title->text().endsWith(QString::number(ids.size())) && floor.model().rowCount() > 0 &&
           floor.model().rowAt(0).id == ids[0];
  };
  REQUIRE(robot.waitFor([&] { return shows(tickets.against); }));
  robot.press(Qt::Key_9);
  REQUIRE(robot.waitFor([&] { return shows(tickets.all); }));
  // Nothing is cut off in silence, and 0 shows more until there is no more.
  CHECK(floor.model().rowCount() == floorListMost);
  CHECK(note->text().contains(QString::number(tickets.all.size())));
  for (int rows = floorListMost; rows < tickets.all.size();) {
    robot.press(Qt::Key_0);
    rows = std::min(rows + floorListMost, static_cast<int>(tickets.all.size()));
    REQUIRE(robot.waitFor([&] { return floor.model().rowCount() == rows; }));
  }
  CHECK(floor.model().rows().back().id == tickets.all.back());
  robot.press(Qt::Key_9);
  CHECK(robot.waitFor(
      [&] { return title->text().endsWith(QString::number(tickets.beside.size())); }));
  // Back to the table, and from there to what runs out.
  robot.press(Qt::Key_Escape);
  CHECK(table->isVisible());
  robot.press(Qt::Key_Escape);
  CHECK_FALSE(table->isVisible());
  CHECK(floor.isVisible());
  CHECK(floor.tab() == FloorTab::AtRisk);
}

TEST_CASE("a figure by projects unfolds them with their interval", "[app][floor]") {
  FloorDesk desk;
  desk.openFloor();
  Robot& robot = *desk.robot;
  auto* table = desk.floor().findChild<ui::FigureTable*>();
  robot.press(Qt::Key_8);
  REQUIRE(robot.waitFor([&] { return table->rowCount() > 10; }));
  const int lines = table->rowCount();
  int row = 0;
  while (table->figures()[static_cast<size_t>(row)].parts().empty()) ++row;
  const auto& parts = table->figures()[static_cast<size_t>(row)].parts();
  for (int i = 0; i < row; ++i) robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Right);
  REQUIRE(table->rowCount() == lines + static_cast<int>(parts.size()));
  CHECK(table->textOf(row + 1).startsWith(parts[0].name));
  CHECK(table->textOf(row + 1).contains(QStringLiteral("95% 区间")));
  // From a project back to its figure, and all of them away.
  robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Left);
  CHECK(table->rowCount() == lines);
  CHECK(table->current() == row);
}

TEST_CASE("the choice goes with its row, and when that goes no act falls on its neighbour",
          "[app][floor]") {
  FloorDesk desk;
  desk.openFloor();
  Robot& robot = *desk.robot;
  FloorPage& floor = desk.floor();
  auto* view = robot.find<QListView>(QStringLiteral("floor.list"));
  REQUIRE(view);
  robot.press(Qt::Key_2);
  FloorSnapshot snapshot = floor.snapshot();
  REQUIRE(snapshot.notTaken.rows.size() > 2);
  // Two promises of one ticket, and one of another.
  const FloorRow ticket = snapshot.notTaken.rows[0];
  snapshot.promised = {};
  for (int i = 0; i < 3; ++i) {
    FloorRow row = i < 2 ? ticket : snapshot.notTaken.rows[1];
    row.promise = PromiseId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, static_cast<uchar>(i)));
    row.milestone.clear();
    row.note = QStringLiteral("回电");
    snapshot.promised.rows.push_back(row);
  }
  snapshot.promised.count = 3;
  floor.show(snapshot);
  robot.press(Qt::Key_4);
  REQUIRE(floor.model().rowCount() == 3);
  CHECK(view->currentIndex().row() == 0);
  // The first of two rows of one ticket stays the first, however often it is read.
  for (int i = 0; i < 3; ++i) floor.show(snapshot);
  CHECK(view->currentIndex().row() == 0);
  // It moves, and the choice moves with it.
  std::rotate(snapshot.promised.rows.begin(), snapshot.promised.rows.begin() + 1,
              snapshot.promised.rows.end());
  floor.show(snapshot);
  CHECK(view->currentIndex().row() == 2);
  // It goes: nothing is chosen, a blind key does nothing and says so.
  snapshot.promised.rows.pop_back();
  snapshot.promised.count = 2;
  floor.show(snapshot);
  CHECK(floor.currentTicket().isNull());
  const size_t before = desk.ticket(ticket.id).activities.size();
  QStringList said;
  QObject::connect(&floor, &FloorPage::said, &floor,
                   [&said](const QString& sentence) { said << sentence; });
  robot.press(Qt::Key_U, Qt::AltModifier);
  robot.settle(200);
  for (const FloorRow& row : snapshot.promised.rows) {
    CHECK_FALSE(desk.ticket(row.id).activities.back().data[u"urge"].toBool());
  }
  CHECK(desk.ticket(ticket.id).activities.size() == before);
  REQUIRE_FALSE(said.isEmpty());
  CHECK(said.front().contains(QStringLiteral("已不在列表")));
  auto* note = robot.find<ui::Label>(QStringLiteral("floor.listNote"));
  CHECK(note->text().contains(QStringLiteral("已不在列表")));
  // Neither the focus nor another reading chooses; an arrow does, near to where it stood.
  view->clearFocus();
  view->setFocus();
  floor.show(snapshot);
  CHECK(floor.currentTicket().isNull());
  robot.press(Qt::Key_Down);
  CHECK(view->currentIndex().row() == 1);
  CHECK(floor.currentTicket() == snapshot.promised.rows[1].id);
}

TEST_CASE("who is at work is unknown while the server is away, and not nobody", "[app][floor]") {
  FloorDesk desk;
  desk.openFloor();
  FloorPage& floor = desk.floor();
  auto* tile = desk.robot->find<ui::FloorTile>(QStringLiteral("floor.tile.6"));
  REQUIRE(tile);
  PresenceView one;
  one.agent = AgentId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
  one.name = QStringLiteral("小李");
  one.state = QStringLiteral("idle");
  one.since = desk.clock->now();
  floor.setAlone(false);
  floor.setServer(true);
  floor.setPresence({one});
  CHECK(tile->words().value == QStringLiteral("1"));
  // As the synchronisation tells it: first that the server is away, then that nobody is seen.
  floor.setServer(false);
  floor.setPresence({});
  CHECK(tile->words().value == QStringLiteral("—"));
  CHECK(tile->words().first.contains(QStringLiteral("未知")));
  CHECK(tile->words().second == QStringLiteral("截至 23:40 空闲 1 · 在线 1"));
  floor.setServer(true);
  floor.setPresence({one});
  CHECK(tile->words().first == QStringLiteral("在线 1"));
}

TEST_CASE("the hours tell their numbers to who points at them and to who hears them",
          "[app][floor]") {
  theme();
  ui::ArrivalsChart chart;
  FloorArrivals arrivals;
  arrivals.days = 8;
  arrivals.came = 12;
  arrivals.expected = 15;
  arrivals.hours.resize(24);
  const Instant now = *instantFromIso(u"2026-03-10T10:30:00");
  for (int i = 0; i < 24; ++i) {
    ArrivalHour& hour = arrivals.hours[static_cast<size_t>(i)];
    hour.from = instantAt(localDayOf(now), std::chrono::hours{i});
    hour.came = i == 9 ? 12 : 0;
    hour.isBegun = i <= 10;
    hour.isOver = i < 10;
    hour.expected = 9;
    hour.low = 6;
    hour.high = 13;
  }
  chart.resize(640, 240);
  chart.set(arrivals, now);
  CHECK(chart.hourText(9) == QStringLiteral("09:00–10:00 来件 12，预期 9（6–13）"));
  CHECK(chart.hourText(10).contains(QStringLiteral("到现在来件 0")));
  CHECK(chart.hourText(12) == QStringLiteral("12:00–13:00，预期 9（6–13）"));
  CHECK(chart.hourText(24).isEmpty());
  CHECK(chart.accessibleDescription().contains(QStringLiteral("来件 12")));
  // The hour that runs is no fall: what came ends with the hours that are over.
  CHECK_FALSE(chart.grab().isNull());
  // Whatever its size, the numbers of the axes stand beside their lines.
  chart.show();
  for (const int height : {300, 200, 240}) {
    chart.resize(640, height);
    QTest::qWait(20);
    const QRectF area = chart.chart()->plotArea();
    INFO(height);
    bool hasNought = false;
    bool hasNoon = false;
    for (const QGraphicsItem* item : chart.scene()->items()) {
      const auto* text = qgraphicsitem_cast<const QGraphicsTextItem*>(item);
      if (text == nullptr) continue;
      const QPointF middle = text->sceneBoundingRect().center();
      if (text->toPlainText() == u"0") {
        hasNought = true;
        CHECK(std::abs(middle.y() - area.bottom()) < 6);
      }
      if (text->toPlainText() == u"12:00") {
        hasNoon = true;
        CHECK(middle.y() > area.bottom());
        CHECK(middle.y() < height);
        CHECK(std::abs(middle.x() - area.center().x()) < 6);
      }
    }
    CHECK(hasNought);
    CHECK(hasNoon);
  }
}
