// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the wall large: for 1920x1080, scaled to the screen, dark in every room.
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/kit/paint.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"
#include "ui/wallboard/tv_board.h"

namespace yingda::ui {

namespace {

constexpr QSizeF canvas(1920, 1080);
// Where the line of kept promises begins at the latest, in percent.
constexpr int keptLeast = 80;
// The highest value of a line keeps clear of the words above it.
constexpr double headroom = 1.4;
// Sizes that can be read at six metres; nothing is smaller than the note. A sign is read as far
// away as three hundred times its letters' height (25 feet an inch): 20 mm at six metres, which is
// 32 of 1080 lines on 55 inches. 16 minutes of arc (ISO 9241-303), 28 mm, are 32 lines on 75 inches
// and the list's 40 on 60.
constexpr int valueSize = 136;
constexpr int clockSize = 44;
constexpr int matterSize = 40;
constexpr int titleSize = 36;
constexpr int noteSize = 32;

constexpr QRectF riskArea(20, 90, 1406, 476);
constexpr std::array<QRectF, 6> areas{riskArea,
                                      QRectF(20, 582, 458, 478),
                                      QRectF(494, 582, 458, 478),
                                      QRectF(968, 582, 458, 478),
                                      QRectF(1442, 582, 458, 478),
                                      QRectF(1442, 90, 458, 476)};

// The wall is dark in every room: light walls blind who looks up from a screen.
QColor ink(Token token) { return colorIn(token, true); }

QFont sized(int pixels, bool isBold = true) {
  QFont font = ui::font(FontRole::Numeral44);
  font.setPixelSize(pixels);
  font.setBold(isBold);
  return font;
}

Token toneOf(WallHealth health) {
  switch (health) {
    case WallHealth::Fine:
      return Token::Text;
    case WallHealth::Watch:
      return Token::Orange;
    case WallHealth::Bad:
      break;
  }
  return Token::Red;
}

/// As short as it may be, beside the longest title.
QString oldText(qint64 seconds) {
  if (seconds < 0) return TvBoard::tr("未更新");
  if (seconds < 60) return TvBoard::tr("%1 秒前").arg(seconds);
  if (seconds < 100 * 60) return TvBoard::tr("%1 分前").arg(seconds / 60);
  if (seconds < 48 * 3600) return TvBoard::tr("%1 小时前").arg(seconds / 3600);
  return TvBoard::tr("%1 天前").arg(seconds / (24 * 3600));
}

/// The large figure; a longer one is less high, so that the words beside it keep their room.
QFont figureFont(const QString& value) {
  constexpr double most = 164;
  const double wide = QFontMetricsF(sized(valueSize)).horizontalAdvance(value);
  return sized(wide <= most ? valueSize : static_cast<int>(valueSize * most / wide));
}

QString shapeOf(WallHealth health) {
  switch (health) {
    case WallHealth::Fine:
      return QStringLiteral("●");
    case WallHealth::Watch:
      return QStringLiteral("◆");
    case WallHealth::Bad:
      break;
  }
  return QStringLiteral("▲");
}

}  // namespace

double TvBoard::line(QPainter& painter, const QPointF& topLeft, double room, const QString& text,
                     const QFont& font, const QColor& color) const {
  const QFontMetricsF metrics(font);
  const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
  if (shown != text) m_cut << text;
  m_smallest = std::min(m_smallest, font.pixelSize());
  painter.setFont(font);
  painter.setPen(color);
  painter.drawText(QRectF(topLeft, QSizeF(room, metrics.height())),
                   Qt::AlignLeft | Qt::AlignVCenter, shown);
  return std::min(room, metrics.horizontalAdvance(shown));
}

void TvBoard::label(QPainter& painter, const QRectF& area, const QString& text, const QFont& font,
                    const QColor& color) const {
  if (QFontMetricsF(font).horizontalAdvance(text) > area.width()) m_cut << text;
  m_smallest = std::min(m_smallest, font.pixelSize());
  painter.setFont(font);
  painter.setPen(color);
  painter.drawText(area, Qt::AlignCenter, text);
}

void TvBoard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), ink(Token::Bg));
  const double scale = std::min(width() / canvas.width(), height() / canvas.height());
  painter.translate((width() - canvas.width() * scale) / 2,
                    (height() - canvas.height() * scale) / 2);
  painter.scale(scale, scale);
  m_cut.clear();
  m_smallest = valueSize;
  paintHead(painter);
  paintRisk(painter);
  for (size_t i = 1; i < m_tiles.size(); ++i) paintTile(painter, i, areas[i]);
  if (!m_hasWall || m_wasPainted) return;
  m_wasPainted = true;
  Q_EMIT painted();
}

