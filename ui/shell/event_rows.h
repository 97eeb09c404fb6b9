// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the page of group events: what the radar proposes, events, and their tickets.
#pragma once

#include "core/service/event_views.h"

namespace yingda::ui {

/// 云杉府 3栋2单元 停梯 · 4 户 · 25 分钟内；平时 0.01 件
QString proposalText(const EventProposal& proposal);
/// 云杉府 3栋2单元 停梯 · 4 户 · 未结 3
QString eventLineText(const EventView& view);
/// 207-4213-1  3栋2单元1502  待回访 · 回访：已解决 5 分
QString memberText(const EventMember& member);
/// 首问负责人 小李 23:40 · 口径由 小张 批准
QString eventHeadText(const EventView& view, Instant now);

}  // namespace yingda::ui
