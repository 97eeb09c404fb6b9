// SPDX-License-Identifier: GPL-3.0-or-later
// One search over the in-memory index: BM25 in three tiers.
#pragma once

#include <atomic>
#include <vector>

#include "core/text/lexicon.h"
#include "core/text/posting_table.h"
#include "core/text/query_plan.h"
#include "core/text/term_index.h"

namespace yingda {

/// What a search reads; nothing changes after the index is finished.
struct IndexedDocuments {
  PostingTable table;
  Lexicon lexicon;
  std::vector<int> docIds;
  /// What the length of each document takes from a term's share of it: k1 (1 - b + b length/mean)
  /// of BM25 (Robertson and Zaragoza 2009).
  std::vector<float> norms;
};

constexpr float bm25Saturation = 1.2F;
constexpr float bm25LengthPart = 0.75F;

/// The best hits of many, at the cost of looking at each once.
class BestHits {
 public:
  explicit BestHits(size_t most) : m_most(most) {}
  void add(TermIndex::Hit hit);
  /// Best first; of equals the newer document, which has the higher id.
  std::vector<TermIndex::Hit> sorted() &&;

 private:
  void trim();

  size_t m_most;
  std::vector<TermIndex::Hit> m_hits;
  /// The worst of those that are surely among the best so far; below it nothing is taken.
  float m_least = 0.0F;
};

/// Ranks documents for one query: as typed, then as it sounds, then any of the rare pairs.
/// Owner: one search.
/// Limits: the documents must outlive it.
class RankedSearch {
 public:
  RankedSearch(const IndexedDocuments& documents, const std::atomic<bool>* cancel);
  /// Empty when cancelled.
  std::vector<TermIndex::Hit> run(QStringView query, size_t limit);

 private:
  using Hit = TermIndex::Hit;

  /// One number a document; those in use are remembered, so that clearing costs what was used.
  struct Sheet {
    std::vector<float> value;
    std::vector<int> used;
    void add(int document, float amount);
    void raise(int document, float amount);
    void clear();
    float of(int document) const { return value[static_cast<size_t>(document)]; }
  };

  float rarity(int term) const;
  float rarityOf(int documentCount) const;
  /// Calls use(document, share) with the term's BM25 share of each of its documents.
  template <class Use>
  void forShares(int term, float idf, Use use) const;
  void scoreClause(const Clause& clause, Sheet& best);
  /// Of documents that have all of its terms.
  void scoreTogether(const Alternative& alternative, const Clause& clause, float shared,
                     Sheet& best);
  std::vector<Hit> fitting(const std::vector<Clause>& clauses, float coverage, size_t most);
  std::vector<Hit> anyRare(std::vector<int> terms, size_t most);
  bool isStopped() const { return m_cancel != nullptr && m_cancel->load(); }

  const IndexedDocuments& m_documents;
  const std::atomic<bool>* m_cancel;
  Sheet m_sum;
  Sheet m_count;
};

}  // namespace yingda
