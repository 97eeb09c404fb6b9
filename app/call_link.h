// SPDX-License-Identifier: GPL-3.0-or-later
// How another program says that a call rings: a number, or yingda://call?number=….
#pragma once

#include <QString>
#include <optional>

namespace yingda {

/// Longer ones are no telephone numbers and are not shown.
inline constexpr qsizetype callNumberLengthMax = 200;

/// The number of a link, or the text itself when it is none. Nothing for another scheme, another
/// verb, an empty number or one that is too long; control characters are taken out.
std::optional<QString> numberOfCall(const QString& text);

}  // namespace yingda
