// SPDX-License-Identifier: GPL-3.0-or-later
// The engine: one timeline a ticket, one verdict a milestone.
#include "core/domain/milestones.h"

#include <algorithm>

#include "core/domain/milestone_timeline.h"
#include "core/domain/milestone_verdict.h"

namespace yingda {

namespace {

using Clock = MilestoneRule::Clock;

qint64 secondsOf(Milliseconds time) { return time.count() / 1000; }

struct Words {
  QString code;
  QString name;
};

/// Built once: a hundred thousand tickets share ten strings.
const Words& wordsOf(MilestoneId id) {
  static const auto words = [] {
    std::array<Words, allMilestones.size()> all;
    for (const MilestoneId each : allMilestones) {
      all[static_cast<std::size_t>(each)] = {milestoneCode(each), milestoneName(each)};
    }
    return all;
  }();
  return words[static_cast<std::size_t>(id)];
}

QString clockName(const MilestoneRule& rule, const ServiceCalendar* calendar) {
  if (rule.clock == Clock::Agreed) return QStringLiteral("约定日期");
  return calendar ? calendar->name() : QStringLiteral("24×7");
}

void readClock(const Verdict& verdict, Instant now, Milestone& milestone) {
  const ClockRun& clock = verdict.clock();
  const MilestoneRule& rule = *verdict.ruleOrNull();
  const Instant start = clock.start();
  const Instant until = std::max(start, std::min(now, milestone.metAt.value_or(now)));
  milestone.start = start;
  milestone.clockName = clockName(rule, clock.calendarOrNull());
  milestone.usedSeconds = secondsOf(clock.counted(start, until));
  if (rule.opensAfter > 0) milestone.opensAt = start + std::chrono::minutes{rule.opensAfter};
  if (!milestone.due) {
    milestone.totalSeconds = rule.clock == Clock::Service ? rule.amount * 60 : 0;
    return;
  }
  milestone.totalSeconds = secondsOf(clock.counted(start, *milestone.due));
  if (!milestone.isUnmet()) return;
  milestone.remainingSeconds = now > *milestone.due
                                   ? -secondsOf(clock.counted(*milestone.due, now))
                                   : milestone.totalSeconds - milestone.usedSeconds;
}

Milestone milestoneOf(const Verdict& verdict, MilestoneId id, const Timeline& timeline,
                      Instant now) {
  Milestone milestone;
  milestone.id = wordsOf(id).code;
  milestone.name = wordsOf(id).name;
  if (verdict.ruleOrNull()) milestone.rule = verdict.ruleOrNull()->text;
  if (!verdict.applies()) return milestone;
  milestone.due = verdict.due();
  milestone.metAt = verdict.metAt();
  milestone.state = verdict.stateAt(now);
  const bool isBroken =
      milestone.state == MilestoneState::Breached || milestone.state == MilestoneState::MetLate;
  if (isBroken) milestone.breachedAt = verdict.breachAt();
  readClock(verdict, std::min(now, timeline.end()), milestone);
  return milestone;
}

std::vector<Milestone> milestonesOf(const MilestoneEngine& engine, const Timeline& timeline,
                                    Instant now) {
  std::vector<Milestone> milestones;
  milestones.reserve(allMilestones.size());
  for (const MilestoneId id : allMilestones) {
    milestones.push_back(milestoneOf(Verdict(engine, timeline, id), id, timeline, now));
  }
  return milestones;
}

/// True when the chain has gone on past a breached milestone, so that naming it helps nobody.
bool isOvertaken(const std::vector<Milestone>& milestones, std::size_t index) {
  const auto isChain = [](std::size_t i) {
    return i <= static_cast<std::size_t>(MilestoneId::M4) ||
           i == static_cast<std::size_t>(MilestoneId::Resolve);
  };
  if (!isChain(index)) return false;
  for (std::size_t later = index + 1; later < milestones.size(); ++later) {
    if (isChain(later) && milestones[later].metAt) return true;
  }
  return false;
}

}  // namespace

QString milestoneStateCode(MilestoneState state) {
  switch (state) {
    case MilestoneState::Running:
      return QStringLiteral("running");
    case MilestoneState::Paused:
      return QStringLiteral("paused");
    case MilestoneState::Met:
      return QStringLiteral("met");
    case MilestoneState::MetLate:
      return QStringLiteral("met_late");
    case MilestoneState::Breached:
      return QStringLiteral("breached");
    case MilestoneState::NotApplicable:
      return QStringLiteral("not_applicable");
  }
  return {};
}

MilestoneEngine::MilestoneEngine(CalendarSet calendars, SlaPolicy policy, CategoryTraitsOf traits)
    : m_calendars(std::move(calendars)), m_policy(std::move(policy)), m_traits(std::move(traits)) {
  for (std::size_t i = 0; i < m_policy.rules.size(); ++i) {
    m_rulesOf[static_cast<std::size_t>(m_policy.rules[i].milestone)].push_back(i);
  }
}

CategoryTraits MilestoneEngine::traitsOf(const QString& category) const {
  if (m_traits) return m_traits(category);
  const bool isAttitude =
      category == u"attitude" || category.startsWith(QStringLiteral("attitude."));
  return {.attitude = isAttitude, .repair = {}};
}

const MilestoneRule* MilestoneEngine::ruleOrNull(const RuleQuery& query) const {
  for (const std::size_t index : m_rulesOf[static_cast<std::size_t>(query.milestone)]) {
    const MilestoneRule& rule = m_policy.rules[index];
    if (rule.applies(query)) return rule.clock == Clock::None ? nullptr : &rule;
  }
  return nullptr;
}

const ServiceCalendar* MilestoneEngine::calendarOrNull(const MilestoneRule& rule) const {
  return rule.calendar.isEmpty() ? nullptr : m_calendars.findOrNull(rule.calendar);
}

std::vector<Milestone> MilestoneEngine::milestones(const MilestoneInput& input, Instant now) const {
  return milestonesOf(*this, Timeline(*this, input), now);
}

Account MilestoneEngine::account(const MilestoneInput& input, const QString& milestoneId,
                                 Instant now) const {
  const auto id = milestoneFromCode(milestoneId);
  if (!id) return {};
  const Timeline timeline(*this, input);
  return accountOf(Verdict(*this, timeline, *id), timeline, *id, now);
}

std::optional<NextDue> MilestoneEngine::nextDue(const MilestoneInput& input, Instant now) const {
  const Timeline timeline(*this, input);
  const std::vector<Milestone> all = milestonesOf(*this, timeline, now);
  const bool isSolved = timeline.first(FactKind::Solved, timeline.start()).has_value();
  std::optional<NextDue> next;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Milestone& milestone = all[i];
    if (!milestone.due || !milestone.isUnmet()) continue;
    if (isSolved && allMilestones[i] != MilestoneId::Callback) continue;
    const bool isBreached = milestone.state == MilestoneState::Breached;
    if (isBreached && isOvertaken(all, i)) continue;
    if (!next || *milestone.due < next->due) next = {milestone.id, *milestone.due, isBreached};
  }
  return next;
}

}  // namespace yingda
