// SPDX-License-Identifier: GPL-3.0-or-later
// The queue at a glance: open tickets by level and stage, and how many of them are late.
#pragma once

#include <QWidget>

#include "core/insight/floor_snapshot.h"

namespace yingda::ui {

/// Arrow keys move, Enter (or a click) asks for the cell's tickets. Owner: the page.
class StageTable final : public QWidget {
  Q_OBJECT
 public:
  explicit StageTable(QWidget* parent = nullptr);
  void set(const FloorMatrix& matrix);
  Level currentLevel() const;
  Stage currentStage() const;

 Q_SIGNALS:
  void chosen(yingda::Level level, yingda::Stage stage);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QRect cellRect(int row, int column) const;
  const FloorCell& cell(int row, int column) const;
  void paintCell(QPainter& painter, int row, int column) const;
  void say();

  FloorMatrix m_matrix{};
  int m_row = 0;
  int m_column = 0;
};

}  // namespace yingda::ui
