// SPDX-License-Identifier: GPL-3.0-or-later
// How the house's own articles, bulletins and scripts are stored: the draft, who answers for it,
// what was published, and what the readers say. The history of a piece is derived from these rows.
#pragma once

#include <array>
#include <vector>

#include "core/domain/article_editor.h"
#include "core/domain/article_life.h"
#include "core/domain/field_table.h"

namespace yingda {

template <>
struct FieldCodec<LocalDay> {
  static constexpr FieldType type = FieldType::Integer;
  static FieldValue write(LocalDay v) { return static_cast<qint64>(v.time_since_epoch().count()); }
  static LocalDay read(const FieldValue& v) {
    const auto* number = std::get_if<qint64>(&v);
    return LocalDay{std::chrono::days{number ? *number : 0}};
  }
};

/// What a piece of knowledge is. A script's text is Twee 3 (core/domain/twee.h), a fact's the two
/// lines of core/domain/fact_fill.h.
enum class PieceForm { Article, Bulletin, Script, Fact };
inline constexpr std::array allPieceForms{PieceForm::Article, PieceForm::Bulletin,
                                          PieceForm::Script, PieceForm::Fact};
QString pieceFormCode(PieceForm form);  ///< article bulletin script fact
std::optional<PieceForm> pieceFormFromCode(QStringView code);

/// The longest text of a piece, in UTF-16 units; what is longer is no article.
inline constexpr qsizetype pieceTextMax = 20'000;
inline constexpr qsizetype pieceTitleMax = 60;

/// An article and a script may have the same name: a script's piece is called script:ID.
QString scriptPieceId(const QString& script);
QString scriptIdOf(const QString& piece);
/// The same for a fact card: fact:ID.
QString factPieceId(const QString& card);
QString factCardIdOf(const QString& piece);

using ArticleDraftId = Id<struct ArticleDraftTag>;
using ArticleCheckId = Id<struct ArticleCheckTag>;
using ArticleVersionId = Id<struct ArticleVersionTag>;
using ArticleMarkId = Id<struct ArticleMarkTag>;
using SearchMissId = Id<struct SearchMissTag>;

/// The words that are being worked on; one row a piece. They are in work while they differ from
/// the version of their number, or have a number that nobody published.
struct ArticleDraft {
  ArticleDraftId id;
  QString article;  ///< the piece: an id of the starter, or one made here
  PieceForm form = PieceForm::Article;
  int number = 1;  ///< what it will be when published
  QString title;
  QString body;
  QString categories;  ///< joined by commas
  QString keywords;    ///< joined by spaces
  bool direct = true;
  AgentId author;  ///< who wrote last
  Instant changedAt{};
  friend bool operator==(const ArticleDraft&, const ArticleDraft&) = default;
};

/// Somebody answers for exactly these words. Words that are changed afterwards are a draft again.
struct ArticleCheck {
  ArticleCheckId id;
  QString article;
  int number = 1;
  AgentId approver;
  QString textHash;  ///< empty: sent back
  Instant checkedAt{};
  std::optional<LocalDay> reviewOn;  ///< said again of a published version: still right until then
  friend bool operator==(const ArticleCheck&, const ArticleCheck&) = default;
};

/// A published version. Its words never change, because tickets quote them.
struct PublishedArticle {
  ArticleVersionId id;
  QString article;
  PieceForm form = PieceForm::Article;
  int number = 1;
  QString title;
  QString body;
  QString categories;
  QString keywords;
  bool direct = true;
  AgentId author;
  QString writers;  ///< ids joined by commas
  AgentId approver;
  AgentId publishedBy;
  Instant publishedAt{};
  std::optional<LocalDay> effectiveFrom;
  std::optional<LocalDay> effectiveTo;  ///< last day; a bulletin's, or of what was withdrawn
  std::optional<LocalDay> reviewOn;
  bool withdrawn = false;
  friend bool operator==(const PublishedArticle&, const PublishedArticle&) = default;
};

/// What somebody did with a version.
enum class MarkWord { Useful, NotUseful, Read, Wrote };

/// One row a person, version and sort of word: a second word on whether it helped replaces the
/// first.
struct MarkRow {
  ArticleMarkId id;
  QString article;
  int number = 1;
  AgentId by;
  MarkWord word = MarkWord::Read;
  QString reason;  ///< a NotUsefulReason's code
  Instant at{};
  friend bool operator==(const MarkRow&, const MarkRow&) = default;
};

struct SearchMiss {
  SearchMissId id;
  QString words;
  AgentId by;
  Instant at{};
  friend bool operator==(const SearchMiss&, const SearchMiss&) = default;
};

const FieldTable<ArticleDraft>& articleDraftFields();
const FieldTable<ArticleCheck>& articleCheckFields();
const FieldTable<PublishedArticle>& publishedArticleFields();
const FieldTable<MarkRow>& articleMarkFields();
const FieldTable<SearchMiss>& searchMissFields();
/// True for the kinds above: a change of one changes what people read.
bool isKnowledgeKind(const QByteArray& kind);

// The same ids on every machine.
ArticleDraftId draftIdOf(const QString& article);
ArticleCheckId checkIdOf(const QString& article, int number);
ArticleVersionId versionIdOf(const QString& article, int number);
ArticleMarkId markIdOf(const MarkRow& mark);
/// One row a day, person and folded words.
SearchMissId missIdOf(const SearchMiss& miss);

/// What was typed may hold a number or a name: only words of two to twenty characters without a
/// run of four digits are kept.
bool mayKeepMiss(const QString& words);

/// Of all words that a reader sees; two texts have it alike only when they are the same.
QString textHashOf(const ArticleText& text);
ArticleText textOf(const ArticleDraft& draft);
ArticleText textOf(const PublishedArticle& version);
void setText(ArticleDraft& draft, const ArticleText& text);
void setText(PublishedArticle& version, const ArticleText& text);
QStringList listOfWords(const QString& joined);  ///< apart at commas, spaces and 、，

/// Everything that is stored of one piece.
struct PieceRows {
  QString article;
  std::optional<ArticleVersion> shipped;  ///< the starter's, under all others
  std::optional<ArticleDraft> draft;
  std::vector<ArticleCheck> checks;
  std::vector<PublishedArticle> versions;
  std::vector<MarkRow> marks;
};
/// The versions, oldest first, with the draft behind them. Pure; any thread.
ArticleHistory historyOf(const PieceRows& rows);
/// The opinions as the editor's list asks for them.
std::vector<ArticleMark> opinionsIn(const std::vector<MarkRow>& marks);

}  // namespace yingda
