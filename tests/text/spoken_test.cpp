// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as they are said aloud.
#include "core/text/spoken.h"

#include "tests/runner/printers.h"

using namespace yingda;

TEST_CASE("digits are said one by one", "[text][spoken]") {
  CHECK(spokenDigits(u"207-4213-1") == QStringLiteral("二零七，四二一三，一"));
  CHECK(spokenDigits(u"138 1234") == QStringLiteral("一三八，一二三四"));
  CHECK(spokenDigits(u"138 1234", SpokenOne::Yao) == QStringLiteral("幺三八，幺二三四"));
  CHECK(spokenDigits(u"１２０") == QStringLiteral("一二零"));
  CHECK(spokenDigits(u"B1-127") == QStringLiteral("b一，一二七"));
  CHECK(spokenDigits(u"-5-") == QStringLiteral("五"));
  CHECK(spokenDigits(u"").isEmpty());
}

TEST_CASE("counts have their units", "[text][spoken]") {
  const auto [number, expected] = GENERATE(table<int, const char*>({
      {0, "零"},
      {5, "五"},
      {10, "十"},
      {15, "十五"},
      {20, "二十"},
      {99, "九十九"},
      {100, "一百"},
      {101, "一百零一"},
      {110, "一百一十"},
      {115, "一百一十五"},
      {1000, "一千"},
      {1001, "一千零一"},
      {1010, "一千零一十"},
      {1502, "一千五百零二"},
      {10000, "一万"},
      {10030, "一万零三十"},
      {20500, "二万零五百"},
      {100000, "十万"},
      {110015, "十一万零一十五"},
      {100000000, "一亿"},
      {100000001, "一亿零一"},
      {-3, "负三"},
      {2147483647, "二十一亿四千七百四十八万三千六百四十七"},
      {-2147483647 - 1, "负二十一亿四千七百四十八万三千六百四十八"},
  }));
  CHECK(chineseCount(number) == QString::fromUtf8(expected));
}
