// SPDX-License-Identifier: GPL-3.0-or-later
// Draws cards, panes and separators.
#include "ui/kit/card.h"

#include <QPainter>
#include <QVBoxLayout>

#include "ui/kit/paint.h"

namespace yingda::ui {

Card::Card(QWidget* parent) : QFrame(parent), m_body(new QVBoxLayout(this)) {
  m_body->setContentsMargins(13, 13, 13, 13);  // padding 12 inside the border
  m_body->setSpacing(8);
}

void Card::setColors(Token fill, Token edge) {
  m_fill = fill;
  m_edge = edge;
  update();
}

void Card::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(m_fill), color(m_edge), 1.0, 8.0, false});
}

Pane::Pane(Token fill, QWidget* parent) : QWidget(parent), m_fill(fill) {}

void Pane::setLines(Qt::Edges edges) {
  m_lines = edges;
  update();
}

void Pane::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(m_fill));
  for (const Qt::Edge edge : {Qt::TopEdge, Qt::LeftEdge, Qt::RightEdge, Qt::BottomEdge}) {
    if (m_lines.testFlag(edge)) paintLine(painter, rect(), edge, color(Token::Border));
  }
}

Separator::Separator(Qt::Orientation orientation, QWidget* parent) : QWidget(parent) {
  if (orientation == Qt::Horizontal) {
    setFixedHeight(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  } else {
    setFixedWidth(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  }
}

void Separator::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintLine(painter, rect(), height() > width() ? Qt::LeftEdge : Qt::TopEdge, color(Token::Border));
}

}  // namespace yingda::ui
