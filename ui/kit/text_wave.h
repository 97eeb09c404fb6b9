// SPDX-License-Identifier: GPL-3.0-or-later
// A wavy line under words of an editor: it changes neither text nor caret nor layout.
#pragma once

#include <QLineF>
#include <QTextCursor>
#include <vector>

#include "ui/kit/theme.h"

class QPainter;
class QTextBlock;

namespace yingda::ui {

/// A range of a document that moves with what is typed before it.
struct TextWave {
  QTextCursor range;
  Token ink = Token::Orange;
};

/// The parts of the range that lie in this block, one a line of the layout, relative to the block.
/// What an input method is still composing pushes them on.
std::vector<QLineF> underlinesIn(const QTextBlock& block, const QTextCursor& range);
/// Paints one underline as a wave.
void paintWave(QPainter& painter, const QLineF& underline, const QColor& ink);

}  // namespace yingda::ui
