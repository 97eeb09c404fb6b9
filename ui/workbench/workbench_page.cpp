// SPDX-License-Identifier: GPL-3.0-or-later
// The composition of the desk, and what happens when the store changes.
#include "ui/workbench/workbench_page.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "ui/desk/call_bar.h"
#include "ui/desk/duty_editor.h"
#include "ui/desk/endings_list.h"
#include "ui/desk/household_card_view.h"
#include "ui/desk/household_editor.h"
#include "ui/desk/queue_panel.h"
#include "ui/desk/reason_bar.h"
#include "ui/desk/ringing_page.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/similar_list.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/wrapup_panel.h"
#include "ui/kit/card.h"
#include "ui/kit/key_table.h"
#include "ui/kit/message_bar.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/tab_strip.h"
#include "ui/parts/agent_state.h"
#include "ui/workbench/call_line.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/household_finder.h"
#include "ui/workbench/open_ticket.h"

namespace yingda::ui {

namespace {

// Enough for any desk; the counts tell the rest.
// What fits on the tallest screen comes at once; the rest of the queue follows.
constexpr int queueRowsFirst = 100;
constexpr int queueRowsMax = 10'000;
// Several saves in a row ask the queue once.
constexpr std::chrono::milliseconds reloadDelay{30};

QWidget* idleView(const KeyTable& keys, QWidget* parent) {
  auto* view = new QWidget(parent);
  view->setObjectName(QStringLiteral("workbench.idle"));
  auto* column = new QVBoxLayout(view);
  column->addStretch(2);
  auto* title = new Label(WorkbenchPage::tr("等待来电"), FontRole::Big20, Token::Text, view);
  title->setAlignment(Qt::AlignCenter);
  column->addWidget(title);
  auto* hint = new Label(WorkbenchPage::tr("%1 登记来电，%2 查业主，%3 下一件事")
                             .arg(keys.hintOf(QStringLiteral("call.take")),
                                  keys.hintOf(QStringLiteral("household.find")),
                                  keys.hintOf(QStringLiteral("next.thing"))),
                         FontRole::Body13, Token::Text2, view);
  hint->setAlignment(Qt::AlignCenter);
  column->addWidget(hint);
  column->addStretch(3);
  return view;
}

ReasonBar* makeAwayBar(QWidget* parent) {
  std::vector<Reason> reasons;
  reasons.reserve(static_cast<size_t>(awayCodes().size()));
  for (const QString& code : awayCodes()) reasons.push_back({code, awayText(code)});
  return new ReasonBar(QStringLiteral("away"), std::move(reasons), parent);
}

}  // namespace

WorkbenchPage::WorkbenchPage(Backend& backend, Actions& actions, const KeyTable& keys,
                             CallBar* callBar, QWidget* parent)
    : Page(parent), m_backend(backend), m_actions(actions), m_keys(keys), m_callBar(callBar) {
  m_reload.setSingleShot(true);
  m_suggest.setSingleShot(true);
  build();
  connectParts();
  connectScript();
  connectDuty();
  connectPresence();
  addKeys();
  addQuickKeys();
}

QString WorkbenchPage::id() const { return QStringLiteral("workbench"); }
QString WorkbenchPage::title() const { return tr("工作台"); }

void WorkbenchPage::build() {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  auto* left = new Pane(Token::Surface, this);
  left->setLines(Qt::RightEdge);
  auto* leftColumn = new QVBoxLayout(left);
  leftColumn->setContentsMargins(0, 0, 1, 0);
  m_queue = new QueuePanel(left);
  leftColumn->addWidget(m_queue);
  left->setFixedWidth(288);
  row->addWidget(left);
  row->addWidget(buildCentre(), 1);
  m_side = new SidePane(m_backend.starter(), m_keys, this);
  row->addWidget(m_side);
}

QWidget* WorkbenchPage::buildCentre() {
  auto* holder = new QWidget(this);
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(8);
  m_message = new MessageBar(Tone::Orange, holder);
  m_message->hide();
  m_callLine = new CallLine(holder);
  m_finder = new HouseholdFinder(m_backend, holder);
  m_awayBar = makeAwayBar(holder);
  m_wrapUp = new WrapUpPanel(m_backend.starter(), holder);
  m_wrapUp->hide();
  for (QWidget* bar : {static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_callLine),
                       static_cast<QWidget*>(m_finder), static_cast<QWidget*>(m_awayBar),
                       static_cast<QWidget*>(m_wrapUp)}) {
    column->addWidget(bar);
  }
  // Below 1,200 logical px the right pane is a tab of the centre.
  m_compactTabs = new TabStrip(holder);
  m_compactTabs->addTab(tr("工单"));
  m_compactTabs->addTab(tr("话术和知识"));
  m_compactTabs->setFocusPolicy(Qt::NoFocus);
  m_compactTabs->hide();
  column->addWidget(m_compactTabs);
  m_centre = new QStackedWidget(holder);
  m_idle = idleView(m_keys, m_centre);
  m_ringing = new RingingPage(m_centre);
  m_ringing->setObjectName(QStringLiteral("workbench.ringing"));
  m_draftView = new DraftView(m_backend, m_centre);
  m_draftView->setObjectName(QStringLiteral("workbench.draft"));
  m_openTicket = new OpenTicket(m_backend, m_centre);
  m_openTicket->setObjectName(QStringLiteral("workbench.ticket"));
  m_editor = new HouseholdEditor(m_centre);
  m_editor->setObjectName(QStringLiteral("workbench.household"));
  m_dutyEditor = new DutyEditor(m_backend.starter(), m_centre);
  m_dutyEditor->setObjectName(QStringLiteral("workbench.duty"));
  for (QWidget* view : {m_idle, static_cast<QWidget*>(m_ringing),
                        static_cast<QWidget*>(m_draftView), static_cast<QWidget*>(m_openTicket),
                        static_cast<QWidget*>(m_editor), static_cast<QWidget*>(m_dutyEditor)}) {
    m_centre->addWidget(view);
  }
  column->addWidget(m_centre, 1);
  return holder;
}

