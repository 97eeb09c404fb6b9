// SPDX-License-Identifier: GPL-3.0-or-later
// Names of milestones, choosing a rule, and owners' rest hours.
#include "core/domain/sla_policy.h"

#include <algorithm>

#include "core/base/invariant.h"

namespace yingda {

namespace {

struct MilestoneWord {
  MilestoneId id;
  const char16_t* code;
  const char16_t* name;
};

constexpr MilestoneWord milestoneWords[] = {
    {MilestoneId::M1, u"M1", u"黄金5分钟"},
    {MilestoneId::M2, u"M2", u"受理确认"},
    {MilestoneId::M3, u"M3", u"初步诊断"},
    {MilestoneId::M4, u"M4", u"方案通报"},
    {MilestoneId::Onsite, u"onsite", u"到场"},
    {MilestoneId::Plan, u"plan", u"方案"},
    {MilestoneId::Resolve, u"resolve", u"办结"},
    {MilestoneId::Transfer, u"transfer", u"专家回复"},
    {MilestoneId::Callback, u"callback", u"结果回访"},
    {MilestoneId::Progress, u"progress", u"进度告知"},
};

struct FactWord {
  FactKind kind;
  const char16_t* code;
};

constexpr FactWord factWords[] = {
    {FactKind::Confirmed, u"confirmed"},
    {FactKind::Told, u"told"},
    {FactKind::Diagnosed, u"diagnosed"},
    {FactKind::Informed, u"informed"},
    {FactKind::Arrived, u"arrived"},
    {FactKind::Solved, u"solved"},
    {FactKind::Pause, u"pause"},
    {FactKind::Resume, u"resume"},
    {FactKind::Contact, u"contact"},
    {FactKind::Reopened, u"reopened"},
    {FactKind::LevelChanged, u"level"},
    {FactKind::CategoryChanged, u"category"},
    {FactKind::Agreed, u"agreed"},
    {FactKind::PlanGiven, u"plan"},
    {FactKind::Transferred, u"transferred"},
    {FactKind::Answered, u"answered"},
    {FactKind::CalledBack, u"calledback"},
};

const MilestoneWord& wordOf(MilestoneId id) { return milestoneWords[static_cast<std::size_t>(id)]; }

bool isWithin(const QString& category, const QString& ancestor) {
  return category.startsWith(ancestor) &&
         (category.size() == ancestor.size() || category[ancestor.size()] == u'.');
}

}  // namespace

QString milestoneCode(MilestoneId id) { return QString::fromUtf16(wordOf(id).code); }
QString milestoneName(MilestoneId id) { return QString::fromUtf16(wordOf(id).name); }

std::optional<MilestoneId> milestoneFromCode(QStringView code) {
  for (const MilestoneWord& word : milestoneWords) {
    if (code == QStringView(word.code)) return word.id;
  }
  return std::nullopt;
}

QString factKindCode(FactKind kind) {
  for (const FactWord& word : factWords) {
    if (word.kind == kind) return QString::fromUtf16(word.code);
  }
  failInvariant("word exists", "a kind of fact without a code", __FILE__, __LINE__);
}

std::optional<FactKind> factKindFromCode(QStringView code) {
  for (const FactWord& word : factWords) {
    if (code == QStringView(word.code)) return word.kind;
  }
  return std::nullopt;
}

bool MilestoneRule::applies(const RuleQuery& query) const {
  if (milestone != query.milestone) return false;
  if (!levels.empty() && std::find(levels.begin(), levels.end(), query.level) == levels.end()) {
    return false;
  }
  if (live && *live != query.live) return false;
  if (attitude && *attitude != query.attitude) return false;
  if (!repairs.isEmpty() &&
      !repairs.contains(query.repair.isEmpty() ? QStringLiteral("none") : query.repair)) {
    return false;
  }
  return categories.isEmpty() ||
         std::any_of(categories.begin(), categories.end(),
                     [&](const QString& ancestor) { return isWithin(query.category, ancestor); });
}

Instant QuietHours::nextAllowed(Instant at) const {
  Instant allowed = at;
  // A span may end where the next begins; each can move the time once.
  for (std::size_t round = 0; round <= spans.size(); ++round) {
    const Milliseconds time = timeOfDay(allowed);
    const auto rest = std::find_if(spans.begin(), spans.end(), [time](const Span& span) {
      const std::chrono::minutes from{span.fromMinute};
      const std::chrono::minutes to{span.toMinute};
      return from < to ? from <= time && time < to : from <= time || time < to;
    });
    if (rest == spans.end()) break;
    const std::chrono::minutes end{rest->toMinute};
    const LocalDay day = localDayOf(allowed);
    allowed = instantAt(time < end ? day : day + std::chrono::days{1}, end);
  }
  return allowed;
}

const MilestoneRule* SlaPolicy::ruleOrNull(const RuleQuery& query) const {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const MilestoneRule& rule) { return rule.applies(query); });
  const bool exists = found != rules.end() && found->clock != MilestoneRule::Clock::None;
  return exists ? &*found : nullptr;
}

SlaPolicy SlaPolicy::withCalendar(const QString& calendarId) const {
  SlaPolicy changed = *this;
  for (MilestoneRule& rule : changed.rules) {
    if (!rule.calendar.isEmpty()) rule.calendar = calendarId;
  }
  return changed;
}

const SlaPolicy* PolicySet::findOrNull(const QString& id) const {
  const SlaPolicy* best = nullptr;
  for (const SlaPolicy& policy : m_policies) {
    if (policy.id == id && (!best || policy.version > best->version)) best = &policy;
  }
  return best;
}

}  // namespace yingda
