// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the Chinese numbering plan, applied to groups of digits.
#include "core/text/phone.h"

#include <algorithm>

#include "core/text/house_part.h"
#include "core/text/phone_scan.h"

namespace yingda {
namespace {

using Sort = PhoneNumber::Sort;
using Groups = std::vector<DigitGroup>;

constexpr qsizetype fieldLengthMax = 200;
constexpr qsizetype textLengthMax = 100'000;
constexpr qsizetype digitCountMax = 20;

bool isMobile(QStringView digits) {
  return digits.size() == 11 && digits[0] == u'1' && digits[1] >= u'3';
}

bool isHotline(QStringView digits) {
  return digits.size() == 10 && (digits.startsWith(u"400") || digits.startsWith(u"800"));
}

/// 110, 12345, 95588, 96110, 10086, 10109888.
bool isShortService(QStringView digits) {
  static const QStringList fixed = {
      QStringLiteral("110"),    QStringLiteral("112"),   QStringLiteral("114"),
      QStringLiteral("117"),    QStringLiteral("119"),   QStringLiteral("120"),
      QStringLiteral("121"),    QStringLiteral("122"),   QStringLiteral("999"),
      QStringLiteral("10000"),  QStringLiteral("10010"), QStringLiteral("10086"),
      QStringLiteral("10099"),  QStringLiteral("11183"), QStringLiteral("11185"),
      QStringLiteral("116114"), QStringLiteral("118114")};
  const qsizetype size = digits.size();
  if (fixed.contains(digits)) return true;
  if (size == 5 && digits.startsWith(u"12")) return true;
  if (size >= 5 && size <= 8 && digits.startsWith(u"95")) return true;
  if ((size == 5 || size == 6) && digits.startsWith(u"96")) return true;
  return size == 8 && digits.startsWith(u"1010");
}

/// 3 for 010 and 02x, 4 for the other areas, 0 when no area begins like this.
int areaLength(QStringView digits) {
  if (digits.size() < 4 || digits[0] != u'0') return 0;
  if (digits[1] == u'1') return digits[2] == u'0' ? 3 : 0;
  if (digits[1] == u'2') return digits[2] == u'6' ? 0 : 3;
  return digits[1] >= u'3' ? 4 : 0;
}

std::optional<PhoneNumber> landline(const QString& digits) {
  const int area = areaLength(digits);
  if (area == 0) {
    const bool isUnknownArea = digits.startsWith(u'0') && !digits.startsWith(u"00") &&
                               digits.size() >= 10 && digits.size() <= 12;
    if (!isUnknownArea) return std::nullopt;
    return PhoneNumber{digits, {}, Sort::Unknown};
  }
  const QString local = digits.mid(area);
  const QString canonical = digits.first(area) + u'-' + local;
  if (local.size() == 5 && isShortService(local)) return PhoneNumber{canonical, {}, Sort::Service};
  const bool isLongEnough = local.size() == 8 || (area == 4 && local.size() == 7);
  if (!isLongEnough || local.front() < u'2') return std::nullopt;
  return PhoneNumber{canonical, {}, Sort::Landline};
}

/// A number of this country without country code.
std::optional<PhoneNumber> national(const QString& digits) {
  if (isMobile(digits)) return PhoneNumber{digits, {}, Sort::Mobile};
  if (isHotline(digits) || isShortService(digits)) return PhoneNumber{digits, {}, Sort::Service};
  if (const auto number = landline(digits)) {
    const bool isBehindZero = number->sort == Sort::Unknown && isMobile(digits.mid(1));
    if (!isBehindZero) return number;
  }
  // What a switchboard or a cheap-call prefix puts in front.
  static const QStringList prefixes = {QStringLiteral("0"),     QStringLiteral("9"),
                                       QStringLiteral("90"),    QStringLiteral("00"),
                                       QStringLiteral("17951"), QStringLiteral("17911"),
                                       QStringLiteral("12593"), QStringLiteral("10193")};
  for (const QString& prefix : prefixes) {
    if (!digits.startsWith(prefix)) continue;
    const QString rest = digits.mid(prefix.size());
    if (isMobile(rest)) return PhoneNumber{rest, {}, Sort::Mobile};
    if (prefix.size() == 1 && isHotline(rest)) return PhoneNumber{rest, {}, Sort::Service};
    const bool hasArea = prefix == QStringLiteral("9") && areaLength(rest) > 0;
    if (const auto number = hasArea ? landline(rest) : std::nullopt) return number;
  }
  // Spreadsheets eat the zero of the area.
  const bool mayLackZero = (digits.size() == 10 || digits.size() == 11) && digits[0] != u'0';
  const QString completed = u'0' + digits;
  if (!mayLackZero || areaLength(completed) == 0) return std::nullopt;
  return landline(completed);
}

std::optional<PhoneNumber> abroad(const QString& digits) {
  if (digits.size() < 8 || digits.size() > 15 || digits.startsWith(u'0')) return std::nullopt;
  return PhoneNumber{u'+' + digits, {}, Sort::Unknown};
}

std::optional<PhoneNumber> classify(const QString& digits, bool hasPlus) {
  if (digits.size() > digitCountMax) return std::nullopt;
  if (hasPlus) {
    if (digits.startsWith(u"86")) return national(digits.mid(2));
    return abroad(digits);
  }
  if (digits.startsWith(u"0086")) return national(digits.mid(4));
  if (const auto number = national(digits)) return number;
  if (digits.startsWith(u"86") && digits.size() >= 12) return national(digits.mid(2));
  if (digits.startsWith(u"00")) return abroad(digits.mid(2));
  return std::nullopt;
}

std::vector<qsizetype> shapeOf(const Groups& groups) {
  std::vector<qsizetype> shape;
  for (const DigitGroup& group : groups) shape.push_back(group.digits.size());
  return shape;
}

using Shapes = std::vector<std::vector<qsizetype>>;

bool isOneOf(const Groups& groups, const Shapes& shapes) {
  return std::find(shapes.begin(), shapes.end(), shapeOf(groups)) != shapes.end();
}

QString joined(const Groups& groups) {
  QString digits;
  for (const DigitGroup& group : groups) digits += group.digits;
  return digits;
}

/// 7 or 8 digits whose area nobody said; dates and rooms group their digits differently.
std::optional<PhoneNumber> localNumber(const Groups& groups) {
  static const Shapes shapes = {{7}, {8}, {4, 4}, {3, 4}, {4, 3}};
  const QString digits = joined(groups);
  if (!isOneOf(groups, shapes) || digits.front() < u'2') return std::nullopt;
  return PhoneNumber{digits, {}, Sort::Landline};
}

std::optional<PhoneNumber> numberOf(const Groups& groups) {
  if (const auto number = classify(joined(groups), groups.front().hasPlus)) return number;
  return localNumber(groups);
}

/// 0755-88888888-801: the last group is an extension.
std::optional<PhoneNumber> withTrailingExtension(Groups groups) {
  const DigitGroup last = groups.back();
  groups.pop_back();
  if (groups.empty() || !last.isCutOff || last.digits.size() > 6) return std::nullopt;
  auto number = numberOf(groups);
  if (number) number->extension = last.digits;
  return number;
}

std::optional<PhoneNumber> numberIn(Groups groups) {
  // Spreadsheets print numbers as 13812345678.0.
  const bool isDecimal = groups.size() == 2 && groups[1].isAfterDot &&
                         groups[0].digits.size() >= 7 &&
                         groups[1].digits.count(u'0') == groups[1].digits.size();
  if (isDecimal) groups.pop_back();
  const bool isLocalThenMore = groups.size() >= 3 && groups.back().digits.size() <= 6 &&
                               groups[groups.size() - 2].digits.size() >= 7;
  if (isLocalThenMore) {
    if (auto number = withTrailingExtension(groups)) return number;
  }
  if (auto number = numberOf(groups)) return number;
  return groups.size() > 1 ? withTrailingExtension(std::move(groups)) : std::nullopt;
}

bool isAsciiLetter(char32_t c) { return isLowerLetter(c); }

/// Latin words in front of a number must be labels; sums and minus signs are no numbers to call.
bool isPrefixAllowed(std::u32string_view prefix) {
  static const QStringList labels = {
      QStringLiteral("tel"),   QStringLiteral("telephone"), QStringLiteral("phone"),
      QStringLiteral("mob"),   QStringLiteral("mobile"),    QStringLiteral("cell"),
      QStringLiteral("call"),  QStringLiteral("fax"),       QStringLiteral("no"),
      QStringLiteral("t"),     QStringLiteral("m"),         QStringLiteral("p"),
      QStringLiteral("number")};
  QString word;
  bool hasWord = false;
  for (size_t i = 0; i <= prefix.size(); ++i) {
    const char32_t c = i < prefix.size() ? prefix[i] : U' ';
    if (isAsciiLetter(c)) {
      word += QChar(static_cast<char16_t>(c));
      continue;
    }
    if (!word.isEmpty() && !labels.contains(word)) return false;
    hasWord = hasWord || !word.isEmpty() || QChar::isLetter(c);
    word.clear();
  }
  if (prefix.empty()) return true;
  const char32_t last = prefix.back();
  const bool isSum = std::u32string_view(U"$¥€£=@&%").find(last) != std::u32string_view::npos;
  return !isSum && (hasWord || last != U'-');
}

bool isSuffixAllowed(std::u32string_view suffix) {
  if (std::any_of(suffix.begin(), suffix.end(), [](char32_t c) { return isDigit(c); })) {
    return false;
  }
  if (suffix.empty()) return true;
  const char32_t first = suffix.front();
  return !isAsciiLetter(first) && !isMeasure(first) &&
         std::u32string_view(U"@=&栋幢室单").find(first) == std::u32string_view::npos;
}

bool isUri(std::u32string_view text) {
  return text.find(U"://") != text.npos || text.find(U"www.") != text.npos ||
         text.find(U'@') != text.npos;
}

}  // namespace

std::optional<PhoneNumber> parsePhone(QStringView text) {
  if (text.size() > fieldLengthMax) return std::nullopt;
  std::u32string plain = plainDigits(foldScalars(text), 3);
  if (plain.starts_with(U"tel://")) plain.erase(3, 3);
  if (isUri(plain)) return std::nullopt;
  const size_t start = plain.find_first_of(U"0123456789+");
  if (start == plain.npos) return std::nullopt;
  const Groups groups = readGroups(plain, start);
  if (groups.empty() || !isPrefixAllowed(std::u32string_view(plain).substr(0, start))) {
    return std::nullopt;
  }
  auto number = numberIn(groups);
  size_t end = static_cast<size_t>(groups.back().end);
  const auto extension = readExtension(plain, end);
  if (number && extension && number->extension.isEmpty()) {
    number->extension = extension->digits;
    end = extension->end;
  }
  if (!number || !isSuffixAllowed(std::u32string_view(plain).substr(end))) return std::nullopt;
  return number;
}

QString maskPhone(const QString& canonical) {
  const auto stars = [](qsizetype count) { return QString(std::max<qsizetype>(count, 0), u'*'); };
  if (isMobile(canonical)) return canonical.first(3) + stars(4) + canonical.last(4);
  const qsizetype hyphen = canonical.indexOf(u'-');
  const QString local = canonical.mid(hyphen + 1);
  if (isHotline(local) || isShortService(local) || local.size() <= 2) return canonical;
  if (hyphen < 0 && canonical.startsWith(u'+')) {
    return canonical.first(3) + stars(canonical.size() - 5) + canonical.last(2);
  }
  return canonical.first(hyphen + 1) + stars(local.size() - 2) + local.last(2);
}

QString phoneSuffix(const QString& canonical, int digits) {
  QString all;
  for (const QChar c : canonical) {
    if (c.isDigit()) all += c;
  }
  return all.right(std::max(digits, 0));
}

namespace {

/// Finds numbers in running text, where groups of digits may be anything.
class PhoneFinder {
 public:
  explicit PhoneFinder(QStringView text) : m_text(plainDigits(foldScalars(text), 7)) {}

