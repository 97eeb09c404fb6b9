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
  /// Cheap while nothing that is shown differs. Nothing, or a card without a household, shows how
  /// to find one. Not verified is said in words and by a dashed badge.
  void set(const std::optional<HouseholdCard>& card, bool verified, Instant now);

 Q_SIGNALS:
  void ticketChosen(const yingda::TicketId& id);

 private:
  static QString fingerprint(const HouseholdCard& card, bool verified, Instant now);
  void showNone();
  void showCard(const HouseholdCard& card, bool verified, Instant now);
  void addHead(const HouseholdCard& card, bool verified);
  void addPeople(const HouseholdCard& card);
  void addWarranties(const HouseholdCard& card, Instant now);
  void addTickets(const HouseholdCard& card, Instant now);
  void addRecent(const HouseholdCard& card, Instant now);
  QVBoxLayout* newSection(const QString& heading);

  QString m_shown;
  QWidget* m_content = nullptr;
  QVBoxLayout* m_column;
};

}  // namespace yingda::ui
