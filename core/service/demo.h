// SPDX-License-Identifier: GPL-3.0-or-later
// A believable organisation out of nothing: the same seed and sizes give the same one, byte by
// byte.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "core/base/result.h"

namespace yingda {

class Workplace;

struct DemoOptions {
  quint64 seed = 7;
  int households = 2000;
  int tickets = 20000;
  int open = 60;                                      ///< how many of the newest are still open
  std::function<void(int done, int total)> progress;  ///< called on the cache thread
  std::shared_ptr<std::atomic<bool>> cancel;          ///< null: cannot be cancelled
};

struct DemoReport {
  int households = 0;
  int tickets = 0;
  double seconds = 0;
};

/// The PIN of everybody in a demo organisation.
inline constexpr const char* demoPin = "000000";

/// Fills an empty store by bulk operations; Refused when it is not empty. Cancelled leaves a store
/// that is whole up to the last operation, and no demo store when nothing was written. Thread: the
/// cache thread. Limits: 1 to 1,000,000 households, 0 to 5,000,000 tickets, no more open ones than
/// tickets.
Result<DemoReport> makeDemo(Workplace& workplace, const DemoOptions& options);

}  // namespace yingda
