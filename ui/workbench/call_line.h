// SPDX-License-Identifier: GPL-3.0-or-later
// 来电登记: one line for a number taken by hand, until telephony brings it by itself.
#pragma once

#include <QWidget>

namespace yingda::ui {

class Label;
class LineBox;

/// Enter takes what is written, in any form; an empty line is a call without a number. Esc folds.
class CallLine final : public QWidget {
  Q_OBJECT
 public:
  explicit CallLine(QWidget* parent = nullptr);
  void open();
  void fold();
  bool isOpen() const { return isVisible(); }
  void setProblem(const QString& sentence);

 Q_SIGNALS:
  void taken(const QString& number);
  void folded();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  LineBox* m_line;
  Label* m_note;
};

}  // namespace yingda::ui
