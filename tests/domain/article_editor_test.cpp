// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the editor's list, and in which order.
#include "core/domain/article_editor.h"

#include <rapidcheck.h>

#include <QStringList>
#include <algorithm>

#include "tests/runner/printers.h"

using namespace yingda;
using std::chrono::days;

namespace {

const QUuid space(QStringLiteral("{6ba7b810-9dad-11d1-80b4-00c04fd430c8}"));
AgentId person(int number) { return AgentId::named(space, QString::number(number)); }
const LocalDay today = localDay(2026, 11, 2);
const Instant noon = instantAt(today, std::chrono::hours{12});

ArticleStanding fresh(const char* id) {
  return {QString::fromLatin1(id), 3, today - days{30}, today + days{90}, false, 0};
}

ArticleMark mark(const char* id, int who, bool isUseful, int version = 3) {
  ArticleMark made{QString::fromLatin1(id), version, person(who), noon, isUseful, {}};
  if (!isUseful) made.reason = NotUsefulReason::Outdated;
  return made;
}

ZeroHit miss(const char* words, int who, LocalDay on = today) {
  return {QString::fromUtf8(words), person(who), instantAt(on, std::chrono::hours{9})};
}

QStringList listed(const EditorInput& input) {
  QStringList names;
  for (const EditorRow& row : editorList(input, today)) {
    names << editorRowCode(row.kind) + u' ' + row.article + row.words + u' ' +
                 QString::number(row.count);
  }
  return names;
}

}  // namespace

TEST_CASE("nothing to do is an empty list") {
  CHECK(listed({{fresh("a")}, {}, {}}).isEmpty());
  CHECK(listed({}).isEmpty());
}

TEST_CASE("each kind of work comes by its own rule") {
  ArticleStanding late = fresh("late");
  late.reviewOn = today;
  ArticleStanding soon = fresh("soon");
  soon.reviewOn = today + days{30};
  ArticleStanding later = fresh("later");
  later.reviewOn = today + days{31};
  ArticleStanding old = fresh("old");
  old.changedOn = today - days{365};
  ArticleStanding young = fresh("young");
  young.changedOn = today - days{364};
  ArticleStanding open = fresh("open");
  open.awaitsFact = true;
  CHECK(listed({{late, soon, later, old, young, open}, {}, {}}) ==
        QStringList({QStringLiteral("overdue late 0"), QStringLiteral("unfilled open 1"),
                     QStringLiteral("due_soon soon 30"), QStringLiteral("stale old 365")}));
}

TEST_CASE("marks count once a reader, for the version in effect, and with a reason") {
  const auto rows = [](const std::vector<ArticleMark>& marks) {
    return listed({{fresh("a")}, marks, {}});
  };
  CHECK(rows({mark("a", 1, false), mark("a", 2, false), mark("a", 3, false)}) ==
        QStringList{QStringLiteral("not_useful a 3")});
  CHECK(rows({mark("a", 1, false), mark("a", 2, false)}).isEmpty());
  CHECK(rows({mark("a", 1, false), mark("a", 1, false), mark("a", 1, false)}).isEmpty());
  CHECK(rows({mark("a", 1, false, 2), mark("a", 2, false, 2), mark("a", 3, false, 2)}).isEmpty());
  CHECK(rows({mark("b", 1, false), mark("b", 2, false), mark("b", 3, false)}).isEmpty());
  CHECK(rows({mark("a", 1, false), mark("a", 2, true), mark("a", 3, true), mark("a", 4, true)})
            .isEmpty());
  ArticleMark changed = mark("a", 1, true);
  changed.at += std::chrono::hours{1};
  CHECK(rows({mark("a", 1, false), changed, mark("a", 2, false), mark("a", 3, true)}).isEmpty() ==
        false);
  CHECK(rows({mark("a", 1, false), changed, mark("a", 2, true), mark("a", 3, true)}).isEmpty());
  ArticleMark mute = mark("a", 1, false);
  mute.reason.reset();
  CHECK_FALSE(isComplete(mute));
  CHECK(rows({mute, mark("a", 2, false), mark("a", 3, false)}).isEmpty());
  ArticleMark odd = mark("a", 1, true);
  odd.reason = NotUsefulReason::Wrong;
  CHECK_FALSE(isComplete(odd));
}

TEST_CASE("the reason that most readers give stands on the row") {
  std::vector<ArticleMark> marks{mark("a", 1, false), mark("a", 2, false), mark("a", 3, false)};
  marks[0].reason = NotUsefulReason::Wrong;
  marks[1].reason = NotUsefulReason::Unclear;
  marks[2].reason = NotUsefulReason::Unclear;
  const auto rows = editorList({{fresh("a")}, marks, {}}, today);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].reason == NotUsefulReason::Unclear);
}

TEST_CASE("searches without a hit are one matter however they are typed") {
  CHECK(listed({{}, {}, {miss("孩子 入学证明", 1), miss("孩子　入学證明", 2)}}) ==
        QStringList{QStringLiteral("zero_hit 孩子 入学证明 2")});
  CHECK(listed({{}, {}, {miss("居住证", 1), miss("居住证", 1)}}).isEmpty());
  CHECK(listed({{}, {}, {miss("居住证", 1, today - days{91}), miss("居住证", 2)}}).isEmpty());
  CHECK(listed({{}, {}, {miss(" ", 1), miss(" ", 2)}}).isEmpty());
}

TEST_CASE("an article that is quoted stands above one that nobody quotes, and order is a law") {
  ArticleStanding quoted = fresh("z");
  quoted.reviewOn = today - days{10};
  quoted.quotedLately = 40;
  ArticleStanding idle = fresh("a");
  idle.reviewOn = today - days{10};
  CHECK(listed({{idle, quoted}, {}, {}}) ==
        QStringList({QStringLiteral("overdue z 10"), QStringLiteral("overdue a 10")}));
  CHECK(rc::check([] {
    EditorInput input;
    for (const char* id : {"a", "b", "c", "d"}) {
      ArticleStanding each = fresh(id);
      each.reviewOn = today + days{*rc::gen::inRange(-200, 60)};
      each.changedOn = today - days{*rc::gen::inRange(0, 800)};
      each.awaitsFact = *rc::gen::arbitrary<bool>();
      each.quotedLately = *rc::gen::inRange(0, 50);
      input.articles.push_back(each);
      for (int who = 0; who < 6; ++who) {
        input.marks.push_back(mark(id, who, *rc::gen::arbitrary<bool>()));
      }
    }
    for (int who = 0; who < 4; ++who) input.zeroHits.push_back(miss("入学证明", who));
    const auto rows = editorList(input, today);
    EditorInput turned = input;
    std::reverse(turned.articles.begin(), turned.articles.end());
    std::reverse(turned.marks.begin(), turned.marks.end());
    RC_ASSERT(editorList(turned, today) == rows);
    for (size_t at = 1; at < rows.size(); ++at) RC_ASSERT(rows[at - 1].weight >= rows[at].weight);
  }));
}

TEST_CASE("codes of reasons") {
  for (const NotUsefulReason reason : allNotUsefulReasons) {
    CHECK(notUsefulReasonFromCode(notUsefulReasonCode(reason)) == reason);
  }
  CHECK_FALSE(notUsefulReasonFromCode(u"dull"));
}
