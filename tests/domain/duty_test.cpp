// SPDX-License-Identifier: GPL-3.0-or-later
// Who is on duty at which minute, for which community, and which number holds there.
#include "core/domain/duty.h"

#include "core/base/local_time.h"
#include "core/domain/household_ids.h"
#include "tests/runner/printers.h"

using namespace yingda;

namespace {

DutyContact engineer(const CommunityId& community, int slot, const QString& name, int from,
                     int to) {
  DutyContact row;
  row.community = community;
  row.kind = dutyKind();
  row.slot = slot;
  row.name = name;
  row.number = QStringLiteral("13900001111");
  row.fromMinute = from;
  row.toMinute = to;
  return row;
}

Instant clock(QStringView time) {
  return *instantFromIso(QString(u"2026-03-10T" % time.toString() % u":00"));
}

QString onDuty(const std::vector<DutyContact>& rows, const CommunityId& community,
               QStringView time) {
  const DutyContact* row = dutyEngineer(rows, community, clock(time));
  return row ? row->name : QString();
}

}  // namespace

TEST_CASE("hours are half-open and may run over midnight") {
  const DutyContact night = engineer({}, 0, QStringLiteral("夜"), 18 * 60, 8 * 60);
  CHECK(isOnDuty(night, clock(u"18:00")));
  CHECK(isOnDuty(night, clock(u"23:59")));
  CHECK(isOnDuty(night, clock(u"07:59")));
  CHECK_FALSE(isOnDuty(night, clock(u"08:00")));
  CHECK_FALSE(isOnDuty(night, clock(u"17:59")));
  const DutyContact always = engineer({}, 0, QStringLiteral("全"), 0, 0);
  CHECK(isOnDuty(always, clock(u"00:00")));
}

TEST_CASE("a community's own engineer comes before the one for all, the first line first") {
  const CommunityId here = communityIdOf(QStringLiteral("云杉府"));
  const CommunityId there = communityIdOf(QStringLiteral("听澜苑"));
  std::vector<DutyContact> rows{engineer({}, 0, QStringLiteral("总"), 0, 0),
                                engineer(here, 1, QStringLiteral("二"), 8 * 60, 18 * 60),
                                engineer(here, 0, QStringLiteral("一"), 8 * 60, 12 * 60),
                                engineer(there, 0, QStringLiteral("别处"), 0, 0)};
  CHECK(onDuty(rows, here, u"09:00") == QStringLiteral("一"));
  CHECK(onDuty(rows, here, u"13:00") == QStringLiteral("二"));
  CHECK(onDuty(rows, here, u"20:00") == QStringLiteral("总"));
  CHECK(onDuty(rows, {}, u"09:00") == QStringLiteral("总"));
  rows.front().removed = true;
  CHECK(onDuty(rows, here, u"20:00").isEmpty());
}

TEST_CASE("a number that was filled in holds before the starter's") {
  const CommunityId here = communityIdOf(QStringLiteral("云杉府"));
  Starter starter;
  starter.outsideNumbers = {
      {QStringLiteral("gas"), QStringLiteral("燃气"), {}, {}},
      {QStringLiteral("fire"), QStringLiteral("火警"), QStringLiteral("119"), {}}};
  DutyContact gas;
  gas.kind = QStringLiteral("gas");
  gas.number = QStringLiteral("96777");
  DutyContact own = gas;
  own.community = here;
  own.number = QStringLiteral("02888886666");
  const auto numbers = outsideNumbersOf(starter, {gas, own}, here);
  CHECK(numbers[0].number == QStringLiteral("02888886666"));
  CHECK(numbers[1].number == QStringLiteral("119"));
  CHECK(outsideNumbersOf(starter, {gas, own}, {})[0].number == QStringLiteral("96777"));
}

TEST_CASE("a number is dialled without what people put between the digits") {
  CHECK(dialled(QStringLiteral(" 0286-888 1234 ")) == QStringLiteral("02868881234"));
  CHECK(dialled(QStringLiteral("９６７７７")) == QStringLiteral("96777"));
  CHECK(dialled(QStringLiteral("12")).isEmpty());
  CHECK(dialled(QStringLiteral("问物业")).isEmpty());
}
