// SPDX-License-Identifier: GPL-3.0-or-later
// Column widths are those of the pictures; the last column takes the rest.
#include "ui/desk/why_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/desk/why_model.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int dateWidth = 136;
constexpr int fromWidth = 112;
constexpr int toWidth = 100;
constexpr int minutesWidth = 68;
constexpr int totalWidth = 72;
constexpr int leftPadding = 16;
constexpr int whyPadding = 20;
constexpr int barWidth = 3;
constexpr int nowLine = 2;
constexpr int foldGap = 6;

Token inkOf(const WhyRow& row, int column) {
  const bool speaksAccent =
      column == WhyModel::Date || column == WhyModel::Minutes || column == WhyModel::Why;
  if (row.isMakeUp && speaksAccent) return Token::Accent;
  return row.isCounted ? Token::Text : Token::Text2;
}

FontRole roleOf(const WhyRow& row, int column) {
  const bool isKey = column == WhyModel::Date || column == WhyModel::Minutes;
  const bool isStrong = (row.isCounted && isKey && row.kind != WhyRow::Kind::Part) ||
                        (row.isMakeUp && (isKey || column == WhyModel::Why)) ||
                        (row.isLast && column == WhyModel::Total);
  return isStrong ? FontRole::Strong13 : FontRole::Body13;
}

bool isCut(const QStyleOptionViewItem& option) {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  return view != nullptr && option.rect.top() > 0 &&
         option.rect.bottom() >= view->viewport()->height();
}

QRect inner(const QRect& rect, int column) {
  const int left = column == WhyModel::Date || column == WhyModel::From || column == WhyModel::To
                       ? (column == WhyModel::Date ? leftPadding : 0)
                       : (column == WhyModel::Why ? whyPadding : 0);
  return rect.adjusted(left, 0, column == WhyModel::Why ? -8 : 0, 0);
}

void paintNowChip(QPainter& painter, const QRect& left, const QString& text) {
  painter.setFont(font(FontRole::Small12));
  const int wide = painter.fontMetrics().horizontalAdvance(text) + 12;
  const QRect chip(left.left() - 4, left.center().y() - 9, wide, 20);
  paintBox(painter, chip, {color(Token::Accent), std::nullopt, 1.0, 4.0, false});
  painter.setPen(color(Token::OnAccent));
  painter.drawText(chip, Qt::AlignCenter, text);
}

/// Titles in line with the cells below them.
class WhyHeader final : public QHeaderView {
 public:
  explicit WhyHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int column) const override {
    painter->fillRect(rect, color(Token::Sunken));
    paintLine(*painter, rect, Qt::TopEdge, color(Token::Border));
    paintLine(*painter, rect, Qt::BottomEdge, color(Token::Border));
    painter->setFont(ui::font(FontRole::Small12));
    painter->setPen(color(Token::Text2));
    const int alignment =
        model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    painter->drawText(inner(rect, column), alignment,
                      model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
  }
};

}  // namespace

WhyDelegate::WhyDelegate(const WhyModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model) {}

void WhyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
  if (isCut(option)) return;
  const WhyRow& row = m_model.rowAt(index.row());
  const QRect& rect = option.rect;
  const bool isCurrent = option.state.testFlag(QStyle::State_Selected) &&
                         option.widget != nullptr && option.widget->hasFocus();
  if (isCurrent || row.isOnMakeUpDay) painter->fillRect(rect, color(Token::AccentWeak));
  paintLine(*painter, rect, Qt::BottomEdge, color(Token::Border));
  if (row.isNow) {
    painter->fillRect(QRect(rect.left(), rect.top() - 1, rect.width(), nowLine),
                      color(Token::Accent));
  }
  if (isCurrent && index.column() == WhyModel::Date) {
    painter->fillRect(QRect(rect.topLeft(), QSize(barWidth, rect.height())), color(Token::Accent));
  }
  const QRect cell = inner(rect, index.column());
  if (index.column() == WhyModel::Why) {
    paintWhy(*painter, cell, index.row());
    return;
  }
  if (index.column() == WhyModel::Date && row.isNow && row.date.isEmpty()) {
    paintNowChip(*painter, cell, whyNowText(m_model.now()));
    return;
  }
  painter->setFont(font(roleOf(row, index.column())));
  painter->setPen(color(inkOf(row, index.column())));
  const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
  paintMarked(*painter, cell, index.data().toString(), {}, alignment);
}

