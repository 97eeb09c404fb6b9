// SPDX-License-Identifier: GPL-3.0-or-later
// One look at the watermark a turn, by one bell a floor.
#include "core/remote/door_bell.h"

#include <algorithm>

namespace yingda {

namespace {

constexpr Milliseconds spareWait{500};
constexpr Milliseconds backoffFirst{250};
constexpr Milliseconds backoffMost{10'000};
constexpr Milliseconds countEvery{5'000};

}  // namespace

Milliseconds bellRest(int listeners) {
  return Milliseconds(50 + 150 * std::clamp(listeners, 0, 1000) / 1000);
}

void DoorBell::become(State state, const Told& told, const QString& detail) {
  if (m_state == state) return;
  m_state = state;
  told(state, detail);
}

Milliseconds DoorBell::backoff() {
  const auto most = std::min(backoffFirst * (1 << std::min(m_failures++, 6)), backoffMost);
  return Milliseconds(most.count() / 2 +
                      static_cast<qint64>(m_random.below(static_cast<quint64>(most.count() / 2))));
}

void DoorBell::run(WakeUp& end, const Told& told) {
  for (;;) {
    const auto rest = turn(told);
    if (!rest) {
      become(State::Away, told, rest.error().detail);
      // Whoever holds the lock must hold a connection that works.
      m_link.close();
    }
    if (end.wait(rest ? *rest : backoff()) == WakeUp::Cause::Asked) return;
  }
}

Result<Milliseconds> DoorBell::turn(const Told& told) {
  if (!m_link.isOpen()) {
    if (auto opened = m_link.open(); !opened) return opened.error();
    m_countedAt = {};
  }
  if (m_state != State::Ringing) {
    const auto mine = isMine();
    if (!mine) return mine.error();
    m_failures = 0;
    if (!*mine) {
      become(State::Spare, told);
      return spareWait;
    }
    // What came while nobody rang is told by the first ring.
    m_seen.clear();
    become(State::Ringing, told);
  }
  if (auto looked = look(); !looked) return looked.error();
  return bellRest(m_listeners);
}

Result<bool> DoorBell::isMine() {
  // The lock belongs to the connection: it is free as soon as that is gone, and no transaction
  // stays open for it.
  auto query =
      m_link.ask(QStringLiteral("SELECT pg_try_advisory_lock(hashtext('yingda.bell'), 0)"));
  if (!query) return query.error();
  const bool isMine = query->next() && query->value(0).toBool();
  if (auto whole = m_link.finished(*query); !whole) return whole.error();
  return isMine;
}

Result<void> DoorBell::look() {
  const auto now = std::chrono::steady_clock::now();
  if (now - m_countedAt >= countEvery) {
    m_countedAt = now;
    auto query = m_link.ask(QStringLiteral(
        "SELECT count(*)::integer FROM pg_stat_activity WHERE datname = current_database()"));
    if (!query) return query.error();
    if (query->next()) m_listeners = query->value(0).toInt();
  }
  const bool isDue = now - m_toldAt >= bellAliveEvery;
  auto query = m_link.ask(QStringLiteral("SELECT seen, is_news FROM yingda.ring(?::text::xid8, ?)"),
                          {m_seen.isEmpty() ? QVariant() : QVariant(m_seen), isDue});
  if (!query) return query.error();
  bool isNews = false;
  if (query->next()) {
    m_seen = query->value(0).toString();
    isNews = query->value(1).toBool();
  }
  if (auto whole = m_link.finished(*query); !whole) return whole;
  if (isNews) ++m_rings;
  if (isNews || isDue) m_toldAt = now;
  return {};
}

}  // namespace yingda
