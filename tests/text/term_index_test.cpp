// SPDX-License-Identifier: GPL-3.0-or-later
// The in-memory engine: ranking, pinyin, words that sound alike, dialect, stopping.
#include "core/text/term_index.h"

#include "core/base/random.h"
#include "core/text/dialect.h"
#include "core/text/lexicon.h"
#include "core/text/posting_table.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

/// A small knowledge base; ids are places in the list.
TermIndex knowledge() {
  static const std::pair<const char*, const char*> articles[] = {
      {"厨房漏水怎么办", "先关总阀，再联系维修师傅上门检查水管。"},
      {"卫生间漏水到楼下", "楼上漏水先协调双方，检查防水层。"},
      {"外墙漏水的保修", "外墙渗水在保修期内由开发商负责维修。"},
      {"电梯困人应急", "安抚乘客，通知维保单位三十分钟内到场。"},
      {"电梯异响", "通知维保单位检查轿厢和导轨。"},
      {"电梯停运通知", "年检期间电梯停运，请业主谅解。"},
      {"物业费收费标准", "物业费按建筑面积每月计收，可在前台缴费。"},
      {"物业费减免", "空置房减免物业费须提出申请。"},
      {"物业费发票", "缴纳物业费后可开电子发票。"},
      {"停水通知", "二次供水水箱清洗，停水四小时。"},
      {"楼道灯不亮", "声控灯损坏，报维修。"},
      {"装修噪音扰民", "装修时间为工作日，敲墙须在规定时间。"},
      {"车位占用", "地库车位被占，通知秩序员。车位月卡在前台办理。"},
      {"车位租赁", "车位租赁按月收费。"},
      {"临时车位", "访客临时车位先到先得。"},
  };
  TermIndex index;
  int id = 0;
  for (const auto& [title, body] : articles) index.add(id++, text(title), text(body));
  index.finish();
  return index;
}

std::vector<int> idsOf(const std::vector<TermIndex::Hit>& hits) {
  std::vector<int> ids;
  ids.reserve(hits.size());
  for (const auto& hit : hits) ids.push_back(hit.docId);
  return ids;
}

bool contains(const std::vector<int>& ids, int id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

TEST_CASE("the best article comes first", "[text][index]") {
  const TermIndex index = knowledge();
  const auto [query, first] = GENERATE(table<const char*, int>({
      {"厨房漏水", 0},
      {"电梯困人", 3},
      {"物业费发票", 8},
      {"停水", 9},
      {"電梯困人", 3},
      {"物业费 减免", 7},
      {"外墙 保修", 2},
      {"灯", 10},
      {"电梯里面困人了怎么办", 3},
      {"敲墙", 11},
      {"三十分钟", 3},
  }));
  INFO(query);
  const auto hits = index.search(text(query), 10);
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().docId == first);
  CHECK(std::is_sorted(hits.begin(), hits.end(), [](const auto& a, const auto& b) {
    return a.score != b.score ? a.score > b.score : a.docId > b.docId;
  }));
}

TEST_CASE("a title counts more than a body", "[text][index]") {
  TermIndex index;
  index.add(1, u"停水通知", u"请业主储水。");
  index.add(2, u"业主须知", u"停水时请储水。");
  index.finish();
  CHECK(idsOf(index.search(u"停水", 5)) == std::vector<int>{1, 2});
}

TEST_CASE("letters stand for pinyin", "[text][index]") {
  const TermIndex index = knowledge();
  CHECK(index.completions(u"ls").first() == QStringLiteral("漏水"));
  CHECK(index.completions(u"LOUSH").first() == QStringLiteral("漏水"));
  CHECK(index.completions(u"wyf").first() == QStringLiteral("物业费"));
  CHECK(index.completions(u"zzzz").isEmpty());
  CHECK(index.completions(u"l").isEmpty());
  CHECK(contains(idsOf(index.search(u"ls", 5)), 0));
  CHECK(index.search(u"dt kunren", 5).front().docId == 3);
  CHECK(contains(idsOf(index.search(u"chewei", 5)), 12));
}

TEST_CASE("a wrong character of the same sound still finds", "[text][index]") {
  const TermIndex index = knowledge();
  CHECK(contains(idsOf(index.search(u"楼水", 10)), 0));
  CHECK(index.search(u"电体困人", 10).front().docId == 3);
  CHECK(contains(idsOf(index.search(u"厨房楼水", 10)), 0));
}

TEST_CASE("a word whose one character joins others elsewhere is a word all the same",
          "[text][index]") {
  TermIndex index;
  int id = 0;
  // 存 stands in 存在 alone; 是 stands before everything.
  for (const char* body : {"地库存在积水", "墙面存在裂缝", "门锁存在故障", "这是水表", "这是电表",
                           "那是燃气表", "灯是好的"}) {
    index.add(id++, text(body), text(body));
  }
  index.finish();
  CHECK(index.soundingLike(u"存再", 4) == QStringList{text("存在")});
  CHECK(index.soundingLike(u"这事", 4).isEmpty());
  const auto hits = index.search(text("存再 裂缝"), 3);
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().docId == 1);
}

TEST_CASE("of words that sound alike the rare one does not win by being rare", "[text][index]") {
  TermIndex index;
  int id = 0;
  const auto add = [&](const char* title, const char* body) {
    index.add(id, text(title), text(body));
    return id++;
  };
  for (int i = 0; i < 12; ++i) add("楼道灯不亮", "报维修");
  // 及时 is common and 计时 rare; the first says it oftener.
  const int common = add("及时上门", "及时回复，及时处理，电表");
  for (int i = 0; i < 8; ++i) add("及时回访", "回访");
  for (int i = 0; i < 3; ++i) add("计时收费", "包月和按次收费，电表");
  index.finish();
  const auto hits = index.search(text("电表 几时"), 20);
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().docId == common);
}

