// SPDX-License-Identifier: GPL-3.0-or-later
// Today's figures, each with its target, how many cases it stands on, and what stands beside it.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/wallboard/figure_words.h"

namespace yingda::ui {

/// Arrow keys move, Enter (or a click) asks for a figure's tickets. Value, verdict, target, cases;
/// below them the quality of a figure of speed and the counter-figure, a line each with their own
/// cases. Grey below kpiCasesLeast. Owner: the page.
class FigureList final : public QWidget {
  Q_OBJECT
 public:
  explicit FigureList(QWidget* parent = nullptr);
  /// `dictionary` outlives the list.
  void set(const std::vector<KpiFigure>& figures, const KpiDictionary& dictionary);
  int count() const { return static_cast<int>(m_lines.size()); }
  /// What stands in a line, for those who hear it.
  QString textOf(int line) const { return m_lines[static_cast<size_t>(line)].text(); }
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
  /// Where a line begins; that of `count()` is where the last one ends.
  int topOf(int line) const;

  std::vector<FigureWords> m_lines;
  int m_current = 0;
};

}  // namespace yingda::ui
