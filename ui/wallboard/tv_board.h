// SPDX-License-Identifier: GPL-3.0-or-later
// 电视模式: six tiles for everybody in the room, readable at six metres, without a name, a room or
// a number of a person.
#pragma once

#include <QWidget>
#include <array>
#include <deque>

#include "core/service/floor_wall.h"
#include "ui/wallboard/floor_text.h"

namespace yingda::ui {

/// What is older than this is drawn as stale: grey, dashed, with the time it stopped at. With the
/// time between two looks it is within five seconds; what is fresh is at most two seconds old.
inline constexpr std::chrono::seconds wallFreshFor{4};

/// How a tile stands; a shape and a word, never colour alone.
enum class WallHealth { Fine, Watch, Bad };

/// A tile of the wall.
struct WallTile {
  QString title;
  QString value;
  WallHealth health = WallHealth::Fine;
  QString chip;    ///< 超标, 偏高, 正常 …
  QString target;  ///< 目标 ≤ 1
  QString change;  ///< ↑ 2 比 14:00; empty without a past
  QString note;    ///< one line of evidence
  QString role;    ///< 班长
  QString verb;    ///< 裁定并改派
  Instant asOf{};  ///< the epoch: never read
  friend bool operator==(const WallTile&, const WallTile&) = default;
};

/// A line of the list in the large tile. No word of it was typed by a person.
struct WallLine {
  Level level = Level::Yellow;
  QString matter;  ///< the category's name
  QString place;   ///< 江畔里 7栋; never nearer
  QString clock;
  Token tone = Token::Text;
  QString role;
  QString what;
  friend bool operator==(const WallLine&, const WallLine&) = default;
};

/// 云杉府 3栋 of a place that begins with one of the communities; else empty, for it may be a
/// person's words.
QString wallPlace(const QString& place, const QStringList& communities);

/// Painted for 1920x1080 and scaled to the screen. Owner: the program of the wall.
class TvBoard final : public QWidget {
  Q_OBJECT
 public:
  explicit TvBoard(const Starter& starter, QWidget* parent = nullptr);
  /// What was read last.
  void set(const FloorWall& wall);
  /// Once a second; also while nothing can be read.
  void tick(Instant now);
  const std::array<WallTile, 6>& tiles() const { return m_tiles; }
  const std::vector<WallLine>& lines() const { return m_lines; }
  bool isStale(size_t tile) const;
  int staleCount() const;

 Q_SIGNALS:
  void leaveAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Sample {
    Instant at{};
    std::array<int, 6> values{};
  };
  void fill();
  void fillLines();
  void remember();
  QString changeOf(size_t tile) const;
  void paintHead(QPainter& painter) const;
  void paintRisk(QPainter& painter) const;
  void paintTile(QPainter& painter, size_t tile, const QRectF& area) const;
  void paintChip(QPainter& painter, size_t tile, const QRectF& area) const;
  void paintSpark(QPainter& painter, size_t tile, const QRectF& area) const;
  void paintAct(QPainter& painter, size_t tile, const QRectF& area) const;

  const Starter& m_starter;
  FloorWall m_wall;
  bool m_hasWall = false;
  Instant m_now{};
  std::array<WallTile, 6> m_tiles;
  std::array<int, 6> m_values{};
  std::vector<WallLine> m_lines;
  std::deque<Sample> m_past;  ///< one a minute, two hours long
};

}  // namespace yingda::ui
