// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a pair: ours above, theirs below, and at the right why it is thought to be one.
#include "ui/shell/doubles_rows.h"

#include <QPainter>

#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/paint.h"
#include "ui/parts/level_chip.h"
#include "ui/parts/tie_text.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;
constexpr int sideWidth = 330;
constexpr int lineHeight = 24;

}  // namespace

QString lineOf(const QueueRow& row) {
  const auto number = TicketNumber::parse(row.number);
  const QString place = cleanText(row.place, Lines::Join);
  return (number ? number->text() : row.number) % QStringLiteral("  ") %
         cleanText(row.title, Lines::Join) % (place.isEmpty() ? QString() : QStringLiteral(" · ")) %
         place;
}

QString reasonsOf(const Likeness& likeness) {
  QStringList parts;
  for (const Alike reason : likeness.reasons) parts << alikeText(reason);
  parts << betweenText(likeness.between);
  return parts.join(QStringLiteral(" · "));
}

QVariant DoublesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const DoubleView& pair = rowAt(index.row());
  if (role == Qt::DisplayRole) return lineOf(pair.mine);
  if (role == Qt::AccessibleTextRole) {
    return QString(tieKindText(pair.likeness.kind) % u' ' % lineOf(pair.mine) % u' ' %
                   lineOf(pair.other) % u' ' % reasonsOf(pair.likeness));
  }
  return {};
}

QSize DoublesDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {400, rowHeight};
}

void DoublesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const auto* model = qobject_cast<const DoublesModel*>(index.model());
  if (model == nullptr) return;
  const DoubleView& pair = model->rowAt(index.row());
  painter->save();
  paintRowGround(*painter, option);
  const QRect area = option.rect.adjusted(padding, 6, -padding, -6);
  const int left = area.left() + LevelChip::side + 10;
  const int side = area.right() - sideWidth;
  const auto line = [&](int top, const QueueRow& row, FontRole role) {
    LevelChip::paint(*painter, QPoint(area.left(), top + (lineHeight - LevelChip::side) / 2),
                     row.level);
    paintText(*painter, QRect(left, top, side - left - 8, lineHeight), Qt::AlignLeft, lineOf(row),
              role, Token::Text);
  };
  line(area.top(), pair.mine, FontRole::Strong13);
  line(area.top() + lineHeight, pair.other, FontRole::Body13);
  paintText(*painter, QRect(side, area.top(), sideWidth, lineHeight), Qt::AlignRight,
            DoublesModel::tr("像是%1").arg(tieKindText(pair.likeness.kind)), FontRole::Strong13,
            Token::Text);
  paintText(*painter, QRect(side, area.top() + lineHeight, sideWidth, lineHeight), Qt::AlignRight,
            reasonsOf(pair.likeness), FontRole::Small12, Token::Text2);
  painter->restore();
}

}  // namespace yingda::ui
