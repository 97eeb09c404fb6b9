// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the hours with Qt Charts; y begins at nought, at most four lines of grid.
#include "ui/wallboard/arrivals_chart.h"

#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QHelpEvent>
#include <QToolTip>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>
#include <algorithm>
#include <cmath>

#include "ui/kit/theme.h"
#include "ui/parts/clock_text.h"

namespace yingda::ui {

namespace {

constexpr double left = 36;
constexpr double right = 16;
constexpr double top = 22;
constexpr double bottom = 24;
constexpr int gridLines = 4;
constexpr int hoursOfDay = 24;
constexpr double expectedLeast = 10;
constexpr double dot = 8;
/// The points stand in the middle of their hours.
constexpr double middle = 0.5;
constexpr double narrow = 420;

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

double mostOf(const FloorArrivals& arrivals) {
  double most = 4;
  for (const ArrivalHour& hour : arrivals.hours) {
    most = std::max({most, static_cast<double>(hour.came), hour.high, hour.expected});
  }
  return most;
}

double middleOf(size_t hour) { return static_cast<double>(hour) + middle; }

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

ArrivalsChart::ArrivalsChart(QWidget* parent)
    : QChartView(new QChart, parent),
      m_hours(new QValueAxis(this)),
      m_counts(new QValueAxis(this)),
      m_low(new QLineSeries(this)),
      m_high(new QLineSeries(this)),
      m_band(new QAreaSeries(m_high, m_low)),
      m_expected(new QLineSeries),
      m_came(new QLineSeries),
      m_last(new QScatterSeries),
      m_nowLine(new QLineSeries),
      m_lastText(new QGraphicsSimpleTextItem(chart())),
      m_nowText(new QGraphicsSimpleTextItem(chart())) {
  setObjectName(QStringLiteral("floor.arrivals"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("按小时的来件和预期"));
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::NoFocus);
  setRenderHint(QPainter::Antialiasing);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  QChart& plan = *chart();
  plan.setAnimationOptions(QChart::NoAnimation);
  plan.setBackgroundVisible(false);
  plan.legend()->hide();
  plan.setMargins({0, 0, 0, 0});
  plan.layout()->setContentsMargins(0, 0, 0, 0);
  plan.addAxis(m_hours, Qt::AlignBottom);
  plan.addAxis(m_counts, Qt::AlignLeft);
  const std::initializer_list<QAbstractSeries*> all{m_band, m_expected, m_came, m_nowLine, m_last};
  for (QAbstractSeries* series : all) {
    plan.addSeries(series);
    series->attachAxis(m_hours);
    series->attachAxis(m_counts);
  }
  m_hours->setRange(0, hoursOfDay);
  m_hours->setTickType(QValueAxis::TicksDynamic);
  m_hours->setTickAnchor(0);
  m_hours->setLabelFormat(QStringLiteral("%02.0f:00"));
  m_hours->setGridLineVisible(false);
  m_hours->setLineVisible(false);
  m_counts->setTickType(QValueAxis::TicksDynamic);
  m_counts->setTickAnchor(0);
  m_counts->setLabelFormat(QStringLiteral("%.0f"));
  m_counts->setLineVisible(false);
  m_last->setMarkerSize(dot);
  for (QGraphicsSimpleTextItem* text : {m_lastText, m_nowText}) text->setZValue(20);
  dress();
}

void ArrivalsChart::set(const FloorArrivals& arrivals, Instant now) {
  using std::chrono::floor;
  using std::chrono::minutes;
  // The line at now moves with the minute; the seconds would draw the same again.
  if (arrivals == m_arrivals && floor<minutes>(now) == floor<minutes>(m_now)) return;
  m_arrivals = arrivals;
  m_now = now;
  setAccessibleDescription(arrivalsTitle(arrivals));
  fill();
}

QString ArrivalsChart::hourText(int hour) const {
  if (hour < 0 || static_cast<size_t>(hour) >= m_arrivals.hours.size()) return {};
  const ArrivalHour& one = m_arrivals.hours[static_cast<size_t>(hour)];
  const QString from = QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
  const QString to = QStringLiteral("%1:00").arg(hour + 1, 2, 10, QLatin1Char('0'));
  QString text = tr("%1–%2").arg(from, to);
  if (one.isBegun) {
    text = one.isOver ? tr("%1 来件 %2").arg(text).arg(one.came)
                      : tr("%1 到现在来件 %2").arg(text).arg(one.came);
  }
  if (m_arrivals.days == 0) return text;
  return tr("%1，预期 %2（%3–%4）")
      .arg(text)
      .arg(qRound(one.expected))
      .arg(qRound(one.low))
      .arg(qRound(one.high));
}

void ArrivalsChart::fill() {
  const auto& hours = m_arrivals.hours;
  const double step = stepFor(mostOf(m_arrivals));
  const double most = step * std::ceil(mostOf(m_arrivals) / step);
  QList<QPointF> low;
  QList<QPointF> high;
  QList<QPointF> expected;
  QList<QPointF> came;
  bool isOver = true;
  for (size_t i = 0; i < hours.size(); ++i) {
    const double x = middleOf(i);
    if (m_arrivals.days > 0) {
      low << QPointF(x, hours[i].low);
      high << QPointF(x, hours[i].high);
      expected << QPointF(x, hours[i].expected);
    }
    // An hour that still runs would look like a fall.
    isOver = isOver && hours[i].isOver;
    if (isOver) came << QPointF(x, hours[i].came);
  }
  m_counts->setTickInterval(step);
  m_counts->setRange(0, most);
  m_low->replace(low);
  m_high->replace(high);
  m_band->setVisible(!high.isEmpty());
  m_expected->replace(expected);
  m_came->replace(came);
  m_last->replace(came.isEmpty() ? QList<QPointF>{} : QList<QPointF>{came.back()});
  const double now = static_cast<double>(timeOfDay(m_now).count()) / 3'600'000;
  m_nowLine->replace(QList<QPointF>{{now, 0}, {now, most}});
  m_nowText->setText(tr("现在 %1").arg(clockText(m_now)));
  m_lastText->setText(came.isEmpty() ? QString() : QString::number(qRound(came.back().y())));
  place();
}

void ArrivalsChart::dress() {
  const auto pen = [](Token token, double width, Qt::PenStyle style = Qt::SolidLine) {
    return QPen(color(token), width, style, Qt::RoundCap, Qt::RoundJoin);
  };
  setBackgroundBrush(color(Token::Surface));
  for (QValueAxis* axis : {m_hours, m_counts}) {
    axis->setLabelsFont(ui::font(FontRole::Small12));
    axis->setLabelsColor(color(Token::Text2));
  }
  m_counts->setGridLinePen(pen(Token::Border, 1));
  m_band->setPen(Qt::NoPen);
  m_band->setBrush(color(Token::AccentWeak));
  m_expected->setPen(pen(Token::Text3, 1.5, Qt::DashLine));
  m_came->setPen(pen(Token::Accent, 2));
  m_nowLine->setPen(pen(Token::Text2, 1));
  m_last->setColor(color(Token::Accent));
  m_last->setBorderColor(color(Token::Accent));
  m_lastText->setFont(ui::font(FontRole::Strong13));
  m_lastText->setBrush(color(Token::Text));
  m_nowText->setFont(ui::font(FontRole::Small12));
  m_nowText->setBrush(color(Token::Text2));
}

void ArrivalsChart::place() {
  const QRectF area = QRectF(viewport()->rect()).adjusted(left, top, -right, -bottom);
  chart()->resize(viewport()->size());
  chart()->setPlotArea(area);
  // Qt Charts moves the series by itself, and axes and grid only when they are laid out anew.
  chart()->layout()->invalidate();
  chart()->layout()->activate();
  m_hours->setTickInterval(area.width() < narrow ? 6 : 3);
  const auto at = [&](const QPointF& point) {
    return QPointF(area.left() + area.width() * point.x() / hoursOfDay,
                   area.bottom() - area.height() * point.y() / std::max(1.0, m_counts->max()));
  };
  if (m_last->count() > 0) {
    const QPointF point = at(m_last->at(0));
    const QRectF words = m_lastText->boundingRect();
    m_lastText->setPos(std::max(area.left() + 2, point.x() - words.width() - 6),
                       point.y() - words.height() - 4);
  }
  if (m_nowLine->count() > 0) {
    const double x = at(m_nowLine->at(0)).x();
    const double wide = m_nowText->boundingRect().width();
    const bool isRight = x + 6 + wide > area.right();
    m_nowText->setPos(isRight ? x - 6 - wide : x + 6, 2);
  }
}

bool ArrivalsChart::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QRectF area = chart()->plotArea();
    const double part = (help->pos().x() - area.left()) / std::max(1.0, area.width());
    const QString text = hourText(static_cast<int>(std::floor(part * hoursOfDay)));
    QToolTip::showText(help->globalPos(), text, this);
    return true;
  }
  return QChartView::viewportEvent(event);
}

void ArrivalsChart::changeEvent(QEvent* event) {
  QChartView::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) dress();
}

void ArrivalsChart::resizeEvent(QResizeEvent* event) {
  QChartView::resizeEvent(event);
  place();
}

}  // namespace yingda::ui
