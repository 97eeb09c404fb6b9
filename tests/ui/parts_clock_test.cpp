// SPDX-License-Identifier: GPL-3.0-or-later
// How deadlines read, by table.
#include "tests/ui/parts_fixture.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"

using namespace yingda;
using namespace yingda::ui;
using Tone = ClockText::Tone;

namespace {

struct Case {
  const char* due;
  const char* now;
  const char16_t* text;
  Tone tone;
};

}  // namespace

// Goal: every distance reads as one text in one tone. Method: a table of dues at fixed times.
TEST_CASE("A deadline reads by its distance") {
  const Case row = GENERATE(values<Case>({
      {"2026-11-07T23:45:12", "2026-11-07T23:44:31", u"41 秒", Tone::Late},
      {"2026-11-07T23:45:12", "2026-11-07T23:45:12", u"0 秒", Tone::Late},
      {"2026-11-07T23:45:12", "2026-11-07T23:44:13", u"59 秒", Tone::Late},
      {"2026-11-07T23:45:12", "2026-11-07T23:44:12", u"01:00", Tone::Late},
      {"2026-11-07T23:45:12", "2026-11-07T23:43:13", u"01:59", Tone::Late},
      {"2026-11-07T23:45:12", "2026-11-07T23:43:12", u"02:00", Tone::Soon},
      {"2026-11-07T23:45:12", "2026-11-07T23:40:12", u"05:00", Tone::Soon},
      {"2026-11-07T12:00:00", "2026-11-07T11:41:40", u"18:20", Tone::Soon},
      {"2026-11-07T12:00:00", "2026-11-07T11:35:55", u"24:05", Tone::Soon},
      {"2026-11-07T12:00:00", "2026-11-07T11:30:00", u"30:00", Tone::Soon},
      {"2026-11-07T12:00:00", "2026-11-07T11:29:59", u"30:01", Tone::Calm},
      {"2026-11-07T12:00:00", "2026-11-07T11:00:01", u"59:59", Tone::Calm},
      {"2026-11-07T12:00:00", "2026-11-07T11:00:00", u"1:00", Tone::Calm},
      {"2026-11-07T12:00:00", "2026-11-07T10:47:30", u"1:12", Tone::Calm},
      {"2026-11-07T18:00:00", "2026-11-07T08:30:00", u"9:30", Tone::Calm},
      {"2026-11-07T23:59:59", "2026-11-07T00:00:00", u"23:59", Tone::Calm},
      // The night shift counts beyond midnight, the day shift reads "tomorrow".
      {"2026-11-08T00:10:12", "2026-11-07T23:44:31", u"25:41", Tone::Soon},
      {"2026-11-08T06:00:00", "2026-11-07T22:00:01", u"7:59", Tone::Calm},
      {"2026-11-08T06:00:00", "2026-11-07T22:00:00", u"明天", Tone::Calm},
      {"2026-11-08T23:59:59", "2026-11-07T00:00:00", u"明天", Tone::Calm},
      {"2026-11-09T00:00:00", "2026-11-07T23:59:59", u"2 天", Tone::Calm},
      {"2026-11-10T09:00:00", "2026-11-07T18:00:00", u"3 天", Tone::Calm},
      {"2026-11-13T09:00:00", "2026-11-07T18:00:00", u"6 天", Tone::Calm},
      {"2026-11-14T09:00:00", "2026-11-07T18:00:00", u"11-14", Tone::Calm},
      {"2026-10-14T18:00:00", "2026-09-30T16:00:00", u"10-14", Tone::Calm},
      {"2027-01-05T18:00:00", "2026-12-28T16:00:00", u"01-05", Tone::Calm},
      {"2027-12-05T18:00:00", "2026-12-28T16:00:00", u"2027-12-05", Tone::Calm},
      {"2026-11-07T12:00:00", "2026-11-07T12:00:01", u"刚超时", Tone::Late},
      {"2026-11-07T12:00:00", "2026-11-07T12:00:59", u"刚超时", Tone::Late},
      {"2026-11-07T12:00:00", "2026-11-07T12:01:00", u"超 1 分", Tone::Late},
      {"2026-11-07T12:00:00", "2026-11-07T12:12:59", u"超 12 分", Tone::Late},
      {"2026-11-07T12:00:00", "2026-11-07T13:00:00", u"超 1 小时", Tone::Late},
      {"2026-11-07T12:00:00", "2026-11-07T15:59:59", u"超 3 小时", Tone::Late},
      {"2026-11-07T12:00:00", "2026-11-08T12:00:00", u"超 1 天", Tone::Late},
      {"2026-11-07T12:00:00", "2026-12-07T12:00:00", u"超 30 天", Tone::Late},
  }));
  const ClockText clock =
      clockText(at(QString::fromLatin1(row.due)), at(QString::fromLatin1(row.now)));
  INFO(row.due << " at " << row.now);
  CHECK(clock.text == QString::fromUtf16(row.text));
  CHECK(clock.tone == row.tone);
  CHECK_FALSE(clock.spoken.isEmpty());
}

