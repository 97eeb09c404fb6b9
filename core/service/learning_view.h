// SPDX-License-Identifier: GPL-3.0-or-later
// What the copilot has learned from confirmed labels, and how wrong it is: measured, never claimed.
#pragma once

#include <QString>
#include <vector>

#include "core/base/local_time.h"

namespace yingda {

/// How good the triage was on labels that were held back, after so many others.
struct LearningPoint {
  int labels = 0;  ///< 0: the rules alone
  double accuracy = 0;
  double macroF1 = 0;
  friend bool operator==(const LearningPoint&, const LearningPoint&) = default;
};

/// Two categories that are taken for each other.
struct LearningConfusion {
  QString told;   ///< id of a category
  QString label;  ///< id of what people confirmed
  int count = 0;
  friend bool operator==(const LearningConfusion&, const LearningConfusion&) = default;
};

/// Everything but the count is of the last fit.
struct LearningView {
  int labels = 0;  ///< confirmed so far, the last fit's and those since
  int heldBack = 0;
  std::vector<LearningPoint> curve;  ///< by rising labels; empty while there are too few
  double coverageAt95 = 0;
  double decided = 0;       ///< share of the held-back ones that the triage was sure of
  double decidedRight = 0;  ///< share of right ones among those
  double threshold = 0;
  double calibrationError = 0;
  std::vector<LearningConfusion> confusions;  ///< the most frequent first, at most eight
  Instant fittedAt{};                         ///< the epoch before the first fit
  bool isLearning = false;
};

}  // namespace yingda
