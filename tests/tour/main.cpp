// SPDX-License-Identifier: GPL-3.0-or-later
// The tour: the main job done on the real window without a display, leaving pictures and a log.
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QBuffer>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFuture>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTranslator>

#include "app/tv_station.h"
#include "app/workstation.h"
#include "core/service/demo.h"
#include "tests/app/stair.h"
#include "tests/runner/robot.h"
#include "tests/ui/sync_samples.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/queue_panel.h"
#include "ui/desk/remark_line.h"
#include "ui/desk/ticket_form.h"
#include "ui/insight/learning_page.h"
#include "ui/kit/actions.h"
#include "ui/kit/text_box.h"
#include "ui/kit/theme.h"
#include "ui/knowledge/knowledge_page.h"
#include "ui/knowledge/piece_groups.h"
#include "ui/knowledge/script_editor.h"
#include "ui/shell/doubles_page.h"
#include "ui/shell/event_page.h"
#include "ui/shell/handover_page.h"
#include "ui/shell/join_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/sign_in_page.h"
#include "ui/sync/conflict_page.h"
#include "ui/training/drill_form.h"
#include "ui/training/drill_room.h"
#include "ui/training/practice_page.h"
#include "ui/training/row_list.h"
#include "ui/training/scenario_chooser.h"
#include "ui/training/trainer_page.h"
#include "ui/training/training_text.h"
#include "ui/wallboard/floor_page.h"
#include "ui/wallboard/tv_board.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/open_ticket.h"
#include "ui/workbench/workbench_page.h"

namespace {

using namespace yingda;
using yingda::test::Robot;

// A night in the demo's last minutes.
const Instant tonight = *instantFromIso(u"2026-03-10T23:40:12");

/// Buttons of which the screen shows a part only; what can be scrolled to is not cut.
QStringList cutButtons(const QWidget& window) {
  QStringList names;
  for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
    if (!button->isVisible()) continue;
    QRect area = button->rect();
    for (const QWidget* one = button; one != &window; one = one->parentWidget()) {
      area.translate(one->pos());
      const QWidget* parent = one->parentWidget();
      if (qobject_cast<const QAbstractScrollArea*>(parent->parentWidget())) break;
      if (parent->rect().contains(area)) continue;
      names << (button->objectName().isEmpty() ? button->text() : button->objectName());
      break;
    }
  }
  return names;
}

/// One store, one window, and the pictures taken of it.
class Tour {
 public:
  Tour(const QDir& out, ui::Theme& theme, QTextStream& log)
      : m_out(out), m_theme(theme), m_log(log), m_clock(std::make_shared<ManualClock>(tonight)) {}