  QStringList find() {
    for (size_t at = 0; at < m_text.size();) {
      if (!isStart(at)) {
        ++at;
        continue;
      }
      const Groups groups = readGroups(m_text, at);
      if (groups.empty()) {
        ++at;
        continue;
      }
      take(groups);
      at = static_cast<size_t>(groups.back().end);
    }
    return m_found;
  }

 private:
  bool isStart(size_t at) const { return isDigit(m_text[at]) || m_text[at] == U'+'; }

  bool isWordCharacter(int at) const {
    if (at < 0 || at >= static_cast<int>(m_text.size())) return false;
    const char32_t c = m_text[static_cast<size_t>(at)];
    return isLowerLetter(c) || isDigit(c) || c == U'_' || c == U'@';
  }

  void take(const Groups& groups) {
    for (size_t first = 0; first < groups.size();) {
      const size_t used = takeFrom(groups, first);
      first += std::max<size_t>(used, 1);
    }
  }

  size_t takeFrom(const Groups& groups, size_t first) {
    if (isWordCharacter(groups[first].begin - 1)) return 0;
    for (size_t count = std::min<size_t>(5, groups.size() - first); count > 0; --count) {
      const auto begin = groups.begin() + static_cast<int>(first);
      const Groups part(begin, begin + static_cast<int>(count));
      if (isWordCharacter(part.back().end)) continue;
      const auto number = strictNumber(part);
      if (!number) continue;
      if (!m_found.contains(number->canonical)) m_found.append(number->canonical);
      return count;
    }
    return 0;
  }

