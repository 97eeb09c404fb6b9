// SPDX-License-Identifier: GPL-3.0-or-later
// Steps by things, so that a heading never holds the cursor.
#include "ui/sync/inbox_list.h"

#include <QKeyEvent>
#include <algorithm>

#include "ui/sync/inbox_delegate.h"
#include "ui/sync/inbox_model.h"

namespace yingda::ui {

InboxList::InboxList(InboxModel* model, QWidget* parent) : QListView(parent), m_inbox(*model) {
  setModel(model);
  setObjectName(QStringLiteral("inbox.list"));
  setFrameShape(QFrame::NoFrame);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
}

QModelIndex InboxList::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
  const int count = m_inbox.rowCount();
  const int here = currentIndex().isValid() ? currentIndex().row() : -1;
  const int page = std::max(1, viewport()->height() / InboxDelegate::rowHeight - 1);
  int row = -1;
  switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft:
      row = m_inbox.itemFrom(here - 1, -1);
      break;
    case MoveDown:
    case MoveNext:
    case MoveRight:
      row = m_inbox.itemFrom(here + 1, 1);
      break;
    case MovePageUp:
      row = m_inbox.itemFrom(std::max(here - page, 0), 1);
      break;
    case MovePageDown:
      row = m_inbox.itemFrom(std::min(here + page, count - 1), -1);
      break;
    case MoveHome:
      row = m_inbox.itemFrom(0, 1);
      break;
    case MoveEnd:
      row = m_inbox.itemFrom(count - 1, -1);
      break;
  }
  if (row == 1) scrollToTop();
  return row < 0 ? currentIndex() : m_inbox.index(row, 0);
}

void InboxList::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  if (modifiers == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
    if (currentIndex().isValid()) Q_EMIT openAsked();
    return;
  }
  if (key == Qt::Key_Space && (modifiers & ~Qt::ShiftModifier) == Qt::NoModifier) {
    Q_EMIT leafAsked(!modifiers.testFlag(Qt::ShiftModifier));
    return;
  }
  const bool moves = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
                     key == Qt::Key_PageDown || key == Qt::Key_Home || key == Qt::Key_End;
  if (moves && modifiers == Qt::NoModifier) {
    QListView::keyPressEvent(event);
  } else {
    event->ignore();
  }
}

void InboxList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  Q_EMIT currentMoved();
}

}  // namespace yingda::ui
