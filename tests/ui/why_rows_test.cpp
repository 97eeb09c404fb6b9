// SPDX-License-Identifier: GPL-3.0-or-later
// How an account folds into rows, by table.
#include "ui/desk/why_rows.h"

#include <QFile>

#include "core/domain/milestones.h"
#include "tests/ui/why_fixture.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

/// One row as people read it.
QString line(const WhyRow& row) {
  return (row.isNow ? u"> "_qs : QString()) + row.date + u" | "_qs + row.from + u" | "_qs + row.to +
         u" | "_qs + QString::number(row.minutes) + u" | "_qs + QString::number(row.total) +
         u" | "_qs + row.why +
         (row.parts.empty() ? QString() : u" +"_qs + QString::number(row.parts.size()));
}

QStringList lines(const std::vector<WhyRow>& rows) {
  QStringList result;
  for (const WhyRow& row : rows) result.append(line(row));
  return result;
}

QStringList linesOfPicture() {
  return {
      u"09-30 周三 | 16:00 | 18:00 | 120 | 120 | 服务时间"_qs,
      u"10-01 – 10-07 | 09-30 18:00 | 10-08 08:30 | 0 | 120 | 法定假 · 国庆 7 天"_qs,
      u"10-08 周四 | 08:30 | 18:00 | 480 | 600 | 服务时间，已扣午休 90 +3"_qs,
      u"10-09 周五 | 08:30 | 12:00 | 210 | 810 | 服务时间"_qs,
      u" | 12:00 | 13:30 | 0 | 810 | 午休"_qs,
      u" | 13:30 | 14:00 | 30 | 840 | 服务时间"_qs,
      u" | 14:00 | 16:00 | 0 | 840 | 暂停 · 等业主发缴费截图"_qs,
      u" | 16:00 | 18:00 | 120 | 960 | 服务时间"_qs,
      u"10-10 周六 | 08:30 | 10:12 | 102 | 1062 | 补班 · 国庆调休"_qs,
      u">  | 10:12 | 12:00 | 108 | 1170 | 补班 · 国庆调休"_qs,
      u" | 12:00 | 13:30 | 0 | 1170 | 午休"_qs,
      u" | 13:30 | 18:00 | 270 | 1440 | 补班 · 国庆调休"_qs,
      u"10-11 周日 | 00:00 | 24:00 | 0 | 1440 | 周末"_qs,
      u"10-12 – 10-13 | 周一 08:30 | 周二 18:00 | 960 | 2400 | 服务时间，已扣午休 180 +6"_qs,
      u"10-14 周三 | 08:30 | 18:00 | 480 | 2880 | 计满 48 小时，18:00 到期 +3"_qs,
  };
}

QByteArray starterFile(const QString& name) {
  QFile file(QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/") + name);
  REQUIRE(file.open(QIODevice::ReadOnly));
  return file.readAll();
}

MilestoneEngine referenceEngine() {
  auto calendars = CalendarSet::fromJson(starterFile(u"calendars.json"_qs));
  auto policies = PolicySet::fromJson(starterFile(u"sla_policies.json"_qs));
  REQUIRE(calendars);
  REQUIRE(policies);
  const SlaPolicy* reference = policies->findOrNull(u"reference"_qs);
  REQUIRE(reference != nullptr);
  return {std::move(*calendars), *reference};
}

}  // namespace

TEST_CASE("The account of the picture folds into its fifteen rows") {
  const auto rows = whyRows(pictureAccount(), at(u"2026-10-10T10:12"_qs));
  CHECK(lines(rows).join(u'\n') == linesOfPicture().join(u'\n'));
  REQUIRE(rows.size() == 15);
  CHECK(rows[2].kind == WhyRow::Kind::Folded);
  CHECK(rows[8].isMakeUp);
  CHECK(rows[10].isOnMakeUpDay);
  CHECK_FALSE(rows[10].isMakeUp);
  CHECK(rows[14].isLast);
  CHECK(rows[14].why.mid(rows[14].strongFrom) == u"18:00 到期"_qs);
  CHECK(whyNightText(pictureAccount()) == u"夜间 18:00–08:30 不计，已收起"_qs);
  CHECK(whyNowText(at(u"2026-10-10T10:12"_qs)) == u"现在 10:12"_qs);
}

TEST_CASE("The parts of a fold are its days") {
  const auto rows = whyRows(pictureAccount(), at(u"2026-10-10T10:12"_qs));
  CHECK(lines(rows[13].parts).join(u'\n') ==
        QStringList{u"10-12 周一 | 08:30 | 12:00 | 210 | 1650 | 服务时间"_qs,
                    u" | 12:00 | 13:30 | 0 | 1650 | 午休"_qs,
                    u" | 13:30 | 18:00 | 270 | 1920 | 服务时间"_qs,
                    u"10-13 周二 | 08:30 | 12:00 | 210 | 2130 | 服务时间"_qs,
                    u" | 12:00 | 13:30 | 0 | 2130 | 午休"_qs,
                    u" | 13:30 | 18:00 | 270 | 2400 | 服务时间"_qs}
            .join(u'\n'));
}

