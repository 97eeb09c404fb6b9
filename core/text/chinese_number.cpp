// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese numerals: positional (一五〇二), with units (一千五百零二), and both in one (十五零二).
#include "core/text/chinese_number.h"

namespace yingda {
namespace {

constexpr int lengthMax = 12;

int unitValue(char32_t c) {
  switch (c) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    default:
      return 0;
  }
}

QString positional(std::u32string_view run) {
  QString digits;
  for (const char32_t c : run) digits += QChar(u'0' + chineseDigit(c));
  return digits;
}

/// A numeral with units, read from its start; `used` tells how much of the run belongs to it.
struct UnitReading {
  int value = 0;
  size_t used = 0;
  bool endsInTens = false;
};

UnitReading readUnits(std::u32string_view run) {
  int total = 0;
  int pending = -1;
  int lastUnit = 0;
  bool afterZero = false;
  size_t i = 0;
  for (; i < run.size(); ++i) {
    const int unit = unitValue(run[i]);
    const int digit = chineseDigit(run[i]);
    if (unit > 0) {
      if (lastUnit > 0 && unit >= lastUnit) break;
      total += (pending < 0 ? 1 : pending) * unit;
      pending = -1;
      lastUnit = unit;
      afterZero = false;
    } else if (digit == 0) {
      // 十五零二 says floor and door: behind tens a zero begins the next number.
      if (pending >= 0 || lastUnit <= 10) break;
      afterZero = true;
    } else {
      if (pending >= 0) break;
      pending = digit;
    }
  }
  const bool isShort = pending >= 0 && !afterZero && lastUnit >= 100;
  if (pending >= 0) total += isShort ? pending * lastUnit / 10 : pending;
  return {total, i, lastUnit == 10 && total < 100};
}

std::optional<NumberText> readNumerals(const FoldedScalars& text, int at) {
  int end = at;
  bool hasUnit = false;
  while (isChineseNumeral(text.at(end))) hasUnit = unitValue(text.at(end++)) > 0 || hasUnit;
  if (end == at || end - at > lengthMax) return std::nullopt;
  const auto run = std::u32string_view(text.text).substr(size_t(at), size_t(end - at));
  if (!hasUnit) return NumberText{positional(run), end};
  if (unitValue(run.front()) > 10) return std::nullopt;
  const size_t firstUnit = run.find_first_of(U"十百千");
  if (firstUnit > 1) return std::nullopt;
  const UnitReading reading = readUnits(run);
  NumberText number{QString::number(reading.value), at + static_cast<int>(reading.used)};
  const auto tail = run.substr(reading.used);
  if (reading.endsInTens && tail.size() == 2 && tail.find_first_of(U"十百千") == tail.npos) {
    return NumberText{number.digits + positional(tail), end};
  }
  if (!tail.empty()) return std::nullopt;
  return number;
}

}  // namespace

int chineseDigit(char32_t c) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  if (c == U'〇') return 0;
  const size_t place = digits.find(c);
  return place == digits.npos ? -1 : static_cast<int>(place);
}

bool isChineseNumeral(char32_t c) { return unitValue(c) > 0 || chineseDigit(c) >= 0; }

std::optional<NumberText> readNumber(const FoldedScalars& text, int at) {
  int end = at;
  while (isDigit(text.at(end))) ++end;
  if (end == at) return readNumerals(text, at);
  if (end - at > lengthMax) return std::nullopt;
  return NumberText{text.slice(at, end), end};
}

QString withoutLeadingZeros(const QString& digits) {
  qsizetype zeros = 0;
  while (zeros + 1 < digits.size() && digits[zeros] == u'0') ++zeros;
  return digits.mid(zeros);
}

}  // namespace yingda
