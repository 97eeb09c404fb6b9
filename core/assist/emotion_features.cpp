// SPDX-License-Identifier: GPL-3.0-or-later
// Counting: words by the lexicon, marks and repetitions by hand.
#include "core/assist/emotion_features.h"

#include <algorithm>

#include "core/assist/said_sentences.h"

namespace yingda {

namespace {

constexpr double valueMax = 3;
constexpr int textMax = 20'000;
constexpr std::array featureCodes{
    u"bias",         u"calm_words",     u"displeased_words", u"angry_words",
    u"insult_words", u"outside_threat", u"own_threat",       u"ultimatum",
    u"nth_time",     u"waiting",        u"exclamations",     u"doubled_marks",
    u"repeats",      u"interruptions",  u"loudness",         u"hold"};

double& valueOf(EmotionSigns& signs, EmotionFeature feature) {
  return signs.values[static_cast<size_t>(feature)];
}

void count(EmotionSigns& signs, EmotionFeature feature, double by = 1) {
  double& value = valueOf(signs, feature);
  value = std::clamp(value + by, 0.0, valueMax);
}

void countMarks(EmotionSigns& signs, QStringView folded) {
  for (qsizetype at = 0; at < folded.size(); ++at) {
    const bool isLoud = folded[at] == u'!';
    if (!isLoud && folded[at] != u'?') continue;
    if (isLoud) count(signs, EmotionFeature::Exclamations);
    const QChar next = at + 1 < folded.size() ? folded[at + 1] : QChar();
    if (next == u'!' || next == u'?') count(signs, EmotionFeature::DoubledMarks);
  }
}

/// 天天漏天天漏, 一天!一天!, 吵吵吵: the same two to four characters again within a breath.
void countRepeats(EmotionSigns& signs, QStringView folded) {
  constexpr int pieceMin = 2;
  constexpr int pieceMax = 4;
  constexpr int marksMax = 2;
  const auto isWord = [&](qsizetype from, int length) {
    return std::all_of(folded.begin() + from, folded.begin() + from + length,
                       [](QChar c) { return isCjk(c.unicode()); });
  };
  for (qsizetype at = 0; at + 2 * pieceMin <= folded.size(); ++at) {
    for (int piece = pieceMax; piece >= pieceMin; --piece) {
      if (at + 2 * piece > folded.size() || !isWord(at, piece)) continue;
      qsizetype again = at + piece;
      while (again < folded.size() && again - at - piece < marksMax && folded[again].isPunct()) {
        ++again;
      }
      if (folded.mid(again, piece) != folded.mid(at, piece)) continue;
      count(signs, EmotionFeature::Repeats);
      at = again + piece - 1;
      break;
    }
  }
}

void countCall(EmotionSigns& signs, const CallBehaviour& call) {
  constexpr double interruptionsWorth = 2;
  constexpr double decibelsWorth = 6;
  constexpr double holdSecondsWorth = 60;
  // The third call in a week says as much as the words 第三次; who also says so is not counted
  // twice.
  constexpr double callsWorth = 2;
  const double nth = std::min(call.callsBefore / callsWorth, 1.0);
  double& said = valueOf(signs, EmotionFeature::NthTime);
  said = std::max(said, nth);
  count(signs, EmotionFeature::Interruptions, call.interruptions / interruptionsWorth);
  count(signs, EmotionFeature::Loudness, call.loudnessAboveUsual / decibelsWorth);
  count(signs, EmotionFeature::Hold, call.holdSeconds / holdSecondsWorth);
}

}  // namespace

QString emotionFeatureCode(EmotionFeature feature) {
  return QStringView(featureCodes[static_cast<size_t>(feature)]).toString();
}

Result<void> EmotionLexicon::add(EmotionFeature feature, const QStringList& patterns,
                                 const QStringList& except) {
  if (const auto added = addAll(feature, patterns, false); !added) return added;
  return addAll(feature, except, true);
}

Result<void> EmotionLexicon::addAll(EmotionFeature feature, const QStringList& patterns,
                                    bool isException) {
  for (const QString& source : patterns) {
    auto pattern = WordingPattern::compile(source);
    if (!pattern) return pattern.error();
    for (const QString& word : pattern->beginnings()) {
      m_words.add(word, static_cast<int>(m_entries.size()));
    }
    m_entries.push_back({feature, isException, std::move(*pattern)});
  }
  return {};
}

std::vector<EmotionLexicon::Match> EmotionLexicon::matchesIn(QStringView folded) const {
  std::vector<Match> matches;
  const int size = static_cast<int>(folded.size());
  for (int at = 0; at < size; ++at) {
    m_words.visit(folded, at, [&](int index, int length) {
      const Entry& entry = m_entries[static_cast<size_t>(index)];
      if (entry.pattern.isOpening() && at != 0) return;
      const auto end = entry.pattern.endOfMatch(folded, at + length, size);
      if (end) matches.push_back({entry.feature, entry.isException, {at, *end - at}});
    });
  }
  return matches;
}

EmotionSigns EmotionLexicon::signsIn(const QString& text,
                                     const std::optional<CallBehaviour>& call) const {
  EmotionSigns signs;
  valueOf(signs, EmotionFeature::Bias) = 1;
  const FoldedText folded = foldWithOrigins(QStringView(text).left(textMax));
  const std::vector<Match> matches = matchesIn(folded.text);
  for (size_t i = 0; i < matches.size(); ++i) {
    const Match& match = matches[i];
    if (match.isException || valueOf(signs, match.feature) >= valueMax) continue;
    const auto outdoes = [&](const Match& other) {
      if (other.feature != match.feature || !overlaps(other.range, match.range)) return false;
      return other.isException;
    };
    if (std::any_of(matches.begin(), matches.end(), outdoes)) continue;
    // One saying counts once, whichever patterns it satisfies.
    const auto isCounted = [&](const EmotionEvidence& known) {
      return known.feature == match.feature &&
             overlaps(known.range, folded.sourceRange(match.range.start, match.range.length));
    };
    if (std::any_of(signs.evidence.begin(), signs.evidence.end(), isCounted)) continue;
    const TextRange range = folded.sourceRange(match.range.start, match.range.length);
    count(signs, match.feature);
    signs.evidence.push_back({match.feature, text.mid(range.start, range.length), range});
  }
  countMarks(signs, folded.text);
  countRepeats(signs, folded.text);
  if (call) countCall(signs, *call);
  return signs;
}

}  // namespace yingda
