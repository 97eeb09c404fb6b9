// SPDX-License-Identifier: GPL-3.0-or-later
// The line of the palette and the card it stands on.
#pragma once

#include <QFrame>
#include <QLineEdit>

namespace yingda::ui {

/// 20 px, without a frame. Limits: 200 characters.
class PaletteLine final : public QLineEdit {
  Q_OBJECT
 public:
  explicit PaletteLine(QWidget* parent = nullptr);
  QSize sizeHint() const override { return {200, 40}; }
  QSize minimumSizeHint() const override { return {80, 40}; }
};

/// A surface with a foot. A press on it is none on the scrim.
class PaletteCard final : public QFrame {
  Q_OBJECT
 public:
  using QFrame::QFrame;
  /// The foot is sunken, with a line above it.
  void setFootHeight(int height) { m_footHeight = height; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  int m_footHeight = 0;
};

}  // namespace yingda::ui
