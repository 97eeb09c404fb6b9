// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the rows, and the history that follows from them.
#include "core/domain/article_rows.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>

#include "core/text/fold.h"

namespace yingda {

namespace {

const QUuid space(QStringLiteral("{6a6d2f0e-4c1b-5e57-9f7b-0d5a3a1c7e11}"));

QString numbered(const QString& article, int number) {
  return article % u'#' % QString::number(number);
}

QString sortOf(MarkWord word) {
  switch (word) {
    case MarkWord::Useful:
    case MarkWord::NotUseful:
      return QStringLiteral("opinion");
    case MarkWord::Read:
      return QStringLiteral("read");
    case MarkWord::Wrote:
      return QStringLiteral("wrote");
  }
  return {};
}

template <class Row>
ArticleText textIn(const Row& row) {
  return {row.title, row.body, listOfWords(row.categories), listOfWords(row.keywords), row.direct};
}

template <class Row>
void putText(Row& row, const ArticleText& text) {
  row.title = text.title;
  row.body = text.body;
  row.categories = text.categories.join(u',');
  row.keywords = text.keywords.join(u' ');
  row.direct = text.direct;
}

const ArticleCheck* checkOf(const PieceRows& rows, int number) {
  const auto found = std::find_if(rows.checks.begin(), rows.checks.end(),
                                  [number](const auto& one) { return one.number == number; });
  return found == rows.checks.end() ? nullptr : &*found;
}

ArticleVersion versionFrom(const PublishedArticle& row) {
  ArticleVersion version;
  version.number = row.number;
  version.text = textOf(row);
  version.stage = row.withdrawn ? ArticleStage::Withdrawn : ArticleStage::Published;
  version.author = row.author;
  for (const QString& id : row.writers.split(u',', Qt::SkipEmptyParts)) {
    version.writers << AgentId::fromText(id);
  }
  version.approver = row.approver;
  version.effectiveFrom = row.effectiveFrom;
  version.effectiveTo = row.effectiveTo;
  version.reviewOn = row.reviewOn;
  return version;
}

/// Each ends where the next begins, whoever published it.
void closeVersions(std::vector<ArticleVersion>& versions) {
  for (size_t i = 0; i + 1 < versions.size(); ++i) {
    const auto& next = versions[i + 1].effectiveFrom;
    ArticleVersion& own = versions[i];
    if (own.stage == ArticleStage::Published) own.stage = ArticleStage::Superseded;
    if (!next) continue;
    const LocalDay last = *next - std::chrono::days{1};
    own.effectiveTo = own.effectiveTo ? std::min(*own.effectiveTo, last) : last;
  }
}

bool isInWork(const ArticleDraft& draft, const std::vector<ArticleVersion>& versions) {
  if (versions.empty() || draft.number > versions.back().number) return true;
  // Written before it was known that somebody else had published that number: not lost.
  const auto same = std::find_if(versions.begin(), versions.end(), [&](const ArticleVersion& each) {
    return each.number == draft.number;
  });
  return same == versions.end() || textHashOf(same->text) != textHashOf(textOf(draft));
}

ArticleVersion draftVersion(const PieceRows& rows, int number) {
  const ArticleDraft& draft = *rows.draft;
  ArticleVersion version;
  version.number = number;
  version.text = textOf(draft);
  version.author = draft.author;
  for (const MarkRow& mark : rows.marks) {
    const bool isOfIt = mark.number == number || mark.number == draft.number;
    if (mark.word != MarkWord::Wrote || !isOfIt) continue;
    if (!version.writers.contains(mark.by)) version.writers << mark.by;
  }
  if (!draft.author.isNull() && !version.writers.contains(draft.author)) {
    version.writers << draft.author;
  }
  const ArticleCheck* check = checkOf(rows, number);
  const bool holds = check && check->textHash == textHashOf(version.text) &&
                     !version.writers.contains(check->approver);
  if (holds) {
    version.stage = ArticleStage::Reviewed;
    version.approver = check->approver;
  }
  return version;
}

}  // namespace

QString pieceFormCode(PieceForm form) {
  switch (form) {
    case PieceForm::Article:
      return QStringLiteral("article");
    case PieceForm::Bulletin:
      return QStringLiteral("bulletin");
    case PieceForm::Script:
      return QStringLiteral("script");
    case PieceForm::Fact:
      return QStringLiteral("fact");
  }
  return {};
}

std::optional<PieceForm> pieceFormFromCode(QStringView code) {
  for (const PieceForm form : allPieceForms) {
    if (pieceFormCode(form) == code) return form;
  }
  return std::nullopt;
}

QString scriptPieceId(const QString& script) { return QStringLiteral("script:") % script; }

QString scriptIdOf(const QString& piece) { return piece.section(u':', 1); }

QString factPieceId(const QString& card) { return QStringLiteral("fact:") % card; }

QString factCardIdOf(const QString& piece) { return piece.section(u':', 1); }

const FieldTable<ArticleDraft>& articleDraftFields() {
  using Row = ArticleDraft;
  static const FieldTable<Row> table{
      "article_draft",
      FieldClass::Open,
      {field<&Row::article>("article", MergeRule::WriteOnce),
       field<&Row::form>("form", MergeRule::WriteOnce), field<&Row::number>("number"),
       field<&Row::title>("title"), field<&Row::body>("body", MergeRule::Text),
       field<&Row::categories>("categories"), field<&Row::keywords>("keywords"),
       field<&Row::direct>("direct"), field<&Row::author>("author"),
       field<&Row::changedAt>("changed_at")}};
  return table;
}

const FieldTable<ArticleCheck>& articleCheckFields() {
  using Row = ArticleCheck;
  static const FieldTable<Row> table{
      "article_check",
      FieldClass::Open,
      {field<&Row::article>("article", MergeRule::WriteOnce),
       field<&Row::number>("number", MergeRule::WriteOnce), field<&Row::approver>("approver"),
       field<&Row::textHash>("text_hash"), field<&Row::checkedAt>("checked_at"),
       field<&Row::reviewOn>("review_on")}};
  return table;
}

const FieldTable<PublishedArticle>& publishedArticleFields() {
  using Row = PublishedArticle;
  constexpr auto once = MergeRule::WriteOnce;
  static const FieldTable<Row> table{
      "article_version",
      FieldClass::Open,
      {field<&Row::article>("article", once), field<&Row::form>("form", once),
       field<&Row::number>("number", once), field<&Row::title>("title", once),
       field<&Row::body>("body", once), field<&Row::categories>("categories", once),
       field<&Row::keywords>("keywords", once), field<&Row::direct>("direct", once),
       field<&Row::author>("author", once), field<&Row::writers>("writers", once),
       field<&Row::approver>("approver", once), field<&Row::publishedBy>("published_by", once),
       field<&Row::publishedAt>("published_at", once),
       field<&Row::effectiveFrom>("effective_from", once), field<&Row::effectiveTo>("effective_to"),
       field<&Row::reviewOn>("review_on", once), field<&Row::withdrawn>("withdrawn")}};
  return table;
}

const FieldTable<MarkRow>& articleMarkFields() {
  using Row = MarkRow;
  static const FieldTable<Row> table{
      "article_mark",
      FieldClass::Open,
      {field<&Row::article>("article", MergeRule::WriteOnce),
       field<&Row::number>("number", MergeRule::WriteOnce),
       field<&Row::by>("by_agent", MergeRule::WriteOnce), field<&Row::word>("word"),
       field<&Row::reason>("reason"), field<&Row::at>("at")}};
  return table;
}

const FieldTable<SearchMiss>& searchMissFields() {
  using Row = SearchMiss;
  constexpr auto once = MergeRule::WriteOnce;
  static const FieldTable<Row> table{
      "search_miss",
      FieldClass::Open,
      {field<&Row::words>("words", once), field<&Row::by>("by_agent", once),
       field<&Row::at>("at", once)}};
  return table;
}

bool isKnowledgeKind(const QByteArray& kind) {
  return kind.startsWith("article_") || kind == "search_miss";
}

ArticleDraftId draftIdOf(const QString& article) {
  return ArticleDraftId::named(space, QStringLiteral("draft:") % article);
}

ArticleCheckId checkIdOf(const QString& article, int number) {
  return ArticleCheckId::named(space, QStringLiteral("check:") % numbered(article, number));
}

ArticleVersionId versionIdOf(const QString& article, int number) {
  return ArticleVersionId::named(space, QStringLiteral("version:") % numbered(article, number));
}

ArticleMarkId markIdOf(const MarkRow& mark) {
  return ArticleMarkId::named(space, sortOf(mark.word) % u':' % mark.by.text() % u':' %
                                         numbered(mark.article, mark.number));
}

SearchMissId missIdOf(const SearchMiss& miss) {
  return SearchMissId::named(space, QStringLiteral("miss:") % miss.by.text() % u':' %
                                        toIso(localDayOf(miss.at)) % u':' % fold(miss.words));
}

bool mayKeepMiss(const QString& words) {
  constexpr int least = 2;
  constexpr int most = 20;
  static const QRegularExpression longNumber(QStringLiteral("[0-9０-９]{4}"));
  const QString plain = words.simplified();
  return plain.size() >= least && plain.size() <= most && !plain.contains(longNumber);
}

QString textHashOf(const ArticleText& text) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const QString& part : {text.title, text.body, text.categories.join(u','),
                              text.keywords.join(u' '), QString::number(int{text.direct})}) {
    const QByteArray bytes = part.toUtf8();
    hash.addData(QByteArray::number(bytes.size()).append(':'));
    hash.addData(bytes);
  }
  return QString::fromLatin1(hash.result().toHex());
}