  bool open(int tickets, int openTickets, QSize size) {
    m_station.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock->set(tonight);
    BackendOptions options;
    options.folder = m_folder->filePath(QStringLiteral("store"));
    options.clock = m_clock;
    options.random = std::make_shared<SeededRandom>(11);
    auto backend = Backend::open(options);
    if (!backend) return fail(QStringLiteral("store does not open"));
    if (tickets > 0) {
      DemoOptions demo;
      demo.households = 240;
      demo.tickets = tickets;
      demo.open = openTickets;
      auto made = (*backend)->makeDemo(demo);
      if (!QTest::qWaitFor([&made] { return made.isFinished(); }, 300'000) || !made.result()) {
        return fail(QStringLiteral("no demo organisation"));
      }
    }
    m_station = std::make_unique<Workstation>(std::move(*backend), m_theme);
    m_station->window().resize(size);
    m_station->window().show();
    m_station->window().activateWindow();
    m_robot = std::make_unique<Robot>(m_station->window());
    if (tickets > 0) {
      auto entered = m_station->backend().signInTrusted(QStringLiteral("8021"));
      if (!QTest::qWaitFor([&entered] { return entered.isFinished(); }, 60'000)) return false;
      m_station->backend().enter(*entered.result());
    }
    m_station->begin();
    return m_robot->waitFor([this] { return m_station->window().isActiveWindow(); });
  }
  void note(const QString& line) {
    m_log << clockTextWithSeconds(m_clock->now()) << "  " << line << "\n";
    m_log.flush();
  }
  bool shot(const QString& name) {
    const QString file = m_out.filePath(name % QStringLiteral(".png"));
    const bool isSaved = m_robot->picture(file);
    note(QStringLiteral("picture ") % name);
    m_pictures << file;
    const QStringList cut = cutButtons(m_station->window());
    if (!cut.isEmpty()) return fail(name % QStringLiteral(" cuts ") % cut.join(u' '));
    return isSaved;
  }
  void pass(int seconds) {
    m_clock->advance(std::chrono::seconds{seconds});
    m_station->workbench().tick();
    m_robot->settle();
  }
  bool fail(const QString& why) {
    note(QStringLiteral("FAILED ") % why);
    m_isWhole = false;
    return false;
  }
  /// A picture of something that is not the window.
  bool shotOf(QWidget& widget, QSize size, const QString& name) {
    const QString file = m_out.filePath(name % QStringLiteral(".png"));
    QImage image(size, QImage::Format_RGB32);
    widget.resize(size);
    widget.render(&image);
    note(QStringLiteral("picture ") % name);
    m_pictures << file;
    return image.save(file);
  }
  const std::shared_ptr<ManualClock>& clock() { return m_clock; }
  bool enter(const char* staff) {
    auto entered = m_station->backend().signInTrusted(QLatin1String(staff));
    if (!QTest::qWaitFor([&entered] { return entered.isFinished(); }, 60'000)) return false;
    m_station->backend().enter(*entered.result());
    m_station->begin();
    m_robot->settle(100);
    return true;
  }
  Robot& robot() { return *m_robot; }
  Workstation& station() { return *m_station; }
  bool centreIs(const char* name) {
    const bool came =
        m_robot->waitFor([&] { return station().workbench().centre() == QLatin1String(name); });
    if (!came) fail(QStringLiteral("the centre never showed ") % QLatin1String(name));
    return came;
  }
  bool isWhole() const { return m_isWhole; }
  QStringList pictures() const { return m_pictures; }

 private:
  QDir m_out;
  ui::Theme& m_theme;
  QTextStream& m_log;
  std::shared_ptr<ManualClock> m_clock;
  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<Workstation> m_station;
  std::unique_ptr<Robot> m_robot;
  QStringList m_pictures;
  bool m_isWhole = true;
};

void firstStart(Tour& tour, QSize size) {
  tour.note(QStringLiteral("an empty store shows the first run"));
  if (tour.open(0, 0, size)) tour.shot(QStringLiteral("01-first-run"));
}

enum class Pictures { Taken, Spared };

void knownCaller(Tour& tour, Pictures pictures = Pictures::Taken) {
  Robot& robot = tour.robot();
  tour.note(QStringLiteral("13812341234 rings"));
  tour.station().receive({QStringLiteral("call 138 1234 1234")});
  tour.centreIs("ringing");
  tour.pass(6);
  if (pictures == Pictures::Taken) tour.shot(QStringLiteral("02-ringing"));
  robot.press(Qt::Key_F2);
  tour.centreIs("draft");
  tour.note(QStringLiteral("F2 takes the call; the opening stands at the right"));
  tour.pass(5);
  robot.settle(300);
  if (pictures == Pictures::Taken) tour.shot(QStringLiteral("03-call-taken"));
}

void emergency(Tour& tour) {
  Robot& robot = tour.robot();
  robot.type(QStringLiteral("三楼水管井爆了，水已经流到电梯厅，老人在家，你们快来。"));
  robot.settle(400);
  tour.pass(20);
  tour.shot(QStringLiteral("04-form-half"));
  robot.press(Qt::Key_G, Qt::AltModifier);
  robot.type(QStringLiteral("bggg"));
  robot.settle(200);
  tour.shot(QStringLiteral("05-category"));
  robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Return);
  robot.press(Qt::Key_D, Qt::ControlModifier);
  tour.note(QStringLiteral("Ctrl+D opens the early dispatch"));
  tour.pass(10);
  tour.shot(QStringLiteral("06-emergency"));
  robot.press(Qt::Key_1, Qt::ControlModifier);
  robot.press(Qt::Key_1, Qt::ControlModifier);
  robot.settle(200);
  tour.shot(QStringLiteral("07-emergency-answered"));
  robot.press(Qt::Key_D, Qt::ControlModifier);
  robot.settle(400);
  tour.note(QStringLiteral("dispatched while she is still talking"));
  robot.press(Qt::Key_Y, Qt::AltModifier);
  tour.pass(30);
  robot.press(Qt::Key_O, Qt::AltModifier);
  robot.press(Qt::Key_E, Qt::AltModifier);
  robot.type(QStringLiteral("先别乘电梯，也别趟积水，我马上让师傅关楼里的总阀。"));
  robot.settle(400);
  tour.shot(QStringLiteral("08-form-full"));
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  tour.centreIs("ticket");
  tour.note(QStringLiteral("Ctrl+Enter saves; the clocks run"));
  tour.pass(20);
  tour.shot(QStringLiteral("09-ticket"));
  robot.press(Qt::Key_W, Qt::AltModifier);
  robot.settle(300);
  tour.shot(QStringLiteral("10-why"));
  robot.press(Qt::Key_Escape);
}

void unknownCaller(Tour& tour) {
  Robot& robot = tour.robot();
  robot.press(Qt::Key_F10, Qt::ControlModifier);
  tour.note(QStringLiteral("F2, a number nobody knows, Enter: three keys to the form"));
  robot.press(Qt::Key_F2);
  robot.type(QStringLiteral("0755-8899 1234转801"));
  robot.press(Qt::Key_Return);
  tour.centreIs("draft");
  tour.pass(4);
  tour.shot(QStringLiteral("11-unknown-caller"));
}

void searches(Tour& tour) {
  Robot& robot = tour.robot();
  robot.press(Qt::Key_K, Qt::ControlModifier);
  robot.type(QStringLiteral("pd"));
  robot.settle(400);
  tour.shot(QStringLiteral("12-palette"));
  robot.press(Qt::Key_Escape);
  robot.press(Qt::Key_F4);
  robot.type(QStringLiteral("漏水"));
  robot.settle(400);
  tour.shot(QStringLiteral("13-knowledge"));
  robot.press(Qt::Key_F1);
  robot.settle(200);
  tour.shot(QStringLiteral("14-keys"));
  robot.press(Qt::Key_Escape);
}

void longQueue(Tour& tour, QSize size) {
  tour.note(QStringLiteral("a queue of 10,000 open tickets"));
  if (!tour.open(10'100, 10'000, size)) return;
  tour.robot().settle(800);
  tour.station().workbench().queuePanel()->setKind(QueueKind::AllOpen);
  Q_EMIT tour.station().workbench().queuePanel()->kindChosen(QueueKind::AllOpen);
  tour.robot().settle(1500);
  tour.shot(QStringLiteral("15-queue-10000"));
}

void otherClothes(Tour& tour, ui::Theme& theme) {
  theme.setMode(ui::ThemeMode::Dark);
  if (!tour.open(2000, 60, {1440, 900})) return;
  // The light pictures of these screens keep their names.
  knownCaller(tour, Pictures::Spared);
  Robot& robot = tour.robot();
  robot.type(QStringLiteral("三楼水管井爆了，水已经流到电梯厅，老人在家，你们快来。"));
  robot.press(Qt::Key_G, Qt::AltModifier);
  robot.type(QStringLiteral("bggg"));
  robot.settle(200);
  robot.press(Qt::Key_Down);
  robot.press(Qt::Key_Return);
  robot.settle(400);
  tour.shot(QStringLiteral("16-dark"));
  tour.station().window().resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("17-dark-1366"));
  tour.station().window().resize(1093, 614);
  robot.settle(300);
  tour.shot(QStringLiteral("18-dark-1366-at-125"));
  theme.setMode(ui::ThemeMode::Light);
  tour.station().window().resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("19-light-1366"));
  tour.station().window().resize(1093, 614);
  robot.settle(300);
  tour.shot(QStringLiteral("20-light-1366-at-125"));
}

/// Typed as a person would have, without a server behind it.
ServerAddress typedRequest() {
  ServerAddress request;
  request.hosts = QStringLiteral("db.yunshan.example");
  request.login = QStringLiteral("lim");
  request.password = QStringLiteral("not a real one");
  return request;
}

void joinPictures(Tour& tour, const QString& fault, const QString& good, const QString& joining) {
  ui::MainWindow& window = tour.station().window();
  // The answers are made by hand; no server is asked.
  QObject::disconnect(&window, &ui::MainWindow::joinTestWanted, &tour.station(), nullptr);
  window.openJoin();
  window.joinPage()->setRequest(typedRequest());
  tour.robot().press(Qt::Key_Return);
  JoinTest refused = ui::faultTest("password");
  refused.detail = QStringLiteral("FATAL: password authentication failed for user \"lim\"");
  window.showJoinTest(refused);
  tour.shot(fault);
  tour.robot().press(Qt::Key_Return);
  window.showJoinTest(ui::goodTest());
  tour.shot(good);
  SyncView view = ui::liveFloor();
  view.state = SyncView::State::Copying;
  view.mayCancel = true;
  view.unsent = 0;
  view.copied = 12'408;
  window.joinPage()->showJoining(view);
  tour.shot(joining);
  tour.robot().press(Qt::Key_Escape);
}

/// A ticket that is a colleague's, with two of them at it, and a queue in which others work.
void atOneTicket(Tour& tour, ui::Theme& theme) {
  Robot& robot = tour.robot();
  Backend& backend = tour.station().backend();
  ui::WorkbenchPage& desk = tour.station().workbench();
  auto asked = backend.queue(QueueKind::AllOpen, 100);
  if (!robot.waitFor([&] { return asked.isFinished(); }) || !asked.result()) return;
  QueuePage page = *asked.result();
  if (page.rows.size() < 5) return;
  const auto hand = [](HandView::State state, const QString& name) {
    HandView view;
    view.state = state;
    view.name = name;
    return view;
  };
  using State = HandView::State;
  page.rows[0].hand = hand(State::Theirs, QStringLiteral("王蕾"));
  page.rows[1].hand = hand(State::Mine, {});
  page.rows[2].hand = hand(State::Wanted, {});
  PresenceView writer;
  writer.agent = AgentId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
  writer.name = QStringLiteral("王蕾");
  writer.ticket = page.rows[0].id;
  writer.isWriting = true;
  PresenceView reader = writer;
  reader.name = QStringLiteral("李工");
  reader.isWriting = false;
  PresenceView elsewhere = reader;
  elsewhere.ticket = page.rows[3].id;
  auto ticket = backend.ticket(page.rows[0].id);
  desk.openTicket(page.rows[0].id);
  if (!robot.waitFor([&] { return ticket.isFinished(); }) || !ticket.result()) return;
  TicketView view = *ticket.result();
  view.hand = page.rows[0].hand;
  robot.settle(300);
  desk.setFloor(ui::liveFloor());
  desk.ticketView()->show(view);
  desk.setPresence({writer, reader, elsewhere});
  desk.queuePanel()->setKind(QueueKind::AllOpen);
  desk.queuePanel()->setPage(page, tonight);
  robot.settle(300);
  tour.note(QStringLiteral("who is at a ticket, and who has it in hand"));
  tour.shot(QStringLiteral("32-in-hand"));
  theme.setMode(ui::ThemeMode::Dark);
  view.hand = hand(State::Wanted, {});
  desk.setFloor(ui::offlineFloor());
  desk.setPresence({});
  desk.ticketView()->show(view);
  robot.settle(300);
  tour.shot(QStringLiteral("33-wanted-dark"));
  desk.setFloor(ui::liveFloor());
  view.hand = hand(State::Mine, {});
  desk.ticketView()->show(view);
  desk.setPresence({reader, elsewhere});
  robot.settle(300);
  tour.shot(QStringLiteral("34-in-hand-dark"));
  theme.setMode(ui::ThemeMode::Light);
  desk.setPresence({});
  desk.setFloor({});
}

/// The copilot beside what she types, on the call of the emergency.
void copilot(Tour& tour, ui::Theme& theme) {
  tour.note(QStringLiteral("the copilot in the form"));
  theme.setMode(ui::ThemeMode::Light);
  if (!tour.open(2000, 60, {1440, 900})) return;
  knownCaller(tour, Pictures::Spared);
  Robot& keys = tour.robot();
  ui::TicketForm& form = *tour.station().workbench().draftView()->form();
  keys.type(QStringLiteral("三楼水管井爆了，水已经流到电梯厅，老人在家，你们快来。"));
  keys.press(Qt::Key_G, Qt::AltModifier);
  keys.type(QStringLiteral("bggg"));
  keys.settle(200);
  keys.press(Qt::Key_Down);
  keys.press(Qt::Key_Return);
  keys.press(Qt::Key_E, Qt::AltModifier);
  keys.type(QStringLiteral("师傅可能尽快过去"));
  auto* line = form.findChild<ui::RemarkLine*>();
  if (!keys.waitFor([&] { return line->isVisible(); })) {
    tour.fail(QStringLiteral("no remark on a vague sentence"));
    return;
  }
  keys.settle(300);
  tour.shot(QStringLiteral("43-lint"));
  theme.setMode(ui::ThemeMode::Dark);
  tour.station().window().resize(1366, 768);
  keys.settle(300);
  tour.shot(QStringLiteral("44-lint-dark-1366"));
  theme.setMode(ui::ThemeMode::Light);
  tour.station().window().resize(1440, 900);
  keys.press(Qt::Key_Return, Qt::AltModifier);
  keys.settle(300);
  tour.note(QStringLiteral("Alt+Enter takes the rewrite; the promise waits for F7"));
  tour.shot(QStringLiteral("45-promise"));
  keys.press(Qt::Key_F7);
  keys.press(Qt::Key_Q, Qt::AltModifier);
  keys.press(Qt::Key_End, Qt::ControlModifier);
  keys.type(QStringLiteral("再不来我就打 12345，找记者曝光你们！"));
  if (!keys.waitFor([&] { return form.emotion() != EmotionLevel::Calm; })) {
    tour.fail(QStringLiteral("no feeling heard in a threat"));
    return;
  }
  keys.settle(300);
  tour.shot(QStringLiteral("46-emotion"));
}

/// The same moment in light, dark and on the cheapest screen.
void threeClothes(Tour& tour, ui::Theme& theme, const QString& name) {
  tour.robot().settle(300);
  tour.shot(name);
  theme.setMode(ui::ThemeMode::Dark);
  tour.robot().settle(200);
  tour.shot(name % QStringLiteral("-dark"));
  theme.setMode(ui::ThemeMode::Light);
  tour.station().window().resize(1366, 768);
  tour.robot().settle(300);
  tour.shot(name % QStringLiteral("-1366"));
  tour.station().window().resize(1440, 900);
  tour.robot().settle(200);
}

/// A night of sixty calls of one cause: the short form, the red path out of it, and what is bare.
void storm(Tour& tour, ui::Theme& theme) {
  Robot& robot = tour.robot();
  Backend& backend = tour.station().backend();
  ui::MainWindow& window = tour.station().window();
  ui::WorkbenchPage& page = tour.station().workbench();
  tour.note(QStringLiteral("quick entry in a storm"));
  const auto waited = [&](const auto& future) {
    return robot.waitFor([&] { return future.isFinished(); }) && future.result();
  };
  const auto sign = [&](const char16_t* number) {
    const auto known = backend.signInTrusted(QString::fromUtf16(number));
    if (waited(known)) backend.enter(*known.result());
  };
  const auto communities = backend.communities();
  if (!waited(communities) || communities.result()->empty()) return;
  const std::vector<Community> known = *communities.result();
  CommunityId community = known.front().id;
  for (const Community& one : known) {
    if (one.name == u"云杉府") community = one.id;
  }
  sign(u"8030");
  auto opened =
      backend.actOnEvent({}, event_act::OpenQuick{community, QStringLiteral("暴雨/台风")});
  if (!waited(opened)) return;
  const EventId id = opened.result()->event.id;
  // Nobody approves their own words.
  sign(u"8021");
  opened = backend.actOnEvent(
      id, event_act::Write{QStringLiteral("暴雨/台风"),
                           QStringLiteral("地库入口已装挡水板，两台泵在抽水；请不要去地库挪车。"),
                           backend.clock().now() + std::chrono::minutes(25)});
  if (!waited(opened)) return;
  sign(u"8030");
  opened = backend.actOnEvent(id, event_act::Approve{});
  if (!waited(opened)) return;
  sign(u"8021");
  const auto isOn = [&] { return page.draftView()->quickened({}, community).isQuick; };
  if (!robot.waitFor(isOn)) {
    tour.fail(QStringLiteral("quick entry is not on"));
    return;
  }
  const char* rooms[] = {"31502", "51103", "20801"};
  for (const char* room : rooms) {
    tour.station().receive({QStringLiteral("call 139 7777 ") % QLatin1String(room, 4)});
    robot.settle(200);
    robot.press(Qt::Key_F2);
    if (!robot.waitFor([&] { return robot.target()->objectName() == u"ticketForm.quick"; })) {
      tour.fail(QStringLiteral("no short form"));
      return;
    }
    robot.press(Qt::Key_1);
    robot.type(QString::fromLatin1(room));
    if (room == rooms[2]) break;
    robot.press(Qt::Key_Return);
    robot.waitFor([&] { return page.centre() == u"idle"; });
  }
  page.draftView()->form()->focusField(QStringLiteral("request"));
  robot.type(QStringLiteral("阳台的水漫进客厅了"));
  robot.settle(400);
  threeClothes(tour, theme, QStringLiteral("90-storm"));
  page.draftView()->form()->focusField(QStringLiteral("quick"));
  robot.press(Qt::Key_4);
  robot.press(Qt::Key_Return);
  robot.settle(300);
  tour.shot(QStringLiteral("91-storm-red"));
  window.openEvents(id);
  robot.settle(800);
  threeClothes(tour, theme, QStringLiteral("92-storm-event"));
  window.setCentral(nullptr);
}

/// An owner who is past being polite, and an owner who needs time.
void care(Tour& tour, ui::Theme& theme) {
  tour.note(QStringLiteral("care for the call: words, ladder, warnings, slow pace, templates"));
  theme.setMode(ui::ThemeMode::Light);
  if (!tour.open(2000, 60, {1440, 900})) return;
  knownCaller(tour, Pictures::Spared);
  Robot& robot = tour.robot();
  ui::WorkbenchPage& page = tour.station().workbench();
  ui::TicketForm& form = *page.draftView()->form();
  robot.type(QStringLiteral("厨房漏水等了三天没人来，什么态度，凭什么，再不来我就打 12345！"));
  robot.press(Qt::Key_E, Qt::AltModifier);
  robot.type(QStringLiteral("师傅可能尽快过去"));
  auto* line = form.findChild<ui::RemarkLine*>();
  if (!robot.waitFor([&] { return line->isVisible(); })) tour.fail(QStringLiteral("no remark"));
  robot.settle(500);
  threeClothes(tour, theme, QStringLiteral("83-form-all-helpers"));
  robot.press(Qt::Key_Return, Qt::AltModifier);
  robot.press(Qt::Key_4, Qt::AltModifier);
  robot.settle(300);
  tour.shot(QStringLiteral("84-rewrite-and-rung"));
  robot.press(Qt::Key_F7);
  robot.press(Qt::Key_Q, Qt::AltModifier);
  robot.press(Qt::Key_End, Qt::ControlModifier);
  robot.type(QStringLiteral("你个废物。"));
  robot.settle(500);
  tour.shot(QStringLiteral("85-abuse-warning"));
  robot.press(Qt::Key_5, Qt::AltModifier);
  robot.press(Qt::Key_O, Qt::ControlModifier);
  threeClothes(tour, theme, QStringLiteral("86-templates"));
  robot.press(Qt::Key_Escape);
  robot.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
  robot.settle(300);
  tour.shot(QStringLiteral("87-sensitive"));
  tour.station().window().actions().trigger(QStringLiteral("draft.new"));
  robot.settle(300);
  form.focusField(QStringLiteral("request"));
  robot.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
  robot.type(QStringLiteral("厨房下水堵了"));
  robot.press(Qt::Key_B, Qt::ControlModifier);
  threeClothes(tour, theme, QStringLiteral("88-slow-read-back"));
  robot.press(Qt::Key_K, Qt::ControlModifier);
  robot.settle(200);
  robot.type(QStringLiteral("未结 云杉府 手机"));
  robot.settle(500);
  threeClothes(tour, theme, QStringLiteral("89-search-filters"));
  robot.press(Qt::Key_Escape);
  storm(tour, theme);
}

/// A painted picture, as a phone would take one.
QByteArray photo(const QColor& ground) {
  QImage image(640, 480, QImage::Format_RGB32);
  image.fill(ground);
  QPainter painter(&image);
  painter.fillRect(QRect(280, 0, 60, 480), ground.darker());
  painter.setBrush(QColor(180, 210, 230));
  painter.drawEllipse(QRect(200, 300, 240, 90));
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (buffer.open(QIODevice::WriteOnly)) image.save(&buffer, "PNG");
  return bytes;
}

/// Files and other tickets that hang on one, and what an outage may have doubled.
void belonging(Tour& tour, ui::Theme& theme) {
  Robot& robot = tour.robot();
  ui::MainWindow& window = tour.station().window();
  Backend& backend = tour.station().backend();
  auto asked = backend.queue(QueueKind::AllOpen, 100);
  if (!robot.waitFor([&] { return asked.isFinished(); }) || !asked.result()) return;
  const std::vector<QueueRow> rows = asked.result()->rows;
  if (rows.size() < 8) return;
  tour.note(QStringLiteral("what hangs on a ticket"));
  const TicketId id = rows[0].id;
  QFuture<Result<TicketView>> done;
  for (const auto& [bytes, name] :
       {std::pair(photo(QColor(150, 140, 130)), QStringLiteral("三楼管井.png")),
        std::pair(photo(QColor(110, 130, 120)), QStringLiteral("电梯厅积水.png")),
        std::pair(QByteArray("%PDF-1.4"), QStringLiteral("维修报价.pdf"))}) {
    done = backend.attachBytes(id, bytes, name);
    if (!robot.waitFor([&] { return done.isFinished(); })) return;
  }
  for (const auto& [other, kind] :
       {std::pair(rows[1].id, TieKind::Cause), std::pair(rows[2].id, TieKind::Related)}) {
    done = backend.tie(id, other, kind);
    if (!robot.waitFor([&] { return done.isFinished(); })) return;
  }
  tour.station().workbench().openTicket(id);
  robot.settle(500);
  tour.shot(QStringLiteral("39-belonging"));
  theme.setMode(ui::ThemeMode::Dark);
  window.resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("40-belonging-dark-1366"));
  std::vector<DoubleView> pairs;
  for (size_t i = 0; i < 3; ++i) {
    DoubleView pair;
    pair.mine = rows[2 * i];
    pair.other = rows[2 * i + 1];
    pair.likeness.kind = i == 1 ? TieKind::Cause : TieKind::Same;
    pair.likeness.reasons = i == 1 ? std::vector{Alike::Unit, Alike::Family, Alike::Words}
                                   : std::vector{Alike::Household, Alike::Phone, Alike::Words};
    pair.likeness.between = std::chrono::minutes(12 + 40 * static_cast<int>(i));
    pair.mineRequest = rows[2 * i].title % QStringLiteral("，说了两遍还没有人来看，家里有老人。");
    pair.otherRequest =
        rows[2 * i + 1].title % QStringLiteral("。业主在微信上发来照片，问几点到。");
    pairs.push_back(pair);
  }
  auto* page = new ui::DoublesPage;
  page->show(pairs);
  window.setCentral(page);
  page->setFocus(Qt::OtherFocusReason);
  robot.settle(300);
  tour.shot(QStringLiteral("42-doubles-dark-1366"));
  theme.setMode(ui::ThemeMode::Light);
  window.resize(1440, 900);
  robot.settle(300);
  tour.shot(QStringLiteral("41-doubles"));
  window.setCentral(nullptr);
}

/// Many homes, one cause: what the radar proposes, and the event of it.
void groupEvent(Tour& tour, ui::Theme& theme) {
  Robot& robot = tour.robot();
  ui::MainWindow& window = tour.station().window();
  Backend& backend = tour.station().backend();
  tour.note(QStringLiteral("a stair whose lift stands still"));
  const auto ids = yingda::test::stairOfOneLift(backend, backend.clock().now());
  if (ids.size() != 4) return;
  window.actions().trigger(QStringLiteral("event.open"));
  ui::EventPage* page = nullptr;
  if (!robot.waitFor([&] { return (page = window.findChild<ui::EventPage*>()) != nullptr; }))
    return;
  robot.settle(1500);
  tour.shot(QStringLiteral("73-radar"));
  auto made = backend.actOnEvent({}, event_act::Make{ids, {}});
  if (!robot.waitFor([&] { return made.isFinished(); }) || !made.result()) return;
  const EventId id = made.result()->event.id;
  made = backend.actOnEvent(
      id,
      event_act::Write{made.result()->event.title,
                       QStringLiteral("3栋2单元电梯 23:10 停运，维保已到现场，在查门机。"
                                      "0:10 前再给各户通报一次；行动不便的我们安排人协助上下楼。"),
                       backend.clock().now() + std::chrono::minutes(30)});
  if (!robot.waitFor([&] { return made.isFinished(); })) return;
  window.openEvents(id);
  robot.settle(800);
  tour.shot(QStringLiteral("74-event"));
  theme.setMode(ui::ThemeMode::Dark);
  window.resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("75-event-dark-1366"));
  theme.setMode(ui::ThemeMode::Light);
  window.resize(1440, 900);
  window.setCentral(nullptr);
  tour.station().workbench().openTicket(ids[1]);
  robot.settle(500);
  tour.shot(QStringLiteral("76-event-member"));
}

