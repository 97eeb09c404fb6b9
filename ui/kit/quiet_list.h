// SPDX-License-Identifier: GPL-3.0-or-later
// A short list inside a page: nothing is marked in it until the keyboard is there.
#pragma once

#include <QListWidget>

namespace yingda::ui {

/// The current row stays the current one while the focus is elsewhere; it is only not shown.
class QuietList : public QListWidget {
  Q_OBJECT
 public:
  explicit QuietList(QWidget* parent = nullptr);

 protected:
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  /// Rows are added and removed at the end; those that stay keep their choice.
  void setRowCount(int rows);
};

}  // namespace yingda::ui
