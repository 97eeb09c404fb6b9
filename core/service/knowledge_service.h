// SPDX-License-Identifier: GPL-3.0-or-later
// The house's knowledge: reading it with what ships under it, writing, approving and judging it.
#pragma once

#include "core/service/knowledge_views.h"
#include "core/service/workplace.h"
#include "core/store/article_queries.h"

namespace yingda {

/// What may be said today: the starter's articles and scripts with the house's over them.
struct Shelf {
  std::vector<Article> articles;
  std::vector<Script> scripts;
  std::vector<FactCard> factCards;
  std::vector<OutsideNumber> outsideNumbers;
  LocalDay day{};
  bool isShipped = true;  ///< nothing of the house in it
};

/// Thread: that of `database`; the writing ones the cache thread. Owner: whoever asks.
class KnowledgeService {
 public:
  KnowledgeService(Workplace& workplace, Database& database, std::optional<Agent> reader)
      : m_workplace(workplace), m_database(database), m_reader(std::move(reader)) {}

  Result<Shelf> shelf();
  Result<KnowledgeView> view();
  /// NotFound for an id that nobody has used.
  Result<PieceView> piece(const QString& id);

  /// A new draft, or the words of the one in work. Empty id: a new piece. Invalid "title", "text",
  /// "size" or "form"; of a fact card besides what filledCard says. A fact card keeps its title.
  Result<QString> write(const QString& id, PieceForm form, const ArticleText& text);
  /// Everything but Write. Errors of withDeed; besides, Publish is Refused "facts" while the words
  /// contradict a fact card or name one that is not there, "script" while a script has
  /// problems, and "value" while a fact card has none.
  Result<void> step(const QString& id, ArticleStep step, const PieceDays& days);
  /// Whether the version in effect helped; `reason` when it did not.
  Result<void> judge(const QString& id, std::optional<NotUsefulReason> reason);
  /// The signed-in person has read the bulletin in effect; said once.
  Result<void> noteRead(const QString& id);
  /// A search found nothing. Nothing happens for words that are not kept (mayKeepMiss).
  Result<void> noteMiss(const QString& words);

 private:
  struct All;
  Result<All> all();
  Result<PieceRows> rowsOf(const QString& id, PieceForm& form);
  Result<std::vector<FactCard>> cards();
  Result<void> showCard(PieceView& view, const std::vector<FactCard>& cards);
  Result<void> keep(const char* what, ChangeSet changes);
  ChangeSet changesOf(const PieceRows& rows, const ArticleHistory& after, const ArticleDeed& deed,
                      const PieceDays& days);
  Result<void> mark(MarkRow row);
  LocalDay today() const { return localDayOf(m_workplace.now()); }

  Workplace& m_workplace;
  Database& m_database;
  std::optional<Agent> m_reader;
};

}  // namespace yingda
