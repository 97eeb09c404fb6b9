// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one person of the sign-in list.
#include "ui/shell/sign_in_rows.h"

#include <QPainter>

#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

QVariant PersonModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const Agent& agent = rowAt(index.row());
  if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
    return QString(agent.staffNumber % u' ' % agent.outsideName);
  }
  return {};
}

void PersonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
  const auto* model = qobject_cast<const PersonModel*>(index.model());
  if (model == nullptr) return;
  const Agent& agent = model->rowAt(index.row());
  painter->save();
  paintRowGround(*painter, option);
  const QRect area = option.rect.adjusted(12, 0, -12, 0);
  paintText(*painter, area, Qt::AlignRight, roleText(agent.role), FontRole::Small12, Token::Text2);
  painter->setFont(font(FontRole::Body13));
  painter->setPen(color(Token::Text));
  const Mark number{0, static_cast<int>(agent.staffNumber.size()), MarkKind::Strong};
  paintMarked(*painter, area.adjusted(0, 0, -80, 0),
              QString(agent.staffNumber % QStringLiteral("  ") % agent.outsideName), {number});
  painter->restore();
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, rowHeight};
}

}  // namespace yingda::ui
