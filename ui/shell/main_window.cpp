// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the window, asks the backend who works here, and shows what the store has to tell.
#include "ui/shell/main_window.h"

#include <QCloseEvent>
#include <QDir>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "ui/kit/card.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/page.h"
#include "ui/kit/theme.h"
#include "ui/parts/error_text.h"
#include "ui/parts/sync_text.h"
#include "ui/parts/words_text.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/first_run_page.h"
#include "ui/shell/join_page.h"
#include "ui/shell/key_help.h"
#include "ui/shell/offline_bar.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/store_state.h"
#include "ui/shell/sync_state.h"
#include "ui/shell/top_bar.h"

namespace yingda::ui {

namespace {

/// 1366x768 at 125 % leaves 1093x614 logical pixels.
constexpr QSize leastSize(960, 560);
constexpr QSize usualSize(1440, 900);

const QString geometryKey = QStringLiteral("geometry");
const QString darkKey = QStringLiteral("theme");
const QString staffKey = QStringLiteral("staff");

QStringList deskHints() {
  return {QStringLiteral("call.take"), QStringLiteral("household.find"),
          QStringLiteral("knowledge.open"), QStringLiteral("ticket.dispatch"),
          QStringLiteral("next.thing")};
}

QStringList inboxHints() {
  return {QStringLiteral("call.take"), QStringLiteral("value.restore"),
          QStringLiteral("conflict.seen"), QStringLiteral("next.thing")};
}

}  // namespace

MainWindow::MainWindow(Backend& backend, Theme& theme, const KeyTable& keys, QWidget* parent)
    : QWidget(parent), m_backend(backend), m_theme(theme), m_actions(new Actions(keys, this)) {
  setObjectName(QStringLiteral("mainWindow"));
  setMinimumSize(leastSize);
  build();
  addVerbs();
  connectParts();
  readSettings();
  m_store->showSaved();
  for (const StoreNotice& notice : m_backend.standingNotices()) m_store->show(notice);
  setSync({});
  showPerson();
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
  m_whole = new QStackedWidget;
  m_whole->addWidget(makeFrame());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_door = new MessageBar(Tone::Red);
  m_door->setObjectName(QStringLiteral("doorMessages"));
  m_door->hide();
  column->addWidget(m_door);
  column->addWidget(m_whole, 1);
  m_palette = new CommandPalette(
      *m_actions, [this](const SearchQuery& query) { return m_backend.search(query); }, this);
  m_palette->setFilterReader([this](const QString& typed) {
    return readSearchFilters(typed, m_communities, m_backend.clock().now());
  });
  m_keyHelp = new KeyHelp(*m_actions, this);
  m_toast = new Toast(this);
  const QString where = m_backend.isDemo() ? tr("演示") : tr("单机");
  m_store = std::make_unique<StoreState>(StorePlaces{m_top, m_messages, m_door, m_status, m_toast},
                                         where);
  m_sync = std::make_unique<SyncState>(SyncPlaces{m_top, m_offline, m_status, m_store.get()});
}

QWidget* MainWindow::makeFrame() {
  m_frame = new Pane(Token::Bg);
  m_top = new TopBar(keys());
  m_messages = new MessageBar(Tone::Orange);
  m_messages->setObjectName(QStringLiteral("messages"));
  m_messages->hide();
  m_offline = new OfflineBar(keys());
  m_pages = new QStackedWidget;
  m_status = new StatusStrip(keys());
  auto* column = new QVBoxLayout(m_frame);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_top);
  column->addWidget(m_offline);
  column->addWidget(m_messages);
  column->addWidget(m_pages, 1);
  column->addWidget(m_status);
  setStatusHints(deskHints());
  return m_frame;
}

