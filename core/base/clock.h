// SPDX-License-Identifier: GPL-3.0-or-later
// Where "now" comes from. Injected, so that everything that depends on time can be simulated.
#pragma once

#include <atomic>

#include "core/base/local_time.h"

namespace yingda {

/// A source of wall-clock time. Thread: any.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  Instant now() const override;
};

/// A clock that moves only when told. For tests, demos and pictures.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : m_ms(toMs(start)) {}
  Instant now() const override { return instantFromMs(m_ms.load()); }
  void set(Instant at) { m_ms.store(toMs(at)); }
  void advance(Milliseconds by) { m_ms.fetch_add(by.count()); }

 private:
  std::atomic<qint64> m_ms;
};

}  // namespace yingda
