// SPDX-License-Identifier: GPL-3.0-or-later
// Says what the wall says, and paints it large.
#include "ui/wallboard/tv_board.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "core/text/address.h"
#include "ui/kit/paint.h"
#include "ui/parts/agent_state.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr QSizeF canvas(1920, 1080);
constexpr size_t linesMost = 5;
constexpr size_t samplesMost = 120;
constexpr int idleLeast = 2;
// The highest value of a line keeps clear of the words above it.
constexpr double headroom = 1.4;
// Sizes that can be read at six metres; nothing is smaller than the note.
constexpr int valueSize = 136;
constexpr int clockSize = 44;
constexpr int matterSize = 40;
constexpr int titleSize = 36;
constexpr int noteSize = 32;

enum Tile : size_t { Risk, Waiting, Promised, Groups, Agents, Urgent };

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

/// One line, cut at its end; answers with the width it took.
double line(QPainter& painter, const QPointF& topLeft, double room, const QString& text,
            const QFont& font, const QColor& color) {
  const QFontMetricsF metrics(font);
  const QString shown = metrics.elidedText(text, Qt::ElideRight, room);
  painter.setFont(font);
  painter.setPen(color);
  painter.drawText(QRectF(topLeft, QSizeF(room, metrics.height())),
                   Qt::AlignLeft | Qt::AlignVCenter, shown);
  return std::min(room, metrics.horizontalAdvance(shown));
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

QString leader() { return TvBoard::tr("班长"); }

int countOf(const QStringList& states, AgentState wanted) {
  return static_cast<int>(
      std::count_if(states.begin(), states.end(),
                    [wanted](const QString& code) { return agentStateOf(code) == wanted; }));
}

}  // namespace

QString wallPlace(const QString& place, const QStringList& communities) {
  for (const QString& community : communities) {
    if (community.isEmpty() || !place.startsWith(community)) continue;
    const QString building = parseAddress(QStringView(place).mid(community.size())).building;
    return building.isEmpty() ? community : TvBoard::tr("%1 %2栋").arg(community, building);
  }
  return {};
}

TvBoard::TvBoard(const Starter& starter, QWidget* parent) : QWidget(parent), m_starter(starter) {
  setObjectName(QStringLiteral("tvBoard"));
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setCursor(Qt::BlankCursor);
  setWindowTitle(tr("值班看板"));
  fill();
}

void TvBoard::set(const FloorWall& wall) {
  m_wall = wall;
  m_hasWall = true;
  fill();
  remember();
  update();
}

void TvBoard::tick(Instant now) {
  m_now = now;
  fill();
  update();
}

bool TvBoard::isStale(size_t tile) const { return m_now - m_tiles[tile].asOf > wallFreshFor; }

int TvBoard::staleCount() const {
  int count = 0;
  for (size_t i = 0; i < m_tiles.size(); ++i) count += isStale(i) ? 1 : 0;
  return count;
}

void TvBoard::remember() {
  const Instant at = m_wall.floor.takenAt;
  if (!m_past.empty() && at - m_past.back().at < minutes{1}) return;
  m_past.push_back({at, m_values});
  if (m_past.size() > samplesMost) m_past.pop_front();
}

QString TvBoard::changeOf(size_t tile) const {
  // Against the last full hour that this wall has seen.
  const Instant hour = instantAt(localDayOf(m_now), std::chrono::floor<hours>(timeOfDay(m_now)));
  const Sample* then = nullptr;
  for (const Sample& sample : m_past) {
    if (sample.at >= hour) break;
    then = &sample;
  }
  if (!then || hour - then->at > minutes{5}) return {};
  const int more = m_values[tile] - then->values[tile];
  const QString arrow = more > 0   ? QStringLiteral("↑ %1").arg(more)
                        : more < 0 ? QStringLiteral("↓ %1").arg(-more)
                                   : QStringLiteral("→ 0");
  return tr("%1 比 %2").arg(arrow, clockText(hour));
}

