// SPDX-License-Identifier: GPL-3.0-or-later
// What is told to the shift leader: news once, in their order, and not too often aloud.
#include <catch2/catch.hpp>

#include "core/base/random.h"
#include "core/insight/floor_alerts.h"

using namespace yingda;

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

const Instant noon = instantFromMs(1'773'100'800'000);

FloorRow row(int number, Instant since = noon) {
  FloorRow one;
  one.id = TicketId(QUuid::createUuidV5(QUuid(), QString::number(number)));
  one.number = QString::number(number);
  one.reasonSince = since;
  return one;
}

FloorSnapshot floorAt(Instant now) {
  FloorSnapshot floor;
  floor.takenAt = now;
  return floor;
}

std::vector<std::pair<AlertCause, QString>> told(const std::vector<FloorAlert>& alerts) {
  std::vector<std::pair<AlertCause, QString>> words;
  words.reserve(alerts.size());
  for (const FloorAlert& one : alerts) words.emplace_back(one.cause, one.number);
  return words;
}

}  // namespace

TEST_CASE("what is there at the first look is no news, what comes is told once", "[insight]") {
  AlertWatch watch;
  FloorSnapshot floor = floorAt(noon);
  floor.atRisk.rows = {row(1)};
  CHECK(watch.look(floor).empty());
  floor = floorAt(noon + seconds(5));
  floor.atRisk.rows = {row(1), row(2)};
  floor.urgent.rows = {row(3)};
  CHECK(told(watch.look(floor)) ==
        std::vector<std::pair<AlertCause, QString>>{{AlertCause::Urgent, QStringLiteral("3")},
                                                    {AlertCause::RunsOut, QStringLiteral("2")}});
  CHECK(watch.look(floor).empty());
  // Urgent and running out at once is one sentence, and no second one later.
  floor.atRisk.rows.push_back(row(4));
  floor.urgent.rows.push_back(row(4));
  CHECK(told(watch.look(floor)) ==
        std::vector<std::pair<AlertCause, QString>>{{AlertCause::Urgent, QStringLiteral("4")}});
  CHECK(watch.look(floor).empty());
  // Another person at the seat begins anew.
  watch.forget();
  CHECK(watch.look(floor).empty());
}

TEST_CASE("what stands behind the shown rows is news as well, and none when it moves up",
          "[insight]") {
  AlertWatch watch;
  FloorSnapshot floor = floorAt(noon);
  for (int i = 0; i < floorListMost; ++i) floor.urgent.rows.push_back(row(i));
  floor.urgent.rest = {row(100).id};
  CHECK(watch.look(floor).empty());
  // One more behind all the late ones.
  floor = floorAt(noon + seconds(5));
  for (int i = 0; i < floorListMost; ++i) floor.urgent.rows.push_back(row(i));
  floor.urgent.rest = {row(100).id, row(101).id};
  const auto news = watch.look(floor);
  REQUIRE(news.size() == 1);
  CHECK(news[0].ticket == row(101).id);
  CHECK(news[0].number.isEmpty());
  // The first ones are done with, and the two move up: they were told.
  floor = floorAt(noon + seconds(10));
  for (int i = 2; i < floorListMost; ++i) floor.urgent.rows.push_back(row(i));
  floor.urgent.rows.push_back(row(100));
  floor.urgent.rows.push_back(row(101));
  CHECK(watch.look(floor).empty());
}

TEST_CASE("what the radar sees is told once, also while it grows", "[insight]") {
  AlertWatch watch;
  CHECK(watch.look(floorAt(noon)).empty());
  FloorProposal lift;
  lift.tickets = {row(1).id, row(2).id};
  lift.title = QStringLiteral("电梯停运");
  lift.place = QStringLiteral("云杉府 6栋");
  FloorSnapshot floor = floorAt(noon + seconds(5));
  floor.proposals = {lift};
  const auto news = watch.look(floor);
  REQUIRE(news.size() == 1);
  CHECK(news[0].cause == AlertCause::GroupSeen);
  CHECK(news[0].title == QStringLiteral("云杉府 6栋 电梯停运"));
  lift.tickets << row(3).id;
  floor.proposals = {lift};
  CHECK(watch.look(floor).empty());
}

TEST_CASE("what nobody takes up is told after a quarter of an hour", "[insight]") {
  AlertWatch watch;
  watch.look(floorAt(noon));
  FloorSnapshot floor = floorAt(noon + notTakenAfter - seconds(1));
  floor.notTaken.rows = {row(1)};
  CHECK(watch.look(floor).empty());
  floor.takenAt = noon + notTakenAfter;
  CHECK(told(watch.look(floor)) ==
        std::vector<std::pair<AlertCause, QString>>{{AlertCause::NotTaken, QStringLiteral("1")}});
}

TEST_CASE("what comes and goes is one matter, and after half an hour away a new one", "[insight]") {
  AlertWatch watch;
  watch.look(floorAt(noon));
  const auto with = [](Instant at) {
    FloorSnapshot floor = floorAt(at);
    floor.atRisk.rows = {row(1)};
    return floor;
  };
  CHECK(watch.look(with(noon + minutes(1))).size() == 1);
  CHECK(watch.look(floorAt(noon + minutes(2))).empty());
  CHECK(watch.look(with(noon + minutes(30))).empty());
  CHECK(watch.look(floorAt(noon + minutes(61))).empty());
  CHECK(watch.look(with(noon + minutes(62))).size() == 1);
}

TEST_CASE("a sound has its pause, a shorter one when it is urgent, and none while muted",
          "[insight]") {
  AlertWatch watch;
  const std::vector<FloorAlert> late{{AlertCause::RunsOut, {}, {}, {}, Level::Yellow, {}}};
  const std::vector<FloorAlert> urgent{{AlertCause::Urgent, {}, {}, {}, Level::Red, {}}};
  CHECK_FALSE(watch.isHeard({}, noon));
  CHECK(watch.isHeard(late, noon));
  CHECK_FALSE(watch.isHeard(late, noon + quietBetween - seconds(1)));
  CHECK_FALSE(watch.isHeard(urgent, noon + quietBetweenUrgent - seconds(1)));
  CHECK(watch.isHeard(urgent, noon + quietBetweenUrgent));
  CHECK_FALSE(watch.isHeard(late, noon + quietBetweenUrgent + quietBetween - seconds(1)));
  CHECK(watch.isHeard(late, noon + quietBetweenUrgent + quietBetween));
  watch.mute(noon + minutes(30));
  CHECK_FALSE(watch.isHeard(urgent, noon + minutes(29)));
  CHECK(watch.isHeard(urgent, noon + minutes(30)));
  // A clock put back keeps nothing silent.
  watch.mute({});
  CHECK(watch.isHeard(late, noon - minutes(5)));
}
