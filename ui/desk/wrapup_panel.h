// SPDX-License-Identifier: GPL-3.0-or-later
// 小结: what the call was, by one digit.
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

#include "core/domain/starter.h"

namespace yingda::ui {

class HintButton;
class Label;
class LineBox;

/// The codes of the starter organisation by digit. Codes that need a ticket are refused with a
/// sentence while there is none. Owner: the workbench. Limits: the starter outlives it.
class WrapUpPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit WrapUpPanel(const Starter& starter, QWidget* parent = nullptr);
  /// Opens in place and takes the focus, so that a digit chooses.
  void open(bool hasTicket);
  void fold();
  bool isOpen() const { return m_isOpen; }
  /// False when there is no such code, or it needs a ticket.
  bool choose(int digit);

 Q_SIGNALS:
  /// The code's id, and a note, which may be empty.
  void chosen(const QString& code, const QString& text);
  void folded();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  const Starter& m_starter;
  bool m_hasTicket = false;
  bool m_isOpen = false;
  QPointer<QWidget> m_focusBefore;
  std::vector<HintButton*> m_buttons;
  LineBox* m_text;
  Label* m_problem;
};

}  // namespace yingda::ui
