// SPDX-License-Identifier: GPL-3.0-or-later
// The table. An agent may do everything in a ticket's plain life; the clerk of a department what
// the work on it needs; who trains or checks quality reads.
#include "core/domain/authority.h"

#include "core/base/invariant.h"

namespace yingda {

namespace {

struct Row {
  Deed deed;
  bool agent;
  bool handler;
  bool supervisor;
  bool trainer;
  bool quality;
  bool administrator;
};

// Whoever solved a ticket does not ask the owner whether it is solved: the clerk calls nobody back
// and closes nothing. The first person of a stand-alone store is its administrator and works alone.
constexpr Row rows[] = {
    // deed                 agent  clerk  superv train  qual   admin
    {Deed::TakeCall, true, false, true, false, false, true},
    {Deed::Dispatch, true, false, true, false, false, true},
    {Deed::Return, true, true, true, false, false, true},
    {Deed::Confirm, true, false, true, false, false, true},
    {Deed::Tell, true, false, true, false, false, true},
    {Deed::Diagnose, true, true, true, false, false, true},
    {Deed::Inform, true, true, true, false, false, true},
    {Deed::Arrive, true, true, true, false, false, true},
    {Deed::Progress, true, true, true, false, false, true},
    {Deed::Urge, true, true, true, false, false, true},
    {Deed::Pause, true, true, true, false, false, true},
    {Deed::Resume, true, true, true, false, false, true},
    {Deed::Solve, true, true, true, false, false, true},
    {Deed::CallBack, true, false, true, false, false, true},
    {Deed::Archive, true, false, true, false, false, true},
    {Deed::Reopen, true, false, true, false, false, true},
    {Deed::ChangeLevel, true, false, true, false, false, true},
    {Deed::ChangeKind, true, false, true, false, false, true},
    {Deed::ChangeCategory, true, false, true, false, false, true},
    {Deed::OutsideCall, true, true, true, false, false, true},
    {Deed::Reveal, true, true, true, false, false, true},
    {Deed::Attach, true, true, true, false, false, true},
    {Deed::EditHousehold, true, false, true, false, false, true},
    {Deed::EditDuty, false, false, true, false, false, true},
    {Deed::ApproveStatement, false, false, true, false, false, true},
    {Deed::SwitchQuickEntry, false, false, true, false, false, true},
    {Deed::Claim, true, true, true, false, false, true},
    {Deed::TakeOver, false, false, true, false, false, true},
    // Whoever hears a recorder run marks it; that it is none after all is for who leads to say.
    {Deed::MarkSensitive, true, true, true, false, false, true},
    {Deed::LiftSensitive, false, false, true, false, false, true},
    {Deed::ReadSensitive, false, false, true, false, true, true},
    {Deed::AddAgent, false, false, true, false, false, true},
    // Who answers calls or repairs knows first that an article is wrong, so everybody may write.
    {Deed::WriteArticle, true, true, true, true, true, true},
    {Deed::ReviewArticle, false, false, true, true, true, true},
    {Deed::PublishArticle, false, false, true, false, false, true},
    // Who checks quality writes nothing on the floor, not even how a drill went.
    {Deed::Practise, true, true, true, true, false, true},
    {Deed::Train, false, false, true, true, false, true},
};
static_assert(std::size(rows) == allDeeds.size());

bool holds(const Row& row, Role role) {
  switch (role) {
    case Role::Agent:
      return row.agent;
    case Role::Handler:
      return row.handler;
    case Role::Supervisor:
      return row.supervisor;
    case Role::Trainer:
      return row.trainer;
    case Role::Quality:
      return row.quality;
    case Role::Administrator:
      return row.administrator;
  }
  return false;
}

}  // namespace

Role firstTierOf(Role role) {
  const bool leads = role == Role::Supervisor || role == Role::Administrator;
  return leads ? Role::Agent : role;
}

bool mayDo(Role role, Deed deed) {
  for (const Row& row : rows) {
    if (row.deed == deed) return holds(row, role);
  }
  failInvariant("row exists", "a deed without a row", __FILE__, __LINE__);
}

}  // namespace yingda
