// SPDX-License-Identifier: GPL-3.0-or-later
// When many homes tell of one cause, and when it only looks so.
#include "core/assist/group_radar.h"

#include <catch2/catch.hpp>

#include "core/assist/usual_rate.h"
#include "core/base/random.h"

using namespace yingda;

namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Instant evening = *instantFromIso(u"2026-03-10T19:00");

Report told(const QString& place, const QString& category, const QString& text, Instant at,
            const QString& project = QStringLiteral("云杉府")) {
  Report report;
  report.project = project;
  report.place = parseAddress(place);
  report.category = category;
  report.at = at;
  report.words = WordVector(text);
  return report;
}

const QString lift = QStringLiteral("repair.lift.stopped");
const QString noWater = QStringLiteral("repair.water.outage_area");

struct Row {
  const char* why;
  std::vector<Report> reports;
  int alertAt;  ///< position of the report that raises the alert, from 1; 0: none does
  GroupScope scope;
  QString place;
};

Report liftOf(const QString& place, int minute) {
  return told(place, lift, u"电梯停了"_qs, evening + minutes(minute));
}

}  // namespace

TEST_CASE("the radar tells of an event once, and of the narrowest place that explains it",
          "[assist]") {
  const std::vector<Row> rows{
      {"three homes of a stair within half an hour",
       {liftOf(u"3-2-1502"_qs, 0), liftOf(u"3-2-801"_qs, 12), liftOf(u"3-2-2204"_qs, 25),
        liftOf(u"3-2-604"_qs, 40)},
       3,
       GroupScope::Lift,
       u"3栋2单元"_qs},
      {"one home that calls four times is one home",
       {liftOf(u"3-2-1502"_qs, 0), liftOf(u"3-2-1502"_qs, 5), liftOf(u"3-2-1502"_qs, 9),
        liftOf(u"3-2-1502"_qs, 30)},
       0,
       GroupScope::Unit,
       {}},
      {"the same door of three floors shares a pipe",
       {told(u"3-2-1502"_qs, u"repair.water.drain_blocked"_qs, u"下水堵了往上返"_qs, evening),
        told(u"3-2-1402"_qs, u"repair.water.drain_blocked"_qs, u"厨房返水"_qs,
             evening + minutes(20)),
        told(u"3-2-302"_qs, u"repair.water.sewage_overflow"_qs, u"污水返上来"_qs,
             evening + minutes(45))},
       3,
       GroupScope::Riser,
       u"3栋2单元-02"_qs},
      {"a building, filed under two leaves of one family",
       {told(u"5-1-101"_qs, noWater, u"停水了"_qs, evening),
        told(u"5-2-903"_qs, u"repair.water.low_pressure"_qs, u"水压很小"_qs, evening + minutes(6)),
        told(u"5-1-1204"_qs, noWater, u"没水了"_qs, evening + minutes(11))},
       3,
       GroupScope::Building,
       u"5栋"_qs},
      {"other projects have other causes",
       {told(u"3-2-1502"_qs, lift, u"电梯停了"_qs, evening, u"云杉府"_qs),
        told(u"3-2-1502"_qs, lift, u"电梯停了"_qs, evening + minutes(4), u"江畔里"_qs),
        told(u"3-2-1502"_qs, lift, u"电梯停了"_qs, evening + minutes(9), u"和苑"_qs)},
       0,
       GroupScope::Unit,
       {}},
      {"a stair within half an hour, about three unlike things",
       {told(u"3-2-1502"_qs, lift, u"电梯停了"_qs, evening),
        told(u"3-2-801"_qs, u"fees.bill.invoice"_qs, u"想补开一张发票"_qs, evening + minutes(9)),
        told(u"3-2-2204"_qs, u"environment.pest.rats"_qs, u"看见老鼠"_qs, evening + minutes(20))},
       0,
       GroupScope::Unit,
       {}},
      {"a garage has no building",
       {told(u"地下车库"_qs, u"repair.water.garage_flood"_qs, u"车库进水"_qs, evening),
        told(u"地下车库"_qs, u"repair.water.garage_flood"_qs, u"车库进水"_qs, evening)},
       0,
       GroupScope::Building,
       {}},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    GroupRadar radar;
    int alertAt = 0;
    int event = 0;
    for (size_t i = 0; i < row.reports.size(); ++i) {
      const GroupVerdict verdict = radar.add(static_cast<qint64>(i), row.reports[i]);
      if (verdict.isAlert) {
        CHECK(alertAt == 0);
        alertAt = static_cast<int>(i) + 1;
        event = verdict.event;
        REQUIRE(verdict.finding);
        CHECK(verdict.finding->scope == row.scope);
        CHECK(verdict.finding->place == row.place);
        CHECK(verdict.finding->homes == alertAt);
        CHECK(verdict.finding->of.size() == static_cast<size_t>(alertAt));
        CHECK(verdict.finding->chance < 1e-4);
      } else if (event != 0) {
        CHECK(verdict.event == event);
      }
    }
    CHECK(alertAt == row.alertAt);
  }
}

