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
                       5,
                       {}};
  wall.floor.notTaken = {
      {risk(6, Level::Yellow, "repair.water.outage_area", "江畔里 2栋", 3000)}, 3, {}};
  wall.floor.urgent = {{risk(1, Level::Red, "repair.lift.trapped", "江畔里 7栋", 252)}, 2, {}};
  wall.floor.promises = {18, 11, 12, now + std::chrono::minutes{14}};
  wall.floor.promised.count = 6;
  wall.floor.groups = {
      {risk(7, Level::Yellow, "repair.water.outage_area", "江畔里 2栋", 3000)}, 1, {}};
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

TEST_CASE("after the clock was set back nothing is fresh until it is told anew", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  board.set(wallAt(now));
  board.tick(now);
  REQUIRE(board.staleCount() == 0);
  // A reader that hangs from here on is not hidden by the clock.
  board.tick(now - std::chrono::minutes{10});
  CHECK(board.staleCount() == 6);
  board.tick(now - std::chrono::milliseconds{400});
  CHECK(board.staleCount() == 0);
  board.set(wallAt(now - std::chrono::minutes{10}));
  board.tick(now - std::chrono::minutes{10});
  CHECK(board.staleCount() == 0);
}

TEST_CASE("agents of whom nothing was heard are unknown, and nobody is called in for them",
          "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  FloorWall wall = wallAt(now);
  wall.states.clear();
  wall.since.clear();
  wall.statesAt = {};
  board.set(wall);
  board.tick(now);
  const WallTile& agents = board.tiles()[4];
  CHECK(board.isStale(4));
  CHECK(agents.value == QStringLiteral("—"));
  CHECK(agents.health == WallHealth::Fine);
  CHECK(agents.verb.isEmpty());
  // Heard a moment ago, and nobody is idle: that is another matter.
  wall.statesAt = now;
  board.set(wall);
  board.tick(now);
  CHECK(board.tiles()[4].value == QStringLiteral("0"));
  CHECK(board.tiles()[4].health == WallHealth::Watch);
}

TEST_CASE("the rows of a standby say how old they are, and are stale when they are too old",
          "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  FloorWall wall = wallAt(now);
  wall.isStandby = true;
  wall.floorAt = now - std::chrono::seconds{3};
  board.set(wall);
  board.tick(now);
  CHECK(board.staleCount() == 0);
  CHECK(board.stateText() == QStringLiteral("◆ 备机，至多 3 秒前"));
  wall.floorAt = now - std::chrono::seconds{12};
  board.set(wall);
  board.tick(now);
  CHECK(board.staleCount() == 5);
  CHECK(board.stateText() == QStringLiteral("○ 备机，至多 12 秒前"));
}

TEST_CASE("a wall that has stopped shows how it stood when it stopped", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  board.set(wallAt(now));
  board.tick(now);
  const std::vector<WallLine> before = board.lines();
  REQUIRE(before.size() == 5);
  board.tick(now + std::chrono::minutes{20});
  CHECK(board.lines() == before);
}

TEST_CASE("what is urgent says what and since when", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  FloorWall wall = wallAt(now);
  wall.floor.urgent.rows[0].reason = RiskReason::NotTaken;
  wall.floor.urgent.rows[0].reasonSince = now - std::chrono::minutes{26};
  board.set(wall);
  board.tick(now);
  const QString matter = starter().category(QStringLiteral("repair.lift.trapped"))->name;
  CHECK(board.tiles()[5].evidence == QStringList{matter + QStringLiteral(" · 已派 26 分")});
}

TEST_CASE("every text on the wall can be read at six metres, and none is cut", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  // A sign is read as far away as three hundred times its letters' height, here on 55 inches.
  constexpr double screenHeight = 55 * 25.4 * 9 / 18.358;
  constexpr double smallest = 6000.0 / 300 * 1080 / screenHeight;
  const auto look = [&](const FloorWall& wall, Instant at) {
    board.set(wall);
    board.tick(at);
    (void)pictureOf(board, {1920, 1080});
    INFO(board.cutTexts().join(u'|').toStdString());
    CHECK(board.cutTexts().isEmpty());
    CHECK(board.smallestText() + 0.5 > smallest);
  };
  look(wallAt(now), now);
  look(wallAt(now), now + std::chrono::minutes{59});
  // A bad day.
  FloorWall worst = wallAt(now);
  worst.floor.open = 12'345;
  worst.floor.late = 234;
  worst.floor.urgentLate = 17;
  worst.floor.atRisk.count = 128;
  worst.floor.notTaken.count = 128;
  worst.floor.urgent.count = 128;
  worst.floor.promises = {288, 211, 234, now + std::chrono::minutes{14}};
  worst.floor.promised.count = 128;
  for (const char* urgent : {"repair.lift.trapped", "repair.water.burst_common"}) {
    FloorRow row = risk(9, Level::Red, urgent, "云杉府 3栋", 10);
    row.reason = RiskReason::NotTaken;
    row.reasonSince = now - std::chrono::minutes{59};
    worst.floor.urgent.rows.push_back(row);
  }
  worst.states.clear();
  for (int i = 0; i < 128; ++i) worst.states << QStringLiteral("call");
  look(worst, now);
  worst.isStandby = true;
  worst.floorAt = now - std::chrono::minutes{119};
  look(worst, now);
}

TEST_CASE("each line of the past has its target beside it", "[tv]") {
  theTheme();
  TvBoard board(starter());
  const Instant now = at(QStringLiteral("2026-03-10T14:26:00"));
  for (int minute = -30; minute <= 0; ++minute) {
    const Instant then = now + std::chrono::minutes{minute};
    FloorWall wall = wallAt(then);
    // Off the target, whose dashes would lie under the line.
    wall.states << QStringLiteral("idle");
    board.tick(then);
    board.set(wall);
  }
  board.tick(now);
  const QImage picture = pictureOf(board, {1920, 1080});
  const QString folder = qEnvironmentVariable("YINGDA_PICTURES");
  if (!folder.isEmpty()) {
    picture.save(folder + QStringLiteral("/wall.png"));
    board.tick(now + std::chrono::seconds{38});
    pictureOf(board, {1920, 1080}).save(folder + QStringLiteral("/wall-stale.png"));
    board.tick(now);
  }
  // The dashes are the one colour that nothing else of a fresh tile has in that part.
  const QRgb dash = colorIn(Token::Text3, true).rgb();
  const auto dashes = [&](const QRect& area) {
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
      for (int x = area.left(); x <= area.right(); ++x) count += picture.pixel(x, y) == dash;
    }
    return count;
  };
  for (const int left : {20, 494, 968, 1442}) CHECK(dashes({left + 24, 860, 410, 110}) > 80);
  CHECK(dashes({1466, 380, 410, 110}) == 0);
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
