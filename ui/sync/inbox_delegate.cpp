// SPDX-License-Identifier: GPL-3.0-or-later
// Headings on the ground of the window, rows with the accent bar when they are chosen.
#include "ui/sync/inbox_delegate.h"

#include <QPainter>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/parts/words_text.h"
#include "ui/sync/inbox_model.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;
constexpr int gap = 8;
constexpr int barWidth = 3;

/// A line with words at both ends; those at the right keep their room.
void paintEnds(QPainter& painter, const QRect& line, const QString& left, const QString& right,
               const QFont& leftFace, Token leftInk) {
  painter.setFont(font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  const int most = line.width() / 2;
  const QString shown = painter.fontMetrics().elidedText(right, Qt::ElideRight, most);
  const int wide = painter.fontMetrics().horizontalAdvance(shown);
  painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, shown);
  painter.setFont(leftFace);
  painter.setPen(color(leftInk));
  const int room = line.width() - (wide > 0 ? wide + gap : 0);
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(left, Qt::ElideRight, room));
}

}  // namespace

InboxDelegate::InboxDelegate(const InboxModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model) {}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  return {1, m_model.rowAt(index.row()).isHeading() ? headingHeight : rowHeight};
}

void InboxDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const InboxItem& item = m_model.rowAt(index.row());
  if (!item.isHeading()) {
    paintItem(*painter, option, index.row());
    return;
  }
  painter->fillRect(option.rect, color(Token::Bg));
  const QRect inner = option.rect.adjusted(padding, 0, -padding, 0);
  paintEnds(*painter, inner, InboxModel::groupText(item.group),
            item.count > 0 ? QString::number(item.count) : QString(), font(FontRole::Small12),
            Token::Text2);
}

void InboxDelegate::paintItem(QPainter& painter, const QStyleOptionViewItem& option,
                              int row) const {
  const InboxItem& item = m_model.rowAt(row);
  const QRect& rect = option.rect;
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter.fillRect(rect, color(Token::AccentWeak));
    painter.fillRect(QRect(rect.topLeft(), QSize(barWidth, rect.height())), color(Token::Accent));
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter.fillRect(rect, color(Token::Bg));
  }
  paintLine(painter, rect, Qt::BottomEdge, color(Token::Border));
  const bool isFresh = InboxModel::needsLook(item);
  const int width = rect.width() - 2 * padding;
  const QRect first(rect.left() + padding, rect.top() + 8, width, 22);
  const QRect second(rect.left() + padding, rect.top() + 29, width, 20);
  paintEnds(
      painter, first, InboxModel::titleText(item), occurredText(InboxModel::atOf(item), m_now),
      font(isFresh ? FontRole::Strong13 : FontRole::Body13), isFresh ? Token::Text : Token::Text2);
  paintEnds(painter, second, InboxModel::detailText(item), InboxModel::noteText(item),
            font(FontRole::Small12), Token::Text2);
  if (option.state.testFlag(QStyle::State_HasFocus) &&
      option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
    paintBox(painter, rect.adjusted(barWidth + 1, 1, -1, -2),
             {std::nullopt, color(Token::Accent), 1.0, 4.0, false});
  }
}

}  // namespace yingda::ui
