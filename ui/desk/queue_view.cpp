// SPDX-License-Identifier: GPL-3.0-or-later
// Steps by tickets, so that a heading never holds the cursor.
#include "ui/desk/queue_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include "ui/desk/queue_delegate.h"
#include "ui/desk/queue_model.h"

namespace yingda::ui {

QueueView::QueueView(QueueModel* model, QWidget* parent) : QListView(parent), m_queue(*model) {
  setModel(model);
  setFrameShape(QFrame::NoFrame);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  setObjectName(QStringLiteral("queue.list"));
  setAccessibleName(tr("待办队列"));
}

QModelIndex QueueView::indexAt(const QPoint& point) const {
  const QModelIndex found = QListView::indexAt(point);
  if (!found.isValid()) return found;
  const QRect rect = visualRect(found);
  return rect.top() > 0 && rect.bottom() >= viewport()->height() ? QModelIndex() : found;
}

QueueView::Range QueueView::visibleRows() const {
  const QModelIndex top = QListView::indexAt(QPoint(0, 0));
  if (!top.isValid()) return {};
  const QModelIndex bottom = QListView::indexAt(QPoint(0, viewport()->height() - 1));
  return {top.row(), bottom.isValid() ? bottom.row() : m_queue.rowCount() - 1};
}

QModelIndex QueueView::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
  const int count = m_queue.rowCount();
  const int here = currentIndex().isValid() ? currentIndex().row() : -1;
  const int page = std::max(1, viewport()->height() / QueueDelegate::ticketHeight - 1);
  int row = -1;
  switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft:
      row = m_queue.ticketFrom(here - 1, -1);
      break;
    case MoveDown:
    case MoveNext:
    case MoveRight:
      row = m_queue.ticketFrom(here + 1, 1);
      break;
    case MovePageUp:
      row = m_queue.ticketFrom(std::max(here - page, 0), 1);
      break;
    case MovePageDown:
      row = m_queue.ticketFrom(std::min(here + page, count - 1), -1);
      break;
    case MoveHome:
      row = m_queue.ticketFrom(0, 1);
      break;
    case MoveEnd:
      row = m_queue.ticketFrom(count - 1, -1);
      break;
  }
  // The heading above the first ticket comes into sight with it.
  if (row == 1 && m_queue.itemAt(0).isHeading()) scrollToTop();
  return row < 0 ? currentIndex() : m_queue.index(row);
}

void QueueView::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
  const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (isEnter && isPlain && currentIndex().isValid()) {
    Q_EMIT openAsked(currentIndex());
    return;
  }
  const bool moves = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
                     key == Qt::Key_PageDown || key == Qt::Key_Home || key == Qt::Key_End;
  // Everything else belongs to the window: no search by typed letters, no selection keys.
  if (moves && isPlain) {
    QListView::keyPressEvent(event);
  } else {
    event->ignore();
  }
}

void QueueView::mouseReleaseEvent(QMouseEvent* event) {
  QListView::mouseReleaseEvent(event);
  const QModelIndex index = indexAt(event->pos());
  const bool isTicket = index.isValid() && index.flags().testFlag(Qt::ItemIsEnabled);
  if (event->button() == Qt::LeftButton && isTicket && index == currentIndex()) {
    Q_EMIT openAsked(index);
  }
}

}  // namespace yingda::ui
