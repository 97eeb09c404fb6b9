// SPDX-License-Identifier: GPL-3.0-or-later
// Two real windows on one PostgreSQL: joined by keys, parted, both change one ticket, together
// again; the loser is in the inbox, and one key restores it.
#include <QSignalSpy>
#include <catch2/catch.hpp>

#include "app/alert_desk.h"
#include "tests/app/desk_fixture.h"
#include "tests/remote/floor_fixture.h"
#include "ui/desk/act_panel.h"
#include "ui/desk/call_bar.h"
#include "ui/desk/queue_model.h"
#include "ui/desk/queue_panel.h"
#include "ui/desk/reason_bar.h"
#include "ui/kit/actions.h"
#include "ui/kit/badge.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/rich_label.h"
#include "ui/shell/doubles_page.h"
#include "ui/shell/first_run_page.h"
#include "ui/shell/join_page.h"
#include "ui/shell/offline_bar.h"
#include "ui/shell/sign_in_page.h"
#include "ui/sync/conflict_page.h"
#include "ui/wallboard/agent_grid.h"
#include "ui/wallboard/floor_page.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// As the page offers it: the private server speaks on loopback only.
ServerAddress plainly(ServerAddress address) {
  address.sslMode = QStringLiteral("disable");
  return address;
}

/// A window on an own store with one person, signed in.
class Window {
 public:
  Window(const QString& name, const QString& staffNumber, quint64 seed)
      : clock(std::make_shared<ManualClock>(SystemClock().now())) {
    BackendOptions options;
    options.folder = m_folder.filePath(QStringLiteral("store"));
    options.clock = clock;
    options.random = std::make_shared<SeededRandom>(seed);
    auto backend = Backend::open(options);
    REQUIRE(backend);
    FirstRun first;
    first.name = name;
    first.staffNumber = staffNumber;
    first.outsideName = name;
    first.pin = QStringLiteral("246810");
    const auto agent = Desk::await((*backend)->setUpStandAlone(first));
    REQUIRE(agent);
    (*backend)->enter(*agent);
    station = std::make_unique<Workstation>(std::move(*backend), theme());
    station->window().resize(1440, 900);
    station->window().show();
    station->begin();
  }
  ~Window() { station.reset(); }
  Backend& backend() { return station->backend(); }
  template <class F>
  void waitFor(F isThere) {
    REQUIRE(QTest::qWaitFor(
        [&] {
          backend().syncNow();
          return isThere();
        },
        120'000));
  }
  bool isSettled() {
    const SyncView& view = station->window().sync();
    return view.state == SyncView::State::Live && view.unsent == 0;
  }
  Result<TicketView> ticket(const TicketId& id) { return Desk::await(backend().ticket(id)); }
  HandView::State hand() { return station->workbench().ticketView()->view().hand.state; }
  /// Who else has the ticket open that is open here.
  QString lookers() {
    const auto* label =
        station->window().findChild<ui::Label*>(QStringLiteral("ticketPanel.lookers"));
    return label->isHidden() ? QString() : label->text();
  }
  QString badge() {
    const auto* badge = station->window().findChild<ui::Badge*>(QStringLiteral("ticketPanel.hand"));
    return badge->isHidden() ? QString() : badge->text();
  }
  QString toast() { return station->window().findChild<ui::Toast*>()->text(); }
  void press(const char* verb) { station->window().actions().trigger(QLatin1String(verb)); }
  void picture(const char* name) {
    const QString folder = qEnvironmentVariable("YINGDA_PICTURES");
    if (!folder.isEmpty()) {
      station->window().grab().save(folder + QLatin1Char('/') + QLatin1String(name));
    }
  }

  std::shared_ptr<ManualClock> clock;
  std::unique_ptr<Workstation> station;

 private:
  QTemporaryDir m_folder;
};

}  // namespace

TEST_CASE("two windows change one ticket while parted, the inbox restores the loser",
          "[app][floor]") {
  Floor floor;
  const auto li = plainly(floor.person(QStringLiteral("li"), QStringLiteral("supervisor")));
  const auto zhang = plainly(floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor")));
  Window first(QStringLiteral("李敏"), QStringLiteral("8021"), 11);
  Window second(QStringLiteral("张蕾"), QStringLiteral("8022"), 12);

  // The page that joins says what is wrong, and then joins.
  ui::MainWindow& window = first.station->window();
  Robot robot(window);
  window.activateWindow();
  robot.attend();
  REQUIRE(window.isActiveWindow());
  window.openJoin();
  robot.settle(50);
  REQUIRE(window.joinPage());
  ServerAddress wrong = li;
  wrong.password = QStringLiteral("falsch");
  window.joinPage()->setRequest(wrong);
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] { return window.joinPage()->isIdle(); }));
  CHECK_FALSE(window.joinPage()->mayJoin());
  window.joinPage()->setRequest(li);
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] { return window.joinPage()->mayJoin(); }));
  robot.press(Qt::Key_Return);
  first.waitFor([&] { return first.isSettled(); });
  CHECK_FALSE(window.joinPage());
  Q_EMIT second.station->window().joinWanted(zhang);
  second.waitFor([&] { return second.isSettled(); });

  TicketDraft draft = *Desk::await(first.backend().newDraft(QString(), first.clock->now()));
  draft.text.request = QStringLiteral("地库积水，车开不出去");
  draft.text.place = QStringLiteral("地库 B1");
  const auto saved = Desk::await(first.backend().save(draft, SaveIntent::Save));
  REQUIRE(saved);
  const TicketId id = saved->view.ticket.id;
  second.waitFor([&] { return second.ticket(id).operator bool(); });

  floor.bar();
  const auto change = [&](Window& one, Level level) {
    act::ChangeLevel act;
    act.level = level;
    act.reason = QStringLiteral("再判断");
    REQUIRE(Desk::await(one.backend().act(id, act)));
  };
  change(first, Level::Orange);
  second.clock->advance(std::chrono::seconds(60));
  change(second, Level::Red);
  first.waitFor([&] { return window.sync().state == SyncView::State::Offline; });
  // The grey bar says so, and the desk goes on.
  CHECK(window.offlineBar()->isVisible());
  CHECK(window.sync().unsent > 0);
  floor.unbar();

  const auto isRed = [&](Window& one) {
    const auto view = one.ticket(id);
    return one.isSettled() && view && view->ticket.level == Level::Red;
  };
  first.waitFor([&] { return isRed(first); });
  second.waitFor([&] { return isRed(second); });
  CHECK_FALSE(window.offlineBar()->isVisible());
  first.waitFor([&] { return window.sync().conflicts == 1; });
  CHECK(second.station->window().sync().conflicts == 0);

  // The inbox shows both values, and its key brings the lost one back for everybody.
  window.activateWindow();
  robot.attend();
  window.actions().trigger(QStringLiteral("sync.open"));
  robot.settle(50);
  ui::ConflictPage& inbox = first.station->inbox();
  REQUIRE(inbox.isVisible());
  const QString folder = qEnvironmentVariable("YINGDA_PICTURES");
  if (!folder.isEmpty()) window.grab().save(folder + QStringLiteral("/two-windows-inbox.png"));
  window.actions().trigger(QStringLiteral("value.restore"));
  second.waitFor([&] {
    const auto view = second.ticket(id);
    return view && view->ticket.level == Level::Orange;
  });
  first.waitFor([&] { return window.sync().conflicts == 0 && first.isSettled(); });
  CHECK(first.ticket(id)->ticket.level == Level::Orange);
}

