// SPDX-License-Identifier: GPL-3.0-or-later
// An existing ticket as it is read.
#pragma once

#include <QWidget>

#include "core/service/sync_views.h"
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
  /// Who else has this ticket open now.
  void setLookers(const std::vector<PresenceView>& here);
  /// Without a shared floor nobody claims anything; a wish waits while its server is away.
  /// 规程 of the stage, quietly under the texts; empty: none.
  void setSop(const QString& text);
  void setFloor(bool isJoined, bool isLive);
  /// The act of this key; false when the ticket does not allow it now.
  bool askAct(Deed kind);

 Q_SIGNALS:
  void actAsked(yingda::Deed kind);
  /// 认领, 放手 or 接手, whichever the hands allow.
  void claimAsked();

 private:
  void build();
  QWidget* makeHead();
  void showTexts();
  void showActs();
  void showHand();
  void addText(const QString& label, const QString& text, const QString& name);

  TicketView m_view;
  Role m_role = Role::Agent;
  Instant m_now{};
  LevelChip* m_level = nullptr;
  Label* m_title = nullptr;
  Label* m_number = nullptr;
  Label* m_sop = nullptr;
  Badge* m_stage = nullptr;
  Badge* m_kind = nullptr;
  Label* m_line = nullptr;
  Badge* m_hand = nullptr;
  Label* m_lookers = nullptr;
  HintButton* m_claim = nullptr;
  HintButton* m_urge = nullptr;
  bool m_isJoined = false;
  bool m_isLive = false;
  QVBoxLayout* m_texts = nullptr;
  ActRow* m_acts = nullptr;
};

}  // namespace yingda::ui
