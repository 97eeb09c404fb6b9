// SPDX-License-Identifier: GPL-3.0-or-later
// The table of kinds and deeds, and what follows from it for each role.
#include "core/remote/kind_rights.h"

#include <algorithm>

#include "core/base/invariant.h"
#include "core/domain/authority.h"
#include "core/domain/ticket.h"

namespace yingda {

namespace {

using Deeds = std::vector<Deed>;

/// Whoever may do one of the deeds may write the kind. Private kinds name who needs to see them.
struct EntityRow {
  const char* kind;
  Deeds writtenBy;
  Deeds seenBy;
};

// Whatever moves a ticket writes its row and its texts.
const Deeds ticketDeeds{Deed::TakeCall, Deed::Dispatch, Deed::Return,    Deed::Solve,
                        Deed::CallBack, Deed::Archive,  Deed::Reopen,    Deed::ChangeLevel,
                        Deed::Progress, Deed::Pause,    Deed::ChangeKind};

const std::vector<EntityRow>& entityRows() {
  static const std::vector<EntityRow> rows{
      {"community", {Deed::EditHousehold}, {}},
      {"household", {Deed::EditHousehold}, {}},
      {"person", {Deed::EditHousehold}, {}},
      {"contact_point", {Deed::EditHousehold}, {Deed::TakeCall, Deed::Reveal}},
      {"welfare", {Deed::EditHousehold}, {Deed::TakeCall, Deed::EditHousehold}},
      {"warranty", {Deed::EditHousehold}, {}},
      {"agent", {Deed::AddAgent}, {}},
      // Nobody's: a secret stays at its seat.
      {"agent_secret", {}, {}},
      {"ticket", ticketDeeds, {}},
      {"ticket_text", ticketDeeds, {}},
      {"duty_contact", {Deed::EditDuty}, {}},
      {"handover", {Deed::TakeCall}, {}},
      {"claim", {Deed::Claim}, {}},
      {"tie", {Deed::TakeCall}, {}},
      {"promise", {Deed::TakeCall}, {}},
      {"article_draft", {Deed::WriteArticle}, {}},
      // Whoever answers for words says so in a row of its own, which no author may write.
      {"article_check", {Deed::ReviewArticle}, {}},
      {"article_version", {Deed::PublishArticle}, {}},
      {"article_mark", {Deed::WriteArticle}, {}},
      {"event", {Deed::TakeCall}, {}},
      {"search_miss", {Deed::WriteArticle}, {}},
      // Beside these readers everybody sees the rows about themselves; see the policy of `entity`.
      {"drill", {Deed::Practise}, {Deed::Train}},
      {"assignment", {Deed::Train}, {Deed::Train}},
  };
  return rows;
}

// The records of a change come with any deed that changes such a field.
Deeds deedsOf(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::Contact:
      return {Deed::TakeCall, Deed::Urge};
    case ActivityKind::Verified:
      return {Deed::TakeCall};
    case ActivityKind::Confirmed:
      return {Deed::Confirm};
    case ActivityKind::Told:
      return {Deed::Tell};
    case ActivityKind::Diagnosed:
      return {Deed::Diagnose};
    case ActivityKind::Informed:
      return {Deed::Inform};
    case ActivityKind::Dispatched:
      return {Deed::Dispatch};
    case ActivityKind::Arrived:
      return {Deed::Arrive};
    case ActivityKind::Progress:
      return {Deed::Progress};
    case ActivityKind::Pause:
      return {Deed::Pause};
    case ActivityKind::Resume:
      return {Deed::Resume};
    case ActivityKind::Solved:
      return {Deed::Solve};
    case ActivityKind::CallbackAttempt:
      return {Deed::CallBack};
    case ActivityKind::Archived:
      return {Deed::Archive};
    case ActivityKind::Reopened:
      return {Deed::Reopen};
    case ActivityKind::Returned:
      return {Deed::Return};
    case ActivityKind::LevelChanged:
      return {Deed::TakeCall, Deed::ChangeLevel};
    case ActivityKind::KindChanged:
      return {Deed::TakeCall, Deed::ChangeKind};
    case ActivityKind::CategoryChanged:
      return {Deed::TakeCall, Deed::ChangeCategory};
    case ActivityKind::HouseholdChanged:
    case ActivityKind::HandedOver:
    case ActivityKind::Tied:
      return {Deed::TakeCall};
    case ActivityKind::Warned:
      return {Deed::TakeCall};
    case ActivityKind::Sensitive:
      return {Deed::MarkSensitive, Deed::LiftSensitive};
    case ActivityKind::OutsideCalled:
      return {Deed::OutsideCall};
    case ActivityKind::Revealed:
      return {Deed::Reveal};
    case ActivityKind::Attached:
    case ActivityKind::Detached:
      return {Deed::Attach};
    case ActivityKind::StageChanged:
    case ActivityKind::HolderChanged:
    case ActivityKind::Quoted:
    case ActivityKind::Edited:
      break;
  }
  return ticketDeeds;
}

constexpr ActivityKind lastActivityKind = ActivityKind::Edited;

QStringList rolesOf(const Deeds& deeds) {
  QStringList words;
  for (const Role role : allRoles) {
    const auto word = serverRoleWord(role);
    const bool may =
        std::any_of(deeds.begin(), deeds.end(), [role](Deed deed) { return mayDo(role, deed); });
    if (word && may) words << *word;
  }
  return words;
}

std::vector<KindRule> makeRules() {
  std::vector<KindRule> rules;
  for (const EntityRow& row : entityRows()) {
    const KindRow* kind = findKindRow(row.kind);
    YINGDA_INVARIANT(kind, "a right of a kind that there is not");
    KindRule rule{"entity", row.kind, kind->fieldClass, rolesOf(row.writtenBy), std::nullopt};
    if (kind->fieldClass == FieldClass::Private) rule.readers = rolesOf(row.seenBy);
    rules.push_back(rule);
  }
  YINGDA_INVARIANT(rules.size() == allKindRows().size(), "a kind without rights");
  for (int i = 0; i <= static_cast<int>(lastActivityKind); ++i) {
    const auto kind = static_cast<ActivityKind>(i);
    rules.push_back({"activity", activityCode(kind).toLatin1(), FieldClass::Personal,
                     rolesOf(deedsOf(kind)), std::nullopt});
  }
  // To take something out of everybody's history is for whoever answers for the people in it.
  rules.push_back(
      {"operation", "erasure", FieldClass::Open, rolesOf({Deed::AddAgent}), std::nullopt});
  // So is to take a ticket out of somebody's hands.
  rules.push_back(
      {"operation", "takeover", FieldClass::Open, rolesOf({Deed::TakeOver}), std::nullopt});
  // And to answer for what every household is told.
  rules.push_back({"operation", "approve_statement", FieldClass::Open,
                   rolesOf({Deed::ApproveStatement}), std::nullopt});
  return rules;
}

}  // namespace

std::optional<QString> serverRoleWord(Role role) {
  switch (role) {
    case Role::Agent:
      return QStringLiteral("agent");
    case Role::Handler:
      return QStringLiteral("engineer");
    case Role::Supervisor:
      return QStringLiteral("supervisor");
    case Role::Trainer:
      return QStringLiteral("trainer");
    case Role::Quality:
      return QStringLiteral("reader");
    case Role::Administrator:
      break;
  }
  return std::nullopt;
}

const std::vector<KindRule>& allKindRules() {
  static const std::vector<KindRule> rules = makeRules();
  return rules;
}

}  // namespace yingda
