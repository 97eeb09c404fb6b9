// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence that a remark offers instead: which time it may name, and how that is said.
#pragma once

#include "core/assist/wording_lint.h"

namespace yingda {

/// The next full five minutes, `at` itself when it is one.
Instant upToFiveMinutes(Instant at);
/// 15:40, 明天 09:00, 3 月 5 日 09:00, seen from `now`.
QString spokenClock(Instant at, Instant now);

/// What stands around the match in its sentence, as typed.
struct RewritePieces {
  QString before;
  QString match;
  QString gloss;
  QString after;
};

/// Fills `remark.rewrite` and its promise. An arrival is named only when the context has one that
/// is still to come, rounded up to five minutes; a callback is half an hour from now, likewise.
void fillRewrite(Remark& remark, const LintRule& rule, WordingField field,
                 const LintContext& context, const RewritePieces& pieces);

}  // namespace yingda
