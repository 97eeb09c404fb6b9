// SPDX-License-Identifier: GPL-3.0-or-later
// 电视模式: six tiles for everybody in the room, readable at six metres, without a name, a room or
// a number of a person.
#pragma once

#include <QWidget>
#include <array>
#include <deque>
#include <optional>

#include "core/insight/kpi_dictionary.h"
#include "core/service/floor_wall.h"
#include "ui/wallboard/floor_text.h"

namespace yingda::ui {

/// What is older than this is drawn as stale: grey, dashed, with the time it stopped at. With the
/// time between two looks it is within five seconds; what is fresh is at most two seconds old.
inline constexpr std::chrono::seconds wallFreshFor{4};
/// What is younger than now by more than this was told before the clock was set back, and proves
/// nothing: it is stale as well. Together with the above and the look it is below five seconds.
inline constexpr std::chrono::milliseconds wallClockSlack{500};

/// How a tile stands; a shape and a word, never colour alone.
enum class WallHealth { Fine, Watch, Bad };

/// A tile of the wall.
struct WallTile {
  QString title;
  QString value;
  WallHealth health = WallHealth::Fine;
  QString chip;          ///< 超标, 偏高, 正常 …
  QString target;        ///< 目标 ≤ 1
  QString change;        ///< ↑ 2 比 14:00; empty without a past
  QString note;          ///< one line of evidence
  QStringList evidence;  ///< of the urgent tile, above the note: what, and since when
  QString role;          ///< 班长
  QString verb;          ///< 裁定并改派
  Instant asOf{};        ///< the epoch: never read
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
  /// It stands on another screen than that which was asked for, counted from 1; 0: where it should.
  void setMissingScreen(int number);
  const std::array<WallTile, 6>& tiles() const { return m_tiles; }
  const std::vector<WallLine>& lines() const { return m_lines; }
  /// Texts that did not fit when it was last painted.
  const QStringList& cutTexts() const { return m_cut; }
  /// The smallest size painted last, in lines of 1080.
  int smallestText() const { return m_smallest; }
  bool isStale(size_t tile) const;
  int staleCount() const;
  /// ● 实时, and what else stands beside the clock: how much is stale, how old a standby's rows
  /// are.
  QString stateText() const;
  /// What stands beside the title: the scope, or that it is not the screen that was asked for.
  QString scopeText() const;

 Q_SIGNALS:
  void leaveAsked();
  /// For the first time with something to tell.
  void painted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum Tile : size_t { Risk, Waiting, Promised, Groups, Agents, Urgent };
  struct Sample {
    Instant at{};
    std::array<int, 6> values{};  ///< below zero: it was not known
    std::array<int, 6> line{};    ///< what the line shows: of promises the kept ones, in percent
  };
  void fill();
  void fillLines();
  QString evidenceOf(const FloorRow& row) const;
  /// Where a line should be; nothing where there is no such number.
  std::optional<int> targetOf(size_t tile) const;
  /// One line, cut at its end; answers with the width it took.
  double line(QPainter& painter, const QPointF& topLeft, double room, const QString& text,
              const QFont& font, const QColor& color) const;
  /// In the middle of a chip.
  void label(QPainter& painter, const QRectF& area, const QString& text, const QFont& font,
             const QColor& color) const;
  void remember();
  QString changeOf(size_t tile) const;
  Instant shownNow() const;
  void paintHead(QPainter& painter) const;
  void paintRisk(QPainter& painter) const;
  void paintTile(QPainter& painter, size_t tile, const QRectF& area) const;
  void paintChip(QPainter& painter, size_t tile, const QRectF& area) const;
  void paintSpark(QPainter& painter, size_t tile, const QRectF& area) const;
  void paintAct(QPainter& painter, size_t tile, const QRectF& area) const;

  const Starter& m_starter;
  KpiDictionary m_kpis;
  FloorWall m_wall;
  bool m_hasWall = false;
  bool m_wasPainted = false;
  int m_missingScreen = 0;
  Instant m_now{};
  std::array<WallTile, 6> m_tiles;
  std::array<int, 6> m_values{};
  std::vector<WallLine> m_lines;
  std::deque<Sample> m_past;  ///< one a minute, two hours long
  mutable QStringList m_cut;
  mutable int m_smallest = 0;
};

}  // namespace yingda::ui