TEST_CASE("A clock that does not run says why") {
  const Instant now = at(u"2026-11-07T12:00"_qs);
  CHECK(clockText(std::nullopt, now, MilestoneState::Paused).text == u"暂停中"_qs);
  CHECK(clockText(now, now, MilestoneState::Paused).tone == Tone::Paused);
  CHECK(clockText(std::nullopt, now).text.isEmpty());
  CHECK(clockText(std::nullopt, now).tone == Tone::None);
  CHECK(clockText(now, now, MilestoneState::NotApplicable).text.isEmpty());
  CHECK(clockText(now, now, MilestoneState::Met).tone == Tone::Met);
  CHECK(clockText(now, now, MilestoneState::MetLate).text == u"✓ 超时"_qs);
}

TEST_CASE("A countdown is read out in words") {
  const Instant due = at(u"2026-11-07T12:00"_qs);
  CHECK(clockText(due, at(u"2026-11-07T10:48"_qs)).spoken == u"还剩 1 小时 12 分"_qs);
  CHECK(clockText(due, at(u"2026-11-07T11:59:19"_qs)).spoken == u"还剩 41 秒"_qs);
  CHECK(clockText(due, at(u"2026-11-07T12:12"_qs)).spoken == u"已超时 12 分"_qs);
  CHECK(clockText(due, at(u"2026-11-06T08:00"_qs)).spoken == u"明天 12:00 到期"_qs);
}

TEST_CASE("Spans read short where there is room") {
  CHECK(leftText(41) == u"41 秒"_qs);
  CHECK(leftText(25 * 60 + 41) == u"25:41"_qs);
  CHECK(leftText(1818 * 60) == u"30 小时 18 分"_qs);
  CHECK(leftText(48 * 3600) == u"48 小时"_qs);
  CHECK(leftText(100 * 3600) == u"4 天"_qs);
  CHECK(leftText(-5) == u"0 秒"_qs);
  CHECK(spentText(52) == u"0:52"_qs);
  CHECK(spentText(130) == u"2:10"_qs);
  CHECK(spentText(11 * 60 + 5) == u"11 分"_qs);
  CHECK(spentText(200 * 60) == u"3 小时 20 分"_qs);
  CHECK(spanText(130) == u"2 分 10 秒"_qs);
}

TEST_CASE("A due reads from today") {
  const Instant now = at(u"2026-10-10T10:12"_qs);
  CHECK(dueText(at(u"2026-10-10T18:00"_qs), now) == u"18:00"_qs);
  CHECK(dueText(at(u"2026-10-11T09:05"_qs), now) == u"明天 09:05"_qs);
  CHECK(dueText(at(u"2026-10-14T18:00"_qs), now) == u"10-14 周三 18:00"_qs);
}
