// SPDX-License-Identifier: GPL-3.0-or-later
// What came in by the hour, against the same weekday of the last weeks.
#pragma once

#include <QtCharts/QChartView>

#include "core/insight/floor_snapshot.h"

class QAreaSeries;
class QGraphicsSimpleTextItem;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace yingda::ui {

/// The finding as a sentence: 到 14:00 来件 168，预期 153，高 10%.
QString arrivalsTitle(const FloorArrivals& arrivals);

/// Accent line: what came; dashed: what was expected; band: four days of five; a line at now. An
/// hour tells its numbers as a tip. Owner: the page. Limits: drawn anew only when a number or the
/// minute changes; nothing moves by itself.
class ArrivalsChart final : public QChartView {
  Q_OBJECT
 public:
  explicit ArrivalsChart(QWidget* parent = nullptr);
  void set(const FloorArrivals& arrivals, Instant now);
  QSize sizeHint() const override { return {640, 240}; }
  QSize minimumSizeHint() const override { return {260, 110}; }
  /// 10:00–11:00 来件 12，预期 9（6–13）; empty outside of the day.
  QString hourText(int hour) const;

 protected:
  bool viewportEvent(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fill();
  void dress();
  void place();

  FloorArrivals m_arrivals;
  Instant m_now{};
  QValueAxis* m_hours;
  QValueAxis* m_counts;
  QLineSeries* m_low;
  QLineSeries* m_high;
  QAreaSeries* m_band;
  QLineSeries* m_expected;
  QLineSeries* m_came;
  QScatterSeries* m_last;
  QLineSeries* m_nowLine;
  QGraphicsSimpleTextItem* m_lastText;
  QGraphicsSimpleTextItem* m_nowText;
};

}  // namespace yingda::ui
