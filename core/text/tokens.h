// SPDX-License-Identifier: GPL-3.0-or-later
// The `zh` search tokenizer: what goes into the index of tickets and what a query asks of it.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/text/fold.h"

namespace yingda {

/// Document: each CJK character, and colocated the pair with the next one; letter runs; digit runs,
/// and colocated the last four of seven or more; 25栋, 25栋4单元 (colocated) and 4单元 for any
/// written form of a house; a mobile number as one run.
/// Query: terms to be ANDed. Pairs only where a run has two or more characters; a house with its
/// unit is one term; beside other terms a bare 栋, 座, 幢, 号楼 or 单元 and a unit number still
/// being typed are left out.
enum class TokenPurpose { Document, Query };

/// Takes one folded UTF-8 term (not NUL-terminated) and its place in the source; not 0 stops the
/// work.
using TokenCallback = int (*)(void* context, const char* term, int termBytes, int startByte,
                              int endByte, bool colocated);

/// Cuts UTF-8 into terms, starts in rising order. Returns the callback's first result that is not
/// 0, else 0. Invalid bytes and NULs separate. A term of searchTerms cut again for a query gives
/// itself alone.
/// Thread: any.
/// Limits: none on length; a letter run is cut into terms of at most 64 characters.
int tokenizeUtf8(const char* text, int bytes, TokenPurpose purpose, void* context,
                 TokenCallback callback);

/// A term with its place in UTF-16 units, for tests and highlights.
struct Token {
  QString text;
  TextRange range;
  bool colocated = false;
  friend bool operator==(const Token&, const Token&) = default;
};

std::vector<Token> tokens(QStringView text, TokenPurpose purpose);

/// The terms of a query, each once, in order: quote each and join with AND.
QStringList searchTerms(QStringView query);

/// Checks a candidate from the index. Pairs alone cannot tell 漏水管 from 漏水 and 水管 apart.
/// Thread: any, after construction.
/// Limits: none.
class QueryMatcher {
 public:
  explicit QueryMatcher(QStringView query);
  /// True when every run of Chinese characters stands in the text as typed and every other term is
  /// one of its terms.
  bool matches(QStringView text) const;
  /// The same of a text that has all searchTerms of the query, as the index says: a look at its
  /// longer runs is enough.
  bool matchesIndexed(QStringView text) const;
  /// No text that has all searchTerms of the query needs to be looked at: no run is longer than a
  /// pair.
  bool isToldByTerms() const;
  /// A word of the query stands there: whether `ranges` has any, for less.
  bool standsIn(QStringView text) const;
  /// Where words of the query stand in the text, merged and in order, for highlighting.
  std::vector<TextRange> ranges(QStringView text) const;
  bool isEmpty() const { return m_runs.isEmpty() && m_terms.isEmpty(); }

 private:
  std::vector<TextRange> termsIn(QStringView text, const QString& folded) const;

  QStringList m_runs;
  QStringList m_terms;
};

std::vector<TextRange> matchRanges(QStringView text, QStringView query);

}  // namespace yingda