TEST_CASE("after an outage the first screen is what may be double", "[app][floor]") {
  Floor floor;
  Window first(QStringLiteral("李敏"), QStringLiteral("8021"), 17);
  Window second(QStringLiteral("张蕾"), QStringLiteral("8022"), 18);
  const auto supervisor = QStringLiteral("supervisor");
  Q_EMIT first.station->window().joinWanted(
      plainly(floor.person(QStringLiteral("li"), supervisor)));
  Q_EMIT second.station->window().joinWanted(
      plainly(floor.person(QStringLiteral("zhang"), supervisor)));
  for (Window* one : {&first, &second}) one->waitFor([&] { return one->isSettled(); });
  floor.bar();
  for (Window* one : {&first, &second}) {
    one->clock->advance(std::chrono::minutes(2));
    one->waitFor([&] { return one->station->window().sync().state == SyncView::State::Offline; });
  }
  const auto write = [](Window& one, const QString& request) {
    TicketDraft draft = *Desk::await(one.backend().newDraft(QString(), one.clock->now()));
    draft.text.request = request;
    draft.text.place = QStringLiteral("3-2-1502");
    REQUIRE(Desk::await(one.backend().save(draft, SaveIntent::Save)));
    one.clock->advance(std::chrono::minutes(1));
  };
  write(first, QStringLiteral("楼道水管爆了"));
  write(second, QStringLiteral("水管爆了没人管"));
  // Who writes is not interrupted.
  second.press("draft.new");
  second.waitFor([&] { return second.station->workbench().centre() == QStringLiteral("draft"); });
  floor.unbar();
  first.waitFor([&] { return first.isSettled(); });
  const auto page = [](Window& one) { return one.station->window().findChild<ui::DoublesPage*>(); };
  second.waitFor([&] { return second.station->window().sync().isBack; });
  second.waitFor([&] { return !Desk::await(second.backend().doubles())->empty(); });
  CHECK_FALSE(page(second));
  const auto queue = Desk::await(second.backend().queue(QueueKind::AllOpen, 10));
  REQUIRE(queue->open == 2);
  second.station->workbench().openTicket(queue->rows[0].id);
  second.waitFor([&] { return page(second) != nullptr; });
  second.picture("doubles.png");
  Robot robot(second.station->window());
  second.station->window().activateWindow();
  robot.attend();
  robot.press(Qt::Key_1);
  second.waitFor([&] { return page(second) == nullptr; });
  CHECK(Desk::await(second.backend().queue(QueueKind::AllOpen, 10))->open == 1);
  second.waitFor([&] { return !second.station->window().sync().isBack; });
}

