// SPDX-License-Identifier: GPL-3.0-or-later
// How owners say when something happened, read against one evening.
#include "core/text/spoken_time.h"

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

namespace sample {
// A Saturday evening that is a working day.
Instant now() { return *instantFromIso(u"2026-10-10T23:44:31"); }
}  // namespace sample

QString read(const QString& text) {
  const auto at = parseOccurred(text, sample::now());
  return at ? toIso(*at).left(16) : QStringLiteral("?");
}

QString readComing(const QString& text) {
  const auto at = parseComing(text, sample::now());
  return at ? toIso(*at).left(16) : QStringLiteral("?");
}

}  // namespace

TEST_CASE("a spoken time becomes the moment that was meant", "[form][time]") {
  const auto [said, meant] =
      GENERATE(table<const char*, const char*>({{"今天 23:35", "2026-10-10T23:35"},
                                                {"今天２３：３５", "2026-10-10T23:35"},
                                                {"刚才", "2026-10-10T23:44"},
                                                {"刚刚", "2026-10-10T23:44"},
                                                {"昨晚8点", "2026-10-09T20:00"},
                                                {"昨晚八点半", "2026-10-09T20:30"},
                                                {"昨晚1点", "2026-10-10T01:00"},
                                                {"10分钟前", "2026-10-10T23:34"},
                                                {"十分钟之前", "2026-10-10T23:34"},
                                                {"大概两个小时前", "2026-10-10T21:44"},
                                                {"一个半小时前", "2026-10-10T22:14"},
                                                {"半小时前", "2026-10-10T23:14"},
                                                {"三天前", "2026-10-07T23:44"},
                                                {"3月5日", "2026-03-05T00:00"},
                                                {"三月五号下午三点", "2026-03-05T15:00"},
                                                {"12月30日", "2025-12-30T00:00"},
                                                {"8号上午", "2026-10-08T09:00"},
                                                {"20号", "2026-09-20T00:00"},
                                                {"2026-03-05 14:00", "2026-03-05T14:00"},
                                                {"10-08 周四 09:50", "2026-10-08T09:50"},
                                                {"8点", "2026-10-10T20:00"},
                                                {"上午8点", "2026-10-10T08:00"},
                                                {"中午一点", "2026-10-10T13:00"},
                                                {"中午12点", "2026-10-10T12:00"},
                                                {"凌晨两点一刻", "2026-10-10T02:15"},
                                                {"凌晨12点半", "2026-10-10T00:30"},
                                                {"下午3点45", "2026-10-10T15:45"},
                                                {"周一早上", "2026-10-05T09:00"},
                                                {"上周五", "2026-10-02T00:00"},
                                                {"星期天", "2026-10-04T00:00"},
                                                {"前天晚上十点", "2026-10-08T22:00"},
                                                {"23:50", "2026-10-09T23:50"},
                                                {"今早七点", "2026-10-10T07:00"},
                                                {"半夜", "2026-10-10T20:00"},
                                                {"昨天", "2026-10-09T00:00"}}));
  INFO(said);
  CHECK(read(QString::fromUtf8(said)) == QString::fromLatin1(meant));
}

TEST_CASE("what is no time stays unread", "[form][time]") {
  const char* const said =
      GENERATE("", "  ", "不知道", "老早", "明天", "25:00", "13月5日", "2月30日", "8点70",
               "今天 23:59", "我家漏水了", "3栋2单元", "8点8点", "大概");
  INFO(said);
  CHECK(read(QString::fromUtf8(said)) == QStringLiteral("?"));
  CHECK(read(QString(1 << 20, u'8')) == QStringLiteral("?"));
}

TEST_CASE("what is to come is read forward", "[form][time]") {
  const auto [said, meant] =
      GENERATE(table<const char*, const char*>({{"明天 10:00", "2026-10-11T10:00"},
                                                {"明早九点", "2026-10-11T09:00"},
                                                {"后天下午", "2026-10-12T15:00"},
                                                {"2小时后", "2026-10-11T01:44"},
                                                {"半小时后", "2026-10-11T00:14"},
                                                {"周一", "2026-10-12T09:00"},
                                                {"下周五下午三点", "2026-10-16T15:00"},
                                                {"11月3日", "2026-11-03T09:00"},
                                                {"3月5日", "2027-03-05T09:00"},
                                                {"9点", "2026-10-11T09:00"},
                                                {"昨天", "?"},
                                                {"随便", "?"},
                                                {"今天 08:00", "?"}}));
  INFO(said);
  CHECK(readComing(QString::fromUtf8(said)) == QString::fromLatin1(meant));
}
