// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of one cycle of a ticket in their one order: stretches between changes, and pauses.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/milestones.h"

namespace yingda {

/// An end that has not come: later than anything.
inline constexpr Instant never = Instant::max();

/// A stretch in which level, category and agreed date do not change; [from, to).
struct Stretch {
  Instant from{};
  Instant to = never;
  Level level = Level::Yellow;
  QString category;
  CategoryTraits traits;
  std::optional<Instant> agreed;
};

/// A stretch of a pause, [from, to); `to` is never while the pause is open.
struct PauseSpan {
  Instant from{};
  Instant to = never;
  QString reason;
};

/// One cycle of a ticket. Equal for every order of the same facts.
/// Owner: a computation on the stack; the input must outlive it.
class Timeline {
 public:
  Timeline(const MilestoneEngine& engine, const MilestoneInput& input);

  Instant start() const { return m_start; }
  /// The next reopening, or never.
  Instant end() const { return m_end; }
  const MilestoneInput& input() const { return m_input; }
  const std::vector<Stretch>& stretches() const { return m_stretches; }
  /// In order and disjoint.
  const std::vector<PauseSpan>& pauses() const { return m_pauses; }
  const std::vector<const Fact*>& facts() const { return m_facts; }
  /// The first fact of that kind at or after `from`.
  std::optional<Instant> first(FactKind kind, Instant from) const;
  bool isPausedAt(Instant at) const;
  /// What the progress clock runs from: the last communication that owes another one. With
  /// `repeats` each does; else only one that follows news, or news that follows a communication.
  std::optional<Instant> progressStart(bool repeats) const;
  /// The communication that paid what `start` owed, if any.
  std::optional<Instant> progressMet(Instant start) const;

 private:
  void sortFacts();
  void cutCycle();
  void buildStretches(const MilestoneEngine& engine);
  void buildPauses();
  std::vector<Instant> communications() const;
  std::optional<Instant> firstNews(Instant after, Instant until) const;

  const MilestoneInput& m_input;
  int m_cycle = 1;
  Instant m_start{};
  Instant m_end = never;
  std::vector<const Fact*> m_all;    ///< every fact, in order
  std::vector<const Fact*> m_facts;  ///< of the cycle
  std::size_t m_factsBefore = 0;     ///< facts of earlier cycles
  std::vector<Stretch> m_stretches;
  std::vector<PauseSpan> m_pauses;
};

}  // namespace yingda
