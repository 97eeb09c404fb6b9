// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a tile.
#include "ui/wallboard/floor_tile.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"

namespace yingda::ui {

namespace {

constexpr int padding = 12;
constexpr int valueLeast = 24;

}  // namespace

FloorTile::FloorTile(int digit, QWidget* parent) : QWidget(parent), m_digit(digit) {
  setObjectName(QStringLiteral("floor.tile.%1").arg(digit));
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FloorTile::set(const TileWords& words) {
  if (words == m_words) return;
  m_words = words;
  setAccessibleName(tr("%1：%2").arg(words.title, words.value));
  setAccessibleDescription(words.first % u' ' % words.second);
  setToolTip(words.first % u'\n' % words.second);
  update();
}

void FloorTile::setChosen(bool isChosen) {
  if (isChosen == m_isChosen) return;
  m_isChosen = isChosen;
  update();
}

void FloorTile::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool isMarked = m_isChosen || hasFocus();
  paintBox(painter, rect(),
           {color(Token::Surface), color(isMarked ? Token::Accent : Token::Border),
            hasFocus() ? 2.0 : 1.0, 8.0, false});
  if (m_isChosen) {
    painter.fillRect(QRect(8, height() - 3, width() - 16, 2), color(Token::Accent));
  }
  const QString digit = QString::number(m_digit);
  const QSize cap = keyCapSize(digit);
  const QRect capArea(QPoint(width() - padding - cap.width(), 10), cap);
  paintKeyCap(painter, capArea, digit, CapLook::OnSurface);
  paintText(painter, QRect(padding, 8, capArea.left() - padding - 6, 20), Qt::AlignLeft,
            m_words.title, m_isChosen ? FontRole::Strong13 : FontRole::Body13, Token::Text);
  const QFontMetrics metrics(ui::font(FontRole::Big20));
  const int wide = std::max(valueLeast, metrics.horizontalAdvance(m_words.value));
  paintText(painter, QRect(padding, 30, wide, 36), Qt::AlignLeft, m_words.value, FontRole::Big20,
            m_words.tone);
  const int left = padding + wide + 10;
  const int room = width() - left - padding;
  paintText(painter, QRect(left, 30, room, 18), Qt::AlignLeft, m_words.first, FontRole::Small12,
            Token::Text2);
  paintText(painter, QRect(left, 48, room, 18), Qt::AlignLeft, m_words.second, FontRole::Small12,
            Token::Text2);
}

void FloorTile::mouseReleaseEvent(QMouseEvent* event) {
  if (rect().contains(event->pos())) Q_EMIT chosen(m_digit);
}

void FloorTile::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return) {
    Q_EMIT chosen(m_digit);
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace yingda::ui
