// SPDX-License-Identifier: GPL-3.0-or-later
// The doorbell of a floor: tells the workstations that something new is complete, so that they need
// not ask all the time.
#pragma once

#include <functional>

#include "core/base/random.h"
#include "core/base/wake_up.h"
#include "core/remote/server_link.h"

namespace yingda {

/// The channel, and what is said on it. What is new is not told: the bell may be lost or doubled.
inline constexpr const char* bellChannel = "yingda_bell";
inline constexpr const char* bellNews = "news";
/// Nothing is new and the bell is there: who hears it may ask less often.
inline constexpr const char* bellAlive = "alive";
inline constexpr Milliseconds bellAliveEvery{2'000};

/// How long to rest between two looks at the watermark: 50 ms for a few listeners, 200 ms for a
/// thousand and more. Every ring costs the server a signal and a question for each of them.
Milliseconds bellRest(int listeners);

/// Thread: any one; `run` keeps it.
class DoorBell {
 public:
  enum class State {
    Away,     ///< no connection; tried again with growing pauses
    Spare,    ///< another bell of this floor rings; this one takes over when that ends
    Ringing,  ///< this is the one
  };
  using Told = std::function<void(State state, const QString& detail)>;

  DoorBell(const ServerAddress& address, Random& random) : m_link(address), m_random(random) {}
  /// Until `end` is rung. `told` hears of every change of state.
  void run(WakeUp& end, const Told& told);
  qint64 rings() const { return m_rings; }

 private:
  void become(State state, const Told& told, const QString& detail = {});
  /// How long to rest before the next turn.
  Result<Milliseconds> turn(const Told& told);
  Result<bool> isMine();
  Result<void> look();
  Milliseconds backoff();

  ServerLink m_link;
  Random& m_random;
  std::optional<State> m_state;
  QString m_seen;
  int m_listeners = 0;
  int m_failures = 0;
  qint64 m_rings = 0;
  std::chrono::steady_clock::time_point m_toldAt;
  std::chrono::steady_clock::time_point m_countedAt;
};

}  // namespace yingda
