// SPDX-License-Identifier: GPL-3.0-or-later
// The words and colours of a remark on wording.
#pragma once

#include <QString>

#include "core/assist/wording_lint.h"
#include "ui/kit/badge.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

QString wordingClassText(WordingClass wordingClass);  ///< 含糊, 空承诺 … in the screen's language
/// The word's underline: red where it may not be said, grey where it is a hint only.
Token remarkInk(RemarkSeverity severity);
Tone remarkTone(RemarkSeverity severity);

}  // namespace yingda::ui
