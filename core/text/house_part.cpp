// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of house numbers: marked parts (栋, 单元, 室) and hyphenated ones.
#include "core/text/house_part.h"

#include <algorithm>

#include "core/text/chinese_number.h"
#include "core/text/house_series.h"

namespace yingda {
namespace {

bool isNamed(char32_t c) {
  return std::u32string_view(U"甲乙丙丁戊东西南北").find(c) != std::u32string_view::npos;
}

bool isStemOrCompass(const QString& value) {
  return value.size() == 1 && isNamed(value.front().unicode());
}

bool hasDigit(const QString& value) {
  return std::any_of(value.begin(), value.end(), [](QChar c) { return isDigit(c.unicode()); });
}

int buildingMarker(const FoldedScalars& text, int at, const QString& label) {
  const int length = wordAt(text, at,
                            {U"号楼栋", U"号楼", U"号栋", U"号别墅", U"栋别墅", U"栋楼", U"幢楼",
                             U"座楼", U"#楼", U"栋", U"幢", U"座", U"#"});
  // 3栋楼下 is the place below 3栋.
  const bool isOtherWord = length == 2 && text.at(at) != U'号' && text.at(at) != U'#' &&
                           wordAt(text, at + 2, {U"下", U"上", U"道", U"顶", U"梯", U"层"}) > 0;
  if (isOtherWord) return 1;
  if (length == 0 || !isStemOrCompass(label)) return length;
  return wordAt(text, at, {U"栋", U"幢", U"座"});
}

std::optional<HousePart> readBuilding(const FoldedScalars& text, int at) {
  std::optional<HousePart> label = readLabel(text, at);
  if (!label) return std::nullopt;
  const int markerAt = skipSpaces(text, label->end);
  int length = buildingMarker(text, markerAt, label->value);
  // 3楼2单元: a 楼 in front of a unit is a building, else a floor.
  if (length == 0 && text.at(markerAt) == U'楼' && readUnit(text, markerAt + 1, false)) length = 1;
  if (length == 0) return std::nullopt;
  label->end = markerAt + length;
  return label;
}

bool isBehindRoom(const FoldedScalars& text, int at) {
  return wordAt(text, at,
                {U"号车位", U"车位",   U"号泊位", U"泊位",   U"号停车位", U"停车位", U"号商铺",
                 U"商铺",   U"号底商", U"底商",   U"号铺",   U"铺",       U"单元",   U"栋",
                 U"号楼",   U"幢",     U"号门",   U"号电梯", U"层",       U"楼",     U"%"}) == 0;
}

/// B1502 behind a building: tower B, room 1502.
std::optional<House> readLetterRoom(const FoldedScalars& text, int at) {
  const char32_t letter = text.at(at);
  if (!isLowerLetter(letter) || letter > U'h' || !isLabelStart(text, at)) return std::nullopt;
  const int roomAt = isDash(text.at(at + 1)) ? at + 2 : at + 1;
  const std::optional<HousePart> room = readRoom(text, roomAt);
  if (!room || room->value.size() < 3) return std::nullopt;
  House house;
  house.unit = {text.slice(at, at + 1).toUpper(), at, at + 1};
  house.room = *room;
  house.end = room->end;
  return house;
}

void readAfterBuilding(House& house, const FoldedScalars& text) {
  const int at = skipJoiners(text, house.end);
  if (const auto unit = readUnit(text, at, true)) {
    house.unit = *unit;
    house.end = unit->end;
  } else if (const auto tower = readLetterRoom(text, at)) {
    house.unit = tower->unit;
    house.room = tower->room;
    house.end = tower->end;
    return;
  } else {
    if (const auto pair = readUnitAndRoom(text, at)) {
      house.unit = pair->unit;
      house.room = pair->room;
      house.end = pair->end;
      return;
    }
  }
  if (const auto room = readRoom(text, skipJoiners(text, house.end))) {
    house.room = *room;
    house.end = room->end;
  }
}

/// A1502: tower A, room 1502.
std::optional<House> readTowerRoom(const FoldedScalars& text, int at) {
  std::optional<House> house = readLetterRoom(text, at);
  if (!house || isLowerLetter(text.at(house->end))) return std::nullopt;
  house->building = house->unit;
  house->unit = {};
  return house;
}

}  // namespace

int roomMark(const FoldedScalars& text, int at) {
  return wordAt(text, at, {U"号房间", U"号房", U"房间", U"室", U"房", U"户", U"号"});
}

int skipSpaces(const FoldedScalars& text, int at) {
  while (isSpace(text.at(at))) ++at;
  return at;
}

bool isDash(char32_t c) {
  return std::u32string_view(U"-‐‒–—―−杠").find(c) != std::u32string_view::npos && c != 0;
}

bool isSpace(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; }

bool isMeasure(char32_t c) {
  constexpr std::u32string_view measures =
      U"年月日天时点分秒次个人元块度米平层楼家间台部条遍倍成周岁%";
  return c != 0 && measures.find(c) != measures.npos;
}

int skipJoiners(const FoldedScalars& text, int at) {
  for (int skipped = 0; skipped < 4; ++skipped, ++at) {
    const char32_t c = text.at(at);
    const bool isJoiner = isSpace(c) || isDash(c) || c == U',' || c == U'、' || c == U'的' ||
                          c == U'/' || c == U'·' || c == U'.';
    if (!isJoiner) break;
  }
  return at;
}

bool isLabelStart(const FoldedScalars& text, int at) {
  const char32_t before = text.at(at - 1);
  const char32_t here = text.at(at);
  if (isDigit(here) || isLowerLetter(here)) return !isDigit(before) && !isLowerLetter(before);
  return !isChineseNumeral(here) || !isChineseNumeral(before);
}

std::optional<HousePart> readLabel(const FoldedScalars& text, int at) {
  if (!isLabelStart(text, at)) return std::nullopt;
  if (isNamed(text.at(at))) return HousePart{text.slice(at, at + 1), at, at + 1};
  int numberAt = at;
  QString value;
  if (isLowerLetter(text.at(at))) {
    value = text.slice(at, at + 1).toUpper();
    numberAt = at + 1;
  }
  const bool isLetterOnly = !value.isEmpty() && !isDigit(text.at(numberAt));
  if (isLetterOnly) {
    if (isLowerLetter(text.at(numberAt))) return std::nullopt;
    return HousePart{value, at, numberAt};
  }
  const std::optional<NumberText> number = readNumber(text, numberAt);
  if (!number || number->digits.size() > 3) return std::nullopt;
  const QString digits = withoutLeadingZeros(number->digits);
  if (digits == QStringLiteral("0")) return std::nullopt;
  value += digits;
  int end = number->end;
  const bool hasSuffix = numberAt == at && isLowerLetter(text.at(end)) && text.at(end) != U'f' &&
                         isDigit(text.at(end - 1)) && !isLowerLetter(text.at(end + 1)) &&
                         !isDigit(text.at(end + 1));
  if (hasSuffix) {
    value += text.slice(end, end + 1).toUpper();
    ++end;
  }
  return HousePart{value, at, end};
}

std::optional<HousePart> readUnit(const FoldedScalars& text, int at, bool afterBuilding) {
  std::optional<HousePart> label = readLabel(text, at);
  if (!label) return std::nullopt;
  const int markerAt = skipSpaces(text, label->end);
  int length = wordAt(text, markerAt, {U"单元楼", U"单元"});
  if (length == 2 && text.at(markerAt + 2) == U'门') length = 2;
  if (length == 0 && afterBuilding && !isMeasure(text.at(markerAt))) {
    length = isStemOrCompass(label->value) ? wordAt(text, markerAt, {U"座"})
                                           : wordAt(text, markerAt, {U"号门", U"门", U"梯", U"座"});
    const bool isOtherWord = wordAt(text, markerAt + length,
                                    {U"口", U"厅", U"禁", U"窗", U"锁", U"铃", U"间", U"前"}) > 0;
    if (isOtherWord) length = 0;
  }
  if (length == 0) return std::nullopt;
  label->end = markerAt + length;
  return label;
}

std::optional<HousePart> readRoom(const FoldedScalars& text, int at) {
  const std::optional<NumberText> number = readNumber(text, at);
  if (!number) return std::nullopt;
  QString value = withoutLeadingZeros(number->digits);
  int end = number->end;
  const bool isAscii = isDigit(text.at(at));
  if (isAscii && isLowerLetter(text.at(end)) && !isLowerLetter(text.at(end + 1))) {
    const bool isFloorMark = text.at(end) == U'f' && value.size() <= 2;
    if (isFloorMark) return std::nullopt;
    value += text.slice(end, end + 1).toUpper();
    ++end;
    const std::optional<NumberText> door = readNumber(text, end);
    if (door && isDigit(text.at(end))) {
      if (door->digits.size() != 2) return std::nullopt;
      value += door->digits;
      end = door->end;
    }
  }
  if (value.size() > 5 || withoutLeadingZeros(number->digits).size() > 4) return std::nullopt;
  if (value == QStringLiteral("0")) return std::nullopt;
  const int markAt = skipSpaces(text, end);
  const int mark = roomMark(text, markAt);
  if (!isBehindRoom(text, end) || isLowerLetter(text.at(end)) || isDigit(text.at(end))) {
    return std::nullopt;
  }
  if (mark > 0) return HousePart{value, at, markAt + mark};
  const bool isLong = value.size() >= 3;
  const char32_t next = text.at(end);
  const bool isAlone = next == 0 || isSpace(next) || next == U',' || next == U'。' || next == U';';
  if (isMeasure(next) || isDash(next) || (!isLong && !isAlone)) return std::nullopt;
  return HousePart{value, at, end};
}

std::optional<House> readHouse(const FoldedScalars& text, int at) {
  if (!isLabelStart(text, at)) return std::nullopt;
  House house;
  if (const auto building = readBuilding(text, at)) {
    house.building = *building;
    house.end = building->end;
    readAfterBuilding(house, text);
    return house;
  }
  if (auto hyphened = readHyphenHouse(text, at)) return hyphened;
  if (auto tower = readTowerRoom(text, at)) return tower;
  if (const auto unit = readUnit(text, at, false)) {
    house.unit = *unit;
    house.end = unit->end;
    if (const auto room = readRoom(text, skipJoiners(text, unit->end))) {
      house.room = *room;
      house.end = room->end;
    }
    return house;
  }
  return std::nullopt;
}

QString buildingName(const QString& building) {
  return building + (hasDigit(building) ? QStringLiteral("栋") : QStringLiteral("座"));
}

QString unitName(const QString& unit, bool hasBuilding) {
  const bool isTower = hasBuilding && !hasDigit(unit);
  return unit + (isTower ? QStringLiteral("座") : QStringLiteral("单元"));
}

}  // namespace yingda
