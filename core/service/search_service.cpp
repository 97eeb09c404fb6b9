// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates come newest first from the index; this decides which of them the person meant.
#include "core/service/search_service.h"

#include <QSet>
#include <algorithm>

#include "core/domain/sensitive.h"
#include "core/domain/ticket_number.h"
#include "core/service/search_marks.h"
#include "core/text/dialect.h"
#include "core/text/phone.h"
#include "core/text/pinyin.h"
#include "core/text/tokens.h"

namespace yingda {

namespace {

constexpr int candidatesMax = 200;
// So many are read and looked through sooner than long lists are walked.
constexpr int fewCandidates = 60;
// So many of a pasted paragraph's terms tell its ticket from all others.
constexpr qsizetype termsAsked = 10;
// No household's words are longer.
constexpr qsizetype householdQueryMost = 60;
// Beyond that no single wrong character is looked for.
constexpr qsizetype soundAlikeLengthMost = 24;
constexpr qsizetype queryLengthMax = 200;
constexpr size_t fewHits = 5;
constexpr qsizetype soundAlikesMost = 8;
constexpr double soundAlikePenalty = 20;

bool isLetters(const QString& text) {
  return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
  });
}

QStringList joined(QStringList words, const QStringList& more) {
  for (const QString& word : more) {
    if (!words.contains(word)) words << word;
  }
  return words;
}

/// As many as are asked for, from all over the text.
QStringList spread(const QStringList& terms) {
  if (terms.size() <= termsAsked) return terms;
  QStringList some;
  for (qsizetype i = 0; i < termsAsked; ++i) some << terms[i * terms.size() / termsAsked];
  return some;
}

QString allText(const StoredTicket& stored) {
  const TicketText& text = stored.text;
  return QStringList{text.title, text.request,     text.reply,        text.note,
                     text.place, text.contactName, text.contactPhone, stored.ticket.number,
                     text.cause, text.outcome}
      .join(u'\n');
}

QString detailOf(const Ticket& ticket, const TicketText& text) {
  const auto number = TicketNumber::parse(ticket.number);
  return (number ? number->text() : ticket.number) % QStringLiteral(" · ") % text.place;
}

/// A hit in the title says more than one in the texts; an open ticket more than an archived one.
double scoreOf(const StoredTicket& stored, const QueryMatcher& matcher) {
  return (matcher.standsIn(stored.text.title) ? 4 : 0) +
         (matcher.standsIn(detailOf(stored.ticket, stored.text)) ? 2 : 0) +
         (stored.ticket.stage != Stage::Archived ? 3 : 0);
}

}  // namespace

SearchHit SearchService::hitOf(const FoundTicket& found) const {
  const StoredTicket& stored = found.stored;
  const Reading reading = readingOf(stored.ticket, m_asker ? &*m_asker : nullptr);
  const TicketText text = readable(stored.text, reading);
  SearchHit hit;
  hit.kind = SearchHit::Kind::Ticket;
  hit.id = stored.ticket.id.text();
  hit.title = text.title;
  hit.detail = detailOf(stored.ticket, text);
  hit.trailing = stageWord(stored.ticket.stage);
  hit.level = stored.ticket.level;
  hit.score = found.score;
  hit.marks = marksIn(hit.title, *found.by);
  hit.detailMarks = marksIn(hit.detail, *found.by);
  return hit;
}

QStringList SearchService::queriesFor(const QString& text) const {
  // Letters are pinyin: the words of the trade that begin so, and those that callers use.
  if (isLetters(text)) {
    return joined(m_articles.index().completions(text, 8), m_heard.index().completions(text, 4));
  }
  QStringList queries{text};
  const QString standard = standardWording(text);
  if (standard != fold(text)) queries << standard;
  return queries;
}

