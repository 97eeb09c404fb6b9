// SPDX-License-Identifier: GPL-3.0-or-later
// What came in by the hour, against the same weekday of the last weeks.
#pragma once

#include <QWidget>

#include "core/insight/floor_snapshot.h"

namespace yingda::ui {

/// The finding as a sentence: 到 14:00 来件 168，预期 153，高 10%.
QString arrivalsTitle(const FloorArrivals& arrivals);

/// Accent line: what came; dashed: what was expected; band: four days of five. Owner: the page.
class ArrivalsChart final : public QWidget {
  Q_OBJECT
 public:
  explicit ArrivalsChart(QWidget* parent = nullptr);
  void set(const FloorArrivals& arrivals, Instant now);
  QSize sizeHint() const override { return {640, 240}; }
  QSize minimumSizeHint() const override { return {260, 110}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QRectF plot() const;
  QPointF at(double hour, double count) const;
  double most() const;
  void paintGrid(QPainter& painter) const;
  void paintExpectation(QPainter& painter) const;
  void paintArrivals(QPainter& painter) const;
  void paintNow(QPainter& painter) const;

  FloorArrivals m_arrivals;
  Instant m_now{};
};

}  // namespace yingda::ui
