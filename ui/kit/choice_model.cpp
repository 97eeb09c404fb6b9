// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and drawing of the suggestions.
#include "ui/kit/choice_model.h"

#include <QPainter>

#include "ui/kit/rich_label.h"

namespace yingda::ui {

void ChoiceModel::show(const QList<ChoiceRow>& rows) {
  setRows(std::vector<ChoiceRow>(rows.begin(), rows.end()),
          [](const ChoiceRow& row) { return QString(row.title + QChar::LineFeed + row.detail); });
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const ChoiceRow& row = rowAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return row.title;
    case Qt::AccessibleTextRole:
      return QStringList({row.title, row.detail, row.trailing}).join(u' ');
    case Qt::UserRole:
      return row.data;
    default:
      return {};
  }
}

void ChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  const auto* model = qobject_cast<const ChoiceModel*>(index.model());
  if (model == nullptr) return;
  const ChoiceRow& row = model->rowAt(index.row());
  painter->save();
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->fillRect(option.rect, color(Token::AccentWeak));
    painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                      color(Token::Accent));
  }
  QRect area = option.rect.adjusted(12, 0, -12, 0);
  painter->setPen(color(Token::Text2));
  painter->setFont(font(FontRole::Small12));
  if (!row.trailing.isEmpty()) {
    const int wide =
        qMin(painter->fontMetrics().horizontalAdvance(row.trailing) + 1, area.width() / 2);
    const QRect right(area.right() - wide + 1, area.top(), wide, area.height());
    paintMarked(*painter, right, row.trailing, {}, Qt::AlignRight | Qt::AlignVCenter);
    area.setRight(right.left() - 12);
  }
  const QFont titleFace = font(FontRole::Body13);
  const QFontMetrics titleMetrics(font(FontRole::Strong13));
  const int titleWidth = qMin(titleMetrics.horizontalAdvance(row.title) + 2, area.width());
  if (!row.detail.isEmpty() && titleWidth + 32 < area.width()) {
    paintMarked(*painter, area.adjusted(titleWidth + 10, 0, 0, 0), row.detail, {});
  }
  painter->setFont(titleFace);
  painter->setPen(color(Token::Text));
  paintMarked(*painter, QRect(area.topLeft(), QSize(titleWidth, area.height())), row.title,
              marksOf(row.marks, MarkKind::Accent));
  painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {120, rowHeight};
}

}  // namespace yingda::ui
