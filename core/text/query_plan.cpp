// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a query into runs and finds what else each of them may mean.
#include "core/text/query_plan.h"

#include <algorithm>
#include <iterator>

#include "core/text/dialect.h"
#include "core/text/folded_scalars.h"
#include "core/text/tokens.h"

namespace yingda {
namespace {

constexpr int pinyinWords = 8;
constexpr int soundAlikeWords = 16;
constexpr float dialectFactor = 0.9F;
constexpr float pinyinFactor = 0.8F;

bool isLetters(const QString& term) {
  return std::all_of(term.begin(), term.end(), [](QChar c) { return isLowerLetter(c.unicode()); });
}

void addIfUseful(Clause& clause, Alternative alternative) {
  const auto& terms = alternative.terms;
  const bool isUseful =
      !terms.empty() && std::find(terms.begin(), terms.end(), PostingTable::absent) == terms.end();
  if (isUseful) clause.alternatives.push_back(std::move(alternative));
}

}  // namespace

QueryPlan::QueryPlan(QStringView query, const PostingTable& table, const Lexicon& lexicon)
    : m_table(table), m_lexicon(lexicon) {
  const QString folded = fold(query);
  int runEnd = -1;
  QString run;
  const auto endRun = [this, &run] {
    if (!run.isEmpty()) addRun(run);
    run.clear();
  };
  for (const Token& token : tokens(folded, TokenPurpose::Query)) {
    const bool isChinese = std::all_of(token.text.begin(), token.text.end(),
                                       [](QChar c) { return isCjk(c.unicode()); });
    if (!isChinese) {
      endRun();
      addOther(token.text);
      continue;
    }
    if (run.isEmpty() || token.range.start >= runEnd) {
      endRun();
      run = token.text;
    } else {
      // Pairs overlap by one character.
      run += token.text.back();
    }
    runEnd = token.range.start + token.range.length;
  }
  endRun();
}

int QueryPlan::idOf(const QString& term) const {
  const QByteArray bytes = term.toUtf8();
  return m_table.find(PostingTable::nameOf(bytes.constData(), static_cast<int>(bytes.size())));
}

Alternative QueryPlan::alternativeOf(QStringView text, float factor) const {
  Alternative alternative;
  alternative.factor = factor;
  for (const QString& term : searchTerms(text)) {
    const int id = idOf(term);
    if (std::find(alternative.terms.begin(), alternative.terms.end(), id) ==
        alternative.terms.end()) {
      alternative.terms.push_back(id);
    }
  }
  return alternative;
}

void QueryPlan::addRun(const QString& run) {
  m_runs.push_back(run);
  Clause clause;
  addIfUseful(clause, alternativeOf(run, 1.0F));
  const QString standard = standardWording(run);
  if (standard != run) addIfUseful(clause, alternativeOf(standard, dialectFactor));
  m_exact.push_back(std::move(clause));
}

void QueryPlan::addOther(const QString& term) {
  m_others.push_back(term);
  Clause clause;
  addIfUseful(clause, alternativeOf(term, 1.0F));
  if (isLetters(term)) {
    for (const QString& word : m_lexicon.forLetters(term, pinyinWords)) {
      addIfUseful(clause, alternativeOf(word, pinyinFactor));
    }
  }
  m_exact.push_back(std::move(clause));
}

std::vector<Clause> QueryPlan::soundAlike() const {
  std::vector<Clause> clauses;
  bool hasReplacement = false;
  for (const QString& run : m_runs) {
    for (qsizetype at = 0; at + 2 <= run.size(); ++at) {
      const QString pair = run.sliced(at, 2);
      Clause clause;
      clause.isOneSound = true;
      addIfUseful(clause, alternativeOf(pair, 1.0F));
      for (const QString& word : m_lexicon.soundingLike(pair, soundAlikeWords)) {
        addIfUseful(clause, alternativeOf(word, pinyinFactor));
        hasReplacement = true;
      }
      // A pair nobody wrote and nothing sounds like straddles two words or holds the typing error.
      if (!clause.alternatives.empty()) clauses.push_back(std::move(clause));
    }
  }
  for (const QString& other : m_others) {
    Clause clause;
    addIfUseful(clause, alternativeOf(other, 1.0F));
    if (!clause.alternatives.empty()) clauses.push_back(std::move(clause));
  }
  return hasReplacement ? clauses : std::vector<Clause>();
}

std::vector<int> QueryPlan::knownTerms() const {
  std::vector<int> known;
  for (const Clause& clause : m_exact) {
    for (const Alternative& alternative : clause.alternatives) {
      known.insert(known.end(), alternative.terms.begin(), alternative.terms.end());
    }
  }
  for (const QString& run : m_runs) {
    for (const QString& term : searchTerms(run)) known.push_back(idOf(term));
    for (const QString& term : searchTerms(standardWording(run))) known.push_back(idOf(term));
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  if (!known.empty() && known.front() == PostingTable::absent) known.erase(known.begin());
  std::vector<int> telling;
  std::copy_if(known.begin(), known.end(), std::back_inserter(telling), [this](int term) {
    const QString text = m_table.text(term);
    return std::none_of(text.begin(), text.end(), isParticle);
  });
  return telling.empty() ? known : telling;
}

}  // namespace yingda