void WhyDelegate::paintWhy(QPainter& painter, const QRect& rect, int row) const {
  const WhyRow& line = m_model.rowAt(row);
  QRect room = rect;
  if (line.isNow && !line.date.isEmpty()) {
    // The date needs its own cell, so the marker stands at the other end of the line.
    const QString text = whyNowText(m_model.now());
    const int wide = QFontMetrics(font(FontRole::Small12)).horizontalAdvance(text) + 12;
    paintNowChip(painter, QRect(rect.right() - wide, rect.top(), wide, rect.height()), text);
    room.setRight(rect.right() - wide - foldGap);
  }
  painter.setFont(font(roleOf(line, WhyModel::Why)));
  painter.setPen(color(inkOf(line, WhyModel::Why)));
  const int wide = painter.fontMetrics().horizontalAdvance(line.why);
  const QString fold = line.kind != WhyRow::Kind::Folded ? QString()
                       : m_model.isOpen(row)             ? tr("▾ 收起")
                                             : tr("▸ 展开 %1 段").arg(line.parts.size());
  const int foldWidth =
      fold.isEmpty() ? 0 : QFontMetrics(font(FontRole::Small12)).horizontalAdvance(fold) + foldGap;
  QRect text = room;
  text.setWidth(std::min(wide + 2, room.width() - foldWidth));
  const auto length = static_cast<int>(line.why.size()) - line.strongFrom;
  paintMarked(painter, text, line.why,
              line.strongFrom < 0 ? QList<Mark>{}
                                  : QList<Mark>{{line.strongFrom, length, MarkKind::Strong}});
  if (fold.isEmpty()) return;
  painter.setFont(font(FontRole::Small12));
  painter.setPen(color(Token::Text3));
  painter.drawText(QRect(text.right() + foldGap, room.top(), foldWidth, room.height()),
                   Qt::AlignLeft | Qt::AlignVCenter, fold);
}

WhyView::WhyView(WhyModel* model, QWidget* parent) : QTableView(parent), m_why(*model) {
  setHorizontalHeader(new WhyHeader(this));
  setModel(model);
  setItemDelegate(new WhyDelegate(*model, this));
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setTabKeyNavigation(false);
  setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setWordWrap(false);
  setCornerButtonEnabled(false);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(rowHeight);
  verticalHeader()->setMinimumSectionSize(rowHeight);
  QHeaderView* head = horizontalHeader();
  head->setFixedHeight(headHeight);
  head->setSectionResizeMode(QHeaderView::Fixed);
  head->setSectionsClickable(false);
  head->setHighlightSections(false);
  head->setMinimumSectionSize(40);
  setObjectName(QStringLiteral("whyTable.rows"));
  setAccessibleName(tr("时限的计算"));
  connect(model, &QAbstractItemModel::rowsInserted, this, &WhyView::fit);
  connect(model, &QAbstractItemModel::rowsRemoved, this, &WhyView::fit);
  fit();
}

QSize WhyView::sizeHint() const {
  return {dateWidth + fromWidth + toWidth + minutesWidth + totalWidth + 280,
          headHeight + m_why.rowCount() * rowHeight};
}

QSize WhyView::minimumSizeHint() const {
  return {dateWidth + fromWidth + toWidth + minutesWidth + totalWidth + 120,
          headHeight + std::min(m_why.rowCount(), 4) * rowHeight};
}

void WhyView::fit() {
  setMaximumHeight(headHeight + std::max(m_why.rowCount(), 1) * rowHeight);
  updateGeometry();
}

void WhyView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  const int rest =
      viewport()->width() - dateWidth - fromWidth - toWidth - minutesWidth - totalWidth;
  setColumnWidth(WhyModel::Date, dateWidth);
  setColumnWidth(WhyModel::From, fromWidth);
  setColumnWidth(WhyModel::To, toWidth);
  setColumnWidth(WhyModel::Minutes, minutesWidth);
  setColumnWidth(WhyModel::Total, totalWidth);
  setColumnWidth(WhyModel::Why, std::max(rest, 80));
}

void WhyView::toggle(int row) { m_why.setOpen(row, !m_why.isOpen(row)); }

void WhyView::keyPressEvent(QKeyEvent* event) {
  const int row = currentIndex().row();
  const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  if (row < 0 || !isPlain) return event->ignore();
  switch (event->key()) {
    case Qt::Key_Right:
      m_why.setOpen(row, true);
      return;
    case Qt::Key_Left: {
      const int fold = m_why.foldOf(row);
      m_why.setOpen(fold, false);
      setCurrentIndex(m_why.index(fold, 0));
      return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
      toggle(row);
      return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
      QTableView::keyPressEvent(event);
      return;
    default:
      event->ignore();
  }
}

void WhyView::mousePressEvent(QMouseEvent* event) {
  QTableView::mousePressEvent(event);
  const QModelIndex index = indexAt(event->pos());
  if (event->button() == Qt::LeftButton && index.isValid()) toggle(index.row());
}

void WhyView::focusInEvent(QFocusEvent* event) {
  QTableView::focusInEvent(event);
  if (!currentIndex().isValid() && m_why.rowCount() > 0) {
    setCurrentIndex(m_why.index(std::max(m_why.nowRow(), 0), 0));
  }
  viewport()->update();
}

}  // namespace yingda::ui
