// SPDX-License-Identifier: GPL-3.0-or-later
// The few drawn signs, as strokes in any colour and at any scale.
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace yingda::ui {

enum class Glyph { Check, Cross, ChevronDown, ChevronRight, Search };

/// Draws the sign into the square with strokes of 1.5 px.
void paintGlyph(QPainter& painter, const QRectF& square, Glyph glyph, const QColor& ink);

}  // namespace yingda::ui
