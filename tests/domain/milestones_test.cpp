// SPDX-License-Identifier: GPL-3.0-or-later
// The engine case by case: progress, callback, repairs, accounts, next due, the owner's sentence.
#include "core/domain/milestones.h"

#include <QJsonObject>

#include "tests/domain/milestones_starter.h"

using namespace yingda;
using namespace yingda::test;

namespace {

MilestoneEngine shippedEngine() {
  return MilestoneEngine(
      starterCalendars(), starterPolicy(QStringLiteral("shipped")), [](const QString& category) {
        CategoryTraits traits;
        traits.attitude = category.startsWith(QStringLiteral("service.attitude"));
        if (category.startsWith(QStringLiteral("repair.urgent"))) {
          traits.repair = QStringLiteral("urgent");
        }
        return traits;
      });
}

QStringList rowsOf(const Account& account) {
  QStringList rows;
  for (const Segment& row : account.segments) {
    rows << QString(toIso(row.from).mid(5, 11) % u" " % toIso(row.to).mid(5, 11) % u" " %
                    QString::number(row.countedSeconds / 60) % u" " % row.reason);
  }
  return rows;
}

QString dueText(const MilestoneInput& input, const char* id) {
  return minuteText(milestone(referenceEngine(), input, id, input.received).due);
}

}  // namespace

TEST_CASE("progress is owed 24 hours after a communication, for 红 30 minutes", "[domain]") {
  CHECK(dueText(ticket("黄", "2026-03-10T09:00"), "progress") == QStringLiteral("-"));
  CHECK(dueText(ticket("黄", "2026-03-10T09:00", "told@2026-03-10T09:10"), "progress") ==
        QStringLiteral("2026-03-11T09:10"));
  CHECK(dueText(ticket("黄", "2026-03-10T09:00", "told@2026-03-10T09:10 informed@2026-03-10T11:00"),
                "progress") == QStringLiteral("2026-03-11T11:00"));
  CHECK(dueText(ticket("红", "2026-03-10T23:40", "told@2026-03-10T23:42"), "progress") ==
        QStringLiteral("2026-03-11T00:12"));
  CHECK(dueText(ticket("红", "2026-03-10T23:40", "told@2026-03-10T23:42 told@2026-03-11T00:10"),
                "progress") == QStringLiteral("2026-03-11T00:40"));
  CHECK(dueText(ticket("绿", "2026-03-10T09:00", "told@2026-03-10T09:10"), "progress") ==
        QStringLiteral("-"));
}

TEST_CASE("progress keeps out of owners' rest hours", "[domain]") {
  CHECK(dueText(ticket("黄", "2026-03-10T21:30", "told@2026-03-10T22:00"), "progress") ==
        QStringLiteral("2026-03-12T08:30"));
  CHECK(dueText(ticket("黄", "2026-03-10T12:30", "told@2026-03-10T12:40"), "progress") ==
        QStringLiteral("2026-03-11T14:00"));
}

TEST_CASE("a progress call without news owes no other one", "[domain]") {
  const char* calls = "told@2026-03-10T09:10 told@2026-03-11T09:00";
  const MilestoneInput quiet = ticket("黄", "2026-03-10T09:00", calls);
  const Milestone met = milestone(referenceEngine(), quiet, "progress", at("2026-03-20T09:00"));
  CHECK(met.state == MilestoneState::Met);
  CHECK(minuteText(met.due) == QStringLiteral("2026-03-11T09:10"));
  const MilestoneInput news =
      ticket("黄", "2026-03-10T09:00",
             "told@2026-03-10T09:10 told@2026-03-11T09:00 arrived@2026-03-12T15:00");
  CHECK(dueText(news, "progress") == QStringLiteral("2026-03-13T15:00"));
  const MilestoneInput between =
      ticket("黄", "2026-03-10T09:00",
             "told@2026-03-10T09:10 arrived@2026-03-10T15:00 told@2026-03-11T09:00");
  CHECK(dueText(between, "progress") == QStringLiteral("2026-03-12T09:00"));
  MilestoneInput waived = between;
  waived.progressWaived = true;
  CHECK(dueText(waived, "progress") == QStringLiteral("-"));
}

