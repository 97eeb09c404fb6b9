// SPDX-License-Identifier: GPL-3.0-or-later
// Finds groups of digits, separators and extensions.
#include "core/text/phone_scan.h"

#include <algorithm>

#include "core/text/chinese_number.h"
#include "core/text/house_part.h"

namespace yingda {
namespace {

using Word = std::u32string_view;

constexpr size_t groupCountMax = 12;
constexpr size_t gapMax = 4;
constexpr qsizetype extensionMax = 6;

bool isIn(char32_t c, Word set) { return set.find(c) != Word::npos; }

/// 0 to 9 for numerals as they are dictated, else -1.
int spokenDigit(char32_t c) {
  switch (c) {
    case U'幺':
      return 1;
    case U'洞':
      return 0;
    case U'拐':
      return 7;
    case U'勾':
      return 9;
    default:
      return chineseDigit(c);
  }
}

bool isSeparator(char32_t c) { return isSpace(c) || isIn(c, U"-./()[]·_~,*"); }

bool hasOnlyNumerals(const FoldedScalars& text) {
  return std::all_of(text.text.begin(), text.text.end(), [](char32_t c) {
    return spokenDigit(c) >= 0 || isDigit(c) || isSeparator(c) || isDash(c) || c == U'+' || c == 0;
  });
}

bool isBehindExtensionWord(const std::u32string& plain) {
  return plain.ends_with(U"转") || plain.ends_with(U"分机") || plain.ends_with(U"分机号");
}

QString digitsBetween(const std::u32string& text, size_t from, size_t to) {
  return QString::fromUcs4(text.data() + from, static_cast<qsizetype>(to - from));
}

size_t digitsEnd(const std::u32string& text, size_t at) {
  while (at < text.size() && isDigit(text[at])) ++at;
  return at;
}

}  // namespace

std::u32string plainDigits(const FoldedScalars& text, int numeralRunMin) {
  const bool isAllNumerals = hasOnlyNumerals(text);
  std::u32string plain;
  plain.reserve(text.text.size());
  for (int at = 0; at < text.size();) {
    int end = at;
    while (spokenDigit(text.at(end)) >= 0) ++end;
    const bool isNumber =
        end - at >= numeralRunMin || (end > at && (isAllNumerals || isBehindExtensionWord(plain)));
    if (isNumber) {
      for (; at < end; ++at) plain += U'0' + static_cast<char32_t>(spokenDigit(text.at(at)));
    } else {
      end = std::max(end, at + 1);
      for (; at < end; ++at) {
        // A NUL from a device separates as a space does.
        const char32_t c = text.at(at) == 0 ? U' ' : text.at(at);
        plain += isDash(c) && c != U'杠' ? U'-' : c;
      }
    }
  }
  return plain;
}

std::vector<DigitGroup> readGroups(const std::u32string& text, size_t at) {
  std::vector<DigitGroup> groups;
  DigitGroup next;
  size_t gap = 0;
  while (at < text.size() && groups.size() < groupCountMax) {
    const char32_t c = text[at];
    if (isDigit(c)) {
      const size_t end = digitsEnd(text, at);
      next.digits = digitsBetween(text, at, end);
      next.begin = static_cast<int>(at);
      next.end = static_cast<int>(end);
      groups.push_back(next);
      next = {};
      gap = 0;
      at = end;
      continue;
    }
    if (c == U'+' && groups.empty()) {
      next.hasPlus = true;
    } else if (!isSeparator(c) || ++gap > gapMax) {
      break;
    }
    next.isCutOff = next.isCutOff || isIn(c, U"-,*/");
    next.isAfterDot = c == U'.';
    ++at;
  }
  return groups;
}

std::optional<Extension> readExtension(const std::u32string& text, size_t at) {
  static constexpr Word words[] = {U"转接", U"转",        U"分机号", U"分机", U"内线", U"ext",
                                   U"#",    U"extension", U"x",      U"*",    U","};
  const auto skip = [&text, &at](Word set) {
    while (at < text.size() && (isSpace(text[at]) || isIn(text[at], set))) ++at;
  };
  skip(U"-;()");
  const Word left = Word(text).substr(std::min(at, text.size()));
  size_t length = 0;
  for (const Word word : words) {
    if (left.starts_with(word)) length = std::max(length, word.size());
  }
  if (length == 0) return std::nullopt;
  at += length;
  skip(U".:=-号");
  const size_t end = digitsEnd(text, at);
  if (end == at || end - at > size_t(extensionMax)) return std::nullopt;
  return Extension{digitsBetween(text, at, end), end};
}

}  // namespace yingda
