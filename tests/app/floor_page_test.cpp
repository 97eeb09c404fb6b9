// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's seat on the real window, by keyboard alone: who may look, lists by digits, acts
// by one key, and news without asking.
#include "ui/wallboard/floor_page.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QListView>

#include "core/store/cache.h"
#include "tests/app/desk_fixture.h"
#include "ui/parts/agent_state.h"
#include "ui/shell/top_bar.h"
#include "ui/wallboard/arrivals_chart.h"
#include "ui/wallboard/figure_list.h"
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
  CHECK(QGuiApplication::clipboard()->text().contains(QStringLiteral("督办")));

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
