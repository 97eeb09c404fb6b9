// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of digits in text that may hold telephone numbers, before any rule of numbering plans.
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "core/text/folded_scalars.h"

namespace yingda {

/// Digits written together, and what stood in front of them.
struct DigitGroup {
  QString digits;
  int begin = 0;
  int end = 0;
  bool hasPlus = false;
  /// The separator in front was a hyphen, comma or the like, not mere space.
  bool isCutOff = false;
  bool isAfterDot = false;
};

/// Folded text with Chinese numerals of numbers (一三八, 幺) as digits and every dash as '-'.
/// Runs shorter than `numeralRunMin` are words (张三) unless there are no other words at all.
std::u32string plainDigits(const FoldedScalars& text, int numeralRunMin);

/// The groups from `at` on, as long as only separators stand between them.
/// Limits: 12 groups.
std::vector<DigitGroup> readGroups(const std::u32string& text, size_t at);

/// 转801, 分机801, ext. 801, #801, ;ext=801 at `at`.
struct Extension {
  QString digits;
  size_t end = 0;
};
std::optional<Extension> readExtension(const std::u32string& text, size_t at);

}  // namespace yingda
