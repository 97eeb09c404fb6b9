// SPDX-License-Identifier: GPL-3.0-or-later
// Paints lanes, curve and marks over one axis of time.
#include "ui/training/drill_timeline.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/kit/paint.h"
#include "ui/training/training_text.h"

namespace yingda::ui {

namespace {

constexpr int nameWidth = 48;
constexpr int markHeight = 20;
constexpr int laneHeight = 34;
constexpr int laneGap = 4;
constexpr int lanesTop = markHeight + 4;
constexpr int curveTop = lanesTop + 2 * (laneHeight + laneGap) + 8;
constexpr int axisHeight = 20;
constexpr int markReach = 14;

QString pointsText(int points) {
  return points < 0 ? QStringLiteral("−%1").arg(-points) : QStringLiteral("+%1").arg(points);
}

}  // namespace

DrillTimeline::DrillTimeline(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("debrief.timeline"));
}

QSize DrillTimeline::sizeHint() const { return {640, 220}; }

void DrillTimeline::set(const DrillTimelineWords& words) {
  m_words = words;
  m_current = -1;
  QStringList told;
  for (const TimelinePoint& point : words.anger) {
    told << tr("%1 情绪 %2").arg(drillClockText(point.at)).arg(point.anger);
  }
  setAccessibleName(tr("时间线"));
  setAccessibleDescription(told.join(u'\n'));
  update();
}

void DrillTimeline::setCurrentMark(int mark) {
  m_current = mark;
  update();
}

int DrillTimeline::xOf(Milliseconds at) const {
  const qint64 length = std::max<qint64>(1, m_words.length.count());
  const qint64 room = width() - nameWidth - 8;
  return nameWidth + static_cast<int>(std::clamp<qint64>(at.count(), 0, length) * room / length);
}

void DrillTimeline::paintLane(QPainter& painter, int top, const QString& name,
                              const std::vector<SpeechSpan>& spans, bool isOwn) {
  const QRect lane(nameWidth, top, width() - nameWidth - 8, laneHeight);
  paintText(painter, QRect(0, top, nameWidth - 6, laneHeight), Qt::AlignLeft, name,
            FontRole::Small12, Token::Text2);
  paintBox(painter, lane, {color(Token::Sunken), std::nullopt, 1.0, 4.0, false});
  const QColor ink = color(isOwn ? Token::Accent : Token::Text3);
  const int middle = top + laneHeight / 2;
  for (const SpeechSpan& span : spans) {
    const int from = xOf(span.from);
    const int to = std::max(from + 2, xOf(span.from + span.length));
    if (span.peaks.empty()) {
      paintBox(painter, QRect(from, middle - 4, to - from, 8),
               {ink, std::nullopt, 1.0, 3.0, false});
      continue;
    }
    constexpr int tallest = laneHeight / 2 - 3;
    for (int x = from; x < to; x += 3) {
      const auto at =
          static_cast<size_t>(x - from) * span.peaks.size() / static_cast<size_t>(to - from);
      const int half = std::max(1, static_cast<int>(span.peaks[at] * tallest));
      painter.fillRect(QRect(x, middle - half, 2, 2 * half), ink);
    }
  }
}

void DrillTimeline::paintAnger(QPainter& painter) {
  const QRect area(nameWidth, curveTop, width() - nameWidth - 8,
                   height() - curveTop - axisHeight - 4);
  paintText(painter, QRect(0, curveTop, nameWidth - 6, 20), Qt::AlignLeft, tr("情绪"),
            FontRole::Small12, Token::Text2);
  const auto yOf = [&area](int anger) { return area.bottom() - area.height() * anger / 100; };
  painter.setPen(QPen(color(Token::BorderStrong), 1, Qt::DashLine));
  painter.drawLine(area.left(), yOf(m_words.angerGoal), area.right(), yOf(m_words.angerGoal));
  paintText(painter, QRect(area.left() + 2, yOf(m_words.angerGoal) - 18, 120, 16), Qt::AlignLeft,
            tr("目标 %1").arg(m_words.angerGoal), FontRole::Small12, Token::Text2);
  QPainterPath path;
  for (size_t i = 0; i < m_words.anger.size(); ++i) {
    const QPointF at(xOf(m_words.anger[i].at), yOf(m_words.anger[i].anger));
    i == 0 ? path.moveTo(at) : path.lineTo(at);
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color(Token::Orange), 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(path);
  painter.setBrush(color(Token::Surface));
  for (const TimelinePoint& point : m_words.anger) {
    painter.drawEllipse(QPointF(xOf(point.at), yOf(point.anger)), 3, 3);
  }
  painter.setPen(Qt::NoPen);
  painter.setRenderHint(QPainter::Antialiasing, false);
  const int steps = width() > 500 ? 6 : 3;
  for (int i = 0; i <= steps; ++i) {
    const Milliseconds at = m_words.length * i / steps;
    const int x = xOf(at);
    const QRect place(std::clamp(x - 24, nameWidth, width() - 48), height() - axisHeight, 48,
                      axisHeight);
    paintText(painter, place, Qt::AlignHCenter, drillClockText(at), FontRole::Small12,
              Token::Text2);
  }
}

void DrillTimeline::paintMarks(QPainter& painter) {
  // The current one last, over its neighbours.
  std::vector<int> order;
  for (int i = 0; i < static_cast<int>(m_words.marks.size()); ++i) {
    if (i != m_current) order.push_back(i);
  }
  if (m_current >= 0 && m_current < static_cast<int>(m_words.marks.size())) {
    order.push_back(m_current);
  }
  for (const int i : order) {
    const TimelineMark& mark = m_words.marks[static_cast<size_t>(i)];
    const bool isCurrent = i == m_current;
    const int x = xOf(mark.at);
    painter.fillRect(QRect(x, markHeight, isCurrent ? 2 : 1, height() - axisHeight - markHeight),
                     color(isCurrent ? Token::Accent : Token::BorderStrong));
    const QRect flag(std::min(x, width() - 34), 0, 32, markHeight - 2);
    paintBox(painter, flag,
             {color(isCurrent ? Token::Accent : Token::Surface),
              color(isCurrent ? Token::Accent : Token::BorderStrong), 1.0, 4.0, false});
    paintText(painter, flag, Qt::AlignHCenter, pointsText(mark.points), FontRole::Small12,
              isCurrent ? Token::OnAccent : Token::Text);
  }
}

void DrillTimeline::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintLane(painter, lanesTop, tr("我"), m_words.own, true);
  paintLane(painter, lanesTop + laneHeight + laneGap, tr("客户"), m_words.customer, false);
  paintAnger(painter);
  paintMarks(painter);
}

void DrillTimeline::mousePressEvent(QMouseEvent* event) {
  int nearest = -1;
  int reach = markReach;
  for (int i = 0; i < static_cast<int>(m_words.marks.size()); ++i) {
    const int far = std::abs(xOf(m_words.marks[static_cast<size_t>(i)].at) - event->pos().x());
    if (far > reach) continue;
    nearest = i;
    reach = far;
  }
  if (nearest >= 0) Q_EMIT markChosen(nearest);
}

}  // namespace yingda::ui
