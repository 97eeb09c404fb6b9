// SPDX-License-Identifier: GPL-3.0-or-later
// How the triage gets better with every label: two lines over the number of labels.
#pragma once

#include <QWidget>
#include <vector>

#include "core/service/learning_view.h"

namespace yingda::ui {

/// Accuracy and macro-F1 from 0 to 100 %; the points stand at equal steps, each under its number.
/// Owner: the page.
class LearningChart final : public QWidget {
  Q_OBJECT
 public:
  explicit LearningChart(QWidget* parent = nullptr);
  void setCurve(const std::vector<LearningPoint>& curve);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect plot() const;
  QPointF at(size_t point, double share) const;
  void paintGrid(QPainter& painter) const;
  void paintLine(QPainter& painter, double LearningPoint::*share, const QColor& ink,
                 Qt::PenStyle style) const;
  void paintEnds(QPainter& painter) const;

  std::vector<LearningPoint> m_curve;
};

}  // namespace yingda::ui
