// SPDX-License-Identifier: GPL-3.0-or-later
// How a seat says that its agent is occupied, and how the screens say it; pure.
#pragma once

#include <QString>
#include <QStringList>
#include <chrono>
#include <optional>

namespace yingda::ui {

/// A code is idle call out wrapup busy, behind a dot the reason of busy (rest meal meeting training
/// system), and .help at its end while its agent asks for help. At most 20 characters, as presence
/// takes it. Another code stays as it is.
enum class AgentState { Idle, Call, Out, WrapUp, Busy, Other };
AgentState agentStateOf(const QString& code);
/// 空闲 通话 外呼 话后 示忙（小休）
QString agentStateText(const QString& code);
/// What an agent says of herself, in the order of its digits: out, then busy with each reason.
const QStringList& awayCodes();
/// 外呼 小休 用餐 会议 培训 系统, of awayCodes.
QString awayText(const QString& code);
/// After so long a look is due; nothing happens by itself. Nothing: no limit.
std::optional<std::chrono::minutes> agentLimit(const QString& code);

bool asksForHelp(const QString& code);
/// The code with the wish for help, or without it.
QString withHelp(const QString& code, bool isWanted);

}  // namespace yingda::ui
