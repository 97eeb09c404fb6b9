// SPDX-License-Identifier: GPL-3.0-or-later
// The emotion meter of this store: as shipped until people have put enough of its levels right.
#pragma once

#include <atomic>
#include <memory>

#include "core/assist/emotion.h"
#include "core/service/workplace.h"

namespace yingda {

/// The labels are the tickets themselves (ticket_text.emotion); the weights lie in the store's
/// folder and may be deleted at any time. Owner: the triage, beside whose fit it learns. Limits:
/// the workplace outlives it.
class FeelingMemory {
 public:
  /// Reads what was kept; what is damaged is as if it were not there.
  explicit FeelingMemory(Workplace& workplace);
  /// Thread: any.
  std::shared_ptr<const EmotionMeter> meter() const { return m_meter.load(); }
  /// All weights anew from the newest labels; how many there are. With fewer than feltLeast the
  /// weights stay. Errors: those of the cache; Cancelled when `stop` is set. Thread: one at a time.
  Result<int> refit(Database& database, const std::atomic<bool>& stop);

 private:
  void load();
  void keep(const EmotionWeights& weights);
  void use(const EmotionWeights& weights);

  Workplace& m_workplace;
  std::atomic<std::shared_ptr<const EmotionMeter>> m_meter;
};

}  // namespace yingda
