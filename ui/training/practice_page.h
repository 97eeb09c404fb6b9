// SPDX-License-Identifier: GPL-3.0-or-later
// 练习室: a scenario is chosen, practised on a store of its own, and looked back at.
#pragma once

#include <functional>
#include <memory>

#include "core/base/task_thread.h"
#include "core/service/backend.h"
#include "ui/kit/page.h"
#include "ui/training/debrief_view.h"
#include "ui/training/drill_sound.h"

class QStackedWidget;

namespace yingda::ui {

class Actions;
class DrillRoom;
class Label;
class ScenarioChooser;
struct DrillWish;

/// The one place that knows both stores: what a drill ends with is kept in the real one as one
/// value, and nothing else goes from here to there.
/// Thread: UI. Owner: the window. Limits: backend and actions outlive it.
class PracticePage final : public Page {
  Q_OBJECT
 public:
  PracticePage(Backend& backend, Actions& actions, QWidget* parent = nullptr);
  ~PracticePage() override;
  QString id() const override;
  QString title() const override;
  QString keyId() const override;
  QStringList hints() const override;

  bool mayPractise() const;
  bool mayTrain() const;
  ScenarioChooser* chooser() const { return m_chooser; }
  DebriefView* debrief() const { return m_debrief; }
  /// Null while nothing is practised.
  DrillRoom* room() const { return m_room; }
  /// chooser, room or debrief.
  QString centre() const;
  /// The chance of the next drill; for tests and for doing one again.
  void setNextSeed(quint64 seed) { m_nextSeed = seed; }
  /// How loudspeaker and microphone are had; asked for when the page is first shown, and when the
  /// devices of the machine have changed.
  void setSoundMaker(std::function<std::unique_ptr<DrillSound>()> maker);
  DrillSound* sound() const { return m_sound.get(); }
  /// A headset may have come or gone.
  void lookForSound();
  /// Of the drill that is looked back at.
  const TurnVoices& voices() const { return m_voices; }
  void keepVoices();
  void start();
  /// The same scenario once more.
  void again(bool isSameSeed);
  /// A drill that is kept, done again turn by turn.
  void openDrill(const DrillId& id);
  /// Once a second.
  void tick();
  void refresh();

 Q_SIGNALS:
  void said(const QString& sentence);
  void leaveAsked();
  void trainerAsked();
  /// A drill runs, and how it stands; nothing when none does.
  void practising(const QString& presence);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeHead();
  void turnTo(QWidget* part);
  void enter(const DrillWish& wish);
  void finish();
  void keep(const DrillRoom& room);
  void drop();
  void showKept(const DrillView& view);
  const LibraryScenario* scenarioOf(const QString& id) const;

  Backend& m_backend;
  Actions& m_actions;
  std::vector<LibraryScenario> m_library;
  std::vector<DrillView> m_drills;
  std::optional<quint64> m_nextSeed;
  /// What 再来一次 does again.
  QString m_lastScenario;
  DrillMode m_lastMode = DrillMode::Practice;
  DrillHint m_lastHint = DrillHint::Off;
  quint64 m_lastSeed = 0;
  AgentId m_who;
  QStackedWidget* m_centre = nullptr;
  ScenarioChooser* m_chooser = nullptr;
  DebriefView* m_debrief = nullptr;
  DrillRoom* m_room = nullptr;
  std::function<std::unique_ptr<DrillSound>()> m_soundMaker;
  std::unique_ptr<DrillSound> m_sound;
  TurnVoices m_voices;
  DrillId m_shown;                ///< null until it is kept
  TaskThread m_sweeper{"sweep"};  ///< takes away what killed drills left behind
  Label* m_state = nullptr;
};

}  // namespace yingda::ui
