// SPDX-License-Identifier: GPL-3.0-or-later
// The wall: nothing typed by or about a person stands on it, what is old looks old, and every line
// can be read from six metres.
#include "ui/wallboard/tv_board.h"

#include <QImage>
#include <QPainter>

#include "core/service/starter_files.h"
#include "tests/ui/parts_fixture.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

const Starter& starter() {
  static const Starter read = [] {
    auto made = wallStarter();
    REQUIRE(made);
    return *made;
  }();
  return read;
}

FloorRow risk(uint number, Level level, const char* category, const char* place, int seconds) {
  FloorRow row;
  row.id = idOf<TicketId>(number);
  row.number = QStringLiteral("20742131");
  row.level = level;
  row.category = QLatin1String(category);
  // What a person may have typed, with a name, a number and a room in it.
  row.title = QStringLiteral("王秀兰13812341234家里");
  row.place = QString::fromUtf8(place);
  row.holderName = QStringLiteral("张建忠");
  row.department = QStringLiteral("engineering");
  row.due = at(QStringLiteral("2026-03-10T14:26:00")) + std::chrono::seconds{seconds};
  row.milestone = QStringLiteral("onsite");
  row.reasonSince = at(QStringLiteral("2026-03-10T13:39:00"));
  return row;
}

FloorWall wallAt(Instant now) {
  FloorWall wall;
  wall.floorAt = now;
  wall.floor.takenAt = now;
  wall.floor.open = 84;
  wall.floor.late = 3;
  wall.communities = {QStringLiteral("江畔里"), QStringLiteral("云杉府")};
  wall.floor.atRisk = {{risk(1, Level::Red, "repair.lift.trapped", "江畔里 7栋1单元1502", 252),
                        risk(2, Level::Red, "repair.water.burst_common", "云杉府 3栋2单元", 515),
                        risk(3, Level::Orange, "security.access.face_fail", "云杉府 5栋", 860),
                        risk(4, Level::Yellow, "fees.property.mismatch", "王秀兰家楼下", 1145),
                        risk(5, Level::Yellow, "neighbours.noise.renovation", "江畔里 2栋", 1600)},
                       5};
  wall.floor.notTaken = {{risk(6, Level::Yellow, "repair.water.outage_area", "江畔里 2栋", 3000)},
                         3};
  wall.floor.urgent = {{risk(1, Level::Red, "repair.lift.trapped", "江畔里 7栋", 252)}, 2};
  wall.floor.promises = {18, 11, 12, now + std::chrono::minutes{14}};
  wall.floor.promised.count = 6;
  wall.floor.groups = {{risk(7, Level::Yellow, "repair.water.outage_area", "江畔里 2栋", 3000)}, 1};
  wall.floor.groups.rows[0].note = QStringLiteral("3");
  wall.isJoined = true;
  wall.statesAt = now;
  for (const char* state : {"call", "call", "call", "wrapup", "idle", "idle", "busy.rest", "out"}) {
    wall.states << QLatin1String(state);
    wall.since << now;
  }
  return wall;
}

QStringList wordsOf(const TvBoard& board) {
  QStringList words;
  for (const WallTile& tile : board.tiles()) {
    words << tile.title << tile.value << tile.chip << tile.target << tile.change << tile.note
          << tile.role << tile.verb;
  }
  for (const WallLine& line : board.lines()) {
    words << line.matter << line.place << line.clock << line.role << line.what;
  }
  return words;
}

QImage pictureOf(TvBoard& board, const QSize& size) {
  board.resize(size);
  QImage image(size, QImage::Format_RGB32);
  board.render(&image);
  return image;
}

}  // namespace

