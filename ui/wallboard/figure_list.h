// SPDX-License-Identifier: GPL-3.0-or-later
// Today's figures, each with its target, how many cases it stands on, and what stands beside it.
#pragma once

#include <QWidget>
#include <vector>

#include "core/insight/kpi_figure.h"

namespace yingda::ui {

/// Arrow keys move, Enter (or a click) asks for a figure's tickets. Two lines a figure: value,
/// verdict, target, cases; below the counter-figure, and the quality of one of speed. Grey below
/// kpiCasesLeast. Owner: the page.
class FigureList final : public QWidget {
  Q_OBJECT
 public:
  explicit FigureList(QWidget* parent = nullptr);
  /// `dictionary` outlives the list.
  void set(const std::vector<KpiFigure>& figures, const KpiDictionary& dictionary);
  int count() const { return static_cast<int>(m_lines.size()); }
  /// What stands in a line, for those who hear it.
  QString textOf(int line) const;
  int current() const { return m_current; }
  QString nameAt(int line) const { return m_lines[static_cast<size_t>(line)].name; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void chosen(int line);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

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
  int m_current = 0;
};

}  // namespace yingda::ui