void WorkbenchPage::connectParts() {
  connect(&m_reload, &QTimer::timeout, this, &WorkbenchPage::loadQueue);
  connect(&m_suggest, &QTimer::timeout, this, &WorkbenchPage::suggest);
  connect(m_compactTabs, &QTabBar::currentChanged, this, [this](int index) {
    if (!m_side->isCompact()) return;
    m_centre->setCurrentWidget(index == 1 ? static_cast<QWidget*>(m_side) : m_beforeSide);
  });
  connect(&m_backend, &Backend::changed, this, &WorkbenchPage::noteChanged);
  connect(m_queue, &QueuePanel::kindChosen, this, &WorkbenchPage::loadQueue);
  connect(m_queue, &QueuePanel::opened, this, &WorkbenchPage::openTicket);
  connect(m_queue, &QueuePanel::draftChosen, this, [this](const DraftId& id) {
    for (const TicketDraft& draft : m_parked) {
      if (draft.id == id) {
        showDraft(draft);
        break;
      }
    }
  });
  connect(m_callLine, &CallLine::taken, this, &WorkbenchPage::registerCall);
  connect(m_finder, &HouseholdFinder::chosen, this, &WorkbenchPage::openHousehold);
  connect(m_finder, &HouseholdFinder::newAsked, this, [this] { editHousehold(); });
  connect(m_ringing, &RingingPage::taken, this, &WorkbenchPage::takeCall);
  connect(m_ringing, &RingingPage::rejected, this, &WorkbenchPage::rejectCall);
  connect(m_ringing, &RingingPage::otherAsked, this, [this] { m_finder->open(); });
  connect(m_ringing, &RingingPage::newChosen, this, [this] { takeCall(m_ringing->preselected()); });
  connect(m_ringing, &RingingPage::urgeChosen, this, [this](const TicketId& id) {
    takeCall(m_ringing->preselected());
    openTicket(id);
  });
  connect(m_draftView, &DraftView::saved, this, &WorkbenchPage::draftEnded);
  connect(m_draftView, &DraftView::dispatchedEarly, this, [this](const TicketView& view) {
    Q_EMIT said(tr("已派给%1，通话可以继续").arg(view.departmentName));
  });
  connect(m_draftView, &DraftView::eventWanted, this, &WorkbenchPage::eventWanted);
  connect(m_draftView, &DraftView::failed, this, &WorkbenchPage::said);
  connect(m_openTicket, &OpenTicket::failed, this, &WorkbenchPage::said);
  connect(m_openTicket, &OpenTicket::wanted, this, &WorkbenchPage::openTicket);
  connect(m_openTicket, &OpenTicket::eventWanted, this, &WorkbenchPage::eventWanted);
  connect(m_side->similar(), &SimilarList::openAsked, this, &WorkbenchPage::openTicket);
  connect(m_side->endings(), &EndingsList::openAsked, this, &WorkbenchPage::openTicket);
  connect(m_openTicket, &OpenTicket::shown, this, [this](const TicketView& view) {
    // What is being written down comes before what was read.
    if (m_draftView->isVisible()) return;
    findSimilar({view.text.request, view.ticket.category, view.ticket.id});
  });
  connect(m_draftView->card(), &HouseholdCardView::editAsked, this, &WorkbenchPage::editHousehold);
  connect(m_draftView->card(), &HouseholdCardView::urgeAsked, this, &WorkbenchPage::urge);
  connect(m_draftView->card(), &HouseholdCardView::revealAsked, this, &WorkbenchPage::reveal);
  connect(m_wrapUp, &WrapUpPanel::chosen, this, &WorkbenchPage::wrapUp);
  connect(m_callBar, &CallBar::wrapUpAsked, this, &WorkbenchPage::openWrapUp);
  connect(m_callBar, &CallBar::hangUpAsked, this, &WorkbenchPage::hangUp);
  connect(m_callBar, &CallBar::backAsked, this, &WorkbenchPage::toggleAway);
  const auto saved = [this](const Result<HouseholdCard>& card) { afterHouseholdSaved(card); };
  connect(m_editor, &HouseholdEditor::householdSaved, this,
          [this, saved](const auto& edit) { deliver(m_backend.saveHousehold(edit), this, saved); });
  connect(m_editor, &HouseholdEditor::personSaved, this,
          [this, saved](const auto& edit) { deliver(m_backend.savePerson(edit), this, saved); });
  connect(m_editor, &HouseholdEditor::personMovedOut, this, [this, saved](const auto& person) {
    deliver(m_backend.movePersonOut(person), this, saved);
  });
  connect(m_editor, &HouseholdEditor::peopleMerged, this,
          [this, saved](const auto& keep, const auto& duplicate) {
            deliver(m_backend.mergePeople(keep, duplicate), this, saved);
          });
  connect(m_editor, &HouseholdEditor::careTagsSaved, this, [this, saved](const auto& tags) {
    deliver(m_backend.setCareTags(m_editor->household(), tags), this, saved);
  });
  connect(m_editor, &HouseholdEditor::warrantySaved, this, [this, saved](const auto& warranty) {
    deliver(m_backend.saveWarranty(m_editor->household(), warranty), this, saved);
  });
  connect(m_editor, &HouseholdEditor::closed, this,
          [this] { show(m_draftView->hasDraft() ? static_cast<QWidget*>(m_draftView) : m_idle); });
}