void TvBoard::paintHead(QPainter& painter) const {
  const double wide =
      line(painter, {28, 24}, 700, tr("客服中心 · 值班看板"), sized(titleSize), ink(Token::Text));
  line(painter, {28 + wide + 24, 28}, 440, scopeText(), sized(noteSize, false), ink(Token::Text2));
  const QString clock = weekdayText(m_now) % u' ' % clockText(m_now);
  const QFontMetricsF clockMetrics(sized(clockSize));
  const double clockLeft = canvas.width() - 28 - clockMetrics.horizontalAdvance(clock);
  line(painter, {clockLeft, 16}, 600, clock, sized(clockSize), ink(Token::Text));
  const QString state = stateText();
  const bool isLive = staleCount() == 0 && !m_wall.isStandby;
  const QFontMetricsF metrics(sized(noteSize));
  line(painter, {clockLeft - 28 - metrics.horizontalAdvance(state), 26}, 800, state,
       sized(noteSize), ink(isLive ? Token::Green : Token::Text));
}

void TvBoard::paintChip(QPainter& painter, size_t tile, const QRectF& area) const {
  const WallTile& one = m_tiles[tile];
  const bool isOld = isStale(tile);
  const qint64 seconds = (toMs(m_now) - toMs(one.asOf)) / 1000;
  QString words = shapeOf(one.health) % u' ' % one.chip;
  if (isOld) words = one.asOf == Instant{} ? tr("无数据") : oldText(seconds);
  const QFont font = sized(noteSize);
  const double wide = QFontMetricsF(font).horizontalAdvance(words) + 28;
  const QRectF chip(area.right() - 24 - wide, area.top() + 20, wide, 48);
  if (one.health != WallHealth::Fine || isOld) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(isOld ? Token::BorderStrong : toneOf(one.health)));
    painter.drawRoundedRect(chip, 8, 8);
  }
  const Token text = isOld                            ? Token::Text
                     : one.health == WallHealth::Fine ? Token::Green
                                                      : Token::OnAccent;
  label(painter, chip, words, font, ink(text));
  line(painter, area.topLeft() + QPointF(24, 20), chip.left() - area.left() - 36, one.title,
       sized(titleSize), ink(isOld ? Token::Text3 : Token::Text));
}

void TvBoard::paintRisk(QPainter& painter) const {
  const bool isOld = isStale(Risk);
  const WallTile& tile = m_tiles[Risk];
  const bool isBad = tile.health == WallHealth::Bad && !isOld;
  paintBox(painter, riskArea,
           {ink(isOld ? Token::Bg : Token::Surface),
            ink(isOld   ? Token::Text3
                : isBad ? Token::Red
                        : Token::Border),
            isBad || isOld ? 4.0 : 2.0, 16.0, isOld});
  paintChip(painter, Risk, riskArea);
  const QColor plain = ink(isOld ? Token::Text3 : Token::Text);
  const QColor calm = ink(isOld ? Token::Text3 : Token::Text2);
  line(painter, {44, 142}, 220, tile.value, figureFont(tile.value),
       isOld ? plain : ink(toneOf(tile.health)));
  double y = 348;
  const QString stopped = tr("停在 %1").arg(clockTextWithSeconds(tile.asOf));
  for (const QString& words : {tile.target, tile.note, isOld ? stopped : tile.change}) {
    line(painter, {44, y}, 214, words, sized(noteSize, false), calm);
    y += 46;
  }
  constexpr double left = 268;
  const double right = riskArea.right() - 24;
  for (size_t i = 0; i < m_lines.size(); ++i) {
    const WallLine& one = m_lines[i];
    const double top = 164 + static_cast<double>(i) * 78;
    if (i > 0) {
      painter.setPen(QPen(ink(Token::Border), 2));
      painter.drawLine(QPointF(left, top - 9), QPointF(right, top - 9));
    }
    const QRectF chip(left, top + 6, 48, 48);
    const bool isYellow = one.level == Level::Yellow;
    const Token fill = one.level == Level::Red      ? Token::Red
                       : one.level == Level::Orange ? Token::Orange
                       : isYellow                   ? Token::YellowBadge
                                                    : Token::Green;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(isOld ? Token::BorderStrong : fill));
    painter.drawRoundedRect(chip, 8, 8);
    label(painter, chip, levelCharacter(one.level), sized(noteSize),
          ink(isYellow ? Token::YellowBadgeText : Token::OnAccent));
    const double matterRoom = 560;
    const double wide =
        line(painter, {left + 70, top}, matterRoom, one.matter, sized(matterSize), plain);
    line(painter, {left + 70 + wide + 12, top}, std::max(0.0, matterRoom - wide - 12), one.place,
         sized(matterSize, false), calm);
    line(painter, {left + 646, top}, 150, one.clock, sized(matterSize),
         isOld ? plain : ink(one.tone));
    const double roleLeft = left + 806;
    const double roleWide = line(painter, {roleLeft, top}, 180, one.role, sized(titleSize), plain);
    line(painter, {roleLeft + roleWide + 12, top}, right - roleLeft - roleWide - 12, one.what,
         sized(titleSize, false), calm);
  }
  if (m_lines.empty()) {
    line(painter, {left, 240}, right - left,
         m_hasWall ? tr("这半小时没有要超时的") : tr("正在连接存储"), sized(matterSize, false),
         calm);
  }
}

