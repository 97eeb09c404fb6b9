// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a scenario, as a sentence on the command line.
#pragma once

#include "core/training/scenario_problem.h"

namespace yingda::admin {

/// 第 12 行第 5 字：没有「收尾」这一段。
QString problemText(const ScenarioProblem& problem);

}  // namespace yingda::admin
