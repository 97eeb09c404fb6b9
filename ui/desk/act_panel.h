// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of a ticket's life, one at a time, in place.
#pragma once

#include <QWidget>

#include "core/domain/starter.h"
#include "core/service/ticket_acts.h"
#include "core/service/views.h"
#include "ui/desk/act_available.h"

class QVBoxLayout;

namespace yingda {
class Clock;
}

namespace yingda::ui {

class ActPage;
class HintButton;
class Label;

/// Digits choose, Ctrl+Enter submits, Esc folds. What is missing stands under its field.
/// Owner: the workbench. Limits: starter and clock outlive it.
class ActPanel final : public QWidget {
  Q_OBJECT
 public:
  ActPanel(const Starter& starter, const Clock& clock, QWidget* parent = nullptr);
  /// Opens the act's form and puts the focus into it; an immediate act is asked for at once.
  void open(Deed kind, const TicketView& view);
  void fold();
  bool isOpen() const { return m_page != nullptr; }
  Deed kind() const { return m_kind; }
  ActPage* page() const { return m_page; }
  /// Why the last asking was refused, as a sentence.
  void setProblem(const QString& sentence);
  /// Reads the form and asks; false when something is missing.
  bool submit();

 Q_SIGNALS:
  void asked(const yingda::act::Any& what);
  void folded();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();

  const Starter& m_starter;
  const Clock& m_clock;
  Deed m_kind = Deed::Urge;
  ActPage* m_page = nullptr;
  Label* m_title = nullptr;
  Label* m_sop = nullptr;
  Label* m_problem = nullptr;
  QVBoxLayout* m_body = nullptr;
  HintButton* m_submit = nullptr;
};

}  // namespace yingda::ui
