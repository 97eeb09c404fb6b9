// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a ticket as rows, filtered by group, changed by ranges.
#pragma once

#include <optional>
#include <vector>

#include "ui/kit/row_model.h"
#include "ui/parts/activity_text.h"

namespace yingda::ui {

/// One line: when, what kind, and the text.
struct TimelineRow {
  ActivityId id;
  ActivityGroup group = ActivityGroup::Talk;
  QString time;  ///< 23:40:12 of the last day shown, else 10-08 09:50
  QString kind;  ///< 来电
  QString text;
  QString origin;  ///< who and when
  friend bool operator==(const TimelineRow&, const TimelineRow&) = default;
};

/// Oldest first. Never resets.
class TimelineModel final : public RowModel<TimelineRow> {
 public:
  using RowModel::RowModel;
  void set(const std::vector<Activity>& activities, const ActivityNames& names, Instant now);
  /// Nothing shows all groups.
  void setFilter(std::optional<ActivityGroup> group);

  QVariant data(const QModelIndex& index, int role) const override;

 private:
  void apply();
  std::vector<TimelineRow> m_all;
  std::optional<ActivityGroup> m_filter;
};

}  // namespace yingda::ui
