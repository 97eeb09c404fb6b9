// SPDX-License-Identifier: GPL-3.0-or-later
// What a query asks of the in-memory index: clauses to be ANDed, each with alternatives.
#pragma once

#include <QString>
#include <vector>

#include "core/text/lexicon.h"
#include "core/text/posting_table.h"

namespace yingda {

/// Terms that must all stand in a document.
struct Alternative {
  std::vector<int> terms;
  float factor = 1.0F;
};

/// One word of the query; the best alternative counts.
struct Clause {
  std::vector<Alternative> alternatives;
  bool isOneSound = false;  ///< the alternatives are one word in several spellings
};

/// Turns the text of a query into clauses.
/// Owner: one search.
/// Limits: the table and the lexicon must outlive it.
class QueryPlan {
 public:
  QueryPlan(QStringView query, const PostingTable& table, const Lexicon& lexicon);

  /// The words as typed, letters also as pinyin, dialect also as standard words.
  const std::vector<Clause>& exact() const { return m_exact; }
  /// Pairs replaced by known words of the same sound; empty when there are none.
  std::vector<Clause> soundAlike() const;
  /// The pairs and runs of the query that the index knows, each once; those with particles only
  /// when there are no others.
  std::vector<int> knownTerms() const;

 private:
  Alternative alternativeOf(QStringView text, float factor) const;
  void addRun(const QString& run);
  void addOther(const QString& term);
  int idOf(const QString& term) const;

  const PostingTable& m_table;
  const Lexicon& m_lexicon;
  std::vector<QString> m_runs;
  std::vector<QString> m_others;
  std::vector<Clause> m_exact;
};

}  // namespace yingda
