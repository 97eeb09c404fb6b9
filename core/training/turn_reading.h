// SPDX-License-Identifier: GPL-3.0-or-later
// What one sentence of a trainee shows: the rules of production, read as signs.
#pragma once

#include "core/assist/fact_check.h"
#include "core/assist/wording_lint.h"
#include "core/domain/milestones.h"
#include "core/training/drill_words.h"
#include "core/training/score_card.h"

namespace yingda {

/// Everything a drill borrows; all of it outlives the drill.
struct DrillRules {
  const Starter& starter;
  const MilestoneEngine& engine;
  const WordingLint& lint;
  const LintWords& words;
  const ScoreCard& card;
};

/// The words of the lint's own file, for readers of time and persons.
const LintWords& builtInLintWords();

/// What has to be known of the talk so far.
struct TurnContext {
  Instant now{};
  DrillSeat seat;
  bool isFirst = false;
  bool knowsName = false;
  bool knowsHome = false;
  bool isAngry = false;     ///< from the card's `angryFrom` on
  bool hadEmpathy = false;  ///< in an earlier turn
  Milliseconds silence{};   ///< before the trainee spoke
};

struct TurnReading {
  TurnSigns signs;
  QString folded;
  std::vector<Remark> remarks;
  std::vector<FactRemark> contradictions;
  /// The words that show a sign, as said; none for silence.
  QHash<TurnSign, QString> quotes;
  /// The sayings of the opening and of the end, whatever the turn.
  bool greets = false;
  bool namesCompany = false;
  bool namesStaff = false;
  bool offers = false;
  bool tellsNumber = false;
};

/// Thread: any; pure.
TurnReading readTurn(const QString& said, const Scenario& scenario, const DrillRules& rules,
                     const TurnContext& context);

}  // namespace yingda
