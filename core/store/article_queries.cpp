// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about articles, each a named statement.
#include "core/store/article_queries.h"

#include <QJsonDocument>

#include "core/store/field_sql.h"

namespace yingda {

namespace {

template <class T>
QString selectFrom(const FieldTable<T>& table) {
  return QStringLiteral("SELECT id, ") % columnList(table, QString()) % QStringLiteral(" FROM ") %
         QLatin1String(table.kind);
}

/// Every row that the bound statement gives.
template <class T>
Result<std::vector<T>> rowsOf(const FieldTable<T>& table, Statement& read) {
  std::vector<T> rows;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return rows;
    T row;
    row.id = decltype(row.id)::fromBytes(read.bytes(0));
    readFields(table, read, 1, row);
    rows.push_back(std::move(row));
  }
}

}  // namespace

Result<std::vector<ArticleDraft>> ArticleQueries::drafts() {
  const auto& table = articleDraftFields();
  return rowsOf(table, m_database.prepared("article_drafts", selectFrom(table)));
}

Result<std::vector<ArticleCheck>> ArticleQueries::checks() {
  const auto& table = articleCheckFields();
  return rowsOf(table, m_database.prepared("article_checks", selectFrom(table)));
}

Result<std::vector<PublishedArticle>> ArticleQueries::versions() {
  const auto& table = publishedArticleFields();
  return rowsOf(table, m_database.prepared("article_versions",
                                           selectFrom(table) % u" ORDER BY article, number"));
}

Result<std::vector<PublishedArticle>> ArticleQueries::factVersions() {
  const auto& table = publishedArticleFields();
  // By the name of the piece, which has an index; ';' follows ':'.
  return rowsOf(table, m_database.prepared("fact_versions",
                                           selectFrom(table) %
                                               u" WHERE article >= 'fact:' AND article < 'fact;'"
                                               u" ORDER BY article, number"));
}

Result<std::vector<MarkRow>> ArticleQueries::marks() {
  const auto& table = articleMarkFields();
  return rowsOf(table, m_database.prepared("article_marks", selectFrom(table)));
}

Result<PieceRows> ArticleQueries::piece(const QString& article) {
  PieceRows rows;
  rows.article = article;
  const auto ask = [&](const char* name, const auto& table, const QString& where) {
    Statement& read = m_database.prepared(name, selectFrom(table) % where);
    read.bindAll(article);
    return rowsOf(table, read);
  };
  Statement& own =
      m_database.prepared("draft_of", selectFrom(articleDraftFields()) % u" WHERE id = ?");
  own.bindAll(draftIdOf(article).bytes());
  auto drafts = rowsOf(articleDraftFields(), own);
  if (!drafts) return drafts.error();
  if (!drafts->empty()) rows.draft = std::move(drafts->front());
  const QString ofArticle = QStringLiteral(" WHERE article = ?");
  auto checks = ask("checks_of", articleCheckFields(), ofArticle);
  auto versions = ask("versions_of", publishedArticleFields(), ofArticle % u" ORDER BY number");
  auto marks = ask("marks_of", articleMarkFields(), ofArticle);
  if (!checks) return checks.error();
  if (!versions) return versions.error();
  if (!marks) return marks.error();
  rows.checks = std::move(*checks);
  rows.versions = std::move(*versions);
  rows.marks = std::move(*marks);
  return rows;
}

Result<std::vector<SearchMiss>> ArticleQueries::misses(Instant since) {
  const auto& table = searchMissFields();
  Statement& read = m_database.prepared("search_misses", selectFrom(table) % u" WHERE at >= ?");
  read.bindAll(toMs(since));
  return rowsOf(table, read);
}

Result<std::vector<QuotedRow>> ArticleQueries::quotes(Instant since, int limit) {
  Statement& read = m_database.prepared(
      "quotes_since",
      QStringLiteral("SELECT ticket_row, at, data FROM activity INDEXED BY activity_quoted"
                     " WHERE kind = 'quoted' AND at >= ? ORDER BY at DESC LIMIT ?"));
  read.bindAll(toMs(since), qint64{limit});
  std::vector<QuotedRow> rows;
  for (;;) {
    const auto found = read.step();
    if (!found) return found.error();
    if (!*found) return rows;
    const QJsonDocument data = QJsonDocument::fromJson(read.text(2).toUtf8());
    rows.push_back({read.int64(0), data[u"article"].toString(), data[u"version"].toInt(1),
                    instantFromMs(read.int64(1))});
  }
}

}  // namespace yingda
