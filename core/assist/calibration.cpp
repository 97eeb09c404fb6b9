// SPDX-License-Identifier: GPL-3.0-or-later
// One-dimensional searches over held-aside labels, and the usual measures.
#include "core/assist/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace yingda {
namespace {

double surprise(std::span<const ScoredLabel> labels, double temperature) {
  double sum = 0;
  for (const ScoredLabel& label : labels) {
    const float top = *std::max_element(label.scores.begin(), label.scores.end());
    double total = 0;
    for (const float score : label.scores) {
      total += std::exp((static_cast<double>(score) - static_cast<double>(top)) / temperature);
    }
    const double own = static_cast<double>(label.scores[static_cast<size_t>(label.label)]);
    sum += std::log(total) - (own - static_cast<double>(top)) / temperature;
  }
  return sum;
}

std::vector<Outcome> mostCertainFirst(std::span<const Outcome> outcomes) {
  std::vector<Outcome> sorted(outcomes.begin(), outcomes.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const Outcome& a, const Outcome& b) {
    return a.probability > b.probability;
  });
  return sorted;
}

}  // namespace

std::vector<float> probabilities(std::span<const float> scores, float temperature) {
  std::vector<float> result(scores.begin(), scores.end());
  if (result.empty()) return result;
  const float top = *std::max_element(result.begin(), result.end());
  float sum = 0;
  for (float& value : result) {
    value = std::exp((value - top) / temperature);
    sum += value;
  }
  for (float& value : result) value /= sum;
  return result;
}

float fittedTemperature(std::span<const ScoredLabel> labels) {
  if (labels.empty()) return 1;
  // The surprise has one valley over the logarithm of the temperature: a golden-section search.
  const double shrink = (std::sqrt(5.0) - 1) / 2;
  double low = std::log(0.02);
  double high = std::log(50.0);
  for (int step = 0; step < 40; ++step) {
    const double left = high - shrink * (high - low);
    const double right = low + shrink * (high - low);
    if (surprise(labels, std::exp(left)) < surprise(labels, std::exp(right))) {
      high = right;
    } else {
      low = left;
    }
  }
  return static_cast<float>(std::exp((low + high) / 2));
}

float fittedThreshold(std::span<const Outcome> outcomes, float precision) {
  float threshold = 2;
  double right = 0;
  double count = 0;
  const std::vector<Outcome> sorted = mostCertainFirst(outcomes);
  for (size_t i = 0; i < sorted.size(); ++i) {
    right += sorted[i].isRight ? 1 : 0;
    count += 1;
    const bool isLastOfItsProbability =
        i + 1 == sorted.size() || sorted[i + 1].probability < sorted[i].probability;
    const double held = static_cast<double>(precision);
    const double spread = std::sqrt(count * held * (1 - held));
    if (isLastOfItsProbability && right - spread >= held * count) {
      threshold = sorted[i].probability;
    }
  }
  return threshold;
}

double coverageAt(std::span<const Outcome> outcomes, double precision) {
  size_t covered = 0;
  double right = 0;
  const std::vector<Outcome> sorted = mostCertainFirst(outcomes);
  for (size_t i = 0; i < sorted.size(); ++i) {
    right += sorted[i].isRight ? 1 : 0;
    if (right / static_cast<double>(i + 1) >= precision) covered = i + 1;
  }
  return sorted.empty() ? 0 : static_cast<double>(covered) / static_cast<double>(sorted.size());
}

double calibrationError(std::span<const Outcome> outcomes) {
  constexpr size_t binCount = 10;
  std::array<double, binCount> told{};
  std::array<double, binCount> right{};
  for (const Outcome& outcome : outcomes) {
    const auto bin =
        std::min(binCount - 1, static_cast<size_t>(std::max(0.0f, outcome.probability) * 10));
    told[bin] += static_cast<double>(outcome.probability);
    right[bin] += outcome.isRight ? 1 : 0;
  }
  double error = 0;
  for (size_t bin = 0; bin < binCount; ++bin) error += std::abs(told[bin] - right[bin]);
  return outcomes.empty() ? 0 : error / static_cast<double>(outcomes.size());
}

void Tally::add(int told, int label, float probability) {
  const auto classes = static_cast<size_t>(std::max(told, label)) + 1;
  if (m_classes.size() < classes) m_classes.resize(classes);
  if (told >= 0) ++m_classes[static_cast<size_t>(told)].told;
  ++m_classes[static_cast<size_t>(label)].labels;
  if (told == label) ++m_classes[static_cast<size_t>(label)].right;
  m_outcomes.push_back({probability, told == label});
}

double Tally::accuracy() const {
  const auto right = std::count_if(m_outcomes.begin(), m_outcomes.end(),
                                   [](const Outcome& outcome) { return outcome.isRight; });
  return m_outcomes.empty() ? 0 : static_cast<double>(right) / count();
}

double Tally::macroF1() const {
  double sum = 0;
  int classes = 0;
  for (const Class& each : m_classes) {
    if (each.told + each.labels == 0) continue;
    ++classes;
    sum += 2.0 * each.right / (each.told + each.labels);
  }
  return classes == 0 ? 0 : sum / classes;
}

}  // namespace yingda
