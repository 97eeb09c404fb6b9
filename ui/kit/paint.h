// SPDX-License-Identifier: GPL-3.0-or-later
// Crisp rounded rectangles and lines at every scale, used by the kit's widgets and style.
#pragma once

#include <QColor>
#include <QRectF>
#include <optional>

#include "ui/kit/theme.h"

class QPainter;
class QStyleOptionViewItem;

namespace yingda::ui {

/// A rounded rectangle; without a fill or an edge that part is left out.
struct Box {
  std::optional<QColor> fill;
  std::optional<QColor> edge;
  double edgeWidth = 1.0;
  double radius = 6.0;
  bool isDashed = false;
};

/// The nearest width that is a whole number of device pixels, at least one.
double devicePen(const QPainter& painter, double width);
/// The rectangle moved onto device pixels.
QRectF snapped(const QPainter& painter, const QRectF& rect);
/// Paints the box; its edge lies inside the rectangle.
void paintBox(QPainter& painter, const QRectF& rect, const Box& box);
/// A line one logical pixel wide at the inner side of the rectangle's edge.
void paintLine(QPainter& painter, const QRect& rect, Qt::Edge edge, const QColor& ink);
/// The ground of an editable field: surface, field edge, accent ring with focus, red ring with an
/// error.
struct FieldState {
  bool isEnabled = true;
  bool hasFocus = false;
  bool isWrong = false;
};
void paintField(QPainter& painter, const QRectF& rect, FieldState state);
/// The ground of a row in a list: chosen, under the mouse, and the line below it.
void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option);
/// One line of text, in the middle of the height, cut at its end when it is too long.
void paintText(QPainter& painter, const QRect& area, Qt::Alignment side, const QString& text,
               FontRole role, Token ink);

}  // namespace yingda::ui
