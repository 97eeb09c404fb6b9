// SPDX-License-Identifier: GPL-3.0-or-later
// What a drill is worth: a hundred points, each with the turn, the words and the rule behind it.
#pragma once

#include "core/training/drill.h"

namespace yingda {

/// One row of the debriefing. Negative points are lost; others were earned, or are given back.
struct DrillEvidence {
  int turn = 0;       ///< 0 is the whole drill
  Milliseconds at{};  ///< since the call came
  QString dimension;
  int points = 0;
  QString rule;           ///< promise.said, or a rule of the lint: V.soon
  QString quote;          ///< what was said, or shows; empty when something was never said
  QString reason;         ///< why
  QString instead;        ///< what to say; empty when it is done and not said
  bool isSaid = true;     ///< the quote is the trainee's; else what form, clock or mood shows
  bool isReturn = false;  ///< points lost by an offence, back because it was made good
};

struct DimensionScore {
  QString id;
  QString name;
  int score = 0;
  int max = 0;
};

/// What is compared with the trainee's own last drill.
struct DrillMeasures {
  int angerHighest = 0;
  int angerAtEnd = 0;
  std::optional<Milliseconds> elementsComplete;  ///< when the fifth element stood in the form
  int vagueWords = 0;
  Milliseconds longestSilence{};
  int turns = 0;
  Milliseconds length{};
};

struct DrillScore {
  int score = 0;      ///< the sum of the dimensions; 0 when something fatal was said
  QStringList fatal;  ///< rules that made it 0
  std::vector<DimensionScore> dimensions;
  std::vector<DrillEvidence> evidence;  ///< in the order of the talk; missing things last
  DrillEnd end = DrillEnd::Unfinished;
  DrillMeasures measures;
};

/// Of a drill as it stands; one that is not over is scored as if the trainee hung up now. A
/// dimension's score is its maximum and the negative and returned points of its rows. Thread: any;
/// pure.
DrillScore scoreDrill(const Drill& drill);

}  // namespace yingda
