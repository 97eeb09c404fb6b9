// SPDX-License-Identifier: GPL-3.0-or-later
// The cold start: which category leaf a text speaks of, by the words that we wrote for each.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <vector>

#include "core/base/result.h"
#include "core/domain/starter.h"
#include "core/text/fold.h"

namespace yingda {

/// A leaf and how much speaks for it; scores compare within one text only.
struct LeafScore {
  int leaf = 0;
  float score = 0;
  /// The phrase that says most, as we wrote it.
  int phrase = -1;
};

/// Phrases are the keywords and names of categories.json and the rows of
/// resources/starter/triage/phrases.tsv. A phrase counts by the share of its pairs of characters
/// that the text has, each weighing by how few leaves use it; dialect words count as their standard
/// ones. Leaves of the row `yield` say what the caller threatens with; they give way to what is
/// wrong, where that is said.
/// Thread: any, after construction. Limits: reads the first 2,000 characters.
class LeafRules {
 public:
  /// Errors: Invalid, with the line, for a leaf that does not exist.
  static Result<LeafRules> make(const Starter& starter, const QByteArray& phrasesTsv);

  const std::vector<const Category*>& leaves() const { return m_leaves; }
  int leafOf(const QString& id) const { return m_leafOf.value(id, -1); }
  /// Every leaf that anything speaks for, best first.
  std::vector<LeafScore> rank(QStringView text) const;
  /// Where the phrase's pairs stand in the text, merged, in UTF-16 units.
  std::vector<TextRange> evidence(QStringView text, int phrase) const;

 private:
  struct Phrase {
    int leaf = 0;
    float weight = 0;
    QString text;
  };
  struct Posting {
    int phrase = 0;
    float weight = 0;
  };
  void addPhrase(int leaf, const QString& text);
  void finish();
  float kindFactor(Kind kind, QStringView folded) const;

  std::vector<const Category*> m_leaves;
  QHash<QString, int> m_leafOf;
  QSet<int> m_yielding;
  std::vector<Phrase> m_phrases;
  QHash<quint32, std::vector<Posting>> m_postings;
};

}  // namespace yingda
