// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the hours; y begins at nought, at most four lines of grid.
#include "ui/wallboard/arrivals_chart.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include "ui/parts/clock_text.h"

namespace yingda::ui {

namespace {

constexpr double left = 36;
constexpr double right = 16;
constexpr double top = 22;
constexpr double bottom = 24;
constexpr int gridLines = 4;
constexpr double expectedLeast = 10;
constexpr double dot = 4;
/// The points stand in the middle of their hours.
constexpr double middle = 0.5;

/// A step of 1, 2 or 5 times a power of ten that reaches `most` in at most four lines.
double stepFor(double most) {
  double step = 1;
  for (double scale = 1;; scale *= 10) {
    for (const double digit : {1.0, 2.0, 5.0}) {
      step = digit * scale;
      if (step * gridLines >= most) return step;
    }
  }
}

}  // namespace

QString arrivalsTitle(const FloorArrivals& arrivals) {
  Instant until{};
  for (const ArrivalHour& hour : arrivals.hours) {
    if (hour.isOver) until = hour.from + std::chrono::hours{1};
  }
  if (until == Instant{}) return ArrivalsChart::tr("今天的来件");
  const QString came = ArrivalsChart::tr("到 %1 来件 %2").arg(clockText(until)).arg(arrivals.came);
  if (arrivals.days == 0 || arrivals.expected < 0.5) return came;
  const QString expected =
      ArrivalsChart::tr("%1，预期 %2").arg(came).arg(qRound(arrivals.expected));
  // Of a handful a share says nothing.
  if (arrivals.expected < expectedLeast) return expected;
  const int more = qRound(100.0 * (arrivals.came - arrivals.expected) / arrivals.expected);
  if (more > 0) return ArrivalsChart::tr("%1，高 %2%").arg(expected).arg(more);
  if (more < 0) return ArrivalsChart::tr("%1，低 %2%").arg(expected).arg(-more);
  return ArrivalsChart::tr("%1，持平").arg(expected);
}

ArrivalsChart::ArrivalsChart(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("floor.arrivals"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("按小时的来件和预期"));
}

void ArrivalsChart::set(const FloorArrivals& arrivals, Instant now) {
  if (arrivals == m_arrivals && now == m_now) return;
  m_arrivals = arrivals;
  m_now = now;
  setAccessibleDescription(arrivalsTitle(arrivals));
  update();
}

QRectF ArrivalsChart::plot() const { return QRectF(rect()).adjusted(left, top, -right, -bottom); }

double ArrivalsChart::most() const {
  double most = 4;
  for (const ArrivalHour& hour : m_arrivals.hours) {
    most = std::max({most, static_cast<double>(hour.came), hour.high, hour.expected});
  }
  return stepFor(most) * std::ceil(most / stepFor(most));
}

QPointF ArrivalsChart::at(double hour, double count) const {
  const QRectF area = plot();
  return {area.left() + area.width() * hour / 24, area.bottom() - area.height() * count / most()};
}

void ArrivalsChart::paintGrid(QPainter& painter) const {
  painter.setFont(ui::font(FontRole::Small12));
  const double step = stepFor(most());
  for (double count = 0; count <= most() + 0.001; count += step) {
    const QPointF from = at(0, count);
    painter.setPen(QPen(color(Token::Border), 1));
    painter.drawLine(from, at(24, count));
    painter.setPen(color(Token::Text2));
    painter.drawText(QRectF(0, from.y() - 9, left - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(count));
  }
  const int every = plot().width() < 420 ? 6 : 3;
  for (int hour = 0; hour <= 24; hour += every) {
    const QPointF foot = at(hour, 0);
    const QString name = QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
    painter.drawText(QRectF(foot.x() - 30, foot.y() + 4, 60, 18), Qt::AlignCenter, name);
  }
}

void ArrivalsChart::paintExpectation(QPainter& painter) const {
  if (m_arrivals.days == 0) return;
  const auto& hours = m_arrivals.hours;
  QPainterPath band;
  QPainterPath line;
  for (size_t i = 0; i < hours.size(); ++i) {
    const double x = static_cast<double>(i) + middle;
    i == 0 ? band.moveTo(at(x, hours[i].high)) : band.lineTo(at(x, hours[i].high));
    i == 0 ? line.moveTo(at(x, hours[i].expected)) : line.lineTo(at(x, hours[i].expected));
  }
  for (size_t i = hours.size(); i-- > 0;) {
    band.lineTo(at(static_cast<double>(i) + middle, hours[i].low));
  }
  band.closeSubpath();
  painter.setPen(Qt::NoPen);
  painter.fillPath(band, color(Token::AccentWeak));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color(Token::Text3), 1.5, Qt::DashLine));
  painter.drawPath(line);
}

void ArrivalsChart::paintArrivals(QPainter& painter) const {
  QPainterPath line;
  QPointF last;
  int count = -1;
  for (size_t i = 0; i < m_arrivals.hours.size(); ++i) {
    const ArrivalHour& hour = m_arrivals.hours[i];
    // An hour that still runs would look like a fall.
    if (!hour.isOver) break;
    last = at(static_cast<double>(i) + middle, hour.came);
    count < 0 ? line.moveTo(last) : line.lineTo(last);
    count = hour.came;
  }
  if (count < 0) return;
  painter.setPen(QPen(color(Token::Accent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(line);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color(Token::Accent));
  painter.drawEllipse(last, dot, dot);
  painter.setFont(ui::font(FontRole::Strong13));
  painter.setPen(color(Token::Text));
  painter.drawText(QRectF(last.x() - 44, last.y() - 24, 40, 18), Qt::AlignRight | Qt::AlignVCenter,
                   QString::number(count));
}

void ArrivalsChart::paintNow(QPainter& painter) const {
  const double hour = static_cast<double>(timeOfDay(m_now).count()) / 3'600'000;
  const QPointF foot = at(hour, 0);
  painter.setPen(QPen(color(Token::Text2), 1));
  painter.drawLine(foot, QPointF(foot.x(), plot().top() - 8));
  painter.setFont(ui::font(FontRole::Small12));
  const QString words = tr("现在 %1").arg(clockText(m_now));
  const bool isRight = hour > 20;
  const QRectF room(isRight ? foot.x() - 96 : foot.x() + 6, plot().top() - 18, 90, 18);
  const int side = isRight ? Qt::AlignRight : Qt::AlignLeft;
  painter.drawText(room, side | Qt::AlignVCenter, words);
}

void ArrivalsChart::paintEvent(QPaintEvent*) {
  if (m_arrivals.hours.empty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintGrid(painter);
  paintExpectation(painter);
  paintArrivals(painter);
  paintNow(painter);
}

}  // namespace yingda::ui
