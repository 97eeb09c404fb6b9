// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's clock, read in one place.
#include "core/base/clock.h"

namespace yingda {

Instant SystemClock::now() const {
  return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

}  // namespace yingda