/// The sheet of a shift, and the sign-in of a floor.
void changeOfShift(Tour& tour, ui::Theme& theme) {
  Robot& robot = tour.robot();
  ui::MainWindow& window = tour.station().window();
  tour.note(QStringLiteral("the shift is handed over"));
  Backend& backend = tour.station().backend();
  auto begun = backend.newDraft(QString(), backend.clock().now());
  begun.waitForFinished();
  TicketDraft draft = *begun.result();
  draft.text.request = QStringLiteral("厨房漏水，话没说完就断线了，号码没记全");
  draft.text.place = QStringLiteral("5栋1单元402");
  backend.saveDraft(draft).waitForFinished();
  window.actions().trigger(QStringLiteral("handover"));
  if (!robot.waitFor([&] { return window.findChild<ui::HandoverPage*>() != nullptr; })) return;
  robot.press(Qt::Key_1);
  robot.press(Qt::Key_2);
  robot.press(Qt::Key_0);
  tour.shot(QStringLiteral("35-handover"));
  theme.setMode(ui::ThemeMode::Dark);
  robot.settle(200);
  tour.shot(QStringLiteral("36-handover-dark"));
  theme.setMode(ui::ThemeMode::Light);
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  auto people = tour.station().backend().agents();
  if (!robot.waitFor([&] { return window.findChild<ui::SignInPage*>() && people.isFinished(); })) {
    return;
  }
  std::vector<Agent> known = *people.result();
  for (Agent& agent : known) agent.login = agent.staffNumber;
  auto* page = window.findChild<ui::SignInPage*>();
  page->setPeople(known, known.size() > 1 ? known[1].id : AgentId());
  page->focusSecret();
  tour.shot(QStringLiteral("37-sign-in-password"));
  for (const Agent& agent : known) {
    if (agent.staffNumber == u"8022") tour.station().backend().enter(agent);
  }
  window.begin();
  robot.settle(400);
  tour.shot(QStringLiteral("38-handed-over"));
}

