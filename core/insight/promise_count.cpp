// SPDX-License-Identifier: GPL-3.0-or-later
// Counts promises.
#include "core/insight/promise_count.h"

namespace yingda {

namespace {

QString figureId() { return QStringLiteral("promise_kept"); }

}  // namespace

bool isKeptInTime(const Promise& promise) {
  return promise.keptAt && *promise.keptAt <= promise.dueAt;
}

PromiseCount countPromises(const std::vector<Promise>& promises, Instant now) {
  PromiseCount count;
  for (const Promise& promise : promises) {
    if (promise.dueAt >= now) continue;
    ++count.over;
    count.kept += isKeptInTime(promise) ? 1 : 0;
  }
  return count;
}

KpiNumber promiseNumber(const PromiseCount& count) {
  KpiNumber number{figureId(), std::nullopt, count.over};
  if (count.over > 0) number.value = 100.0 * count.kept / count.over;
  return number;
}

bool isShortOfTarget(const PromiseCount& count, const KpiDictionary& dictionary) {
  const KpiDefinition* kpi = dictionary.findOrNull(figureId());
  const KpiNumber number = promiseNumber(count);
  if (!kpi || !number.value) return false;
  return kpi->meets(*number.value) == std::optional(false);
}

std::optional<double> promiseTarget(const KpiDictionary& dictionary) {
  const KpiDefinition* kpi = dictionary.findOrNull(figureId());
  return kpi ? kpi->target : std::nullopt;
}

}  // namespace yingda
