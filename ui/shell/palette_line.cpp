// SPDX-License-Identifier: GPL-3.0-or-later
// The looks of the palette's line and card.
#include "ui/shell/palette_line.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

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
  paintBox(painter, rect(), {color(Token::Surface), color(Token::BorderStrong), 1.0, radius});
}

void PaletteCard::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  QPainterPath shape;
  shape.addRoundedRect(rect(), radius, radius);
  setMask(QRegion(shape.toFillPolygon().toPolygon()));
}

void PaletteCard::mousePressEvent(QMouseEvent* event) { event->accept(); }

}  // namespace yingda::ui
