// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: one table of roles and deeds, read by the services that refuse and by the
// screens that do not offer.
#pragma once

#include <array>

#include "core/domain/words.h"

namespace yingda {

/// Something a signed-in person does that leaves a trace. What the stage of a ticket allows is
/// another question.
enum class Deed {
  TakeCall,  ///< takes a call, writes it down, saves it, wraps it up
  Dispatch,
  Return,
  Confirm,
  Tell,
  Diagnose,
  Inform,
  Arrive,
  Progress,
  Urge,
  Pause,
  Resume,
  Solve,
  CallBack,
  Archive,
  Reopen,
  ChangeLevel,
  ChangeKind,
  ChangeCategory,
  OutsideCall,
  Reveal,
  Attach,            ///< puts a file on a ticket, or takes one off its page
  EditHousehold,     ///< homes, people, numbers, care tags, warranties
  EditDuty,          ///< the duty engineers and the outside numbers of a community
  ApproveStatement,  ///< answers for what all owners of a group event are told
  SwitchQuickEntry,  ///< turns quick entry on or off without a second person
  Claim,             ///< takes a ticket in hand, so that nobody else handles it meanwhile
  TakeOver,          ///< takes a ticket from whoever has it in hand
  MarkSensitive,     ///< 敏感来电: marks a ticket, or gives another reason
  LiftSensitive,     ///< takes that mark back
  ReadSensitive,     ///< reads a marked ticket that one has nothing to do with
  AddAgent,
  WriteArticle,    ///< writes or changes the draft of an article
  ReviewArticle,   ///< answers for somebody else's draft, or says that an article still holds
  PublishArticle,  ///< lets a reviewed version take effect, or takes one back
  Practise,        ///< does drills, and keeps how they went
  Train            ///< says who is to practise what, and sees how everybody's drills went
};
inline constexpr std::array allDeeds{Deed::TakeCall,
                                     Deed::Dispatch,
                                     Deed::Return,
                                     Deed::Confirm,
                                     Deed::Tell,
                                     Deed::Diagnose,
                                     Deed::Inform,
                                     Deed::Arrive,
                                     Deed::Progress,
                                     Deed::Urge,
                                     Deed::Pause,
                                     Deed::Resume,
                                     Deed::Solve,
                                     Deed::CallBack,
                                     Deed::Archive,
                                     Deed::Reopen,
                                     Deed::ChangeLevel,
                                     Deed::ChangeKind,
                                     Deed::ChangeCategory,
                                     Deed::OutsideCall,
                                     Deed::Reveal,
                                     Deed::Attach,
                                     Deed::EditHousehold,
                                     Deed::EditDuty,
                                     Deed::ApproveStatement,
                                     Deed::SwitchQuickEntry,
                                     Deed::Claim,
                                     Deed::TakeOver,
                                     Deed::MarkSensitive,
                                     Deed::LiftSensitive,
                                     Deed::ReadSensitive,
                                     Deed::AddAgent,
                                     Deed::WriteArticle,
                                     Deed::ReviewArticle,
                                     Deed::PublishArticle,
                                     Deed::Practise,
                                     Deed::Train};

/// The acts that a person asks for on a ticket that exists, in the order of its life.
inline constexpr std::array ticketActs{
    Deed::Confirm,     Deed::Tell,       Deed::Dispatch,      Deed::Return, Deed::Diagnose,
    Deed::Inform,      Deed::Arrive,     Deed::Progress,      Deed::Pause,  Deed::Resume,
    Deed::Solve,       Deed::CallBack,   Deed::Archive,       Deed::Reopen, Deed::Urge,
    Deed::ChangeLevel, Deed::ChangeKind, Deed::ChangeCategory};

/// Pure; any thread. True when somebody of this role may do it at all.
bool mayDo(Role role, Deed deed);

/// As whom somebody acts whom no server has vouched for today: who leads works as an agent.
Role firstTierOf(Role role);

}  // namespace yingda
