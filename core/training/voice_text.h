// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's sentence as a voice that knows hanzi only can say it.
#pragma once

#include <QString>
#include <QStringView>

namespace yingda {

/// Digits and Latin letters in any width become hanzi: 1502 is 一五零二, 3 栋 is 三栋, 2 个 is
/// 两个, 500 元 is 五百元, 23:40 is 二十三点四十分, 110 is 幺幺零, B1-127 is 必一杠一二七. A number
/// of three digits and more is said digit by digit, unless what is counted stands behind it.
/// Everything else stays. Thread: any; pure.
QString voiceText(QStringView sentence);

}  // namespace yingda
