// SPDX-License-Identifier: GPL-3.0-or-later
// Reads sla_policies.json; a misspelt key or word is refused, because it would change a deadline.
#include <QStringList>

#include "core/domain/clock_json.h"
#include "core/domain/sla_policy.h"

namespace yingda {

namespace {

using clock_json::invalid;
using Clock = MilestoneRule::Clock;
using Start = MilestoneRule::Start;

std::optional<Clock> clockFrom(const QString& word) {
  if (word == u"wall") return Clock::Wall;
  if (word == u"service") return Clock::Service;
  if (word == u"workingDays") return Clock::WorkingDays;
  if (word == u"sameDay") return Clock::SameDay;
  if (word == u"agreed") return Clock::Agreed;
  if (word == u"none") return Clock::None;
  return std::nullopt;
}

std::optional<Start> startFrom(const QString& word) {
  if (word.isEmpty()) return Start::Receipt;
  if (word == u"transfer") return Start::Transfer;
  if (word == u"solution") return Start::Solution;
  if (word == u"communication") return Start::Communication;
  return std::nullopt;
}

QStringList textsOf(const QJsonValue& value) {
  QStringList texts;
  const QJsonArray array = value.toArray();
  for (const auto& text : array) texts << text.toString();
  return texts;
}

Result<void> readSelectors(const QJsonObject& row, MilestoneRule& rule) {
  const QStringList levels = textsOf(row[u"levels"]);
  for (const QString& word : levels) {
    const auto level = levelFromText(word);
    if (!level) return invalid(QStringLiteral("unknown level: ") + word);
    rule.levels.push_back(*level);
  }
  if (row.contains(u"live")) rule.live = row[u"live"].toBool();
  if (row.contains(u"attitude")) rule.attitude = row[u"attitude"].toBool();
  rule.repairs = textsOf(row[u"repairs"]);
  rule.categories = textsOf(row[u"categories"]);
  return {};
}

Result<void> readMetBy(const QJsonObject& row, MilestoneRule& rule) {
  const QStringList alternatives = textsOf(row[u"metBy"]);
  for (const QString& alternative : alternatives) {
    std::vector<FactKind> kinds;
    const QStringList words = alternative.split(u'+');
    for (const QString& word : words) {
      const auto kind = factKindFromCode(word);
      if (!kind) return invalid(QStringLiteral("unknown fact: ") + word);
      kinds.push_back(*kind);
    }
    rule.metBy.push_back(std::move(kinds));
  }
  return {};
}

Result<void> readTimes(const QJsonObject& row, MilestoneRule& rule) {
  rule.amount = row.contains(u"days") ? row[u"days"].toInteger() : row[u"minutes"].toInteger();
  rule.opensAfter = row[u"opensAfterMinutes"].toInteger();
  for (const auto& [key, field] :
       {std::pair{u"at", &rule.dueMinute}, std::pair{u"before", &rule.cutoffMinute}}) {
    if (!row.contains(QStringView(key))) continue;
    const auto minute = clock_json::minuteFromText(row[QStringView(key)].toString());
    if (!minute) return invalid(QStringLiteral("no time of day in a rule"));
    *field = *minute;
  }
  const bool needsAmount =
      rule.clock == Clock::Wall || rule.clock == Clock::Service || rule.clock == Clock::WorkingDays;
  // Ten years bound every loop over days.
  if (needsAmount && (rule.amount < 1 || rule.amount > 10LL * 366 * 24 * 60)) {
    return invalid(QStringLiteral("an amount out of range"));
  }
  if (rule.clock == Clock::WorkingDays && (!row.contains(u"days") || rule.amount > 3660)) {
    return invalid(QStringLiteral("working days need days"));
  }
  return {};
}

const QStringList& ruleKeys() {
  static const QStringList keys =
      QStringLiteral(
          "milestone levels live attitude repairs categories clock start minutes days at before "
          "opensAfterMinutes pausable quietHours repeats calendar origin text metBy")
          .split(u' ');
  return keys;
}

Result<MilestoneRule> ruleFrom(const QJsonObject& row) {
  if (const auto key = clock_json::unknownKey(row, ruleKeys())) {
    return invalid(QStringLiteral("unknown key of a rule: ") + *key);
  }
  MilestoneRule rule;
  const auto milestone = milestoneFromCode(row[u"milestone"].toString());
  const auto clock = clockFrom(row[u"clock"].toString());
  const auto start = startFrom(row[u"start"].toString());
  if (!milestone || !clock || !start) {
    return invalid(QStringLiteral("unknown milestone, clock or start"));
  }
  rule.milestone = *milestone;
  rule.clock = *clock;
  rule.start = *start;
  rule.calendar = row[u"calendar"].toString();
  rule.origin = row[u"origin"].toString();
  rule.text = row[u"text"].toString();
  rule.pausable = row[u"pausable"].toBool();
  rule.quietHours = row[u"quietHours"].toBool();
  rule.repeats = row[u"repeats"].toBool();
  const bool usesCalendar =
      *clock == Clock::Service || *clock == Clock::WorkingDays || *clock == Clock::SameDay;
  if (usesCalendar == rule.calendar.isEmpty() || (rule.pausable && !usesCalendar)) {
    return invalid(QStringLiteral("calendar and pauses belong to service and day clocks"));
  }
  for (const auto& read : {readSelectors(row, rule), readMetBy(row, rule), readTimes(row, rule)}) {
    if (!read) return read.error();
  }
  return rule;
}

Result<SlaPolicy> policyFrom(const QJsonObject& object) {
  SlaPolicy policy;
  policy.id = object[u"id"].toString();
  policy.name = object[u"name"].toString();
  policy.source = object[u"source"].toString();
  policy.version = object[u"version"].toInt();
  if (policy.id.isEmpty() || policy.version < 1) {
    return invalid(QStringLiteral("a policy needs id and version"));
  }
  const QStringList quiet = textsOf(object[u"quiet"]);
  for (const QString& text : quiet) {
    const auto from = clock_json::minuteFromText(QStringView(text).left(5));
    const auto to = clock_json::minuteFromText(QStringView(text).mid(6));
    if (!from || !to || *from == *to) return invalid(QStringLiteral("no rest hours: ") + text);
    policy.quiet.spans.push_back({*from, *to});
  }
  const QJsonArray rules = object[u"rules"].toArray();
  for (const auto& row : rules) {
    auto rule = ruleFrom(row.toObject());
    if (!rule) return rule.error();
    policy.rules.push_back(std::move(*rule));
  }
  if (policy.rules.empty()) return invalid(policy.id + QStringLiteral(": no rules"));
  return policy;
}

}  // namespace

Result<PolicySet> PolicySet::fromJson(const QByteArray& json) {
  const auto root = clock_json::rootOf(json);
  if (!root) return root.error();
  PolicySet set;
  const QJsonArray policies = (*root)[u"policies"].toArray();
  for (const auto& value : policies) {
    auto policy = policyFrom(value.toObject());
    if (!policy) return policy.error();
    set.m_policies.push_back(std::move(*policy));
  }
  if (set.m_policies.empty()) return invalid(QStringLiteral("no policies"));
  return set;
}

}  // namespace yingda
