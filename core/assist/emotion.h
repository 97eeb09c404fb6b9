// SPDX-License-Identifier: GPL-3.0-or-later
// How a caller feels, as far as words and the call show it: a level, how sure, and why.
#pragma once

#include <QStringList>

#include "core/assist/emotion_features.h"
#include "core/assist/emotion_level.h"

namespace yingda {

/// One row a level, one weight a feature. Set by hand; a learner may refit them from confirmed
/// labels.
struct EmotionWeights {
  std::array<std::array<double, emotionFeatureCount>, emotionLevelCount> rows{};
};

struct EmotionReading {
  EmotionLevel level = EmotionLevel::Calm;
  /// Of each level; they sum to 1.
  std::array<double, emotionLevelCount> probabilities{};
  /// The words that spoke for the level, as typed, each once.
  QStringList evidence;
  /// Insults, threats and harassment of the person who speaks, each place once, as typed.
  QStringList abuse = {};
  double probability() const { return probabilities[static_cast<size_t>(level)]; }
};

/// A level is a hint for the sentence to say next; it never routes, ranks or pays by itself.
/// Thread: any, after construction. Limits: reads the first 20,000 units of a text.
class EmotionMeter {
 public:
  /// Reads emotion.json; Corrupt names what cannot be read.
  static Result<EmotionMeter> fromJson(const QByteArray& json);
  static const EmotionMeter& builtIn();

  EmotionReading read(const QString& text, const std::optional<CallBehaviour>& call = {}) const;
  /// What is counted before anything is concluded.
  EmotionSigns signsIn(const QString& text, const std::optional<CallBehaviour>& call = {}) const {
    return m_lexicon.signsIn(text, call);
  }
  const EmotionWeights& weights() const { return m_weights; }
  void setWeights(const EmotionWeights& weights) { m_weights = weights; }

 private:
  EmotionLexicon m_lexicon;
  EmotionWeights m_weights;
};

}  // namespace yingda