TEST_CASE("the result callback has a window from one to three days after the solution",
          "[domain]") {
  const MilestoneInput input = ticket("黄", "2026-03-10T09:00", "solved@2026-03-10T15:20");
  const Milestone open = milestone(referenceEngine(), input, "callback", at("2026-03-11T09:00"));
  CHECK(minuteText(open.opensAt) == QStringLiteral("2026-03-11T15:20"));
  CHECK(minuteText(open.due) == QStringLiteral("2026-03-13T15:20"));
  CHECK(open.state == MilestoneState::Running);
  const MilestoneInput called =
      ticket("黄", "2026-03-10T09:00", "solved@2026-03-10T15:20 calledback@2026-03-14T15:20");
  CHECK(milestone(referenceEngine(), called, "callback", at("2026-03-15T09:00")).state ==
        MilestoneState::MetLate);
  CHECK(dueText(ticket("黄", "2026-03-10T09:00"), "callback") == QStringLiteral("-"));
}

TEST_CASE("repairs of the shipped policy", "[domain]") {
  const MilestoneEngine engine = shippedEngine();
  MilestoneInput input = ticket("黄", "2026-10-03T20:00", "", "repair.urgent.valve");
  input.repair = QStringLiteral("urgent");
  CHECK(minuteText(milestone(engine, input, "onsite", input.received).due) ==
        QStringLiteral("2026-10-03T22:00"));
  CHECK(minuteText(milestone(engine, input, "resolve", input.received).due) ==
        QStringLiteral("2026-10-04T20:00"));
  input.repair = QStringLiteral("major");
  CHECK(milestone(engine, input, "resolve", input.received).state == MilestoneState::NotApplicable);
  CHECK(minuteText(milestone(engine, input, "plan", input.received).due) ==
        QStringLiteral("2026-10-10T18:00"));
  input.facts = {*factFromCli(u"agreed@2026-10-08T10:00..2026-10-20T18:00")};
  CHECK(milestone(engine, input, "plan", at("2026-10-09T09:00")).state == MilestoneState::Met);
  const Milestone agreed = milestone(engine, input, "resolve", at("2026-10-09T09:00"));
  CHECK(minuteText(agreed.due) == QStringLiteral("2026-10-20T18:00"));
  input.facts.push_back(*factFromCli(u"agreed@2026-10-21T10:00..2026-10-25T18:00"));
  CHECK(minuteText(milestone(engine, input, "resolve", at("2026-10-22T09:00")).due) ==
        QStringLiteral("2026-10-20T18:00"));
}

TEST_CASE("a change of category takes the traits of the new one", "[domain]") {
  const MilestoneEngine engine = shippedEngine();
  const MilestoneInput input =
      ticket("黄", "2026-03-10T09:00", "category:repair.urgent.valve@2026-03-10T10:00", "security");
  CHECK(minuteText(milestone(engine, input, "onsite", at("2026-03-10T10:30")).due) ==
        QStringLiteral("2026-03-10T11:00"));
}

TEST_CASE("the first cycle's record stays", "[domain]") {
  MilestoneInput input =
      ticket("黄", "2026-03-10T09:00",
             "diagnosed@2026-03-10T12:30 solved@2026-03-11T15:00 reopened@2026-03-12T09:00");
  const Instant now = at("2026-03-30T09:00");
  CHECK(milestone(referenceEngine(), input, "M3", now).state == MilestoneState::Breached);
  input.cycle = 1;
  const Milestone first = milestone(referenceEngine(), input, "M3", now);
  CHECK(first.state == MilestoneState::MetLate);
  CHECK(minuteText(first.due) == QStringLiteral("2026-03-10T11:00"));
  CHECK(milestone(referenceEngine(), input, "resolve", now).state == MilestoneState::Met);
  CHECK(milestone(referenceEngine(), input, "callback", now).state ==
        MilestoneState::NotApplicable);
}

