// SPDX-License-Identifier: GPL-3.0-or-later
// House numbers that are told by their order alone: 3-2-1502.
#pragma once

#include "core/text/house_part.h"

namespace yingda {

/// 3-2-1502, 3-1502, 3-2, 3-2-15-02, 3/2/1502, 3 2 1502, from its first part on.
std::optional<House> readHyphenHouse(const FoldedScalars& text, int at);
/// What follows a marked building: 2-1502 (unit and room), 15-02 (floor and door).
std::optional<House> readUnitAndRoom(const FoldedScalars& text, int at);

}  // namespace yingda
