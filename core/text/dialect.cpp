// SPDX-License-Identifier: GPL-3.0-or-later
// The dialect list and the rewriting of a text by it.
#include "core/text/dialect.h"

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/word_list.h"

namespace yingda {
namespace {

std::vector<DialectWord> readWords() {
  std::vector<DialectWord> words;
  for (const QStringList& row : readWordList(QStringLiteral("dialect.tsv"))) {
    if (row.size() == 3) words.push_back({fold(row[0]), fold(row[1]), row[2]});
  }
  std::stable_sort(words.begin(), words.end(), [](const DialectWord& a, const DialectWord& b) {
    return a.word.size() > b.word.size();
  });
  return words;
}

}  // namespace

const std::vector<DialectWord>& dialectWords() {
  static const std::vector<DialectWord> words = readWords();
  return words;
}

QString standardWording(QStringView text) {
  const QString folded = fold(text);
  QString standard;
  for (qsizetype at = 0; at < folded.size();) {
    const QStringView left = QStringView(folded).sliced(at);
    const auto word =
        std::find_if(dialectWords().begin(), dialectWords().end(),
                     [left](const DialectWord& entry) { return left.startsWith(entry.word); });
    if (word == dialectWords().end()) {
      standard += folded[at++];
    } else {
      standard += word->standard;
      at += word->word.size();
    }
  }
  return standard;
}

}  // namespace yingda
