// SPDX-License-Identifier: GPL-3.0-or-later
// Ways first, boxes over them.
#include "ui/knowledge/script_graph_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/kit/paint.h"

namespace yingda::ui {

namespace {

constexpr int boxWidth = 104;
constexpr int boxHeight = 28;
constexpr int columnStep = 136;
constexpr int rowStep = 48;
constexpr int margin = 4;
constexpr int stub = 14;

QString nameOf(const Script& script, int step) {
  return QString::number(step + 1) % u' ' % script.steps[static_cast<size_t>(step)].id;
}

}  // namespace

ScriptGraphView::ScriptGraphView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("script.graph"));
  setAccessibleName(tr("话术的路径图"));
}

void ScriptGraphView::set(const Script& script, const QString& current) {
  m_script = script;
  m_current = current;
  m_drawing = drawingOf(script);
  resize(sizeHint());
  updateGeometry();
  update();
}

QSize ScriptGraphView::sizeHint() const {
  return {2 * margin + std::max(1, m_drawing.columns) * columnStep + stub,
          2 * margin + std::max(1, m_drawing.rows) * rowStep};
}

QRect ScriptGraphView::boxOf(int step) const {
  const ScriptPlace& place = m_drawing.places[static_cast<size_t>(step)];
  return {margin + place.column * columnStep, margin + place.row * rowStep, boxWidth, boxHeight};
}

void ScriptGraphView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintWays(painter);
  paintBoxes(painter);
}

void ScriptGraphView::paintWays(QPainter& painter) const {
  for (const ScriptWay& way : m_drawing.ways) {
    if (way.to == ScriptWay::theEnd) continue;
    const QRect from = boxOf(way.from);
    const QPointF start(from.right() + 1, from.center().y() + 0.5);
    const bool isDead = way.to == ScriptWay::deadEnd;
    painter.setPen(QPen(color(isDead ? Token::Red : Token::BorderStrong), isDead ? 2.0 : 1.0));
    if (isDead) {
      // A bar across its end: nothing comes behind it.
      const QPointF end(start.x() + stub, start.y());
      painter.drawLine(start, end);
      painter.drawLine(QPointF(end.x(), end.y() - 6), QPointF(end.x(), end.y() + 6));
      const QRect below(from.left(), from.bottom() + 1, boxWidth + stub, rowStep - boxHeight);
      //: Under a step: the answer that leads nowhere.
      paintText(painter, below, Qt::AlignRight, tr("断头 %1").arg(way.label), FontRole::Small12,
                Token::Red);
      continue;
    }
    const QRect to = boxOf(way.to);
    const QPointF goal(to.left(), to.center().y() + 0.5);
    QPainterPath path(start);
    const double half = std::max(18.0, (goal.x() - start.x()) / 2);
    path.cubicTo(start + QPointF(half, 0), goal - QPointF(half, 0), goal);
    painter.drawPath(path);
  }
}

void ScriptGraphView::paintBoxes(QPainter& painter) const {
  const auto problems = checkScript(m_script);
  for (int step = 0; step < static_cast<int>(m_script.steps.size()); ++step) {
    const QString& id = m_script.steps[static_cast<size_t>(step)].id;
    const bool isCurrent = id == m_current;
    const bool isWrong = std::any_of(problems.begin(), problems.end(),
                                     [&](const ScriptProblem& one) { return one.step == id; });
    const Token edge = isWrong ? Token::Red : (isCurrent ? Token::Accent : Token::BorderStrong);
    Box box;
    box.fill = color(isCurrent ? Token::AccentWeak : Token::Surface);
    box.edge = color(edge);
    box.edgeWidth = isWrong || isCurrent ? 2.0 : 1.0;
    const QRect rect = boxOf(step);
    paintBox(painter, rect, box);
    paintText(painter, rect.adjusted(8, 0, -6, 0), Qt::AlignLeft, nameOf(m_script, step),
              FontRole::Small12, Token::Text);
  }
}

void ScriptGraphView::mousePressEvent(QMouseEvent* event) {
  for (int step = 0; step < static_cast<int>(m_script.steps.size()); ++step) {
    if (boxOf(step).contains(event->pos())) Q_EMIT chosen(step);
  }
}

}  // namespace yingda::ui
