// SPDX-License-Identifier: GPL-3.0-or-later
// An inverted index from characters and pairs to phrases, and the share of each phrase that is
// there.
#include "core/assist/leaf_rules.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text/dialect.h"

namespace yingda {
namespace {

constexpr qsizetype lengthMax = 2000;
constexpr float characterShare = 0.3f;
constexpr float wholeShare = 0.99f;
/// How much is left of a leaf that yields, of the one it yields to: it stays among the three.
constexpr float yieldingShare = 0.6f;

/// A character, or a pair of them as two halves.
using Gram = quint32;

Gram gramAt(QStringView text, qsizetype at, int length) {
  const auto first = static_cast<Gram>(text[at].unicode());
  return length == 1 ? first : (first << 16) | static_cast<Gram>(text[at + 1].unicode());
}
constexpr bool isPair(Gram gram) { return gram > 0xFFFF; }

/// Characters and pairs of a folded text, each once; pairs cross no punctuation.
std::vector<Gram> gramsOf(QStringView folded) {
  std::vector<Gram> grams;
  grams.reserve(static_cast<size_t>(folded.size()) * 2);
  for (qsizetype at = 0; at < folded.size(); ++at) {
    if (!folded[at].isLetterOrNumber()) continue;
    grams.push_back(gramAt(folded, at, 1));
    if (at + 1 < folded.size() && folded[at + 1].isLetterOrNumber()) {
      grams.push_back(gramAt(folded, at, 2));
    }
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

bool hasAny(QStringView text, std::initializer_list<const char16_t*> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](const char16_t* word) { return text.contains(QStringView(word)); });
}

}  // namespace

Result<LeafRules> LeafRules::make(const Starter& starter, const QByteArray& phrasesTsv) {
  LeafRules rules;
  for (const Category& category : starter.categories) {
    if (!category.isLeaf) continue;
    const int leaf = static_cast<int>(rules.m_leaves.size());
    rules.m_leaves.push_back(&category);
    rules.m_leafOf.insert(category.id, leaf);
    QString name = category.name;
    const QStringList parts = name.replace(u'（', u'、').remove(u'）').split(u'、');
    for (const QString& part : parts) rules.addPhrase(leaf, part);
    for (const QString& word : category.keywords) rules.addPhrase(leaf, word);
  }
  int number = 0;
  const QStringList lines = QString::fromUtf8(phrasesTsv).split(u'\n');
  for (const QString& line : lines) {
    ++number;
    if (line.isEmpty() || line.startsWith(u'#')) continue;
    if (line.section(u'\t', 0, 0) == u"yield") {
      const QStringList yielding = line.section(u'\t', 1).split(u'|', Qt::SkipEmptyParts);
      for (const QString& id : yielding) rules.m_yielding.insert(rules.leafOf(id));
      if (rules.m_yielding.contains(-1))
        return Error{ErrorCode::Invalid, QStringLiteral("phrases.tsv, line %1").arg(number)};
      continue;
    }
    const int leaf = rules.leafOf(line.section(u'\t', 0, 0));
    if (leaf < 0)
      return Error{ErrorCode::Invalid, QStringLiteral("phrases.tsv, line %1").arg(number)};
    const QStringList phrases = line.section(u'\t', 1).split(u'|', Qt::SkipEmptyParts);
    for (const QString& phrase : phrases) rules.addPhrase(leaf, phrase);
  }
  rules.finish();
  return rules;
}

void LeafRules::addPhrase(int leaf, const QString& text) {
  const QString folded = fold(text);
  m_phrases.push_back({leaf, 0, folded});
  const QString standard = standardWording(text);
  if (standard != folded) m_phrases.push_back({leaf, 0, standard});
}

void LeafRules::finish() {
  QHash<Gram, QSet<int>> leavesWith;
  for (const Phrase& phrase : m_phrases) {
    const std::vector<Gram> grams = gramsOf(phrase.text);
    for (const Gram gram : grams) leavesWith[gram].insert(phrase.leaf);
  }
  const auto leaves = static_cast<float>(m_leaves.size());
  for (size_t i = 0; i < m_phrases.size(); ++i) {
    const std::vector<Gram> grams = gramsOf(m_phrases[i].text);
    for (const Gram gram : grams) {
      const auto used = static_cast<float>(leavesWith.value(gram).size());
      const float rarity = std::log(1 + leaves / used);
      const float weight = isPair(gram) ? rarity : characterShare * rarity;
      m_phrases[i].weight += weight;
      m_postings[gram].push_back({static_cast<int>(i), weight});
    }
  }
}

float LeafRules::kindFactor(Kind kind, QStringView folded) const {
  const bool isQuestion = hasAny(
      folded, {u"吗", u"多少", u"怎么", u"几点", u"什么时候", u"哪里", u"哪儿", u"能不能", u"可以",
               u"请问", u"几年", u"几时", u"怎样", u"想问", u"咨询", u"要带", u"多久", u"?"});
  const bool isBroken =
      hasAny(folded, {u"坏", u"不亮", u"漏", u"堵", u"没反应", u"打不开", u"不转", u"不工作",
                      u"失灵", u"断", u"掉", u"关不", u"滴", u"松", u"破", u"裂"});
  switch (kind) {
    case Kind::Enquiry:
      return isQuestion ? 1.2f : 0.9f;
    case Kind::Repair:
      return isBroken ? 1.1f : 1.0f;
    case Kind::Praise:
      return hasAny(folded,
                    {u"表扬", u"谢谢", u"感谢", u"锦旗", u"辛苦", u"点赞", u"太好了", u"负责任"})
                 ? 1.5f
                 : 0.6f;
    case Kind::Suggestion:
      return hasAny(folded, {u"建议", u"希望", u"提个意见", u"能不能加", u"要是能"}) ? 1.5f : 0.8f;
    case Kind::Complaint:
    case Kind::Help:
    case Kind::Council:
      return 1;
  }
  return 1;
}

std::vector<LeafScore> LeafRules::rank(QStringView text) const {
  const QString folded = fold(text.left(lengthMax));
  // A line end between the two spellings keeps them apart.
  const std::vector<Gram> grams =
      gramsOf(QString(folded % u'\n' % standardWording(text.left(lengthMax))));
  std::vector<float> found(m_phrases.size(), 0.0f);
  std::vector<int> touched;
  for (const Gram gram : grams) {
    const auto postings = m_postings.constFind(gram);
    if (postings == m_postings.cend()) continue;
    for (const Posting& posting : *postings) {
      float& sum = found[static_cast<size_t>(posting.phrase)];
      if (sum == 0) touched.push_back(posting.phrase);
      sum += posting.weight;
    }
  }
  struct Sum {
    std::array<float, 3> best{};
    int phrase = -1;
    bool isWhole = false;  // a phrase of it is there from end to end
  };
  std::vector<Sum> sums(m_leaves.size());
  for (const int phrase : touched) {
    const Phrase& own = m_phrases[static_cast<size_t>(phrase)];
    const float share = std::min(1.0f, found[static_cast<size_t>(phrase)] / own.weight);
    float score = std::sqrt(own.weight) * share * share;
    Sum& sum = sums[static_cast<size_t>(own.leaf)];
    if (score > sum.best[0]) sum.phrase = phrase;
    sum.isWhole |= share >= wholeShare;
    for (float& best : sum.best) {
      if (score > best) std::swap(score, best);
    }
  }
  std::vector<LeafScore> scores;
  float matter = 0;  // the best of what may be wrong, said in so many words
  for (size_t leaf = 0; leaf < sums.size(); ++leaf) {
    const Sum& sum = sums[leaf];
    if (sum.phrase < 0) continue;
    const float score = (sum.best[0] + sum.best[1] * 0.4f + sum.best[2] * 0.2f) *
                        kindFactor(m_leaves[leaf]->kind, folded);
    scores.push_back({static_cast<int>(leaf), score, sum.phrase});
    if (sum.isWhole && !m_yielding.contains(static_cast<int>(leaf)))
      matter = std::max(matter, score);
  }
  for (LeafScore& one : scores) {
    if (matter > 0 && m_yielding.contains(one.leaf)) {
      one.score = std::min(one.score, matter * yieldingShare);
    }
  }
  std::stable_sort(scores.begin(), scores.end(),
                   [](const LeafScore& a, const LeafScore& b) { return a.score > b.score; });
  return scores;
}

std::vector<TextRange> LeafRules::evidence(QStringView text, int phrase) const {
  std::vector<TextRange> ranges;
  if (phrase < 0) return ranges;
  const std::vector<Gram> wanted = gramsOf(m_phrases[static_cast<size_t>(phrase)].text);
  const FoldedText folded = foldWithOrigins(text.left(lengthMax));
  for (qsizetype at = 0; at + 1 < folded.text.size(); ++at) {
    if (!std::binary_search(wanted.begin(), wanted.end(), gramAt(folded.text, at, 2))) continue;
    const TextRange range = folded.sourceRange(static_cast<int>(at), 2);
    if (!ranges.empty() && ranges.back().start + ranges.back().length >= range.start) {
      ranges.back().length = range.start + range.length - ranges.back().start;
    } else {
      ranges.push_back(range);
    }
  }
  return ranges;
}

}  // namespace yingda
