// SPDX-License-Identifier: GPL-3.0-or-later
// One drill while it runs: the customer's state, what she answers, and how it ends.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/ticket_draft.h"
#include "core/training/turn_reading.h"

namespace yingda {

enum class DrillHint { Off, Points, Sentence };  ///< 关 要点 整句
enum class DrillMode { Practice, Assessment };   ///< 练习 考核

struct DrillSetting {
  DrillMode mode = DrillMode::Practice;
  DrillHint hint = DrillHint::Off;
  DrillSeat seat;
};

/// What the trainee did since the customer's last word.
struct DrillInput {
  QString said;
  Milliseconds silence{};  ///< before she began to speak
  TicketDraft form;        ///< the form as it stands now
};

/// What a sign did to the customer.
struct DrillMove {
  TurnSign sign = TurnSign::Question;
  int anger = 0;
  int trust = 0;
};

/// One turn: the trainee's words, and what they came to.
struct DrillTurn {
  int number = 1;
  Milliseconds at{};  ///< since the call came
  QString said;
  Milliseconds silence{};
  QString node;  ///< where the talk was
  TurnReading reading;
  std::vector<DrillMove> moves;
  int angerBefore = 0;
  int angerAfter = 0;
  int trustAfter = 0;
  QStringList facts;   ///< told by the customer's answer
  QStringList safety;  ///< safety sentences said
  QStringList events;
  int elements = 0;  ///< of the five, in the form
  QString answer;    ///< what the customer says
};

/// What a drill should reach, shown above the talk.
struct DrillGoal {
  enum class Kind { ToldInTime, PromiseSaid, AngerBelow };
  Kind kind = Kind::ToldInTime;
  int number = 0;  ///< minutes, or anger
  bool isReached = false;
};

/// Thread: one at a time. Clock, chance and rules are borrowed and outlive it; the clock should
/// stand at the scenario's `calledAt` when it starts, because deadlines are counted from there.
/// The same scenario, inputs, times and seed give the same drill.
/// Limits: 60 turns; the first 2,000 characters of what is said.
class Drill {
 public:
  /// Refuses hints in an assessment.
  static Result<Drill> start(Scenario scenario, const DrillRules& rules,
                             const DrillSetting& setting, const Clock& clock, Random& random);

  /// What the customer says first.
  const QString& opening() const { return m_opening; }
  /// Takes what the trainee said; the customer's answer is in the turn. A broken invariant when it
  /// is over already.
  const DrillTurn& answer(const DrillInput& input);
  /// The trainee ends the call: Unfinished, unless it was over.
  void hangUp(const TicketDraft& form);

  bool isOver() const { return m_end.has_value(); }
  std::optional<DrillEnd> end() const { return m_end; }
  int anger() const { return m_anger; }
  int trust() const { return m_trust; }
  EmotionLevel mood() const { return moodOf(m_anger); }
  static EmotionLevel moodOf(int anger);
  const ScenarioNode& node() const { return m_scenario.nodes[static_cast<size_t>(m_node)]; }
  int turnsHere() const { return m_turnsHere; }
  bool knows(const QString& fact) const { return m_facts.contains(fact); }
  /// The facts told so far with the turn that told them; 0 is the opening.
  const QHash<QString, int>& facts() const { return m_facts; }
  const QStringList& safetySaid() const { return m_safety; }
  const std::vector<DrillTurn>& turns() const { return m_turns; }
  const TicketDraft& form() const { return m_form; }
  const Scenario& scenario() const { return m_scenario; }
  const DrillRules& rules() const { return *m_rules; }
  const DrillSetting& setting() const { return m_setting; }
  Instant startedAt() const { return m_startedAt; }
  Instant now() const { return m_clock->now(); }
  /// Empty with hints off; else the part's 要点, or its next 整句 filled in.
  QString hint() const;
  /// The part's model sentence for this moment, whatever the hints: for scoring and for bots.
  QString modelSentence() const;
  /// The same with its open places.
  QString modelSource() const;
  DrillTimes times() const;
  QString filled(const QString& sentence) const;
  std::vector<DrillGoal> goals() const;
  /// The clocks of the ticket as it should be, with what the form says was done.
  MilestoneInput milestoneInput() const;

 private:
  Drill(Scenario scenario, const DrillRules& rules, const DrillSetting& setting, const Clock& clock,
        Random& random);
  bool holds(const ScenarioCondition& condition, const DrillTurn& turn) const;
  bool holdsAsSaid(const ScenarioCondition& condition, const DrillTurn& turn) const;
  bool isFilled(const QString& word) const;
  bool knowsAll() const;
  QString draw(const std::vector<ScenarioLine>& lines);
  void tell(const QStringList& facts, DrillTurn& turn);
  void moveFeelings(DrillTurn& turn);
  void hearSafety(DrillTurn& turn);
  QString react(const DrillTurn& turn);
  QString answerAsked(DrillTurn& turn);
  QString happen(DrillTurn& turn);
  QString goOn(DrillTurn& turn, bool hasSpoken);
  QString enter(const ScenarioTarget& target, DrillTurn& turn);
  QString finish(DrillEnd end);

  Scenario m_scenario;
  const DrillRules* m_rules;
  DrillSetting m_setting;
  const Clock* m_clock;
  Random* m_random;
  Instant m_startedAt{};
  QString m_opening;
  int m_anger = 0;
  int m_trust = 0;
  int m_badTurns = 0;
  int m_node = 0;
  int m_turnsHere = 0;
  bool m_isMovedOn = false;
  QHash<TurnSign, int> m_used;
  QHash<QString, int> m_facts;
  QStringList m_safety;
  QStringList m_happened;
  std::vector<DrillTurn> m_turns;
  TicketDraft m_form;
  std::optional<DrillEnd> m_end;
};

}  // namespace yingda
