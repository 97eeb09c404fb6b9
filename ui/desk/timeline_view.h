// SPDX-License-Identifier: GPL-3.0-or-later
// 记录: the timeline of a ticket, newest at the bottom, whole rows only.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/parts/activity_text.h"

namespace yingda::ui {

class FilterChips;
class TimelineList;
class TimelineModel;

/// A heading with the filters 全部 沟通 流转 系统 and the rows under it. Stands in a card.
class TimelineView final : public QWidget {
  Q_OBJECT
 public:
  explicit TimelineView(QWidget* parent = nullptr);
  /// Follows the newest row unless the person has scrolled up.
  void set(const std::vector<Activity>& activities, const ActivityNames& names, Instant now);
  const TimelineModel& model() const { return *m_model; }
  /// 0 all, 1 talk, 2 flow, 3 system.
  void setFilter(int chip);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 private:
  void showGroup(int chip);

  TimelineModel* m_model;
  FilterChips* m_chips;
  TimelineList* m_list;
};

}  // namespace yingda::ui
