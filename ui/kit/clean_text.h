// SPDX-License-Identifier: GPL-3.0-or-later
// Takes out of foreign text what people cannot see and what deceives their eyes.
#pragma once

#include <QString>

namespace yingda::ui {

enum class Lines { Keep, Join };

/// Removes NUL, other control characters, bidi controls, non-characters and broken surrogates;
/// keeps emoji with their joiners. Line ends become '\n'; `Join` makes them and tabs blanks.
QString cleanText(const QString& text, Lines lines);

/// At most `limit` UTF-16 units, never cutting a character that a person sees as one.
QString cutText(const QString& text, qsizetype limit);

}  // namespace yingda::ui
