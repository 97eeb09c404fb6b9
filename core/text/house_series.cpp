// SPDX-License-Identifier: GPL-3.0-or-later
// Reads parts between equal separators and decides by count and size what each of them is.
#include "core/text/house_series.h"

#include <vector>

#include "core/text/chinese_number.h"

namespace yingda {
namespace {

enum class Gap { None, Dash, Slash, Dot, Space };

struct Separator {
  Gap gap = Gap::None;
  int end = 0;
};

Separator readSeparator(const FoldedScalars& text, int at) {
  const int from = skipSpaces(text, at);
  const char32_t c = text.at(from);
  Gap gap = from > at ? Gap::Space : Gap::None;
  int end = from;
  if (isDash(c)) gap = Gap::Dash;
  if (c == U'/') gap = Gap::Slash;
  if (c == U'.') gap = Gap::Dot;
  if (gap > Gap::None && gap < Gap::Space) end = skipSpaces(text, from + 1);
  return {gap, end};
}

/// Parts between equal separators: 3-2-1502.
struct Series {
  std::vector<HousePart> parts;
  Gap gap = Gap::None;
};

std::optional<HousePart> readSeriesPart(const FoldedScalars& text, int at) {
  const std::optional<NumberText> number = readNumber(text, at);
  if (number && number->digits.size() <= 4 && !isLowerLetter(text.at(number->end))) {
    return HousePart{number->digits, at, number->end};
  }
  if (const auto room = readRoom(text, at); room && number) return room;
  return readLabel(text, at);
}

Series readSeries(const FoldedScalars& text, int at) {
  Series series;
  while (series.parts.size() < 5) {
    const std::optional<HousePart> part = readSeriesPart(text, at);
    if (!part || withoutLeadingZeros(part->value) == QStringLiteral("0")) break;
    series.parts.push_back(*part);
    const Separator separator = readSeparator(text, part->end);
    if (separator.gap == Gap::None) break;
    if (series.gap != Gap::None && separator.gap != series.gap) break;
    series.gap = separator.gap;
    at = separator.end;
  }
  return series;
}

bool isNumbered(const QString& value) { return isDigit(value.front().unicode()); }

bool isRoomLike(const QString& value) {
  return value.size() >= 3 && isNumbered(value) && value.front() != u'0';
}

bool isShort(const QString& value) { return value.size() <= 2; }

QString floorAndDoor(const QString& floor, const QString& door) {
  return withoutLeadingZeros(floor) + withoutLeadingZeros(door).rightJustified(2, u'0');
}

bool isHouseNumber(const QString& value) {
  return value.size() <= 3 && withoutLeadingZeros(value) != QStringLiteral("0") &&
         !(value.size() == 3 && value.front() == u'0');
}

HousePart plain(HousePart part) {
  part.value = withoutLeadingZeros(part.value);
  return part;
}

/// Unit and room, or floor and door, behind a building: 2-1502, 15-02, 2-5.
void fillPair(House& house, const HousePart& first, const HousePart& second) {
  if (isRoomLike(second.value) || second.value.size() > 2) {
    house.unit = plain(first);
    house.room = plain(second);
  } else if (second.value.front() == u'0' || (isShort(first.value) && first.value.toInt() >= 10)) {
    house.room = {floorAndDoor(first.value, second.value), first.begin, second.end};
  } else {
    house.unit = plain(first);
    house.room = plain(second);
  }
  house.end = second.end;
}

bool fillThreeOrFour(House& house, const Series& series) {
  const auto& parts = series.parts;
  const QString& last = parts.back().value;
  if (!isNumbered(last)) return false;
  if (series.gap != Gap::Dash && last.size() < 3) return false;
  if (series.gap == Gap::Slash && (last.startsWith(u"19") || last.startsWith(u"20"))) return false;
  if (!isShort(parts[1].value)) return false;
  if (parts.size() == 3) {
    fillPair(house, parts[1], parts[2]);
    // 3-15-2 names unit 15: only a zero tells that it is floor and door.
    if (house.unit.isEmpty() && last.front() != u'0') {
      house.unit = plain(parts[1]);
      house.room = plain(parts[2]);
    }
    return true;
  }
  if (series.gap != Gap::Dash || !isShort(parts[2].value)) return false;
  house.unit = plain(parts[1]);
  house.room = isShort(last)
                   ? HousePart{floorAndDoor(parts[2].value, last), parts[2].begin, parts[3].end}
                   : plain(parts[3]);
  house.end = parts[3].end;
  return true;
}

bool fillTwo(House& house, const Series& series) {
  const HousePart& second = series.parts[1];
  if (isRoomLike(second.value)) {
    if (series.gap != Gap::Dash && series.gap != Gap::Slash) return false;
    house.room = plain(second);
  } else {
    if (series.gap != Gap::Dash || !isShort(second.value)) return false;
    house.unit = plain(second);
    if (house.unit.value == QStringLiteral("0")) return false;
  }
  house.end = second.end;
  return true;
}

}  // namespace

std::optional<House> readHyphenHouse(const FoldedScalars& text, int at) {
  const char32_t before = text.at(at - 1);
  const bool isTail =
      (isDash(before) || before == U'/' || before == U'.') && isDigit(text.at(at - 2));
  if (isTail) return std::nullopt;
  const Series series = readSeries(text, at);
  const size_t count = series.parts.size();
  if (count < 2 || count > 4 || !isHouseNumber(series.parts[0].value)) return std::nullopt;
  if (series.gap == Gap::Space && count != 3) return std::nullopt;
  const int end = series.parts.back().end;
  const Separator behind = readSeparator(text, end);
  const bool goesOn =
      behind.gap != Gap::None && behind.gap != Gap::Space && (isDigit(text.at(behind.end)));
  if (goesOn || isMeasure(text.at(end)) || isLowerLetter(text.at(end)) || isDigit(text.at(end))) {
    return std::nullopt;
  }
  House house;
  house.building = plain(series.parts[0]);
  const bool isFilled = count == 2 ? fillTwo(house, series) : fillThreeOrFour(house, series);
  if (!isFilled) return std::nullopt;
  if (house.room.isEmpty() && text.at(house.end) == U'号') return std::nullopt;
  house.end += roomMark(text, house.end);
  return house;
}

std::optional<House> readUnitAndRoom(const FoldedScalars& text, int at) {
  const Series series = readSeries(text, at);
  const bool isPair = series.parts.size() == 2 && series.gap == Gap::Dash &&
                      isNumbered(series.parts[1].value) && isShort(series.parts[0].value);
  if (!isPair || isMeasure(text.at(series.parts[1].end))) return std::nullopt;
  House house;
  fillPair(house, series.parts[0], series.parts[1]);
  house.end += roomMark(text, house.end);
  return house;
}

}  // namespace yingda