void WorkbenchPage::show(QWidget* view) {
  m_centre->setCurrentWidget(view);
  m_beforeSide = view;
  m_compactTabs->setCurrentIndex(0);
  tellPresence();
}

QString WorkbenchPage::centre() const { return m_centre->currentWidget()->objectName().mid(10); }

bool WorkbenchPage::revealSide() {
  if (!m_side->isCompact() || m_centre->currentWidget() == m_side) return false;
  m_compactTabs->setCurrentIndex(1);
  return true;
}

bool WorkbenchPage::isDrafting() const {
  return m_centre->currentWidget() == m_draftView && m_draftView->hasDraft();
}

void WorkbenchPage::enter() {
  loadQueue();
  loadDuty();
  refreshScript();
  deliver(m_backend.drafts(), this, [this](const Result<std::vector<TicketDraft>>& drafts) {
    if (!drafts) return;
    m_parked = *drafts;
    // What the last session left half written stands there again, with its caret.
    if (!m_parked.empty() && !m_draftView->hasDraft()) {
      const TicketDraft last = m_parked.back();
      if (!last.isBlank()) showDraft(last);
    }
    refreshDrafts();
  });
}

void WorkbenchPage::flush() { park(); }

void WorkbenchPage::tick() {
  const Instant now = m_backend.clock().now();
  m_queue->tick(now);
  m_callBar->tick(now);
  if (m_centre->currentWidget() == m_ringing) m_ringing->tick(now);
  if (m_centre->currentWidget() == m_draftView) m_draftView->tick(now);
  if (m_centre->currentWidget() == m_openTicket) m_openTicket->tick(now);
  remindOfAway();
  tellPresence();
}