QStringList SearchService::soundAlikes(const QString& text) const {
  QStringList queries;
  const QString folded = fold(text);
  if (folded.size() > soundAlikeLengthMost) return queries;
  for (qsizetype at = 0; at + 2 <= folded.size(); ++at) {
    if (!isCjk(folded[at].unicode()) || !isCjk(folded[at + 1].unicode())) continue;
    const QString pair = folded.mid(at, 2);
    for (const QString& word :
         joined(m_articles.index().soundingLike(pair, 4), m_heard.index().soundingLike(pair, 2))) {
      if (queries.size() == soundAlikesMost) return queries;
      queries << folded.left(at) + word + folded.mid(at + 2);
    }
  }
  return queries;
}

Result<QString> SearchService::rareExpression(const QStringList& terms) {
  if (terms.size() < 2) return QString();
  QStringList rare;
  for (const QString& term : terms) {
    const auto is = isEveryday(term);
    if (!is) return is.error();
    if (!*is) rare << term;
  }
  return rare.size() == terms.size() ? QString() : matchExpression(rare);
}

Result<bool> SearchService::isEveryday(const QString& term) {
  const auto known = m_everyday.constFind(term);
  if (known != m_everyday.constEnd()) return *known;
  const auto is = m_tickets.isEveryday(term);
  if (is) m_everyday.insert(term, *is);
  return is;
}

Result<SearchService::Candidates> SearchService::candidates(const QString& query,
                                                            const Narrowing& narrowing) {
  const auto ask = [&](const QString& expression, int most) {
    TicketSearch search = narrowing.search;
    search.expression = expression;
    return narrowing.isEmpty() ? m_tickets.searched(expression, most)
                               : m_tickets.found(search, most);
  };
  const QStringList all = searchTerms(query);
  const QStringList terms = spread(all);
  const bool isAsked = !terms.isEmpty() || (query.isEmpty() && !narrowing.isEmpty());
  if (!isAsked) return Candidates();
  const auto rare = rareExpression(terms);
  if (!rare) return rare.error();
  bool isWorthIt = !rare->isEmpty();
  if (isWorthIt && !narrowing.isEmpty()) {
    // Who narrows must see all of them, or the rest would cut off what lies further back.
    const auto count = m_tickets.countOf(*rare, TicketQueries::lookedAtMost);
    if (!count) return count.error();
    isWorthIt = *count < TicketQueries::lookedAtMost;
  }
  if (isWorthIt) {
    auto few = ask(*rare, fewCandidates);
    if (!few) return few.error();
    if (static_cast<int>(few->size()) < fewCandidates) return Candidates{std::move(*few), false};
  }
  auto found = ask(matchExpression(terms), candidatesMax);
  if (!found) return found.error();
  return Candidates{std::move(*found), terms.size() == all.size()};
}

Result<void> SearchService::addTickets(const QString& query, const Narrowing& narrowing,
                                       double penalty, std::vector<FoundTicket>& found) {
  auto more = candidates(query, narrowing);
  if (!more) return more.error();
  const auto matcher = std::make_shared<const QueryMatcher>(query);
  const auto isMeant = [&](const StoredTicket& stored) {
    if (query.isEmpty()) return true;
    if (more->haveAllTerms && matcher->isToldByTerms()) return true;
    const QString text = allText(stored);
    return more->haveAllTerms ? matcher->matchesIndexed(text) : matcher->matches(text);
  };
  QSet<qint64> known;
  for (const FoundTicket& one : found) known << one.stored.row;
  for (StoredTicket& stored : more->tickets) {
    // What may not be read is not found by its words either.
    const bool isOpenToMe =
        readingOf(stored.ticket, m_asker ? &*m_asker : nullptr) == Reading::Whole;
    if (!isOpenToMe || known.contains(stored.row) || !isMeant(stored)) continue;
    const double score = scoreOf(stored, *matcher) - penalty;
    found.push_back({std::move(stored), score, matcher});
  }
  return {};
}

