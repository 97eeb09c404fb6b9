// SPDX-License-Identifier: GPL-3.0-or-later
// One expression finds number, range and unit; Chinese numerals are read up to 9,999.
#include "core/assist/fact_quantity.h"

#include <QRegularExpression>
#include <array>
#include <cmath>

namespace yingda {

namespace {

struct Unit {
  QStringView name;
  FactFamily family;
  double factor;
  bool isWorkingDays = false;
};

// The longer name stands before the shorter one that it begins with.
constexpr std::array units{Unit{u"个服务小时", FactFamily::Time, 60},
                           Unit{u"个小时", FactFamily::Time, 60},
                           Unit{u"服务小时", FactFamily::Time, 60},
                           Unit{u"小时", FactFamily::Time, 60},
                           Unit{u"个钟头", FactFamily::Time, 60},
                           Unit{u"分钟", FactFamily::Time, 1},
                           Unit{u"个工作日", FactFamily::Days, 1, true},
                           Unit{u"工作日", FactFamily::Days, 1, true},
                           Unit{u"个自然日", FactFamily::Days, 1},
                           Unit{u"天", FactFamily::Days, 1},
                           Unit{u"日", FactFamily::Days, 1},
                           Unit{u"个星期", FactFamily::Days, 7},
                           Unit{u"周", FactFamily::Days, 7},
                           Unit{u"个月", FactFamily::Years, 1},
                           Unit{u"周年", FactFamily::Years, 12},
                           Unit{u"年", FactFamily::Years, 12},
                           Unit{u"万元", FactFamily::Money, 10'000},
                           Unit{u"元", FactFamily::Money, 1},
                           Unit{u"块钱", FactFamily::Money, 1},
                           Unit{u"%", FactFamily::Percent, 1},
                           Unit{u"％", FactFamily::Percent, 1}};

const QString& numeralClass() {
  static const QString text = QStringLiteral("[零〇一二两三四五六七八九十百千]+|半");
  return text;
}

const QRegularExpression& amountShape() {
  static const QRegularExpression shape = [] {
    const QString number = QStringLiteral("(?:\\d+(?:\\.\\d+)?|") % numeralClass() % u')';
    const QString unit = QStringLiteral(
        "个?(?:采暖期?|供暖期?|供热期?|供冷期?|[采供][暖热冷])[采供暖热冷期或和、]*期|"
        "个服务小时|个小时|服务小时|小时|个钟头|分钟|个工作日|工作日|个自然日|天|日|个星期|周年|周|"
        "个月|年|万元|元|块钱|%|％");
    // 一个半小时 has its half between the unit's two halves.
    return QRegularExpression(QStringLiteral("(?<low>") % number % QStringLiteral(")(?:\\s*(?:") %
                              QStringLiteral("至|到|-|—|~|～)\\s*(?<high>") % number %
                              QStringLiteral("))?(?<half>个半)?\\s*(?<unit>") % unit % u')');
  }();
  return shape;
}

int digitOf(QChar character) {
  static const QString digits = QStringLiteral("零一二三四五六七八九");
  if (character == u'两') return 2;
  if (character == u'〇') return 0;
  return static_cast<int>(digits.indexOf(character));
}

/// 十五 is 15, 两百 200, 三 3; nothing when it is no number, as in 三四 (three or four).
std::optional<double> numberOf(const QString& text) {
  bool isFigure = false;
  const double figure = text.toDouble(&isFigure);
  if (isFigure) return figure;
  if (text == u"半") return 0.5;
  double total = 0;
  int open = -1;
  for (const QChar character : text) {
    const int digit = digitOf(character);
    if (digit >= 0) {
      if (open > 0) return std::nullopt;
      open = digit;
      continue;
    }
    const double power = character == u'十' ? 10 : character == u'百' ? 100 : 1000;
    total += (open < 0 ? 1 : open) * power;
    open = -1;
  }
  return total + std::max(open, 0);
}

std::optional<Unit> unitOf(const QString& name) {
  for (const Unit& unit : units) {
    if (name == unit.name) return unit;
  }
  if (name.endsWith(u'期')) return Unit{u"期", FactFamily::Seasons, 1};
  return std::nullopt;
}

/// 2026 年 and 10 月 20 日 are dates.
bool isDate(const QString& text, const QRegularExpressionMatch& match, double low) {
  const QString unit = match.captured(u"unit");
  if (unit == u"年") return low >= 1900;
  const QStringView before = QStringView(text).left(match.capturedStart()).trimmed();
  return unit == u"日" && before.endsWith(u'月');
}

std::optional<FactQuantity> quantityFrom(const QRegularExpressionMatch& match) {
  const auto unit = unitOf(match.captured(u"unit"));
  auto low = numberOf(match.captured(u"low"));
  if (!unit || !low) return std::nullopt;
  const QString highText = match.captured(u"high");
  auto high = highText.isEmpty() ? low : numberOf(highText);
  if (!high) return std::nullopt;
  const double half = match.captured(u"half").isEmpty() ? 0 : 0.5;
  FactQuantity found;
  found.family = unit->family;
  found.low = (*low + half) * unit->factor;
  found.high = (*high + half) * unit->factor;
  found.isWorkingDays = unit->isWorkingDays;
  found.from = static_cast<int>(match.capturedStart());
  found.to = static_cast<int>(match.capturedEnd());
  return found;
}

/// Days that an amount of time takes, for comparing minutes with days and days with months.
double daysOf(FactFamily family, double amount) {
  if (family == FactFamily::Time) return amount / (24 * 60);
  if (family != FactFamily::Years) return amount;
  // Twelve months are a year of 365 days, and people say 30 days for a month.
  return std::floor(amount / 12) * 365 + std::fmod(amount, 12) * 30;
}

bool isAlike(double left, double right) { return std::abs(left - right) < 1e-6; }

bool isTime(FactFamily family) {
  return family == FactFamily::Time || family == FactFamily::Days || family == FactFamily::Years;
}

}  // namespace

std::vector<FactQuantity> quantitiesIn(const QString& text) {
  std::vector<FactQuantity> found;
  auto matches = amountShape().globalMatch(text);
  while (matches.hasNext()) {
    const auto match = matches.next();
    const auto quantity = quantityFrom(match);
    const auto low = numberOf(match.captured(u"low"));
    if (quantity && !isDate(text, match, low.value_or(0))) found.push_back(*quantity);
  }
  return found;
}

std::optional<FactQuantity> quantityOf(const FactAmount& amount) {
  const auto unit = unitOf(amount.unit);
  if (!unit) return std::nullopt;
  FactQuantity quantity;
  quantity.family = unit->family;
  quantity.low = amount.low * unit->factor;
  quantity.high = amount.high * unit->factor;
  quantity.isWorkingDays = unit->isWorkingDays;
  return quantity;
}

bool isComparable(const FactQuantity& left, const FactQuantity& right) {
  if (left.family == right.family) return true;
  if (!isTime(left.family) || !isTime(right.family)) return false;
  // A warranty of years is never meant by hours, and a visit of hours never by years.
  const bool hasYears = left.family == FactFamily::Years || right.family == FactFamily::Years;
  const bool hasMinutes = left.family == FactFamily::Time || right.family == FactFamily::Time;
  return !(hasYears && hasMinutes);
}

bool saysTheSame(const FactQuantity& left, const FactQuantity& right) {
  if (!isComparable(left, right) || left.isWorkingDays != right.isWorkingDays) return false;
  if (left.family == right.family) {
    return isAlike(left.low, right.low) && isAlike(left.high, right.high);
  }
  return isAlike(daysOf(left.family, left.low), daysOf(right.family, right.low)) &&
         isAlike(daysOf(left.family, left.high), daysOf(right.family, right.high));
}

}  // namespace yingda
