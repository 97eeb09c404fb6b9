// SPDX-License-Identifier: GPL-3.0-or-later
// Dual coordinate descent for one-against-rest squared hinge, cross-fitted for calibration.
#include "core/assist/batch_fit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace yingda {
namespace {

constexpr int passes = 10;
constexpr float cost = 20;
/// How far features follow their log-count ratio: 0 not at all, 1 wholly.
constexpr float ratioShare = 0.6f;
constexpr float ratioSmoothing = 0.1f;
constexpr float ratioMax = 3;
/// Up to here every label is held aside once; above, the last ones are.
constexpr size_t crossFitMax = 2000;
constexpr size_t crossFolds = 4;
constexpr size_t asideMax = 1000;
constexpr size_t calibratedMin = 20;
constexpr float biasFeature = 1;

}  // namespace

BatchFit::BatchFit(SoftmaxLearner& learner, const std::vector<Example>& examples, Random& random,
                   const std::atomic<bool>* stop)
    : m_learner(learner),
      m_examples(examples),
      m_random(random),
      m_stop(stop),
      m_stride(static_cast<size_t>(learner.m_stride)),
      m_classes(static_cast<size_t>(learner.m_labels.size())) {}

bool BatchFit::run() {
  const size_t count = m_examples.size();
  std::vector<int> all(count);
  std::iota(all.begin(), all.end(), 0);
  m_aside.clear();
  if (m_classes > 1 && count >= calibratedMin) {
    const size_t folds = count <= crossFitMax ? crossFolds : 1;
    const size_t last = std::min(asideMax, count / 5);
    for (size_t fold = 0; fold < folds; ++fold) {
      std::vector<int> kept;
      std::vector<int> aside;
      for (size_t i = 0; i < count; ++i) {
        const bool isAside = folds > 1 ? i % folds == fold : i + last >= count;
        (isAside ? aside : kept).push_back(static_cast<int>(i));
      }
      solve(kept);
      if (isStopped()) return false;
      scoreAside(aside);
    }
  }
  solve(all);
  if (isStopped()) return false;
  // The online steps that follow speak of probabilities: the temperature moves into the weights.
  const float scale = m_aside.empty() ? 1.0f : 1.0f / fittedTemperature(m_aside);
  for (float& weight : m_learner.m_weights) weight *= scale;
  for (float& bias : m_learner.m_bias) bias *= scale;
  std::fill(m_learner.m_squares.begin(), m_learner.m_squares.end(), 1.0f);
  for (ScoredLabel& each : m_aside) {
    for (float& score : each.scores) score *= scale;
  }
  constexpr size_t keptMax = 500;
  const size_t from = m_aside.size() > keptMax ? m_aside.size() - keptMax : 0;
  m_learner.m_recent.assign(m_aside.begin() + static_cast<qsizetype>(from), m_aside.end());
  if (!m_aside.empty()) m_learner.calibrate();
  m_learner.m_temperature = 1;
  return true;
}

void BatchFit::scoreAside(const std::vector<int>& aside) {
  for (const int i : aside) {
    const Example& example = m_examples[static_cast<size_t>(i)];
    m_aside.push_back({m_learner.scores(example.entries), example.label});
  }
}

