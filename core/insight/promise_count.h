// SPDX-License-Identifier: GPL-3.0-or-later
// How many promises ran out and were kept: one rule for the figure promise_kept, the floor's tile
// and the wall.
#pragma once

#include <vector>

#include "core/domain/promise.h"
#include "core/insight/kpi_figure.h"

namespace yingda {

/// Promises whose moment has come; who settles one early is counted when that moment comes.
struct PromiseCount {
  int over = 0;
  int kept = 0;  ///< of these, by the stated moment
  friend bool operator==(const PromiseCount&, const PromiseCount&) = default;
};

/// Thread: any.
bool isKeptInTime(const Promise& promise);
/// Of those that are due before `now`.
PromiseCount countPromises(const std::vector<Promise>& promises, Instant now);
/// The count as the figure tells it: the share of the kept in percent, and how many ran out.
KpiNumber promiseNumber(const PromiseCount& count);
/// Falls short of the dictionary's target; false while nothing has run out or without a target.
bool isShortOfTarget(const PromiseCount& count, const KpiDictionary& dictionary);
/// The dictionary's target in percent; nothing when it has none.
std::optional<double> promiseTarget(const KpiDictionary& dictionary);

}  // namespace yingda