void TvBoard::fill() {
  const FloorSnapshot& floor = m_wall.floor;
  const auto number = [](int count) { return QString::number(count); };
  m_values = {floor.atRisk.count,
              floor.notTaken.count,
              floor.promised.count,
              floor.groups.count,
              countOf(m_wall.states, AgentState::Idle),
              floor.urgent.count};
  for (size_t i = 0; i < m_tiles.size(); ++i) {
    m_tiles[i] = {};
    m_tiles[i].value = m_hasWall ? number(m_values[i]) : QStringLiteral("—");
    m_tiles[i].asOf = m_wall.floorAt;
    m_tiles[i].change = changeOf(i);
    m_tiles[i].role = leader();
  }
  WallTile& risk = m_tiles[Risk];
  risk.title = tr("30 分钟内将超时");
  risk.health = m_values[Risk] > 0 ? WallHealth::Bad : WallHealth::Fine;
  risk.chip = m_values[Risk] > 0 ? tr("超标") : tr("正常");
  risk.target = tr("目标 0");
  risk.note = tr("已超时 %1").arg(floor.late);
  WallTile& waiting = m_tiles[Waiting];
  waiting.title = tr("待签收");
  const bool isMany = m_values[Waiting] > unsignedMost;
  waiting.health = isMany ? WallHealth::Watch : WallHealth::Fine;
  waiting.chip = isMany ? tr("偏高") : tr("正常");
  waiting.target = tr("目标 ≤ %1").arg(unsignedMost);
  if (!floor.notTaken.rows.empty()) {
    const qint64 waited = (toMs(m_now) - toMs(floor.notTaken.rows.front().reasonSince)) / 1000;
    waiting.note = tr("最久 %1 无人签收").arg(spanText(std::max<qint64>(0, waited)));
  }
  waiting.verb = tr("裁定并改派");
  WallTile& promised = m_tiles[Promised];
  const FloorPromises& promises = floor.promises;
  const bool isBroken = 100 * promises.kept < 95 * promises.over;
  promised.title = tr("今日承诺到期");
  promised.health = isBroken ? WallHealth::Watch : WallHealth::Fine;
  promised.chip = isBroken ? tr("偏低") : tr("正常");
  promised.target = tr("承诺兑现 %1/%2").arg(promises.kept).arg(promises.over);
  promised.note = promises.next
                      ? tr("下一条 %1 · 共 %2 条").arg(clockText(*promises.next)).arg(promises.due)
                      : tr("今天共 %1 条").arg(promises.due);
  promised.role = tr("承诺人");
  promised.verb = tr("到点前回电");
  WallTile& groups = m_tiles[Groups];
  groups.title = tr("群诉雷达");
  groups.health = m_values[Groups] > 0 ? WallHealth::Watch : WallHealth::Fine;
  groups.chip = m_values[Groups] > 0 ? tr("处置中") : tr("正常");
  groups.target = tr("已并为同因");
  if (!floor.groups.rows.empty()) {
    const FloorRow& first = floor.groups.rows.front();
    groups.note = tr("%1 户 · %2").arg(first.note, wallPlace(first.place, m_wall.communities));
  }
  groups.verb = tr("统一口径回复");
  WallTile& agents = m_tiles[Agents];
  const bool isShort = m_wall.isJoined && m_values[Agents] < idleLeast;
  agents.title = tr("坐席状态");
  agents.health = isShort ? WallHealth::Watch : WallHealth::Fine;
  agents.chip = isShort ? tr("偏少") : tr("正常");
  agents.target = tr("空闲，目标 ≥ %1").arg(idleLeast);
  if (m_wall.isJoined) {
    agents.asOf = m_wall.statesAt;
    agents.note =
        tr("通话 %1 话后 %2 示忙 %3")
            .arg(countOf(m_wall.states, AgentState::Call) + countOf(m_wall.states, AgentState::Out))
            .arg(countOf(m_wall.states, AgentState::WrapUp))
            .arg(countOf(m_wall.states, AgentState::Busy));
    agents.verb = isShort ? tr("申请备岗") : tr("按时轮休");
  } else if (m_hasWall) {
    agents.value = QStringLiteral("—");
    agents.target = tr("单机，没有别的坐席");
    agents.chip = tr("单机");
    agents.change.clear();
    agents.role.clear();
  }
  WallTile& urgent = m_tiles[Urgent];
  urgent.title = tr("紧急工单");
  urgent.health = floor.urgentLate > 0   ? WallHealth::Bad
                  : m_values[Urgent] > 0 ? WallHealth::Watch
                                         : WallHealth::Fine;
  urgent.chip = floor.urgentLate > 0   ? tr("超时")
                : m_values[Urgent] > 0 ? tr("处置中")
                                       : tr("正常");
  urgent.target = tr("超时 %1 目标 0").arg(floor.urgentLate);
  urgent.note = tr("未结工单共 %1").arg(floor.open);
  urgent.verb = m_values[Urgent] > 0 ? tr("盯到场") : QString();
  fillLines();
}

void TvBoard::fillLines() {
  m_lines.clear();
  for (const FloorRow& row : m_wall.floor.atRisk.rows) {
    // It has run out since it was read, or was finished: the next reading says which.
    if (!row.due || *row.due <= m_now) continue;
    if (m_lines.size() == linesMost) break;
    const Category* category = m_starter.category(row.category);
    const Department* department = m_starter.department(row.department);
    const ClockText clock = clockText(row.due, m_now);
    WallLine one;
    one.level = row.level;
    one.matter = category ? category->name : kindText(row.kind);
    one.place = wallPlace(row.place, m_wall.communities);
    one.clock = clock.text;
    one.tone = clockToken(clock.tone);
    one.role = department ? department->name : tr("首问");
    one.what = milestoneText(row.milestone, row.level);
    m_lines.push_back(one);
  }
}

