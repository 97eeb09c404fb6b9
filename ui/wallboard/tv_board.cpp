// SPDX-License-Identifier: GPL-3.0-or-later
// Says what the wall says.
#include "ui/wallboard/tv_board.h"

#include <QKeyEvent>
#include <algorithm>
#include <cmath>

#include "core/insight/promise_count.h"
#include "core/service/starter_files.h"
#include "core/text/address.h"
#include "ui/kit/clean_text.h"
#include "ui/parts/agent_state.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/sync_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr size_t linesMost = 5;
constexpr size_t samplesMost = 120;
constexpr qsizetype evidenceMost = 2;
constexpr int idleLeast = 2;
constexpr int unknown = -1;
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
  if (auto kpis = builtInKpis()) m_kpis = std::move(*kpis);
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

void TvBoard::setMissingScreen(int number) {
  m_missingScreen = number;
  update();
}

void TvBoard::tick(Instant now) {
  m_now = now;
  fill();
  update();
}

bool TvBoard::isStale(size_t tile) const {
  const auto age = m_now - m_tiles[tile].asOf;
  return age > wallFreshFor || age < -wallClockSlack;
}

Instant TvBoard::shownNow() const {
  // A wall that has stopped shows how it stood when it stopped.
  return m_now - m_wall.floorAt > wallFreshFor && m_wall.floorAt != Instant{} ? m_wall.floorAt
                                                                              : m_now;
}

int TvBoard::staleCount() const {
  int count = 0;
  for (size_t i = 0; i < m_tiles.size(); ++i) count += isStale(i) ? 1 : 0;
  return count;
}

void TvBoard::remember() {
  const Instant at = m_wall.floor.takenAt;
  // After the clock was set back the past is not in order any more.
  if (!m_past.empty() && at < m_past.back().at) m_past.clear();
  if (!m_past.empty() && at - m_past.back().at < minutes{1}) return;
  Sample now{at, m_values, m_values};
  const FloorPromises& promises = m_wall.floor.promises;
  now.line[Promised] = promises.over > 0 ? 100 * promises.kept / promises.over : 100;
  m_past.push_back(now);
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
  if (!then || hour - then->at > minutes{5} || then->values[tile] < 0) return {};
  const int more = m_values[tile] - then->values[tile];
  const QString arrow = more > 0   ? QStringLiteral("↑ %1").arg(more)
                        : more < 0 ? QStringLiteral("↓ %1").arg(-more)
                                   : QStringLiteral("→ 0");
  return tr("%1 比 %2").arg(arrow, clockText(hour));
}

