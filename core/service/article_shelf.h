// SPDX-License-Identifier: GPL-3.0-or-later
// The articles that may be said today, with the index that finds them.
#pragma once

#include <vector>

#include "core/domain/starter.h"
#include "core/text/term_index.h"

namespace yingda {

/// A document's number in the index is its place in the list. Thread: one.
struct ArticleShelf {
  ArticleShelf() { index.finish(); }
  explicit ArticleShelf(std::vector<Article> wanted) : articles(std::move(wanted)) {
    for (size_t i = 0; i < articles.size(); ++i) {
      const Article& one = articles[i];
      index.add(static_cast<int>(i), one.title,
                QString(one.keywords.join(u' ') % u'\n' % one.body));
    }
    index.finish();
  }
  std::vector<Article> articles;
  TermIndex index;
};

}  // namespace yingda