void TvBoard::paintTile(QPainter& painter, size_t tile, const QRectF& area) const {
  const WallTile& one = m_tiles[tile];
  const bool isOld = isStale(tile);
  paintBox(painter, area,
           {ink(isOld ? Token::Bg : Token::Surface), ink(isOld ? Token::Text3 : Token::Border),
            isOld ? 4.0 : 2.0, 16.0, isOld});
  paintChip(painter, tile, area);
  const QColor plain = ink(isOld ? Token::Text3 : Token::Text);
  const QColor calm = ink(isOld ? Token::Text3 : Token::Text2);
  const double wide = line(painter, area.topLeft() + QPointF(24, 48), 230, one.value,
                           figureFont(one.value), isOld ? plain : ink(toneOf(one.health)));
  const double left = area.left() + 24 + wide + 24;
  const double room = area.right() - 20 - left;
  line(painter, {left, area.top() + 104}, room, one.target, sized(noteSize, false), calm);
  line(painter, {left, area.top() + 150}, room, one.change, sized(noteSize, false), plain);
  const QString stopped = tr("停在 %1").arg(clockTextWithSeconds(one.asOf));
  double y = 226;
  for (const QString& words :
       one.evidence + QStringList{isOld && one.asOf != Instant{} ? stopped : one.note}) {
    line(painter, area.topLeft() + QPointF(24, y), area.width() - 48, words, sized(noteSize, false),
         calm);
    y += 46;
  }
  if (tile != Urgent) {
    paintSpark(painter, tile, QRectF(area.left() + 24, area.top() + 290, area.width() - 52, 84));
  }
  paintAct(painter, tile, area);
}

void TvBoard::paintSpark(QPainter& painter, size_t tile, const QRectF& area) const {
  if (m_past.size() < 2) return;
  const std::optional<int> target = targetOf(tile);
  int most = std::max(1, target.value_or(0));
  int least = tile == Promised ? keptLeast : 0;
  for (const Sample& sample : m_past) {
    most = std::max(most, sample.line[tile]);
    if (sample.line[tile] >= 0) least = std::min(least, sample.line[tile]);
  }
  const double top = tile == Promised ? most : most * headroom;
  const auto heightOf = [&](int value) {
    return area.bottom() - 8 - (area.height() - 8) * (value - least) / std::max(1.0, top - least);
  };
  if (target) {
    painter.setPen(QPen(ink(Token::Text3), 2, Qt::DashLine));
    const double y = std::round(heightOf(*target));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
  }
  const double step = area.width() / static_cast<double>(m_past.size() - 1);
  QPainterPath path;
  QPointF last;
  bool isOn = false;
  for (size_t i = 0; i < m_past.size(); ++i) {
    if (m_past[i].line[tile] < 0) {
      isOn = false;
      continue;
    }
    last = {area.left() + step * static_cast<double>(i), heightOf(m_past[i].line[tile])};
    isOn ? path.lineTo(last) : path.moveTo(last);
    isOn = true;
  }
  if (path.isEmpty()) return;
  const QColor stroke = ink(isStale(tile) ? Token::Text3 : Token::Accent);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(stroke, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
  painter.setPen(Qt::NoPen);
  painter.setBrush(stroke);
  painter.drawEllipse(last, 8, 8);
}

void TvBoard::paintAct(QPainter& painter, size_t tile, const QRectF& area) const {
  const WallTile& one = m_tiles[tile];
  if (one.role.isEmpty() || one.verb.isEmpty()) return;
  const bool isOld = isStale(tile);
  const double top = area.bottom() - 78;
  painter.setPen(QPen(ink(Token::Border), 2));
  painter.drawLine(QPointF(area.left() + 24, top), QPointF(area.right() - 24, top));
  const QFont font = sized(noteSize);
  const double wide = QFontMetricsF(font).horizontalAdvance(one.role) + 24;
  const QRectF pill(area.left() + 24, top + 16, wide, 48);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink(isOld ? Token::BorderStrong : Token::AccentWeak));
  painter.drawRoundedRect(pill, 8, 8);
  label(painter, pill, one.role, font, ink(isOld ? Token::Text : Token::Accent));
  line(painter, {pill.right() + 14, top + 14}, area.right() - 24 - pill.right() - 14,
       isOld ? tr("数据旧，先核实") : one.verb, sized(titleSize), ink(Token::Text));
}

}  // namespace yingda::ui
