// SPDX-License-Identifier: GPL-3.0-or-later
// The looks of the palette's line and card.
#include "ui/shell/palette_line.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int lengthMost = 200;
constexpr double radius = 8.0;

}  // namespace

PaletteLine::PaletteLine(QWidget* parent) : QLineEdit(parent) {
  setFrame(false);
  setFont(ui::font(FontRole::Big20));
  setMaxLength(lengthMost);
  QFont plain = font();
  plain.setWeight(QFont::Normal);
  setFont(plain);
}

void PaletteCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), std::nullopt, 1.0, radius});
  const QRect foot(0, height() - m_footHeight - 1, width(), m_footHeight + 1);
  painter.save();
  painter.setClipRect(foot);
  paintBox(painter, rect(), {color(Token::Sunken), std::nullopt, 1.0, radius});
  painter.restore();
  paintLine(painter, foot, Qt::TopEdge, color(Token::Border));
  paintBox(painter, rect(), {std::nullopt, color(Token::BorderStrong), 1.0, radius});
}

void PaletteCard::mousePressEvent(QMouseEvent* event) { event->accept(); }

}  // namespace yingda::ui
