// SPDX-License-Identifier: GPL-3.0-or-later
// 暴雨/台风快录: sixty calls of one cause in a night, and what they leave to be completed.
#pragma once

#include "core/domain/ticket.h"

namespace yingda {

/// The key of a contact's record that says that the call was written down by quick entry; its value
/// is the id of the code, or "other".
inline constexpr const char* quickMark = "quick";

/// One of these records is that of a call that was written down by quick entry.
bool isQuickMade(const std::vector<Activity>& activities);

/// Which of the five elements a ticket lacks, in their order: time place matter person phone.
QStringList lackingElements(const Ticket& ticket, const TicketText& text);

/// A room as it is typed in a hurry: 1502 in `scope` 3栋2单元 is 3栋2单元1502; without a scope
/// 31502 is 3栋1502 and 321502 is 3栋2单元1502. What is no such number stays as it was typed.
QString quickRoom(const QString& typed, const QString& scope);

}  // namespace yingda
