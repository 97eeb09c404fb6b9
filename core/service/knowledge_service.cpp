// SPDX-License-Identifier: GPL-3.0-or-later
// Writes one operation a deed; the life cycle of core/domain/article_life decides what is allowed.
#include "core/service/knowledge_service.h"

#include "core/assist/fact_check.h"
#include "core/domain/authority.h"
#include "core/domain/fact_fill.h"
#include "core/domain/twee.h"
#include "core/service/piece_words.h"

namespace yingda {

namespace {

Error invalid(const char* what) { return {ErrorCode::Invalid, QLatin1String(what)}; }

/// Why the words cannot be those of a piece; nothing when they can.
std::optional<Error> faultOf(const ArticleText& text) {
  if (text.title.simplified().isEmpty() || text.title.size() > pieceTitleMax) {
    return invalid("title");
  }
  if (text.body.trimmed().isEmpty()) return invalid("text");
  if (text.body.size() > pieceTextMax) return invalid("size");
  return std::nullopt;
}

ArticleText cleaned(ArticleText text) {
  text.title = text.title.simplified();
  text.categories.removeDuplicates();
  text.keywords.removeDuplicates();
  return text;
}

/// The words of a fact card: the value and its source are written, the rest is the card's.
Result<ArticleText> factText(const Starter& asWritten, const QString& id,
                             const ArticleText& wanted) {
  const auto shipped = shippedPiece(asWritten, id);
  if (!shipped || shipped->form != PieceForm::Fact) return invalid("form");
  FactFill fill = fillInText(wanted.body);
  const auto filled = filledCard(*asWritten.factCard(factCardIdOf(id)), fill);
  if (!filled) return filled.error();
  fill.value = filled->valueText();
  ArticleText text = shipped->version.text;
  text.body = textOfFill(fill);
  return text;
}

ArticleDraft draftAfter(const PieceRows& rows, PieceForm form, const ArticleVersion& version) {
  ArticleDraft draft;
  draft.id = draftIdOf(rows.article);
  draft.article = rows.article;
  draft.form = form;
  draft.number = version.number;
  draft.author = version.author;
  setText(draft, version.text);
  return draft;
}

ArticleCheck checkBefore(const PieceRows& rows, int number) {
  for (const ArticleCheck& one : rows.checks) {
    if (one.number == number) return one;
  }
  ArticleCheck check;
  check.id = checkIdOf(rows.article, number);
  check.article = rows.article;
  check.number = number;
  return check;
}

bool isStored(const PieceRows& rows, int number) {
  return std::any_of(rows.checks.begin(), rows.checks.end(),
                     [number](const ArticleCheck& one) { return one.number == number; });
}

PublishedArticle publishedFrom(const PieceRows& rows, PieceForm form,
                               const ArticleVersion& version) {
  PublishedArticle row;
  row.id = versionIdOf(rows.article, version.number);
  row.article = rows.article;
  row.form = form;
  row.number = version.number;
  setText(row, version.text);
  row.author = version.author;
  QStringList writers;
  for (const AgentId& writer : version.writers) writers << writer.text();
  row.writers = writers.join(u',');
  row.approver = version.approver;
  row.effectiveFrom = version.effectiveFrom;
  row.effectiveTo = version.effectiveTo;
  row.reviewOn = version.reviewOn;
  return row;
}

/// What may stay behind in a text that is said to owners.
Result<void> mayBeSaid(const PieceView& view) {
  if (!view.remarks.empty()) return Error{ErrorCode::Refused, QStringLiteral("facts")};
  if (view.card) {
    const ArticleVersion* open = view.history.inWork();
    // Two people's words may have been joined into something that is no value.
    const bool isFilled = open && filledCard(*view.card, fillInText(open->text.body));
    return isFilled ? Result<void>() : Error{ErrorCode::Refused, QStringLiteral("value")};
  }
  if (!view.problems.empty() || !view.unreadable.isEmpty()) {
    return Error{ErrorCode::Refused, QStringLiteral("script")};
  }
  return {};
}

}  // namespace

Result<void> KnowledgeService::keep(const char* what, ChangeSet changes) {
  if (changes.isEmpty()) return {};
  return m_workplace.commit(m_reader->id, QLatin1String(what), std::move(changes));
}

Result<PieceRows> KnowledgeService::rowsOf(const QString& id, PieceForm& form) {
  auto rows = ArticleQueries(m_database).piece(id);
  if (!rows) return rows;
  const auto shipped = shippedPiece(m_workplace.asWritten(), id);
  if (shipped) {
    rows->shipped = shipped->version;
    form = shipped->form;
  } else if (!rows->versions.empty()) {
    form = rows->versions.back().form;
  } else if (rows->draft) {
    form = rows->draft->form;
  } else {
    return Error{ErrorCode::NotFound, QStringLiteral("piece")};
  }
  const auto people = HouseholdQueries(m_database).agents();
  if (!people) return people.error();
  nameByPerson(*rows, *people);
  return rows;
}

Result<QString> KnowledgeService::write(const QString& id, PieceForm form,
                                        const ArticleText& wanted) {
  if (!mayDo(m_reader->role, Deed::WriteArticle)) {
    return Error{ErrorCode::Forbidden, QStringLiteral("role")};
  }
  ArticleText text = cleaned(wanted);
  if (form == PieceForm::Fact) {
    auto filled = factText(m_workplace.asWritten(), id, text);
    if (!filled) return filled.error();
    text = std::move(*filled);
  }
  if (auto fault = faultOf(text)) return *fault;
  PieceRows rows;
  PieceForm known = form;
  if (id.isEmpty()) {
    rows.article = ArticleDraftId::make(*m_workplace.clock, m_workplace.random()).text();
    if (form == PieceForm::Script) rows.article = scriptPieceId(rows.article);
  } else {
    auto stored = rowsOf(id, known);
    if (!stored) return stored.error();
    if (known != form) return invalid("form");
    rows = std::move(*stored);
  }
  const ArticleHistory before = historyOf(rows);
  const ArticleVersion* open = before.inWork();
  const ArticleVersion* standing = before.inEffect(today());
  // Nothing new was said: no draft is opened for it.
  if (open ? open->text == text : standing && standing->text == text) return rows.article;
  ArticleDeed deed{ArticleStep::Write, m_reader->id, m_reader->role, today(), text, {}, {}};
  const auto after = withDeed(before, deed);
  if (!after) return after.error();
  ArticleDraft draft = draftAfter(rows, known, *after->inWork());
  draft.changedAt = m_workplace.now();
  ChangeSet changes;
  if (rows.draft) {
    changes.update(articleDraftFields(), draft.id, *rows.draft, draft);
  } else {
    changes.create(articleDraftFields(), draft.id, draft);
  }
  MarkRow wrote{{}, rows.article, draft.number, m_reader->id, MarkWord::Wrote, {}, draft.changedAt};
  wrote.id = markIdOf(wrote);
  const bool hasWritten = std::any_of(rows.marks.begin(), rows.marks.end(),
                                      [&](const MarkRow& one) { return one.id == wrote.id; });
  if (!hasWritten) changes.create(articleMarkFields(), wrote.id, wrote);
  if (auto done = keep("article", std::move(changes)); !done) return done.error();
  return rows.article;
}

ChangeSet KnowledgeService::changesOf(const PieceRows& rows, const ArticleHistory& after,
                                      const ArticleDeed& deed, const PieceDays& days) {
  ChangeSet changes;
  const auto checked = [&](int number, auto change) {
    const ArticleCheck before = checkBefore(rows, number);
    ArticleCheck row = before;
    row.approver = deed.by;
    row.checkedAt = m_workplace.now();
    change(row);
    if (isStored(rows, number)) {
      changes.update(articleCheckFields(), row.id, before, row);
    } else {
      changes.create(articleCheckFields(), row.id, row);
    }
  };
  const auto last = [&](ArticleStage stage) -> const ArticleVersion& {
    const auto found = std::find_if(after.versions.rbegin(), after.versions.rend(),
                                    [stage](const auto& each) { return each.stage == stage; });
    YINGDA_INVARIANT(found != after.versions.rend(), "the deed left no such version");
    return *found;
  };
  PieceForm form = rows.draft ? rows.draft->form : PieceForm::Article;
  if (!rows.versions.empty()) form = rows.versions.back().form;
  if (const auto shipped = shippedPiece(m_workplace.asWritten(), rows.article)) {
    form = shipped->form;
  }
  switch (deed.step) {
    case ArticleStep::Write:
      break;
    case ArticleStep::Review: {
      const ArticleVersion& version = last(ArticleStage::Reviewed);
      checked(version.number, [&](auto& row) { row.textHash = textHashOf(version.text); });
      break;
    }
    case ArticleStep::SendBack:
      checked(last(ArticleStage::Draft).number, [](auto& row) { row.textHash.clear(); });
      break;
    case ArticleStep::Publish: {
      PublishedArticle row = publishedFrom(rows, form, last(ArticleStage::Published));
      row.effectiveTo = days.to;
      row.publishedBy = deed.by;
      row.publishedAt = m_workplace.now();
      changes.create(publishedArticleFields(), row.id, row);
      break;
    }
    case ArticleStep::Confirm:
      checked(last(ArticleStage::Published).number,
              [&](auto& row) { row.reviewOn = deed.reviewOn; });
      break;
    case ArticleStep::Withdraw: {
      PublishedArticle row = publishedFrom(rows, form, last(ArticleStage::Withdrawn));
      row.withdrawn = true;
      const auto before =
          std::find_if(rows.versions.begin(), rows.versions.end(),
                       [&](const PublishedArticle& one) { return one.number == row.number; });
      if (before == rows.versions.end()) {
        changes.create(publishedArticleFields(), row.id, row);
      } else {
        PublishedArticle withdrawn = *before;
        withdrawn.withdrawn = true;
        withdrawn.effectiveTo = row.effectiveTo;
        changes.update(publishedArticleFields(), row.id, *before, withdrawn);
      }
      break;
    }
  }
  return changes;
}

Result<void> KnowledgeService::step(const QString& id, ArticleStep step, const PieceDays& days) {
  constexpr std::chrono::days halfYear{183};
  if (step == ArticleStep::Write) return invalid("step");
  PieceForm form = PieceForm::Article;
  const auto rows = rowsOf(id, form);
  if (!rows) return rows.error();
  const ArticleHistory before = historyOf(*rows);
  const AgentId me = personOf(m_reader->id, m_database);
  ArticleDeed deed{step, me, m_reader->role, today(), {}, days.from, days.reviewOn};
  if (!deed.reviewOn) deed.reviewOn = days.from.value_or(today()) + halfYear;
  const auto after = withDeed(before, deed);
  if (!after) return after.error();
  const bool isEnd = step == ArticleStep::Confirm || step == ArticleStep::Withdraw;
  const ArticleVersion* standing = before.inEffect(today());
  if (form == PieceForm::Fact && isEnd && standing && standing->effectiveFrom == LocalDay{}) {
    return Error{ErrorCode::Refused, QStringLiteral("shipped fact")};
  }
  if (step == ArticleStep::Publish) {
    if (days.to && *days.to < days.from.value_or(today())) return invalid("to");
    const auto view = piece(id);
    if (!view) return view.error();
    if (auto fit = mayBeSaid(*view); !fit) return fit;
  }
  return keep("article", changesOf(*rows, *after, deed, days));
}

Result<void> KnowledgeService::mark(MarkRow row) {
  PieceForm form = PieceForm::Article;
  const auto rows = rowsOf(row.article, form);
  if (!rows) return rows.error();
  const ArticleHistory history = historyOf(*rows);
  const ArticleVersion* standing = history.inEffect(today());
  if (!standing) return Error{ErrorCode::Refused, QStringLiteral("not in effect")};
  row.number = standing->number;
  row.by = m_reader->id;
  row.at = m_workplace.now();
  row.id = markIdOf(row);
  ChangeSet changes;
  const auto before = std::find_if(rows->marks.begin(), rows->marks.end(),
                                   [&](const MarkRow& one) { return one.id == row.id; });
  if (before == rows->marks.end()) {
    changes.create(articleMarkFields(), row.id, row);
  } else if (row.word != MarkWord::Read) {
    changes.update(articleMarkFields(), row.id, *before, row);
  }
  return keep("article", std::move(changes));
}

Result<void> KnowledgeService::judge(const QString& id, std::optional<NotUsefulReason> reason) {
  MarkRow row;
  row.article = id;
  row.word = reason ? MarkWord::NotUseful : MarkWord::Useful;
  if (reason) row.reason = notUsefulReasonCode(*reason);
  return mark(row);
}

Result<void> KnowledgeService::noteRead(const QString& id) {
  MarkRow row;
  row.article = id;
  row.word = MarkWord::Read;
  return mark(row);
}

Result<void> KnowledgeService::noteMiss(const QString& words) {
  if (!mayKeepMiss(words)) return {};
  SearchMiss miss{{}, words.simplified(), m_reader->id, m_workplace.now()};
  miss.id = missIdOf(miss);
  const auto known = ArticleQueries(m_database).misses(miss.at - std::chrono::days{1});
  if (!known) return known.error();
  const bool isKnown = std::any_of(known->begin(), known->end(),
                                   [&](const SearchMiss& one) { return one.id == miss.id; });
  if (isKnown) return {};
  ChangeSet changes;
  changes.create(searchMissFields(), miss.id, miss);
  return keep("article", std::move(changes));
}

}  // namespace yingda
