// SPDX-License-Identifier: GPL-3.0-or-later
// The articles that may be said today, with the index that finds them.
#pragma once

#include <atomic>
#include <vector>

#include "core/domain/starter.h"
#include "core/service/views.h"
#include "core/text/term_index.h"

namespace yingda {

/// Nothing of it changes once it is made. A document's number in the index is its place in the
/// list. Thread: any.
class ArticleShelf {
 public:
  ArticleShelf() { m_index.finish(); }
  explicit ArticleShelf(std::vector<Article> articles);
  const TermIndex& index() const { return m_index; }
  /// Best first; those of the category before equals. Fewer, or none, when cancelled.
  std::vector<SearchHit> find(const QString& text, const QString& category, int limit,
                              const std::atomic<bool>* cancel) const;
  /// Articles for what is being typed: its last words, the chosen category's with them.
  std::vector<SearchHit> suggestions(const QString& text, const Category* chosen,
                                     const QString& category,
                                     const std::atomic<bool>* cancel) const;

 private:
  std::vector<Article> m_articles;
  TermIndex m_index;
};

}  // namespace yingda
