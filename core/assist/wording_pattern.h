// SPDX-License-Identifier: GPL-3.0-or-later
// The small pattern language of wording rules: words, choices, gaps and the ends of a sentence.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/result.h"

namespace yingda {

/// One pattern over folded text. `(a|b|)` is a choice, `~4` a gap of at most four characters, `_4`
/// one without a comma,
/// `#` a number, `^` in front the opening of the whole text, `$` the end of the sentence (alone at
/// the end, or as one choice). Limits: choices do not nest; the first part must be a word or a
/// choice of words.
class WordingPattern {
 public:
  /// Refuses what it cannot read with Invalid and the pattern as detail.
  static Result<WordingPattern> compile(const QString& source);

  /// The words that a match begins with.
  const QStringList& beginnings() const { return m_beginnings; }
  bool isOpening() const { return m_isOpening; }
  /// The end of the shortest match behind a beginning that ends at `at`, or nothing. `bodyEnd` is
  /// the place before the sentence's closing marks.
  std::optional<int> endOfMatch(QStringView sentence, int at, int bodyEnd) const;

 private:
  struct Part {
    enum class Sort { Words, Gap, Number, End } sort = Sort::Words;
    QStringList words;  // may hold the empty word: the part may be absent
    int gapMax = 0;
    bool isWithinClause = false;  // the gap holds no comma
  };

  std::optional<int> matchFrom(QStringView text, int at, int bodyEnd, size_t part) const;

  QStringList m_beginnings;
  std::vector<Part> m_parts;
  bool m_isOpening = false;
};

}  // namespace yingda
