// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines as a pure function of facts: milestones of a ticket, their state, and what is due next.
#pragma once

#include <QString>
#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/domain/calendar.h"
#include "core/domain/milestone_account.h"
#include "core/domain/milestone_queue.h"
#include "core/domain/sla_policy.h"
#include "core/domain/words.h"

namespace yingda {

struct Fact {
  FactKind kind = FactKind::Confirmed;
  Instant at{};
  std::optional<Instant> expectedEnd;
  Level level = Level::Yellow;
  QString category;
  QString text;  ///< reason or who
};

/// Everything the clocks of a ticket depend on, beside policy, calendar and now.
struct MilestoneInput {
  Level level = Level::Yellow;  ///< as received; changes are facts
  QString category;             ///< as received
  bool attitude = false;        ///< 服务态度, of the category as received
  QString repair;               ///< urgent small major or empty, of the category as received
  Instant received{};           ///< first ring of a live call, else receipt
  bool liveCall = true;
  bool progressWaived = false;  ///< the owner wishes no progress calls (有结果再联系我)
  std::vector<Fact> facts;
  int cycle = 0;  ///< 1 is the first; 0 the latest
};

/// Milestones depend on a category only through these two traits.
struct CategoryTraits {
  bool attitude = false;
  QString repair;
};
using CategoryTraitsOf = std::function<CategoryTraits(const QString& category)>;

enum class MilestoneState { Running, Paused, Met, MetLate, Breached, NotApplicable };
QString milestoneStateCode(
    MilestoneState state);  ///< running paused met met_late breached not_applicable

/// One milestone as it stands now.
struct Milestone {
  QString id;                  ///< M1 … progress
  QString name;                ///< 黄金5分钟 …
  std::optional<Instant> due;  ///< nothing: not applicable, or an open pause leaves none
  std::optional<Instant> metAt;
  MilestoneState state = MilestoneState::NotApplicable;
  std::optional<qint64> remainingSeconds;  ///< of its own clock; negative after a breach
  QString rule;                            ///< 48 个服务小时
  QString clockName;                       ///< 工作日, 24×7 …
  qint64 totalSeconds = 0;                 ///< of its own clock, from start to due
  qint64 usedSeconds = 0;                  ///< of its own clock, until now or until met
  std::optional<Instant> start;            ///< what the clock runs from
  std::optional<Instant> opensAt;          ///< callback: not before this
  std::optional<Instant> breachedAt;  ///< the due, or the change of level that put it in the past
  bool isUnmet() const {
    return state == MilestoneState::Running || state == MilestoneState::Paused ||
           state == MilestoneState::Breached;
  }
};

/// What has to be done next on a ticket.
struct NextDue {
  QString id;
  Instant due{};
  bool breached = false;
};

/// Computes milestones and their account. Holds data only; all functions are pure.
/// Thread: any; use one engine from many threads freely.
class MilestoneEngine {
 public:
  /// Without `traits` only the category `attitude` (and what begins with "attitude.") has a trait.
  /// A rule that names an unknown calendar is counted as wall clock.
  MilestoneEngine(CalendarSet calendars, SlaPolicy policy, CategoryTraitsOf traits = {});

  /// All ten milestones of the cycle, in the order of the chain.
  std::vector<Milestone> milestones(const MilestoneInput& input, Instant now) const;
  /// Why that due is that time: rows that sum to what the due says. Empty when not applicable.
  Account account(const MilestoneInput& input, const QString& milestoneId, Instant now) const;
  /// The earliest due that still needs a person, breached ones included. After the solution only
  /// the callback; a breach that a later milestone of M1–M4, resolve overtook is not named again.
  std::optional<NextDue> nextDue(const MilestoneInput& input, Instant now) const;

  const CalendarSet& calendars() const { return m_calendars; }
  const SlaPolicy& policy() const { return m_policy; }
  CategoryTraits traitsOf(const QString& category) const;
  /// Null: such a ticket has no such milestone.
  const MilestoneRule* ruleOrNull(const RuleQuery& query) const;
  /// Null: the rule counts wall clock.
  const ServiceCalendar* calendarOrNull(const MilestoneRule& rule) const;

 private:
  CalendarSet m_calendars;
  SlaPolicy m_policy;
  CategoryTraitsOf m_traits;
  std::array<std::vector<std::size_t>, allMilestones.size()> m_rulesOf;  ///< in order of the file
};

/// The words of a ticket that an owner may hear in a sentence about a due.
struct OwnerWords {
  QString address;  ///< 王老师; empty leaves the address out
  QString act;      ///< 张师傅上门更换角阀; empty: the usual act of the milestone
};

/// What to tell the owner: what will be done, and when. Never 不计时, 午休, 周末不算.
/// Empty when there is no time that can honestly be said: met, overdue, paused without an end.
QString ownerSentence(const Milestone& milestone, const OwnerWords& words, Instant now);

}  // namespace yingda
