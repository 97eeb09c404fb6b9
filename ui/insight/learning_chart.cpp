// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the two lines and their grid.
#include "ui/insight/learning_chart.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int left = 44;
constexpr int right = 132;
constexpr int top = 20;
constexpr int bottom = 26;
constexpr double dot = 3.5;
/// Two names at the end of their lines keep this far from each other.
constexpr double nameHeight = 18;

QString percent(double share) { return LearningChart::tr("%1%").arg(qRound(share * 100)); }

}  // namespace

LearningChart::LearningChart(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LearningChart::setCurve(const std::vector<LearningPoint>& curve) {
  m_curve = curve;
  QString words;
  for (const LearningPoint& point : curve) {
    words += tr("%1 个标签：准确率 %2，宏平均 F1 %3。")
                 .arg(point.labels)
                 .arg(percent(point.accuracy), percent(point.macroF1));
  }
  setAccessibleName(tr("准确率和宏平均 F1 随标签数的变化"));
  setAccessibleDescription(words);
  update();
}

QSize LearningChart::sizeHint() const { return {640, 260}; }

QSize LearningChart::minimumSizeHint() const { return {320, 160}; }

QRect LearningChart::plot() const { return rect().adjusted(left, top, -right, -bottom); }

QPointF LearningChart::at(size_t point, double share) const {
  const QRectF area = plot();
  const double step =
      m_curve.size() > 1 ? area.width() / static_cast<double>(m_curve.size() - 1) : 0;
  return {area.left() + step * static_cast<double>(point), area.bottom() - area.height() * share};
}

void LearningChart::paintGrid(QPainter& painter) const {
  painter.setFont(ui::font(FontRole::Small12));
  constexpr double lines[] = {0, 0.25, 0.5, 0.75, 1};
  for (const double share : lines) {
    const QPointF from = at(0, share);
    painter.setPen(QPen(color(Token::Border), 1));
    painter.drawLine(QPointF(plot().left(), from.y()), QPointF(plot().right(), from.y()));
    painter.setPen(color(Token::Text2));
    painter.drawText(QRectF(0, from.y() - 9, left - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                     percent(share));
  }
  for (size_t i = 0; i < m_curve.size(); ++i) {
    const QPointF foot = at(i, 0);
    const QString name = m_curve[i].labels == 0 ? tr("仅规则") : QString::number(m_curve[i].labels);
    painter.drawText(QRectF(foot.x() - 40, foot.y() + 6, 80, 18), Qt::AlignCenter, name);
  }
}

void LearningChart::paintLine(QPainter& painter, double LearningPoint::*share, const QColor& ink,
                              Qt::PenStyle style) const {
  QPainterPath path(at(0, m_curve.front().*share));
  for (size_t i = 1; i < m_curve.size(); ++i) path.lineTo(at(i, m_curve[i].*share));
  painter.setPen(QPen(ink, 2, style, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(path);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink);
  for (size_t i = 0; i < m_curve.size(); ++i) {
    painter.drawEllipse(at(i, m_curve[i].*share), dot, dot);
  }
}

void LearningChart::paintEnds(QPainter& painter) const {
  const LearningPoint& last = m_curve.back();
  double accuracy = at(m_curve.size() - 1, last.accuracy).y();
  double macro = at(m_curve.size() - 1, last.macroF1).y();
  // Each line is named where it ends: no legend has to be looked up.
  if (std::abs(accuracy - macro) < nameHeight) {
    const double middle = (accuracy + macro) / 2;
    const double half = accuracy <= macro ? -nameHeight / 2 : nameHeight / 2;
    accuracy = middle + half;
    macro = middle - half;
  }
  const double x = plot().right() + 12;
  painter.setFont(ui::font(FontRole::Strong13));
  painter.setPen(color(Token::Accent));
  painter.drawText(QRectF(x, accuracy - 9, right - 12, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   tr("准确率 %1").arg(percent(last.accuracy)));
  painter.setFont(ui::font(FontRole::Small12));
  painter.setPen(color(Token::Text2));
  painter.drawText(QRectF(x, macro - 9, right - 12, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   tr("宏平均 F1 %1").arg(percent(last.macroF1)));
}

void LearningChart::paintEvent(QPaintEvent*) {
  if (m_curve.empty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintGrid(painter);
  paintLine(painter, &LearningPoint::macroF1, color(Token::Text3), Qt::DashLine);
  paintLine(painter, &LearningPoint::accuracy, color(Token::Accent), Qt::SolidLine);
  paintEnds(painter);
}

}  // namespace yingda::ui
