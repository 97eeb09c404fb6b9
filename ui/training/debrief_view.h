// SPDX-License-Identifier: GPL-3.0-or-later
// 复盘: what a drill was worth, where points were lost, what to say instead, and oneself last time.
#pragma once

#include <QWidget>
#include <map>

#include "core/training/drill_record.h"
#include "ui/training/drill_timeline.h"

namespace yingda::ui {

class DimensionBars;
class HintButton;
class KeyTable;
class Label;
class MeasureTable;
class RichLabel;
class RowList;
class Segmented;

/// The drill before this one, of the same scenario.
struct LastDrill {
  int score = 0;
  std::vector<DimensionScore> dimensions;
  DrillMeasures measures;
  Instant startedAt{};
};

/// All that is shown of a drill.
struct Debrief {
  QString title;
  int grade = 1;
  DrillMode mode = DrillMode::Practice;
  DrillHint hint = DrillHint::Off;
  Instant startedAt{};
  int attempt = 1;  ///< the n-th of this scenario
  QString who;      ///< empty: oneself
  DrillScore score;
  int angerGoal = 40;
  int angerAtStart = 0;
  std::vector<DrillTurn> turns;  ///< empty when the talk cannot be done again
  QString opening;
  std::map<int, SpeechSpan> voices;    ///< recorded ones, by turn
  std::map<int, SpeechSpan> customer;  ///< what of her was heard, by the turn answered; 0 first
  std::optional<LastDrill> last;
  QString note;
};

/// Owner: the practice page, or the trainer's desk.
class DebriefView final : public QWidget {
  Q_OBJECT
 public:
  explicit DebriefView(const KeyTable& keys, QWidget* parent = nullptr);
  void show(const Debrief& debrief);
  using QWidget::show;
  const Debrief& debrief() const { return m_debrief; }
  /// One's own drills can be done again.
  void setAgainOffered(bool isOffered);
  /// Recorded voices that lie in memory only can be kept.
  void setVoicesKept(bool isKept);
  RowList* evidence() const { return m_evidence; }
  DrillTimeline* timeline() const { return m_timeline; }
  /// 0 lost, 1 earned, 2 all.
  void setFilter(int filter);

 Q_SIGNALS:
  /// The same scenario once more; with the same chance, or another.
  void againAsked(bool isSameSeed);
  void leaveAsked();
  /// Enter on a row: what was recorded in that turn, if anything.
  void voiceAsked(int turn);
  void keepVoicesAsked();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeLeft(const KeyTable& keys);
  QWidget* makeMiddle();
  QWidget* makeRight(const KeyTable& keys);
  void refreshEvidence();
  void showEvidence(const QString& key);
  static QString saidText(const DrillEvidence& row);
  DrillTimelineWords timelineWords() const;

  Debrief m_debrief;
  std::vector<int> m_marked;  ///< the evidence behind each mark
  Label* m_title = nullptr;
  Label* m_meta = nullptr;
  Label* m_score = nullptr;
  Label* m_change = nullptr;
  Label* m_end = nullptr;
  RichLabel* m_fatal = nullptr;
  DimensionBars* m_bars = nullptr;
  RichLabel* m_note = nullptr;
  DrillTimeline* m_timeline = nullptr;
  Label* m_evidenceTitle = nullptr;
  Segmented* m_filter = nullptr;
  RowList* m_evidence = nullptr;
  Label* m_which = nullptr;
  RichLabel* m_said = nullptr;
  RichLabel* m_reason = nullptr;
  Label* m_insteadTitle = nullptr;
  RichLabel* m_instead = nullptr;
  Label* m_lastTitle = nullptr;
  MeasureTable* m_measures = nullptr;
  HintButton* m_keepVoices = nullptr;
  HintButton* m_again = nullptr;
  HintButton* m_sameSeed = nullptr;
  HintButton* m_leave = nullptr;
};

}  // namespace yingda::ui