void MainWindow::addVerbs() {
  // The frame is hidden while the seat is locked: then these verbs have nobody to run them.
  m_actions->add(QStringLiteral("palette"), m_frame, [this] { openPalette(); });
  m_actions->add(QStringLiteral("lock"), m_frame, [this] { lock(); });
  m_actions->add(QStringLiteral("handover"), m_frame, [this] { openHandover(); });
  m_actions->add(QStringLiteral("event.open"), m_frame, [this] { openEvents(); });
  m_actions->add(QStringLiteral("doubles"), m_frame, [this] { askDoubles(true); });
  m_actions->add(QStringLiteral("sync.open"), m_frame, [this] { openInbox(); });
  m_actions->add(QStringLiteral("sync.now"), m_frame, [this] { Q_EMIT syncNowWanted(); });
  m_actions->add(QStringLiteral("server.join"), m_frame, [this] { openJoin(); });
  m_actions->add(QStringLiteral("seat.renew"), m_frame, [this] { m_offline->wishNewSeat(); });
  for (const char* verb : {"sync.open", "sync.now", "seat.renew"}) {
    m_actions->setEnabled(QLatin1String(verb), false);
  }
  m_actions->add(QStringLiteral("theme.toggle"), this, [this] { toggleTheme(); });
  m_actions->add(QStringLiteral("help.keys"), this,
                 [this] { m_keyHelp->isOpen() ? m_keyHelp->close() : m_keyHelp->open(); });
}

void MainWindow::connectParts() {
  connect(m_top, &TopBar::paletteAsked, this, &MainWindow::openPalette);
  connect(m_top, &TopBar::syncClicked, this, &MainWindow::openInbox);
  connect(m_offline, &OfflineBar::unsentAsked, this, &MainWindow::openInbox);
  connect(m_offline, &OfflineBar::retryAsked, this, &MainWindow::syncNowWanted);
  connect(m_offline, &OfflineBar::newSeatAsked, this, &MainWindow::newSeatWanted);
  connect(m_top, &TopBar::personClicked, this, &MainWindow::lock);
  connect(m_top, &TopBar::pageChosen, this, [this](const QString& id) {
    for (int i = 0; i < m_pages->count(); ++i) {
      auto* page = qobject_cast<Page*>(m_pages->widget(i));
      if (page != nullptr && page->id() == id) setPage(page);
    }
  });
  connect(m_palette, &CommandPalette::commandChosen, this,
          [this](const QString& id) { m_actions->trigger(id); });
  connect(m_palette, &CommandPalette::householdChosen, this, &MainWindow::householdChosen);
  connect(m_palette, &CommandPalette::ticketChosen, this, &MainWindow::ticketChosen);
  connect(m_palette, &CommandPalette::articleChosen, this, &MainWindow::articleChosen);
  connect(m_palette, &CommandPalette::scriptChosen, this, &MainWindow::scriptChosen);
  connect(m_palette, &CommandPalette::phraseChosen, this, &MainWindow::phraseChosen);
  connect(&m_backend, &Backend::noticed, this,
          [this](const StoreNotice& notice) { m_store->show(notice); });
  for (MessageBar* bar : {m_messages, m_door}) {
    connect(bar, &MessageBar::closed, this, [this] { m_store->noteClosed(); });
  }
  connect(&m_backend, &Backend::sessionChanged, this, &MainWindow::showPerson);
  connect(&m_backend, &Backend::sentAway, this, [this](const QString& reason) {
    lock();
    say(troubleAdvice(reason));
  });
}

void MainWindow::addPage(Page* page) {
  m_pages->addWidget(page);
  m_top->addPage(page->id(), page->title());
  if (m_pages->count() == 1) m_top->setCurrentPage(page->id());
}

void MainWindow::setPage(Page* page) {
  if (m_pages->indexOf(page) < 0) addPage(page);
  m_pages->setCurrentWidget(page);
  m_top->setCurrentPage(page->id());
  const bool isInbox = page == m_inbox;
  m_offline->setInboxShown(isInbox);
  const QStringList own = page->hints();
  setStatusHints(isInbox ? inboxHints() : own.isEmpty() ? deskHints() : own);
  if (isInbox) Q_EMIT conflictsWanted();
}

void MainWindow::setInbox(Page* page) {
  m_inbox = page;
  addPage(page);
  setSync(sync());
}

const SyncView& MainWindow::sync() const { return m_sync->view(); }

void MainWindow::setSync(const SyncView& view) {
  const bool isJoined = view.state != SyncView::State::Alone;
  m_sync->set(view, m_backend.clock().now());
  m_actions->setEnabled(QStringLiteral("sync.open"), isJoined && m_inbox);
  m_actions->setEnabled(QStringLiteral("sync.now"), isJoined);
  m_actions->setEnabled(QStringLiteral("seat.renew"), needsNewSeat(view));
  m_actions->setEnabled(QStringLiteral("server.join"),
                        (!isJoined || view.mayCancel) && !m_backend.isDemo());
  if (m_join && m_join->isJoining() && view.mayCancel) m_join->showJoining(view);
  if (m_inbox) {
    const int count = view.conflicts + view.refusals;
    if (!isJoined && currentPage() == m_inbox && m_pages->count() > 1) {
      setPage(qobject_cast<Page*>(m_pages->widget(0)));
    }
    m_top->setPageShown(m_inbox->id(), isJoined);
    m_top->setPageCount(m_inbox->id(), count > 0 ? count : -1);
  }
  Q_EMIT syncGiven(view);
}

