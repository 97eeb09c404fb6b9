// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the floor: why a ticket runs out, what to do about it, how an agent is occupied.
#pragma once

#include <QString>

#include "core/insight/floor_alerts.h"
#include "core/insight/kpi_figure.h"
#include "core/service/sync_views.h"
#include "ui/kit/theme.h"

namespace yingda {
struct Starter;
}

namespace yingda::ui {

/// What a supervisor can do to a ticket with one key.
enum class FloorAct { Urge, Send, StepIn };

/// What helps most, by why the ticket runs out and since when.
FloorAct advisedAct(const FloorRow& row, Instant now);
QString floorActText(FloorAct act,
                     bool isSent = true);  ///< 催办 改派 介入; 派单 of one not sent yet
/// 派出 25 分钟没有回音
QString reasonText(const FloorRow& row, Instant now);
/// 张工, or the department's name, or 还没有派
QString holderText(const FloorRow& row, const Starter& starter);
/// Why it stands among the urgent whatever its level: 敏感·记者 ｜ 已提醒勿骂 ｜, or empty.
QString attentionText(const FloorRow& row);
/// What is said to whoever has it, ready for the group chat: number, level, matter, place, by when.
QString urgeText(const FloorRow& row, const Starter& starter, Instant now);

/// What has newly come, in one sentence: the first of it by name, how many more, and where to look.
/// Of a list that is not empty.
QString alertText(const std::vector<FloorAlert>& alerts);

/// 95.0%, 4.5 分; — without a value.
QString figureText(const std::optional<double>& value, const QString& unit);
/// ≥95%, ≤8%; empty without a target.
QString targetText(const KpiDefinition& kpi);
/// ✓, ▼未达, or empty.
QString verdictText(const KpiFigure& figure);

}  // namespace yingda::ui
