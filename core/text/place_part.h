// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an address that are no house number: floors, sides, parking, shops, common parts.
#pragma once

#include <optional>

#include "core/text/folded_scalars.h"

namespace yingda {

/// A floor; below ground is negative.
struct FloorPart {
  int floor = 0;
  int end = 0;
};

/// A parking space, shop, common part or side, in its canonical words.
struct SpotPart {
  QString spot;
  int floor = 0;
  int end = 0;
};

/// 15楼, 十五层, 15F, F15, 负一楼, -1层, B1层, 地下一层.
std::optional<FloorPart> readFloor(const FoldedScalars& text, int at);
/// 左手, 右手边, 中户, 东户.
std::optional<SpotPart> readSide(const FoldedScalars& text, int at);
/// 地库B1-127, B1车位127, 负一层127号车位: B1-127.
std::optional<SpotPart> readParking(const FoldedScalars& text, int at);
/// 底商8号, 8号商铺: 8. Empty when no number is said.
std::optional<SpotPart> readShop(const FoldedScalars& text, int at);
/// 电梯厅, 2号电梯, 东门, 楼下的花园: the word of the list, with its number.
std::optional<SpotPart> readCommonPart(const FoldedScalars& text, int at);

}  // namespace yingda