void TvBoard::fill() {
  const FloorSnapshot& floor = m_wall.floor;
  const bool knowsAgents = m_wall.statesAt != Instant{};
  const auto number = [](int count) {
    return count < 0 ? QStringLiteral("—") : QString::number(count);
  };
  m_values = {floor.atRisk.count,
              floor.notTaken.count,
              floor.promised.count,
              floor.groups.count,
              knowsAgents ? countOf(m_wall.states, AgentState::Idle) : unknown,
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
    const qint64 waited = (toMs(shownNow()) - toMs(floor.notTaken.rows.front().reasonSince)) / 1000;
    waiting.note = tr("最久 %1 无人签收").arg(spanText(std::max<qint64>(0, waited)));
  }
  waiting.verb = tr("裁定并改派");
  WallTile& promised = m_tiles[Promised];
  const FloorPromises& promises = floor.promises;
  const bool isBroken = isShortOfTarget({promises.over, promises.kept}, m_kpis);
  promised.title = tr("今日承诺到期");
  promised.health = isBroken ? WallHealth::Watch : WallHealth::Fine;
  promised.chip = isBroken ? tr("偏低") : tr("正常");
  // Beside hundreds the title has said of what.
  promised.target = (promises.over < 100 ? tr("承诺兑现 %1/%2") : tr("兑现 %1/%2"))
                        .arg(promises.kept)
                        .arg(promises.over);
  promised.change.clear();
  if (const auto target = promiseTarget(m_kpis)) {
    promised.change = tr("目标 ≥ %1%").arg(QString::number(*target));
  }
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
  if (!floor.proposals.empty()) {
    const FloorProposal& seen = floor.proposals.front();
    groups.health = WallHealth::Watch;
    groups.chip = tr("待确认");
    //: Of the radar's newest proposal: homes that report one thing, and their building.
    groups.note = tr("疑似 %1 户 · %2").arg(seen.homes).arg(cleanText(seen.place, Lines::Join));
    groups.verb = tr("确认是不是群诉");
  }
  WallTile& agents = m_tiles[Agents];
  const bool isShort = m_wall.isJoined && knowsAgents && m_values[Agents] < idleLeast;
  agents.title = tr("坐席状态");
  agents.health = isShort ? WallHealth::Watch : WallHealth::Fine;
  agents.chip = isShort ? tr("偏少") : tr("正常");
  agents.target = tr("空闲，目标 ≥ %1").arg(idleLeast);
  if (m_wall.isJoined) agents.asOf = m_wall.statesAt;
  if (m_wall.isJoined && knowsAgents) {
    agents.note =
        tr("通话 %1 话后 %2 示忙 %3")
            .arg(countOf(m_wall.states, AgentState::Call) + countOf(m_wall.states, AgentState::Out))
            .arg(countOf(m_wall.states, AgentState::WrapUp))
            .arg(countOf(m_wall.states, AgentState::Busy));
    agents.verb = isShort ? tr("申请备岗") : tr("按时轮休");
  } else if (m_hasWall && !m_wall.isJoined) {
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
  for (const FloorRow& row : floor.urgent.rows) {
    if (urgent.evidence.size() == evidenceMost) break;
    urgent.evidence << evidenceOf(row);
  }
  fillLines();
}

QString TvBoard::evidenceOf(const FloorRow& row) const {
  const Category* category = m_starter.category(row.category);
  const qint64 seconds = std::max<qint64>(0, (toMs(shownNow()) - toMs(row.reasonSince)) / 1000);
  const QString since = spanText(seconds);
  const QString matter = category ? category->name : kindText(row.kind);
  switch (row.reason) {
    case RiskReason::NotSent:
      return tr("%1 · 未派 %2").arg(matter, since);
    case RiskReason::Returned:
      return tr("%1 · 退回 %2").arg(matter, since);
    case RiskReason::NotTaken:
      return tr("%1 · 已派 %2").arg(matter, since);
    case RiskReason::Silent:
      return tr("%1 · 上次 %2前").arg(matter, since);
    case RiskReason::NotCalled:
      break;
  }
  return tr("%1 · 待回访 %2").arg(matter, since);
}

void TvBoard::fillLines() {
  m_lines.clear();
  const Instant now = shownNow();
  for (const FloorRow& row : m_wall.floor.atRisk.rows) {
    // It has run out since it was read, or was finished: the next reading says which.
    if (!row.due || *row.due <= now) continue;
    if (m_lines.size() == linesMost) break;
    const Category* category = m_starter.category(row.category);
    const Department* department = m_starter.department(row.department);
    const ClockText clock = clockText(row.due, now);
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

QString TvBoard::scopeText() const {
  return m_missingScreen > 0 ? tr("没有第 %1 块屏幕，先放在这里").arg(m_missingScreen)
                             : tr("全部 %1 个项目").arg(m_wall.communities.size());
}

QString TvBoard::stateText() const {
  const int stale = staleCount();
  if (m_hasWall && m_wall.isStandby && m_wall.floorAt != Instant{}) {
    const Milliseconds age = std::max(Milliseconds{}, m_now - m_wall.floorAt);
    return (isStale(Risk) ? QStringLiteral("○ ") : QStringLiteral("◆ ")) % standbyText(age);
  }
  if (stale == 0) return tr("● 实时");
  return stale == static_cast<int>(m_tiles.size()) ? tr("○ 全部未更新，正在重连")
                                                   : tr("○ %1 项未更新 · 其余实时").arg(stale);
}

std::optional<int> TvBoard::targetOf(size_t tile) const {
  switch (tile) {
    case Waiting:
      return unsignedMost;
    case Promised: {
      const auto target = promiseTarget(m_kpis);
      return target ? std::optional(static_cast<int>(std::lround(*target))) : std::nullopt;
    }
    case Groups:
      return 0;
    case Agents:
      return idleLeast;
    default:
      return std::nullopt;
  }
}

void TvBoard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Q) {
    Q_EMIT leaveAsked();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace yingda::ui
