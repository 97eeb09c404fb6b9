// SPDX-License-Identifier: GPL-3.0-or-later
// One of the ways to use this computer, as a large radio button.
#pragma once

#include <QAbstractButton>

namespace yingda::ui {

/// Title, one line that says what it means, and the digit that chooses it. Arrows go to the next.
class ChoiceCard final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit ChoiceCard(int digit, QWidget* parent = nullptr);
  void set(const QString& title, const QString& detail);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_detail;
  QString m_digit;
};

}  // namespace yingda::ui
