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
  /// Weighted number of terms of each document.
  std::vector<float> lengths;
  float averageLength = 1.0F;
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
  /// Adds the term's BM25 share of each of its documents to `sum`, and one to `count`.
  void score(int term, float idf);
  void scoreClause(const Clause& clause, Sheet& best);
  std::vector<Hit> fitting(const std::vector<Clause>& clauses, float coverage);
  std::vector<Hit> anyRare(std::vector<int> terms);
  bool isStopped() const { return m_cancel != nullptr && m_cancel->load(); }

  const IndexedDocuments& m_documents;
  const std::atomic<bool>* m_cancel;
  Sheet m_sum;
  Sheet m_count;
};

}  // namespace yingda
