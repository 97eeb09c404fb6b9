// SPDX-License-Identifier: GPL-3.0-or-later
// The one search box: households, tickets, articles, scripts and kind words, verified and ranked.
#pragma once

#include <atomic>
#include <memory>

#include "core/domain/agent.h"
#include "core/domain/starter.h"
#include "core/service/article_shelf.h"
#include "core/service/heard_words.h"
#include "core/service/views.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"
#include "core/text/search_filters.h"
#include "core/text/term_index.h"
#include "core/text/tokens.h"

namespace yingda {

/// Thread: the search thread. Limits: a query is cut to 200 characters.
class SearchService {
 public:
  SearchService(Database& database, const Starter& starter, const ArticleShelf& articles,
                const HeardWords& heard)
      : m_tickets(database),
        m_households(database),
        m_starter(starter),
        m_articles(articles),
        m_heard(heard) {}
  /// Whose 我的 it is, who may read sensitive tickets, and what today is; without it nobody's.
  void setAsker(const std::optional<Agent>& asker, Instant now) {
    m_asker = asker;
    m_now = now;
  }
  /// Cancelled when a newer query came.
  Result<std::vector<SearchHit>> search(const SearchQuery& query, const std::atomic<bool>* cancel);
  Result<std::vector<SearchHit>> households(const QString& text, int limit);

 private:
  /// What the filters of a query mean in this store.
  struct Narrowing {
    TicketSearch search;
    QString communityName;
    bool isForTickets = false;  ///< only tickets are open, somebody's, or of a day
    bool isEmpty() const { return !isForTickets && communityName.isEmpty(); }
  };
  Result<Narrowing> narrowing(const SearchFilters& filters);
  Result<std::vector<SearchHit>> tickets(const QString& text, const Narrowing& narrowing,
                                         int limit);
  /// A ticket that fits, and by which words; what is shown of it is made for the first few alone.
  struct FoundTicket {
    StoredTicket stored;
    double score = 0;
    std::shared_ptr<const QueryMatcher> by;
  };
  Result<void> addTickets(const QString& query, const Narrowing& narrowing, double penalty,
                          std::vector<FoundTicket>& found);
  /// What the index is asked first: the query's terms without those of everyday, when there are
  /// both; else nothing. Who finds few by it has found all, and looks whether the rest stands
  /// there.
  Result<QString> rareExpression(const QStringList& terms);
  Result<bool> isEveryday(const QString& term);
  struct Candidates {
    std::vector<StoredTicket> tickets;
    bool haveAllTerms = true;  ///< as the index says; else only the rare ones
  };
  Result<Candidates> candidates(const QString& query, const Narrowing& narrowing);
  QStringList queriesFor(const QString& text) const;
  QStringList soundAlikes(const QString& text) const;
  SearchHit hitOf(const FoundTicket& found) const;
  std::vector<SearchHit> sayings(const QString& text, int limit) const;

  TicketQueries m_tickets;
  HouseholdQueries m_households;
  const Starter& m_starter;
  const ArticleShelf& m_articles;
  const HeardWords& m_heard;
  /// Sound-alikes share most of their terms.
  QHash<QString, bool> m_everyday;
  std::optional<Agent> m_asker;
  Instant m_now{};
};

}  // namespace yingda
