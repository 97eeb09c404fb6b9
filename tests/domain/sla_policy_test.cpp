// SPDX-License-Identifier: GPL-3.0-or-later
// Policies: which rule a ticket gets, owners' rest hours, and what is refused.
#include "core/domain/sla_policy.h"

#include "tests/domain/milestones_starter.h"

using namespace yingda;
using namespace yingda::test;

namespace {

QString textOf(const SlaPolicy& policy, const RuleQuery& query) {
  const MilestoneRule* rule = policy.ruleOrNull(query);
  return rule ? QString(rule->text % u" / " % rule->calendar) : QStringLiteral("-");
}

QByteArray policyWith(const QByteArray& rule) {
  return R"({"policies":[{"id":"p","version":1,"rules":[)" + rule + "]}]}";
}

}  // namespace

TEST_CASE("the reference policy follows the table of the rules", "[domain]") {
  const SlaPolicy policy = starterPolicy(QStringLiteral("reference"));
  const auto rule = [&](MilestoneId id, Level level, bool live = true, bool attitude = false) {
    return textOf(policy, {.milestone = id,
                           .level = level,
                           .live = live,
                           .attitude = attitude,
                           .repair = {},
                           .category = {}});
  };
  CHECK(rule(MilestoneId::M1, Level::Yellow) == QStringLiteral("5 分钟 / "));
  CHECK(rule(MilestoneId::M1, Level::Yellow, false) == QStringLiteral("5 个服务分钟 / workday"));
  CHECK(rule(MilestoneId::M1, Level::Red, false) == QStringLiteral("5 分钟 / "));
  CHECK(rule(MilestoneId::M3, Level::Green) == QStringLiteral("-"));
  CHECK(rule(MilestoneId::Onsite, Level::Orange) == QStringLiteral("-"));
  CHECK(rule(MilestoneId::Plan, Level::Orange) == QStringLiteral("3 个工作日 / workday"));
  CHECK(rule(MilestoneId::Resolve, Level::Yellow) == QStringLiteral("48 个服务小时 / workday"));
  CHECK(rule(MilestoneId::Resolve, Level::Yellow, true, true) ==
        QStringLiteral("当日闭环（17:00 后受理为下一工作日） / workday"));
  CHECK(rule(MilestoneId::Progress, Level::Green) == QStringLiteral("-"));
  for (const MilestoneRule& each : policy.rules) CHECK_FALSE(each.origin.isEmpty());
}

TEST_CASE("the shipped policy has the property's own repair rows", "[domain]") {
  const SlaPolicy policy = starterPolicy(QStringLiteral("shipped"));
  const auto rule = [&](MilestoneId id, const char* repair, const char* category,
                        bool attitude = false) {
    return textOf(policy, {.milestone = id,
                           .level = Level::Yellow,
                           .live = true,
                           .attitude = attitude,
                           .repair = QString::fromUtf8(repair),
                           .category = QString::fromUtf8(category)});
  };
  const char* valve = "repair.water.angle_valve";
  CHECK(rule(MilestoneId::Onsite, "urgent", valve) == QStringLiteral("急修 2 小时 / "));
  CHECK(rule(MilestoneId::Resolve, "urgent", valve) == QStringLiteral("急修 24 小时 / "));
  CHECK(rule(MilestoneId::Resolve, "small", "repair.door.hinge") ==
        QStringLiteral("小修 72 小时 / "));
  CHECK(rule(MilestoneId::Plan, "major", "repair.leak.roof") ==
        QStringLiteral("3 个工作日内与业主约定日期 / workday"));
  CHECK(rule(MilestoneId::Plan, "urgent", valve) == QStringLiteral("-"));
  CHECK(rule(MilestoneId::M3, "", "fees.property.amount") ==
        QStringLiteral("2 个服务小时 / workday"));
  CHECK(rule(MilestoneId::M3, "", "environment.garbage.late") ==
        QStringLiteral("2 个服务小时 / seven-day"));
  CHECK(rule(MilestoneId::Resolve, "", "fees.parking.double") ==
        QStringLiteral("48 个服务小时 / workday"));
  CHECK(rule(MilestoneId::Resolve, "", "feesandmore") ==
        QStringLiteral("48 个服务小时 / seven-day"));
  CHECK(rule(MilestoneId::Onsite, "", "fees.parking.double") == QStringLiteral("-"));
  CHECK(rule(MilestoneId::Onsite, "", "service.attitude.rude", true) == QStringLiteral("-"));
}

TEST_CASE("every rule of the starter names a calendar that exists", "[domain]") {
  const CalendarSet calendars = starterCalendars();
  for (const char* id : {"reference", "shipped"}) {
    for (const MilestoneRule& rule : starterPolicy(QString::fromUtf8(id)).rules) {
      CHECK((rule.calendar.isEmpty() || calendars.findOrNull(rule.calendar) != nullptr));
    }
  }
}

TEST_CASE("another calendar can be put under every rule that has one", "[domain]") {
  const SlaPolicy policy =
      starterPolicy(QStringLiteral("reference")).withCalendar(QStringLiteral("24x7"));
  for (const MilestoneRule& rule : policy.rules) {
    CHECK((rule.calendar.isEmpty() || rule.calendar == QStringLiteral("24x7")));
  }
}

TEST_CASE("owners' rest hours move a call to the next allowed minute", "[domain]") {
  const QuietHours quiet = starterPolicy(QStringLiteral("reference")).quiet;
  const auto [time, allowed] = GENERATE(table<const char*, const char*>({
      {"2026-03-10T10:00", "2026-03-10T10:00"},
      {"2026-03-10T11:59", "2026-03-10T11:59"},
      {"2026-03-10T12:00", "2026-03-10T14:00"},
      {"2026-03-10T14:00", "2026-03-10T14:00"},
      {"2026-03-10T21:00", "2026-03-11T08:30"},
      {"2026-12-31T23:00", "2027-01-01T08:30"},
      {"2026-03-10T03:00", "2026-03-10T08:30"},
      {"2026-03-10T08:30", "2026-03-10T08:30"},
  }));
  CHECK(quiet.nextAllowed(at(time)) == at(allowed));
}

TEST_CASE("a broken policy file is refused", "[domain]") {
  const QByteArray json = GENERATE(
      QByteArray("{"), QByteArray("{}"), policyWith(""), policyWith("{}"),
      policyWith(R"({"milestone":"M9","clock":"wall","minutes":5})"),
      policyWith(R"({"milestone":"M1","clock":"wal","minutes":5})"),
      policyWith(R"({"milestone":"M1","clock":"wall"})"),
      policyWith(R"({"milestone":"M1","clock":"wall","minutes":0})"),
      policyWith(R"({"milestone":"M1","clock":"wall","minuets":5})"),
      policyWith(R"({"milestone":"M1","clock":"wall","minutes":5,"pausable":true})"),
      policyWith(R"({"milestone":"M1","clock":"wall","minutes":5,"levels":["蓝"]})"),
      policyWith(R"({"milestone":"M1","clock":"wall","minutes":5,"metBy":["confirmd"]})"),
      policyWith(R"({"milestone":"M1","clock":"service","minutes":5})"),
      policyWith(R"({"milestone":"plan","clock":"workingDays","minutes":3,"calendar":"workday"})"),
      policyWith(
          R"({"milestone":"plan","clock":"workingDays","days":3,"at":"25:00","calendar":"c"})"));
  CHECK_FALSE(PolicySet::fromJson(json).has_value());
}
