// SPDX-License-Identifier: GPL-3.0-or-later
// 快录: the codes of a night of one cause, a digit each, and whether somebody is in danger.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/starter.h"

namespace yingda::ui {

class HintButton;
class Label;

/// Takes no text and so no input method: a digit chooses its code, 0 says or unsays the danger.
/// Owner: the form, which says what is chosen. Limits: the starter outlives it.
class QuickCodes final : public QWidget {
  Q_OBJECT
 public:
  explicit QuickCodes(const Starter& starter, QWidget* parent = nullptr);
  /// Shows the code of this category; another category is shown by its name.
  void set(const QString& category, bool isDanger);

 Q_SIGNALS:
  void chosen(const yingda::QuickCode& code);
  void dangerAsked();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  const Starter& m_starter;
  std::vector<HintButton*> m_codes;
  HintButton* m_danger;
  Label* m_other;
};

}  // namespace yingda::ui
