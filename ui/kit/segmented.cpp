// SPDX-License-Identifier: GPL-3.0-or-later
// Draws and steers the exclusive choices.
#include "ui/kit/segmented.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int fieldHeight = 30;
constexpr int partPadding = 12;
constexpr double radius = 6.0;

}  // namespace

Segmented::Segmented(const QStringList& choices, QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setFont(ui::font(FontRole::Body13));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setChoices(choices);
}

void Segmented::setChoices(const QStringList& choices) {
  m_choices = choices;
  if (m_current >= choices.size()) m_current = -1;
  describe();
  updateGeometry();
  update();
}

void Segmented::setCurrent(int index) {
  if (index < -1 || index >= m_choices.size() || index == m_current) return;
  m_current = index;
  describe();
  update();
  Q_EMIT currentChanged(index);
}

void Segmented::describe() {
  setAccessibleDescription(m_current < 0 ? QString() : m_choices.at(m_current));
}

QSize Segmented::sizeHint() const {
  const QFontMetrics metrics(ui::font(FontRole::Strong13));
  int widest = 0;
  for (const QString& choice : m_choices) widest = qMax(widest, metrics.horizontalAdvance(choice));
  return {static_cast<int>(m_choices.size()) * (widest + 2 * partPadding), fieldHeight};
}

QRect Segmented::partRect(int index) const {
  const int count = static_cast<int>(m_choices.size());
  const int left = width() * index / count;
  return {left, 0, width() * (index + 1) / count - left, height()};
}

void Segmented::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRectF area = snapped(painter, rect());
  paintBox(painter, area, {color(isEnabled() ? Token::Surface : Token::Sunken), std::nullopt});
  QPainterPath round;
  round.addRoundedRect(area, radius, radius);
  painter.save();
  painter.setClipPath(round);
  const int count = static_cast<int>(m_choices.size());
  for (int i = 0; i < count; ++i) {
    if (i == m_current) painter.fillRect(partRect(i), color(Token::AccentWeak));
    if (i > 0) paintLine(painter, partRect(i), Qt::LeftEdge, color(Token::Border));
  }
  painter.restore();
  for (int i = 0; i < count; ++i) {
    const bool isChosen = i == m_current;
    painter.setFont(ui::font(isChosen ? FontRole::Strong13 : FontRole::Body13));
    painter.setPen(color(!isEnabled() ? Token::Text3 : isChosen ? Token::Accent : Token::Text));
    painter.drawText(partRect(i), Qt::AlignCenter, m_choices.at(i));
  }
  const Token edge = hasFocus() ? Token::Accent : Token::FieldEdge;
  paintBox(painter, area, {std::nullopt, color(edge), hasFocus() ? 2.0 : 1.0, radius, false});
}

void Segmented::keyPressEvent(QKeyEvent* event) {
  const int count = static_cast<int>(m_choices.size());
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
  if (modifiers != Qt::NoModifier || count == 0) {
    QWidget::keyPressEvent(event);
    return;
  }
  const int key = event->key();
  if (key >= Qt::Key_1 && key < Qt::Key_1 + count) {
    setCurrent(key - Qt::Key_1);
  } else if (key == Qt::Key_Right || key == Qt::Key_Down) {
    setCurrent(qMin(m_current + 1, count - 1));
  } else if (key == Qt::Key_Left || key == Qt::Key_Up) {
    setCurrent(qMax(m_current - 1, 0));
  } else {
    QWidget::keyPressEvent(event);
  }
}

void Segmented::mousePressEvent(QMouseEvent* event) {
  for (int i = 0; i < m_choices.size(); ++i) {
    if (partRect(i).contains(event->pos())) setCurrent(i);
  }
}

}  // namespace yingda::ui
