// SPDX-License-Identifier: GPL-3.0-or-later
// Puts list and detail side by side and turns keys into wishes.
#include "ui/sync/conflict_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/theme.h"
#include "ui/parts/sync_text.h"
#include "ui/sync/conflict_detail.h"
#include "ui/sync/inbox_delegate.h"
#include "ui/sync/inbox_list.h"
#include "ui/sync/inbox_model.h"
#include "ui/sync/refusal_detail.h"

namespace yingda::ui {

namespace {

constexpr int listWidth = 304;

}  // namespace

ConflictPage::ConflictPage(Actions& actions, QWidget* parent)
    : Page(parent), m_actions(actions), m_model(new InboxModel(this)) {
  setObjectName(QStringLiteral("conflictPage"));
  auto* both = new QWidget;
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(makeLeft());
  row->addWidget(makeRight(), 1);
  m_whole = new QStackedWidget;
  m_whole->addWidget(both);
  m_whole->addWidget(makeEmpty());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_unsentStrip);
  column->addWidget(m_whole, 1);
  connectParts();
  refresh();
}

QString ConflictPage::id() const { return QStringLiteral("sync"); }

QString ConflictPage::title() const { return tr("冲突"); }

QString ConflictPage::keyId() const { return QStringLiteral("sync.open"); }

QWidget* ConflictPage::makeLeft() {
  auto* strip = new Pane(Token::Surface);
  strip->setLines(Qt::BottomEdge);
  auto* words = new QHBoxLayout(strip);
  words->setContentsMargins(12, 8, 12, 9);
  words->setSpacing(12);
  m_unsent = new Label({}, FontRole::Strong13);
  m_unsent->setObjectName(QStringLiteral("inbox.unsent"));
  m_unsent->setElides(false);
  m_unsentNote = new Label({}, FontRole::Small12, Token::Text2);
  words->addWidget(m_unsent);
  words->addWidget(m_unsentNote, 1);
  m_unsentStrip = strip;
  auto* left = new Pane(Token::Surface);
  left->setLines(Qt::RightEdge);
  left->setFixedWidth(listWidth);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 1, 0);
  m_list = new InboxList(m_model);
  m_delegate = new InboxDelegate(*m_model, m_list);
  m_list->setItemDelegate(m_delegate);
  m_list->setAccessibleName(tr("冲突和没有执行的操作"));
  column->addWidget(m_list);
  return left;
}

QWidget* ConflictPage::makeRight() {
  const KeyTable& keys = m_actions.keys();
  m_conflict = new ConflictDetail(keys);
  m_refusal = new RefusalDetail;
  m_details = new QStackedWidget;
  m_details->addWidget(m_conflict);
  m_details->addWidget(m_refusal);
  m_scroll = new QScrollArea;
  m_scroll->setObjectName(QStringLiteral("inbox.detail"));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // The list leafs through it, so that the focus stays with the arrows.
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_scroll->setWidget(m_details);
  m_details->setAutoFillBackground(false);
  return m_scroll;
}

QWidget* ConflictPage::makeEmpty() {
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  m_emptyTitle = new Label({}, FontRole::Title15, Token::Text2);
  m_emptyTitle->setObjectName(QStringLiteral("inbox.empty"));
  m_emptyTitle->setAlignment(Qt::AlignCenter);
  m_emptyText = new Label({}, FontRole::Body13, Token::Text2);
  m_emptyText->setObjectName(QStringLiteral("inbox.emptyText"));
  m_emptyText->setAlignment(Qt::AlignCenter);
  column->addStretch(2);
  column->addWidget(m_emptyTitle);
  column->addWidget(m_emptyText);
  column->addStretch(3);
  return part;
}

void ConflictPage::connectParts() {
  connect(m_list, &InboxList::currentMoved, this, &ConflictPage::showCurrent);
  connect(m_list, &InboxList::openAsked, this, &ConflictPage::open);
  connect(m_list, &InboxList::leafAsked, this, &ConflictPage::leaf);
  connect(m_list, &QListView::doubleClicked, this, &ConflictPage::open);
  connect(m_conflict, &ConflictDetail::restoreAsked, this, &ConflictPage::restore);
  connect(m_conflict, &ConflictDetail::seenAsked, this, &ConflictPage::markSeen);
  connect(m_conflict, &ConflictDetail::openAsked, this, &ConflictPage::open);
  connect(m_refusal, &RefusalDetail::openAsked, this, &ConflictPage::open);
  m_actions.add(QStringLiteral("value.restore"), this, [this] { restore(); });
  m_actions.add(QStringLiteral("conflict.seen"), this, [this] { markSeen(); });
}

void ConflictPage::setConflicts(const std::vector<ConflictView>& conflicts) {
  m_conflicts = conflicts;
  m_asked.clear();
  refresh();
}

void ConflictPage::setRefusals(const std::vector<RefusalView>& refusals) {
  m_refusals = refusals;
  refresh();
}

void ConflictPage::setSync(const SyncView& view) {
  if (m_sync == view) return;
  m_sync = view;
  showUnsent();
}

