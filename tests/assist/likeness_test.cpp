// SPDX-License-Identifier: GPL-3.0-or-later
// Which reports look like one matter, by who, where, what and when.
#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "core/assist/report_likeness.h"
#include "core/assist/word_rarity.h"

using namespace yingda;

namespace {

struct Said {
  QString place;
  QString phone;
  QString category;
  QString time;  ///< ISO
  QString text;
  QString project = QStringLiteral("云杉府");
};

Report report(const Said& said) {
  Report one;
  one.project = said.project;
  one.place = parseAddress(said.place);
  one.phone = said.phone;
  one.category = said.category;
  one.at = *instantFromIso(said.time);
  one.words = WordVector(said.text);
  return one;
}

const Said burst{u"3-2-1502"_qs, u"13812341234"_qs, u"repair.water.burst_common"_qs,
                 u"2026-03-10T23:40"_qs, u"楼道水管爆了，水往电梯里流"_qs};

Likeness with(const Said& other) { return likenessOf(report(burst), report(other)); }

Said other() { return burst; }

bool has(const Likeness& likeness, Alike reason) {
  return std::find(likeness.reasons.begin(), likeness.reasons.end(), reason) !=
         likeness.reasons.end();
}

}  // namespace

TEST_CASE("the same household says it again, by whatever way", "[assist]") {
  Said again = other();
  again.time = QStringLiteral("2026-03-10T23:58");
  again.text = QStringLiteral("怎么还没人来，水管爆了");
  const Likeness likeness = with(again);
  CHECK(likeness.kind == TieKind::Same);
  CHECK(has(likeness, Alike::Household));
  CHECK(has(likeness, Alike::Phone));
  CHECK(likeness.between == std::chrono::minutes(18));
  // By WeChat nobody has a number, and the category was not chosen yet.
  again.phone.clear();
  again.category.clear();
  CHECK(with(again).kind == TieKind::Same);
  // Only the number is known.
  again = other();
  again.place.clear();
  CHECK(with(again).kind == TieKind::Same);
  CHECK_FALSE(has(with(again), Alike::Household));
  // After a week it is another time that it happened.
  again = other();
  again.time = QStringLiteral("2026-03-18T23:40");
  CHECK(with(again).kind == TieKind::Related);
  again.time = QStringLiteral("2026-05-18T23:40");
  CHECK(with(again).kind == TieKind::None);
}

TEST_CASE("another matter of the same household is related and no repeat", "[assist]") {
  Said fee = other();
  fee.category = QStringLiteral("fee.property");
  fee.text = QStringLiteral("想问一下三月物业费账单");
  const Likeness likeness = with(fee);
  CHECK(likeness.kind == TieKind::Related);
  CHECK(likeness.score < 0.4);
}

TEST_CASE("neighbours with one trouble have one cause, the nearer the likelier", "[assist]") {
  Said neighbour = other();
  neighbour.phone = QStringLiteral("13900001111");
  neighbour.place = QStringLiteral("3-2-302");
  neighbour.time = QStringLiteral("2026-03-11T00:20");
  neighbour.text = QStringLiteral("三楼水管井喷水，电梯停了");
  const Likeness near = with(neighbour);
  CHECK(near.kind == TieKind::Cause);
  CHECK(has(near, Alike::Unit));
  neighbour.place = QStringLiteral("3-1-302");
  const Likeness far = with(neighbour);
  CHECK(far.kind == TieKind::Cause);
  CHECK(has(far, Alike::Building));
  CHECK(far.score < near.score);
  // Another building: only what the whole project has at the same time.
  neighbour.place = QStringLiteral("9-1-302");
  neighbour.time = QStringLiteral("2026-03-10T23:50");
  CHECK(with(neighbour).score < far.score);
  neighbour.time = QStringLiteral("2026-03-12T23:40");
  CHECK(with(neighbour).kind == TieKind::None);
  // Another project is never one cause.
  neighbour = other();
  neighbour.phone.clear();
  neighbour.project = QStringLiteral("金桂苑");
  neighbour.place = QStringLiteral("3-2-1502");
  CHECK(with(neighbour).kind == TieKind::None);
}