TEST_CASE("dialect finds the standard word", "[text][index]") {
  const TermIndex index = knowledge();
  CHECK(index.search(u"冇水", 5).front().docId == 9);
  CHECK(standardWording(u"屋企冇水") == QStringLiteral("家里停水"));
  CHECK(standardWording(u"水龙头滴滴答") == QStringLiteral("水龙头滴水"));
  CHECK(dialectWords().size() > 60);
}

TEST_CASE("what nobody wrote finds nothing", "[text][index]") {
  const TermIndex index = knowledge();
  CHECK(index.search(u"鲸鱼", 5).empty());
  CHECK(index.search(u"", 5).empty());
  CHECK(index.search(u"漏水", 0).empty());
  CHECK(index.search(QString(1'000'000, u'鲸'), 5).empty());
  TermIndex none;
  none.finish();
  CHECK(none.search(u"漏水", 5).empty());
}

TEST_CASE("a cancelled search gives nothing", "[text][index]") {
  const TermIndex index = knowledge();
  const std::atomic<bool> cancel = true;
  CHECK(index.search(u"漏水", 5, &cancel).empty());
}

TEST_CASE("equal scores are ordered by document, newest first", "[text][index]") {
  TermIndex index;
  for (const int id : {7, 3, 9}) index.add(id, u"停水通知", u"");
  index.finish();
  CHECK(idsOf(index.search(u"停水", 5)) == std::vector<int>{9, 7, 3});
  CHECK(idsOf(index.search(u"停水", 2)) == std::vector<int>{9, 7});
}

TEST_CASE("stronger tiers stand above weaker ones", "[text][index]") {
  TermIndex index;
  index.add(1, u"楼水", u"");
  for (int id = 2; id < 6; ++id) index.add(id, u"漏水漏水漏水", u"");
  index.finish();
  const auto hits = index.search(u"楼水", 10);
  REQUIRE(hits.size() == 5);
  CHECK(hits[0].docId == 1);
  CHECK(hits[1].docId == 5);
  CHECK(hits[1].score < hits[0].score);
}

TEST_CASE("postings come back as they were written", "[text][index]") {
  PostingTable table;
  const int term = table.findOrAdd(PostingTable::nameOf("ab", 2), "ab", 2);
  const std::vector<std::pair<int, int>> written = {{0, 1}, {1, 3}, {200, 255}, {70'000, 300}};
  for (const auto& [document, weight] : written) table.append(term, document, weight);
  std::vector<std::pair<int, int>> read;
  table.forEach(term, [&read](int document, int weight) { read.emplace_back(document, weight); });
  CHECK(read == std::vector<std::pair<int, int>>{{0, 1}, {1, 3}, {200, 255}, {70'000, 255}});
  CHECK(table.text(term) == QStringLiteral("ab"));
  CHECK(table.documentFrequency(term) == 4);
  CHECK(table.find(PostingTable::nameOf("ba", 2)) == PostingTable::absent);
}

TEST_CASE("the lexicon knows words by their sound", "[text][index]") {
  Lexicon lexicon;
  lexicon.add(QStringLiteral("漏水"), 10);
  lexicon.add(QStringLiteral("楼上"), 8);
  lexicon.add(QStringLiteral("银行"), 1);
  lexicon.add(QStringLiteral("楼水"), 1);
  lexicon.finish();
  CHECK(lexicon.forLetters(u"ls", 8).join(u' ') == QStringLiteral("漏水 楼上 楼水"));
  CHECK(lexicon.forLetters(u"loushui", 8).join(u' ') == QStringLiteral("漏水 楼水"));
  CHECK(lexicon.forLetters(u"yinhang", 8).join(u' ') == QStringLiteral("银行"));
  CHECK(lexicon.soundingLike(u"楼水", 8).join(u' ') == QStringLiteral("漏水"));
  CHECK(lexicon.forLetters(u"ls", 1).size() == 1);
}

TEST_CASE("the few best are the first of all", "[text][index]") {
  const QString pool = text(
      "漏水电梯物业费停水维修师傅上门检查总阀防水外墙保修业主车位地库月卡前台缴费发票申请空置"
      "房减免装修噪音扰民工作日通知清洗水箱楼道声控灯损坏开发商负责安抚乘客维保单位轿厢导轨");
  SeededRandom random(42);
  TermIndex index;
  constexpr int count = 20'000;
  for (int id = 0; id < count; ++id) {
    QString body;
    while (body.size() < 60) body += pool[static_cast<qsizetype>(random.below(80))];
    index.add(id, body.first(10), body);
  }
  index.finish();
  for (const QString& query : {text("漏水"), text("水"), text("水 电"), text("电梯维修"),
                               text("ls"), text("楼水电体"), text("物业费怎么减免呢"), text("2")}) {
    INFO(query.toStdString());
    const auto all = index.search(query, count);
    CHECK(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.score != b.score ? a.score > b.score : a.docId > b.docId;
    }));
    for (const size_t few : {size_t{1}, size_t{9}, size_t{60}}) {
      const auto best = index.search(query, static_cast<int>(few));
      REQUIRE(best.size() == std::min(few, all.size()));
      CHECK(std::equal(best.begin(), best.end(), all.begin()));
    }
  }
}
