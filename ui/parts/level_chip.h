// SPDX-License-Identifier: GPL-3.0-or-later
// The chip of a level: one character, one colour and one outline each, so that no colour is needed.
#pragma once

#include <QWidget>

#include "core/domain/words.h"

class QPainter;

namespace yingda::ui {

/// 20x20: 急 is an octagon, 重 a square, 普 a rounded square, 询 a disc.
class LevelChip final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int side = 20;
  explicit LevelChip(Level level = Level::Yellow, QWidget* parent = nullptr);
  Level level() const { return m_level; }
  void setLevel(Level level);
  QSize sizeHint() const override { return {side, side}; }
  QSize minimumSizeHint() const override { return {side, side}; }

  /// Paints a chip at this corner, for delegates.
  static void paint(QPainter& painter, const QPoint& topLeft, Level level);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void describe();
  Level m_level;
};

}  // namespace yingda::ui
