// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the lines of a range in the layout and draws the wave along them.
#include "ui/kit/text_wave.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>
#include <QTextLayout>

namespace yingda::ui {

namespace {

constexpr double halfWave = 3.0;
constexpr double height = 1.6;
constexpr double width = 1.2;
/// Below the baseline, clear of the strokes.
constexpr double gap = 3.0;

}  // namespace

std::vector<QLineF> underlinesIn(const QTextBlock& block, const QTextCursor& range) {
  std::vector<QLineF> lines;
  const QTextLayout* layout = block.layout();
  const int preedit = static_cast<int>(layout->preeditAreaText().size());
  const auto placed = [&](int position, bool isEnd) {
    const int at = position - block.position();
    const int edge = layout->preeditAreaPosition();
    const bool isBehind = preedit > 0 && (isEnd ? at > edge : at >= edge);
    return isBehind ? at + preedit : at;
  };
  const int from = placed(range.selectionStart(), false);
  const int to = placed(range.selectionEnd(), true);
  for (int i = 0; i < layout->lineCount(); ++i) {
    const QTextLine line = layout->lineAt(i);
    const int begin = qMax(from, line.textStart());
    const int end = qMin(to, line.textStart() + line.textLength());
    if (begin >= end) continue;
    const double y = line.y() + line.ascent() + gap;
    lines.emplace_back(line.cursorToX(begin), y, line.cursorToX(end), y);
  }
  return lines;
}

void paintWave(QPainter& painter, const QLineF& underline, const QColor& ink) {
  QPainterPath path(underline.p1());
  double x = underline.x1();
  for (int i = 0; x < underline.x2(); ++i) {
    const double next = qMin(x + halfWave, underline.x2());
    const double bow = (i % 2 == 0 ? -1 : 1) * height;
    path.quadTo({(x + next) / 2, underline.y1() + bow}, {next, underline.y1()});
    x = next;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink, width));
  painter.drawPath(path);
}

}  // namespace yingda::ui
