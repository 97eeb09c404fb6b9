// SPDX-License-Identifier: GPL-3.0-or-later
// The ways through a script as a drawing: boxes from left to right, a dead end in red with its
// word.
#pragma once

#include <QWidget>

#include "core/domain/script_graph.h"

namespace yingda::ui {

/// A click chooses a step; the keyboard does so in the list of steps.
class ScriptGraphView final : public QWidget {
  Q_OBJECT
 public:
  explicit ScriptGraphView(QWidget* parent = nullptr);
  void set(const Script& script, const QString& current);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void chosen(int step);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QRect boxOf(int step) const;
  void paintWays(QPainter& painter) const;
  void paintBoxes(QPainter& painter) const;

  Script m_script;
  ScriptDrawing m_drawing;
  QString m_current;
};

}  // namespace yingda::ui
