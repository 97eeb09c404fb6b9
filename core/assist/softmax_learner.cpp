// SPDX-License-Identifier: GPL-3.0-or-later
// Scores, the online step, and what is kept of the last labels.
#include "core/assist/softmax_learner.h"

#include <algorithm>
#include <cmath>

#include "core/assist/batch_fit.h"

namespace yingda {
namespace {

constexpr int recentMax = 500;
constexpr int replayLabels = 1000;
constexpr int replaysEach = 8;
constexpr int calibrateEach = 50;
constexpr int wideClasses = 32;
constexpr int wideBits = 15;
constexpr float learningRate = 0.5f;
constexpr float precisionHeld = 0.95f;

}  // namespace

SoftmaxLearner::SoftmaxLearner(int classes) {
  m_bits = classes > wideClasses ? wideBits : featureBitsMax;
  m_rowOf.assign(size_t{1} << m_bits, -1);
  m_textsWith.assign(size_t{1} << m_bits, 0);
  widen((std::max(classes, 1) + 7) / 8 * 8);
}

void SoftmaxLearner::widen(int stride) {
  if (stride <= m_stride) return;
  const auto from = static_cast<size_t>(m_stride);
  const auto to = static_cast<size_t>(stride);
  const size_t rows = m_squares.size();
  std::vector<float> weights(rows * to, 0.0f);
  for (size_t row = 0; row < rows; ++row) {
    std::copy_n(m_weights.begin() + static_cast<qsizetype>(row * from), from,
                weights.begin() + static_cast<qsizetype>(row * to));
  }
  m_weights = std::move(weights);
  m_bias.resize(to, 0.0f);
  m_stride = stride;
}

void SoftmaxLearner::clearWeights() {
  std::fill(m_rowOf.begin(), m_rowOf.end(), -1);
  std::fill(m_textsWith.begin(), m_textsWith.end(), 0);
  std::fill(m_bias.begin(), m_bias.end(), 0.0f);
  m_weights.clear();
  m_squares.clear();
  m_texts = 0;
  m_recent.clear();
  m_replayed.clear();
  m_temperature = 1;
  m_threshold = 2;
}

Result<int> SoftmaxLearner::indexOf(const QString& label) {
  const qsizetype known = m_labels.indexOf(label);
  if (known >= 0) return static_cast<int>(known);
  if (m_labels.size() >= classesMax)
    return Error{ErrorCode::Invalid, QStringLiteral("too many labels")};
  m_labels << label;
  if (m_labels.size() > m_stride) widen(m_stride * 2);
  return static_cast<int>(m_labels.size()) - 1;
}

float SoftmaxLearner::rarity(quint32 bucket) const {
  const auto texts = static_cast<float>(m_texts + 1);
  return 1.0f + std::log(texts / static_cast<float>(m_textsWith[bucket] + 1));
}

void SoftmaxLearner::countTexts(const Features& features) {
  ++m_texts;
  for (const Feature& feature : features) ++m_textsWith[folded(feature.bucket)];
}

SoftmaxLearner::Entries SoftmaxLearner::entriesOf(const Features& features) const {
  Entries entries;
  entries.reserve(features.size());
  float squares = 0;
  for (const Feature& feature : features) {
    const quint32 bucket = folded(feature.bucket);
    if (m_rowOf[bucket] < 0) continue;
    const float value = feature.weight * rarity(bucket);
    squares += value * value;
    entries.push_back({m_rowOf[bucket], value});
  }
  const float scale = squares > 0 ? 1 / std::sqrt(squares) : 0;
  for (Entry& entry : entries) entry.value *= scale;
  return entries;
}

SoftmaxLearner::Entries SoftmaxLearner::entriesWithRows(const Features& features) {
  for (const Feature& feature : features) {
    qint32& row = m_rowOf[folded(feature.bucket)];
    if (row >= 0) continue;
    row = static_cast<qint32>(m_squares.size());
    m_squares.push_back(0);
    m_weights.resize(m_weights.size() + static_cast<size_t>(m_stride), 0.0f);
  }
  return entriesOf(features);
}

std::vector<float> SoftmaxLearner::scores(const Entries& entries) const {
  const auto stride = static_cast<size_t>(m_stride);
  std::vector<float> sums(m_bias.begin(), m_bias.begin() + m_stride);
  float* sum = sums.data();
  for (const Entry& entry : entries) {
    const float* weights = m_weights.data() + static_cast<size_t>(entry.row) * stride;
    for (size_t k = 0; k < stride; ++k) sum[k] += entry.value * weights[k];
  }
  sums.resize(static_cast<size_t>(m_labels.size()));
  return sums;
}

std::vector<float> SoftmaxLearner::predict(const Features& features) const {
  return probabilities(scores(entriesOf(features)), m_temperature);
}

SoftmaxLearner::Answer SoftmaxLearner::best(const Features& features) const {
  const std::vector<float> each = predict(features);
  if (each.empty()) return {-1, 0};
  const auto top = std::max_element(each.begin(), each.end());
  return {static_cast<int>(top - each.begin()), *top};
}

float SoftmaxLearner::weight(quint32 bucket, int label) const {
  const quint32 own = folded(bucket);
  if (m_rowOf[own] < 0 || m_labels.isEmpty()) return 0;
  const float* weights =
      m_weights.data() + static_cast<size_t>(m_rowOf[own]) * static_cast<size_t>(m_stride);
  float sum = 0;
  for (qsizetype k = 0; k < m_labels.size(); ++k) sum += weights[k];
  return (weights[label] - sum / static_cast<float>(m_labels.size())) * rarity(own);
}

void SoftmaxLearner::step(const Example& example) {
  std::vector<float> slope = probabilities(scores(example.entries), 1);
  slope[static_cast<size_t>(example.label)] -= 1;
  float squares = 0;
  for (const float value : slope) squares += value * value;
  const auto stride = static_cast<size_t>(m_stride);
  for (const Entry& entry : example.entries) {
    float& sum = m_squares[static_cast<size_t>(entry.row)];
    sum += squares * entry.value * entry.value;
    if (sum <= 0) continue;
    const float rate = learningRate * entry.value / std::sqrt(sum);
    float* weights = m_weights.data() + static_cast<size_t>(entry.row) * stride;
    for (size_t k = 0; k < slope.size(); ++k) weights[k] -= rate * slope[k];
  }
  const float biasRate = 0.1f / std::sqrt(static_cast<float>(m_count + 1));
  for (size_t k = 0; k < slope.size(); ++k) m_bias[k] -= biasRate * slope[k];
}

void SoftmaxLearner::remember(ScoredLabel outcome) {
  m_recent.push_back(std::move(outcome));
  if (m_recent.size() > recentMax) m_recent.pop_front();
  if (++m_sinceCalibrated >= calibrateEach) calibrate();
}

void SoftmaxLearner::calibrate() {
  m_sinceCalibrated = 0;
  std::vector<ScoredLabel> recent(m_recent.begin(), m_recent.end());
  // A label that was new at its time was scored with fewer classes.
  for (ScoredLabel& each : recent) {
    if (static_cast<size_t>(each.label) >= each.scores.size()) {
      each.scores.resize(static_cast<size_t>(each.label) + 1, 0.0f);
    }
  }
  m_temperature = fittedTemperature(recent);
  std::vector<Outcome> outcomes;
  for (const ScoredLabel& each : recent) {
    const std::vector<float> told = probabilities(each.scores, m_temperature);
    const auto top = std::max_element(told.begin(), told.end());
    outcomes.push_back({*top, static_cast<int>(top - told.begin()) == each.label});
  }
  m_threshold = fittedThreshold(outcomes, precisionHeld);
}

Result<void> SoftmaxLearner::learn(const LabelledText& text, Random& random) {
  const auto label = indexOf(text.label);
  if (!label) return label.error();
  if (m_labels.size() > 1) remember({scores(entriesOf(text.features)), *label});
  countTexts(text.features);
  ++m_count;
  Example example{entriesWithRows(text.features), *label};
  step(example);
  if (m_count <= replayLabels) m_replayed.push_back(std::move(example));
  for (int i = 0; i < replaysEach && !m_replayed.empty(); ++i) {
    step(m_replayed[static_cast<size_t>(random.below(m_replayed.size()))]);
  }
  return {};
}

Result<void> SoftmaxLearner::refit(const std::vector<LabelledText>& texts, Random& random,
                                   const std::atomic<bool>* stop) {
  clearWeights();
  m_labels.clear();
  std::vector<Example> examples;
  examples.reserve(texts.size());
  for (const LabelledText& text : texts) {
    const auto label = indexOf(text.label);
    if (!label) return label.error();
    countTexts(text.features);
  }
  for (const LabelledText& text : texts) {
    examples.push_back({entriesWithRows(text.features), labelIndex(text.label)});
  }
  m_count = static_cast<int>(texts.size());
  BatchFit fit(*this, examples, random, stop);
  if (!fit.run()) return Error{ErrorCode::Cancelled, QStringLiteral("refit")};
  return {};
}

}  // namespace yingda
