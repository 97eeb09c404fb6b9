// SPDX-License-Identifier: GPL-3.0-or-later
// 先派后补: the questions that save lives, one at a time, and the dispatch under them.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QWidget>
#include <vector>

#include "core/base/local_time.h"
#include "core/domain/starter.h"

class QHBoxLayout;
class QVBoxLayout;

namespace yingda {
class Clock;
}

namespace yingda::ui {

class HintButton;
class Label;
class LineBox;
class RichLabel;

/// The engineer on duty, to be told by telephone because the store may be offline.
struct DutyEngineer {
  QString name;    ///< 张师傅
  QString number;  ///< canonical; empty when unknown
};

/// One question with its answers, the thing to do, the thing never to do, the outside numbers, the
/// engineer on duty, and 立即派单. Esc folds it. The workbench gives it Ctrl+1…9.
/// Owner: the form. Limits: starter and clock outlive it; at most 9 answers.
class SafetyPanel final : public QWidget {
  Q_OBJECT
 public:
  SafetyPanel(const Starter& starter, const Clock& clock, QWidget* parent = nullptr);
  /// Null: no situation fits; then only the engineer and the button stand there.
  void open(const SafetySituation* situation);
  /// Another situation after an answer; the questions that were asked already are left out.
  void changeTo(const SafetySituation* situation);
  void setDuty(const DutyEngineer& duty);
  /// The outside numbers as the community has them; those of the starter until then.
  void setNumbers(const std::vector<OutsideNumber>& numbers);
  /// Offers to fill in the duty and the numbers; only for who may.
  void setDutyEditable(bool editable);
  /// The numbers that were called already, with their times.
  void setCalled(const QHash<QString, Instant>& called);
  void fold();
  bool isOpen() const { return m_isOpen; }
  const SafetySituation* situation() const { return m_situation; }
  /// The question that stands there now; -1 when all are answered.
  int question() const;
  /// The n-th answer, from 1; false when there is none.
  bool answerByIndex(int digit);
  HintButton* dispatchButton() const { return m_dispatch; }
  /// Puts everything that Tab reaches here behind `before`, as it stands from top to bottom; gives
  /// the last of them.
  QWidget* chainTabs(QWidget* before);

 Q_SIGNALS:
  void answered(const QString& question, const QString& label, const QJsonObject& set);
  void outsideCalled(const QString& outsideNumberId);
  /// What the engineer said; may be empty.
  void dutyTold(const QString& text);
  void dutyEditAsked();
  void dispatchAsked();
  void folded();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeHead();
  QWidget* makeDuty();
  void showQuestion();
  void showNumbers();
  void showDuty();
  void tellDuty();

  const Starter& m_starter;
  const Clock& m_clock;
  const SafetySituation* m_situation = nullptr;
  DutyEngineer m_duty;
  std::vector<OutsideNumber> m_outside;
  QStringList m_asked;  // questions that were answered
  QStringList m_call;   // outside numbers to call, in order
  QHash<QString, Instant> m_called;
  std::optional<Instant> m_toldAt;
  bool m_isOpen = false;
  Label* m_title = nullptr;
  Label* m_step = nullptr;
  RichLabel* m_ask = nullptr;
  QWidget* m_answers = nullptr;
  RichLabel* m_do = nullptr;
  class SafetyNever* m_never = nullptr;
  QWidget* m_numbers = nullptr;
  QWidget* m_dutyRow = nullptr;
  Label* m_dutyName = nullptr;
  LineBox* m_dutyText = nullptr;
  HintButton* m_dutyTold = nullptr;
  HintButton* m_dutyEdit = nullptr;
  HintButton* m_dispatch = nullptr;
  HintButton* m_fold = nullptr;
};

}  // namespace yingda::ui