void sharedFloor(Tour& tour, ui::Theme& theme) {
  tour.note(QStringLiteral("the shared floor, with values made by hand"));
  theme.setMode(ui::ThemeMode::Light);
  if (!tour.open(2000, 60, {1440, 900})) return;
  atOneTicket(tour, theme);
  ui::MainWindow& window = tour.station().window();
  SyncView away = ui::offlineFloor();
  away.seenAt = tonight - std::chrono::minutes{18};
  window.setSync(away);
  tour.robot().settle(200);
  tour.shot(QStringLiteral("22-offline"));
  window.setConflicts(ui::sampleConflicts());
  window.setRefusals(ui::sampleRefusals());
  tour.robot().press(Qt::Key_X, Qt::AltModifier);
  tour.shot(QStringLiteral("23-conflicts"));
  tour.robot().press(Qt::Key_End);
  tour.robot().press(Qt::Key_Up);
  tour.shot(QStringLiteral("24-refused"));
  theme.setMode(ui::ThemeMode::Dark);
  tour.robot().press(Qt::Key_Home);
  tour.shot(QStringLiteral("25-conflicts-dark"));
  theme.setMode(ui::ThemeMode::Light);
  SyncView live = ui::liveFloor();
  window.setConflicts({});
  window.setRefusals({});
  window.setSync(live);
  tour.shot(QStringLiteral("26-inbox-empty"));
  window.setSync({});
  joinPictures(tour, QStringLiteral("27-join-fault"), QStringLiteral("28-join-good"),
               QStringLiteral("28-joining"));
  belonging(tour, theme);
  groupEvent(tour, theme);
  changeOfShift(tour, theme);
}