TEST_CASE("nothing about a person stands on the wall", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  board.set(wallAt(now));
  board.tick(now);
  REQUIRE(board.lines().size() == 5);
  const QString all = wordsOf(board).join(u'|');
  INFO(all.toStdString());
  for (const char* private_ : {"王", "秀兰", "138", "1502", "单元", "张建忠", "2074", "家楼下"}) {
    CHECK_FALSE(all.contains(QString::fromUtf8(private_)));
  }
  CHECK(board.lines()[0].place == QStringLiteral("江畔里 7栋"));
  // A place that begins with no community may be a person's words, and is left out whole.
  CHECK(board.lines()[3].place.isEmpty());
  CHECK(board.lines()[0].matter == starter().category(QStringLiteral("repair.lift.trapped"))->name);
  CHECK(wallPlace(QStringLiteral("云杉府"), {QStringLiteral("云杉府")}) ==
        QStringLiteral("云杉府"));
  CHECK(wallPlace(QStringLiteral("3栋"), {}).isEmpty());
}

TEST_CASE("what is older than four seconds is stale, each tile by its own age", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  // Before anything was read all of it is stale.
  board.tick(now);
  CHECK(board.staleCount() == 6);
  CHECK(board.tiles()[0].value == QStringLiteral("—"));
  board.set(wallAt(now));
  board.tick(now + std::chrono::seconds{4});
  CHECK(board.staleCount() == 0);
  const QImage fresh = pictureOf(board, {960, 540});
  board.tick(now + std::chrono::milliseconds{4001});
  CHECK(board.staleCount() == 6);
  const QImage stale = pictureOf(board, {960, 540});
  CHECK(fresh != stale);
  // No saturated colour is left of a wall that tells nothing: grey alone.
  int coloured = 0;
  for (int y = 60; y < stale.height(); y += 2) {
    for (int x = 0; x < stale.width(); x += 2) {
      const QColor point = stale.pixelColor(x, y);
      coloured += point.saturation() > 140 && point.value() > 120 ? 1 : 0;
    }
  }
  CHECK(coloured == 0);
  // The agents' word alone is old.
  FloorWall half = wallAt(now + std::chrono::seconds{38});
  half.statesAt = now;
  board.set(half);
  board.tick(now + std::chrono::seconds{38});
  CHECK(board.staleCount() == 1);
  CHECK(board.isStale(4));
  // And it comes back by itself.
  board.set(wallAt(now + std::chrono::seconds{39}));
  board.tick(now + std::chrono::seconds{39});
  CHECK(board.staleCount() == 0);
}

TEST_CASE("tiles say who does what, and remember the full hour", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant before = at(QStringLiteral("2026-03-10T13:58:00"));
  FloorWall early = wallAt(before);
  early.floor.atRisk.count = 3;
  board.tick(before);
  board.set(early);
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  board.tick(now);
  board.set(wallAt(now));
  board.tick(now);
  const WallTile& risk = board.tiles()[0];
  CHECK(risk.value == QStringLiteral("5"));
  CHECK(risk.health == WallHealth::Bad);
  CHECK(risk.change == QStringLiteral("↑ 2 比 14:00"));
  CHECK(board.tiles()[1].health == WallHealth::Watch);
  CHECK(board.tiles()[2].target == QStringLiteral("承诺兑现 11/12"));
  CHECK(board.tiles()[4].value == QStringLiteral("2"));
  for (const WallTile& tile : board.tiles()) {
    CHECK_FALSE(tile.title.isEmpty());
    CHECK_FALSE(tile.role.isEmpty());
  }
  FloorWall alone = wallAt(now);
  alone.isJoined = false;
  alone.states.clear();
  board.set(alone);
  CHECK(board.tiles()[4].value == QStringLiteral("—"));
}

TEST_CASE("the wall fills 1080p and 4K alike", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  board.set(wallAt(now));
  board.tick(now);
  const QImage small = pictureOf(board, {1920, 1080});
  const QImage large = pictureOf(board, {3840, 2160});
  // The same picture, twice as fine.
  const QImage back = large.scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  qint64 apart = 0;
  for (int y = 0; y < small.height(); y += 4) {
    for (int x = 0; x < small.width(); x += 4) {
      apart += std::abs(qGray(small.pixel(x, y)) - qGray(back.pixel(x, y)));
    }
  }
  CHECK(static_cast<double>(apart) / (480 * 270) < 6);
}
