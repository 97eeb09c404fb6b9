// SPDX-License-Identifier: GPL-3.0-or-later
// Joins tabs, list and drafts; the model does the work.
#include "ui/desk/queue_panel.h"

#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/desk/queue_delegate.h"
#include "ui/desk/queue_drafts.h"
#include "ui/desk/queue_empty.h"
#include "ui/desk/queue_model.h"
#include "ui/desk/queue_view.h"
#include "ui/kit/card.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/tab_strip.h"

namespace yingda::ui {

QueuePanel::QueuePanel(QWidget* parent)
    : QWidget(parent),
      m_tabs(new PillTabs(this)),
      m_model(new QueueModel(this)),
      m_delegate(new QueueDelegate(*m_model, this)),
      m_view(new QueueView(m_model, this)),
      m_empty(new QueueEmpty(this)),
      m_rest(new Label({}, FontRole::Small12, Token::Text3, this)),
      m_drafts(new QueueDrafts(this)),
      m_stack(new QStackedLayout) {
  m_tabs->setObjectName(QStringLiteral("queue.tabs"));
  m_tabs->setAccessibleName(tr("队列"));
  for (const QString& tab : {tr("下一件事"), tr("我的"), tr("本组"), tr("全部")}) {
    m_tabs->addTab(tab);
  }
  m_view->setItemDelegate(m_delegate);
  m_rest->setContentsMargins(12, 0, 12, 0);
  m_rest->hide();
  layOut();
  connect(m_tabs, &QTabBar::currentChanged, this, [this] {
    showList(true);
    Q_EMIT kindChosen(kind());
  });
  connect(m_view, &QueueView::openAsked, this, &QueuePanel::open);
  connect(m_drafts, &QueueDrafts::draftChosen, this, &QueuePanel::draftChosen);
}

void QueuePanel::layOut() {
  auto* ground = new Pane(Token::Surface, this);
  ground->setLines(Qt::RightEdge);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(ground);
  auto* head = new Pane(Token::Surface, ground);
  head->setLines(Qt::BottomEdge);
  auto* headRow = new QVBoxLayout(head);
  headRow->setContentsMargins(8, 8, 8, 8);
  headRow->addWidget(m_tabs);
  m_stack->addWidget(m_view);
  m_stack->addWidget(m_empty);
  m_stack->setCurrentWidget(m_empty);
  auto* column = new QVBoxLayout(ground);
  column->setContentsMargins(0, 0, 1, 0);
  column->setSpacing(0);
  column->addWidget(head);
  column->addLayout(m_stack, 1);
  column->addWidget(m_rest);
  column->addWidget(m_drafts);
}

QueueKind QueuePanel::kind() const { return static_cast<QueueKind>(m_tabs->currentIndex()); }

void QueuePanel::setKind(QueueKind kind) {
  const QSignalBlocker silence(m_tabs);
  m_tabs->setCurrentIndex(static_cast<int>(kind));
}

void QueuePanel::setPage(const QueuePage& page, Instant now) {
  // An answer to an older question: its rows would stand under the wrong tab.
  if (page.kind != kind()) return;
  m_shownKind = page.kind;
  m_tabs->setCount(1, page.mine);
  m_tabs->setCount(2, page.team);
  m_tabs->setCount(3, page.open);
  const bool wasAtTop = m_view->verticalScrollBar()->value() == 0;
  const TicketId current = currentTicket();
  m_model->setPage(page, now);
  const int rest = page.total - static_cast<int>(page.rows.size());
  m_rest->setText(tr("另有 %1 件未列出，按 Ctrl K 查找").arg(rest));
  m_rest->setVisible(rest > 0);
  showList(false);
  if (wasAtTop) m_view->scrollToTop();
  keepCurrent(current.isNull() ? m_opened : current);
}

TicketId QueuePanel::currentTicket() const {
  const QModelIndex index = m_view->currentIndex();
  return index.isValid() ? m_model->itemAt(index.row()).row.id : TicketId();
}

void QueuePanel::keepCurrent(const TicketId& id) {
  if (currentTicket() == id) return;
  // A moved row is removed and inserted, which would leave the cursor on its neighbour.
  const int row = id.isNull() ? -1 : m_model->rowOf(id);
  m_view->setAutoScroll(false);
  m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
  m_view->setAutoScroll(true);
}

void QueuePanel::showList(bool isReading) {
  if (m_model->rowCount() > 0) {
    m_stack->setCurrentWidget(m_view);
    return;
  }
  m_empty->set(kind(), isReading ? QueueEmpty::Reason::Reading : QueueEmpty::Reason::Nothing);
  m_stack->setCurrentWidget(m_empty);
}

void QueuePanel::setDrafts(const std::vector<TicketDraft>& drafts, Instant now) {
  m_drafts->setDrafts(drafts, now);
}

void QueuePanel::setPresence(const std::vector<PresenceView>& others) {
  m_model->setPresence(others);
}

void QueuePanel::setOpened(const TicketId& id) {
  m_opened = id;
  const int row = id.isNull() ? -1 : m_model->rowOf(id);
  m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

void QueuePanel::open(const QModelIndex& index) {
  const QueueItem& item = m_model->itemAt(index.row());
  if (item.isHeading()) return;
  m_opened = item.row.id;
  m_view->setCurrentIndex(index);
  Q_EMIT opened(m_opened);
}

void QueuePanel::selectNextThing() {
  const int first = m_model->ticketFrom(0, 1);
  if (first < 0) return;
  const bool isOpen = m_model->itemAt(first).row.id == m_opened;
  const int next = isOpen ? m_model->ticketFrom(first + 1, 1) : first;
  open(m_model->index(next < 0 ? first : next));
}

void QueuePanel::tick(Instant now) {
  const QueueView::Range visible = m_view->isVisible() ? m_view->visibleRows() : QueueView::Range{};
  const TicketId current = currentTicket();
  m_model->tick(now, visible.first, visible.last);
  keepCurrent(current);
  m_drafts->tick(now);
}

}  // namespace yingda::ui
