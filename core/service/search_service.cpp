// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates come newest first from the index; this decides which of them the person meant.
#include "core/service/search_service.h"

#include <algorithm>

#include "core/domain/ticket_number.h"
#include "core/text/phone.h"
#include "core/text/pinyin.h"
#include "core/text/tokens.h"

namespace yingda {

namespace {

constexpr int candidatesMax = 200;
constexpr qsizetype queryLengthMax = 200;

std::vector<std::pair<int, int>> marksIn(const QString& text, const QueryMatcher& matcher) {
  std::vector<std::pair<int, int>> marks;
  for (const TextRange& range : matcher.ranges(text)) marks.emplace_back(range.start, range.length);
  return marks;
}

bool isLetters(const QString& text) {
  return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
  });
}

SearchHit ticketHit(const StoredTicket& stored, const QueryMatcher& matcher) {
  SearchHit hit;
  hit.kind = SearchHit::Kind::Ticket;
  hit.id = stored.ticket.id.text();
  hit.title = stored.text.title;
  const auto number = TicketNumber::parse(stored.ticket.number);
  hit.detail =
      (number ? number->text() : stored.ticket.number) % QStringLiteral(" · ") % stored.text.place;
  hit.trailing = stageWord(stored.ticket.stage);
  hit.level = stored.ticket.level;
  hit.marks = marksIn(hit.title, matcher);
  hit.detailMarks = marksIn(hit.detail, matcher);
  // A hit in the title says more than one in the texts; an open ticket more than an archived one.
  hit.score = (hit.marks.empty() ? 0 : 4) + (hit.detailMarks.empty() ? 0 : 2) +
              (stored.ticket.stage != Stage::Archived ? 3 : 0);
  return hit;
}

QString allText(const StoredTicket& stored) {
  const TicketText& text = stored.text;
  return QStringList{text.title, text.request,     text.reply,        text.note,
                     text.place, text.contactName, text.contactPhone, stored.ticket.number,
                     text.cause, text.outcome}
      .join(u'\n');
}

}  // namespace

Result<std::vector<SearchHit>> SearchService::tickets(const QString& text, int limit) {
  std::vector<SearchHit> hits;
  const QueryMatcher matcher(text);
  if (const auto number = TicketNumber::parse(text)) {
    const auto stored = m_tickets.byNumber(number->digits());
    if (stored) {
      hits.push_back(ticketHit(*stored, matcher));
      hits.back().score += 100;
      return hits;
    }
  }
  QStringList queries{text};
  // Letters are pinyin: the words of the trade that begin so.
  if (isLetters(text)) queries = m_articles.index.completions(text, 8);
  for (const QString& query : std::as_const(queries)) {
    const QString expression = matchExpression(query);
    if (expression.isEmpty()) continue;
    const auto candidates = m_tickets.candidates(expression, candidatesMax);
    if (!candidates) return candidates.error();
    const QueryMatcher own(query);
    for (const StoredTicket& stored : *candidates) {
      if (!own.matches(allText(stored))) continue;
      SearchHit hit = ticketHit(stored, own);
      const bool isKnown = std::any_of(
          hits.begin(), hits.end(), [&hit](const SearchHit& other) { return other.id == hit.id; });
      if (!isKnown) hits.push_back(std::move(hit));
    }
    if (static_cast<int>(hits.size()) >= candidatesMax) break;
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
  if (static_cast<int>(hits.size()) > limit) hits.resize(static_cast<size_t>(limit));
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
  const QString expression = matchExpression(text);
  if (ids.empty() && !expression.isEmpty()) {
    const auto found = m_households.candidates(expression, candidatesMax);
    if (!found) return found.error();
    ids = *found;
  }
  const QueryMatcher matcher(text);
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

std::vector<SearchHit> SearchService::articles(const QString& text, const QString& category,
                                               int limit, const std::atomic<bool>* cancel) {
  std::vector<SearchHit> hits;
  const QueryMatcher matcher(text);
  for (const TermIndex::Hit& found : m_articles.index.search(text, limit * 3, cancel)) {
    const Article& article = m_articles.articles[static_cast<size_t>(found.docId)];
    SearchHit hit;
    hit.kind = SearchHit::Kind::Article;
    hit.id = article.id;
    hit.title = article.title;
    hit.detail = article.reply;
    hit.trailing = QStringLiteral("v") % QString::number(article.version);
    hit.score = static_cast<double>(found.score);
    for (const QString& prefix : article.categories) {
      if (!category.isEmpty() && category.startsWith(prefix)) hit.score *= 1.5;
    }
    hit.marks = marksIn(hit.title, matcher);
    hit.detailMarks = marksIn(hit.detail, matcher);
    hits.push_back(std::move(hit));
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
  if (static_cast<int>(hits.size()) > limit) hits.resize(static_cast<size_t>(limit));
  return hits;
}

std::vector<SearchHit> SearchService::suggestions(const QString& text, const QString& category,
                                                  const std::atomic<bool>* cancel) {
  constexpr int suggestionsMax = 3;
  // The end of a long text is what she is talking about now.
  QString query = text.right(60).simplified();
  if (const Category* chosen = m_starter.category(category)) {
    query = QString(chosen->keywords.mid(0, 2).join(u' ') % u' ' % query).simplified();
  }
  if (query.isEmpty()) return {};
  return articles(query, category, suggestionsMax, cancel);
}

Result<std::vector<SearchHit>> SearchService::search(const SearchQuery& query,
                                                     const std::atomic<bool>* cancel) {
  const QString text = query.text.left(queryLengthMax).trimmed();
  std::vector<SearchHit> hits;
  if (text.isEmpty()) return hits;
  const auto take = [&hits](std::vector<SearchHit>&& more) {
    hits.insert(hits.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  };
  if (query.households) {
    auto found = households(text, query.limit);
    if (!found) return found.error();
    take(std::move(*found));
  }
  if (query.tickets) {
    auto found = tickets(text, query.limit);
    if (!found) return found.error();
    take(std::move(*found));
  }
  if (query.articles) take(articles(text, {}, query.limit, cancel));
  return hits;
}

}  // namespace yingda