/// What the call is about while she types, and what was learned of it.
void triage(Tour& tour, ui::Theme& theme) {
  tour.note(QStringLiteral("the triage suggests while she types"));
  theme.setMode(ui::ThemeMode::Light);
  if (!tour.open(2000, 60, {1440, 900})) return;
  Robot& robot = tour.robot();
  ui::MainWindow& window = tour.station().window();
  knownCaller(tour, Pictures::Spared);
  auto* picker = window.findChild<ui::CategoryPicker*>();
  robot.type(QStringLiteral("三楼水管井爆了，水已经流到电梯厅，老人在家，你们快来。"));
  if (!robot.waitFor([&] { return !picker->suggested().isEmpty(); })) {
    tour.fail(QStringLiteral("no category was suggested"));
    return;
  }
  robot.settle(300);
  tour.shot(QStringLiteral("47-triage"));
  theme.setMode(ui::ThemeMode::Dark);
  window.actions().trigger(QStringLiteral("draft.new"));
  robot.settle(300);
  tour.station().workbench().draftView()->form()->focusField(QStringLiteral("request"));
  robot.type(QStringLiteral("门口那个灯和门都有点问题，说了好几次了"));
  const auto isUnsure = [&] {
    const TriageAnswer* shown = picker->shownTriage();
    return shown && !shown->isDecided;
  };
  if (!robot.waitFor(isUnsure)) tour.fail(QStringLiteral("the triage was not unsure"));
  robot.press(Qt::Key_T, Qt::ControlModifier);
  robot.settle(300);
  tour.shot(QStringLiteral("48-triage-unsure-dark"));
  theme.setMode(ui::ThemeMode::Light);
  robot.press(Qt::Key_Escape);
  window.actions().trigger(QStringLiteral("learning.open"));
  robot.settle(300);
  robot.press(Qt::Key_Return);
  auto learned = tour.station().backend().learning();
  if (!robot.waitFor([&] {
        if (learned.isFinished() && learned.result() && !learned.result()->isLearning &&
            !learned.result()->curve.empty()) {
          return true;
        }
        if (learned.isFinished()) learned = tour.station().backend().learning();
        return false;
      })) {
    tour.fail(QStringLiteral("nothing was learned"));
  }
  robot.settle(300);
  tour.shot(QStringLiteral("49-learning"));
  theme.setMode(ui::ThemeMode::Dark);
  window.resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("50-learning-dark"));
  theme.setMode(ui::ThemeMode::Light);
}

