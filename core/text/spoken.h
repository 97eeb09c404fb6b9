// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as they are said aloud on the telephone.
#pragma once

#include <QString>
#include <QStringView>

namespace yingda {

/// How a one is said among digits.
enum class SpokenOne { Yi, Yao };

/// 207-4213-1 is 二零七，四二一三，一. Hyphens and spaces become pauses, other characters stay.
QString spokenDigits(QStringView digits, SpokenOne one = SpokenOne::Yi);

/// 十五, 一百零二, 一万零三十; 负 before negative numbers.
QString chineseCount(int number);

}  // namespace yingda
