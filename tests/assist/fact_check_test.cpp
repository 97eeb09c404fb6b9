// SPDX-License-Identifier: GPL-3.0-or-later
// That the starter organisation contradicts none of its cards; planted contradictions that have to
// be found, and sentences that look like one and are none.
#include "core/assist/fact_check.h"

#include <algorithm>
#include <iostream>

#include "core/assist/fact_quantity.h"
#include "core/domain/starter_reader.h"
#include "tests/assist/sentences.h"

using namespace yingda;
using namespace yingda::test;

namespace {

const std::vector<FactCard>& cards() { return starterForTests().factCards; }

std::vector<FactRemark> check(const QString& text) {
  return checkFacts(QStringLiteral("test"), text, cards());
}

StarterFiles writtenFiles() {
  StarterFiles files;
  const QString root = QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/");
  QDirIterator each(root, QDir::Files, QDirIterator::Subdirectories);
  while (each.hasNext()) {
    const QString path = each.next();
    files.insert(path.mid(root.size()), contentOfFile(path));
  }
  return files;
}

/// "2 family low-high" of the first amount, or nothing.
std::optional<FactQuantity> first(const char* text) {
  const auto found = quantitiesIn(QString::fromUtf8(text));
  if (found.empty()) return std::nullopt;
  return found.front();
}

double firstLow(const char* text) {
  const auto found = first(text);
  INFO(text);
  REQUIRE(found);
  return found->low;
}

}  // namespace

TEST_CASE("the starter organisation says what its cards say", "[assist][facts]") {
  const auto written = readStarterAsWritten(writtenFiles());
  REQUIRE(written);
  for (const FactRemark& remark : checkStarterFacts(*written)) {
    FAIL_CHECK(remark.place.toStdString()
               << " / " << remark.card.toStdString() << " / " << remark.said.toStdString() << " != "
               << remark.cardSays.toStdString() << " / " << remark.sentence.toStdString());
  }
}

TEST_CASE("planted contradictions are found wherever they stand", "[assist][facts]") {
  auto written = readStarterAsWritten(writtenFiles());
  REQUIRE(written);
  REQUIRE(checkStarterFacts(*written).empty());
  const auto article = [&](const char* id) -> QString& {
    for (Article& each : written->articles) {
      if (each.id == QString::fromLatin1(id)) return each.body;
    }
    FAIL("no article " << id);
    return written->articles.front().body;
  };
  article("leak-roof")
      .replace(QStringLiteral("{card:warranty.waterproof}"), QStringLiteral("3 年"));
  article("toilet-blocked") += QStringLiteral("\n急修 4 小时内到场。");
  article("praise") += QStringLiteral("\n看 {card:praise.none}。");
  written->scripts.front().steps.front().hint = QStringLiteral("急修两天内修复。");
  written->phrases.front().text = QStringLiteral("屋面防渗漏保修一年。");
  written->safety.front().thenText = QStringLiteral("紧急的一小时内到场。");
  const auto remarks = checkStarterFacts(*written);
  REQUIRE(remarks.size() == 6);
  CHECK(remarks[0].place.startsWith(u"articles/"));
  QStringList found;
  for (const FactRemark& remark : remarks) {
    found << remark.place.section(u'/', 0, 0) + u' ' + remark.card + u' ' + remark.said;
    CHECK_FALSE(remark.sentence.isEmpty());
    CHECK((remark.kind == FactRemark::Kind::UnknownCard) == remark.cardSays.isEmpty());
  }
  found.sort();
  CHECK(found == QStringList({QStringLiteral("articles praise.none "),
                              QStringLiteral("articles sla.onsite_urgent 4 小时"),
                              QStringLiteral("articles warranty.waterproof 3 年"),
                              QStringLiteral("phrases warranty.waterproof 一年"),
                              QStringLiteral("safety sla.onsite_red 一小时"),
                              QStringLiteral("scripts sla.resolve_urgent 两天")}));
}

