// SPDX-License-Identifier: GPL-3.0-or-later
// What the knowledge page and the editors read: pieces, their versions, and the editor's list.
#pragma once

#include <QHash>
#include <vector>

#include "core/assist/fact_check.h"
#include "core/domain/article_rows.h"
#include "core/domain/script_graph.h"

namespace yingda {

/// An article, a bulletin, a script or a fact card as it is listed.
struct PieceLine {
  QString id;
  PieceForm form = PieceForm::Article;
  QString title;
  QString detail;  ///< the sentence for the owner, or the beginning of the text
  QStringList categories;
  bool direct = true;
  int number = 0;  ///< of the version in effect; 0: nobody may quote it yet
  ArticleStage stage = ArticleStage::Draft;  ///< of the version in effect, else of the one in work
  std::optional<ArticleStage> work;          ///< Draft or Reviewed: there is one in work
  AgentId workAuthor;
  QList<AgentId> workWriters;
  std::optional<LocalDay> reviewOn;
  std::optional<LocalDay> effectiveFrom;
  int quoted = 0;  ///< on tickets of the last 90 days
  int useful = 0;  ///< readers, of the version in effect
  int notUseful = 0;
  int readers = 0;      ///< of a bulletin
  bool isRead = false;  ///< by the signed-in person
  bool awaitsFact = false;
  bool contradicts = false;  ///< what is said differs from a fact card
  friend bool operator==(const PieceLine&, const PieceLine&) = default;
};

struct KnowledgeView {
  std::vector<PieceLine> pieces;  ///< articles, bulletins, scripts, fact cards; each by title
  std::vector<EditorRow> editor;
  QStringList unread;  ///< ids of bulletins in effect that the signed-in person has not read
  LocalDay today{};
};

struct PieceQuote {
  TicketId ticket;
  QString number;  ///< digits
  QString title;
  int version = 1;
  Instant at{};
  friend bool operator==(const PieceQuote&, const PieceQuote&) = default;
};

struct PieceReader {
  QString name;               ///< 工号 and 对外称呼
  std::optional<Instant> at;  ///< nothing: has not read it
  friend bool operator==(const PieceReader&, const PieceReader&) = default;
};

/// One piece with everything its page shows.
struct PieceView {
  QString id;
  PieceForm form = PieceForm::Article;
  ArticleHistory history;
  QHash<AgentId, QString> names;        ///< of everybody in the history
  std::optional<Article> shown;         ///< the version in effect, facts filled in
  std::optional<FactCard> card;         ///< of a fact card: as it is said today
  QStringList quotedIn;                 ///< of a fact card: titles of the articles that quote it
  std::vector<ArticleStep> steps;       ///< what the signed-in person may do now
  std::vector<FactRemark> remarks;      ///< of the version in work, else of the one in effect
  std::vector<ScriptProblem> problems;  ///< of a script
  QString unreadable;                   ///< why a script's text is none: "line N: why"
  std::vector<PieceQuote> quotes;       ///< newest first, at most 20 of the last 90 days
  int useful = 0;
  int notUseful = 0;
  std::optional<bool> mine;          ///< what the signed-in person said of the version in effect
  std::vector<PieceReader> readers;  ///< of a bulletin: who has to read it
  LocalDay today{};
};

/// What publishing or confirming needs besides the step.
struct PieceDays {
  std::optional<LocalDay> from;      ///< today when missing
  std::optional<LocalDay> to;        ///< last day in effect, of a bulletin; nothing: until changed
  std::optional<LocalDay> reviewOn;  ///< half a year from today when missing
};

}  // namespace yingda
