// SPDX-License-Identifier: GPL-3.0-or-later
// Reads when something happened, or will, as an owner says it.
#pragma once

#include <QString>
#include <optional>

#include "core/base/local_time.h"

namespace yingda {

/// Understands 今天 23:35, 刚才, 昨晚8点, 十分钟前, 3月5日, 周一下午三点, 2026-03-05 14:00 in any
/// width. Nothing for what it does not understand and for times after now.
/// Limits: 60 characters.
std::optional<Instant> parseOccurred(QStringView text, Instant now);

/// The same for what is still to come: 明天 10:00, 下午 3 点, 2 小时后, 周五. A day alone means
/// nine o'clock. Nothing for times that are over.
std::optional<Instant> parseComing(QStringView text, Instant now);

}  // namespace yingda
