// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a line of the household list.
#include "ui/desk/side_rows.h"

#include <QPainter>
#include <algorithm>

#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/level_chip.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;

}  // namespace

SideRow::SideRow(const SideRowText& text, bool canOpen, QWidget* parent)
    : QAbstractButton(parent), m_text(text), m_canOpen(canOpen) {
  setText(text.title);
  setAccessibleName(QStringList({text.title, text.detail, text.trailing}).join(u' ').trimmed());
  setToolTip(text.detail.isEmpty() ? text.title : QString(text.title % u'\n' % text.detail));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setFocusPolicy(canOpen ? Qt::TabFocus : Qt::NoFocus);
  setAttribute(Qt::WA_Hover, canOpen);
  setAttribute(Qt::WA_TransparentForMouseEvents, !canOpen);
  if (canOpen) setCursor(Qt::PointingHandCursor);
}

QSize SideRow::sizeHint() const { return {240, m_text.detail.isEmpty() ? 32 : 52}; }

QSize SideRow::minimumSizeHint() const { return {120, sizeHint().height()}; }

void SideRow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (m_canOpen && (underMouse() || isDown())) painter.fillRect(rect(), color(Token::Sunken));
  if (hasFocus()) {
    painter.fillRect(rect(), color(Token::AccentWeak));
    painter.fillRect(QRect(0, 0, 3, height()), color(Token::Accent));
  }
  QRect area = rect().adjusted(padding, 0, -padding, 0);
  if (!m_text.detail.isEmpty()) area.adjust(0, 6, 0, -6);
  if (m_text.level) {
    LevelChip::paint(painter, area.topLeft() + QPoint(0, m_text.detail.isEmpty() ? 6 : 0),
                     *m_text.level);
    area.setLeft(area.left() + LevelChip::side + 8);
  }
  QRect title = area;
  if (!m_text.detail.isEmpty()) title.setHeight(area.height() / 2);
  painter.setFont(ui::font(FontRole::Small12));
  if (!m_text.trailing.isEmpty()) {
    const int wants = painter.fontMetrics().horizontalAdvance(m_text.trailing) + 2;
    const int wide = std::min(wants, area.width() / 2);
    QRect right(title.right() - wide + 1, title.top(), wide, title.height());
    painter.setPen(color(m_text.trailingToken));
    paintMarked(painter, right, m_text.trailing, {}, Qt::AlignRight | Qt::AlignVCenter);
    title.setRight(right.left() - 8);
  }
  painter.setPen(color(Token::Text2));
  if (!m_text.detail.isEmpty()) {
    QRect under = area;
    under.setTop(area.top() + area.height() / 2);
    paintMarked(painter, under, m_text.detail, {});
  }
  painter.setFont(ui::font(FontRole::Body13));
  painter.setPen(color(Token::Text));
  paintMarked(painter, title, m_text.title, {});
}

}  // namespace yingda::ui
