// SPDX-License-Identifier: GPL-3.0-or-later
// Draws one node of the chain into its column.
#pragma once

#include <QRect>

#include "ui/desk/milestone_chain.h"

class QPainter;

namespace yingda::ui {

/// Where a node stands, and what it shows besides its words.
struct MilestoneBox {
  QRect rect;
  bool hasLink = false;  ///< 为什么？
  bool hasFocus = false;
};

void paintMilestone(QPainter& painter, const MilestoneNode& node, const MilestoneBox& box);
/// Where 为什么？ stands: behind the third line, or behind the name when that is too long.
QRect linkRect(const MilestoneNode& node, const MilestoneBox& box);

}  // namespace yingda::ui
