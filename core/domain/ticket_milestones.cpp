// SPDX-License-Identifier: GPL-3.0-or-later
// One activity is at most one fact of the clocks.
#include "core/domain/ticket_milestones.h"

namespace yingda {

namespace {

std::optional<FactKind> factKindOf(const Activity& activity, Level level) {
  switch (activity.kind) {
    case ActivityKind::Confirmed:
      return FactKind::Confirmed;
    case ActivityKind::Told:
      return FactKind::Told;
    case ActivityKind::Diagnosed:
      return FactKind::Diagnosed;
    case ActivityKind::Informed:
      return FactKind::Informed;
    case ActivityKind::Arrived:
      return FactKind::Arrived;
    case ActivityKind::Solved:
      return FactKind::Solved;
    case ActivityKind::Pause:
      return FactKind::Pause;
    case ActivityKind::Resume:
      return FactKind::Resume;
    case ActivityKind::Contact:
      return FactKind::Contact;
    case ActivityKind::Reopened:
      return FactKind::Reopened;
    case ActivityKind::LevelChanged:
      return FactKind::LevelChanged;
    case ActivityKind::CategoryChanged:
      return FactKind::CategoryChanged;
    case ActivityKind::Dispatched:
      // An enquiry that leaves the agent goes to an expert, whose clock is one hour.
      return level == Level::Green ? std::optional(FactKind::Transferred) : std::nullopt;
    case ActivityKind::CallbackAttempt:
      return activity.data[u"result"].toString() == u"unreachable"
                 ? std::nullopt
                 : std::optional(FactKind::CalledBack);
    case ActivityKind::Verified:
    case ActivityKind::Progress:
    case ActivityKind::Archived:
    case ActivityKind::Returned:
    case ActivityKind::StageChanged:
    case ActivityKind::KindChanged:
    case ActivityKind::HolderChanged:
    case ActivityKind::HouseholdChanged:
    case ActivityKind::Quoted:
    case ActivityKind::OutsideCalled:
    case ActivityKind::Revealed:
    case ActivityKind::HandedOver:
    case ActivityKind::Attached:
    case ActivityKind::Detached:
    case ActivityKind::Tied:
    case ActivityKind::Sensitive:
    case ActivityKind::Warned:
    case ActivityKind::Edited:
      return std::nullopt;
  }
  return std::nullopt;
}

/// The value before the first change, or the present one when there was none.
QString originalOf(const std::vector<Activity>& activities, ActivityKind kind,
                   const QString& present) {
  const Activity* first = nullptr;
  for (const Activity& activity : activities) {
    if (activity.kind == kind && !activity.isVoid && (!first || activity.at < first->at))
      first = &activity;
  }
  return first ? first->data[u"from"].toString() : present;
}

}  // namespace

CategoryTraits traitsOf(const Starter& starter, const QString& category) {
  const Category* found = starter.category(category);
  if (!found) return {};
  return {found->attitude, found->repair};
}

MilestoneInput milestoneInputOf(const Ticket& ticket, const std::vector<Activity>& activities,
                                const Starter& starter) {
  MilestoneInput input;
  input.level =
      levelFromText(originalOf(activities, ActivityKind::LevelChanged, levelColour(ticket.level)))
          .value_or(ticket.level);
  input.category = originalOf(activities, ActivityKind::CategoryChanged, ticket.category);
  const CategoryTraits traits = traitsOf(starter, input.category);
  input.attitude = traits.attitude;
  input.repair = traits.repair;
  input.received = ticket.receivedAt;
  input.liveCall = ticket.channel == Channel::Phone;
  for (const Activity& activity : activities) {
    if (activity.isVoid) continue;
    const auto kind = factKindOf(activity, ticket.level);
    // The first contact is the receipt itself.
    if (!kind || (*kind == FactKind::Contact && activity.at <= ticket.receivedAt)) continue;
    Fact fact;
    fact.kind = *kind;
    fact.at = activity.at;
    if (const QJsonValue until = activity.data[u"until"]; until.isDouble()) {
      fact.expectedEnd = instantFromMs(until.toInteger());
    }
    fact.level = levelFromText(activity.data[u"to"].toString()).value_or(ticket.level);
    fact.category = activity.data[u"to"].toString();
    fact.text = activity.data[u"reason"].toString();
    input.facts.push_back(std::move(fact));
  }
  return input;
}

MilestoneInput milestoneInputOf(const TicketDraft& draft, const Starter& starter) {
  std::vector<Activity> activities;
  for (const DraftFact& fact : draft.facts) {
    Activity activity;
    activity.kind = fact.kind;
    activity.at = fact.at;
    activity.data = fact.data;
    activities.push_back(std::move(activity));
  }
  return milestoneInputOf(draft.ticket, activities, starter);
}

}  // namespace yingda
