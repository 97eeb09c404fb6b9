// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of the ringing page.
#include "ui/desk/ringing_list.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>

#include "ui/kit/badge.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/parts/level_chip.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr int padding = 13;
constexpr int capColumn = 56;
constexpr int chipColumn = 36;
constexpr int bar = 3;
constexpr int middleShare = 72;  // percent of the width where the middle column starts
constexpr int rightWidth = 132;

void say(QPainter& painter, const QRect& area, const QString& text, Qt::Alignment alignment) {
  painter.drawText(area, static_cast<int>(alignment.toInt()),
                   painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

}  // namespace

RingingList::RingingList(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::NoFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RingingList::setRows(const std::vector<RingingRow>& rows) {
  m_rows = rows;
  if (m_chosen >= static_cast<int>(rows.size())) m_chosen = -1;
  setVisible(!rows.empty());
  describe();
  updateGeometry();
  update();
}

void RingingList::setChosen(int row) {
  m_chosen = row;
  describe();
  update();
}

void RingingList::describe() {
  QStringList lines;
  for (const RingingRow& row : m_rows) {
    lines << QStringList{row.cap,    row.level ? levelText(*row.level) : QString(),
                         row.title,  row.badge,
                         row.detail, row.middle,
                         row.right,  row.rightDetail}
                 .join(QLatin1Char(' '))
                 .simplified();
  }
  setAccessibleDescription(lines.join(tr("；")));
}

QSize RingingList::sizeHint() const { return {480, rowHeight * static_cast<int>(m_rows.size())}; }

int RingingList::paintLead(QPainter& painter, const QRect& area, const RingingRow& row) const {
  if (row.level) {
    LevelChip::paint(painter, {area.left(), area.center().y() - LevelChip::side / 2 + 1},
                     *row.level);
    return chipColumn;
  }
  const QSize cap = keyCapSize(row.cap);
  paintKeyCap(
      painter,
      {area.left() + 3, area.center().y() - cap.height() / 2 + 1, cap.width(), cap.height()},
      row.cap, CapLook::OnSurface);
  return capColumn;
}

void RingingList::paintRow(QPainter& painter, int index) const {
  const RingingRow& row = m_rows[static_cast<size_t>(index)];
  const QRect whole(0, index * rowHeight, width(), rowHeight);
  if (index == m_chosen) {
    painter.fillRect(whole.adjusted(1, 1, -1, 0), color(Token::AccentWeak));
    painter.fillRect(QRect(1, whole.top() + 1, bar, rowHeight - 1), color(Token::Accent));
  }
  paintLine(painter, whole.adjusted(1, 0, -1, 0), Qt::TopEdge, color(Token::Border));
  QRect area = whole.adjusted(padding, 8, -padding, -7);
  const int middleLeft = qMin(width() * middleShare / 100, width() - rightWidth - 96);
  QRect words = area.adjusted(paintLead(painter, area, row), 0, 0, 0);
  words.setRight(row.middle.isEmpty() && row.right.isEmpty() ? area.right() : middleLeft - 12);
  const QRect upper(words.left(), words.top(), words.width(), words.height() / 2);
  const QRect lower = upper.translated(0, upper.height());
  painter.setFont(ui::font(FontRole::Strong13));
  painter.setPen(color(Token::Text));
  const int badgeWidth = row.badge.isEmpty() ? 0 : badgeSize(row.badge).width() + 8;
  const QRect title = upper.adjusted(0, 0, -badgeWidth, 0);
  say(painter, title, row.title, Qt::AlignLeft | Qt::AlignVCenter);
  if (badgeWidth > 0) {
    const int used = qMin(painter.fontMetrics().horizontalAdvance(row.title), title.width());
    const QSize size = badgeSize(row.badge);
    paintBadge(painter,
               {title.left() + used + 8, upper.center().y() - size.height() / 2 + 1, size.width(),
                size.height()},
               row.badge, Tone::Dashed);
  }
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  say(painter, lower, row.detail, Qt::AlignLeft | Qt::AlignVCenter);
  painter.setFont(ui::font(row.isMiddleStrong ? FontRole::Strong13 : FontRole::Small12));
  painter.setPen(color(row.isMiddleStrong ? Token::Text : Token::Text2));
  const QRect right(area.right() - rightWidth + 1, area.top(), rightWidth, area.height());
  say(painter, {middleLeft, area.top(), right.left() - middleLeft, area.height()}, row.middle,
      Qt::AlignLeft | Qt::AlignVCenter);
  const bool isTwoLines = !row.rightDetail.isEmpty();
  painter.setFont(ui::font(FontRole::Strong13));
  painter.setPen(color(row.rightToken));
  say(painter, isTwoLines ? right.adjusted(0, 0, 0, -right.height() / 2) : right, row.right,
      Qt::AlignRight | Qt::AlignVCenter);
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  if (isTwoLines) {
    say(painter, right.adjusted(0, right.height() / 2, 0, 0), row.rightDetail,
        Qt::AlignRight | Qt::AlignVCenter);
  }
}

void RingingList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) paintRow(painter, i);
}

void RingingList::mousePressEvent(QMouseEvent* event) {
  const int row = event->pos().y() / rowHeight;
  if (row >= 0 && row < static_cast<int>(m_rows.size())) Q_EMIT clicked(row);
}

}  // namespace yingda::ui
