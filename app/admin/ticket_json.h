// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket as CLI.md promises it to other programs.
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "core/domain/starter.h"
#include "core/service/views.h"

namespace yingda::admin {

QJsonObject ticketJson(const TicketView& view, const MilestoneEngine& engine,
                       const Starter& starter, Instant now);
/// Numbered from 1, as `ticket fetch` takes them.
QJsonArray attachmentsJson(const TicketView& view, bool isJoined);
QString ticketText(const TicketView& view);
/// One line for people: what, until when, how it stands.
QString milestoneText(const Milestone& milestone);

}  // namespace yingda::admin
