// SPDX-License-Identifier: GPL-3.0-or-later
// A call script as Twee 3, the plain text that story editors read and write: one passage a step.
#pragma once

#include <QString>

#include "core/base/result.h"
#include "core/domain/starter.h"

namespace yingda {

/// The longest file, in UTF-16 units, and the most passages; what is more is refused.
inline constexpr qsizetype tweeTextMax = 400'000;
inline constexpr size_t tweePassagesMax = 400;

/// One passage a step: what is said, then a line `[[answer->step]]` each, and `[[step]]` for what
/// comes without an answer. Hints, fields, marks, conditions and what an answer sets stand in the
/// passage's metadata. fromTwee(toTwee(s)) is s, whatever its words are. Pure; any thread.
QString toTwee(const Script& script);

/// Reads our own files exactly, and other people's as far as a script has a place for them: their
/// links become answers, their tags are left out. Invalid with the detail "line N: why", why being
/// size, passages, header, metadata, story or link.
Result<Script> fromTwee(const QString& text);

}  // namespace yingda
