// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring ours beside the raw limit: both alternate in blocks of 50 in one process, warm.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

namespace yingda::bench {

struct Sample {
  double wallMs = 0;
  double cpuMs = 0;
};

inline double cpuNow() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

inline Sample measure(const std::function<void()>& act) {
  const double cpu = cpuNow();
  const auto start = std::chrono::steady_clock::now();
  act();
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
  return {wall.count(), cpuNow() - cpu};
}

struct Spread {
  double p50 = 0;
  double p99 = 0;
  double max = 0;
};

inline Spread spreadOf(std::vector<Sample> samples, double Sample::*part) {
  std::sort(samples.begin(), samples.end(),
            [part](const Sample& a, const Sample& b) { return a.*part < b.*part; });
  if (samples.empty()) return {};
  const size_t n = samples.size();
  return {samples[n / 2].*part, samples[n * 99 / 100].*part, samples.back().*part};
}

inline void print(const char* name, const std::vector<Sample>& samples) {
  const Spread wall = spreadOf(samples, &Sample::wallMs);
  const Spread cpu = spreadOf(samples, &Sample::cpuMs);
  std::printf("%-34s n %6zu  wall ms p50 %8.3f p99 %8.3f max %8.3f  cpu p50 %7.3f p99 %7.3f\n",
              name, samples.size(), wall.p50, wall.p99, wall.max, cpu.p50, cpu.p99);
}

/// Runs both in alternating blocks of 50 until each has `count` samples, after one warm block each.
inline void compare(const char* rawName, const std::function<void()>& raw, const char* ourName,
                    const std::function<void()>& ours, int count) {
  constexpr int block = 50;
  std::vector<Sample> rawSamples;
  std::vector<Sample> ourSamples;
  for (int i = 0; i < block; ++i) {
    raw();
    ours();
  }
  while (static_cast<int>(ourSamples.size()) < count) {
    for (int i = 0; i < block; ++i) rawSamples.push_back(measure(raw));
    for (int i = 0; i < block; ++i) ourSamples.push_back(measure(ours));
  }
  print(rawName, rawSamples);
  print(ourName, ourSamples);
  const double rawP99 = spreadOf(rawSamples, &Sample::wallMs).p99;
  const double ourP99 = spreadOf(ourSamples, &Sample::wallMs).p99;
  std::printf("%-34s p99 %.2f x raw\n\n", "", rawP99 > 0 ? ourP99 / rawP99 : 0);
}

}  // namespace yingda::bench
