// SPDX-License-Identifier: GPL-3.0-or-later
// From scores to probabilities that may be believed: temperature, threshold, and how far off they
// are.
#pragma once

#include <span>
#include <vector>

namespace yingda {

/// Scores of every class for a text whose label is known, from weights that had not seen it.
struct ScoredLabel {
  std::vector<float> scores;
  int label = 0;
};

/// A probability that was told, and whether the class it was told of was right.
struct Outcome {
  float probability = 0;
  bool isRight = false;
};

/// Scores divided by the temperature, as probabilities that sum to one.
std::vector<float> probabilities(std::span<const float> scores, float temperature);

/// The temperature (0.02 to 50) under which the labels are most likely; 1 without any.
float fittedTemperature(std::span<const ScoredLabel> labels);

/// The lowest probability from which on `precision` of the outcomes and a standard error more
/// were right, so that chance in few of them does not lower it; above 1 when none holds it.
float fittedThreshold(std::span<const Outcome> outcomes, float precision);

/// Share of the outcomes that can be accepted, most certain first, while `precision` holds.
double coverageAt(std::span<const Outcome> outcomes, double precision);

/// Mean distance of told probability and share of right ones over ten equal bins, weighted by their
/// size.
double calibrationError(std::span<const Outcome> outcomes);

/// Labels told and true, and what follows from them.
class Tally {
 public:
  void add(int told, int label, float probability);
  int count() const { return static_cast<int>(m_outcomes.size()); }
  /// Share of right ones; 0 without any.
  double accuracy() const;
  /// Mean F1 over the classes that occur as label or were told.
  double macroF1() const;
  double coverageAt95() const { return coverageAt(m_outcomes, 0.95); }
  double calibrationError() const { return yingda::calibrationError(m_outcomes); }
  const std::vector<Outcome>& outcomes() const { return m_outcomes; }

 private:
  struct Class {
    int right = 0;
    int told = 0;
    int labels = 0;
  };
  std::vector<Class> m_classes;
  std::vector<Outcome> m_outcomes;
};

}  // namespace yingda
