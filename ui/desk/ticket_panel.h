// SPDX-License-Identifier: GPL-3.0-or-later
// An existing ticket as it is read.
#pragma once

#include <QWidget>

#include "core/service/views.h"
#include "ui/desk/act_available.h"

class QVBoxLayout;

namespace yingda::ui {

class ActRow;
class Badge;
class HintButton;
class Label;
class LevelChip;

/// Level, title, number, stage; whose and where; the three texts; the acts that it allows now.
/// Owner: the workbench.
class TicketPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit TicketPanel(QWidget* parent = nullptr);
  void set(const TicketView& view, Instant now);
  const TicketView& view() const { return m_view; }
  /// Whose acts are offered; holds from the next set() on.
  void setRole(Role role) { m_role = role; }
  /// The act of this key; false when the ticket does not allow it now.
  bool askAct(Deed kind);

 Q_SIGNALS:
  void actAsked(yingda::Deed kind);

 private:
  void build();
  QWidget* makeHead();
  void showTexts();
  void showActs();
  void addText(const QString& label, const QString& text, const QString& name);

  TicketView m_view;
  Role m_role = Role::Agent;
  Instant m_now{};
  LevelChip* m_level = nullptr;
  Label* m_title = nullptr;
  Label* m_number = nullptr;
  Badge* m_stage = nullptr;
  Badge* m_kind = nullptr;
  Label* m_line = nullptr;
  HintButton* m_urge = nullptr;
  QVBoxLayout* m_texts = nullptr;
  ActRow* m_acts = nullptr;
};

}  // namespace yingda::ui
