// SPDX-License-Identifier: GPL-3.0-or-later
// The tickets of a demo organisation: when they came, what was said, and how they ended.
#pragma once

#include "core/domain/change_set.h"
#include "core/service/demo_people.h"

namespace yingda {

/// Writes tickets in the order of their receipt.
class DemoTickets {
 public:
  DemoTickets(const DemoWords& words, const Starter& starter, Random& random,
              const std::vector<DemoHome>& homes, const std::vector<Agent>& staff, Instant end);
  /// Receipt times of `count` tickets over 36 months, rising; the last `open` lie in the last three
  /// days.
  std::vector<Instant> receipts(int count, int open);
  void write(const QString& numberDigits, Instant receivedAt, bool isOpen, ChangeSet& changes);
  /// 红 of tonight in 3栋2单元.
  void writeBurst(const QString& numberDigits, ChangeSet& changes);

 private:
  struct Writing;
  const DemoTemplate& templateAt(Instant at);
  double seasonWeight(const DemoTemplate& row, Instant at) const;
  Writing begin(const QString& numberDigits, Instant receivedAt, const DemoHome& home);
  void live(Writing& writing, const DemoTemplate& row, bool isOpen);
  void solve(Writing& writing, const DemoTemplate& row, Instant at);
  void add(Writing& writing, ActivityKind kind, Instant at, const QJsonObject& data = {},
           const Agent* by = nullptr);
  void finish(Writing& writing, ChangeSet& changes);
  const Agent& of(const QString& department);
  std::chrono::seconds between(int leastSeconds, int mostSeconds);

  const DemoWords& m_words;
  const Starter& m_starter;
  Random& m_random;
  const std::vector<DemoHome>& m_homes;
  const std::vector<Agent>& m_staff;
  Instant m_end;
};

}  // namespace yingda
