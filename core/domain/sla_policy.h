// SPDX-License-Identifier: GPL-3.0-or-later
// SLA policies as data: which clock, amount and calendar each milestone of a ticket has.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <array>
#include <optional>
#include <vector>

#include "core/base/local_time.h"
#include "core/base/result.h"
#include "core/domain/calendar.h"
#include "core/domain/words.h"

namespace yingda {

/// The milestones in the order of the chain; ids M1 M2 M3 M4 onsite plan resolve transfer callback
/// progress.
enum class MilestoneId { M1, M2, M3, M4, Onsite, Plan, Resolve, Transfer, Callback, Progress };
inline constexpr std::array allMilestones{
    MilestoneId::M1,       MilestoneId::M2,      MilestoneId::M3,      MilestoneId::M4,
    MilestoneId::Onsite,   MilestoneId::Plan,    MilestoneId::Resolve, MilestoneId::Transfer,
    MilestoneId::Callback, MilestoneId::Progress};
QString milestoneCode(MilestoneId id);  ///< M1 … onsite … progress
QString milestoneName(MilestoneId id);  ///< 黄金5分钟 受理确认 初步诊断 方案通报 到场 方案 办结
                                        ///< 专家回复 结果回访 进度告知
std::optional<MilestoneId> milestoneFromCode(QStringView code);

/// What happened, as far as clocks care. Facts are append-only; their order in a list never
/// matters.
enum class FactKind {
  Confirmed,  ///< receipt confirmed, ticket number given
  Told,       ///< the owner was told (the process, or progress)
  Diagnosed,
  Informed,  ///< the plan was told to the owner
  Arrived,
  Solved,
  Pause,  ///< `expectedEnd` may be given, `text` is the reason
  Resume,
  Contact,          ///< the owner contacted us; ends a pause
  Reopened,         ///< starts a new cycle
  LevelChanged,     ///< `level` is the new one
  CategoryChanged,  ///< `category` is the new leaf
  Agreed,           ///< `expectedEnd` is the date agreed with the owner
  PlanGiven,        ///< the written plan of a major complaint
  Transferred,      ///< handed to an expert
  Answered,         ///< the expert or the agent answered
  CalledBack        ///< the result callback reached the owner
};
/// confirmed told diagnosed informed arrived solved pause resume contact reopened level category
/// agreed plan transferred answered calledback.
QString factKindCode(FactKind kind);
std::optional<FactKind> factKindFromCode(QStringView code);

/// What a rule looks at to apply: the ticket as it stands in one stretch between changes.
struct RuleQuery {
  MilestoneId milestone = MilestoneId::M1;
  Level level = Level::Yellow;
  bool live = true;       ///< received on a live call
  bool attitude = false;  ///< 服务态度
  QString repair;         ///< urgent small major, or empty
  QString category;       ///< leaf id, or empty
};

/// One row of a policy: when it applies, and the clock it gives.
struct MilestoneRule {
  enum class Clock {
    Wall,         ///< `minutes` of wall clock, never paused
    Service,      ///< `minutes` of service time on `calendar`; stands still in pauses
    WorkingDays,  ///< `days` working days after the day of receipt, due at `dueMinute`
    SameDay,  ///< the day of receipt if before `cutoffMinute` of a working day, else the next one
    Agreed,   ///< the date agreed with the owner
    None      ///< no such milestone; stops the search for a later rule
  };
  /// What the clock starts from.
  enum class Start { Receipt, Transfer, Solution, Communication };

  MilestoneId milestone = MilestoneId::M1;
  Clock clock = Clock::Wall;
  Start start = Start::Receipt;
  qint64 amount = 0;           ///< minutes (Wall, Service) or days (WorkingDays)
  int dueMinute = 18 * 60;     ///< time of day of a working-day deadline
  int cutoffMinute = 18 * 60;  ///< SameDay: received before this minute is due the same day
  qint64 opensAfter = 0;       ///< minutes after the start when the window opens (callback)
  bool pausable = false;
  bool quietHours = false;  ///< a due in the owners' rest hours moves to the next allowed minute
  bool repeats = false;     ///< a communication without news starts it too (红)
  QString calendar;         ///< id; empty for Wall and Agreed
  QString origin;           ///< S0 S1 S2, or 自定
  QString text;             ///< 48 个服务小时
  /// Alternatives; each needs all its kinds ("confirmed+told" in files).
  std::vector<std::vector<FactKind>> metBy;

  // Selectors; an empty list or nothing means any.
  std::vector<Level> levels;
  std::optional<bool> live;
  std::optional<bool> attitude;
  QStringList repairs;     ///< "none" matches a ticket that is no repair
  QStringList categories;  ///< a category or its ancestors
  bool applies(const RuleQuery& query) const;
};

/// Owners' rest hours, minutes since midnight, half-open; may cross midnight.
struct QuietHours {
  std::vector<Span> spans;
  /// The same instant, or the end of the rest it falls into.
  Instant nextAllowed(Instant at) const;
};

/// An ordered list of rules; the first that applies wins.
class SlaPolicy {
 public:
  QString id, name, source;
  int version = 1;
  std::vector<MilestoneRule> rules;
  QuietHours quiet;

  /// Null: the milestone does not exist for such a ticket.
  const MilestoneRule* ruleOrNull(const RuleQuery& query) const;
  /// The same rules with every calendar replaced (`--calendar`).
  SlaPolicy withCalendar(const QString& calendarId) const;
};

/// The policies of an organisation.
class PolicySet {
 public:
  static Result<PolicySet> fromJson(const QByteArray& json);
  const SlaPolicy* findOrNull(const QString& id) const;
  const std::vector<SlaPolicy>& all() const { return m_policies; }

 private:
  std::vector<SlaPolicy> m_policies;
};

}  // namespace yingda