TEST_CASE("two windows see who is at a ticket, and one of them has it in hand", "[app][floor]") {
  Floor floor;
  Window first(QStringLiteral("李敏"), QStringLiteral("8021"), 14);
  Window second(QStringLiteral("张蕾"), QStringLiteral("8022"), 15);
  const auto supervisor = QStringLiteral("supervisor");
  Q_EMIT first.station->window().joinWanted(
      plainly(floor.person(QStringLiteral("li"), supervisor)));
  Q_EMIT second.station->window().joinWanted(
      plainly(floor.person(QStringLiteral("zhang"), supervisor)));
  first.waitFor([&] { return first.isSettled(); });
  second.waitFor([&] { return second.isSettled(); });
  TicketDraft draft = *Desk::await(first.backend().newDraft(QString(), first.clock->now()));
  draft.text.request = QStringLiteral("地库积水，车开不出去");
  draft.text.place = QStringLiteral("地库 B1");
  const auto saved = Desk::await(first.backend().save(draft, SaveIntent::Save));
  REQUIRE(saved);
  const TicketId id = saved->view.ticket.id;
  second.waitFor([&] { return second.ticket(id).operator bool(); });

  // One opens it: the other's queue says so, and then the head of the ticket.
  first.station->workbench().openTicket(id);
  ui::QueuePanel& queue = *second.station->workbench().queuePanel();
  queue.setKind(QueueKind::AllOpen);
  Q_EMIT queue.kindChosen(QueueKind::AllOpen);
  second.waitFor([&] { return queue.model().rowOf(id) >= 0; });
  second.waitFor([&] { return !queue.model().lookersOf(id).empty(); });
  const QModelIndex row = queue.model().index(queue.model().rowOf(id));
  CHECK(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("李敏正在看")));
  CHECK(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("李敏正在看")));
  second.station->workbench().openTicket(id);
  second.waitFor([&] { return second.lookers() == QStringLiteral("李敏正在看"); });
  first.waitFor([&] { return first.lookers() == QStringLiteral("张蕾正在看"); });
  first.press("progress.note");
  second.waitFor([&] { return second.lookers() == QStringLiteral("李敏正在处理"); });
  second.picture("two-windows-presence.png");
  first.station->window().findChild<ui::ActPanel*>()->fold();

  // Away from the server nobody is shown as being there, and both wish to have it.
  floor.bar();
  for (Window* one : {&first, &second}) {
    one->waitFor([&] { return one->station->window().sync().state == SyncView::State::Offline; });
    CHECK(one->lookers().isEmpty());
    one->press("ticket.claim");
    one->waitFor([&] { return one->hand() == HandView::State::Wanted; });
    CHECK(one->badge() == QStringLiteral("想认领，联网后确认"));
  }
  floor.unbar();
  using State = HandView::State;
  const auto isDecided = [&] {
    return (first.hand() == State::Mine && second.hand() == State::Theirs) ||
           (first.hand() == State::Theirs && second.hand() == State::Mine);
  };
  first.waitFor([&] {
    second.backend().syncNow();
    return isDecided();
  });
  const bool isFirst = first.hand() == State::Mine;
  Window& holder = isFirst ? first : second;
  Window& loser = isFirst ? second : first;
  const QString holderName = isFirst ? QStringLiteral("李敏") : QStringLiteral("张蕾");
  CHECK(holder.badge() == QStringLiteral("您已认领"));
  CHECK(loser.badge() == holderName + QStringLiteral("已认领"));
  loser.waitFor([&] { return loser.toast().startsWith(holderName + QStringLiteral("已先认领 ")); });
  loser.picture("two-windows-claim-lost.png");

  // Who leads takes it over for a reason; the other hears of it.
  loser.press("ticket.claim");
  auto* bar = loser.station->workbench().findChild<ui::ReasonBar*>(QStringLiteral("takeOver"));
  REQUIRE(bar->isVisible());
  loser.picture("two-windows-take-over.png");
  QTest::keyClick(bar, Qt::Key_2);
  loser.waitFor([&] { return loser.hand() == State::Mine; });
  holder.waitFor([&] { return holder.hand() == State::Theirs; });
  holder.waitFor([&] { return holder.toast().endsWith(QStringLiteral("交接班")); });

  // A callback says first whose it is, and goes on with one key more.
  act::Solve solve;
  solve.cause = QStringLiteral("地漏堵塞");
  solve.outcome = QStringLiteral("已疏通");
  REQUIRE(Desk::await(holder.backend().act(id, solve)));
  ui::OpenTicket& open = *holder.station->workbench().ticketView();
  holder.waitFor([&] { return open.view().ticket.stage == Stage::AwaitingCallback; });
  holder.press("ticket.callback");
  CHECK_FALSE(open.isActing());
  CHECK(holder.toast().contains(QStringLiteral("仍要回访")));
  holder.press("ticket.callback");
  CHECK(open.isActing());
  // What was done under a claim that had gone is told once more where losses are told.
  loser.press("ticket.claim");
  loser.waitFor([&] { return loser.hand() == State::Free; });
  holder.waitFor([&] { return holder.hand() == State::Free; });
}

