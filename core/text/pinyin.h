// SPDX-License-Identifier: GPL-3.0-or-later
// Toneless pinyin of characters, and matching typed letters against Chinese text.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "core/text/fold.h"

namespace yingda {

/// Every common reading, the usual one first; ü is written v and also u (绿: lv, lu). Empty for
/// other characters.
/// Thread: any; the first call builds the table (about 0.1 s).
QStringList syllables(QChar character);

/// First letters of the usual readings; ASCII letters and digits stay, all else is left out: 派单
/// is pd.
QString initials(QStringView text);

/// Initials of a person's name, the surname in its surname reading: 单雄信 is sxx, 尉迟恭 is ycg.
QString personInitials(QStringView name);

/// Full toneless spelling of the usual readings without spaces: 漏水 is loushui. Other characters
/// as in initials.
QString fullPinyin(QStringView text);

/// Where the typed letters fit: a run of initials (pd), or of full syllables the last of which may
/// be cut short (paidan, paid), from any character on, in any reading; surname readings count at
/// the first character. Chinese characters and digits in the query stand for themselves.
/// Limits: 60 letters; longer never fits.
std::optional<TextRange> pinyinMatch(QStringView text, QStringView query);

bool pinyinMatches(QStringView text, QStringView query);

}  // namespace yingda
