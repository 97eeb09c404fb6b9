// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the figures.
#include "ui/wallboard/figure_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/kit/paint.h"

namespace yingda::ui {

namespace {

constexpr int ownHeight = 26;
constexpr int besideHeight = 19;
constexpr int valueWidth = 84;
constexpr int verdictWidth = 56;
constexpr int targetWidth = 52;
constexpr int casesWidth = 76;

int heightOf(const FigureWords& line) {
  return ownHeight + besideHeight * (line.quality.text.isEmpty() ? 1 : 2);
}

}  // namespace

FigureList::FigureList(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("floor.figures"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  setAccessibleName(tr("今日指标"));
  setFocusPolicy(Qt::StrongFocus);
}

void FigureList::set(const std::vector<KpiFigure>& figures, const KpiDictionary& dictionary) {
  m_lines.clear();
  m_lines.reserve(figures.size());
  QStringList spoken;
  for (const KpiFigure& figure : figures) {
    m_lines.push_back(figureWords(figure, dictionary, count()));
    spoken << m_lines.back().text();
  }
  m_current = std::clamp(m_current, 0, std::max(0, count() - 1));
  setAccessibleDescription(spoken.join(u'\n'));
  updateGeometry();
  update();
}

int FigureList::topOf(int line) const {
  int top = 0;
  for (int i = 0; i < line; ++i) top += heightOf(m_lines[static_cast<size_t>(i)]);
  return top;
}

QSize FigureList::sizeHint() const { return {320, std::max(ownHeight, topOf(count()))}; }

QSize FigureList::minimumSizeHint() const { return {240, sizeHint().height()}; }

void FigureList::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (hasFocus() && count() > 0) {
    const QRectF area(0, topOf(m_current), width(), topOf(m_current + 1) - topOf(m_current));
    paintBox(painter, area.adjusted(1, 1, -1, -1),
             {std::nullopt, color(Token::Accent), 2.0, 4.0, false});
  }
  int top = 0;
  for (const FigureWords& line : m_lines) {
    int right = width();
    const auto column = [&](int wide) {
      right -= wide;
      const QRect area(right, top + 4, wide, 20);
      right -= 6;
      return area;
    };
    const Token ink = line.isThin ? Token::Text3 : Token::Text;
    paintText(painter, column(casesWidth), Qt::AlignRight, line.cases, FontRole::Small12,
              Token::Text2);
    paintText(painter, column(targetWidth), Qt::AlignRight, line.target, FontRole::Small12,
              Token::Text2);
    paintText(painter, column(verdictWidth), Qt::AlignLeft, line.verdict,
              line.isMissed ? FontRole::Strong13 : FontRole::Body13, Token::Text);
    paintText(painter, column(valueWidth), Qt::AlignRight, line.value, FontRole::Strong13, ink);
    paintText(painter, QRect(0, top + 4, right, 20), Qt::AlignLeft, line.name, FontRole::Body13,
              Token::Text);
    int below = top + ownHeight - 3;
    for (const BesideWords& beside : {line.quality, line.counter}) {
      if (beside.text.isEmpty()) continue;
      paintText(painter, QRect(0, below, width(), besideHeight), Qt::AlignLeft, beside.text,
                FontRole::Small12, beside.isThin ? Token::Text3 : Token::Text2);
      below += besideHeight;
    }
    paintLine(painter, QRect(0, top, width(), heightOf(line)), Qt::BottomEdge,
              color(Token::Border));
    top += heightOf(line);
  }
}

void FigureList::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
    const int to = m_current + (event->key() == Qt::Key_Up ? -1 : 1);
    m_current = std::clamp(to, 0, std::max(0, count() - 1));
    update();
  } else if (isEnter && m_current < count()) {
    Q_EMIT chosen(m_current);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void FigureList::mouseReleaseEvent(QMouseEvent* event) {
  int line = 0;
  while (line < count() && event->pos().y() >= topOf(line + 1)) ++line;
  if (!rect().contains(event->pos()) || line >= count()) return;
  m_current = line;
  setFocus(Qt::MouseFocusReason);
  update();
  Q_EMIT chosen(line);
}

void FigureList::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void FigureList::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace yingda::ui
