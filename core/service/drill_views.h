// SPDX-License-Identifier: GPL-3.0-or-later
// What the practice room and the trainer's desk show of drills that are over.
#pragma once

#include "core/domain/drill_rows.h"

namespace yingda {

struct DrillView {
  DrillResult drill;
  QString name;         ///< of the trainee: 8021 小李
  bool isMine = false;  ///< also under an id that the person had before the seat joined
};

struct AssignmentView {
  DrillAssignment assignment;
  QString name;    ///< who is to practise
  QString byName;  ///< who said so
  bool isMine = false;
  std::optional<int> best;  ///< the best score since it was made; absent: still to be done
  bool isDone() const { return best.has_value(); }
};

}  // namespace yingda
