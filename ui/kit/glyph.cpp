// SPDX-License-Identifier: GPL-3.0-or-later
// The signs as paths in a unit square.
#include "ui/kit/glyph.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace yingda::ui {

namespace {

QPainterPath pathOf(Glyph glyph) {
  QPainterPath path;
  switch (glyph) {
    case Glyph::Check:
      path.moveTo(0.20, 0.52);
      path.lineTo(0.42, 0.74);
      path.lineTo(0.80, 0.28);
      break;
    case Glyph::Cross:
      path.moveTo(0.25, 0.25);
      path.lineTo(0.75, 0.75);
      path.moveTo(0.75, 0.25);
      path.lineTo(0.25, 0.75);
      break;
    case Glyph::ChevronDown:
      path.moveTo(0.22, 0.38);
      path.lineTo(0.50, 0.66);
      path.lineTo(0.78, 0.38);
      break;
    case Glyph::ChevronRight:
      path.moveTo(0.38, 0.22);
      path.lineTo(0.66, 0.50);
      path.lineTo(0.38, 0.78);
      break;
    case Glyph::Search:
      path.addEllipse(QPointF(0.44, 0.44), 0.28, 0.28);
      path.moveTo(0.65, 0.65);
      path.lineTo(0.86, 0.86);
      break;
  }
  return path;
}

}  // namespace

void paintGlyph(QPainter& painter, const QRectF& square, Glyph glyph, const QColor& ink) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double side = std::min(square.width(), square.height());
  painter.translate(square.center() - QPointF(side / 2, side / 2));
  QTransform grow;
  grow.scale(side, side);
  painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(grow.map(pathOf(glyph)));
  painter.restore();
}

}  // namespace yingda::ui
