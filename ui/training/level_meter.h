// SPDX-License-Identifier: GPL-3.0-or-later
// How loud the microphone hears, as it goes by.
#pragma once

#include <QWidget>
#include <vector>

namespace yingda::ui {

/// Owner: the practice room.
class LevelMeter final : public QWidget {
  Q_OBJECT
 public:
  explicit LevelMeter(QWidget* parent = nullptr);
  void clear();
  /// 0 to 1.
  void add(double level);
  double highest() const;
  QSize sizeHint() const override { return {200, 24}; }
  QSize minimumSizeHint() const override { return {80, 24}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<double> m_levels;
};

}  // namespace yingda::ui