TEST_CASE("the account of the fee ticket reads as designed", "[domain]") {
  MilestoneInput input = ticket("黄", "2026-09-30T16:00", "contact@2026-10-09T16:00");
  Fact pause = *factFromCli(u"pause@2026-10-09T14:00");
  pause.text = QStringLiteral("等业主发缴费截图");
  input.facts.push_back(pause);
  const Account account =
      referenceEngine().account(input, QStringLiteral("resolve"), at("2026-10-10T10:12"));
  const QStringList expected{
      QStringLiteral("09-30T16:00 09-30T18:00 120 服务时间"),
      QStringLiteral("09-30T18:00 10-01T00:00 0 夜间"),
      QStringLiteral("10-01T00:00 10-08T00:00 0 法定假 · 国庆"),
      QStringLiteral("10-08T00:00 10-08T08:30 0 夜间"),
      QStringLiteral("10-08T08:30 10-08T12:00 210 服务时间"),
      QStringLiteral("10-08T12:00 10-08T13:30 0 午休"),
      QStringLiteral("10-08T13:30 10-08T18:00 270 服务时间"),
      QStringLiteral("10-08T18:00 10-09T08:30 0 夜间"),
      QStringLiteral("10-09T08:30 10-09T12:00 210 服务时间"),
      QStringLiteral("10-09T12:00 10-09T13:30 0 午休"),
      QStringLiteral("10-09T13:30 10-09T14:00 30 服务时间"),
      QStringLiteral("10-09T14:00 10-09T16:00 0 暂停 · 等业主发缴费截图"),
      QStringLiteral("10-09T16:00 10-09T18:00 120 服务时间"),
      QStringLiteral("10-09T18:00 10-10T08:30 0 夜间"),
      QStringLiteral("10-10T08:30 10-10T10:12 102 补班 · 国庆调休"),
      QStringLiteral("10-10T10:12 10-10T12:00 108 补班 · 国庆调休"),
      QStringLiteral("10-10T12:00 10-10T13:30 0 午休"),
      QStringLiteral("10-10T13:30 10-10T18:00 270 补班 · 国庆调休"),
      QStringLiteral("10-10T18:00 10-11T00:00 0 夜间"),
      QStringLiteral("10-11T00:00 10-12T00:00 0 周末"),
  };
  CHECK(rowsOf(account).mid(0, expected.size()).join(u'\n') == expected.join(u'\n'));
  CHECK(account.countedSeconds == 2880 * 60);
  CHECK(minuteText(account.segments.back().to) == QStringLiteral("2026-10-14T18:00"));
  CHECK(account.pausedShare == Approx(120.0 / 3000));
  CHECK(account.calendarText == QStringLiteral("日历「工作日」2026 第 1 版"));
  CHECK(account.sentence ==
        QStringLiteral("普通，48 个服务小时，日历「工作日」，从 09-30 周三 16:00 "
                       "起算。一天计 8 小时：08:30–12:00 和 13:30–18:00。"));
  const Milestone resolve = milestone(referenceEngine(), input, "resolve", at("2026-10-10T10:12"));
  CHECK(resolve.usedSeconds == 1062 * 60);
  CHECK(resolve.remainingSeconds == 1818 * 60);
}

