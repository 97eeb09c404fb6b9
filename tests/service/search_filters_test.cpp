// SPDX-License-Identifier: GPL-3.0-or-later
// The one box on a store: filters, sound-alikes, dialect, scripts and kind words.
#include "core/service/search_hits.h"
#include "tests/runner/temp_store.h"

using namespace yingda;
using namespace yingda::test;

namespace {

TicketId ticketOf(TempStore& store, const char* request) {
  auto draft = await(store.backend->newDraft({}, store.clock->now()));
  REQUIRE(draft);
  draft->text.request = QString::fromUtf8(request);
  REQUIRE(await(store.backend->save(*draft, SaveIntent::Save)));
  return draft->ticket.id;
}

QStringList titles(TempStore& store, const char* text) {
  SearchQuery query;
  query.text = QString::fromUtf8(text);
  query.articles = false;
  query.households = false;
  const auto answer = await(store.backend->search(query));
  REQUIRE(answer);
  QStringList found;
  for (const SearchHit& hit : answer->hits) found << hit.title;
  return found;
}

}  // namespace

TEST_CASE("filters narrow tickets by state, day and person, alone and with words",
          "[service][search]") {
  TempStore store;
  store.signIn();
  const TicketId leak = ticketOf(store, "厨房漏水");
  REQUIRE(await(store.backend->act(
      leak, act::Solve{QStringLiteral("换管"), QStringLiteral("好了"), {}, true})));
  REQUIRE(await(store.backend->act(leak, act::Archive{})));
  store.clock->advance(std::chrono::hours{24});
  ticketOf(store, "楼道漏水");
  ticketOf(store, "门禁坏了");
  CHECK(titles(store, "漏水").size() == 2);
  CHECK(titles(store, "漏水 未结") == QStringList{QStringLiteral("楼道漏水")});
  CHECK(titles(store, "漏水 昨天") == QStringList{QStringLiteral("厨房漏水")});
  CHECK(titles(store, "今天").size() == 2);
  CHECK(titles(store, "昨天") == QStringList{QStringLiteral("厨房漏水")});
  CHECK(titles(store, "未结 今天 我的").size() == 2);
  CHECK(titles(store, "前天").isEmpty());
  Agent other = *store.backend->session();
  other.id = AgentId::fromText(QStringLiteral("0190f7a0-0000-7000-8000-00000000000a"));
  store.backend->enter(other);
  CHECK(titles(store, "我的").isEmpty());
  CHECK(titles(store, "今天").size() == 2);
}

TEST_CASE("one wrong character of the same sound finds the ticket, traditional script too",
          "[service][search]") {
  TempStore store;
  store.signIn();
  ticketOf(store, "厨房漏水到楼下");
  ticketOf(store, "电梯停在半中间");
  CHECK(titles(store, "楼水") == QStringList{QStringLiteral("厨房漏水到楼下")});
  CHECK(titles(store, "电体") == QStringList{QStringLiteral("电梯停在半中间")});
  CHECK(titles(store, "電梯") == QStringList{QStringLiteral("电梯停在半中间")});
  CHECK(titles(store, "loushui") == QStringList{QStringLiteral("厨房漏水到楼下")});
  CHECK(titles(store, "ls").contains(QStringLiteral("厨房漏水到楼下")));
  CHECK(titles(store, "飞机").isEmpty());
}

TEST_CASE("scripts and kind words stand in the box, by words and by initials",
          "[service][search]") {
  TempStore store;
  store.signIn();
  const auto found = [&](const char* text) {
    SearchQuery query;
    query.text = QString::fromUtf8(text);
    query.tickets = query.households = query.articles = false;
    query.scripts = true;
    return await(store.backend->search(query))->hits;
  };
  const auto abuse = found("辱骂");
  REQUIRE_FALSE(abuse.empty());
  CHECK(abuse[0].kind == SearchHit::Kind::Script);
  CHECK(abuse[0].id == QStringLiteral("abusive_caller"));
  CHECK_FALSE(abuse[0].marks.empty());
  const auto initials = found("rmld");
  REQUIRE_FALSE(initials.empty());
  CHECK(initials[0].id == QStringLiteral("abusive_caller"));
  bool hasPhrase = false;
  for (const SearchHit& hit : found("理解您的心情")) {
    hasPhrase = hasPhrase || hit.kind == SearchHit::Kind::Phrase;
  }
  CHECK(hasPhrase);
}

TEST_CASE("of an older answer only what fits the new text is left", "[service][search]") {
  SearchAnswer answer;
  answer.query = QStringLiteral("漏");
  for (const char* title : {"厨房漏水", "漏电跳闸", "楼道漏水"}) {
    SearchHit hit;
    hit.title = QString::fromUtf8(title);
    answer.hits.push_back(hit);
  }
  CHECK(stillFitting(answer, QStringLiteral("漏")).hits.size() == 3);
  const SearchAnswer water = stillFitting(answer, QStringLiteral("漏水"));
  REQUIRE(water.hits.size() == 2);
  CHECK(water.hits[0].marks == std::vector<std::pair<int, int>>{{2, 2}});
  CHECK(stillFitting(answer, QStringLiteral("loudian")).hits.size() == 1);
  CHECK(stillFitting(answer, QStringLiteral("门禁")).hits.empty());
  CHECK(stillFitting(answer, {}).hits.empty());
}

TEST_CASE("letters and a wrong character find words that only tickets have", "[service][search]") {
  TempStore store;
  store.signIn();
  for (const char* request : {"羽毛球场灯不亮", "小区羽毛球场积水", "羽毛球网破了"}) {
    ticketOf(store, request);
  }
  ticketOf(store, "厨房漏水");
  CHECK(titles(store, "ymq").isEmpty());
  // Learned when the store is opened, and then day by day.
  store.reopen();
  REQUIRE(await(store.backend->signIn(QStringLiteral("8021"), QStringLiteral("246810"))));
  CHECK(titles(store, "ymq").size() == 3);
  CHECK(titles(store, "yumao").size() == 3);
  CHECK(titles(store, "雨毛").size() == 3);
  // The words of the trade come first, as ever.
  CHECK(titles(store, "ls") == QStringList{QStringLiteral("厨房漏水")});
}