TEST_CASE("an event grows from a stair to its building and stays one", "[assist]") {
  GroupRadar radar;
  int alerts = 0;
  int last = 0;
  const char16_t* places[] = {u"5-1-101", u"5-1-903", u"5-1-1204", u"5-2-402", u"5-2-1501"};
  for (int i = 0; i < 5; ++i) {
    const auto verdict = radar.add(
        i, told(QString::fromUtf16(places[i]), noWater, u"停水了"_qs, evening + minutes(7 * i)));
    alerts += verdict.isAlert ? 1 : 0;
    last = verdict.event;
  }
  CHECK(alerts == 1);
  CHECK(last == 1);
  // After three quiet days it is another one.
  const auto later = radar.add(9, told(u"5-1-101"_qs, noWater, u"停水了"_qs, evening + hours(80)));
  CHECK(later.event == 0);
}

TEST_CASE("looking changes nothing, and says what taking in would say", "[assist]") {
  GroupRadar radar;
  radar.add(1, liftOf(u"3-2-1502"_qs, 0));
  radar.add(2, liftOf(u"3-2-801"_qs, 12));
  const Report third = liftOf(u"3-2-2204"_qs, 25);
  const GroupVerdict seen = radar.look(third);
  CHECK(seen == radar.look(third));
  CHECK(seen.isAlert);
  const GroupVerdict taken = radar.add(3, third);
  CHECK(taken.isAlert);
  CHECK(taken.finding->homes == seen.finding->homes);
  CHECK(taken.finding->chance == seen.finding->chance);
}

TEST_CASE("where something comes every day, three of it are no event", "[assist]") {
  GroupRadar radar;
  SeededRandom random(7);
  int alerts = 0;
  const auto any = [&random](int bound) {
    return static_cast<int>(random.below(static_cast<quint64>(bound)));
  };
  // One busy project: forty reports of one leaf a day from anywhere in it, for two months.
  for (int day = 0; day < 60; ++day) {
    std::vector<Instant> times;
    times.reserve(40);
    for (int i = 0; i < 40; ++i) times.push_back(evening + hours(24 * day) + minutes(any(1440)));
    std::sort(times.begin(), times.end());
    for (const Instant at : times) {
      const QString place = QStringLiteral("%1-%2-%3%4")
                                .arg(1 + any(20))
                                .arg(1 + any(3))
                                .arg(1 + any(25))
                                .arg(1 + any(4), 2, 10, QLatin1Char('0'));
      const auto verdict = radar.add(day, told(place, u"repair.smart.app"_qs, u"连不上"_qs, at));
      if (day >= 7 && verdict.isAlert) ++alerts;
    }
  }
  // 2,120 reports after the first week.
  CHECK(alerts <= 2);
}

