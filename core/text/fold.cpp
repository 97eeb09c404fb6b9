// SPDX-License-Identifier: GPL-3.0-or-later
// Folding of UTF-16 text.
#include "core/text/fold.h"

#include <algorithm>

#include "core/text/folded_scalars.h"

namespace yingda {

QString fold(QStringView text) {
  const FoldedScalars folded = foldScalars(text);
  return folded.slice(0, folded.size());
}

FoldedText foldWithOrigins(QStringView text) {
  const FoldedScalars scalars = foldScalars(text);
  FoldedText folded;
  folded.text = scalars.slice(0, scalars.size());
  folded.origin.reserve(static_cast<size_t>(folded.text.size()) + 1);
  for (int i = 0; i < scalars.size(); ++i) {
    folded.origin.push_back(scalars.beginOf(i));
    if (QChar::requiresSurrogates(scalars.at(i))) folded.origin.push_back(scalars.beginOf(i));
  }
  folded.origin.push_back(static_cast<int>(text.size()));
  return folded;
}

TextRange FoldedText::sourceRange(int start, int length) const {
  const int units = static_cast<int>(text.size());
  const int from = std::clamp(start, 0, units);
  const int last = std::clamp(start + length, from, units) - 1;
  const int begin = origin[static_cast<size_t>(from)];
  if (last < from) return {begin, 0};
  // Several folded units may come from one source character: its end is where the next one begins.
  const int lastOrigin = origin[static_cast<size_t>(last)];
  const auto next = std::upper_bound(origin.begin() + last, origin.end(), lastOrigin);
  const int end = next == origin.end() ? origin.back() : *next;
  return {begin, end - begin};
}

bool isCjk(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x323AF) || (c >= 0x3041 && c <= 0x30FF) || c == 0x3005 ||
         c == 0x3007 || (c >= 0xAC00 && c <= 0xD7A3);
}

}  // namespace yingda
