// SPDX-License-Identifier: GPL-3.0-or-later
// One running drill: the customer at the left, the talk in the middle, the real form at the right.
#pragma once

#include <QPointer>
#include <QWidget>
#include <memory>

#include "core/service/sandbox.h"
#include "core/service/scenario_library.h"
#include "core/training/drill_clock.h"
#include "core/training/drill_record.h"
#include "ui/training/drill_sound.h"

namespace yingda::ui {

class Actions;
class Badge;
class DrillForm;
class HintButton;
class Label;
class LevelMeter;
class MoodPanel;
class OfferList;
class Pane;
class RemarkLine;
class RichLabel;
class RowList;
class TalkView;
class TextBox;
class TextRemarks;

/// What is to be practised, and how.
struct DrillWish {
  LibraryScenario scenario;
  DrillMode mode = DrillMode::Practice;
  DrillHint hint = DrillHint::Off;
  quint64 seed = 1;
  SandboxSetting who;
  QString company;
};

/// Makes its store, runs one drill in it, and takes it away again. It knows no other store: what it
/// ends with is a value. Times come from `house`, by way of the drill's own clock.
/// Thread: UI. Owner: the practice page. Limits: clock and actions outlive it.
class DrillRoom final : public QWidget {
  Q_OBJECT
 public:
  /// `sound` may be null, and outlives the room.
  DrillRoom(const Clock& house, Actions& actions, DrillWish wish, DrillSound* sound,
            QWidget* parent = nullptr);
  ~DrillRoom() override;

  bool isReady() const { return m_run != nullptr; }
  /// A broken invariant before it is ready.
  const DrillRun& run() const { return *m_run; }
  const DrillWish& wish() const { return m_wish; }
  DrillForm* form() const { return m_form; }
  TalkView* talk() const { return m_talk; }
  TextBox* words() const { return m_words; }
  /// Where the drill's store lies while it runs.
  QString folder() const;
  QString silenceText() const;
  /// Says what stands in the line; nothing while it is empty or after the end.
  void say();
  /// Puts the offered sentence with this number, from 1, into the line.
  void pick(int number);
  /// Begins to record one's own voice, or ends it.
  void toggleRecording();
  bool isRecording() const;
  /// What loudspeaker and microphone there are has changed.
  void takeSound();
  /// One's own recording of this turn, else the customer's last words.
  void hearAgain();
  /// What was recorded, by turn.
  const TurnVoices& voices() const { return m_voices; }
  /// What was heard of the customer, by the turn that she answered.
  const std::map<int, SpeechSpan>& customerSpans() const { return m_spans.all(); }
  /// Ends the call and the drill.
  void hangUp();
  /// Once a second.
  void tick();

 Q_SIGNALS:
  /// The customer is on the line.
  void ready();
  void failed(const QString& sentence);
  /// Turn or anger have changed.
  void moved(int turn, int anger);
  /// It is over and can be scored: run() has all of it.
  void finished();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeHead();
  QWidget* makeLeft();
  QWidget* makeMiddle();
  QWidget* makeInput();
  void addVerbs();
  void open();
  void begin(const TicketDraft& draft);
  void hear(const QString& said);
  void silenceCustomer();
  void endRecording();
  void refreshRecording();
  void noteKey();
  void showTurn(const DrillTurn& turn);
  void refresh();
  void refreshOffers();
  void refreshTime();
  void askRemarks(const QString& text, int generation);
  Milliseconds silenceNow() const;
  bool isPractice() const { return m_wish.mode == DrillMode::Practice; }

  const Clock& m_house;
  Actions& m_actions;
  DrillWish m_wish;
  DrillSound* m_sound;
  QPointer<CustomerVoice> m_heardVoice;  ///< those that this room listens to
  QPointer<SoundRecorder> m_heardRecorder;
  TurnVoices m_voices;
  CustomerSpans m_spans;
  TurnVoice m_recorded;  ///< of the turn that is being made
  std::shared_ptr<DrillClock> m_clock;
  std::unique_ptr<Sandbox> m_sandbox;
  std::unique_ptr<DrillRules> m_rules;
  std::unique_ptr<DrillRun> m_run;
  QStringList m_offers;
  Milliseconds m_heardAt{};                ///< when the customer's last words were out
  std::optional<Milliseconds> m_firstKey;  ///< when the answer to them was begun
  bool m_isDone = false;

  DrillForm* m_form = nullptr;
  QWidget* m_right = nullptr;
  Pane* m_left = nullptr;
  Label* m_timer = nullptr;
  HintButton* m_hangUp = nullptr;
  MoodPanel* m_mood = nullptr;
  Label* m_factsTitle = nullptr;
  RowList* m_facts = nullptr;
  std::vector<Badge*> m_goals;
  TalkView* m_talk = nullptr;
  Label* m_customer = nullptr;
  RichLabel* m_heard = nullptr;
  TextBox* m_words = nullptr;
  QWidget* m_recording = nullptr;
  Label* m_recordedLabel = nullptr;
  LevelMeter* m_meter = nullptr;
  QString m_notice;  ///< instead of the silence, until the next key
  TextRemarks* m_remarks = nullptr;
  RemarkLine* m_remarkLine = nullptr;
  Label* m_silence = nullptr;
  RichLabel* m_points = nullptr;
  OfferList* m_offerList = nullptr;
  HintButton* m_say = nullptr;
};

}  // namespace yingda::ui
