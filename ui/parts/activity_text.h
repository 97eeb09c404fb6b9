// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a ticket, as one line of the timeline.
#pragma once

#include <QString>
#include <functional>

#include "core/domain/ticket.h"

namespace yingda::ui {

/// Which chip of the timeline shows it: 沟通, 流转 or 系统.
enum class ActivityGroup { Talk, Flow, System };
ActivityGroup activityGroup(ActivityKind kind);

/// Names for the ids inside activities; a missing function leaves the id as it is.
struct ActivityNames {
  std::function<QString(const QString&)> department;
  std::function<QString(const QString&)> category;
  std::function<QString(const QString&)> article;
};

/// The kind column: 来电, 催办 when the owner urged, 联系 on another channel, else by its kind.
QString activityKindText(const Activity& activity);
/// One line from the activity's data; unknown keys are ignored, numbers of people are masked.
QString activityText(const Activity& activity, const ActivityNames& names = {});
/// "8021 小李 · 10-10 周六 23:40:12": who and when, for hover and for reading out.
QString activityOrigin(const Activity& activity);

}  // namespace yingda::ui