TEST_CASE("words alone tie nothing, and another trouble next door is no cause", "[assist]") {
  Said elsewhere = other();
  elsewhere.place.clear();
  elsewhere.phone.clear();
  elsewhere.project.clear();
  CHECK(with(elsewhere).kind == TieKind::None);
  Said noise = other();
  noise.phone = QStringLiteral("13900001111");
  noise.place = QStringLiteral("3-2-1402");
  noise.category = QStringLiteral("environment.noise");
  noise.text = QStringLiteral("楼上半夜拖椅子");
  CHECK(with(noise).kind == TieKind::None);
}

TEST_CASE("one number that calls for two homes is no repeat", "[assist]") {
  Report one = report(burst);
  one.household = QStringLiteral("a");
  Said tenant = other();
  tenant.place = QStringLiteral("5-1-201");
  Report two = report(tenant);
  two.household = QStringLiteral("b");
  CHECK(likenessOf(one, two).kind != TieKind::Same);
}

TEST_CASE("texts are alike by what is told, not by how everybody speaks", "[assist]") {
  const auto alike = [](const char16_t* one, const char16_t* two) {
    return WordVector(QStringView(one)).likeness(WordVector(QStringView(two)));
  };
  CHECK(alike(u"电梯停在三楼不动", u"電梯停在三樓不動") == Approx(1.0).epsilon(0.001));
  CHECK(alike(u"你们的人怎么还没有来", u"我这里都等了你们好久了") < 0.2);
  CHECK(alike(u"厨房漏水", u"电梯异响") == 0.0);
  CHECK(alike(u"", u"电梯异响") == 0.0);
  CHECK(WordVector(u"1502").isEmpty());
  CHECK(alike(u"厨房水管漏水", u"水管漏水了快来人") > 0.6);
}

TEST_CASE("what many texts say counts less than what few say", "[assist]") {
  const QString pipe = u"业主反映厨房水管漏水"_qs;
  const QString lift = u"业主反映厨房电梯异响"_qs;
  const QString brief = u"水管漏水"_qs;
  WordRarity rarity;
  const auto like = [&rarity](const QString& one, const QString& two) {
    return WordVector(one, &rarity).likeness(WordVector(two, &rarity));
  };
  const double before = like(pipe, lift);
  // Of a handful of texts nothing is concluded.
  for (int i = 1; i < WordRarity::textsLeast; ++i) {
    rarity.learn(QString(u"业主反映厨房"_qs + QChar(u'一' + i) + QChar(u'丁' + i)));
  }
  CHECK_FALSE(rarity.isKnown());
  CHECK(like(pipe, lift) == before);
  rarity.learn(u"业主反映厨房"_qs);
  CHECK(rarity.isKnown());
  CHECK(like(pipe, lift) < before / 2);
  CHECK(like(pipe, brief) > 0.7);
  CHECK(like(pipe, pipe) == Approx(1.0).epsilon(0.001));
  // Years later the words of the first year are as rare as any.
  const uint32_t once = wordUnits(u"业").front().code;
  const float early = rarity.weightOf(once);
  for (int i = 0; i < 200'000; ++i) rarity.learn(u"门禁"_qs);
  CHECK(rarity.weightOf(once) > early + 3);
  CHECK(rarity.weightOf(wordUnits(u"禁").front().code) < 1);
}

TEST_CASE("likeness is the same in both directions, and of itself complete", "[assist]") {
  rc::prop("symmetric and bounded", [](const std::u16string& a, const std::u16string& b) {
    const WordVector one{QStringView(a)};
    const WordVector two{QStringView(b)};
    RC_ASSERT(one.likeness(two) == two.likeness(one));
    RC_ASSERT(one.likeness(two) >= 0.0);
    RC_ASSERT(one.likeness(two) <= 1.0);
    if (!one.isEmpty()) RC_ASSERT(one.likeness(one) > 0.999);
  });
}
