// SPDX-License-Identifier: GPL-3.0-or-later
// How tickets belong together, in words.
#pragma once

#include <QString>

#include "core/base/local_time.h"
#include "core/domain/tie.h"

namespace yingda::ui {

/// 重复, 同因, 相关, 不是同一件.
QString tieKindText(TieKind kind);
/// 同一户, 同一电话, 同梯 …
QString alikeText(Alike reason);
/// 相隔 12 分钟, 相隔 3 小时, 相隔 2 天.
QString betweenText(Milliseconds between);

}  // namespace yingda::ui
