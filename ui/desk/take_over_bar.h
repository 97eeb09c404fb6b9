// SPDX-License-Identifier: GPL-3.0-or-later
// Asks by one key why a ticket is taken out of somebody's hands.
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace yingda::ui {

class Label;

/// Digits choose, Esc folds. Owner: the workbench.
class TakeOverBar final : public QWidget {
  Q_OBJECT
 public:
  explicit TakeOverBar(QWidget* parent = nullptr);
  /// Whose ticket it is now; takes the focus.
  void open(const QString& holder);
  void fold();

 Q_SIGNALS:
  /// A code of claimReasons.
  void chosen(const QString& reason);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void choose(int index);

  Label* m_title = nullptr;
};

}  // namespace yingda::ui
