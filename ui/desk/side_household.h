// SPDX-License-Identifier: GPL-3.0-or-later
// The household of the call as a plain list: people, care, warranties, tickets, conversations.
#pragma once

#include <QWidget>
#include <optional>

#include "core/service/views.h"

class QVBoxLayout;

namespace yingda::ui {

/// Numbers stay masked here. Owner: the side pane.
class SideHousehold final : public QWidget {
  Q_OBJECT
 public:
  explicit SideHousehold(QWidget* parent = nullptr);
  /// Nothing shows how to find a household. Not verified is said in words and by a dashed badge.
  void set(const std::optional<HouseholdCard>& card, bool verified, Instant now);

 Q_SIGNALS:
  void ticketChosen(const yingda::TicketId& id);

 private:
  void showNone();
  void showCard(const HouseholdCard& card, bool verified, Instant now);
  void addHead(const HouseholdCard& card, bool verified);
  void addPeople(const HouseholdCard& card);
  void addWarranties(const HouseholdCard& card, Instant now);
  void addTickets(const HouseholdCard& card, Instant now);
  void addRecent(const HouseholdCard& card, Instant now);
  QVBoxLayout* newSection(const QString& heading);

  QWidget* m_content = nullptr;
  QVBoxLayout* m_column;
};

}  // namespace yingda::ui
