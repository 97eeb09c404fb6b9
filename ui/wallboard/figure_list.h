// SPDX-License-Identifier: GPL-3.0-or-later
// Today's figures, each with its target, how many cases it stands on, and what stands beside it.
#pragma once

#include <QWidget>
#include <vector>

#include "core/insight/kpi_figure.h"

namespace yingda::ui {

/// Two lines a figure: value, verdict, target, cases; below the counter-figure, and the quality of
/// one of speed. Grey below kpiCasesLeast. Owner: the page.
class FigureList final : public QWidget {
  Q_OBJECT
 public:
  explicit FigureList(QWidget* parent = nullptr);
  /// `dictionary` outlives the list.
  void set(const std::vector<KpiFigure>& figures, const KpiDictionary& dictionary);
  int count() const { return static_cast<int>(m_lines.size()); }
  /// What stands in a line, for those who hear it.
  QString textOf(int line) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Line {
    QString name;
    QString value;
    QString verdict;
    QString cases;
    QString beside;
    bool isThin = false;
    bool isMissed = false;
  };
  std::vector<Line> m_lines;
};

}  // namespace yingda::ui
