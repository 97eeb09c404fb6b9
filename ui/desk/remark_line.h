// SPDX-License-Identifier: GPL-3.0-or-later
// The line under an editor that says what should be said otherwise, and how.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/desk/text_remarks.h"

namespace yingda::ui {

class HintButton;
class Label;
class RichLabel;

/// Hidden while there is no remark. Its buttons never take the focus: the caret stays where she
/// types, and Tab passes by.
class RemarkLine final : public QWidget {
  Q_OBJECT
 public:
  explicit RemarkLine(QWidget* parent = nullptr);
  /// Null hides it.
  void show(const StandingRemark* standing);
  QString text() const;

 Q_SIGNALS:
  void acceptAsked();
  void snoozeAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  RemarkSeverity m_severity = RemarkSeverity::Soft;
  Label* m_class;
  RichLabel* m_text;
  HintButton* m_accept;
  HintButton* m_snooze;
};

}  // namespace yingda::ui
