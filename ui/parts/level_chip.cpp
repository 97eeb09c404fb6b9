// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the four outlines; the character is always there as well.
#include "ui/parts/level_chip.h"

#include <QPainter>
#include <QPainterPath>
#include <array>

#include "ui/kit/theme.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

Token fillOf(Level level) {
  constexpr std::array fills{Token::Red, Token::Orange, Token::YellowBadge, Token::Green};
  return fills.at(static_cast<size_t>(level));
}

QPainterPath outlineOf(Level level, const QRectF& square) {
  QPainterPath path;
  switch (level) {
    case Level::Red: {
      constexpr double cut = 5;
      const double l = square.left(), t = square.top(), r = square.right(), b = square.bottom();
      path.addPolygon(QPolygonF({{l + cut, t},
                                 {r - cut, t},
                                 {r, t + cut},
                                 {r, b - cut},
                                 {r - cut, b},
                                 {l + cut, b},
                                 {l, b - cut},
                                 {l, t + cut}}));
      path.closeSubpath();
      break;
    }
    case Level::Orange:
      path.addRoundedRect(square, 1.5, 1.5);
      break;
    case Level::Yellow:
      path.addRoundedRect(square, 5, 5);
      break;
    case Level::Green:
      path.addEllipse(square);
      break;
  }
  return path;
}

}  // namespace

LevelChip::LevelChip(Level level, QWidget* parent) : QWidget(parent), m_level(level) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  describe();
}

void LevelChip::setLevel(Level level) {
  if (level == m_level) return;
  m_level = level;
  describe();
  update();
}

void LevelChip::describe() {
  setAccessibleName(levelText(m_level));
  setToolTip(levelText(m_level));
}

void LevelChip::paint(QPainter& painter, const QPoint& topLeft, Level level) {
  const QRect square(topLeft, QSize(side, side));
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillPath(outlineOf(level, square), color(fillOf(level)));
  QFont bold = ui::font(FontRole::Small12);
  bold.setWeight(QFont::Bold);
  painter.setFont(bold);
  painter.setPen(color(level == Level::Yellow ? Token::YellowBadgeText : Token::OnAccent));
  painter.drawText(square, Qt::AlignCenter, levelCharacter(level));
  painter.restore();
}

void LevelChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint(painter, QPoint((width() - side) / 2, (height() - side) / 2), m_level);
}

}  // namespace yingda::ui