  std::optional<PhoneNumber> strictNumber(const Groups& part) const {
    auto number = numberOf(part);
    if (!number) return std::nullopt;
    const bool isTrusted = isShapely(part, *number);
    return isTrusted || (isCuedShape(part) && hasCue(part.front().begin)) ? number : std::nullopt;
  }

  /// Grouped the way people group such a number; the country code may be a group of its own.
  static bool isShapely(Groups part, const PhoneNumber& number) {
    static const Shapes mobile = {{11}, {3, 4, 4}, {3, 8}, {7, 4}};
    static const Shapes hotline = {{10}, {3, 3, 4}, {3, 7}, {3, 4, 3}, {4, 3, 3}};
    static const Shapes fixed = {{10},   {11},      {12},      {3, 8},    {4, 7},
                                 {4, 8}, {3, 4, 4}, {4, 4, 4}, {4, 3, 4}, {4, 4, 3}};
    const bool isForeign = part.front().hasPlus && !part.front().digits.startsWith(u"86");
    if (isForeign) return number.sort == Sort::Unknown && part.size() <= 4;
    const QString first = part.front().digits;
    const bool isCode = first == QStringLiteral("86") || first == QStringLiteral("0086");
    if (part.size() > 1 && isCode) part.erase(part.begin());
    const QString& digits = part.front().digits;
    switch (number.sort) {
      case Sort::Mobile:
        return isOneOf(part, mobile) || (part.size() == 1 && digits.size() <= 15);
      case Sort::Landline:
        return isOneOf(part, fixed) && (digits.startsWith(u'0') || isCode);
      case Sort::Service:
        return number.canonical.size() == 10 && isOneOf(part, hotline);
      case Sort::Unknown:
        return false;
    }
    return false;
  }

  static bool isCuedShape(const Groups& part) { return part.size() <= 2; }

  bool hasCue(int begin) const {
    static constexpr std::u32string_view cues[] = {U"电话", U"拨",   U"打",    U"热线",
                                                   U"座机", U"致电", U"来电",  U"回电",
                                                   U"总机", U"tel",  U"phone", U"call"};
    constexpr int reach = 8;
    const auto from = static_cast<size_t>(std::max(0, begin - reach));
    const auto before = std::u32string_view(m_text).substr(from, static_cast<size_t>(begin) - from);
    return std::any_of(std::begin(cues), std::end(cues), [before](std::u32string_view cue) {
      return before.find(cue) != before.npos;
    });
  }

  std::u32string m_text;
  QStringList m_found;
};

}  // namespace

QStringList phonesIn(QStringView text) {
  return PhoneFinder(text.first(std::min(text.size(), textLengthMax))).find();
}

}  // namespace yingda