TEST_CASE("a break, a drill and a wish for help are seen at the supervisor's desk",
          "[app][floor]") {
  Floor floor;
  Window agent(QStringLiteral("李敏"), QStringLiteral("8021"), 16);
  Window leader(QStringLiteral("张蕾"), QStringLiteral("8022"), 17);
  const auto supervisor = QStringLiteral("supervisor");
  Q_EMIT agent.station->window().joinWanted(
      plainly(floor.person(QStringLiteral("li"), supervisor)));
  Q_EMIT leader.station->window().joinWanted(
      plainly(floor.person(QStringLiteral("zhang"), supervisor)));
  agent.waitFor([&] { return agent.isSettled(); });
  leader.waitFor([&] { return leader.isSettled(); });
  auto* grid = leader.station->floorPage().findChild<ui::AgentGrid*>();
  REQUIRE(grid);
  const auto seenAs = [&](const QString& code) {
    return grid->cells().size() == 1 && grid->cells().front().code == code;
  };
  leader.waitFor([&] { return seenAs(QStringLiteral("idle")); });

  // One key asks, a digit answers; the same key leads back.
  auto* bar = agent.station->window().findChild<ui::ReasonBar*>(QStringLiteral("away"));
  auto* call = agent.station->window().findChild<ui::CallBar*>();
  agent.press("agent.away");
  REQUIRE_FALSE(bar->isHidden());
  QTest::keyClick(bar, Qt::Key_2);
  CHECK(bar->isHidden());
  CHECK(call->sentence().startsWith(QStringLiteral("示忙（小休）")));
  leader.waitFor([&] { return seenAs(QStringLiteral("busy.rest")); });
  // Past its limit it reminds, once, and stays what it is.
  agent.clock->advance(std::chrono::minutes{11});
  agent.station->workbench().tick();
  CHECK(agent.toast().contains(QStringLiteral("小休已超过 10 分钟")));
  CHECK(call->sentence().contains(QStringLiteral("已超 10 分")));
  agent.press("agent.away");
  CHECK(call->isHidden());
  leader.waitFor([&] { return seenAs(QStringLiteral("idle")); });
  agent.press("agent.away");
  QTest::keyClick(bar, Qt::Key_1);
  leader.waitFor([&] { return seenAs(QStringLiteral("out")); });
  agent.press("agent.away");

  // What the practice room says is not said over by the desk's next tick.
  agent.station->workbench().setElsewhere(QStringLiteral("busy.training.2.60"));
  agent.station->workbench().tick();
  leader.waitFor([&] { return seenAs(QStringLiteral("busy.training.2.60")); });
  agent.station->workbench().setElsewhere({});

  // Help is asked for by one key in a call; it is told at once, and ends with the call's matter.
  QSignalSpy rung(&leader.station->alerts(), &AlertDesk::rung);
  agent.station->receive({QStringLiteral("call 138 1234 1234")});
  agent.press("call.take");
  agent.waitFor([&] { return call->state() == ui::CallBar::State::Talking; });
  agent.press("help.ask");
  CHECK(call->sentence().endsWith(QStringLiteral("已求助")));
  leader.waitFor([&] { return seenAs(QStringLiteral("call.help")); });
  REQUIRE(grid->cells().front().helpSince);
  CHECK(leader.toast().contains(QStringLiteral("李敏求助")));
  REQUIRE(rung.size() == 1);
  CHECK(rung[0][0].toBool());
  leader.press("board.open");
  leader.picture("two-windows-help.png");
  agent.press("help.ask");
  CHECK_FALSE(call->sentence().contains(QStringLiteral("已求助")));
  leader.waitFor([&] { return seenAs(QStringLiteral("call")); });
  CHECK_FALSE(grid->cells().front().helpSince);
  CHECK(rung.size() == 1);
}

