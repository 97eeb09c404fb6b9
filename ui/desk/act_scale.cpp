// SPDX-License-Identifier: GPL-3.0-or-later
// Draws and steers the points of a scale.
#include "ui/desk/act_scale.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int cellWidth = 30;
constexpr int cellHeight = 28;
constexpr int gap = 4;
constexpr int wordGap = 8;

int wide(const QString& text) {
  return QFontMetrics(ui::font(FontRole::Small12)).horizontalAdvance(text);
}

}  // namespace

ActScale::ActScale(const Ends& ends, QWidget* parent) : QWidget(parent), m_ends(ends) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setValue(std::nullopt);
}

void ActScale::setValue(std::optional<int> value) {
  m_value = value;
  setAccessibleDescription(value ? QString::number(*value) : tr("没答"));
  update();
}

int ActScale::cellsLeft() const {
  return m_ends.lowWord.isEmpty() ? 0 : wide(m_ends.lowWord) + wordGap;
}

QRect ActScale::cell(int point) const {
  return {cellsLeft() + (point - m_ends.from) * (cellWidth + gap), 1, cellWidth, cellHeight};
}

QSize ActScale::sizeHint() const {
  const int right = cell(m_ends.to).right() + 1;
  return {right + (m_ends.highWord.isEmpty() ? 0 : wordGap + wide(m_ends.highWord) + 1),
          cellHeight + 2};
}

void ActScale::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, m_ends.lowWord);
  painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_ends.highWord);
  for (int point = m_ends.from; point <= m_ends.to; ++point) {
    const bool isChosen = m_value == point;
    Box box;
    box.fill = color(isChosen ? Token::AccentWeak : Token::Surface);
    box.edge = color(isChosen || hasFocus() ? Token::Accent : Token::FieldEdge);
    box.edgeWidth = isChosen ? 2.0 : 1.0;
    paintBox(painter, cell(point), box);
    painter.setFont(ui::font(isChosen ? FontRole::Strong13 : FontRole::Body13));
    painter.setPen(color(isChosen ? Token::Accent : Token::Text));
    painter.drawText(cell(point), Qt::AlignCenter, QString::number(point));
  }
}

void ActScale::typeDigit(int digit) {
  const int joined = m_value ? *m_value * 10 + digit : -1;
  const bool isJoined = m_value && *m_value > 0 && joined <= m_ends.to;
  const int point = isJoined ? joined : digit;
  if (point < m_ends.from || point > m_ends.to) return;
  setValue(point);
  Q_EMIT changed();
}

void ActScale::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
    QWidget::keyPressEvent(event);
    return;
  }
  if (key >= Qt::Key_0 && key <= Qt::Key_9) {
    typeDigit(key - Qt::Key_0);
  } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
    const int step = key == Qt::Key_Left ? -1 : 1;
    const int from = m_value.value_or(step > 0 ? m_ends.from - 1 : m_ends.to + 1);
    setValue(qBound(m_ends.from, from + step, m_ends.to));
    Q_EMIT changed();
  } else if (key == Qt::Key_Backspace || key == Qt::Key_Delete) {
    setValue(std::nullopt);
    Q_EMIT changed();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void ActScale::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  for (int point = m_ends.from; point <= m_ends.to; ++point) {
    if (!cell(point).contains(event->pos())) continue;
    setValue(m_value == point ? std::nullopt : std::optional(point));
    Q_EMIT changed();
  }
}

}  // namespace yingda::ui