TEST_CASE("sentences that contradict a card, and sentences that only look so", "[assist][facts]") {
  int contradictions = 0;
  int traps = 0;
  for (const QStringList& row : sentences(QStringLiteral("fact_sentences.tsv"))) {
    REQUIRE(row.size() == 2);
    INFO(row[0].toStdString());
    QStringList found;
    for (const FactRemark& remark :
         check(QString(row[0]).replace(QStringLiteral("\\n"), QStringLiteral("\n")))) {
      found << remark.card;
    }
    INFO(found.join(u' ').toStdString());
    const bool isTrap = row[1] == u"-";
    CHECK(found == (isTrap ? QStringList() : QStringList(row[1])));
    ++(isTrap ? traps : contradictions);
  }
  CHECK(contradictions >= 25);
  CHECK(traps >= 30);
}

TEST_CASE("how often the check is right on sentences set aside", "[assist][facts]") {
  int right = 0;
  int tooMany = 0;
  int missed = 0;
  for (const QStringList& row : sentences(QStringLiteral("fact_sentences_held.tsv"))) {
    REQUIRE(row.size() == 2);
    const auto remarks = check(row[0]);
    const bool isExpected = row[1] != u"-";
    const bool isFound = std::any_of(remarks.begin(), remarks.end(),
                                     [&](const FactRemark& each) { return each.card == row[1]; });
    right += isFound ? 1 : 0;
    missed += isExpected && !isFound ? 1 : 0;
    tooMany += static_cast<int>(remarks.size()) - (isFound ? 1 : 0);
  }
  std::cout << "facts, held out: " << right << " right, " << tooMany << " too many, " << missed
            << " missed\n";
  CHECK(right >= 10);
  CHECK(tooMany <= 4);
}

TEST_CASE("amounts are read as people write them", "[assist][facts]") {
  CHECK(firstLow("2 小时内") == 120);
  CHECK(firstLow("两小时") == 120);
  CHECK(firstLow("半小时") == 30);
  CHECK(firstLow("一个半小时") == 90);
  CHECK(firstLow("1.5 小时") == 90);
  CHECK(firstLow("十五分钟") == 15);
  CHECK(firstLow("一百二十分钟") == 120);
  CHECK(firstLow("六十日") == 60);
  CHECK(firstLow("三个工作日") == 3);
  CHECK(firstLow("两周") == 14);
  CHECK(firstLow("五年") == 60);
  CHECK(firstLow("2 个采暖期") == 2);
  CHECK(firstLow("2 个采暖期、供冷期") == 2);
  CHECK(firstLow("500 元") == 500);
  CHECK(firstLow("1.2 万元") == 12'000);
  CHECK(firstLow("30%") == 30);
  CHECK(first("三个工作日")->isWorkingDays);
  const auto range = first("1 至 3 天");
  REQUIRE(range);
  CHECK(range->low == 1);
  CHECK(range->high == 3);
  CHECK(first("20 至 30 分钟")->high == 30);
  for (const char* none : {"2026 年", "10 月 20 日", "三楼", "第 12 号", "两三分钟", "119", ""}) {
    INFO(none);
    CHECK_FALSE(first(none));
  }
}

TEST_CASE("the same in another unit is the same", "[assist][facts]") {
  const auto same = [](const char* left, const char* right) {
    return saysTheSame(*first(left), *first(right)) && saysTheSame(*first(right), *first(left));
  };
  CHECK(same("24 小时", "1 天"));
  CHECK(same("72 小时", "三天"));
  CHECK(same("120 分钟", "两小时"));
  CHECK(same("30 日", "一个月"));
  CHECK(same("12 个月", "一年"));
  CHECK(same("一周", "七天"));
  CHECK_FALSE(same("三天", "三个工作日"));
  CHECK_FALSE(same("2 年", "2 个采暖期"));
  CHECK_FALSE(same("1 至 3 天", "3 天"));
  CHECK_FALSE(same("5 年", "5 元"));
}