void ConflictPage::setNow(Instant now) {
  if (localDayOf(m_now) == localDayOf(now) && m_now != Instant{}) return;
  m_now = now;
  m_delegate->setNow(now);
  m_list->viewport()->update();
  showCurrent();
}

const ConflictView* ConflictPage::current() const {
  const QModelIndex index = m_list->currentIndex();
  return index.isValid() ? m_model->rowAt(index.row()).conflict() : nullptr;
}

void ConflictPage::refresh() {
  const QModelIndex before = m_list->currentIndex();
  const QString key = before.isValid() ? m_model->rowAt(before.row()).key() : QString();
  m_model->show(m_conflicts, m_refusals);
  const QString next = std::exchange(m_next, {});
  keepCurrent(m_model->rowOf(next) >= 0 ? next : key, before.row());
  const bool isEmpty = m_model->rowCount() == 0;
  const bool hadFocus = m_list->hasFocus();
  m_whole->setCurrentIndex(isEmpty ? 1 : 0);
  setFocusProxy(isEmpty ? nullptr : m_list);
  setFocusPolicy(isEmpty ? Qt::StrongFocus : Qt::NoFocus);
  if (hadFocus && isEmpty) setFocus(Qt::OtherFocusReason);
  showUnsent();
  showCurrent();
}

void ConflictPage::keepCurrent(const QString& key, int row) {
  int found = m_model->rowOf(key);
  if (found < 0) found = m_model->itemFrom(std::clamp(row, 0, m_model->rowCount()), 1);
  if (found < 0) found = m_model->itemFrom(m_model->rowCount() - 1, -1);
  m_list->setCurrentIndex(found < 0 ? QModelIndex() : m_model->index(found, 0));
}

void ConflictPage::showCurrent() {
  const QModelIndex index = m_list->currentIndex();
  if (!index.isValid()) return;
  const InboxItem& item = m_model->rowAt(index.row());
  if (const ConflictView* one = item.conflict()) {
    m_conflict->setConflict(*one, m_now, m_asked.contains(one->id));
    m_details->setCurrentWidget(m_conflict);
  } else if (const RefusalView* refused = item.refusal()) {
    m_refusal->setRefusal(*refused, m_now);
    m_details->setCurrentWidget(m_refusal);
  }
}

void ConflictPage::showUnsent() {
  const bool hasUnsent = m_sync.unsent > 0;
  m_unsent->setText(unsentText(m_sync.unsent));
  m_unsentNote->setText(m_sync.state == SyncView::State::Live
                            ? tr("正在发往服务器，不用管它")
                            : tr("都存在这台电脑里，连上就自动发，不用重录"));
  m_unsentStrip->setVisible(hasUnsent);
  m_emptyTitle->setText(tr("没有要您看的冲突"));
  m_emptyText->setText(
      hasUnsent ? tr("两边都改了同一处时，没被采用的值会留在这里。现在这台电脑上的都在等着发出。")
                : tr("两边都改了同一处时，没被采用的值会留在这里，一键还原。放心接电话。"));
}

void ConflictPage::rememberNext() {
  const int here = m_list->currentIndex().row();
  int next = m_model->itemFrom(here + 1, 1);
  if (next < 0) next = m_model->itemFrom(here - 1, -1);
  m_next = next < 0 ? QString() : m_model->rowAt(next).key();
}

void ConflictPage::restore() {
  const ConflictView* one = current();
  if (one == nullptr || !mayRestore(*one) || m_asked.contains(one->id)) return;
  const QUuid id = one->id;
  m_asked.insert(id);
  rememberNext();
  showCurrent();
  Q_EMIT restoreWanted(id);
}

void ConflictPage::markSeen() {
  const ConflictView* one = current();
  if (one == nullptr || one->isSeen || m_asked.contains(one->id)) return;
  const QUuid id = one->id;
  m_asked.insert(id);
  rememberNext();
  showCurrent();
  Q_EMIT seenWanted(id);
}

void ConflictPage::open() {
  const QModelIndex index = m_list->currentIndex();
  if (!index.isValid()) return;
  const InboxItem& item = m_model->rowAt(index.row());
  if (const ConflictView* one = item.conflict()) {
    const TicketId ticket = one->ticket;
    if (!ticket.isNull()) Q_EMIT ticketWanted(ticket);
  } else if (const RefusalView* refused = item.refusal()) {
    const QString number = refused->ticketNumber;
    if (!number.isEmpty()) Q_EMIT ticketNumberWanted(number);
  }
}

void ConflictPage::leaf(bool isDown) {
  QScrollBar* bar = m_scroll->verticalScrollBar();
  bar->triggerAction(isDown ? QAbstractSlider::SliderPageStepAdd
                            : QAbstractSlider::SliderPageStepSub);
}

void ConflictPage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Bg));
}

void ConflictPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  setFocus(Qt::OtherFocusReason);
}

void ConflictPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() != QEvent::LanguageChange || m_conflict == nullptr) return;
  m_conflict->refreshHints();
  refresh();
}

}  // namespace yingda::ui
