// SPDX-License-Identifier: GPL-3.0-or-later
// The in-memory search engine of the knowledge base: ranked, forgiving, without a file.
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>
#include <atomic>
#include <memory>
#include <vector>

namespace yingda {

/// Ranks up to 100,000 short documents for a query: all words first (BM25, title three times),
/// then, when fewer than five fit, words that sound alike (楼水 finds 漏水), then any of the rare
/// pairs. Letters in a query stand for pinyin (ls, loush) as well as for themselves; dialect words
/// also for their standard ones.
/// Thread: add and finish from one; search from any after finish.
/// Limits: 100,000 documents, 20,000 characters each (the tail is not indexed); a query is cut to
/// 200 characters.
class TermIndex {
 public:
  struct Hit {
    int docId = 0;
    float score = 0;
    friend bool operator==(const Hit&, const Hit&) = default;
  };

  TermIndex();
  ~TermIndex();
  TermIndex(TermIndex&&) noexcept;
  TermIndex& operator=(TermIndex&&) noexcept;

  void add(int docId, QStringView title, QStringView body);
  /// Learns the lexicon and closes the index; add must not be called afterwards.
  void finish();
  /// Best first, ties by docId descending. Empty when cancelled.
  std::vector<Hit> search(QStringView query, int limit,
                          const std::atomic<bool>* cancel = nullptr) const;
  /// Words of the lexicon for typed letters, the most used first: ls gives 漏水.
  QStringList completions(QStringView letters, int limit = 8) const;
  /// Words of the lexicon that sound like a word of two to four characters, the most used first.
  QStringList soundingLike(QStringView word, int limit) const;
  int documentCount() const;

 private:
  class Engine;
  std::unique_ptr<Engine> m_engine;
};

}  // namespace yingda
