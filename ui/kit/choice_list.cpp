// SPDX-License-Identifier: GPL-3.0-or-later
// Opens, places and steers the suggestions from the events of their editor.
#include "ui/kit/choice_list.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/kit/choice_model.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int edge = 1;
constexpr int gap = 2;
constexpr int widthLeast = 240;

}  // namespace

ChoiceList::ChoiceList(QWidget* editor)
    : QFrame(editor),
      m_editor(editor),
      m_model(new ChoiceModel(this)),
      m_view(new QListView(this)) {
  hide();
  setFocusPolicy(Qt::NoFocus);
  setAttribute(Qt::WA_ShowWithoutActivating);
  m_view->setModel(m_model);
  m_view->setItemDelegate(new ChoiceDelegate(this));
  m_view->setFocusPolicy(Qt::NoFocus);
  m_view->viewport()->setFocusPolicy(Qt::NoFocus);
  m_view->verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
  m_view->setFrameShape(QFrame::NoFrame);
  m_view->setUniformItemSizes(true);
  m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_view->setAccessibleName(tr("建议"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(edge, edge + 3, edge, edge + 3);
  column->addWidget(m_view);
  editor->installEventFilter(this);
  connect(editor, &QObject::destroyed, this, &QObject::deleteLater);
  connect(m_view, &QListView::clicked, this,
          [this](const QModelIndex& index) { choose(index.row()); });
}

void ChoiceList::setRows(const QList<ChoiceRow>& rows) {
  const ChoiceRow before = currentRow() >= 0 ? m_model->rowAt(currentRow()) : ChoiceRow{};
  m_model->show(rows);
  keepCurrent(before);
  if (rows.isEmpty()) {
    hide();
  } else if (editorWantsList()) {
    reopen();
  }
}

void ChoiceList::keepCurrent(const ChoiceRow& row) {
  // The view moves on to a neighbour when its row goes; Enter must never take what nobody chose.
  if (m_isSteered && currentRow() >= 0) {
    const ChoiceRow& now = m_model->rowAt(currentRow());
    if (now.title == row.title && now.detail == row.detail) return;
  }
  m_isSteered = false;
  m_view->setCurrentIndex(m_preselect ? m_model->index(0, 0) : QModelIndex());
}

QList<ChoiceRow> ChoiceList::rows() const {
  return {m_model->rows().begin(), m_model->rows().end()};
}

void ChoiceList::dismiss() {
  if (!isOpen()) return;
  m_isSteered = false;
  m_view->setCurrentIndex({});
  hide();
  Q_EMIT dismissed();
}

void ChoiceList::reopen() {
  if (m_editor.isNull() || m_model->rowCount() == 0) return;
  place();
  show();
  raise();
}

int ChoiceList::currentRow() const { return m_view->currentIndex().row(); }

bool ChoiceList::editorWantsList() const { return m_editor && m_editor->hasFocus(); }

void ChoiceList::place() {
  QWidget* window = m_editor->window();
  if (parentWidget() != window) {
    setParent(window);
    window->installEventFilter(this);
  }
  const QPoint below = m_editor->mapTo(window, QPoint(0, m_editor->height() + gap));
  const int rows = qMin(m_model->rowCount(), m_maxVisibleRows);
  int height = rows * ChoiceDelegate::rowHeight + 2 * (edge + 3);
  const int width = qMin(qMax(m_editor->width(), widthLeast), window->width());
  QPoint at(qMax(0, qMin(below.x(), window->width() - width)), below.y());
  const int roomBelow = window->height() - below.y();
  const int roomAbove = m_editor->mapTo(window, QPoint(0, -gap)).y();
  if (height > roomBelow && roomAbove > roomBelow) {
    height = qMin(height, roomAbove);
    at.setY(roomAbove - height);
  } else {
    height = qMin(height, qMax(roomBelow, ChoiceDelegate::rowHeight));
  }
  setGeometry(QRect(at, QSize(width, height)));
}

bool ChoiceList::takesKey(int key, Qt::KeyboardModifiers modifiers) const {
  if (!isOpen() || m_composition.isActive()) return false;
  if ((modifiers & ~Qt::KeypadModifier) != Qt::NoModifier) return false;
  switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Escape:
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return currentRow() >= 0;
    default:
      return false;
  }
}

void ChoiceList::press(int key) {
  switch (key) {
    case Qt::Key_Up:
      step(-1);
      break;
    case Qt::Key_Down:
      step(1);
      break;
    case Qt::Key_PageUp:
      step(-m_maxVisibleRows);
      break;
    case Qt::Key_PageDown:
      step(m_maxVisibleRows);
      break;
    case Qt::Key_Escape:
      dismiss();
      break;
    default:
      choose(currentRow());
  }
}

void ChoiceList::step(int by) {
  const int last = m_model->rowCount() - 1;
  const int from = currentRow();
  int to = 0;
  if (from < 0) {
    to = by > 0 ? 0 : last;
  } else if (by == 1 || by == -1) {
    to = (from + by + last + 1) % (last + 1);
  } else {
    to = qBound(0, from + by, last);
  }
  m_isSteered = true;
  const QModelIndex index = m_model->index(to, 0);
  m_view->setCurrentIndex(index);
  m_view->scrollTo(index);
}

void ChoiceList::choose(int row) {
  if (row < 0 || row >= m_model->rowCount()) return;
  const QVariant choice = m_model->rowAt(row).data;
  m_isSteered = false;
  m_view->setCurrentIndex({});
  hide();
  Q_EMIT chosen(choice);
}

bool ChoiceList::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_editor) {
    if (event->type() == QEvent::Resize && isOpen() && m_editor) place();
    return QFrame::eventFilter(watched, event);
  }
  m_composition.note(watched, *event);
  switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
      auto* keyEvent = static_cast<QKeyEvent*>(event);
      if (!takesKey(keyEvent->key(), keyEvent->modifiers())) break;
      event->accept();
      if (event->type() == QEvent::KeyPress) press(keyEvent->key());
      return true;
    }
    case QEvent::Move:
    case QEvent::Resize:
      if (isOpen()) place();
      break;
    case QEvent::FocusOut:
    case QEvent::Hide:
      dismiss();
      break;
    default:
      break;
  }
  return QFrame::eventFilter(watched, event);
}

void ChoiceList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::BorderStrong), 1.0, 6.0, false});
}

}  // namespace yingda::ui