void MainWindow::setConflicts(const std::vector<ConflictView>& conflicts) {
  Q_EMIT conflictsGiven(conflicts);
}

void MainWindow::setRefusals(const std::vector<RefusalView>& refusals) {
  Q_EMIT refusalsGiven(refusals);
}

void MainWindow::tick() {
  const Instant now = m_backend.clock().now();
  m_sync->tick(now);
  Q_EMIT ticked(now);
}

void MainWindow::openInbox() {
  if (m_inbox) setPage(m_inbox);
}

void MainWindow::openJoin() {
  if (m_join) return;
  Q_EMIT leaving();
  m_join = new JoinPage;
  connect(m_join, &JoinPage::testAsked, this, &MainWindow::joinTestWanted);
  connect(m_join, &JoinPage::joinAsked, this, &MainWindow::joinWanted);
  connect(m_join, &JoinPage::cancelAsked, this, &MainWindow::joinCancelWanted);
  connect(m_join, &JoinPage::backAsked, this, &MainWindow::leaveJoin);
  if (sync().mayCancel) m_join->showJoining(sync());
  setCentral(m_join);
}

void MainWindow::showJoinTest(const JoinTest& test) {
  if (m_join) m_join->showTest(test);
}

void MainWindow::showJoinCancelled(qint64 kept) {
  if (m_join) m_join->showCancelled(kept);
}

JoinPage* MainWindow::joinPage() const { return m_join; }

void MainWindow::showJoined() {
  m_join = nullptr;
  begin();
}

void MainWindow::leaveJoin() {
  m_join = nullptr;
  if (m_backend.session()) {
    showPerson();
    setCentral(nullptr);
  } else {
    askPeople();
  }
}

Page* MainWindow::currentPage() const { return qobject_cast<Page*>(m_pages->currentWidget()); }

void MainWindow::setCentral(QWidget* widget) {
  if (widget == m_central) return;
  m_palette->close();
  m_keyHelp->close();
  if (widget != nullptr) {
    m_whole->addWidget(widget);
    m_whole->setCurrentWidget(widget);
  } else {
    m_whole->setCurrentWidget(m_frame);
    if (Page* page = currentPage()) page->setFocus(Qt::OtherFocusReason);
  }
  if (m_central != nullptr) {
    m_whole->removeWidget(m_central);
    m_central->deleteLater();
  }
  m_central = widget;
  m_store->setAtDoor(widget != nullptr);
}

void MainWindow::addBar(QWidget* bar) {
  auto* column = qobject_cast<QVBoxLayout*>(m_frame->layout());
  column->insertWidget(column->indexOf(m_pages), bar);
}

void MainWindow::setCallBar(QWidget* bar) { m_top->setCallBar(bar); }

void MainWindow::setStatusHints(const QStringList& verbs) { m_status->setHints(verbs); }

void MainWindow::setCommandDetails(const QHash<QString, QString>& details) {
  m_palette->setDetails(details);
}

void MainWindow::say(const QString& sentence) { m_toast->say(sentence); }

void MainWindow::begin() {
  if (const auto agent = m_backend.session()) {
    enter(*agent);
    return;
  }
  askPeople();
}

void MainWindow::lock() {
  Q_EMIT leaving();
  m_backend.lock();
  askPeople();
}

void MainWindow::askPeople() {
  deliver(m_backend.peopleHere(), this, [this](const Result<std::vector<Agent>>& people) {
    if (!people) {
      m_store->showTrouble(tr("读不到坐席名单"), errorText(people.error()));
    } else if (people->empty()) {
      showFirstRun();
    } else {
      showSignIn(*people);
    }
  });
}

void MainWindow::openPalette() {
  if (m_palette->isOpen()) {
    m_palette->close();
    return;
  }
  m_palette->open();
  deliver(m_backend.communities(), this, [this](const Result<std::vector<Community>>& known) {
    if (!known) return;
    m_communities.clear();
    for (const Community& one : *known) m_communities << one.name;
  });
}

