// SPDX-License-Identifier: GPL-3.0-or-later
// 敏感来电: a call that is recorded, broadcast, asked by press or lawyers, or about a life: why,
// and who may read what was written down.
#pragma once

#include <QStringList>

#include "core/domain/agent.h"
#include "core/domain/ticket.h"

namespace yingda {

/// Codes, as stored: call (no reason yet) recording live press lawyer injury life.
const QStringList& sensitiveReasons();
/// The other side keeps what we say: a word on who is liable may not be said then.
bool isRecordedOutside(QStringView reason);

/// How much of a ticket its reader may see.
enum class Reading {
  Whole,
  WithoutCaller,  ///< the department that works on it: place and matter, nobody's name or number
  Closed          ///< that there is one, its level, stage and clocks
};

/// Whole for a ticket that is not sensitive; else for its holder, its first receiver, its keeper
/// and whoever has Deed::ReadSensitive. Nobody signed in reads nothing. Pure; any thread.
Reading readingOf(const Ticket& ticket, const Agent* reader);
/// What is left of the texts.
TicketText readable(const TicketText& text, Reading reading);

}  // namespace yingda
