// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent sees while the telephone rings.
#pragma once

#include <QWidget>

#include "core/service/views.h"

namespace yingda::ui {

class Card;
class HintButton;
class Label;
class RingingContacts;
class RingingList;

/// The caller, the households of the number, why they may call, and the last contacts. It never
/// moves the focus; the workbench gives it its keys. Owner: the workbench.
class RingingPage final : public QWidget {
  Q_OBJECT
 public:
  explicit RingingPage(QWidget* parent = nullptr);
  void set(const CallerCard& card, Instant rangAt, Instant now);
  /// Once a second.
  void tick(Instant now);
  /// Ctrl+1…: preselects a household, or takes its ticket when there is one household only.
  bool preselect(int digit);
  /// Null when the number has no household.
  HouseholdId preselected() const;
  /// The open ticket that Alt+U would take; null when there is none.
  TicketId likelyTicket() const;
  const CallerCard& caller() const { return m_caller; }

  void take();
  void reject();
  void urge();

 Q_SIGNALS:
  void taken(const yingda::HouseholdId& preselected);
  void rejected();
  void urgeChosen(const yingda::TicketId& ticket);
  void newChosen();
  void otherAsked();
  void preselectedChanged(const yingda::HouseholdId& household);

 private:
  void build();
  QWidget* makeBar();
  QWidget* makeHouseholds();
  QWidget* makeTickets();
  QWidget* makeContacts();
  void showHouseholds();
  void showTickets();
  void showContacts();
  void choose(int row);
  const HouseholdCard* chosen() const;

  CallerCard m_caller;
  Instant m_rangAt{};
  Instant m_now{};
  int m_chosen = -1;
  Label* m_number = nullptr;
  Label* m_ringing = nullptr;
  Label* m_detail = nullptr;
  HintButton* m_take = nullptr;
  HintButton* m_reject = nullptr;
  Card* m_householdCard = nullptr;
  Label* m_householdTitle = nullptr;
  Label* m_householdNote = nullptr;
  HintButton* m_other = nullptr;
  Label* m_otherNote = nullptr;
  RingingList* m_households = nullptr;
  Card* m_ticketCard = nullptr;
  Label* m_ticketTitle = nullptr;
  RingingList* m_tickets = nullptr;
  HintButton* m_urge = nullptr;
  HintButton* m_new = nullptr;
  RingingContacts* m_contacts = nullptr;
  Label* m_contactTitle = nullptr;
  Card* m_contactCard = nullptr;
};

}  // namespace yingda::ui
