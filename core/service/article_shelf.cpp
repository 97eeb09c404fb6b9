// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the index and shows what it finds.
#include "core/service/article_shelf.h"

#include <QStringBuilder>
#include <algorithm>

#include "core/service/search_marks.h"

namespace yingda {

ArticleShelf::ArticleShelf(std::vector<Article> articles) : m_articles(std::move(articles)) {
  for (size_t i = 0; i < m_articles.size(); ++i) {
    const Article& one = m_articles[i];
    m_index.add(static_cast<int>(i), one.title,
                QString(one.keywords.join(u' ') % u'\n' % one.body));
  }
  m_index.finish();
}

std::vector<SearchHit> ArticleShelf::find(const QString& text, const QString& category, int limit,
                                          const std::atomic<bool>* cancel) const {
  std::vector<SearchHit> hits;
  const QueryMatcher matcher(text);
  for (const TermIndex::Hit& found : m_index.search(text, limit * 3, cancel)) {
    const Article& article = m_articles[static_cast<size_t>(found.docId)];
    SearchHit hit;
    hit.kind = SearchHit::Kind::Article;
    hit.id = article.id;
    hit.title = article.title;
    hit.detail = article.reply;
    hit.trailing = QStringLiteral("v") % QString::number(article.version);
    hit.score = static_cast<double>(found.score);
    for (const QString& prefix : article.categories) {
      if (!category.isEmpty() && category.startsWith(prefix)) hit.score *= 1.5;
    }
    hits.push_back(std::move(hit));
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
  if (static_cast<int>(hits.size()) > limit) hits.resize(static_cast<size_t>(limit));
  for (SearchHit& hit : hits) {
    hit.marks = marksIn(hit.title, matcher);
    hit.detailMarks = marksIn(hit.detail, matcher);
  }
  return hits;
}

std::vector<SearchHit> ArticleShelf::suggestions(const QString& text, const Category* chosen,
                                                 const QString& category,
                                                 const std::atomic<bool>* cancel) const {
  constexpr int suggestionsMax = 3;
  // The end of a long text is what she is talking about now.
  QString query = text.right(60).simplified();
  if (chosen != nullptr) {
    query = QString(chosen->keywords.mid(0, 2).join(u' ') % u' ' % query).simplified();
  }
  if (query.isEmpty()) return {};
  return find(query, category, suggestionsMax, cancel);
}

}  // namespace yingda
