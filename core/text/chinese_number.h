// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers written in digits or Chinese numerals, read out of folded text.
#pragma once

#include <optional>

#include "core/text/folded_scalars.h"

namespace yingda {

/// ASCII digits as written (leading zeros kept) and the index behind the number.
struct NumberText {
  QString digits;
  int end = 0;
};

/// 0 to 9 for 零〇一…九, else -1.
int chineseDigit(char32_t character);
bool isChineseNumeral(char32_t character);

/// Reads 1502, 一五〇二, 十五, 一百二十 (120), 一百零二 (102) or, as rooms are said, 十五零二
/// (1502). Limits: 12 characters; a longer run of digits or numerals is no number.
std::optional<NumberText> readNumber(const FoldedScalars& text, int at);

/// Without leading zeros; "0" stays.
QString withoutLeadingZeros(const QString& digits);

}  // namespace yingda