Result<std::vector<SearchHit>> SearchService::tickets(const QString& text,
                                                      const Narrowing& narrowing, int limit) {
  std::vector<FoundTicket> found;
  if (const auto number = TicketNumber::parse(text)) {
    auto stored = m_tickets.byNumber(number->digits());
    if (stored) {
      const auto matcher = std::make_shared<const QueryMatcher>(text);
      const double score = scoreOf(*stored, *matcher) + 100;
      return std::vector{hitOf({std::move(*stored), score, matcher})};
    }
  }
  for (const QString& query : text.isEmpty() ? QStringList{text} : queriesFor(text)) {
    if (auto done = addTickets(query, narrowing, 0, found); !done) return done.error();
    if (static_cast<int>(found.size()) >= candidatesMax) break;
  }
  // Few hits: one character may be another of the same sound. These stand below all others.
  if (found.size() < fewHits) {
    for (const QString& query : soundAlikes(text)) {
      if (auto done = addTickets(query, narrowing, soundAlikePenalty, found); !done) {
        return done.error();
      }
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const FoundTicket& a, const FoundTicket& b) { return a.score > b.score; });
  if (static_cast<int>(found.size()) > limit) {
    found.erase(found.begin() + limit, found.end());
  }
  std::vector<SearchHit> hits;
  hits.reserve(found.size());
  for (const FoundTicket& one : found) hits.push_back(hitOf(one));
  return hits;
}

