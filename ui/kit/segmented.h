// SPDX-License-Identifier: GPL-3.0-or-later
// A row of exclusive choices.
#pragma once

#include <QStringList>
#include <QWidget>

namespace yingda::ui {

/// One field with equal parts, one of them chosen. Arrow keys step, digits choose, Tab goes on.
/// Limits: 1 to 9 choices.
class Segmented final : public QWidget {
  Q_OBJECT
 public:
  explicit Segmented(const QStringList& choices = {}, QWidget* parent = nullptr);
  void setChoices(const QStringList& choices);
  QStringList choices() const { return m_choices; }
  /// -1 while nothing is chosen.
  int current() const { return m_current; }
  void setCurrent(int index);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void currentChanged(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QRect partRect(int index) const;
  void describe();

  QStringList m_choices;
  int m_current = -1;
};

}  // namespace yingda::ui