TEST_CASE("a busy project is learned although it began with alarms", "[assist]") {
  // 144 reports a day of ten matters in one project: in the first days all of it looks unusual.
  GroupRadar radar;
  SeededRandom random(3);
  const auto any = [&random](int bound) {
    return static_cast<int>(random.below(static_cast<quint64>(bound)));
  };
  int members = 0;
  int alerts = 0;
  Instant at = evening;
  for (int i = 0; i < 4000; ++i) {
    at += std::chrono::seconds(any(1200));
    const QString place = QStringLiteral("%1-%2-%3%4")
                              .arg(1 + any(20))
                              .arg(1 + any(3))
                              .arg(1 + any(30))
                              .arg(1 + any(4), 2, 10, QLatin1Char('0'));
    const QString leaf = QStringLiteral("repair.door.leaf%1").arg(any(10));
    const auto verdict = radar.add(i, told(place, leaf, leaf, at));
    if (i < 1000) continue;
    members += verdict.event != 0 ? 1 : 0;
    alerts += verdict.isAlert ? 1 : 0;
  }
  CHECK(alerts <= 6);
  CHECK(members <= 60);
}

TEST_CASE("the tail of the Poisson distribution", "[assist]") {
  CHECK(poissonTail(0, 3) == 1);
  CHECK(poissonTail(1, 0) == 0);
  CHECK(poissonTail(1, 0.5) == Approx(1 - std::exp(-0.5)));
  CHECK(poissonTail(3, 2) == Approx(1 - std::exp(-2.0) * (1 + 2 + 2)));
  CHECK(poissonTail(2, 1e-6) == Approx(5e-13).epsilon(1e-3));
  CHECK(poissonTail(5, 100) == Approx(1.0));
}

TEST_CASE("a place without a history is taken for one of its sort, and its own history wins",
          "[assist]") {
  UsualRate usual;
  const Instant begin = *instantFromIso(u"2026-01-05T00:00");
  for (int hour = 0; hour < 24 * 60; ++hour) {
    const Instant at = begin + hours(hour);
    usual.noteArrival(u"p"_qs, at);
    usual.noteMatter({}, at);
    usual.noteMatter(u"m"_qs, at);
    const QString place = hour % 4 == 0 ? u"quiet"_qs : u"busy"_qs;
    usual.notePlace(3, place, u"m"_qs, at);
  }
  const Instant now = begin + hours(24 * 60);
  const double busy = usual.rate({3, u"busy"_qs, u"m"_qs, 0.5, u"p"_qs}, now);
  const double quiet = usual.rate({3, u"quiet"_qs, u"m"_qs, 0.5, u"p"_qs}, now);
  const double fresh = usual.rate({3, u"new"_qs, u"m"_qs, 0.5, u"joined today"_qs}, now);
  CHECK(busy == Approx(0.75).epsilon(0.1));
  CHECK(quiet == Approx(0.25).epsilon(0.1));
  // What is unknown is doubted: never below the mean of its sort.
  CHECK(fresh >= 1.0 / (2 + 16));
  CHECK(fresh < busy);
}

TEST_CASE("busy hours of the week weigh more than quiet ones", "[assist]") {
  UsualRate usual;
  const Instant begin = *instantFromIso(u"2026-01-05T00:00");
  for (int day = 0; day < 200; ++day) {
    for (int i = 0; i < 20; ++i) usual.noteArrival(u"p"_qs, begin + hours(24 * day + 19));
    usual.noteArrival(u"p"_qs, begin + hours(24 * day + 20));
  }
  const Instant monday = begin + hours(24 * 210);
  CHECK(usual.weight(monday + hours(20), hours(1)) > 4);
  CHECK(usual.weight(monday + hours(4), hours(1)) < 0.5);
  CHECK(usual.weight(monday + hours(20), hours(24)) == Approx(24).epsilon(0.2));
}