void WorkbenchPage::loadQueue() {
  loadQuick();
  const bool isNew = m_queue->shownKind() != m_queue->kind();
  const int limit = isNew ? queueRowsFirst : queueRowsMax;
  deliver(m_backend.queue(m_queue->kind(), limit), this,
          [this, limit](const Result<QueuePage>& page) {
            if (!page || page->kind != m_queue->kind()) return;
            QueuePage shown = *page;
            const int rows = static_cast<int>(page->rows.size());
            const bool isWhole = limit == queueRowsMax || rows < limit;
            // No word about the rest: it is here before anybody has read the first rows.
            if (!isWhole) shown.total = rows;
            m_queue->setPage(shown, m_backend.clock().now());
            if (!isWhole) loadQueue();
          });
}

void WorkbenchPage::noteChanged(const QList<TicketId>& tickets,
                                const QList<HouseholdId>& households) {
  if (!m_reload.isActive()) m_reload.start(reloadDelay);
  const TicketId open = m_openTicket->id();
  const bool isShown = m_centre->currentWidget() == m_openTicket && !open.isNull();
  if (isShown && (tickets.isEmpty() || tickets.contains(open))) m_openTicket->load(open);
  const HouseholdId household = m_draftView->household().household.id;
  if (!household.isNull() && households.contains(household)) {
    deliver(m_backend.householdCard(household), this,
            [this, household](const Result<HouseholdCard>& card) {
              if (card && m_draftView->household().household.id == household) {
                m_draftView->setHousehold(*card);
              }
            });
  }
}

void WorkbenchPage::refreshDrafts() {
  std::vector<TicketDraft> others;
  for (const TicketDraft& draft : m_parked) {
    if (!m_draftView->hasDraft() || draft.id != m_draftView->draft().id) others.push_back(draft);
  }
  m_queue->setDrafts(others, m_backend.clock().now());
}

void WorkbenchPage::openTicket(const TicketId& id) {
  park();
  m_queue->setOpened(id);
  m_openTicket->load(id);
  show(m_openTicket);
}

void WorkbenchPage::openArticle(const QString& id) { m_side->openArticle(id); }

void WorkbenchPage::setCompact(bool compact) {
  QWidget* shown = m_centre->currentWidget() == m_side ? m_beforeSide : m_centre->currentWidget();
  m_side->setCompact(compact);
  m_compactTabs->setVisible(compact);
  if (compact) {
    m_centre->addWidget(m_side);
  } else {
    m_centre->removeWidget(m_side);
    layout()->addWidget(m_side);
    m_side->show();
  }
  show(shown);
}

void WorkbenchPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const bool compact = event->size().width() < SidePane::leastWindowWidth;
  if (compact != m_side->isCompact()) setCompact(compact);
}

}  // namespace yingda::ui