void MainWindow::openPaletteWith(const QString& text) { m_palette->open(text); }

void MainWindow::showFirstRun() {
  m_firstRun = new FirstRunPage(QDir::toNativeSeparators(m_backend.folder()),
                                QStringLiteral(YINGDA_VERSION), keys());
  connect(m_firstRun, &FirstRunPage::standAlone, this, &MainWindow::setUp);
  connect(m_firstRun, &FirstRunPage::joinAsked, this, &MainWindow::openJoin);
  connect(m_firstRun, &FirstRunPage::demoAsked, this, &MainWindow::demoAsked);
  connect(m_firstRun, &FirstRunPage::languageChosen, this, [this](const QString& language) {
    m_actions->setLanguage(language == u"en" ? KeyLanguage::English : KeyLanguage::Chinese);
    Q_EMIT languageChosen(language);
  });
  setCentral(m_firstRun);
}

void MainWindow::setUp(const FirstRun& first) {
  deliver(m_backend.setUpStandAlone(first), this, [this, first](const Result<Agent>& agent) {
    if (agent) {
      signIn(first.staffNumber, first.pin);
    } else if (m_firstRun) {
      m_firstRun->showFailure(errorText(agent.error()));
    }
  });
}

void MainWindow::showSignIn(const std::vector<Agent>& people) {
  AgentId current;
  for (const Agent& agent : people) {
    if (agent.staffNumber == m_lastStaffNumber) current = agent.id;
  }
  m_signIn = new SignInPage;
  m_signIn->setCompany(m_backend.companyName());
  m_signIn->setPeople(people, current);
  connect(m_signIn, &SignInPage::signInAsked, this, &MainWindow::signIn);
  setCentral(m_signIn);
  m_signIn->focusSecret();
}

void MainWindow::signIn(const QString& staffNumber, const QString& secret) {
  deliver(m_backend.signIn(staffNumber, secret), this, [this](const Result<Agent>& agent) {
    if (agent) {
      enter(*agent);
    } else if (m_signIn) {
      m_signIn->showFailure(signInTrouble(agent.error(), m_signIn->asksPassword()));
    } else if (m_firstRun) {
      m_firstRun->showFailure(errorText(agent.error()));
    }
  });
}

void MainWindow::enter(const Agent& agent) {
  m_lastStaffNumber = agent.staffNumber;
  showPerson();
  setCentral(nullptr);
  if (m_backend.isFirstTier()) {
    say(tr("服务器没有应答，先按坐席权限工作；连上后自动恢复您的岗位"));
  }
  Q_EMIT entered(agent);
  askWaiting();
}

void MainWindow::showPerson() {
  const auto agent = m_backend.session();
  m_top->setPerson(agent ? QString(agent->staffNumber % u' ' % agent->outsideName %
                                   QStringLiteral(" · ") % roleText(agent->role))
                         : QString());
  const QString company = m_backend.companyName();
  setWindowTitle(company.isEmpty() ? tr("应答") : tr("应答 · %1").arg(company));
}

void MainWindow::toggleTheme() {
  m_theme.setMode(m_theme.isDark() ? ThemeMode::Light : ThemeMode::Dark);
  writeSettings();
}

QString MainWindow::settingsFile() const {
  return QDir(m_backend.folder()).filePath(QStringLiteral("window.ini"));
}

void MainWindow::readSettings() {
  const QSettings settings(settingsFile(), QSettings::IniFormat);
  resize(usualSize);
  restoreGeometry(settings.value(geometryKey).toByteArray());
  m_lastStaffNumber = settings.value(staffKey).toString();
  const QString mode = settings.value(darkKey).toString();
  if (mode == u"dark") m_theme.setMode(ThemeMode::Dark);
  if (mode == u"light") m_theme.setMode(ThemeMode::Light);
}

void MainWindow::writeSettings() const {
  QSettings settings(settingsFile(), QSettings::IniFormat);
  settings.setValue(geometryKey, saveGeometry());
  settings.setValue(staffKey, m_lastStaffNumber);
  if (m_theme.mode() != ThemeMode::System) {
    settings.setValue(darkKey, m_theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
  }
}

void MainWindow::closeEvent(QCloseEvent* event) {
  m_palette->close();
  Q_EMIT leaving();
  writeSettings();
  event->accept();
}

}  // namespace yingda::ui
