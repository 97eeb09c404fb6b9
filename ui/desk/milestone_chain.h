// SPDX-License-Identifier: GPL-3.0-or-later
// Which milestones stand in the chain, and the words and colours of each; no widgets.
#pragma once

#include <QString>
#include <vector>

#include "core/domain/milestones.h"
#include "ui/parts/clock_text.h"

namespace yingda::ui {

/// One node as it is shown.
struct MilestoneNode {
  /// Waiting is hollow, Running is filled in accent or the tone of its clock.
  enum class Look { Waiting, Running, Met, MetLate, Late, Paused };
  QString id;
  QString name;    ///< 黄金5分钟
  QString value;   ///< 剩 41 秒
  QString detail;  ///< 23:45:12 · 还差告知
  QString spoken;  ///< the whole node as a sentence
  Look look = Look::Waiting;
  ClockText::Tone tone = ClockText::Tone::Calm;
  double share = 0;  ///< of its clock that is used, 0 to 1
  bool canExplain = false;
  friend bool operator==(const MilestoneNode&, const MilestoneNode&) = default;
};

/// The nodes in the order of the chain; the folded ones stand behind 更多.
struct MilestoneChain {
  std::vector<MilestoneNode> shown;
  std::vector<MilestoneNode> folded;
  /// The node that a person asks about first: 办结 while it runs, else the next due.
  QString asked;
};

struct ChainInput {
  const std::vector<Milestone>& milestones;
  Level level = Level::Yellow;
  Instant setAt{};  ///< when the milestones were computed
  Instant now{};
  QString missingForGolden;
  bool isCalm = false;  ///< 慢一点: no seconds are counted
};

/// At most five are shown: for 紧急 the golden five minutes, receipt, arrival, next notice and
/// resolve; else the open ones and the last met before them. A late one is never folded.
MilestoneChain milestoneChain(const ChainInput& input);

}  // namespace yingda::ui
