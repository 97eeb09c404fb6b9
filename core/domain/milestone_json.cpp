// SPDX-License-Identifier: GPL-3.0-or-later
// Writing milestones as CLI.md says, and reading the events of the command line.
#include "core/domain/milestone_json.h"

#include <QJsonObject>
#include <algorithm>

namespace yingda {

namespace {

Error invalid(const QString& what) { return {ErrorCode::Invalid, what}; }

QJsonValue timeOrNull(const std::optional<Instant>& at) {
  return at ? QJsonValue(toIso(*at)) : QJsonValue();
}

QJsonArray segmentsJson(const Account& account) {
  QJsonArray rows;
  for (const Segment& segment : account.segments) {
    rows.append(
        QJsonObject{{QStringLiteral("from"), toIso(segment.from)},
                    {QStringLiteral("to"), toIso(segment.to)},
                    // Minutes, as in the table on the screen; a part of one is a fraction.
                    {QStringLiteral("counted"), static_cast<double>(segment.countedSeconds) / 60.0},
                    {QStringLiteral("countedSeconds"), segment.countedSeconds},
                    {QStringLiteral("reason"), segment.reason}});
  }
  return rows;
}

/// The word before '@', its argument after ':' and the times after '@'.
struct EventParts {
  QStringView word, argument, time, end;
};

std::optional<EventParts> splitEvent(QStringView event) {
  const qsizetype at = event.lastIndexOf(u'@');
  if (at <= 0) return std::nullopt;
  EventParts parts;
  const QStringView head = event.left(at);
  const qsizetype colon = head.indexOf(u':');
  parts.word = colon < 0 ? head : head.left(colon);
  if (colon >= 0) parts.argument = head.mid(colon + 1);
  const QStringView times = event.mid(at + 1);
  const qsizetype dots = times.indexOf(QStringLiteral(".."));
  parts.time = dots < 0 ? times : times.left(dots);
  if (dots >= 0) parts.end = times.mid(dots + 2);
  return parts;
}

}  // namespace

QJsonArray milestonesJson(const MilestoneEngine& engine, const MilestoneInput& input, Instant now) {
  QJsonArray array;
  for (const Milestone& milestone : engine.milestones(input, now)) {
    const Account account = engine.account(input, milestone.id, now);
    array.append(QJsonObject{
        {QStringLiteral("id"), milestone.id},
        {QStringLiteral("name"), milestone.name},
        {QStringLiteral("due"), timeOrNull(milestone.due)},
        {QStringLiteral("met"), timeOrNull(milestone.metAt)},
        {QStringLiteral("state"), milestoneStateCode(milestone.state)},
        {QStringLiteral("remainingSeconds"),
         milestone.remainingSeconds ? QJsonValue(*milestone.remainingSeconds) : QJsonValue()},
        {QStringLiteral("segments"), segmentsJson(account)}});
  }
  return array;
}

Result<Fact> factFromCli(QStringView event) {
  const auto parts = splitEvent(event.trimmed());
  if (!parts) return invalid(QStringLiteral("an event is KIND@TIME: ") + event);
  const auto kind = factKindFromCode(parts->word);
  if (!kind) return invalid(QStringLiteral("unknown kind of event: ") + parts->word);
  const auto at = instantFromIso(parts->time);
  if (!at) return invalid(QStringLiteral("no time: ") + parts->time);
  Fact fact{.kind = *kind, .at = *at, .expectedEnd = {}, .category = {}, .text = {}};
  const bool takesEnd = *kind == FactKind::Pause || *kind == FactKind::Agreed;
  if (!parts->end.isNull() || *kind == FactKind::Agreed) {
    fact.expectedEnd = instantFromIso(parts->end);
    if (!takesEnd || !fact.expectedEnd || *fact.expectedEnd < *at) {
      return invalid(QStringLiteral("no end of that event: ") + event);
    }
  }
  if (*kind == FactKind::LevelChanged) {
    const auto level = levelFromText(parts->argument);
    if (!level) return invalid(QStringLiteral("unknown level: ") + parts->argument);
    fact.level = *level;
  } else if (*kind == FactKind::CategoryChanged) {
    if (parts->argument.isEmpty()) return invalid(QStringLiteral("a category is missing"));
    fact.category = parts->argument.toString();
  } else {
    fact.text = parts->argument.toString();
  }
  return fact;
}

Result<MilestoneInput> inputFromCli(const CliMilestoneRequest& request,
                                    const CategoryTraitsOf& traits) {
  MilestoneInput input;
  const auto level = levelFromText(request.level);
  if (!level) return invalid(QStringLiteral("unknown level: ") + request.level);
  const auto received = instantFromIso(request.received);
  if (!received) return invalid(QStringLiteral("no time: ") + request.received);
  const auto channel = channelFromText(request.channel);
  if (!request.channel.isEmpty() && !channel) {
    return invalid(QStringLiteral("unknown channel: ") + request.channel);
  }
  input.level = *level;
  input.received = *received;
  input.liveCall = channel.value_or(Channel::Phone) == Channel::Phone;
  input.category = request.category;
  if (traits) {
    const CategoryTraits found = traits(request.category);
    input.attitude = found.attitude;
    input.repair = found.repair;
  }
  // The word of the command line for every leaf with the rule of 服务态度.
  input.attitude = input.attitude || request.category == u"attitude";
  for (const QString& event : request.events) {
    auto fact = factFromCli(event);
    if (!fact) return fact.error();
    if (fact->at < *received) return invalid(QStringLiteral("before receipt: ") + event);
    input.facts.push_back(std::move(*fact));
  }
  return input;
}

Result<MilestoneInput> inputFromCli(const QString& level, const QString& received,
                                    const QStringList& events, const QString& category,
                                    const QString& channel, const CategoryTraitsOf& traits) {
  return inputFromCli({.level = level,
                       .received = received,
                       .events = events,
                       .category = category,
                       .channel = channel},
                      traits);
}

}  // namespace yingda
