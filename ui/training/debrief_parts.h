// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a debrief: dimensions beside the last time, and what else can be compared.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/training/drill_score.h"

namespace yingda::ui {

/// One bar a dimension; a tick stands where it was the last time.
class DimensionBars final : public QWidget {
  Q_OBJECT
 public:
  explicit DimensionBars(QWidget* parent = nullptr);
  void set(const std::vector<DimensionScore>& now, const std::vector<DimensionScore>& before);
  int count() const { return static_cast<int>(m_now.size()); }
  QString textOf(int row) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::optional<int> lastOf(const QString& id) const;

  std::vector<DimensionScore> m_now;
  std::vector<DimensionScore> m_before;
};

/// What was measured, and the same of the last drill.
class MeasureTable final : public QWidget {
  Q_OBJECT
 public:
  explicit MeasureTable(QWidget* parent = nullptr);
  void set(const DrillMeasures& now, const std::optional<DrillMeasures>& before);
  QString textOf(int row) const { return m_rows[static_cast<size_t>(row)].spoken; }
  int count() const { return static_cast<int>(m_rows.size()); }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Row {
    QString name;
    QString before;
    QString now;
    QString spoken;
  };
  std::vector<Row> m_rows;
};

}  // namespace yingda::ui
