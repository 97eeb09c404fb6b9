// SPDX-License-Identifier: GPL-3.0-or-later
// Rounded rectangles that fall on device pixels.
#include "ui/kit/paint.h"

#include <QPainter>
#include <QStyleOptionViewItem>
#include <algorithm>
#include <cmath>

namespace yingda::ui {

double devicePen(const QPainter& painter, double width) {
  const double scale = std::max(0.01, painter.deviceTransform().m11());
  return std::max(1.0, std::floor(width * scale + 0.25)) / scale;
}

QRectF snapped(const QPainter& painter, const QRectF& rect) {
  const QTransform toDevice = painter.deviceTransform();
  if (!toDevice.isInvertible()) return rect;
  const QRectF device = toDevice.mapRect(rect);
  const QRectF rounded(QPointF(std::round(device.left()), std::round(device.top())),
                       QPointF(std::round(device.right()), std::round(device.bottom())));
  return toDevice.inverted().mapRect(rounded);
}

void paintBox(QPainter& painter, const QRectF& rect, const Box& box) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QRectF area = snapped(painter, rect);
  double radius = box.radius;
  QPen pen(Qt::NoPen);
  if (box.edge) {
    const double width = devicePen(painter, box.edgeWidth);
    pen = QPen(*box.edge, width);
    if (box.isDashed) pen.setDashPattern({3.0, 2.0});
    area.adjust(width / 2, width / 2, -width / 2, -width / 2);
    radius = std::max(0.0, radius - width / 2);
  }
  painter.setPen(pen);
  painter.setBrush(box.fill ? QBrush(*box.fill) : QBrush(Qt::NoBrush));
  painter.drawRoundedRect(area, radius, radius);
  painter.restore();
}

void paintLine(QPainter& painter, const QRect& rect, Qt::Edge edge, const QColor& ink) {
  QRectF line = snapped(painter, QRectF(rect));
  const double width = devicePen(painter, 1.0);
  switch (edge) {
    case Qt::TopEdge:
      line.setBottom(line.top() + width);
      break;
    case Qt::BottomEdge:
      line.setTop(line.bottom() - width);
      break;
    case Qt::LeftEdge:
      line.setRight(line.left() + width);
      break;
    case Qt::RightEdge:
      line.setLeft(line.right() - width);
      break;
  }
  painter.fillRect(line, ink);
}

void paintField(QPainter& painter, const QRectF& rect, FieldState state) {
  Box box;
  box.fill = color(state.isEnabled ? Token::Surface : Token::Sunken);
  box.edge = color(state.isEnabled ? Token::FieldEdge : Token::Border);
  if (state.hasFocus) box.edge = color(Token::Accent);
  if (state.isWrong) box.edge = color(Token::Red);
  box.edgeWidth = state.hasFocus || state.isWrong ? 2.0 : 1.0;
  paintBox(painter, rect, box);
}

void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option) {
  constexpr int barWidth = 3;
  const QRect& rect = option.rect;
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter.fillRect(rect, color(Token::AccentWeak));
    painter.fillRect(QRect(rect.topLeft(), QSize(barWidth, rect.height())), color(Token::Accent));
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    painter.fillRect(rect, color(Token::Sunken));
  }
  paintLine(painter, rect, Qt::BottomEdge, color(Token::Border));
}

void paintText(QPainter& painter, const QRect& area, Qt::Alignment side, const QString& text,
               FontRole role, Token ink) {
  painter.setFont(font(role));
  painter.setPen(color(ink));
  painter.drawText(area, static_cast<int>(side | Qt::AlignVCenter),
                   painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

}  // namespace yingda::ui
