// SPDX-License-Identifier: GPL-3.0-or-later
// The card that drills are scored by: dimensions, what earns and what costs points, what moves an
// owner's anger, and the sayings that show it. Data, read from score_card.json.
#pragma once

#include <QByteArray>
#include <QHash>
#include <array>

#include "core/assist/word_trie.h"
#include "core/assist/wording_pattern.h"
#include "core/base/result.h"
#include "core/text/fold.h"
#include "core/training/scenario.h"

namespace yingda {

struct ScoreDimension {
  QString id;
  QString name;    ///< 承诺具体
  int points = 0;  ///< all of a card are 100
};

/// Something that ought to be there. Its points are lost when it is missing.
struct ScoreCriterion {
  QString id;  ///< promise.said
  QString dimension;
  int points = 0;
  QString good;
  QString missed;
  QString instead;  ///< what to say; placeholders as in a scenario
};

/// Something that ought not to be there. A class of the wording lint by its letter, or a word.
struct ScoreOffence {
  QString id;
  QString dimension;
  int points = 0;
  int most = 0;  ///< points that it may cost in one drill
  QString text;
};

/// An offence that can be made good: all that it cost comes back when the trainee shows `by` in the
/// turn of a later `after`, or behind it. 先问: by asking again after a sentence of empathy.
struct ScoreReturn {
  QString id;  ///< asked_again
  QString offence;
  TurnSign after = TurnSign::Empathy;
  TurnSign by = TurnSign::Question;
  QString text;
};

/// What a sign does to the owner.
struct SignMove {
  int anger = 0;
  int trust = 0;
  QString says;  ///< beside the number
};

/// Sayings by name, found in folded text.
class SayingBook {
 public:
  enum Name { Greeting, Company, Staff, Offer, Empathy, Closing, Recap, Number, Question };
  static constexpr int nameCount = 9;

  Result<void> add(Name name, const QStringList& patterns, const QStringList& except);
  /// Where the first saying of each name stands; its length is 0 when there is none.
  std::array<TextRange, nameCount> find(QStringView folded) const;

 private:
  struct Entry {
    Name name = Greeting;
    bool isException = false;
    WordingPattern pattern;
  };
  WordTrie m_words;
  std::vector<Entry> m_entries;
};

/// What the bots say, beside a scenario's own model sentences.
struct BotSayings {
  QStringList vague;
  QStringList silent;
  QStringList rude;
  QStringList slips;  ///< of the ordinary one
  QStringList plain;
};

/// Thread: any, after reading.
class ScoreCard {
 public:
  /// Corrupt names what cannot be read, or does not add up.
  static Result<ScoreCard> fromJson(const QByteArray& json);
  static const ScoreCard& builtIn();

  const ScoreDimension* dimension(const QString& id) const;
  const ScoreOffence* offence(const QString& id) const;
  const SignMove& move(TurnSign sign) const { return moves[static_cast<size_t>(sign)]; }

  int version = 1;
  int silenceSeconds = 6;  ///< silence that is longer counts
  int tooMuchCharacters = 60;
  int angryFrom = 60;
  std::vector<ScoreDimension> dimensions;
  std::vector<ScoreCriterion> criteria;
  std::vector<ScoreOffence> offences;
  std::vector<ScoreReturn> returns;
  /// How form, clock, mood and end are told as evidence, by name, with open places.
  QHash<QString, QString> shown;
  QStringList fatal;  ///< rules of the lint that make the card 0
  std::array<SignMove, turnSignCount> moves;
  SayingBook sayings;
  BotSayings bots;
};

}  // namespace yingda
