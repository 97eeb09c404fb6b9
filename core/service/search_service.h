// SPDX-License-Identifier: GPL-3.0-or-later
// The one search box: households, tickets and articles, verified and ranked.
#pragma once

#include <atomic>

#include "core/domain/starter.h"
#include "core/service/article_shelf.h"
#include "core/service/views.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"
#include "core/text/term_index.h"

namespace yingda {

/// Thread: the search thread. Limits: a query is cut to 200 characters.
class SearchService {
 public:
  SearchService(Database& database, const Starter& starter, const ArticleShelf& articles)
      : m_tickets(database), m_households(database), m_starter(starter), m_articles(articles) {}
  /// Cancelled when a newer query came.
  Result<std::vector<SearchHit>> search(const SearchQuery& query, const std::atomic<bool>* cancel);
  Result<std::vector<SearchHit>> households(const QString& text, int limit);
  /// Articles for what is being typed: its rare words, the category's articles first.
  std::vector<SearchHit> suggestions(const QString& text, const QString& category,
                                     const std::atomic<bool>* cancel);
  std::vector<SearchHit> articles(const QString& text, const QString& category, int limit,
                                  const std::atomic<bool>* cancel);

 private:
  Result<std::vector<SearchHit>> tickets(const QString& text, int limit);

  TicketQueries m_tickets;
  HouseholdQueries m_households;
  const Starter& m_starter;
  const ArticleShelf& m_articles;
};

}  // namespace yingda
