// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a house number, read out of folded text; shared by addresses and search tokens.
#pragma once

#include <optional>

#include "core/text/folded_scalars.h"

namespace yingda {

/// A value such as 3, A, A3 or 1502A (upper case, no leading zeros) and its place in the text.
struct HousePart {
  QString value;
  int begin = 0;
  int end = 0;
  bool isEmpty() const { return value.isEmpty(); }
};

/// Building, unit and room as far as they stand one after the other.
struct House {
  HousePart building;
  HousePart unit;
  HousePart room;
  int end = 0;
};

/// A house that begins exactly here: 3栋2单元1502, 3#2-1502, 3-2-1502, 16号楼B座, 2单元.
std::optional<House> readHouse(const FoldedScalars& text, int at);
/// A label with 单元, and behind a building also 门, 梯, 座.
std::optional<HousePart> readUnit(const FoldedScalars& text, int at, bool afterBuilding);
/// A room number of 3 or 4 digits, 1502A, 12A02, 15A; of 1 or 2 digits when a mark or the end shows
/// that it is one. What stands in front is for the caller to know.
std::optional<HousePart> readRoom(const FoldedScalars& text, int at);
/// 3, A, A3, 3A, 十二, 甲: at most three digits.
std::optional<HousePart> readLabel(const FoldedScalars& text, int at);

/// True where a number or label may begin: not in the middle of one.
bool isLabelStart(const FoldedScalars& text, int at);
/// Behind the spaces and punctuation that may stand between two parts.
int skipJoiners(const FoldedScalars& text, int at);
int skipSpaces(const FoldedScalars& text, int at);
/// Length of 室, 号房 and the like at `at`, or 0.
int roomMark(const FoldedScalars& text, int at);
bool isDash(char32_t character);
bool isSpace(char32_t character);
/// True when the number in front counts something (天, 次, 元), so that it is no house number.
bool isMeasure(char32_t character);

/// 3栋 for numbers, A座 for letters; the term of the index and of canonical addresses.
QString buildingName(const QString& building);
/// 2单元, B座; B单元 without a building.
QString unitName(const QString& unit, bool hasBuilding);

}  // namespace yingda
