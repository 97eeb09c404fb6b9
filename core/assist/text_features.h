// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a sparse bag of hashed character n-grams: what every learner of the copilot sees.
#pragma once

#include <QStringView>
#include <vector>

#include "core/text/fold.h"
#include "core/text/folded_scalars.h"

namespace yingda {

/// Buckets of the hash are powers of two, at most 2^18.
inline constexpr int featureBitsMax = 18;

/// One bucket of the hash and the dampened number of times that its n-grams stand in the text.
struct Feature {
  quint32 bucket = 0;
  float weight = 0;
  friend bool operator==(const Feature&, const Feature&) = default;
};

/// Rising buckets, each once.
using Features = std::vector<Feature>;

/// An n-gram of the text: its bucket, and where it stands in the source (UTF-16 units).
struct FeaturePlace {
  quint32 bucket = 0;
  TextRange range;
};

/// Folds the text, replaces runs of digits by what they are (phone, sum, time, house, other), and
/// counts n-grams of 1 to 3 characters that cross no punctuation; those of the opening sentence,
/// where callers name their matter, count once more under names of their own. The hash is the same
/// on every machine.
/// Thread: any. Limits: reads the first 20,000 characters.
Features textFeatures(QStringView text);

/// The n-grams of at least two characters one by one, in order, for showing why.
std::vector<FeaturePlace> featurePlaces(QStringView text);

}  // namespace yingda