TEST_CASE("accounts of working days, of 红 and of a changed level", "[domain]") {
  const MilestoneEngine& engine = referenceEngine();
  const MilestoneInput plan = ticket("橙", "2026-03-10T10:00");
  const Account days = engine.account(plan, QStringLiteral("plan"), plan.received);
  CHECK(rowsOf(days).front() == QStringLiteral("03-10T10:00 03-11T00:00 0 受理当日不计入工作日"));
  CHECK(days.countedSeconds == 3 * 8 * 3600);
  const MilestoneInput red = ticket("红", "2026-03-10T23:40", "pause@2026-03-10T23:45");
  const Account wall = engine.account(red, QStringLiteral("onsite"), at("2026-03-10T23:50"));
  CHECK(rowsOf(wall) == QStringList{
                            QStringLiteral("03-10T23:40 03-10T23:45 5 全天计时"),
                            QStringLiteral("03-10T23:45 03-10T23:50 5 暂停（照常计时）"),
                            QStringLiteral("03-10T23:50 03-11T00:10 20 暂停（照常计时）"),
                        });
  const MilestoneInput changed = ticket("黄", "2026-03-10T09:00", "level:红@2026-03-10T09:10");
  const Account raised = engine.account(changed, QStringLiteral("onsite"), at("2026-03-10T09:10"));
  CHECK(rowsOf(raised) == QStringList{
                              QStringLiteral("03-10T09:00 03-10T09:10 10 全天计时"),
                              QStringLiteral("03-10T09:10 03-10T09:10 0 级别改为红 "
                                             "紧急，按新口径从受理起重算"),
                              QStringLiteral("03-10T09:10 03-10T09:30 20 全天计时"),
                          });
}

TEST_CASE("a missing year is counted as wall clock and said", "[domain]") {
  const MilestoneInput input = ticket("黄", "2026-12-31T17:00");
  const Account account =
      referenceEngine().account(input, QStringLiteral("M4"), at("2026-12-31T17:00"));
  CHECK(rowsOf(account).back() ==
        QStringLiteral("01-01T00:00 01-01T03:00 180 缺 2027 年放假通知，按全天计时"));
  CHECK(account.missingYears == std::vector<int>{2027});
  CHECK(account.sentence.contains(QStringLiteral("2027 年的放假通知还没有导入")));
}

TEST_CASE("next due is the earliest that still needs a person", "[domain]") {
  const auto next = [](const char* events, const char* now) {
    const auto due = referenceEngine().nextDue(ticket("黄", "2026-03-10T09:00", events), at(now));
    return due ? QString(due->id % u" " % minuteText(due->due)) : QStringLiteral("-");
  };
  CHECK(next("", "2026-03-10T09:01") == QStringLiteral("M1 2026-03-10T09:05"));
  const char* greeted = "confirmed@2026-03-10T09:01 told@2026-03-10T09:02";
  CHECK(next(greeted, "2026-03-10T09:03") == QStringLiteral("M3 2026-03-10T11:00"));
  CHECK(next(greeted, "2026-03-10T12:03") == QStringLiteral("M3 2026-03-10T11:00"));
  CHECK(next("confirmed@2026-03-10T09:01 told@2026-03-10T09:02 informed@2026-03-10T11:30",
             "2026-03-10T12:03") == QStringLiteral("onsite 2026-03-10T18:00"));
  CHECK(next("solved@2026-03-10T12:00", "2026-03-10T12:03") ==
        QStringLiteral("callback 2026-03-13T12:00"));
  CHECK(next("solved@2026-03-10T12:00 calledback@2026-03-12T12:00", "2026-03-12T12:03") ==
        QStringLiteral("-"));
}

TEST_CASE("the owner hears what and when, never how we count", "[domain]") {
  const MilestoneInput input = ticket("黄", "2026-10-09T16:00");
  const Instant now = at("2026-10-09T16:02");
  const Milestone resolve = milestone(referenceEngine(), input, "resolve", now);
  CHECK(ownerSentence(resolve,
                      {QStringLiteral("王老师"), QStringLiteral("张师傅今天 17:00 上门更换配件")},
                      now) ==
        QStringLiteral("王老师，张师傅今天 17:00 上门更换配件；最晚 10-16 周五 16:00 前给您办好，"
                       "提前了我第一时间告诉您。"));
  for (const Milestone& each : referenceEngine().milestones(input, now)) {
    const QString sentence = ownerSentence(each, {}, now);
    for (const char* word : {"不计时", "午休", "周末", "服务时间", "工作日", "尽快", "稍后"}) {
      CHECK_FALSE(sentence.contains(QString::fromUtf8(word)));
    }
    CHECK(sentence.isEmpty() == (each.state != MilestoneState::Running));
  }
  const Milestone onsite = milestone(referenceEngine(), input, "onsite", now);
  CHECK(ownerSentence(onsite, {}, now) ==
        QStringLiteral("我们最晚 今天 18:00 前安排师傅到现场，提前了我第一时间告诉您。"));
  CHECK(ownerSentence(onsite, {}, at("2026-10-09T19:00")).isEmpty());
}

