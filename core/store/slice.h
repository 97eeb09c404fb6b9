// SPDX-License-Identifier: GPL-3.0-or-later
// How long one stretch of a projection lasts.
#pragma once

#include <chrono>
#include <functional>

#include "core/base/local_time.h"

namespace yingda {

/// One transaction of a long projection. Rows come with random ids: the longer a transaction, the
/// more of them share the index pages that it writes, so it goes on while nobody waits.
/// Thread: any one.
class Slice {
 public:
  /// Ends after that time.
  Slice(Milliseconds length) : Slice(length, length, {}) {}
  /// Ends after `least` when somebody waits, and after `most` in any case.
  Slice(Milliseconds least, Milliseconds most, std::function<bool()> isAwaited)
      : m_least(std::chrono::steady_clock::now() + least),
        m_most(m_least + (most - least)),
        m_isAwaited(std::move(isAwaited)) {}
  bool isOver() const {
    const auto now = std::chrono::steady_clock::now();
    return now >= m_most || (now >= m_least && m_isAwaited && m_isAwaited());
  }

 private:
  std::chrono::steady_clock::time_point m_least;
  std::chrono::steady_clock::time_point m_most;
  std::function<bool()> m_isAwaited;
};

}  // namespace yingda