TEST_CASE("an agent's save changes the leader's floor, the leader reassigns, and the agent sees it",
          "[app][floor]") {
  Floor floor;
  Window agent(QStringLiteral("李敏"), QStringLiteral("8021"), 18);
  Window leader(QStringLiteral("张蕾"), QStringLiteral("8022"), 19);
  Q_EMIT agent.station->window().joinWanted(
      plainly(floor.person(QStringLiteral("li"), QStringLiteral("agent"))));
  Q_EMIT leader.station->window().joinWanted(
      plainly(floor.person(QStringLiteral("zhang"), QStringLiteral("supervisor"))));
  agent.waitFor([&] { return agent.isSettled(); });
  leader.waitFor([&] { return leader.isSettled(); });
  ui::FloorPage& board = leader.station->floorPage();
  Robot robot(leader.station->window());
  leader.station->window().activateWindow();
  robot.attend();
  robot.press(Qt::Key_F11);
  robot.press(Qt::Key_3);
  REQUIRE(board.isVisible());
  CHECK(board.snapshot().urgent.count == 0);

  TicketDraft draft = *Desk::await(agent.backend().newDraft(QString(), agent.clock->now()));
  draft.text.request = QStringLiteral("三楼水管井爆了");
  draft.text.place = QStringLiteral("云杉府 3栋2单元");
  draft.ticket.category = QStringLiteral("repair.water.burst_common");
  draft.text.contactPhone = QStringLiteral("13800000000");
  draft.ticket.level = Level::Red;
  const auto saved = Desk::await(agent.backend().save(draft, SaveIntent::Dispatch));
  REQUIRE(saved);
  REQUIRE(saved->missing.isEmpty());
  const TicketId id = saved->view.ticket.id;
  agent.waitFor([&] { return agent.isSettled(); });
  leader.waitFor([&] { return leader.ticket(id).has_value(); });
  leader.waitFor([&] { return board.snapshot().urgent.count == 1; });
  leader.waitFor([&] { return board.currentTicket() == id; });

  agent.station->workbench().openTicket(id);
  const auto shown = [&] { return agent.station->workbench().ticketView()->view().ticket; };
  agent.waitFor([&] { return shown().id == id; });
  const QString before = shown().department;
  const auto& departments = leader.backend().starter().departments;
  const int other = departments[1].id == before ? 2 : 1;
  leader.clock->advance(std::chrono::seconds{1});
  robot.press(Qt::Key_F6);
  robot.press(static_cast<Qt::Key>(Qt::Key_1 + other));
  const QString wanted = departments[static_cast<size_t>(other)].id;
  agent.waitFor([&] { return shown().department == wanted; });
  CHECK(before != wanted);

  // She has it in hand; stepping in takes it, with a reason, and she sees who has it.
  agent.press("ticket.claim");
  leader.waitFor([&] {
    const auto view = leader.ticket(id);
    return view && view->hand.state == HandView::State::Theirs;
  });
  leader.waitFor([&] { return board.currentTicket() == id; });
  robot.press(Qt::Key_I, Qt::ControlModifier);
  auto* why = board.findChild<ui::ReasonBar*>(QStringLiteral("takeOver"));
  leader.waitFor([&] { return !why->isHidden(); });
  QTest::keyClick(why, Qt::Key_1);
  leader.waitFor([&] { return leader.hand() == HandView::State::Mine; });
  agent.waitFor([&] { return agent.hand() == HandView::State::Theirs; });
}

