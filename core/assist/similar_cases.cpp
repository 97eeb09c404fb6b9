// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs, their rarity, and the sum over a text.
#include "core/assist/similar_cases.h"

#include <QSet>
#include <algorithm>
#include <cmath>

#include "core/text/fold.h"
#include "core/text/tokens.h"

namespace yingda {

namespace {

constexpr int termsMost = 60;
constexpr qsizetype readMost = 400;
// BM25 as everybody sets it; texts of a hotline are short, so that length says little.
constexpr double saturation = 1.2;
constexpr double lengthShare = 0.4;
constexpr double titleWeight = 2;

bool isCommon(const QString& term) {
  static const QSet<QString> words{
      QStringLiteral("我们"), QStringLiteral("你们"), QStringLiteral("他们"),
      QStringLiteral("什么"), QStringLiteral("怎么"), QStringLiteral("一个"),
      QStringLiteral("这个"), QStringLiteral("那个"), QStringLiteral("现在"),
      QStringLiteral("已经"), QStringLiteral("没有"), QStringLiteral("可以"),
      QStringLiteral("就是"), QStringLiteral("一直"), QStringLiteral("小区"),
      QStringLiteral("物业"), QStringLiteral("业主"), QStringLiteral("麻烦")};
  return words.contains(term);
}

int timesIn(const QString& text, const QString& term) {
  int times = 0;
  for (qsizetype at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.size())) {
    ++times;
  }
  return times;
}

}  // namespace

QStringList caseTerms(QStringView text) {
  QStringList terms;
  QSet<QString> seen;
  for (const Token& token : tokens(text.left(readMost), TokenPurpose::Document)) {
    const bool isWord = token.text.size() >= 2 && !token.text.front().isDigit();
    // Houses and numbers say where, not what.
    if (!isWord ||
        std::any_of(token.text.begin(), token.text.end(), [](QChar c) { return c.isDigit(); })) {
      continue;
    }
    if (isCommon(token.text) || seen.contains(token.text)) continue;
    seen.insert(token.text);
    terms << token.text;
    if (terms.size() >= termsMost) break;
  }
  return terms;
}

std::vector<CaseTerm> rarestTerms(const QStringList& terms, const std::vector<int>& counts,
                                  int documents, int most) {
  std::vector<CaseTerm> rare;
  for (qsizetype i = 0; i < terms.size(); ++i) {
    const double count = counts[static_cast<size_t>(i)];
    if (count <= 0 || count * 2 > documents) continue;
    rare.push_back({terms[i], std::log1p((documents - count + 0.5) / (count + 0.5))});
  }
  std::stable_sort(rare.begin(), rare.end(),
                   [](const CaseTerm& a, const CaseTerm& b) { return a.weight > b.weight; });
  if (static_cast<int>(rare.size()) > most) rare.resize(static_cast<size_t>(most));
  return rare;
}

double caseScore(const std::vector<CaseTerm>& terms, const QString& title, const QString& body,
                 double averageLength, QStringList* found) {
  const double length = static_cast<double>(title.size() + body.size());
  const double norm =
      saturation * (1 - lengthShare + lengthShare * length / std::max(1.0, averageLength));
  const QString foldedTitle = fold(title);
  const QString foldedBody = fold(body);
  double score = 0;
  for (const CaseTerm& term : terms) {
    const double times =
        titleWeight * timesIn(foldedTitle, term.text) + timesIn(foldedBody, term.text);
    if (times <= 0) continue;
    score += term.weight * times * (saturation + 1) / (times + norm);
    if (found) *found << term.text;
  }
  return score;
}

}  // namespace yingda
