// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a category by what agents type and owners say, on the categories that are shipped.
#include "ui/desk/category_ranking.h"

#include <algorithm>

#include "core/domain/household.h"
#include "tests/ui/form_samples.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QStringList idsOf(const std::vector<CategoryHit>& hits) {
  QStringList ids;
  for (const CategoryHit& hit : hits) ids << hit.category->id;
  return ids;
}

QStringList rank(const char* query) {
  return idsOf(rankCategories(sample::starter().categories, QString::fromUtf8(query), 8));
}

}  // namespace

TEST_CASE("the category that is meant comes first", "[category]") {
  const auto [typed, wanted] = GENERATE(table<const char*, const char*>(
      {{"1101", "repair.water.burst_common"},
       {"１１０１", "repair.water.burst_common"},
       {"1102", "repair.water.burst_indoor"},
       {"爆管", "repair.water.burst_common"},
       {"水压", "repair.water.low_pressure"},
       {"水壓", "repair.water.low_pressure"},
       {"马桶", "repair.water.toilet_blocked"},
       {"bgggbw", "repair.water.burst_common"},
       {"BGGGBW", "repair.water.burst_common"},
       {"shuiyadi", "repair.water.low_pressure"},
       {"mtds", "repair.water.toilet_blocked"},
       {"呲水", "repair.water.burst_common"},
       {"马桶塞咗", "repair.water.toilet_blocked"},
       {"三楼水管井爆了，水流到电梯厅", "repair.water.burst_common"}}));
  INFO(typed);
  const QStringList found = rank(typed);
  REQUIRE_FALSE(found.isEmpty());
  CHECK(found.first() == QString::fromLatin1(wanted));
}

TEST_CASE("every leaf is found first by its code and among the first by its name", "[category]") {
  for (const Category& category : sample::starter().categories) {
    if (!category.isLeaf) continue;
    INFO(category.path.toStdString());
    const auto byCode = rankCategories(sample::starter().categories, category.code, 8);
    REQUIRE_FALSE(byCode.empty());
    CHECK(byCode.front().category->id == category.id);
    CHECK(idsOf(rankCategories(sample::starter().categories, category.name, 8))
              .contains(category.id));
  }
}

TEST_CASE("a better reason stands before a weaker one", "[category]") {
  const auto hits = rankCategories(sample::starter().categories, QStringLiteral("停水"), 8);
  REQUIRE(hits.size() >= 2);
  CHECK(std::is_sorted(hits.begin(), hits.end(),
                       [](const CategoryHit& a, const CategoryHit& b) { return a.why < b.why; }));
}

TEST_CASE("what was found is marked in the name", "[category]") {
  const auto hits = rankCategories(sample::starter().categories, QStringLiteral("爆管"), 8);
  REQUIRE_FALSE(hits.empty());
  REQUIRE(hits.front().marks.size() == 1);
  const auto [start, length] = hits.front().marks.front();
  CHECK(hits.front().category->name.mid(start, length) == QStringLiteral("爆管"));
}

TEST_CASE("nothing is found for nothing and for what no category says", "[category]") {
  CHECK(rank("").isEmpty());
  CHECK(rank("   ").isEmpty());
  CHECK(rank("99999").isEmpty());
  CHECK(rank("zzzzqqq").isEmpty());
  const QString hostile = QString(1 << 20, u'水') + QChar(0) + QStringLiteral("\u202e😀");
  CHECK(rankCategories(sample::starter().categories, hostile, 8).size() <= 8);
  CHECK(suggestCategories(sample::starter().categories, hostile, 8).size() <= 8);
}

TEST_CASE("the request suggests by the owner's words", "[category]") {
  const auto hits = suggestCategories(sample::starter().categories,
                                      QStringLiteral("我家马桶堵了，冲不下去，水都漫出来了"), 6);
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().category->id == QStringLiteral("repair.water.toilet_blocked"));
  CHECK(hits.front().keyword == QStringLiteral("马桶堵了"));
  CHECK(suggestCategories(sample::starter().categories, QStringLiteral("嗯"), 6).empty());
}

TEST_CASE("a category names its part of the warranty", "[category]") {
  CHECK(warrantyPartOf(QStringLiteral("repair.water.tap_drip")) == QStringLiteral("给排水"));
  CHECK(warrantyPartOf(QStringLiteral("repair.leak.bathroom")) == QStringLiteral("卫生间防水"));
  CHECK(warrantyPartOf(QStringLiteral("repair.leak.roof")) == QStringLiteral("屋面防水"));
  CHECK(warrantyPartOf(QStringLiteral("repair.hvac.heating_cold")) == QStringLiteral("供热供冷"));
  CHECK(warrantyPartOf(QStringLiteral("fees.property")).isEmpty());
}
