// SPDX-License-Identifier: GPL-3.0-or-later
// What can be practised: the scenarios, how, and one's own drills of each.
#pragma once

#include <QWidget>

#include "core/service/drill_views.h"
#include "core/service/scenario_library.h"
#include "core/training/drill.h"

namespace yingda::ui {

class HintButton;
class KeyTable;
class Label;
class LevelChip;
class RichLabel;
class RowList;
class Segmented;

/// Shows values and says what is wanted. Enter in the list starts. Owner: the practice page.
class ScenarioChooser final : public QWidget {
  Q_OBJECT
 public:
  explicit ScenarioChooser(const KeyTable& keys, QWidget* parent = nullptr);
  void setScenarios(const std::vector<LibraryScenario>& scenarios);
  void setDrills(const std::vector<DrillView>& drills);
  void setAssignments(const std::vector<AssignmentView>& assignments, LocalDay today);
  /// Why nothing started, or empty.
  void setTrouble(const QString& sentence);
  /// What of sound there is; empty hides it.
  void setSound(const QString& sentence);
  void setTrainerOffered(bool isOffered);
  QString currentScenario() const;
  void choose(const QString& scenario);
  DrillMode mode() const;
  DrillHint hint() const;
  void setMode(DrillMode mode);
  void setHint(DrillHint hint);
  RowList* list() const { return m_list; }
  RowList* drills() const { return m_own; }

 Q_SIGNALS:
  void startAsked();
  void drillChosen(const yingda::DrillId& drill);
  void trainerAsked();
  void leaveAsked();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeLeft();
  QWidget* makeRight(const KeyTable& keys);
  void refreshList();
  void refreshRight();
  const LibraryScenario* current() const;

  std::vector<LibraryScenario> m_scenarios;
  std::vector<DrillView> m_drills;
  std::vector<AssignmentView> m_assignments;
  LocalDay m_today{};
  Label* m_count = nullptr;
  RowList* m_list = nullptr;
  Label* m_title = nullptr;
  LevelChip* m_level = nullptr;
  Label* m_meta = nullptr;
  RichLabel* m_background = nullptr;
  RichLabel* m_assigned = nullptr;
  Segmented* m_mode = nullptr;
  Segmented* m_hint = nullptr;
  Label* m_hintNote = nullptr;
  Label* m_ownTitle = nullptr;
  RowList* m_own = nullptr;
  Label* m_sound = nullptr;
  RichLabel* m_trouble = nullptr;
  HintButton* m_start = nullptr;
  HintButton* m_trainer = nullptr;
};

}  // namespace yingda::ui