Result<std::vector<SearchHit>> SearchService::households(const QString& text, int limit) {
  std::vector<SearchHit> hits;
  std::vector<HouseholdId> ids;
  if (const auto phone = parsePhone(text)) {
    const auto byNumber = m_households.byNumber(phone->canonical, limit);
    if (!byNumber) return byNumber.error();
    ids = *byNumber;
  }
  const QueryMatcher matcher(text);
  const QStringList terms =
      text.size() > householdQueryMost ? QStringList() : spread(searchTerms(text));
  if (ids.empty() && !terms.isEmpty()) {
    const auto rare = rareExpression(terms);
    if (!rare) return rare.error();
    auto found = m_households.candidates(rare->isEmpty() ? matchExpression(terms) : *rare,
                                         rare->isEmpty() ? candidatesMax : fewCandidates);
    const bool isFull = found && static_cast<int>(found->size()) >= fewCandidates;
    if (!rare->isEmpty() && isFull) {
      found = m_households.candidates(matchExpression(terms), candidatesMax);
    }
    if (!found) return found.error();
    for (const auto& [id, words] : *found) {
      if (static_cast<int>(ids.size()) >= limit) break;
      if (matcher.matches(words)) ids.push_back(id);
    }
  }
  for (const HouseholdId& id : ids) {
    if (static_cast<int>(hits.size()) >= limit) break;
    const auto stored = m_households.byId(id);
    if (!stored) continue;
    SearchHit hit;
    hit.kind = SearchHit::Kind::Household;
    hit.id = id.text();
    hit.title = QString(stored->communityName % u' ' % stored->household.address).trimmed();
    QStringList people;
    for (const Person& person : stored->people) {
      people << politeName(person) % u' ' % relationWord(person.relation);
    }
    hit.detail = people.join(QStringLiteral("、"));
    hit.marks = marksIn(hit.title, matcher);
    hit.detailMarks = marksIn(hit.detail, matcher);
    const auto open = m_tickets.ofHousehold(id, true, 9);
    if (open && !open->empty()) {
      hit.trailing = QStringLiteral("未结 ") % QString::number(open->size());
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::vector<SearchHit> SearchService::sayings(const QString& text, int limit) const {
  std::vector<SearchHit> hits;
  const QueryMatcher matcher(text);
  const bool hasLetters =
      std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() && c < u'\x80'; });
  const auto add = [&](SearchHit::Kind kind, const QString& id, const QString& title,
                       const QString& words, const QString& trailing) {
    SearchHit hit;
    hit.kind = kind;
    hit.id = id;
    hit.title = title;
    hit.detail = words;
    hit.trailing = trailing;
    hit.marks = marksIn(title, matcher);
    const auto sound = hasLetters ? pinyinMatch(title, text) : std::nullopt;
    if (sound && hit.marks.empty()) {
      hit.marks.emplace_back(sound->start, sound->length);
    }
    hit.detailMarks = marksIn(words, matcher);
    const bool isInside = !matcher.isEmpty() && matcher.matches(QString(title % u'\n' % words));
    if (hit.marks.empty() && !isInside) return;
    hit.score = hit.marks.empty() ? 1 : 2;
    hits.push_back(std::move(hit));
  };
  for (const Script& script : m_starter.scripts) {
    QStringList said;
    for (const ScriptStep& step : script.steps) said << step.say;
    // The first sentence that the words stand in tells why the script was found.
    const auto shown = std::find_if(said.begin(), said.end(), [&](const QString& one) {
      return !matcher.isEmpty() && matcher.matches(one);
    });
    add(SearchHit::Kind::Script, script.id, script.title,
        shown != said.end() ? *shown : said.value(0), {});
  }
  for (const Phrase& phrase : m_starter.phrases) {
    add(SearchHit::Kind::Phrase, phrase.id, phrase.text, {}, phrase.emotion);
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
  if (static_cast<int>(hits.size()) > limit) hits.resize(static_cast<size_t>(limit));
  return hits;
}

Result<SearchService::Narrowing> SearchService::narrowing(const SearchFilters& filters) {
  using Sort = SearchFilter::Kind;
  Narrowing narrowing;
  narrowing.search.openOnly = filters.find(Sort::Open) != nullptr;
  if (filters.find(Sort::Mine) && m_asker) narrowing.search.mine = m_asker->id;
  if (const SearchFilter* days = filters.find(Sort::Days)) {
    narrowing.search.from = instantAt(days->from, {});
    narrowing.search.to = instantAt(days->to, std::chrono::hours{24});
  }
  narrowing.isForTickets =
      filters.find(Sort::Open) || filters.find(Sort::Mine) || filters.find(Sort::Days);
  if (const SearchFilter* place = filters.find(Sort::Community)) {
    narrowing.communityName = place->name;
    const auto communities = m_households.communities();
    if (!communities) return communities.error();
    for (const Community& one : *communities) {
      if (one.name == place->name) narrowing.search.community = one.id;
    }
  }
  return narrowing;
}

Result<std::vector<SearchHit>> SearchService::search(const SearchQuery& query,
                                                     const std::atomic<bool>* cancel) {
  const auto communities = m_households.communities();
  if (!communities) return communities.error();
  QStringList names;
  for (const Community& one : *communities) names << one.name;
  const SearchFilters filters =
      readSearchFilters(query.text.left(queryLengthMax).trimmed(), names, m_now);
  const auto narrowed = narrowing(filters);
  if (!narrowed) return narrowed.error();
  const QString text = filters.rest;
  std::vector<SearchHit> hits;
  if (text.isEmpty() && narrowed->isEmpty()) return hits;
  const auto take = [&hits](std::vector<SearchHit>&& more) {
    hits.insert(hits.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  };
  if (query.households && !narrowed->isForTickets) {
    // A home is found by the name of its community as by any of its words.
    auto found = households(QString(narrowed->communityName % u' ' % text).trimmed(), query.limit);
    if (!found) return found.error();
    take(std::move(*found));
  }
  if (query.tickets) {
    auto found = tickets(text, *narrowed, query.limit);
    if (!found) return found.error();
    take(std::move(*found));
  }
  if (!narrowed->isEmpty()) return hits;
  if (query.articles) take(m_articles.find(text, {}, query.limit, cancel));
  if (query.scripts) take(sayings(text, query.limit));
  return hits;
}

}  // namespace yingda
