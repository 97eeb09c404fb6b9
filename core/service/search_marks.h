// SPDX-License-Identifier: GPL-3.0-or-later
// Where a query's words stand in what is shown of a hit.
#pragma once

#include <utility>
#include <vector>

#include "core/text/tokens.h"

namespace yingda {

/// Start and length of each, in UTF-16 units.
inline std::vector<std::pair<int, int>> marksIn(const QString& text, const QueryMatcher& matcher) {
  std::vector<std::pair<int, int>> marks;
  for (const TextRange& range : matcher.ranges(text)) marks.emplace_back(range.start, range.length);
  return marks;
}

}  // namespace yingda
