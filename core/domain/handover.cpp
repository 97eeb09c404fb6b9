// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot wait until its keeper is back.
#include "core/domain/handover.h"

#include "core/base/invariant.h"

namespace yingda {

namespace {

constexpr std::chrono::hours reach{24};

struct WhatRow {
  HandoverWhat what;
  const char16_t* code;
};

constexpr WhatRow whatRows[] = {{HandoverWhat::Urgent, u"urgent"},
                                {HandoverWhat::Callback, u"callback"},
                                {HandoverWhat::FollowUp, u"follow_up"}};

}  // namespace

QString handoverWhatCode(HandoverWhat what) {
  for (const WhatRow& row : whatRows) {
    if (row.what == what) return QString::fromUtf16(row.code);
  }
  failInvariant("row exists", "a reason of a handover without a code", __FILE__, __LINE__);
}

std::optional<HandoverWhat> handoverWhatFromCode(QStringView code) {
  for (const WhatRow& row : whatRows) {
    if (code == QStringView(row.code)) return row.what;
  }
  return std::nullopt;
}

const FieldTable<Handover>& handoverFields() {
  static const FieldTable<Handover> table{
      "handover",
      FieldClass::Open,
      {field<&Handover::ticket>("ticket", MergeRule::WriteOnce),
       field<&Handover::from>("from_agent"), field<&Handover::to>("to_agent"),
       field<&Handover::what>("what"), field<&Handover::madeAt>("made_at"),
       field<&Handover::isLeft>("is_left"), field<&Handover::takenBy>("taken_by"),
       field<&Handover::takenAt>("taken_at")}};
  return table;
}

HandoverId handoverIdOf(const TicketId& ticket) {
  return HandoverId::named(ticket.uuid(), QStringLiteral("handover"));
}

AgentId keeperOf(const Ticket& ticket) {
  return ticket.keeper.isNull() ? ticket.firstReceiver : ticket.keeper;
}

std::optional<HandoverWhat> handoverWhatOf(const Ticket& ticket, std::optional<Instant> due,
                                           Instant now) {
  if (ticket.stage == Stage::Archived) return std::nullopt;
  if (ticket.level == Level::Red || ticket.level == Level::Orange) return HandoverWhat::Urgent;
  if (ticket.stage == Stage::AwaitingCallback || ticket.stage == Stage::Callback) {
    return HandoverWhat::Callback;
  }
  if (due && *due <= now + reach) return HandoverWhat::FollowUp;
  return std::nullopt;
}

}  // namespace yingda
