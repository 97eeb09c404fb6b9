// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the terms of documents and learns the words among them.
#include "core/text/term_index.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>

#include "core/base/invariant.h"
#include "core/text/fold.h"
#include "core/text/ranked_search.h"
#include "core/text/tokens.h"
#include "core/text/word_list.h"

namespace yingda {
namespace {

constexpr qsizetype textMax = 20'000;
constexpr qsizetype queryMax = 200;
constexpr int titleWeight = 3;
constexpr int wordFrequencyMin = 3;
constexpr qsizetype titleWordMax = 200'000;
constexpr float shippedFactor = 4.0F;

bool isWordLike(QStringView text) {
  return std::all_of(text.begin(), text.end(),
                     [](QChar c) { return isCjk(c.unicode()) && !isParticle(c); });
}

quint64 nameOf(const QString& term) {
  const QByteArray bytes = term.toUtf8();
  return PostingTable::nameOf(bytes.constData(), static_cast<int>(bytes.size()));
}

}  // namespace

/// What stands behind a TermIndex.
/// Owner: TermIndex.
class TermIndex::Engine {
 public:
  void add(int docId, QStringView title, QStringView body);
  void finish();
  const IndexedDocuments& documents() const { return m_documents; }

 private:
  /// Terms of one document with their weights, in the order they come.
  struct Counting {
    PostingTable& table;
    int weight = 1;
    std::vector<std::pair<int, int>> terms;
  };

  void countTerms(QStringView text, Counting& counting) const;
  void countTitleWords(const QString& title);
  void learnShippedWords(QSet<QString>& known);
  void learnPairs(QSet<QString>& known);
  void learnTitleWords(QSet<QString>& known);
  int frequencyOf(const QString& term) const;
  /// How many documents can hold the word at most: those of its rarest pair.
  int wordFrequency(const QString& word) const;
  float cohesion(const QString& pair, int frequency) const;
  /// One of the two joins words elsewhere, and the other seldom stands without it: 有限, 存在.
  bool isInseparable(const QString& pair, int frequency) const;

