// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the words of the tiles.
#include "ui/wallboard/floor_tiles.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/insight/promise_count.h"
#include "ui/kit/clean_text.h"
#include "ui/parts/agent_state.h"
#include "ui/parts/clock_text.h"
#include "ui/wallboard/floor_text.h"

namespace yingda::ui {

namespace {

QString number(int count) { return QString::number(count); }

class Tiles {
  Q_DECLARE_TR_FUNCTIONS(FloorTiles)
 public:
  static TileWords atRisk(const FloorSnapshot& floor) {
    return {tr("30 分钟内将超时"), number(floor.atRisk.count),
            floor.atRisk.count > 0 ? Token::Red : Token::Text, tr("目标 0"),
            //: %1 tickets; pressing the tile's key once more lists them.
            floor.late > 0 ? tr("已超时 %1 · 再按 1").arg(floor.late) : tr("没有超时的")};
  }

  static TileWords notTaken(const FloorSnapshot& floor, Instant now) {
    QString oldest = tr("都有人签收");
    if (!floor.notTaken.rows.empty()) {
      const qint64 waited = (toMs(now) - toMs(floor.notTaken.rows.front().reasonSince)) / 1000;
      oldest = tr("最久 %1 无人签收").arg(spentText(std::max<qint64>(0, waited)));
    }
    return {tr("待签收"), number(floor.notTaken.count),
            floor.notTaken.count > unsignedMost ? Token::Orange : Token::Text,
            tr("目标 ≤ %1").arg(unsignedMost), oldest};
  }

  static TileWords urgent(const FloorSnapshot& floor) {
    return {tr("紧急工单"), number(floor.urgent.count),
            floor.urgent.count > 0 ? Token::Red : Token::Text,
            tr("超时 %1 · 目标 0").arg(floor.urgentLate),
            floor.sensitive > 0 ? tr("其中敏感来电 %1").arg(floor.sensitive)
                                : tr("未结工单共 %1").arg(floor.open)};
  }

  static TileWords promised(const FloorSnapshot& floor, const KpiNumber* figure,
                            const KpiDictionary& dictionary) {
    PromiseCount count{floor.promises.over, floor.promises.kept};
    if (figure) {
      const double kept = figure->value.value_or(0) * figure->n / 100;
      count = {figure->n, static_cast<int>(std::lround(kept))};
    }
    QString first = tr("承诺兑现 %1/%2").arg(count.kept).arg(count.over);
    if (const auto target = promiseTarget(dictionary)) {
      first = tr("%1 · 目标 ≥%2%").arg(first, QString::number(*target));
    }
    return {tr("今日承诺到期"), number(floor.promised.count),
            isShortOfTarget(count, dictionary) ? Token::Orange : Token::Text, first,
            floor.promises.next ? tr("下一条 %1").arg(clockText(*floor.promises.next))
                                : tr("今天没有下一条")};
  }

  static TileWords groups(const FloorSnapshot& floor) {
    QString largest = tr("近三天没有同因的");
    if (!floor.groups.rows.empty()) {
      const FloorRow& first = floor.groups.rows.front();
      largest = tr("%1 户 %2").arg(first.note, cleanText(first.title, Lines::Join));
    }
    if (!floor.proposals.empty()) {
      const FloorProposal& seen = floor.proposals.front();
      largest = tr("待确认 %1 起：%2 户 %3")
                    .arg(floor.proposals.size())
                    .arg(seen.homes)
                    .arg(cleanText(seen.place, Lines::Join));
    }
    const bool isWatched = floor.groups.count > 0 || !floor.proposals.empty();
    return {tr("群诉雷达"), number(floor.groups.count), isWatched ? Token::Orange : Token::Text,
            tr("已并为同因，未结"), largest};
  }

  static TileWords idle(const FloorPeople& people) {
    const QString title = tr("坐席空闲");
    const QString unknown = QStringLiteral("—");
    if (people.isAlone)
      return {title, unknown, Token::Text, tr("在线 0"), tr("单机，没有别的坐席")};
    if (people.isHeard) {
      return {title, number(people.idle), Token::Text, tr("在线 %1").arg(people.online),
              tr("不含本机")};
    }
    // What nobody tells is not nought.
    return {title, unknown, Token::Text2, tr("未知：服务器没有回应"),
            people.asOf == Instant{} ? tr("还没有收到过")
                                     : tr("截至 %1 空闲 %2 · 在线 %3")
                                           .arg(clockText(people.asOf))
                                           .arg(people.idle)
                                           .arg(people.online)};
  }
};

}  // namespace

void FloorPeopleWatch::note(const std::vector<PresenceView>& others, Instant now) {
  // While the server is away its list is empty, and says nothing about anybody.
  if (!m_people.isHeard) return;
  m_people.asOf = now;
  m_people.online = static_cast<int>(others.size());
  m_people.idle =
      static_cast<int>(std::count_if(others.begin(), others.end(), [](const PresenceView& one) {
        return agentStateOf(one.state) == AgentState::Idle;
      }));
}

FloorTileWords floorTileWords(const FloorSnapshot& floor, const KpiNumber* promises,
                              const KpiDictionary& dictionary, const FloorPeople& people,
                              Instant now) {
  return {Tiles::atRisk(floor), Tiles::notTaken(floor, now),
          Tiles::urgent(floor), Tiles::promised(floor, promises, dictionary),
          Tiles::groups(floor), Tiles::idle(people)};
}

}  // namespace yingda::ui
