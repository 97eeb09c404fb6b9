// SPDX-License-Identifier: GPL-3.0-or-later
// What the killed workstation had typed, known to it and to its judge.
#pragma once

#include <QString>

namespace yingda::test {

inline QString typedText() { return QStringLiteral("马桶堵了一半"); }
/// Behind 了, which was put in after going back two characters.
inline constexpr int typedCaret = 4;
inline constexpr const char* typedField = "ticketForm.request";

}  // namespace yingda::test