TEST_CASE("an empty computer joins from the first run and its person goes on as who they are",
          "[app][floor]") {
  Floor floor;
  const auto li = plainly(floor.person(QStringLiteral("li"), QStringLiteral("supervisor")));
  Window first(QStringLiteral("李敏"), QStringLiteral("8021"), 13);
  Q_EMIT first.station->window().joinWanted(li);
  first.waitFor([&] { return first.isSettled(); });

  const QTemporaryDir folder;
  BackendOptions options;
  options.folder = folder.filePath(QStringLiteral("store"));
  auto backend = Backend::open(options);
  REQUIRE(backend);
  Workstation station(std::move(*backend), theme());
  ui::MainWindow& window = station.window();
  window.resize(1440, 900);
  window.show();
  station.begin();
  Robot robot(window);
  window.activateWindow();
  robot.attend();
  // The first run is there; its second choice opens the page.
  REQUIRE(robot.waitFor([&] { return window.findChild<ui::FirstRunPage*>() != nullptr; }));
  window.openJoin();
  robot.settle(50);
  REQUIRE(window.joinPage());
  const auto wang = plainly(floor.person(QStringLiteral("wang")));
  window.joinPage()->setRequest(wang);
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] { return window.joinPage()->mayJoin(); }));
  robot.press(Qt::Key_Return);
  // The people come down, and who joined goes on without saying again who they are.
  REQUIRE(robot.waitFor([&] { return station.backend().session().has_value(); }));
  REQUIRE(robot.waitFor([&] { return window.joinPage() == nullptr; }));
  CHECK(station.backend().session()->name == QStringLiteral("wang"));
  // The next one is asked for the password of the server.
  window.actions().trigger(QStringLiteral("lock"));
  ui::SignInPage* page = nullptr;
  REQUIRE(robot.waitFor([&] { return (page = window.findChild<ui::SignInPage*>()) != nullptr; }));
  REQUIRE(page->asksPassword());
  const QString chosen = page->chosenStaffNumber();
  robot.type(wang.password);
  robot.press(Qt::Key_Return);
  REQUIRE(robot.waitFor([&] { return station.backend().session().has_value(); }));
  CHECK(station.backend().session()->staffNumber == chosen);
}
