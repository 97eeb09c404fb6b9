// SPDX-License-Identifier: GPL-3.0-or-later
// Wires the window's choices to the workbench.
#include "app/workstation.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>

#include "app/alert_desk.h"
#include "app/call_link.h"
#include "core/base/deliver.h"
#include "ui/desk/call_bar.h"
#include "ui/desk/hand_text.h"
#include "ui/insight/learning_page.h"
#include "ui/kit/actions.h"
#include "ui/kit/theme.h"
#include "ui/kit/ticker.h"
#include "ui/knowledge/bulletin_bar.h"
#include "ui/knowledge/knowledge_page.h"
#include "ui/parts/error_text.h"
#include "ui/parts/sync_text.h"
#include "ui/shell/main_window.h"
#include "ui/shell/top_bar.h"
#include "ui/sync/conflict_page.h"
#include "ui/training/practice_page.h"
#include "ui/training/scenario_chooser.h"
#include "ui/training/trainer_page.h"
#include "ui/wallboard/floor_page.h"
#include "ui/workbench/workbench_page.h"

namespace yingda {

Workstation::Workstation(std::unique_ptr<Backend> backend, ui::Theme& theme, QObject* parent)
    : QObject(parent), m_backend(std::move(backend)), m_keys(ui::KeyTable::builtIn()) {
  m_window = std::make_unique<ui::MainWindow>(*m_backend, theme, m_keys);
  auto* callBar = new ui::CallBar(m_window.get());
  m_workbench = new ui::WorkbenchPage(*m_backend, m_window->actions(), m_window->keys(), callBar);
  m_window->setCallBar(callBar);
  m_window->addPage(m_workbench);
  m_inbox = new ui::ConflictPage(m_window->actions());
  m_window->setInbox(m_inbox);
  m_ticker = new ui::Ticker(m_backend->clock(), this);
  m_ticker->watch(m_window.get());
  if (QLocale().language() == QLocale::English) {
    m_window->actions().setLanguage(ui::KeyLanguage::English);
  }
  connectParts();
  connectInbox();
  connectFloor();
  connectKnowledge();
  connectLearning();
  connectBoard();
  connectPractice();
  connectTrainer();
}

Workstation::~Workstation() {
  // The window's widgets hold references into the backend.
  m_window.reset();
}

void Workstation::connectParts() {
  using ui::MainWindow;
  using ui::WorkbenchPage;
  connect(m_ticker, &ui::Ticker::tick, m_workbench, &WorkbenchPage::tick);
  connect(m_window.get(), &MainWindow::entered, this, [this] {
    m_workbench->enter();
    if (!m_waitingCall.isEmpty()) m_workbench->ring(std::exchange(m_waitingCall, {}));
  });
  connect(m_window.get(), &MainWindow::leaving, m_workbench, &WorkbenchPage::flush);
  connect(m_window.get(), &MainWindow::demoAsked, this, &Workstation::demoAsked);
  connect(m_window.get(), &MainWindow::ticketChosen, m_workbench, &WorkbenchPage::openTicket);
  connect(m_window.get(), &MainWindow::completionChosen, m_workbench, &WorkbenchPage::complete);
  connect(m_workbench, &WorkbenchPage::eventWanted, m_window.get(),
          [this](const EventId& event) { m_window->openEvents(event); });
  connect(m_window.get(), &MainWindow::householdChosen, m_workbench, &WorkbenchPage::openHousehold);
  connect(m_window.get(), &MainWindow::articleChosen, m_workbench, &WorkbenchPage::openArticle);
  connect(m_window.get(), &MainWindow::scriptChosen, m_workbench, &WorkbenchPage::openScript);
  connect(m_window.get(), &MainWindow::phraseChosen, m_workbench, &WorkbenchPage::sayPhrase);
  connect(m_window.get(), &MainWindow::languageChosen, this, [this](const QString& language) {
    QSettings().setValue(QStringLiteral("language"), language);
    m_window->say(tr("下次打开时换成这种语言"));
  });
  connect(m_workbench, &WorkbenchPage::said, m_window.get(), &MainWindow::say);
}

void Workstation::connectInbox() {
  using ui::ConflictPage;
  using ui::MainWindow;
  MainWindow* window = m_window.get();
  connect(m_ticker, &ui::Ticker::tick, window, &MainWindow::tick);
  connect(window, &MainWindow::ticked, m_inbox, &ConflictPage::setNow);
  connect(window, &MainWindow::syncGiven, m_inbox, &ConflictPage::setSync);
  connect(window, &MainWindow::conflictsGiven, m_inbox, &ConflictPage::setConflicts);
  connect(window, &MainWindow::refusalsGiven, m_inbox, &ConflictPage::setRefusals);
  connect(m_inbox, &ConflictPage::restoreWanted, window, &MainWindow::restoreWanted);
  connect(m_inbox, &ConflictPage::seenWanted, window, &MainWindow::seenWanted);
  connect(m_inbox, &ConflictPage::ticketNumberWanted, window,
          [window](const QString& digits) { window->openPaletteWith(digits); });
  m_inbox->setNow(m_backend->clock().now());
  const auto goToDesk = [this] { m_window->setPage(m_workbench); };
  connect(m_inbox, &ConflictPage::ticketWanted, m_workbench,
          [this, goToDesk](const TicketId& ticket) {
            goToDesk();
            m_workbench->openTicket(ticket);
          });
  // What is chosen in the palette lies on the desk, whichever page was before it.
  connect(window, &MainWindow::ticketChosen, this, goToDesk);
  connect(window, &MainWindow::completionChosen, this, goToDesk);
  connect(window, &MainWindow::householdChosen, this, goToDesk);
  connect(window, &MainWindow::articleChosen, this, goToDesk);
  connect(window, &MainWindow::scriptChosen, this, goToDesk);
  connect(window, &MainWindow::phraseChosen, this, goToDesk);
  lendDeskVerbs(m_inbox);
}

void Workstation::connectPractice() {
  using ui::PracticePage;
  ui::MainWindow* window = m_window.get();
  m_practice = new PracticePage(*m_backend, window->actions());
  window->addPage(m_practice);
  window->actions().add(QStringLiteral("training.open"), window, [this, window] {
    if (!m_backend->session()) return;
    m_practice->mayPractise() ? window->setPage(m_practice) : window->say(tr("您的岗位不做练习"));
  });
  // In a drill these keys are the drill's; beside it they lead to the desk. A real call is taken
  // from anywhere.
  lendDeskVerbs(m_practice->chooser());
  for (const char* verb : {"call.take", "call.reject"}) {
    const QString id = QLatin1String(verb);
    window->actions().add(id, m_practice, [this, id] {
      m_window->setPage(m_workbench);
      m_window->actions().trigger(id);
    });
  }
  const auto offer = [this, window] {
    const bool isOffered = m_practice->mayPractise();
    if (!isOffered && window->currentPage() == m_practice) window->setPage(m_workbench);
    window->topBar()->setPageShown(m_practice->id(), isOffered);
  };
  offer();
  connect(m_backend.get(), &Backend::sessionChanged, this, offer);
  connect(m_ticker, &ui::Ticker::tick, m_practice, &PracticePage::tick);
  connect(m_practice, &PracticePage::said, window, &ui::MainWindow::say);
  connect(m_practice, &PracticePage::leaveAsked, this, [this] { m_window->setPage(m_workbench); });
  connect(m_practice, &PracticePage::practising, m_workbench, &ui::WorkbenchPage::setElsewhere);
}

void Workstation::connectTrainer() {
  using ui::TrainerPage;
  ui::MainWindow* window = m_window.get();
  m_trainer = new TrainerPage(*m_backend, window->actions());
  window->addPage(m_trainer);
  lendDeskVerbs(m_trainer);
  // It is opened from the practice room and by its key.
  window->topBar()->setPageShown(m_trainer->id(), false);
  const auto open = [this, window] {
    if (!m_backend->session()) return;
    m_trainer->mayTrain() ? window->setPage(m_trainer) : window->say(m_trainer->whyNot());
  };
  window->actions().add(QStringLiteral("trainer.open"), window, open);
  connect(m_practice, &ui::PracticePage::trainerAsked, this, open);
  connect(m_backend.get(), &Backend::sessionChanged, this, [this, window] {
    if (window->currentPage() == m_trainer && !m_trainer->mayTrain()) window->setPage(m_workbench);
  });
  connect(m_ticker, &ui::Ticker::tick, m_trainer, &TrainerPage::tick);
  connect(m_backend.get(), &Backend::presenceChanged, m_trainer, &TrainerPage::setPresence);
  connect(m_trainer, &TrainerPage::said, window, &ui::MainWindow::say);
  connect(m_trainer, &TrainerPage::leaveAsked, this, [this] { m_window->setPage(m_workbench); });
}

void Workstation::lendDeskVerbs(QWidget* page) {
  ui::MainWindow* window = m_window.get();
  const auto goToDesk = [this] { m_window->setPage(m_workbench); };
  // A call is taken from anywhere: the verb goes to the desk, and its key works there at once.
  for (const char* verb :
       {"call.take", "call.reject", "call.hangup", "wrapup.open", "household.find",
        "knowledge.open", "draft.new", "next.thing", "duty.open", "dispatch.early"}) {
    const QString id = QLatin1String(verb);
    window->actions().add(id, page, [this, goToDesk, id] {
      goToDesk();
      m_window->actions().trigger(id);
    });
  }
}

void Workstation::connectLearning() {
  using ui::LearningPage;
  m_learning = new LearningPage(m_backend->starter());
  m_window->addPage(m_learning);
  // It is looked at now and then: no word of the navigation is spent on it.
  m_window->topBar()->setPageShown(m_learning->id(), false);
  m_window->actions().add(QStringLiteral("learning.open"), m_window.get(), [this] {
    // While the seat is locked there is nobody to show it to.
    if (!m_backend->session()) return;
    m_window->setPage(m_learning);
    showLearning();
  });
  connect(m_learning, &LearningPage::leaveAsked, this, [this] { m_window->setPage(m_workbench); });
  connect(m_learning, &LearningPage::relearnAsked, this, &Workstation::relearn);
  lendDeskVerbs(m_learning);
}

void Workstation::connectKnowledge() {
  using ui::KnowledgePage;
  ui::MainWindow* window = m_window.get();
  m_knowledge = new KnowledgePage(*m_backend, window->keys());
  window->addPage(m_knowledge);
  lendDeskVerbs(m_knowledge);
  m_knowledge->addVerbs(window->actions());
  const auto goToDesk = [this] { m_window->setPage(m_workbench); };
  window->actions().add(QStringLiteral("library.open"), window, [this] {
    if (m_backend->session()) m_window->setPage(m_knowledge);
  });
  connect(m_knowledge, &KnowledgePage::leaveAsked, this, goToDesk);
  connect(m_knowledge, &KnowledgePage::said, window, &ui::MainWindow::say);
  connect(m_knowledge, &KnowledgePage::deskVerbAsked, this, [this, goToDesk](const QString& verb) {
    goToDesk();
    m_window->actions().trigger(verb);
  });
  connect(m_knowledge, &KnowledgePage::ticketAsked, this, [this, goToDesk](const TicketId& ticket) {
    goToDesk();
    m_workbench->openTicket(ticket);
  });
  connect(m_knowledge, &KnowledgePage::insertAsked, this,
          [this, goToDesk](const QString& article, int version, const QString& sentence) {
            goToDesk();
            if (!m_workbench->quote(article, version, sentence)) {
              m_window->say(tr("没有正在写的工单；接起或新建一张再插入"));
            }
          });
  m_bulletins = new ui::BulletinBar(window->keys().hintOf(QStringLiteral("bulletin.read")));
  window->addBar(m_bulletins);
  const auto read = [this] {
    if (m_bulletins->current().isEmpty()) return;
    deliver(m_backend->readBulletin(m_bulletins->current()), this,
            [this](const Result<void>& done) {
              if (!done) m_window->say(ui::errorText(done.error()));
            });
  };
  connect(m_bulletins, &ui::BulletinBar::acted, this, read);
  window->actions().add(QStringLiteral("bulletin.read"), m_bulletins, read);
  connect(m_backend.get(), &Backend::knowledgeChanged, this, &Workstation::readBulletins);
  connect(m_backend.get(), &Backend::sessionChanged, this, &Workstation::readBulletins);
}

void Workstation::readBulletins() {
  if (!m_backend->session()) return;
  deliver(m_backend->knowledge(), this, [this](const Result<KnowledgeView>& view) {
    if (view) m_bulletins->set(*view);
  });
}

void Workstation::connectBoard() {
  using ui::FloorPage;
  ui::MainWindow* window = m_window.get();
  m_board = new FloorPage(*m_backend, window->actions());
  window->addPage(m_board);
  window->actions().add(QStringLiteral("board.open"), window, [this, window] {
    if (!m_backend->session()) return;
    m_board->mayLook() ? window->setPage(m_board) : window->say(m_board->whyNot());
  });
  window->actions().add(QStringLiteral("board.tv"), window, [this] { Q_EMIT tvAsked(); });
  const auto offer = [this, window] {
    // First away from it: a tab that is hidden gives its place to its neighbour.
    if (window->currentPage() == m_board && !m_board->mayLook()) window->setPage(m_workbench);
    window->topBar()->setPageShown(m_board->id(), m_board->mayLook());
  };
  offer();
  connect(m_backend.get(), &Backend::sessionChanged, this, offer);
  connect(m_ticker, &ui::Ticker::tick, m_board, &FloorPage::tick);
  m_alerts = new AlertDesk(*m_backend, this);
  connect(m_ticker, &ui::Ticker::tick, m_alerts, &AlertDesk::tick);
  connect(m_alerts, &AlertDesk::told, window, &ui::MainWindow::say);
  connect(m_alerts, &AlertDesk::rung, &m_chime, &Chime::ring);
  connect(m_backend.get(), &Backend::presenceChanged, m_alerts, &AlertDesk::notePresence);
  window->actions().add(QStringLiteral("alert.mute"), window, [this, window] {
    m_board->mayLook() ? m_alerts->toggleMute() : window->say(m_board->whyNot());
  });
  connect(m_backend.get(), &Backend::presenceChanged, m_board, &FloorPage::setPresence);
  connect(window, &ui::MainWindow::syncGiven, m_board, [this](const SyncView& view) {
    m_board->setAlone(view.state == SyncView::State::Alone);
    m_board->setServer(view.state == SyncView::State::Live ||
                       view.state == SyncView::State::Pushing ||
                       view.state == SyncView::State::Copying);
  });
  connect(m_board, &FloorPage::said, window, &ui::MainWindow::say);
  connect(m_board, &FloorPage::leaveAsked, this, [this] { m_window->setPage(m_workbench); });
  connect(m_board, &FloorPage::eventWanted, m_window.get(),
          [this](const EventId& event) { m_window->openEvents(event); });
  connect(m_board, &FloorPage::ticketWanted, m_workbench, [this](const TicketId& ticket) {
    m_window->setPage(m_workbench);
    m_workbench->openTicket(ticket);
  });
  lendDeskVerbs(m_board);
}

void Workstation::showLearning() {
  deliver(m_backend->learning(), this, [this](const Result<LearningView>& view) {
    if (view) m_learning->set(*view);
  });
}

void Workstation::relearn() {
  m_learning->setLearning(true);
  deliver(m_backend->relearn(), this, [this](const Result<LearningView>& view) {
    if (view) {
      m_learning->set(*view);
    } else {
      m_learning->setTrouble(ui::errorText(view.error()));
    }
  });
}

void Workstation::connectFloor() {
  using ui::MainWindow;
  MainWindow* window = m_window.get();
  Backend* backend = m_backend.get();
  window->setSync(backend->sync());
  connect(backend, &Backend::syncChanged, this, &Workstation::takeSync);
  connect(backend, &Backend::claimLost, this,
          [this](const ClaimLoss& loss) { m_window->say(ui::lossText(loss)); });
  connect(window, &MainWindow::conflictsWanted, this, &Workstation::readInbox);
  connect(window, &MainWindow::syncNowWanted, backend, &Backend::syncNow);
  connect(window, &MainWindow::newSeatWanted, this, [this] {
    deliver(m_backend->takeNewSeat(), this,
            [this](const Result<SeatChange>& change) { tellNewSeat(change); });
  });
  connect(window, &MainWindow::restoreWanted, this, [this](const QUuid& conflict) {
    deliver(m_backend->restoreConflict(conflict), this,
            [this](const Result<void>& done) { tellRestored(done); });
  });
  connect(window, &MainWindow::seenWanted, this, [this](const QUuid& conflict) {
    deliver(m_backend->markConflictSeen(conflict), this, [this](const Result<void>&) {
      readInbox();
      m_backend->syncNow();
    });
  });
  connect(window, &MainWindow::joinTestWanted, this, [this](const ServerAddress& request) {
    deliver(m_backend->testServer(request), this, [this](const Result<JoinTest>& test) {
      if (test) m_window->showJoinTest(*test);
    });
  });
  connect(window, &MainWindow::joinWanted, this, &Workstation::join);
  connect(window, &MainWindow::joinCancelWanted, this, &Workstation::cancelJoin);
  connect(m_workbench, &ui::WorkbenchPage::idle, this, &Workstation::showDoubles);
  connect(window, &MainWindow::entered, this, [this] {
    // Whoever comes next finds what was left unlooked at.
    m_isBack = m_backend->sync().isBack;
    showDoubles();
  });
}

void Workstation::showDoubles() {
  // Who talks or writes is not interrupted; it comes up when that is done.
  if (!m_isBack || !m_backend->session() || !m_workbench->isIdle()) return;
  m_isBack = false;
  m_window->askDoubles(false);
}

void Workstation::takeSync(const SyncView& view) {
  const SyncView before = m_window->sync();
  m_window->setSync(view);
  if (view.isBack != before.isBack) m_isBack = view.isBack;
  showDoubles();
  using State = SyncView::State;
  const bool isStuck =
      view.state == State::Offline || view.state == State::Refused || view.state == State::Stopped;
  if (m_joiner && isStuck && !m_backend->session()) tellJoinFailed(view.reason, {});
  if (m_joiner) enterJoined();
  if (view.conflicts != before.conflicts || view.refusals != before.refusals) readInbox();
}

void Workstation::readInbox() {
  if (m_backend->sync().state == SyncView::State::Alone) return;
  deliver(m_backend->conflicts(), this, [this](const Result<std::vector<ConflictView>>& rows) {
    if (rows) m_window->setConflicts(*rows);
  });
  deliver(m_backend->refusals(), this, [this](const Result<std::vector<RefusalView>>& rows) {
    if (rows) m_window->setRefusals(*rows);
  });
}

void Workstation::tellRestored(const Result<void>& done) {
  m_window->say(done ? tr("已还原，大家都会看到") : ui::errorText(done.error()));
  readInbox();
  m_backend->syncNow();
}

void Workstation::tellNewSeat(const Result<SeatChange>& change) {
  if (!change) {
    const Error& error = change.error();
    const bool isSound = error.code == ErrorCode::Refused && error.detail == u"sound";
    m_window->say(isSound ? tr("服务器和这里的记录对得上，不用换席位")
                  : error.code == ErrorCode::Forbidden ? ui::troubleAdvice(error.detail)
                                                       : ui::errorText(error));
    return;
  }
  QString told = tr("已换新席位，重新发出 %1 条；旧日志在 %2")
                     .arg(change->reissued)
                     .arg(QFileInfo(change->evidence).fileName());
  if (change->left > 0) told += tr("，其中 %1 条只留在那里").arg(change->left);
  m_window->say(told);
}

void Workstation::join(const ServerAddress& request) {
  deliver(m_backend->joinServer(request), this, [this, request](const Result<AgentId>& done) {
    if (!done) {
      const bool isNamed = done.error().code == ErrorCode::Forbidden;
      tellJoinFailed(isNamed ? done.error().detail : QStringLiteral("other"), done.error().detail);
    } else {
      m_joiner = Joiner{*done, request.password};
      if (m_backend->session()) m_window->showJoined();
      enterJoined();
    }
  });
}

void Workstation::cancelJoin() {
  deliver(m_backend->cancelJoin(), this, [this](const Result<qint64>& kept) {
    if (kept) {
      m_joiner.reset();
      m_window->showJoinCancelled(*kept);
    } else if (kept.error().code == ErrorCode::Refused) {
      m_window->say(tr("已经加入了，班组的工单正在用，不能再取消"));
    } else {
      m_window->say(ui::errorText(kept.error()));
    }
  });
}

void Workstation::tellJoinFailed(const QString& fault, const QString& detail) {
  JoinTest failed;
  failed.fault = fault;
  failed.detail = detail;
  m_window->showJoinTest(failed);
}

void Workstation::enterJoined() {
  deliver(m_backend->agents(), this, [this](const Result<std::vector<Agent>>& agents) {
    if (!m_joiner || !agents) return;
    // Who joined has said who they are, and need not say it again.
    for (const Agent& agent : *agents) {
      if (agent.id != m_joiner->agent || agent.login.isEmpty()) continue;
      const auto before = m_backend->session();
      const bool isSame = !before || before->staffNumber == agent.staffNumber;
      const QString password = std::exchange(m_joiner, {})->password;
      if (!isSame) return;
      deliver(m_backend->signIn(agent.staffNumber, password), this,
              [this](const Result<Agent>&) { m_window->showJoined(); });
      return;
    }
  });
}

void Workstation::begin() {
  m_window->begin();
  m_ticker->start();
}

void Workstation::beginDemo() {
  m_ticker->start();
  deliver(m_backend->agents(), this, [this](const Result<std::vector<Agent>>& agents) {
    if (agents && !agents->empty()) {
      enterDemo();
      return;
    }
    m_window->say(tr("正在准备演示机构"));
    DemoOptions options;
    options.households = 240;
    options.tickets = 2000;
    deliver(m_backend->makeDemo(options), this, [this](const Result<DemoReport>& made) {
      if (made) {
        enterDemo();
      } else {
        m_window->say(ui::errorText(made.error()));
      }
    });
  });
}

void Workstation::enterDemo() {
  deliver(m_backend->signInTrusted(QStringLiteral("8021")), this,
          [this](const Result<Agent>& agent) {
            if (agent) m_backend->enter(*agent);
            m_window->begin();
          });
}

void Workstation::receive(const QStringList& lines) {
  for (const QString& line : lines) {
    if (line.startsWith(u"call ")) {
      const auto number = numberOfCall(line.mid(5));
      if (!number) continue;
      if (m_backend->session()) {
        m_window->leaveHandover();
        m_workbench->ring(*number);
      } else {
        m_waitingCall = *number;
      }
    } else if (line == u"raise") {
      m_window->show();
      m_window->raise();
      m_window->activateWindow();
    }
  }
}

}  // namespace yingda
