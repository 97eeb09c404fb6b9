// SPDX-License-Identifier: GPL-3.0-or-later
// One spelling for every way of typing the same text, so that search and comparison see no
// difference.
#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace yingda {

/// A stretch of a text, in UTF-16 units.
struct TextRange {
  int start = 0;
  int length = 0;
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// Compatibility forms (NFKC) and full width to plain, traditional to simplified, ASCII to lower
/// case; invisible characters (zero width, direction marks) vanish. Works character by character
/// and is idempotent.
/// Thread: any; the first call builds the table (about 0.1 s), later ones cost microseconds.
QString fold(QStringView text);

/// A folded text that remembers where each of its UTF-16 units came from.
struct FoldedText {
  QString text;
  /// One source offset a unit, and at the end the length of the source.
  std::vector<int> origin;

  /// The source range of `length` folded units from `start`; whole source characters only.
  TextRange sourceRange(int start, int length) const;
};

FoldedText foldWithOrigins(QStringView text);

/// True for ideographs and kana: the characters that are searched one by one.
bool isCjk(char32_t character);

}  // namespace yingda