  IndexedDocuments m_documents;
  QHash<QString, int> m_titleWords;
  bool m_isFinished = false;
};

void TermIndex::Engine::countTerms(QStringView text, Counting& counting) const {
  const QByteArray bytes = text.first(std::min(text.size(), textMax)).toUtf8();
  const auto take = [](void* context, const char* term, int size, int, int, bool) {
    auto* target = static_cast<Counting*>(context);
    const int id = target->table.findOrAdd(PostingTable::nameOf(term, size), term, size);
    target->terms.emplace_back(id, target->weight);
    return 0;
  };
  tokenizeUtf8(bytes.constData(), static_cast<int>(bytes.size()), TokenPurpose::Document, &counting,
               take);
}

void TermIndex::Engine::countTitleWords(const QString& title) {
  for (qsizetype length = 3; length <= 4; ++length) {
    for (qsizetype at = 0; at + length <= title.size(); ++at) {
      const QString word = title.sliced(at, length);
      if (!isWordLike(word)) continue;
      const auto known = m_titleWords.find(word);
      if (known != m_titleWords.end()) {
        ++*known;
      } else if (m_titleWords.size() < titleWordMax) {
        m_titleWords.insert(word, 1);
      }
    }
  }
}

void TermIndex::Engine::add(int docId, QStringView title, QStringView body) {
  YINGDA_INVARIANT(!m_isFinished, "a finished index takes no more documents");
  const auto document = static_cast<int>(m_documents.docIds.size());
  Counting counting{m_documents.table, titleWeight, {}};
  countTerms(title, counting);
  counting.weight = 1;
  countTerms(body, counting);
  auto& terms = counting.terms;
  std::sort(terms.begin(), terms.end());
  int length = 0;
  for (size_t at = 0; at < terms.size();) {
    const int term = terms[at].first;
    int weight = 0;
    for (; at < terms.size() && terms[at].first == term; ++at) weight += terms[at].second;
    m_documents.table.append(term, document, weight);
    length += weight;
  }
  m_documents.docIds.push_back(docId);
  m_documents.norms.push_back(static_cast<float>(length));
  countTitleWords(fold(title.first(std::min(title.size(), queryMax))));
}

int TermIndex::Engine::frequencyOf(const QString& term) const {
  const int id = m_documents.table.find(nameOf(term));
  return id == PostingTable::absent ? 0 : m_documents.table.documentFrequency(id);
}

int TermIndex::Engine::wordFrequency(const QString& word) const {
  int frequency = frequencyOf(word.first(2));
  for (qsizetype at = 1; at + 2 <= word.size(); ++at) {
    frequency = std::min(frequency, frequencyOf(word.sliced(at, 2)));
  }
  return frequency;
}

float TermIndex::Engine::cohesion(const QString& pair, int frequency) const {
  const auto first = static_cast<float>(std::max(frequencyOf(pair.first(1)), 1));
  const auto second = static_cast<float>(std::max(frequencyOf(pair.last(1)), 1));
  const auto all = static_cast<float>(m_documents.docIds.size());
  return std::clamp(std::log(static_cast<float>(frequency) * all / (first * second)), 0.1F, 3.0F);
}

bool TermIndex::Engine::isInseparable(const QString& pair, int frequency) const {
  constexpr int mostOfThem = 4;
  const auto isChinese = [](QChar c) { return isCjk(c.unicode()); };
  if (!std::all_of(pair.begin(), pair.end(), isChinese)) return false;
  const auto plain =
      std::count_if(pair.begin(), pair.end(), [](QChar c) { return !isParticle(c); });
  if (plain != 1) return false;
  const QString telling = isParticle(pair[0]) ? pair.last(1) : pair.first(1);
  return frequency * mostOfThem >= frequencyOf(telling);
}

void TermIndex::Engine::learnShippedWords(QSet<QString>& known) {
  for (const QStringList& row : readWordList(QStringLiteral("terms.tsv"))) {
    for (const QString& shipped : row) {
      const QString word = fold(shipped);
      const int frequency = word.size() < 2 ? 0 : wordFrequency(word);
      if (frequency == 0 || known.contains(word)) continue;
      known.insert(word);
      m_documents.lexicon.add(word, static_cast<float>(frequency) * shippedFactor);
    }
  }
}

void TermIndex::Engine::learnPairs(QSet<QString>& known) {
  for (int term = 0; term < m_documents.table.termCount(); ++term) {
    const int frequency = m_documents.table.documentFrequency(term);
    if (frequency < wordFrequencyMin) continue;
    const QString pair = m_documents.table.text(term);
    if (pair.size() != 2 || known.contains(pair)) continue;
    if (!isWordLike(pair) && !isInseparable(pair, frequency)) continue;
    known.insert(pair);
    m_documents.lexicon.add(pair, static_cast<float>(frequency) * cohesion(pair, frequency));
  }
}

void TermIndex::Engine::learnTitleWords(QSet<QString>& known) {
  QStringList words;
  for (auto it = m_titleWords.cbegin(); it != m_titleWords.cend(); ++it) {
    if (it.value() >= wordFrequencyMin && !known.contains(it.key())) words.append(it.key());
  }
  // A hash has no order; the lexicon must be the same in every run.
  words.sort();
  for (const QString& word : words) {
    m_documents.lexicon.add(word, static_cast<float>(m_titleWords.value(word)));
  }
}

void TermIndex::Engine::finish() {
  YINGDA_INVARIANT(!m_isFinished, "an index is finished once");
  m_isFinished = true;
  double length = 0;
  // Until now the weighted number of terms.
  for (const float one : m_documents.norms) length += double(one);
  const auto mean =
      static_cast<float>(length / double(std::max<size_t>(1, m_documents.norms.size())));
  for (float& one : m_documents.norms) {
    const float part = mean > 0 ? one / mean : 1.0F;
    one = bm25Saturation * (1.0F - bm25LengthPart + bm25LengthPart * part);
  }
  QSet<QString> known;
  learnShippedWords(known);
  learnPairs(known);
  learnTitleWords(known);
  m_titleWords.clear();
  m_titleWords.squeeze();
  m_documents.lexicon.finish();
  m_documents.table.shrink();
}

TermIndex::TermIndex() : m_engine(std::make_unique<Engine>()) {}
TermIndex::~TermIndex() = default;
TermIndex::TermIndex(TermIndex&&) noexcept = default;
TermIndex& TermIndex::operator=(TermIndex&&) noexcept = default;

void TermIndex::add(int docId, QStringView title, QStringView body) {
  m_engine->add(docId, title, body);
}

void TermIndex::finish() { m_engine->finish(); }

std::vector<TermIndex::Hit> TermIndex::search(QStringView query, int limit,
                                              const std::atomic<bool>* cancel) const {
  if (limit <= 0 || documentCount() == 0) return {};
  RankedSearch search(m_engine->documents(), cancel);
  return search.run(query.first(std::min(query.size(), queryMax)), static_cast<size_t>(limit));
}

QStringList TermIndex::completions(QStringView letters, int limit) const {
  return m_engine->documents().lexicon.forLetters(fold(letters), limit);
}

QStringList TermIndex::soundingLike(QStringView word, int limit) const {
  return m_engine->documents().lexicon.soundingLike(fold(word), limit);
}

int TermIndex::documentCount() const {
  return static_cast<int>(m_engine->documents().docIds.size());
}

}  // namespace yingda