void BatchFit::scaleByRatio(const std::vector<int>& chosen) {
  const size_t rows = m_learner.m_squares.size();
  std::vector<float> counts(rows * m_stride, 0.0f);
  std::vector<float> totals(rows, 0.0f);
  std::vector<double> classSums(m_stride, 0.0);
  double sum = 0;
  for (const int i : chosen) {
    const Example& example = m_examples[static_cast<size_t>(i)];
    const auto label = static_cast<size_t>(example.label);
    for (const auto& entry : example.entries) {
      const auto row = static_cast<size_t>(entry.row);
      counts[row * m_stride + label] += entry.value;
      totals[row] += entry.value;
      classSums[label] += static_cast<double>(entry.value);
      sum += static_cast<double>(entry.value);
    }
  }
  m_ratio.assign(rows * m_stride, 1.0f);
  const double spread =
      static_cast<double>(ratioSmoothing) * static_cast<double>(size_t{1} << m_learner.m_bits);
  std::vector<float> offsets(m_stride, 0.0f);
  for (size_t k = 0; k < m_classes; ++k) {
    offsets[k] =
        static_cast<float>(std::log((sum - classSums[k] + spread) / (classSums[k] + spread)));
  }
  for (size_t row = 0; row < rows; ++row) {
    if (totals[row] <= 0) continue;
    for (size_t k = 0; k < m_classes; ++k) {
      const float own = counts[row * m_stride + k] + ratioSmoothing;
      const float rest = totals[row] - counts[row * m_stride + k] + ratioSmoothing;
      const float ratio = std::abs(std::log(own / rest) + offsets[k]);
      m_ratio[row * m_stride + k] = 1 - ratioShare + ratioShare * std::min(ratioMax, ratio);
    }
  }
  for (float& ratio : m_ratio) ratio *= ratio;
}

void BatchFit::descend(const std::vector<int>& order) {
  // A label has one text of its own against those of all others: the more classes, the more it
  // weighs.
  const float ownCost = cost * std::max(1.0f, std::sqrt(static_cast<float>(m_classes)));
  std::vector<float> change(m_classes);
  for (const int i : order) {
    if (isStopped()) return;
    const Example& example = m_examples[static_cast<size_t>(i)];
    const std::vector<float> scores = m_learner.scores(example.entries);
    float* dual = m_dual.data() + static_cast<size_t>(i) * m_classes;
    const float* lengths = m_lengths.data() + static_cast<size_t>(i) * m_classes;
    bool isChanged = false;
    for (size_t k = 0; k < m_classes; ++k) {
      const bool isOwn = static_cast<int>(k) == example.label;
      const float side = isOwn ? 1.0f : -1.0f;
      const float slack = 1 / (2 * (isOwn ? ownCost : cost));
      const float slope = side * scores[k] - 1 + dual[k] * slack;
      const float next = std::max(0.0f, dual[k] - slope / (lengths[k] + slack));
      change[k] = (next - dual[k]) * side;
      dual[k] = next;
      isChanged = isChanged || change[k] != 0;
    }
    if (!isChanged) continue;
    for (const auto& entry : example.entries) {
      const size_t at = static_cast<size_t>(entry.row) * m_stride;
      float* weights = m_learner.m_weights.data() + at;
      const float* ratio = m_ratio.data() + at;
      for (size_t k = 0; k < m_classes; ++k) weights[k] += change[k] * entry.value * ratio[k];
    }
    for (size_t k = 0; k < m_classes; ++k) {
      m_learner.m_bias[k] += change[k] * biasFeature * biasFeature;
    }
  }
}

void BatchFit::solve(const std::vector<int>& chosen) {
  std::fill(m_learner.m_weights.begin(), m_learner.m_weights.end(), 0.0f);
  std::fill(m_learner.m_bias.begin(), m_learner.m_bias.end(), 0.0f);
  scaleByRatio(chosen);
  m_dual.assign(m_examples.size() * m_classes, 0.0f);
  m_lengths.assign(m_examples.size() * m_classes, biasFeature * biasFeature);
  for (const int i : chosen) {
    float* lengths = m_lengths.data() + static_cast<size_t>(i) * m_classes;
    for (const auto& entry : m_examples[static_cast<size_t>(i)].entries) {
      const float* ratio = m_ratio.data() + static_cast<size_t>(entry.row) * m_stride;
      for (size_t k = 0; k < m_classes; ++k) lengths[k] += entry.value * entry.value * ratio[k];
    }
  }
  std::vector<int> order = chosen;
  for (int pass = 0; pass < passes; ++pass) {
    for (size_t left = order.size(); left > 1; --left) {
      std::swap(order[left - 1], order[static_cast<size_t>(m_random.below(left))]);
    }
    descend(order);
  }
}

}  // namespace yingda