// Goal: what the engine lays is what the hand laid. Method: the same ticket under the reference.
TEST_CASE("The engine's account of the same ticket reads the same") {
  MilestoneInput input;
  input.received = at(u"2026-09-30T16:00"_qs);
  Fact pause;
  pause.kind = FactKind::Pause;
  pause.at = at(u"2026-10-09T14:00"_qs);
  pause.text = u"等业主发缴费截图"_qs;
  Fact resume;
  resume.kind = FactKind::Resume;
  resume.at = at(u"2026-10-09T16:00"_qs);
  input.facts = {pause, resume};
  const Instant now = at(u"2026-10-10T10:12"_qs);
  const Account account = referenceEngine().account(input, u"resolve"_qs, now);
  CHECK(lines(whyRows(account, now)).join(u'\n') == linesOfPicture().join(u'\n'));
}

TEST_CASE("Now outside the account marks nothing") {
  for (const QString& now :
       {u"2026-09-30T16:00"_qs, u"2026-10-14T18:00"_qs, u"2026-11-01T00:00"_qs}) {
    for (const WhyRow& row : whyRows(pictureAccount(now), at(now))) CHECK_FALSE(row.isNow);
  }
}

TEST_CASE("Now inside a holiday parts its run") {
  const QString now = u"2026-10-03T09:30"_qs;
  const auto rows = whyRows(pictureAccount(now), at(now));
  CHECK(line(rows[1]) ==
        u"10-01 – 10-03 | 09-30 18:00 | 10-03 09:30 | 0 | 120 | 法定假 · 国庆 3 天"_qs);
  CHECK(line(rows[2]) ==
        u"> 10-03 – 10-07 | 10-03 09:30 | 10-08 08:30 | 0 | 120 | 法定假 · 国庆 5 天"_qs);
}

TEST_CASE("Now at night marks the next morning") {
  const QString now = u"2026-10-12T22:00"_qs;
  const auto rows = whyRows(pictureAccount(now), at(now));
  const auto marked =
      std::find_if(rows.begin(), rows.end(), [](const WhyRow& row) { return row.isNow; });
  REQUIRE(marked != rows.end());
  CHECK(marked->date == u"10-13 周二"_qs);
  CHECK((marked - 1)->date == u"10-12 周一"_qs);
}

TEST_CASE("A wall clock is one row over midnight") {
  AccountMaker maker(u"2026-11-07T23:40"_qs, u"2026-11-07T23:40"_qs);
  maker.counted(u"2026-11-08T23:40"_qs, u"全天计时"_qs);
  const auto rows = whyRows(maker.account(), at(u"2026-11-07T23:40"_qs));
  REQUIRE(rows.size() == 1);
  CHECK(line(rows[0]) ==
        u"11-07 周六 | 23:40 | 11-08 23:40 | 1440 | 1440 | 计满 24 小时，23:40 到期"_qs);
}

TEST_CASE("Equal days without lunch join too") {
  AccountMaker maker(u"2026-11-02T08:30"_qs, u"2026-11-01T12:00"_qs);
  maker.counted(u"2026-11-02T18:00"_qs, u"服务时间"_qs).off(u"2026-11-03T08:30"_qs, u"夜间"_qs);
  maker.counted(u"2026-11-03T18:00"_qs, u"服务时间"_qs).off(u"2026-11-04T08:30"_qs, u"夜间"_qs);
  maker.counted(u"2026-11-04T10:30"_qs, u"服务时间"_qs);
  const auto rows = whyRows(maker.account(), at(u"2026-11-01T12:00"_qs));
  REQUIRE(rows.size() == 2);
  CHECK(line(rows[0]) == u"11-02 – 11-03 | 周一 08:30 | 周二 18:00 | 1140 | 1140 | 服务时间 +2"_qs);
  CHECK(line(rows[1]) == u"11-04 周三 | 08:30 | 10:30 | 120 | 1260 | 计满 21 小时，10:30 到期"_qs);
}

TEST_CASE("A change of level and an open pause have rows of their own") {
  AccountMaker maker(u"2026-11-02T08:30"_qs, u"2026-11-02T11:00"_qs);
  maker.counted(u"2026-11-02T10:00"_qs, u"服务时间"_qs);
  maker.off(u"2026-11-02T10:00"_qs, u"级别改为红 紧急，本项结论不变"_qs);
  maker.off(u"2026-11-02T11:00"_qs, u"暂停 · 等配件"_qs);
  const auto rows = whyRows(maker.account(), at(u"2026-11-02T11:00"_qs));
  REQUIRE(rows.size() == 3);
  CHECK(line(rows[1]) == u" | 10:00 |  | 0 | 90 | 级别改为紧急，本项结论不变"_qs);
  CHECK(line(rows[2]) == u" | 10:00 | 11:00 | 0 | 90 | 暂停 · 等配件"_qs);
  CHECK_FALSE(rows[2].isLast);
  CHECK(whyRows({}, at(u"2026-11-02T11:00"_qs)).empty());
}

TEST_CASE("Rows always add up to the account") {
  for (const QString& now : {u"2026-09-30T17:00"_qs, u"2026-10-05T00:00"_qs, u"2026-10-08T12:30"_qs,
                             u"2026-10-12T08:30"_qs, u"2026-10-14T17:59"_qs}) {
    qint64 total = 0;
    for (const WhyRow& row : whyRows(pictureAccount(now), at(now))) {
      total += row.minutes;
      CHECK(row.total == total);
      qint64 parts = 0;
      for (const WhyRow& part : row.parts) parts += part.minutes;
      if (!row.parts.empty()) CHECK(parts == row.minutes);
    }
    CHECK(total == 2880);
  }
}
