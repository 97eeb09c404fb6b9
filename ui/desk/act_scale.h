// SPDX-License-Identifier: GPL-3.0-or-later
// A scale of points with words at its ends: satisfaction 1 to 5, recommendation 0 to 10.
#pragma once

#include <QWidget>
#include <optional>

namespace yingda::ui {

/// Digits choose, Left and Right step, Backspace takes the answer away: a skipped answer is a
/// value. On the long scale 1 and then 0 is 10.
class ActScale final : public QWidget {
  Q_OBJECT
 public:
  struct Ends {
    int from = 1;
    int to = 5;
    QString lowWord;
    QString highWord;
  };
  explicit ActScale(const Ends& ends, QWidget* parent = nullptr);
  std::optional<int> value() const { return m_value; }
  void setValue(std::optional<int> value);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void changed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QRect cell(int point) const;
  int cellsLeft() const;
  void typeDigit(int digit);

  Ends m_ends;
  std::optional<int> m_value;
};

}  // namespace yingda::ui
