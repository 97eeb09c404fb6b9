// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a search are filters, and how one is taken off again.
#include "core/text/search_filters.h"

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

const QStringList houses{QStringLiteral("云杉府"), QStringLiteral("云溪里"),
                         QStringLiteral("锦绣苑")};
const Instant now = *instantFromIso(u"2026-03-11T09:00:00");  // a Wednesday

SearchFilters read(const char* typed) {
  return readSearchFilters(QString::fromUtf8(typed), houses, now);
}

/// open mine 云杉府 2026-03-10..2026-03-10 | rest
QString told(const SearchFilters& read) {
  QStringList words;
  for (const SearchFilter& one : read.filters) {
    switch (one.kind) {
      case SearchFilter::Kind::Open:
        words << QStringLiteral("open");
        break;
      case SearchFilter::Kind::Mine:
        words << QStringLiteral("mine");
        break;
      case SearchFilter::Kind::Community:
        words << one.name;
        break;
      case SearchFilter::Kind::Days:
        words << toIso(one.from) + QStringLiteral("..") + toIso(one.to);
        break;
    }
  }
  return words.join(u' ') + QStringLiteral("|") + read.rest;
}

}  // namespace

TEST_CASE("words between blanks are filters, the rest is looked for", "[text][filters]") {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"未结 我的 云杉府 昨天", "open mine 云杉府 2026-03-10..2026-03-10|"},
      {"漏水 未结", "open|漏水"},
      {"未結 漏水", "open|漏水"},
      {"未结漏水", "|未结漏水"},
      {"  3栋  今天 漏 水 ", "2026-03-11..2026-03-11|3栋 漏 水"},
      {"云杉 电梯", "云杉府|电梯"},
      {"云 电梯", "|云 电梯"},
      {"锦绣苑", "锦绣苑|"},
      {"本周", "2026-03-09..2026-03-11|"},
      {"上周", "2026-03-02..2026-03-08|"},
      {"本月", "2026-03-01..2026-03-11|"},
      {"上月", "2026-02-01..2026-02-28|"},
      {"近7天", "2026-03-05..2026-03-11|"},
      {"最近30天", "2026-02-10..2026-03-11|"},
      {"3月10日", "2026-03-10..2026-03-10|"},
      {"3月8日-10日", "2026-03-08..2026-03-10|"},
      {"12月30日", "2025-12-30..2025-12-30|"},
      {"2月30日", "|2月30日"},
      {"2026-03-10 门禁", "2026-03-10..2026-03-10|门禁"},
      {"昨天 今天", "2026-03-10..2026-03-10|今天"},
      {"“昨天” 漏水", "|昨天 漏水"},
      {"「未结」", "|未结"},
      {"", "|"},
  };
  for (const auto& [typed, expected] : cases) {
    INFO(typed);
    CHECK(told(read(typed)) == QString::fromUtf8(expected));
  }
}

TEST_CASE("a beginning that two communities share is no filter", "[text][filters]") {
  const QStringList twins{QStringLiteral("云杉府"), QStringLiteral("云杉里")};
  CHECK(readSearchFilters(QStringLiteral("云杉"), twins, now).filters.empty());
  CHECK(readSearchFilters(QStringLiteral("云杉里"), twins, now).filters.size() == 1);
}

TEST_CASE("Backspace behind a filter takes it off whole", "[text][filters]") {
  const QString typed = QStringLiteral("漏水 未结 昨天 ");
  const SearchFilters filters = readSearchFilters(typed, houses, now);
  const auto end = static_cast<int>(typed.size());
  auto taken = withoutFilterBefore(typed, end, filters);
  REQUIRE(taken);
  CHECK(taken->text == QStringLiteral("漏水 未结 "));
  CHECK(taken->caret == 6);
  taken =
      withoutFilterBefore(taken->text, taken->caret, readSearchFilters(taken->text, houses, now));
  REQUIRE(taken);
  CHECK(taken->text == QStringLiteral("漏水 "));
  // What is looked for goes by the character, as everywhere.
  CHECK_FALSE(
      withoutFilterBefore(taken->text, taken->caret, readSearchFilters(taken->text, houses, now)));
  CHECK_FALSE(withoutFilterBefore(typed, 2, filters));
  CHECK_FALSE(withoutFilterBefore(typed, 4, filters));
  taken = withoutFilterBefore(typed, 6, filters);
  REQUIRE(taken);
  CHECK(taken->text == QStringLiteral("漏水 昨天 "));
}

TEST_CASE("hostile queries are read without harm", "[text][filters]") {
  for (const QString& typed :
       {QString(100'000, u' '), QString(100'000, u'未'), QStringLiteral("99月99日"),
        QStringLiteral("近999天"), QStringLiteral("9999-99-99"), QString(QChar(0xd800))}) {
    const SearchFilters filters = readSearchFilters(typed, houses, now);
    CHECK(filters.filters.size() <= 1);
  }
}
