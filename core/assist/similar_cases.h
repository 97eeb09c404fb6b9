// SPDX-License-Identifier: GPL-3.0-or-later
// Which closed case is like the one on the screen: any of the rare pairs of characters, weighed.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace yingda {

/// A pair of characters, and how much it says.
struct CaseTerm {
  QString text;
  double weight = 0;  ///< logarithm of how rare it is; 0 or more
  friend bool operator==(const CaseTerm&, const CaseTerm&) = default;
};

/// The pairs of Chinese characters and the letter words of a text, folded, each once, in order.
/// What every caller says (我们, 什么) is left out. At most 60.
QStringList caseTerms(QStringView text);

/// The rarest of them: `counts[i]` of `documents` have `terms[i]`; a term of no document is left
/// out, and so is one that half of them have.
std::vector<CaseTerm> rarestTerms(const QStringList& terms, const std::vector<int>& counts,
                                  int documents, int most = 12);

/// BM25 of a text of `averageLength` characters in the mean; the title counts twice. 0: none of the
/// terms stands there. `found` gets the terms that do, if it is not null. Thread: any.
double caseScore(const std::vector<CaseTerm>& terms, const QString& title, const QString& body,
                 double averageLength, QStringList* found = nullptr);

}  // namespace yingda
