// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of the emotion meter anew, from the levels that people have put right.
#pragma once

#include <atomic>
#include <vector>

#include "core/assist/emotion.h"

namespace yingda {

/// What an owner said, and how a person judged it.
struct FeltText {
  QString text;
  EmotionLevel level = EmotionLevel::Calm;
};

/// Fewer say more about one day than about owners.
inline constexpr size_t feltLeast = 20;

/// Fits the weights to the labels and holds them near those of `shipped`, so that a handful of
/// labels cannot turn a threat into calm: no weight moves by more than 1.5. The same labels give
/// the same weights. Cancelled when `stop`, which may be null, is set. Pure; any thread.
Result<EmotionWeights> refitEmotion(const EmotionMeter& shipped,
                                    const std::vector<FeltText>& labels,
                                    const std::atomic<bool>* stop);

}  // namespace yingda
