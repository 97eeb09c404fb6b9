// SPDX-License-Identifier: GPL-3.0-or-later
// Small facts of a sentence: a time that can be kept, a sum of money, a home, a titled name.
#pragma once

#include <QStringView>
#include <optional>
#include <vector>

#include "core/assist/lint_rules.h"
#include "core/text/fold.h"

namespace yingda {

// All texts here are folded; ranges are units of the text given.

/// True for 15:30, 下午 3 点, 明天, 30 分钟内, 3 月 5 日; not for 过两天 or 快一点.
bool saysTime(QStringView sentence, const LintWords& words);
/// True for somebody who can be asked afterwards: 张工, 工程部, 师傅, 8021 号, 我; not for 我们.
bool saysPerson(QStringView sentence, const LintWords& words);

struct SaidAmount {
  qint64 cents = 0;
  TextRange range;
};
/// Sums with their unit: 500 元, 八百块, 1.5 万元. Limits: sums from 10^15 cents on are cut.
std::vector<SaidAmount> amountsIn(QStringView sentence, const LintWords& words);

struct SaidHome {
  QString canonical;  ///< 3栋2单元1502, or the room alone: 1602
  QString room;
  TextRange range;
  bool isWhole = false;  ///< with its building
};
/// Homes with a building, and rooms of three or four digits beside 楼上, 那家, 室 and the like.
std::vector<SaidHome> homesIn(QStringView sentence, const LintWords& words);

struct SaidName {
  QString surname;
  TextRange range;
};
/// 张女士, 王秀兰阿姨: a surname, at most two more characters, a title.
std::vector<SaidName> titledNamesIn(QStringView sentence, const LintWords& words);

/// The longest run that may be a telephone number, digits or numerals with what joins them; its
/// length is 0 when there is none of seven digits.
TextRange longestNumberIn(QStringView sentence);

/// The digits of a run, numerals among them as digits, without what joins them.
QString digitsOf(QStringView run);

/// True when one of the words stands in the text.
bool saysAny(QStringView text, const QStringList& words);

}  // namespace yingda
