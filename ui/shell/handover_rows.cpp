// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one line of a handover.
#include "ui/shell/handover_rows.h"

#include <QPainter>

#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/parts/level_chip.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;
constexpr int sideWidth = 170;
constexpr int dueWidth = 110;

QString titleOf(const QueueRow& row) {
  const auto number = TicketNumber::parse(row.number);
  return (number ? number->text() : row.number) % QStringLiteral("  ") %
         cleanText(row.title, Lines::Join);
}

}  // namespace

QString handoverWhatText(const HandoverLine& line, Instant now) {
  if (line.isDraft()) return HandoverModel::tr("草稿，没写完，在这台电脑");
  switch (line.what) {
    case HandoverWhat::Urgent:
      return HandoverModel::tr("紧急重大，未结");
    case HandoverWhat::Callback:
      return HandoverModel::tr("等我们回访");
    case HandoverWhat::FollowUp:
      break;
  }
  const bool isLate = line.ticket.nextDue && *line.ticket.nextDue <= now;
  return isLate ? HandoverModel::tr("已超时") : HandoverModel::tr("一天内到期");
}

QVariant HandoverModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const HandoverRow& row = rowAt(index.row());
  if (role == Qt::DisplayRole) return titleOf(row.line.ticket);
  if (role == Qt::AccessibleTextRole) {
    return QString(levelWord(row.line.ticket.level) % u' ' % titleOf(row.line.ticket) % u' ' %
                   row.what % u' ' % row.side);
  }
  return {};
}

QSize HandoverDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {400, rowHeight};
}

void HandoverDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
  const auto* model = qobject_cast<const HandoverModel*>(index.model());
  if (model == nullptr) return;
  const HandoverRow& row = model->rowAt(index.row());
  const QueueRow& ticket = row.line.ticket;
  const QRect& rect = option.rect;
  painter->save();
  paintRowGround(*painter, option);
  LevelChip::paint(*painter, rect.topLeft() + QPoint(padding, 8), ticket.level);
  const int left = rect.left() + padding + LevelChip::side + 10;
  const int right = rect.right() - padding;
  const QRect sideArea(right - sideWidth, rect.top(), sideWidth, rect.height());
  const int middle = sideArea.left() - dueWidth;
  paintText(*painter, sideArea, Qt::AlignRight, row.side,
            row.isSettled ? FontRole::Strong13 : FontRole::Body13,
            row.isSettled ? Token::Text : Token::Text2);
  if (ticket.nextDue) {
    paintText(*painter, QRect(middle, rect.top() + 6, dueWidth - 12, 22), Qt::AlignRight,
              dueText(*ticket.nextDue, m_now), FontRole::Body13,
              *ticket.nextDue <= m_now ? Token::Red : Token::Text);
  }
  paintText(*painter, QRect(left, rect.top() + 6, middle - left - 8, 22), Qt::AlignLeft,
            titleOf(ticket), FontRole::Strong13, Token::Text);
  const QString promises =
      row.line.promises > 0 ? tr(" · 承诺 %1 条").arg(row.line.promises) : QString();
  const QString below = row.what % promises %
                        (ticket.place.isEmpty() ? QString() : QStringLiteral(" · ")) %
                        cleanText(ticket.place, Lines::Join);
  paintText(*painter, QRect(left, rect.top() + 27, middle - left - 8, 20), Qt::AlignLeft, below,
            FontRole::Small12, Token::Text2);
  painter->restore();
}

}  // namespace yingda::ui
