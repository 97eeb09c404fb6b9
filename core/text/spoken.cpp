// SPDX-License-Identifier: GPL-3.0-or-later
// Digits one by one, and counts with their units.
#include "core/text/spoken.h"

#include <array>

#include "core/text/fold.h"

namespace yingda {
namespace {

const QString numerals = QStringLiteral("零一二三四五六七八九");

/// 1 to 9999 without a leading zero.
QString groupName(int group, bool isFirst) {
  static const std::array<QString, 4> units = {QString(), QStringLiteral("十"),
                                               QStringLiteral("百"), QStringLiteral("千")};
  static constexpr std::array<int, 4> weights = {1, 10, 100, 1000};
  QString name;
  bool needsZero = !isFirst && group < 1000;
  for (size_t place = 4; place-- > 0;) {
    const int digit = group / weights[place] % 10;
    if (digit == 0) {
      needsZero = needsZero || !name.isEmpty();
      continue;
    }
    if (needsZero) name += u'零';
    needsZero = false;
    // 十五, but 一百一十五.
    const bool isPlainTen = isFirst && name.isEmpty() && place == 1 && digit == 1;
    if (!isPlainTen) name += numerals[digit];
    name += units[place];
  }
  return name;
}

}  // namespace

QString spokenDigits(QStringView digits, SpokenOne one) {
  QString spoken;
  bool isPausing = false;
  for (const QChar c : fold(digits)) {
    if (c == u'-' || c.isSpace()) {
      isPausing = !spoken.isEmpty();
      continue;
    }
    if (isPausing) spoken += u'，';
    isPausing = false;
    const bool isDigit = c >= u'0' && c <= u'9';
    if (c == u'1' && one == SpokenOne::Yao) {
      spoken += u'幺';
    } else {
      spoken += isDigit ? numerals[c.unicode() - u'0'] : c;
    }
  }
  return spoken;
}

QString chineseCount(int number) {
  if (number == 0) return QStringLiteral("零");
  static const std::array<QString, 3> units = {QString(), QStringLiteral("万"),
                                               QStringLiteral("亿")};
  static constexpr std::array<qint64, 3> weights = {1, 10'000, 100'000'000};
  const qint64 value = number < 0 ? -qint64(number) : qint64(number);
  QString name;
  bool hasGap = false;
  for (size_t place = 3; place-- > 0;) {
    const int group = static_cast<int>(value / weights[place] % 10'000);
    if (group == 0) {
      hasGap = !name.isEmpty();
      continue;
    }
    const QString part = groupName(group, name.isEmpty());
    if (hasGap && !part.startsWith(u'零')) name += u'零';
    hasGap = false;
    name += part + units[place];
  }
  return number < 0 ? QStringLiteral("负") + name : name;
}

}  // namespace yingda