// Painting.

void TvBoard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), ink(Token::Bg));
  const double scale = std::min(width() / canvas.width(), height() / canvas.height());
  painter.translate((width() - canvas.width() * scale) / 2,
                    (height() - canvas.height() * scale) / 2);
  painter.scale(scale, scale);
  paintHead(painter);
  paintRisk(painter);
  for (size_t i = 1; i < m_tiles.size(); ++i) paintTile(painter, i, areas[i]);
}

void TvBoard::paintHead(QPainter& painter) const {
  const double wide =
      line(painter, {28, 24}, 700, tr("客服中心 · 值班看板"), sized(titleSize), ink(Token::Text));
  const QString scope = tr("全部 %1 个项目").arg(m_wall.communities.size());
  line(painter, {28 + wide + 24, 28}, 360, scope, sized(noteSize, false), ink(Token::Text2));
  const QString clock = weekdayText(m_now) % u' ' % clockText(m_now);
  const QFontMetricsF clockMetrics(sized(clockSize));
  const double clockLeft = canvas.width() - 28 - clockMetrics.horizontalAdvance(clock);
  line(painter, {clockLeft, 16}, 600, clock, sized(clockSize), ink(Token::Text));
  const int stale = staleCount();
  const QString state = stale == 0 ? tr("● 实时")
                        : stale == static_cast<int>(m_tiles.size())
                            ? tr("○ 全部未更新，正在重连")
                            : tr("○ %1 项未更新 · 其余实时").arg(stale);
  const QFontMetricsF metrics(sized(noteSize));
  line(painter, {clockLeft - 28 - metrics.horizontalAdvance(state), 26}, 800, state,
       sized(noteSize), ink(stale == 0 ? Token::Green : Token::Text));
}

void TvBoard::paintChip(QPainter& painter, size_t tile, const QRectF& area) const {
  const WallTile& one = m_tiles[tile];
  const bool isOld = isStale(tile);
  const qint64 seconds = (toMs(m_now) - toMs(one.asOf)) / 1000;
  QString words = shapeOf(one.health) % u' ' % one.chip;
  if (isOld) {
    words = one.asOf == Instant{} ? tr("还没有数据") : tr("%1前").arg(spanText(seconds));
  }
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
  painter.setFont(font);
  painter.setPen(ink(text));
  painter.drawText(chip, Qt::AlignCenter, words);
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
  line(painter, {44, 142}, 220, tile.value, sized(valueSize),
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
    painter.setFont(sized(noteSize));
    painter.setPen(ink(isYellow ? Token::YellowBadgeText : Token::OnAccent));
    painter.drawText(chip, Qt::AlignCenter, levelCharacter(one.level));
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
                           sized(valueSize), isOld ? plain : ink(toneOf(one.health)));
  const double left = area.left() + 24 + wide + 24;
  const double room = area.right() - 20 - left;
  line(painter, {left, area.top() + 104}, room, one.target, sized(noteSize, false), calm);
  line(painter, {left, area.top() + 150}, room, one.change, sized(noteSize, false), plain);
  const QString stopped = tr("停在 %1").arg(clockTextWithSeconds(one.asOf));
  line(painter, area.topLeft() + QPointF(24, 226), area.width() - 48,
       isOld && one.asOf != Instant{} ? stopped : one.note, sized(noteSize, false), calm);
  paintSpark(painter, tile, QRectF(area.left() + 24, area.top() + 290, area.width() - 52, 84));
  paintAct(painter, tile, area);
}

void TvBoard::paintSpark(QPainter& painter, size_t tile, const QRectF& area) const {
  if (m_past.size() < 2) return;
  int most = 1;
  for (const Sample& sample : m_past) most = std::max(most, sample.values[tile]);
  const double step = area.width() / static_cast<double>(m_past.size() - 1);
  QPainterPath path;
  QPointF last;
  for (size_t i = 0; i < m_past.size(); ++i) {
    last = {area.left() + step * static_cast<double>(i),
            area.bottom() - 8 - (area.height() - 8) * m_past[i].values[tile] / (most * headroom)};
    i == 0 ? path.moveTo(last) : path.lineTo(last);
  }
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
  painter.setFont(font);
  painter.setPen(ink(isOld ? Token::Text : Token::Accent));
  painter.drawText(pill, Qt::AlignCenter, one.role);
  line(painter, {pill.right() + 14, top + 14}, area.right() - 24 - pill.right() - 14,
       isOld ? tr("数据旧，先核实") : one.verb, sized(titleSize), ink(Token::Text));
}

void TvBoard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Q) {
    Q_EMIT leaveAsked();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace yingda::ui
