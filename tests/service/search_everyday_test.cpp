// SPDX-License-Identifier: GPL-3.0-or-later
// Words that stand in every other ticket are not asked of the index, and hide nothing.
#include "core/store/cache.h"
#include "core/store/ticket_queries.h"
#include "core/text/tokens.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// All tickets with every word of the query, by looking at each.
QSet<QString> byLooking(const std::vector<StoredTicket>& all, const QString& query) {
  const QueryMatcher matcher(query);
  const QStringList wanted = searchTerms(query);
  QSet<QString> ids;
  for (const StoredTicket& one : all) {
    const TicketText& text = one.text;
    const QString words =
        QStringList{text.title, text.request,     text.reply,        text.note,
                    text.place, text.contactName, text.contactPhone, one.ticket.number,
                    text.cause, text.outcome}
            .join(u'\n');
    QSet<QString> terms;
    for (const Token& token : tokens(words, TokenPurpose::Document)) terms << token.text;
    const bool hasAll = std::all_of(wanted.begin(), wanted.end(),
                                    [&](const QString& term) { return terms.contains(term); });
    if (hasAll && matcher.matches(words)) ids << one.ticket.id.text();
  }
  return ids;
}

QSet<QString> bySearch(TempStore& store, const QString& text) {
  SearchQuery query;
  query.text = text;
  query.articles = false;
  query.households = false;
  query.limit = 400;
  const auto answer = await(store.backend->search(query));
  REQUIRE(answer);
  QSet<QString> ids;
  for (const SearchHit& hit : answer->hits) ids << hit.id;
  return ids;
}

}  // namespace

TEST_CASE("a search leaves out words of everyday and finds what has all words",
          "[service][search]") {
  TempStore store;
  DemoOptions demo;
  demo.households = 600;
  demo.tickets = 1500;
  demo.open = 300;
  REQUIRE(await(store.backend->makeDemo(demo)));
  store.backend->enter(*await(store.backend->signInTrusted(QStringLiteral("8021"))));
  auto reader = Cache::openReader(store.folder());
  REQUIRE(reader);
  TicketQueries tickets(**reader);
  const auto newest = tickets.newestSince({}, 5000);
  REQUIRE(newest);
  REQUIRE(newest->size() == 1500);
  std::vector<StoredTicket> all;
  std::copy_if(newest->begin(), newest->end(), std::back_inserter(all),
               [](const StoredTicket& one) { return one.ticket.sensitive.isEmpty(); });

  int narrowed = 0;
  for (size_t i = 0; i < all.size(); i += 29) {
    const TicketText& text = all[i].text;
    const QString word = text.request.left(2);
    // That would be a filter.
    if (word == u"昨天" || word == u"今天" || word == u"前天") continue;
    const QString query = text.place.section(u' ', -1) % u' ' % word;
    INFO(query.toStdString());
    const QStringList terms = searchTerms(query);
    const auto everyday = std::count_if(terms.begin(), terms.end(), [&](const QString& term) {
      const auto is = tickets.isEveryday(term);
      return is && *is;
    });
    if (everyday > 0 && everyday < terms.size()) ++narrowed;
    const QSet<QString> found = bySearch(store, query);
    const QSet<QString> wanted = byLooking(all, query);
    CHECK(wanted.contains(all[i].ticket.id.text()));
    if (wanted.size() < 200) CHECK(found == wanted);
  }
  CHECK(narrowed > 5);
}

TEST_CASE("a pasted paragraph finds the ticket that it was pasted from", "[service][search]") {
  TempStore store;
  store.signIn();
  const auto paragraph = [](const char* middle) {
    return QString(
        QStringLiteral("昨天晚上十一点多听见卫生间有滴水的声音，起来一看天花板的角上湿了一大片，") %
        QString::fromUtf8(middle) %
        QStringLiteral("，请你们尽早派师傅上门，我白天上班，晚上七点以后在家。"));
  };
  for (const char* middle : {"楼上说他家没有漏", "墙纸也鼓起来了", "灯也不敢开了"}) {
    auto draft = await(store.backend->newDraft({}, store.clock->now()));
    REQUIRE(draft);
    draft->text.request = paragraph(middle);
    REQUIRE(await(store.backend->save(*draft, SaveIntent::Save)));
  }
  CHECK(bySearch(store, paragraph("墙纸也鼓起来了")).size() == 1);
  CHECK(bySearch(store, paragraph("窗帘也湿透了")).isEmpty());
}
