// SPDX-License-Identifier: GPL-3.0-or-later
// The two parts of the row diff that do not depend on the row's type.
#include "ui/kit/row_diff.h"

namespace yingda::ui::detail {

std::vector<bool> longestRising(const std::vector<int>& sequence) {
  // Patience sorting: tails[n] is the position of the smallest end of a rising run of n + 1
  // numbers.
  std::vector<size_t> tails;
  std::vector<size_t> previous(sequence.size());
  constexpr size_t none = static_cast<size_t>(-1);
  for (size_t i = 0; i < sequence.size(); ++i) {
    if (sequence[i] < 0) continue;
    const auto place =
        std::lower_bound(tails.begin(), tails.end(), sequence[i],
                         [&sequence](size_t tail, int value) { return sequence[tail] < value; });
    previous[i] = place == tails.begin() ? none : *(place - 1);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<bool> isKept(sequence.size(), false);
  for (size_t at = tails.empty() ? none : tails.back(); at != none; at = previous[at]) {
    isKept[at] = true;
  }
  return isKept;
}

void extend(std::vector<Change>& changes, ChangeKind kind, int row) {
  if (!changes.empty() && changes.back().kind == kind) {
    Change& last = changes.back();
    if (row == last.last + 1) {
      last.last = row;
      return;
    }
    if (row == last.first - 1) {
      last.first = row;
      return;
    }
  }
  changes.push_back({kind, row, row});
}

}  // namespace yingda::ui::detail
