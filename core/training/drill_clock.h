// SPDX-License-Identifier: GPL-3.0-or-later
// The time of a drill: it stands at the moment of the call until the talk begins, and then goes on
// as the clock of the house does.
#pragma once

#include <atomic>

#include "core/base/clock.h"

namespace yingda {

/// `house` outlives it. Thread: any.
class DrillClock final : public Clock {
 public:
  DrillClock(const Clock& house, Instant calledAt) : m_house(house), m_calledAt(calledAt) {}
  /// Lets the time go; once.
  void begin() { m_begun.store(toMs(m_house.now())); }
  bool hasBegun() const { return m_begun.load() != notBegun; }
  /// Since the call; a house clock that is set back stands still here.
  Milliseconds sinceCall() const {
    const qint64 begun = m_begun.load();
    if (begun == notBegun) return {};
    return Milliseconds{std::max<qint64>(0, toMs(m_house.now()) - begun)};
  }
  Instant now() const override { return m_calledAt + sinceCall(); }

 private:
  static constexpr qint64 notBegun = -1;
  const Clock& m_house;
  Instant m_calledAt;
  std::atomic<qint64> m_begun = notBegun;
};

}  // namespace yingda
