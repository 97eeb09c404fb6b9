// SPDX-License-Identifier: GPL-3.0-or-later
// Plain descent on a convex sum: sixteen signs and four levels need nothing cleverer.
#include "core/assist/emotion_fit.h"

#include <algorithm>
#include <cmath>

namespace yingda {

namespace {

constexpr int rounds = 300;
constexpr double pull = 2.0;  // worth two labels for each weight
constexpr double moveMost = 1.5;

using Signs = std::array<double, emotionFeatureCount>;
using Shares = std::array<double, emotionLevelCount>;

Shares sharesOf(const EmotionWeights& weights, const Signs& signs) {
  Shares shares{};
  for (size_t level = 0; level < shares.size(); ++level) {
    for (size_t i = 0; i < signs.size(); ++i) shares[level] += weights.rows[level][i] * signs[i];
  }
  const double top = *std::max_element(shares.begin(), shares.end());
  double sum = 0;
  for (double& share : shares) sum += share = std::exp(share - top);
  for (double& share : shares) share /= sum;
  return shares;
}

}  // namespace

Result<EmotionWeights> refitEmotion(const EmotionMeter& shipped,
                                    const std::vector<FeltText>& labels,
                                    const std::atomic<bool>* stop) {
  std::vector<Signs> signs;
  signs.reserve(labels.size());
  double steepest = pull;
  for (const FeltText& label : labels) {
    signs.push_back(shipped.signsIn(label.text).values);
    for (const double value : signs.back()) steepest += value * value / 2;
  }
  const EmotionWeights& start = shipped.weights();
  EmotionWeights weights = start;
  for (int round = 0; round < rounds; ++round) {
    if (stop && stop->load()) return Error{ErrorCode::Cancelled, QStringLiteral("closing")};
    EmotionWeights slope;
    for (size_t n = 0; n < labels.size(); ++n) {
      const Shares shares = sharesOf(weights, signs[n]);
      for (size_t level = 0; level < shares.size(); ++level) {
        const double isTrue = level == static_cast<size_t>(labels[n].level) ? 1.0 : 0.0;
        const double off = shares[level] - isTrue;
        for (size_t i = 0; i < signs[n].size(); ++i) slope.rows[level][i] += off * signs[n][i];
      }
    }
    for (size_t level = 0; level < weights.rows.size(); ++level) {
      for (size_t i = 0; i < weights.rows[level].size(); ++i) {
        const double from = start.rows[level][i];
        double& weight = weights.rows[level][i];
        weight -= (slope.rows[level][i] + pull * (weight - from)) / steepest;
        weight = std::clamp(weight, from - moveMost, from + moveMost);
      }
    }
  }
  return weights;
}

}  // namespace yingda
