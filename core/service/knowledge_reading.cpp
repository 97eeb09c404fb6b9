// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rows of every piece, or of one, and puts together what the screens show.
#include <QSet>
#include <algorithm>
#include <map>

#include "core/domain/authority.h"
#include "core/domain/fact_fill.h"
#include "core/domain/starter_reader.h"
#include "core/domain/twee.h"
#include "core/service/knowledge_service.h"
#include "core/service/piece_words.h"
#include "core/store/household_queries.h"
#include "core/store/ticket_queries.h"

namespace yingda {

namespace {

constexpr std::chrono::days quotesLately{90};
/// Beyond it a count says "many" as well.
constexpr int quotesMost = 50'000;
constexpr size_t quotesShown = 20;

QString firstWords(const QString& body) {
  constexpr qsizetype most = 120;
  QString words = body.left(most * 2);
  words.remove(QStringLiteral("**")).replace(u'\n', u' ');
  return words.simplified().left(most);
}

QString nameOf(const Agent& agent) {
  return QString(agent.staffNumber % u' ' % agent.outsideName).trimmed();
}

struct Opinions {
  int useful = 0;
  int notUseful = 0;
};

Opinions opinionsOn(const std::vector<MarkRow>& marks, int number) {
  Opinions opinions;
  for (const MarkRow& mark : marks) {
    if (mark.number != number) continue;
    opinions.useful += mark.word == MarkWord::Useful ? 1 : 0;
    opinions.notUseful += mark.word == MarkWord::NotUseful ? 1 : 0;
  }
  return opinions;
}

bool hasRead(const std::vector<MarkRow>& marks, int number, const AgentId& reader) {
  return std::any_of(marks.begin(), marks.end(), [&](const MarkRow& mark) {
    return mark.word == MarkWord::Read && mark.number == number && mark.by == reader;
  });
}

int readersOf(const std::vector<MarkRow>& marks, int number) {
  QSet<AgentId> readers;
  for (const MarkRow& mark : marks) {
    if (mark.word == MarkWord::Read && mark.number == number) readers.insert(mark.by);
  }
  return static_cast<int>(readers.size());
}

/// What ships, its facts as the house has filled them in.
Starter saidWith(Workplace& workplace, std::vector<FactCard> cards) {
  const Starter& shipped = workplace.starter;
  const bool isFilled =
      !std::equal(cards.begin(), cards.end(), shipped.factCards.begin(), shipped.factCards.end(),
                  [](const FactCard& a, const FactCard& b) {
                    return a.valueText() == b.valueText() && a.source == b.source;
                  });
  return isFilled ? withCards(workplace.asWritten(), std::move(cards)) : shipped;
}

void putTitle(const Article& shown, PieceLine& line) {
  line.detail = shown.reply.isEmpty() ? firstWords(shown.body) : shown.reply;
  line.awaitsFact = shown.awaitsFact;
}

void putCard(const FactCard& card, PieceLine& line) {
  line.title = card.title;
  line.detail = card.statementText();
  line.awaitsFact = card.awaitsValue();
}

}  // namespace

/// Every piece, by its id.
struct KnowledgeService::All {
  struct Piece {
    PieceForm form = PieceForm::Article;
    PieceRows rows;
    const Article* shipped = nullptr;  ///< facts filled in
  };
  std::map<QString, Piece> pieces;
  std::vector<Agent> people;
  Starter said;  ///< what ships, with the facts as the house has filled them in
};

Result<std::vector<FactCard>> KnowledgeService::cards() {
  const auto versions = ArticleQueries(m_database).factVersions();
  if (!versions) return versions.error();
  return cardsOn(today(), m_workplace.starter.factCards, *versions);
}

Result<KnowledgeService::All> KnowledgeService::all() {
  All all;
  const Starter& written = m_workplace.asWritten();
  auto facts = cards();
  if (!facts) return facts.error();
  all.said = saidWith(m_workplace, std::move(*facts));
  for (const Article& article : written.articles) {
    auto& piece = all.pieces[article.id];
    piece.rows.shipped = shippedVersion(article);
    piece.shipped = all.said.article(article.id);
  }
  for (const FactCard& card : written.factCards) {
    if (!mayBeFilled(card)) continue;
    auto& piece = all.pieces[factPieceId(card.id)];
    piece.form = PieceForm::Fact;
    piece.rows.shipped = shippedVersion(card);
  }
  for (const Script& script : written.scripts) {
    auto& piece = all.pieces[scriptPieceId(script.id)];
    piece.form = PieceForm::Script;
    piece.rows.shipped = shippedVersion(script);
  }
  ArticleQueries queries(m_database);
  auto drafts = queries.drafts();
  auto versions = queries.versions();
  auto checks = queries.checks();
  auto marks = queries.marks();
  auto people = HouseholdQueries(m_database).agents();
  if (!drafts) return drafts.error();
  if (!versions) return versions.error();
  if (!checks) return checks.error();
  if (!marks) return marks.error();
  if (!people) return people.error();
  const auto take = [&](const QString& id, PieceForm form) -> PieceRows& {
    auto& piece = all.pieces[id];
    if (!piece.rows.shipped) piece.form = form;
    return piece.rows;
  };
  for (ArticleDraft& row : *drafts) {
    const QString id = row.article;
    take(id, row.form).draft = std::move(row);
  }
  for (PublishedArticle& row : *versions) {
    const QString id = row.article;
    take(id, row.form).versions.push_back(std::move(row));
  }
  for (ArticleCheck& row : *checks) all.pieces[row.article].rows.checks.push_back(row);
  for (MarkRow& row : *marks) all.pieces[row.article].rows.marks.push_back(row);
  all.people = std::move(*people);
  for (auto& [id, piece] : all.pieces) {
    piece.rows.article = id;
    nameByPerson(piece.rows, all.people);
  }
  return all;
}

Result<Shelf> KnowledgeService::shelf() {
  const auto versions = ArticleQueries(m_database).versions();
  if (!versions) return versions.error();
  if (versions->empty()) {
    // A start waits for nothing: the house has published nothing of its own.
    const Starter& starter = m_workplace.starter;
    return Shelf{starter.articles,       starter.scripts, starter.factCards,
                 starter.outsideNumbers, today(),         true};
  }
  auto everything = all();
  if (!everything) return everything.error();
  const Starter& starter = everything->said;
  Shelf shelf;
  shelf.factCards = starter.factCards;
  shelf.outsideNumbers = starter.outsideNumbers;
  shelf.day = today();
  for (const auto& [id, piece] : everything->pieces) {
    const bool isOwn = !piece.rows.versions.empty();
    if (isOwn) shelf.isShipped = false;
    const ArticleHistory history = historyOf(piece.rows);
    const ArticleVersion* standing = history.inEffect(shelf.day);
    if (!standing || piece.form == PieceForm::Fact) continue;
    const bool isShipped = !isOwn || standing->effectiveFrom == LocalDay{};
    if (piece.form != PieceForm::Script) {
      shelf.articles.push_back(isShipped && piece.shipped
                                   ? *piece.shipped
                                   : articleFrom(id, *standing, starter.factCards));
      continue;
    }
    const Script* shipped = isShipped ? starter.script(scriptIdOf(id)) : nullptr;
    auto script = shipped ? Result<Script>(*shipped) : scriptFrom(id, *standing);
    // It was looked at before it was published; who cannot be read is left out, not guessed.
    if (!script) continue;
    if (!shipped) fillScript(*script, starter.factCards);
    shelf.scripts.push_back(std::move(*script));
  }
  // As shipped, so that a script chooser shows them in the order of the trade; own ones behind.
  std::stable_sort(shelf.scripts.begin(), shelf.scripts.end(), [&](const auto& a, const auto& b) {
    const auto place = [&](const Script& one) {
      const Script* shipped = starter.script(one.id);
      return shipped ? shipped - starter.scripts.data() : std::ptrdiff_t{1'000'000};
    };
    return place(a) < place(b);
  });
  return shelf;
}

Result<KnowledgeView> KnowledgeService::view() {
  auto everything = all();
  if (!everything) return everything.error();
  ArticleQueries queries(m_database);
  const auto quotes = queries.quotes(m_workplace.now() - quotesLately, quotesMost);
  if (!quotes) return quotes.error();
  const auto misses = queries.misses(m_workplace.now() - quotesLately);
  if (!misses) return misses.error();
  QHash<QString, int> quoted;
  for (const QuotedRow& row : *quotes) ++quoted[row.article];
  KnowledgeView view;
  view.today = today();
  const AgentId me = m_reader ? personOf(m_reader->id, everything->people) : AgentId();
  EditorInput input;
  for (const SearchMiss& miss : *misses) input.zeroHits.push_back({miss.words, miss.by, miss.at});
  for (const auto& [id, piece] : everything->pieces) {
    const ArticleHistory history = historyOf(piece.rows);
    if (history.versions.empty()) continue;
    const ArticleVersion* standing = history.inEffect(view.today);
    const ArticleVersion* open = history.inWork();
    const ArticleVersion& told = standing ? *standing : history.versions.back();
    PieceLine line;
    line.id = id;
    line.form = piece.form;
    line.title = told.text.title;
    line.categories = told.text.categories;
    line.direct = told.text.direct;
    line.number = standing ? standing->number : 0;
    line.stage = ArticleHistory::stageOn(told, view.today);
    line.reviewOn = told.reviewOn;
    line.effectiveFrom = told.effectiveFrom;
    line.quoted = quoted.value(id);
    if (open) {
      line.work = open->stage;
      line.workAuthor = open->author;
      line.workWriters = open->writers;
    }
    if (piece.form == PieceForm::Fact) {
      putCard(*everything->said.factCard(factCardIdOf(id)), line);
    } else if (piece.form == PieceForm::Script) {
      const auto script = scriptFrom(id, told);
      line.detail = script && !script->steps.empty() ? script->steps.front().say : QString();
    } else if (piece.shipped && told.effectiveFrom == LocalDay{}) {
      putTitle(*piece.shipped, line);
    } else {
      putTitle(articleFrom(id, told, everything->said.factCards), line);
    }
    // What ships is checked before it ships.
    const bool isOwn = open || !piece.rows.versions.empty();
    if (isOwn) {
      const auto remarks =
          factRemarks(id, piece.form, open ? *open : told, everything->said.factCards);
      line.contradicts = !remarks.empty();
    }
    const Opinions opinions = opinionsOn(piece.rows.marks, line.number);
    line.useful = opinions.useful;
    line.notUseful = opinions.notUseful;
    if (piece.form == PieceForm::Bulletin && standing) {
      line.isRead = hasRead(piece.rows.marks, line.number, me);
      line.readers = readersOf(piece.rows.marks, line.number);
      if (m_reader && !line.isRead) view.unread << id;
    }
    // A card that waits is a line of its own, and has nothing yet that could grow old.
    const bool isListed = piece.form != PieceForm::Fact || !line.awaitsFact;
    if (standing && piece.form != PieceForm::Bulletin && isListed) {
      const auto changed =
          standing->effectiveFrom == LocalDay{} ? std::nullopt : standing->effectiveFrom;
      input.articles.push_back(
          {id, standing->number, changed, line.reviewOn, line.awaitsFact, line.quoted});
      const auto marks = opinionsIn(piece.rows.marks);
      input.marks.insert(input.marks.end(), marks.begin(), marks.end());
    }
    view.pieces.push_back(std::move(line));
  }
  std::stable_sort(view.pieces.begin(), view.pieces.end(), [](const auto& a, const auto& b) {
    return std::tie(a.form, a.title) < std::tie(b.form, b.title);
  });
  view.editor = editorList(input, view.today);
  return view;
}

Result<void> KnowledgeService::showCard(PieceView& view, const std::vector<FactCard>& cards) {
  const FactCard* card = findFactCard(cards, factCardIdOf(view.id));
  if (!card) return Error{ErrorCode::NotFound, QStringLiteral("piece")};
  view.card = *card;
  // What ships is neither confirmed nor withdrawn: there is another value, or there is this one.
  const ArticleVersion* standing = view.history.inEffect(view.today);
  if (standing && standing->effectiveFrom == LocalDay{}) {
    std::erase(view.steps, ArticleStep::Confirm);
    std::erase(view.steps, ArticleStep::Withdraw);
  }
  const auto everything = all();
  if (!everything) return everything.error();
  const QString placeholder = QStringLiteral("{card:") % card->id % u'}';
  for (const auto& [id, piece] : everything->pieces) {
    const ArticleHistory history = historyOf(piece.rows);
    const ArticleVersion* said = history.inEffect(view.today);
    if (said && said->text.body.contains(placeholder)) view.quotedIn << said->text.title;
  }
  return {};
}

Result<PieceView> KnowledgeService::piece(const QString& id) {
  PieceView view;
  const auto rows = rowsOf(id, view.form);
  if (!rows) return rows.error();
  const auto people = HouseholdQueries(m_database).agents();
  if (!people) return people.error();
  view.id = id;
  view.history = historyOf(*rows);
  view.today = today();
  for (const Agent& agent : *people) view.names.insert(agent.id, nameOf(agent));
  const ArticleVersion* standing = view.history.inEffect(view.today);
  const ArticleVersion* open = view.history.inWork();
  const ArticleVersion* read = open ? open : standing;
  const auto said = cards();
  if (!said) return said.error();
  const bool isText = view.form == PieceForm::Article || view.form == PieceForm::Bulletin;
  if (standing && isText) view.shown = articleFrom(id, *standing, *said);
  if (read) view.remarks = factRemarks(id, view.form, *read, *said);
  if (read && view.form == PieceForm::Script) {
    const auto script = scriptFrom(id, *read);
    if (script) view.problems = checkScript(*script);
    if (!script) view.unreadable = script.error().detail;
  }
  const AgentId me = m_reader ? personOf(m_reader->id, *people) : AgentId();
  if (m_reader) view.steps = possibleSteps(view.history, me, m_reader->role, view.today);
  if (view.form == PieceForm::Fact) {
    if (auto shown = showCard(view, *said); !shown) return shown.error();
  }
  const int number = standing ? standing->number : 0;
  const Opinions opinions = opinionsOn(rows->marks, number);
  view.useful = opinions.useful;
  view.notUseful = opinions.notUseful;
  for (const MarkRow& mark : rows->marks) {
    const bool isOpinion = mark.word == MarkWord::Useful || mark.word == MarkWord::NotUseful;
    if (isOpinion && mark.number == number && mark.by == me) {
      view.mine = mark.word == MarkWord::Useful;
    }
  }
  if (view.form == PieceForm::Bulletin && standing) {
    for (const Agent& agent : *people) {
      if (!agent.active || !agent.aliasOf.isNull()) continue;
      PieceReader reader{nameOf(agent), std::nullopt};
      for (const MarkRow& mark : rows->marks) {
        const bool isIts = mark.word == MarkWord::Read && mark.number == number;
        if (isIts && mark.by == agent.id) reader.at = mark.at;
      }
      view.readers.push_back(reader);
    }
  }
  const auto quotes =
      ArticleQueries(m_database).quotes(m_workplace.now() - quotesLately, quotesMost);
  if (!quotes) return quotes.error();
  TicketQueries tickets(m_database);
  for (const QuotedRow& row : *quotes) {
    if (row.article != id || view.quotes.size() >= quotesShown) continue;
    const auto stored = tickets.byRow(row.ticketRow);
    if (!stored) continue;
    view.quotes.push_back(
        {stored->ticket.id, stored->ticket.number, stored->text.title, row.version, row.at});
  }
  return view;
}

}  // namespace yingda
