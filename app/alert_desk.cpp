// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the floor now and then, and says what is new in it.
#include "app/alert_desk.h"

#include <algorithm>

#include "core/base/deliver.h"
#include "core/domain/authority.h"
#include "ui/parts/agent_state.h"
#include "ui/parts/clock_text.h"
#include "ui/wallboard/floor_text.h"

namespace yingda {

namespace {

constexpr std::chrono::seconds lookEvery{5};
constexpr std::chrono::minutes muteFor{30};

}  // namespace

AlertDesk::AlertDesk(Backend& backend, QObject* parent) : QObject(parent), m_backend(backend) {}

void AlertDesk::tick() {
  const auto me = m_backend.session();
  const AgentId leader = me && mayDo(me->role, Deed::TakeOver) ? me->id : AgentId();
  if (leader != m_leader) {
    m_leader = leader;
    m_watch.forget();
    m_readAt = {};
  }
  const Instant now = m_backend.clock().now();
  const bool isSoon = now >= m_readAt && now - m_readAt < lookEvery;
  if (m_leader.isNull() || m_isReading || isSoon) return;
  m_readAt = now;
  m_isReading = true;
  deliver(m_backend.floorNow(), this, [this, leader](const Result<FloorSnapshot>& floor) {
    m_isReading = false;
    if (floor && leader == m_leader) take(*floor);
  });
}

void AlertDesk::take(const FloorSnapshot& floor) {
  const std::vector<FloorAlert> news = m_watch.look(floor);
  if (news.empty()) return;
  const FloorAlert& first = news.front();
  if (!first.number.isEmpty() || first.cause == AlertCause::GroupSeen) {
    tell(news);
    return;
  }
  // It stands behind the rows that were read; a sentence names it all the same.
  deliver(m_backend.floorList({first.ticket}), this, [this, news](const Result<FloorList>& list) {
    std::vector<FloorAlert> named = news;
    if (list && !list->rows.empty()) {
      const FloorRow& row = list->rows.front();
      named.front().number = row.number;
      named.front().title = row.title;
      named.front().level = row.level;
      named.front().due = row.due;
    }
    tell(named);
  });
}

void AlertDesk::tell(const std::vector<FloorAlert>& news) {
  Q_EMIT told(ui::alertText(news));
  const bool isUrgent = std::any_of(news.begin(), news.end(), [](const FloorAlert& one) {
    return one.cause == AlertCause::Urgent;
  });
  if (m_watch.isHeard(news, m_backend.clock().now())) Q_EMIT rung(isUrgent);
}

void AlertDesk::notePresence(const std::vector<PresenceView>& others) {
  QSet<AgentId> helping;
  QStringList names;
  for (const PresenceView& one : others) {
    if (!ui::asksForHelp(one.state)) continue;
    helping.insert(one.agent);
    if (!m_helping.contains(one.agent)) names << one.name;
  }
  m_helping = helping;
  const auto me = m_backend.session();
  if (names.isEmpty() || !me || !mayDo(me->role, Deed::TakeOver)) return;
  //: Agents ask the supervisor for help. %1 is their names.
  Q_EMIT told(tr("%1求助，看板（F11）的坐席里排在最前").arg(names.join(tr("、"))));
  if (m_backend.clock().now() >= m_watch.mutedUntil()) Q_EMIT rung(true);
}

void AlertDesk::toggleMute() {
  const Instant now = m_backend.clock().now();
  const bool isMuted = now < m_watch.mutedUntil();
  m_watch.mute(isMuted ? Instant{} : now + muteFor);
  Q_EMIT told(isMuted ? tr("提醒恢复声音")
                      : tr("提醒静音到 %1，文字照常").arg(ui::clockText(m_watch.mutedUntil())));
}

}  // namespace yingda
