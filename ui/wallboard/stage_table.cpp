// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the table and moves in it.
#include "ui/wallboard/stage_table.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/kit/paint.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

// What is archived is not open.
constexpr int columns = static_cast<int>(allStages.size()) - 1;
constexpr int rows = static_cast<int>(allLevels.size());
constexpr int headHeight = 30;
constexpr int levelWidth = 72;
constexpr int rowMost = 56;

Level levelOf(int row) { return allLevels[static_cast<size_t>(row)]; }

Stage stageOf(int column) { return allStages[static_cast<size_t>(column)]; }

}  // namespace

StageTable::StageTable(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("floor.queue"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMinimumHeight(headHeight + rows * 28);
  setAccessibleName(tr("队列"));
}

void StageTable::set(const FloorMatrix& matrix) {
  m_matrix = matrix;
  say();
  update();
}

Level StageTable::currentLevel() const { return levelOf(m_row); }

Stage StageTable::currentStage() const { return stageOf(m_column); }

const FloorCell& StageTable::cell(int row, int column) const {
  return m_matrix[static_cast<size_t>(levelOf(row))][static_cast<size_t>(stageOf(column))];
}

void StageTable::say() {
  const FloorCell& one = cell(m_row, m_column);
  setAccessibleDescription(tr("%1，%2：%3 张，超时 %4")
                               .arg(levelText(currentLevel()), stageText(currentStage()))
                               .arg(one.open)
                               .arg(one.late));
}

QRect StageTable::cellRect(int row, int column) const {
  const int wide = (width() - levelWidth) / columns;
  const int high = std::min(rowMost, (height() - headHeight) / rows);
  return {levelWidth + column * wide, headHeight + row * high, wide, high};
}

void StageTable::paintCell(QPainter& painter, int row, int column) const {
  const FloorCell& one = cell(row, column);
  const QRect area = cellRect(row, column);
  if (one.late > 0) painter.fillRect(area.adjusted(2, 2, -2, -2), color(Token::RedWeak));
  if (hasFocus() && row == m_row && column == m_column) {
    paintBox(painter, QRectF(area).adjusted(2, 2, -2, -2),
             {std::nullopt, color(Token::Accent), 2.0, 4.0, false});
  }
  const int half = area.width() / 2;
  paintText(painter, QRect(area.left(), area.top(), half, area.height()), Qt::AlignRight,
            QString::number(one.open), one.open > 0 ? FontRole::Strong13 : FontRole::Body13,
            one.open > 0 ? Token::Text : Token::Text3);
  if (one.late == 0) return;
  paintText(painter, QRect(area.left() + half + 8, area.top(), half - 12, area.height()),
            Qt::AlignLeft, tr("超时 %1").arg(one.late), FontRole::Small12, Token::Red);
}

void StageTable::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  for (int column = 0; column < columns; ++column) {
    const QRect area = cellRect(0, column);
    paintText(painter, QRect(area.left(), 0, area.width(), headHeight), Qt::AlignHCenter,
              stageText(stageOf(column)), FontRole::Small12, Token::Text2);
  }
  for (int row = 0; row < rows; ++row) {
    const QRect area = cellRect(row, 0);
    paintLine(painter, QRect(0, area.top(), width(), area.height()), Qt::TopEdge,
              color(Token::Border));
    paintText(painter, QRect(0, area.top(), levelWidth - 12, area.height()), Qt::AlignLeft,
              levelText(levelOf(row)), FontRole::Body13, Token::Text);
    for (int column = 0; column < columns; ++column) paintCell(painter, row, column);
  }
}

void StageTable::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      m_column = std::max(0, m_column - 1);
      break;
    case Qt::Key_Right:
      m_column = std::min(columns - 1, m_column + 1);
      break;
    case Qt::Key_Up:
      m_row = std::max(0, m_row - 1);
      break;
    case Qt::Key_Down:
      m_row = std::min(rows - 1, m_row + 1);
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      Q_EMIT chosen(currentLevel(), currentStage());
      return;
    default:
      QWidget::keyPressEvent(event);
      return;
  }
  say();
  update();
}

void StageTable::mouseReleaseEvent(QMouseEvent* event) {
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (!cellRect(row, column).contains(event->pos())) continue;
      m_row = row;
      m_column = column;
      setFocus(Qt::MouseFocusReason);
      say();
      update();
      Q_EMIT chosen(currentLevel(), currentStage());
    }
  }
}

void StageTable::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void StageTable::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace yingda::ui
