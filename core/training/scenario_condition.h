// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what stands behind 如果 and 何时.
#pragma once

#include <optional>

#include "core/training/scenario.h"

namespace yingda {

/// The parts of a list, parted by 、 or a plain comma; blanks around them are dropped.
QStringList scenarioList(QStringView text);

/// One condition, or nothing when nobody knows it.
std::optional<ScenarioCondition> readCondition(QStringView text);

/// Where a condition stands in the text that was cut at 且.
struct ConditionText {
  QStringView text;
  qsizetype from = 0;
};
/// Cuts at 且 with a blank or a comma in front, so that 而且 stays whole.
std::vector<ConditionText> conditionTexts(QStringView text);

}  // namespace yingda
