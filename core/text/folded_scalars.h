// SPDX-License-Identifier: GPL-3.0-or-later
// Folded text as code points with their places in the source; the working form of every scanner
// here.
#pragma once

#include <QString>
#include <QStringView>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace yingda {

/// Folded code points; begin and end are offsets into the source (UTF-16 units or bytes).
struct FoldedScalars {
  std::u32string text;
  std::vector<int> begin;
  std::vector<int> end;

  int size() const { return static_cast<int>(text.size()); }
  /// The code point, or 0 behind the end: scanners need no bounds of their own.
  char32_t at(int index) const {
    return index >= 0 && index < size() ? text[static_cast<size_t>(index)] : U'\0';
  }
  int beginOf(int index) const { return begin[static_cast<size_t>(index)]; }
  int endOf(int index) const { return end[static_cast<size_t>(index)]; }
  QString slice(int from, int to) const;
  /// True when `word` stands at `index`.
  bool startsWith(int index, std::u32string_view word) const;
};

FoldedScalars foldScalars(QStringView text);
/// Invalid bytes become U+FFFD, one for each byte.
FoldedScalars foldScalarsUtf8(const char* text, int bytes);

/// Length of the first of the words that stands at `at`, or 0; longer words come first.
int wordAt(const FoldedScalars& text, int at, std::initializer_list<std::u32string_view> words);

/// What one code point folds to: usually itself, rarely nothing or several.
std::u32string_view foldedScalar(char32_t character);

constexpr bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool isLowerLetter(char32_t c) { return c >= U'a' && c <= U'z'; }

}  // namespace yingda