TEST_CASE("the command line's JSON has the promised fields", "[domain]") {
  const MilestoneInput input =
      ticket("黄", "2026-03-10T09:00", "confirmed@2026-03-10T09:01 told@2026-03-10T09:02");
  const QJsonArray all = milestonesJson(referenceEngine(), input, at("2026-03-10T09:30"));
  REQUIRE(all.size() == 10);
  const QJsonObject m1 = all[0].toObject();
  CHECK(m1[u"id"].toString() == QStringLiteral("M1"));
  CHECK(m1[u"name"].toString() == QStringLiteral("黄金5分钟"));
  CHECK(m1[u"due"].toString() == QStringLiteral("2026-03-10T09:05:00+08:00"));
  CHECK(m1[u"met"].toString() == QStringLiteral("2026-03-10T09:02:00+08:00"));
  CHECK(m1[u"state"].toString() == QStringLiteral("met"));
  CHECK(m1[u"remainingSeconds"].isNull());
  const QJsonObject m3 = all[2].toObject();
  CHECK(m3[u"met"].isNull());
  CHECK(m3[u"remainingSeconds"].toInteger() == 90 * 60);
  const QJsonObject row = m3[u"segments"].toArray()[0].toObject();
  CHECK(row[u"from"].toString() == QStringLiteral("2026-03-10T09:00:00+08:00"));
  CHECK(row[u"counted"].toInteger() == 30);
  CHECK(row[u"countedSeconds"].toInteger() == 1800);
  CHECK(row[u"reason"].toString() == QStringLiteral("服务时间"));
  CHECK(all[5].toObject()[u"due"].isNull());
  CHECK(all[5].toObject()[u"state"].toString() == QStringLiteral("not_applicable"));
}

TEST_CASE("events of the command line are read strictly", "[domain]") {
  const Fact pause = *factFromCli(u"pause@2026-03-10T09:00..2026-03-10T10:00");
  CHECK(pause.expectedEnd == at("2026-03-10T10:00"));
  CHECK(factFromCli(u"level:紧急@2026-03-10T09:00")->level == Level::Red);
  const char* event =
      GENERATE("", "told", "@2026-03-10T09:00", "tolled@2026-03-10T09:00", "told@yesterday",
               "level@2026-03-10T09:00", "level:蓝@2026-03-10T09:00", "agreed@2026-03-10T09:00",
               "told@2026-03-10T09:00..2026-03-10T10:00", "pause@2026-03-10T09:00..",
               "category@2026-03-10T09:00", "pause@2026-03-10T09:00..2026-03-10T08:00");
  CHECK_FALSE(factFromCli(QString::fromUtf8(event)).has_value());
}

TEST_CASE("a request with an unknown word is refused", "[domain]") {
  const QString received = QStringLiteral("2026-03-10T09:00");
  CHECK_FALSE(inputFromCli(QStringLiteral("蓝"), received, {}, {}, {}).has_value());
  CHECK_FALSE(inputFromCli(QStringLiteral("红"), QStringLiteral("now"), {}, {}, {}).has_value());
  CHECK_FALSE(
      inputFromCli(QStringLiteral("红"), received, {}, {}, QStringLiteral("鸽子")).has_value());
  CHECK_FALSE(inputFromCli(QStringLiteral("红"), received,
                           {QStringLiteral("told@2026-03-10T08:00")}, {}, {})
                  .has_value());
  const auto message = inputFromCli(QStringLiteral("红"), received, {}, QStringLiteral("attitude"),
                                    QStringLiteral("微信"));
  REQUIRE(message.has_value());
  CHECK_FALSE(message->liveCall);
  CHECK(message->attitude);
}
