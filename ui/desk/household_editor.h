// SPDX-License-Identifier: GPL-3.0-or-later
// Adds and corrects a household, its people, care tags and warranties, in place.
#pragma once

#include <optional>

#include "core/service/backend.h"
#include "core/service/views.h"
#include "ui/desk/editor_page.h"

class QButtonGroup;

namespace yingda::ui {

class FormField;
class HintButton;
class HouseholdPeople;
class HouseholdWarranties;
class LineBox;
class FormChooser;

/// Every part is saved by itself. Bad input gets a sentence under its field and stays as typed.
/// Owner: the workbench.
class HouseholdEditor final : public EditorPage {
  Q_OBJECT
 public:
  explicit HouseholdEditor(QWidget* parent = nullptr);
  /// The communities that exist; the first is proposed.
  void setCommunities(const std::vector<Community>& communities);
  /// A new household; the number goes to its first person.
  void openNew(const QString& callerNumber, Instant now);
  void open(const HouseholdCard& card, Instant now);
  /// What was saved: shows it without touching what is being typed elsewhere.
  void refresh(const HouseholdCard& card, Instant now);
  HouseholdId household() const { return m_card.household.id; }

 Q_SIGNALS:
  void householdSaved(const yingda::HouseholdEdit& edit);
  void personSaved(const yingda::PersonEdit& edit);
  void personMovedOut(const yingda::PersonId& person);
  void peopleMerged(const yingda::PersonId& keep, const yingda::PersonId& duplicate);
  void careTagsSaved(const QList<yingda::CareTag>& tags);
  void warrantySaved(const yingda::Warranty& warranty);

 private:
  void build();
  QWidget* makeHouse();
  QWidget* makeTags();
  void saveHouse();
  void fill(const HouseholdCard& card);

  HouseholdCard m_card;
  std::vector<Community> m_communities;
  Instant m_now{};
  bool m_isNew = true;
  LineBox* m_community = nullptr;
  LineBox* m_address = nullptr;
  LineBox* m_careful = nullptr;
  FormChooser* m_status = nullptr;
  FormField* m_communityField = nullptr;
  FormField* m_addressField = nullptr;
  QButtonGroup* m_tags = nullptr;
  HouseholdPeople* m_people = nullptr;
  HouseholdWarranties* m_warranties = nullptr;
  HintButton* m_save = nullptr;
};

}  // namespace yingda::ui
