// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the house's own articles, bulletins and scripts, and who quoted or judged them.
#pragma once

#include <vector>

#include "core/domain/article_rows.h"
#include "core/store/database.h"

namespace yingda {

/// A record on a ticket that an article was quoted.
struct QuotedRow {
  qint64 ticketRow = 0;
  QString article;
  int version = 1;
  Instant at{};
};

/// Thread: that of the database. Owner: whoever asks; keeps no state. These tables hold what a
/// house has written itself: hundreds of rows, read whole.
class ArticleQueries {
 public:
  explicit ArticleQueries(Database& database) : m_database(database) {}
  Result<std::vector<ArticleDraft>> drafts();
  Result<std::vector<ArticleCheck>> checks();
  Result<std::vector<PublishedArticle>> versions();  ///< by article and number
  /// Those of fact cards alone, in the same order.
  Result<std::vector<PublishedArticle>> factVersions();
  Result<std::vector<MarkRow>> marks();
  /// Of one piece.
  Result<PieceRows> piece(const QString& article);
  /// Searches that found nothing, since then.
  Result<std::vector<SearchMiss>> misses(Instant since);
  /// Newest first, at most `limit`.
  Result<std::vector<QuotedRow>> quotes(Instant since, int limit);

 private:
  Database& m_database;
};

}  // namespace yingda