/// A supervisor and a clerk of the demo, by turns.
void be(Tour& tour, Role role) {
  Backend& backend = tour.station().backend();
  auto people = backend.agents();
  if (!tour.robot().waitFor([&] { return people.isFinished(); }) || !people.result()) return;
  const std::vector<Agent> all = *people.result();
  for (const Agent& agent : all) {
    const bool isClerk = role == Role::Agent && agent.staffNumber == u"8021";
    if (!isClerk && (role == Role::Agent || agent.role != role)) continue;
    backend.enter(agent);
    tour.robot().settle(100);
    return;
  }
}

/// A piece written, and when asked for approved and published, by the service.
QString pieceOf(Tour& tour, PieceForm form, const ArticleText& text, bool isPublished) {
  Backend& backend = tour.station().backend();
  Robot& robot = tour.robot();
  be(tour, Role::Agent);
  auto written = backend.writePiece({}, form, text);
  if (!robot.waitFor([&] { return written.isFinished(); }) || !written.result()) return {};
  const QString id = written.result()->id;
  if (!isPublished) return id;
  be(tour, Role::Supervisor);
  for (const ArticleStep step : {ArticleStep::Review, ArticleStep::Publish}) {
    auto done = backend.stepPiece(id, step);
    robot.waitFor([&] { return done.isFinished(); });
  }
  be(tour, Role::Agent);
  return id;
}

/// Finding, reading, writing and approving what is said.
void knowledge(Tour& tour, ui::Theme& theme) {
  tour.note(QStringLiteral("the knowledge base: read, written, approved"));
  theme.setMode(ui::ThemeMode::Light);
  if (!tour.open(2000, 60, {1440, 900})) return;
  Robot& robot = tour.robot();
  ui::KnowledgePage& page = tour.station().knowledgePage();
  robot.press(Qt::Key_F4, Qt::ShiftModifier);
  robot.press(Qt::Key_F4);
  robot.type(QStringLiteral("爆管"));
  robot.settle(400);
  robot.press(Qt::Key_Return);
  if (!robot.waitFor([&] { return page.centre() == u"reader"; })) {
    tour.fail(QStringLiteral("no article was opened"));
  }
  robot.settle(300);
  tour.shot(QStringLiteral("57-knowledge"));
  robot.press(Qt::Key_F8, Qt::ShiftModifier);
  robot.settle(100);
  robot.press(Qt::Key_Home, Qt::ControlModifier);
  robot.type(QStringLiteral("爆管后师傅 2 小时内到场。"));
  robot.settle(800);
  tour.shot(QStringLiteral("58-knowledge-editor"));
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  robot.settle(500);
  robot.press(Qt::Key_Escape);
  pieceOf(tour, PieceForm::Bulletin,
          {QStringLiteral("3 栋今夜停水"),
           QStringLiteral("今晚 22:00 起 3 栋停水检修，次日 6:00 恢复；来电的业主都先告知。"),
           {},
           {},
           true},
          true);
  tour.station().window().setPage(&tour.station().workbench());
  robot.settle(500);
  tour.shot(QStringLiteral("59-bulletin"));
  be(tour, Role::Supervisor);
  robot.press(Qt::Key_F4, Qt::ShiftModifier);
  robot.settle(300);
  theme.setMode(ui::ThemeMode::Dark);
  tour.station().window().resize(1366, 768);
  auto* groups = page.findChild<ui::PieceGroups*>();
  groups->setFocus(Qt::OtherFocusReason);
  groups->choose(QStringLiteral("review"));
  robot.settle(300);
  robot.press(Qt::Key_F4);
  robot.press(Qt::Key_Return);
  robot.settle(300);
  robot.press(Qt::Key_F8, Qt::ShiftModifier);
  robot.settle(600);
  tour.shot(QStringLiteral("60-knowledge-review-dark"));
  theme.setMode(ui::ThemeMode::Light);
  tour.station().window().resize(1440, 900);
  page.openPiece(scriptPieceId(QStringLiteral("opening")));
  if (!robot.waitFor([&] { return page.centre() == u"script"; })) {
    tour.fail(QStringLiteral("no script was opened"));
  }
  robot.settle(300);
  page.scriptEditor()->chooseStep(3);
  page.findChild<ui::LineBox*>(QStringLiteral("answer.target.2"))->setText(QString());
  robot.settle(300);
  tour.shot(QStringLiteral("61-script-editor"));
  theme.setMode(ui::ThemeMode::Dark);
  tour.station().window().resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("62-script-editor-dark"));
  theme.setMode(ui::ThemeMode::Light);
  tour.station().window().resize(1440, 900);
  page.openPiece(factPieceId(QStringLiteral("fee.property_price")));
  if (!robot.waitFor([&] { return page.centre() == u"fact"; })) {
    tour.fail(QStringLiteral("no fact was opened"));
  }
  robot.type(QStringLiteral("2.85"));
  threeClothes(tour, theme, QStringLiteral("93-fact"));
  robot.press(Qt::Key_Return, Qt::ControlModifier);
  robot.settle(300);
}