ArticleText textOf(const ArticleDraft& draft) { return textIn(draft); }
ArticleText textOf(const PublishedArticle& version) { return textIn(version); }
void setText(ArticleDraft& draft, const ArticleText& text) { putText(draft, text); }
void setText(PublishedArticle& version, const ArticleText& text) { putText(version, text); }

QStringList listOfWords(const QString& joined) {
  static const QRegularExpression between(QStringLiteral("[\\s,，、]+"));
  return joined.split(between, Qt::SkipEmptyParts);
}

ArticleHistory historyOf(const PieceRows& rows) {
  ArticleHistory history;
  history.id = rows.article;
  if (rows.shipped) history.versions.push_back(*rows.shipped);
  for (const PublishedArticle& row : rows.versions) {
    // What ships may have been withdrawn, or grown to a number that the house has given already.
    std::erase_if(history.versions,
                  [&](const ArticleVersion& each) { return each.number == row.number; });
    history.versions.push_back(versionFrom(row));
  }
  std::stable_sort(history.versions.begin(), history.versions.end(),
                   [](const auto& a, const auto& b) { return a.number < b.number; });
  closeVersions(history.versions);
  for (ArticleVersion& version : history.versions) {
    const ArticleCheck* check = checkOf(rows, version.number);
    if (!check || !check->reviewOn) continue;
    version.reviewOn = check->reviewOn;
    version.approver = check->approver;
  }
  if (!rows.draft || !isInWork(*rows.draft, history.versions)) return history;
  const int next = history.versions.empty() ? 1 : history.versions.back().number + 1;
  history.versions.push_back(draftVersion(rows, next));
  return history;
}

std::vector<ArticleMark> opinionsIn(const std::vector<MarkRow>& marks) {
  std::vector<ArticleMark> opinions;
  for (const MarkRow& row : marks) {
    if (row.word != MarkWord::Useful && row.word != MarkWord::NotUseful) continue;
    opinions.push_back({row.article, row.number, row.by, row.at, row.word == MarkWord::Useful,
                        notUsefulReasonFromCode(row.reason)});
  }
  return opinions;
}

}  // namespace yingda
