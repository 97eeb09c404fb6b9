// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one line of the floor.
#include "ui/wallboard/floor_rows.h"

#include <QPainter>

#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/level_chip.h"
#include "ui/parts/words_text.h"
#include "ui/wallboard/floor_text.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;
constexpr int whatWidth = 92;
constexpr int clockWidth = 72;
constexpr int holderWidth = 132;

QString titleOf(const FloorRow& row) {
  const QString place = cleanText(row.place, Lines::Join);
  return attentionText(row) % cleanText(row.title, Lines::Join) %
         (place.isEmpty() ? QString() : QString(QStringLiteral(" · ") % place));
}

QString whatOf(const FloorRow& row) {
  return row.milestone.isEmpty() ? cleanText(row.note, Lines::Join)
                                 : milestoneText(row.milestone, row.level);
}

}  // namespace

QVariant FloorModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const FloorRow& row = rowAt(index.row());
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return titleOf(row);
  if (role == Qt::AccessibleTextRole) {
    const QString due = row.due ? clockText(*row.due) : QString();
    return QString(levelText(row.level) % u' ' % titleOf(row) % u' ' % whatOf(row) % u' ' % due);
  }
  return {};
}

QSize FloorDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const bool isChosen = m_chosen.isValid() && m_chosen == index;
  return {400, rowHeight + (isChosen ? actsHeight : 0)};
}

void FloorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  const auto* model = qobject_cast<const FloorModel*>(index.model());
  if (model == nullptr) return;
  const FloorRow& row = model->rowAt(index.row());
  painter->save();
  paintRowGround(*painter, option);
  const QRect line(option.rect.topLeft(), QSize(option.rect.width(), rowHeight));
  LevelChip::paint(*painter, line.topLeft() + QPoint(padding, (rowHeight - LevelChip::side) / 2),
                   row.level);
  int right = line.right() - padding;
  paintText(*painter, QRect(right - holderWidth, line.top(), holderWidth, rowHeight), Qt::AlignLeft,
            holderText(row, m_starter), FontRole::Body13, Token::Text2);
  right -= holderWidth + padding;
  const ClockText clock = clockText(row.due, m_now);
  paintText(*painter, QRect(right - clockWidth, line.top(), clockWidth, rowHeight), Qt::AlignRight,
            clock.text, FontRole::Title15, clockToken(clock.tone));
  right -= clockWidth + padding;
  paintText(*painter, QRect(right - whatWidth, line.top(), whatWidth, rowHeight), Qt::AlignLeft,
            whatOf(row), FontRole::Body13, Token::Text2);
  right -= whatWidth + padding;
  const int left = line.left() + padding + LevelChip::side + 10;
  paintText(*painter, QRect(left, line.top(), right - left, rowHeight), Qt::AlignLeft, titleOf(row),
            FontRole::Body13, Token::Text);
  painter->restore();
}

}  // namespace yingda::ui