std::vector<PresenceView> shiftAtWork() {
  struct Row {
    const char* name;
    const char* state;
    int seconds;
  };
  constexpr Row rows[] = {{"小李", "call.help", 186}, {"小王", "call", 862},
                          {"小陈", "wrapup", 155},    {"小马", "call", 318},
                          {"小吴", "out", 147},       {"小郑", "wrapup", 70},
                          {"小林", "call", 93},       {"小何", "idle", 65},
                          {"小韩", "idle", 19},       {"小冯", "busy.rest", 390}};
  std::vector<PresenceView> others;
  uint number = 0;
  for (const Row& row : rows) {
    PresenceView one;
    one.agent = AgentId(QUuid(++number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    one.name = QString::fromUtf8(row.name);
    one.state = QLatin1String(row.state);
    one.since = tonight - std::chrono::seconds{row.seconds};
    others.push_back(one);
  }
  return others;
}

/// The wall on the store of the window, and the same when nothing more is heard.
void wall(Tour& tour) {
  tour.note(QStringLiteral("the wall beside the window, on the same store"));
  const QString folder = tour.station().backend().folder();
  auto starter = wallStarter();
  if (!starter) return;
  TvStation station(folder, tour.clock(), *starter);
  ui::TvBoard& board = station.board();
  // Two hours go by, so that the lines have a past.
  for (int minute = -120; minute <= 0; minute += 4) {
    const Instant now = tonight + std::chrono::minutes{minute};
    tour.clock()->set(now);
    FloorWord word{now, now, {}, {}};
    for (const PresenceView& one : shiftAtWork()) {
      word.states << one.state;
      word.since << one.since;
    }
    writeFloorWord(folder, word);
    station.step();
    if (!tour.robot().waitFor([&] { return board.staleCount() == 0; })) {
      tour.fail(QStringLiteral("the wall read nothing"));
      return;
    }
  }
  tour.shotOf(board, {1920, 1080}, QStringLiteral("55-wall"));
  tour.shotOf(board, {3840, 2160}, QStringLiteral("55-wall-4k"));
  const Instant later = tonight + std::chrono::seconds{38};
  tour.clock()->set(later);
  station.step();
  tour.robot().settle(300);
  tour.shotOf(board, {1920, 1080}, QStringLiteral("56-wall-stale"));
  tour.shotOf(board, {3840, 2160}, QStringLiteral("56-wall-stale-4k"));
  tour.clock()->set(tonight);
}

void emptyFloor(Tour& tour) {
  tour.note(QStringLiteral("the floor on the first morning"));
  if (!tour.open(0, 0, {1440, 900})) return;
  FirstRun first;
  first.name = QStringLiteral("赵青");
  first.staffNumber = QStringLiteral("8030");
  first.outsideName = QStringLiteral("赵班长");
  first.pin = QStringLiteral("246810");
  auto made = tour.station().backend().setUpStandAlone(first);
  if (!tour.robot().waitFor([&made] { return made.isFinished(); }) || !made.result()) return;
  if (!tour.enter("8030")) return;
  tour.robot().press(Qt::Key_F11);
  tour.robot().settle(500);
  tour.shot(QStringLiteral("54-floor-empty"));
}

void away(Tour& tour, ui::Theme& theme) {
  tour.note(QStringLiteral("an agent leaves the phone for a while"));
  if (!tour.open(30'000, 60, {1440, 900}) || !tour.enter("8021")) return;
  Robot& robot = tour.robot();
  robot.press(Qt::Key_F2, Qt::ControlModifier);
  robot.settle(200);
  tour.shot(QStringLiteral("77-away"));
  robot.press(Qt::Key_2);
  tour.clock()->advance(std::chrono::seconds{655});
  tour.station().workbench().tick();
  theme.setMode(ui::ThemeMode::Dark);
  tour.station().window().resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("78-away-dark-1366"));
  theme.setMode(ui::ThemeMode::Light);
  tour.clock()->set(tonight);
}

void floor(Tour& tour, ui::Theme& theme) {
  tour.note(QStringLiteral("the leader of the shift looks at the floor"));
  theme.setMode(ui::ThemeMode::Light);
  // So many that a day of the demo has as many calls as a small hotline.
  if (!tour.open(30'000, 60, {1440, 900}) || !tour.enter("8030")) return;
  Robot& robot = tour.robot();
  ui::FloorPage& page = tour.station().floorPage();
  robot.press(Qt::Key_F11);
  if (!robot.waitFor([&] { return page.isVisible() && page.snapshot().open > 0; })) {
    tour.fail(QStringLiteral("no floor"));
    return;
  }
  page.setAlone(false);
  page.setPresence(shiftAtWork());
  robot.press(Qt::Key_Down);
  robot.settle(500);
  tour.shot(QStringLiteral("51-floor"));
  theme.setMode(ui::ThemeMode::Dark);
  robot.press(Qt::Key_F6);
  robot.settle(300);
  tour.shot(QStringLiteral("52-floor-dark"));
  robot.press(Qt::Key_Escape);
  theme.setMode(ui::ThemeMode::Light);
  tour.station().window().resize(1366, 768);
  robot.press(Qt::Key_2);
  robot.settle(300);
  tour.shot(QStringLiteral("53-floor-1366"));
  robot.press(Qt::Key_8);
  robot.press(Qt::Key_9);
  robot.press(Qt::Key_9);
  robot.settle(500);
  tour.shot(QStringLiteral("53-figures-1366"));
  theme.setMode(ui::ThemeMode::Dark);
  tour.station().window().resize(1440, 900);
  robot.settle(300);
  tour.shot(QStringLiteral("53-figures-dark"));
  theme.setMode(ui::ThemeMode::Light);
  robot.press(Qt::Key_Escape);
  wall(tour);
  emptyFloor(tour);
  away(tour, theme);
}

/// Time goes by in a drill.
void passDrill(Tour& tour, int seconds) {
  tour.clock()->advance(std::chrono::seconds{seconds});
  tour.station().practicePage().tick();
  tour.robot().settle();
}

bool startDrill(Tour& tour, DrillHint hint, quint64 seed) {
  ui::PracticePage& page = tour.station().practicePage();
  page.chooser()->choose(QStringLiteral("burst-night"));
  page.chooser()->setHint(hint);
  page.setNextSeed(seed);
  page.start();
  const bool isReady = tour.robot().waitFor([&] { return page.room() && page.room()->isReady(); });
  if (!isReady) tour.fail(QStringLiteral("no drill began"));
  return isReady;
}

/// A slip in the second turn, and the words that the scenario teaches in the others.
void talkDrill(Tour& tour, int turns, bool slips) {
  ui::DrillRoom& room = *tour.station().practicePage().room();
  for (int turn = 1; turn <= turns && !room.run().drill().isOver(); ++turn) {
    passDrill(tour, 16);
    tour.robot().type(slips && turn == 2 ? QStringLiteral("听见了，师傅可能尽快过去。")
                                         : room.run().drill().modelSentence());
    passDrill(tour, 9);
    room.say();
    if (turn == 2) {
      ui::TicketForm& form = *room.form()->form();
      form.appendToRequest(QStringLiteral("三楼水管爆了，水流到电梯厅，家里有老人。"));
      form.chooseCategory(QStringLiteral("repair.water.burst_common"));
      form.chooseLevel(Level::Red);
      form.toggleConfirmed();
    }
    tour.robot().settle(100);
  }
}

/// The trainer's first word: two people are to practise, and one of them has.
void assignDrills(Tour& tour) {
  Backend& backend = tour.station().backend();
  auto people = backend.agents();
  if (!tour.robot().waitFor([&] { return people.isFinished(); }) || !people.result()) return;
  QList<AgentId> who;
  const std::vector<Agent> all = *people.result();
  for (const Agent& agent : all) {
    if (agent.staffNumber == u"8021" || agent.staffNumber == u"8022") who << agent.id;
  }
  for (const auto& [scenario, due] :
       {std::pair("burst-night", "2026-03-10"), std::pair("lift-trapped", "2026-03-13")}) {
    auto done = backend.assign(QLatin1String(scenario), who, QLatin1String(due));
    if (!tour.robot().waitFor([&] { return done.isFinished(); }) || !done.result()) {
      tour.fail(QStringLiteral("nothing was assigned"));
    }
  }
}

/// The practice room, the debrief and the trainer's desk.
void training(Tour& tour, ui::Theme& theme) {
  tour.note(QStringLiteral("a drill: chosen, talked through, looked back at; and the trainer"));
  theme.setMode(ui::ThemeMode::Light);
  if (!tour.open(2000, 60, {1093, 614})) return;
  Robot& robot = tour.robot();
  ui::MainWindow& window = tour.station().window();
  ui::PracticePage& page = tour.station().practicePage();
  robot.press(Qt::Key_F9, Qt::ShiftModifier);
  if (!robot.waitFor([&] { return page.chooser()->list()->count() > 0; })) return;
  robot.settle(200);
  tour.shot(QStringLiteral("70-practice-empty-1366-at-125"));
  if (!startDrill(tour, DrillHint::Points, 4)) return;
  talkDrill(tour, 2, true);
  robot.settle(200);
  tour.shot(QStringLiteral("72-practice-1366-at-125"));
  page.room()->hangUp();
  robot.settle(300);
  window.resize(1440, 900);
  passDrill(tour, 600);
  if (!tour.enter("8030")) return;
  assignDrills(tour);
  if (!tour.enter("8021")) return;
  window.setPage(&page);
  robot.settle(400);
  page.chooser()->choose(QStringLiteral("burst-night"));
  robot.settle(200);
  tour.shot(QStringLiteral("63-practice-chooser"));
  if (!startDrill(tour, DrillHint::Sentence, 7)) return;
  talkDrill(tour, 3, true);
  robot.type(QStringLiteral("王女士，两小时内给您修好"));
  passDrill(tour, 4);
  robot.settle(500);
  tour.shot(QStringLiteral("64-practice-room"));
  theme.setMode(ui::ThemeMode::Dark);
  window.resize(1366, 768);
  robot.settle(400);
  tour.shot(QStringLiteral("65-practice-room-dark-1366"));
  theme.setMode(ui::ThemeMode::Light);
  window.resize(1440, 900);
  page.room()->say();
  talkDrill(tour, 6, false);
  page.room()->hangUp();
  if (!robot.waitFor([&] { return page.centre() == u"debrief"; })) return;
  robot.press(Qt::Key_Down);
  robot.settle(400);
  tour.shot(QStringLiteral("66-debrief"));
  theme.setMode(ui::ThemeMode::Dark);
  window.resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("67-debrief-dark-1366"));
  theme.setMode(ui::ThemeMode::Light);
  window.resize(1440, 900);
  if (!tour.enter("8030")) return;
  ui::TrainerPage& trainer = tour.station().trainerPage();
  robot.press(Qt::Key_F9, Qt::ControlModifier);
  if (!robot.waitFor(
          [&] { return trainer.library()->count() >= 17 && trainer.people()->count() > 2; })) {
    return;
  }
  std::vector<PresenceView> others = shiftAtWork();
  const ui::DrillGlance states[] = {
      {ui::scenarioNumber(QStringLiteral("burst-night")), 5, 72, std::chrono::seconds{252}},
      {ui::scenarioNumber(QStringLiteral("parking-fee")), 3, 48, std::chrono::seconds{150}},
      {ui::scenarioNumber(QStringLiteral("lift-trapped")), 7, 31, std::chrono::seconds{360}}};
  for (size_t i = 0; i < std::size(states); ++i) {
    others[i].staffNumber = QString::number(8052 + static_cast<int>(i));
    others[i].state = ui::drillPresence(states[i]);
    others[i].since = tour.clock()->now() - std::chrono::seconds{20 * static_cast<int>(i) + 9};
  }
  trainer.setPresence(others);
  trainer.library()->choose(QStringLiteral("burst-night\n"));
  robot.settle(400);
  tour.shot(QStringLiteral("68-trainer"));
  theme.setMode(ui::ThemeMode::Dark);
  window.resize(1366, 768);
  robot.settle(300);
  tour.shot(QStringLiteral("69-trainer-dark-1366"));
  theme.setMode(ui::ThemeMode::Light);
  if (!tour.open(200, 10, {1366, 768}) || !tour.enter("8030")) return;
  tour.robot().press(Qt::Key_F9, Qt::ControlModifier);
  tour.robot().settle(600);
  tour.shot(QStringLiteral("71-trainer-empty-1366"));
}

void english(Tour& tour) {
  QTranslator translator;
  if (!translator.load(QStringLiteral(":/i18n/yingda_en.qm"))) return;
  QCoreApplication::installTranslator(&translator);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::China));
  if (tour.open(2000, 60, {1440, 900})) {
    tour.station().receive({QStringLiteral("call 138 1234 1234")});
    tour.centreIs("ringing");
    tour.robot().press(Qt::Key_F2);
    tour.centreIs("draft");
    tour.robot().settle(300);
    tour.shot(QStringLiteral("21-english"));
    ui::MainWindow& window = tour.station().window();
    SyncView away = ui::offlineFloor();
    away.seenAt = tonight - std::chrono::minutes{18};
    window.setSync(away);
    window.setConflicts(ui::sampleConflicts());
    tour.robot().press(Qt::Key_X, Qt::AltModifier);
    tour.shot(QStringLiteral("29-conflicts-english"));
    window.setSync({});
    joinPictures(tour, QStringLiteral("30-join-fault-english"),
                 QStringLiteral("31-join-good-english"), QStringLiteral("31-joining-english"));
  }
  QCoreApplication::removeTranslator(&translator);
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("yingda"));
  QStandardPaths::setTestModeEnabled(true);
  const QStringList arguments = QCoreApplication::arguments();
  if (arguments.size() < 2) {
    std::fputs("usage: yingda_tour DIR [light|all|knowledge|care|training]\n", stderr);
    return 2;
  }
  QDir out(arguments[1]);
  if (!out.mkpath(QStringLiteral("."))) return 1;
  QFile file(out.filePath(QStringLiteral("log.txt")));
  if (!file.open(QIODevice::WriteOnly)) return 1;
  QTextStream log(&file);
  ui::Theme& theme = ui::Theme::install(application, ui::ThemeMode::Light);
  bool isWhole = true;
  QStringList pictures;
  {
    Tour tour(out, theme, log);
    const bool isTraining = arguments.contains(QStringLiteral("training"));
    const bool isCare = arguments.contains(QStringLiteral("care"));
    const bool isPart = isTraining || isCare || arguments.contains(QStringLiteral("knowledge"));
    if (!isPart) firstStart(tour, {1440, 900});
    if (!isPart && tour.open(2000, 60, {1440, 900})) {
      knownCaller(tour);
      emergency(tour);
      unknownCaller(tour);
      searches(tour);
    }
    if (isCare) {
      care(tour, theme);
    } else if (isTraining) {
      training(tour, theme);
    } else if (arguments.contains(QStringLiteral("knowledge"))) {
      knowledge(tour, theme);
    } else if (!arguments.contains(QStringLiteral("light"))) {
      longQueue(tour, {1440, 900});
      otherClothes(tour, theme);
      sharedFloor(tour, theme);
      copilot(tour, theme);
      care(tour, theme);
      triage(tour, theme);
      floor(tour, theme);
      knowledge(tour, theme);
      training(tour, theme);
      english(tour);
    }
    isWhole = tour.isWhole();
    pictures = tour.pictures();
  }
  for (const QString& picture : pictures) std::printf("%s\n", picture.toUtf8().constData());
  std::printf("%s\n", out.filePath(QStringLiteral("log.txt")).toUtf8().constData());
  return isWhole ? 0 : 1;
}
