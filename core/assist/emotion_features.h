// SPDX-License-Identifier: GPL-3.0-or-later
// What can be counted in a caller's words, and in the call, before anything is concluded.
#pragma once

#include <QString>
#include <array>
#include <optional>
#include <vector>

#include "core/assist/word_trie.h"
#include "core/assist/wording_pattern.h"
#include "core/text/fold.h"

namespace yingda {

enum class EmotionFeature {
  Bias,
  CalmWords,
  DispleasedWords,
  AngryWords,
  InsultWords,
  OutsideThreat,
  OwnThreat,
  Ultimatum,
  NthTime,
  Waiting,
  Exclamations,
  DoubledMarks,
  Repeats,
  Interruptions,
  Loudness,
  Hold,
};
inline constexpr int emotionFeatureCount = 16;
/// The key in emotion.json.
QString emotionFeatureCode(EmotionFeature feature);

/// What the telephone and the record know; absent in writing.
struct CallBehaviour {
  int interruptions = 0;          ///< times the caller spoke into our sentence
  double loudnessAboveUsual = 0;  ///< dB over the caller's own first minute
  int holdSeconds = 0;            ///< spent on hold in this call
  int callsBefore = 0;            ///< times they reached us in the last 7 days, without this one
};

struct EmotionEvidence {
  EmotionFeature feature = EmotionFeature::Bias;
  QString text;  ///< as typed
  TextRange range;
};

struct EmotionSigns {
  /// Each between 0 and 3, so that a long text is not louder than a short one.
  std::array<double, emotionFeatureCount> values{};
  std::vector<EmotionEvidence> evidence;
};

/// The words of each feature. Thread: any, after reading.
class EmotionLexicon {
 public:
  /// Refuses an unreadable pattern.
  Result<void> add(EmotionFeature feature, const QStringList& patterns, const QStringList& except);
  EmotionSigns signsIn(const QString& text, const std::optional<CallBehaviour>& call) const;

 private:
  struct Entry {
    EmotionFeature feature = EmotionFeature::Bias;
    bool isException = false;
    WordingPattern pattern;
  };
  struct Match {
    EmotionFeature feature = EmotionFeature::Bias;
    bool isException = false;
    TextRange range;
  };

  Result<void> addAll(EmotionFeature feature, const QStringList& patterns, bool isException);
  std::vector<Match> matchesIn(QStringView folded) const;

  WordTrie m_words;
  std::vector<Entry> m_entries;
};

}  // namespace yingda
