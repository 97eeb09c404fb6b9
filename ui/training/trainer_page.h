// SPDX-License-Identifier: GPL-3.0-or-later
// 培训台: the library and what its checker says, who is to practise what, and how it went.
#pragma once

#include "core/service/backend.h"
#include "ui/kit/page.h"
#include "ui/training/debrief_view.h"

class QStackedWidget;

namespace yingda::ui {

class Actions;
class HintButton;
class Label;
class RichLabel;
class RowList;
class Segmented;

/// For who trains. Owner: the window. Limits: backend and actions outlive it.
class TrainerPage final : public Page {
  Q_OBJECT
 public:
  TrainerPage(Backend& backend, Actions& actions, QWidget* parent = nullptr);
  QString id() const override;
  QString title() const override;
  QString keyId() const override;
  QStringList hints() const override;

  bool mayTrain() const;
  QString whyNot() const;
  void refresh();
  void tick();
  /// Who practises now, out of everybody at work. For others nothing is shown but turn and anger.
  void setPresence(const std::vector<PresenceView>& others);
  RowList* library() const { return m_library; }
  RowList* people() const { return m_people; }
  RowList* drills() const { return m_drillList; }
  RowList* assignments() const { return m_assignmentList; }
  RowList* running() const { return m_running; }
  RowList* problems() const { return m_problems; }
  DebriefView* debrief() const { return m_debrief; }
  bool showsDebrief() const;
  /// 0 today, 1 in three days, 2 in a week, 3 no day.
  void setDue(int choice);
  /// Assigns the chosen scenario to the ticked people.
  void assign();
  /// Takes the chosen assignment back.
  void withdraw();

 Q_SIGNALS:
  void said(const QString& sentence);
  void leaveAsked();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeLeft();
  QWidget* makeMiddle();
  QWidget* makeRight();
  void refreshLibrary();
  void refreshScenario();
  void refreshPeople();
  void refreshPerson();
  void refreshAssignments();
  void refreshRunning();
  void openDrill(const QString& key);
  const LibraryScenario* current() const;
  QString titleOf(const QString& scenario) const;
  /// Of the one playable scenario with this number; empty for none and for several.
  QString titleOf(int number) const;

  Backend& m_backend;
  std::vector<LibraryScenario> m_scenarios;
  std::vector<Agent> m_agents;
  std::vector<DrillView> m_drills;
  std::vector<AssignmentView> m_assignments;
  /// What a seat says of itself, and when that was first seen here.
  struct SeenState {
    QString state;
    Instant at{};
  };
  void noteStates();
  std::vector<PresenceView> m_others;
  QHash<AgentId, SeenState> m_seen;
  QStackedWidget* m_whole = nullptr;
  QWidget* m_desk = nullptr;
  QWidget* m_right = nullptr;
  DebriefView* m_debrief = nullptr;
  Label* m_libraryNote = nullptr;
  RowList* m_library = nullptr;
  Label* m_title = nullptr;
  RichLabel* m_background = nullptr;
  Label* m_check = nullptr;
  RowList* m_problems = nullptr;
  RowList* m_people = nullptr;
  Segmented* m_due = nullptr;
  HintButton* m_assign = nullptr;
  RichLabel* m_told = nullptr;
  Label* m_runningTitle = nullptr;
  RowList* m_running = nullptr;
  RichLabel* m_runningNote = nullptr;
  Label* m_assignmentTitle = nullptr;
  RowList* m_assignmentList = nullptr;
  Label* m_personTitle = nullptr;
  RowList* m_drillList = nullptr;
};

}  // namespace yingda::ui
