// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the viewport a multiple of the row, so that no row is ever cut.
#include "ui/desk/timeline_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "ui/desk/timeline_model.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int barWidth = 3;
constexpr int barRoom = 6;  // the time gives way to the bar of the chosen row
constexpr int kindLeft = 84;
constexpr int textLeft = 140;
constexpr int chipGap = 4;
constexpr int chipHeight = 22;
constexpr int chipPadding = 5;

void drawPart(QPainter& painter, const QRect& rect, Token ink, const QString& text) {
  painter.setPen(color(ink));
  painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

}  // namespace

TimelineDelegate::TimelineDelegate(const TimelineModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model) {}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {1, rowHeight};
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  const TimelineRow& row = m_model.rowAt(index.row());
  const QRect& rect = option.rect;
  const bool isCurrent = option.state.testFlag(QStyle::State_Selected) &&
                         option.widget != nullptr && option.widget->hasFocus();
  const int timeLeft = isCurrent ? barRoom : 0;
  if (isCurrent) {
    painter->fillRect(rect, color(Token::AccentWeak));
    painter->fillRect(QRect(rect.topLeft(), QSize(barWidth, rect.height())), color(Token::Accent));
  }
  painter->setFont(font(FontRole::Small12));
  drawPart(*painter, {rect.left() + timeLeft, rect.top(), kindLeft - timeLeft - 4, rect.height()},
           Token::Text2, row.time);
  drawPart(*painter, {rect.left() + kindLeft, rect.top(), textLeft - kindLeft - 8, rect.height()},
           Token::Text2, row.kind);
  drawPart(*painter, {rect.left() + textLeft, rect.top(), rect.width() - textLeft, rect.height()},
           Token::Text, row.text);
}

TimelineList::TimelineList(TimelineModel* model, QWidget* parent) : QListView(parent) {
  setModel(model);
  setItemDelegate(new TimelineDelegate(*model, this));
  setFrameShape(QFrame::NoFrame);
  setUniformItemSizes(true);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAutoFillBackground(false);
  setObjectName(QStringLiteral("timeline.rows"));
  setAccessibleName(tr("记录"));
}

bool TimelineList::isAtNewest() const {
  return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void TimelineList::resizeEvent(QResizeEvent* event) {
  const bool wasAtNewest = isAtNewest();
  setViewportMargins(0, 0, 0, height() % TimelineDelegate::rowHeight);
  QListView::resizeEvent(event);
  if (wasAtNewest) scrollToBottom();
}

void TimelineList::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
      QListView::keyPressEvent(event);
      break;
    default:
      event->ignore();
  }
}

void TimelineList::focusInEvent(QFocusEvent* event) {
  QListView::focusInEvent(event);
  const int count = model()->rowCount();
  if (!currentIndex().isValid() && count > 0) setCurrentIndex(model()->index(count - 1, 0));
  viewport()->update();
}

FilterChips::FilterChips(const QStringList& chips, QWidget* parent)
    : QWidget(parent), m_chips(chips) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
  setObjectName(QStringLiteral("timeline.filter"));
  describe();
}

void FilterChips::setCurrent(int index) {
  if (index == m_current || index < 0 || index >= m_chips.size()) return;
  m_current = index;
  describe();
  update();
  Q_EMIT currentChanged(index);
}

void FilterChips::describe() { setAccessibleName(tr("显示：%1").arg(m_chips.value(m_current))); }

QRect FilterChips::chipRect(int index) const {
  // Bold is wider: every chip keeps the room for it, so that nothing moves when one is chosen.
  QFont bold = ui::font(FontRole::Small12);
  bold.setBold(true);
  const QFontMetrics metrics(bold);
  int left = 0;
  for (int i = 0; i < index; ++i) {
    left += metrics.horizontalAdvance(m_chips.at(i)) + 2 * chipPadding + chipGap;
  }
  return {left, 0, metrics.horizontalAdvance(m_chips.at(index)) + 2 * chipPadding, chipHeight};
}

QSize FilterChips::sizeHint() const {
  if (m_chips.isEmpty()) return {0, chipHeight};
  return {chipRect(static_cast<int>(m_chips.size()) - 1).right() + 1, chipHeight};
}

void FilterChips::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QFont face = ui::font(FontRole::Small12);
  for (int i = 0; i < m_chips.size(); ++i) {
    const QRect rect = chipRect(i);
    const bool isChosen = i == m_current;
    if (isChosen) {
      const auto edge = hasFocus() ? std::optional(color(Token::Accent)) : std::nullopt;
      paintBox(painter, rect, {color(Token::Sunken), edge, 1.0, 4.0, false});
    }
    face.setBold(isChosen);
    painter.setFont(face);
    painter.setPen(color(isChosen ? Token::Text : Token::Text2));
    painter.drawText(rect, Qt::AlignCenter, m_chips.at(i));
  }
}

void FilterChips::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Left) {
    setCurrent(m_current - 1);
  } else if (event->key() == Qt::Key_Right) {
    setCurrent(m_current + 1);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void FilterChips::mousePressEvent(QMouseEvent* event) {
  for (int i = 0; i < m_chips.size(); ++i) {
    if (chipRect(i).contains(event->pos())) setCurrent(i);
  }
}

}  // namespace yingda::ui
