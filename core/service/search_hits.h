// SPDX-License-Identifier: GPL-3.0-or-later
// What of an older answer is an answer to what stands there now.
#pragma once

#include "core/service/views.h"

namespace yingda {

/// `answer` when it answers exactly `text`; else those of its hits whose words hold all of `text`,
/// marked anew, so that a list narrows while somebody types and never shows what does not fit.
/// Pure; any thread.
SearchAnswer stillFitting(const SearchAnswer& answer, const QString& text);

}  // namespace yingda
