// SPDX-License-Identifier: GPL-3.0-or-later
// Composes the lines once; a filter only shows and hides them.
#include "ui/desk/timeline_model.h"

#include <QCoreApplication>

#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

QString timeText(Instant at, Instant now) {
  if (localDayOf(at) == localDayOf(now)) return clockTextWithSeconds(at);
  return toIso(localDayOf(at)).mid(5) + QLatin1Char(' ') + clockText(at);
}

}  // namespace

void TimelineModel::set(const std::vector<Activity>& activities, const ActivityNames& names,
                        Instant now) {
  m_all.clear();
  m_all.reserve(activities.size());
  for (const Activity& activity : activities) {
    m_all.push_back({activity.id, activityGroup(activity.kind), timeText(activity.at, now),
                     activityKindText(activity), activityText(activity, names),
                     activityOrigin(activity)});
  }
  apply();
}

void TimelineModel::setFilter(std::optional<ActivityGroup> group) {
  if (group == m_filter) return;
  m_filter = group;
  apply();
}

void TimelineModel::apply() {
  std::vector<TimelineRow> rows;
  for (const TimelineRow& row : m_all) {
    if (!m_filter || row.group == *m_filter) rows.push_back(row);
  }
  setRows(rows, [](const TimelineRow& row) { return row.id; });
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const TimelineRow& row = rowAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return row.text;
    case Qt::ToolTipRole:
      return QString(row.origin + QLatin1Char('\n') + row.text);
    case Qt::AccessibleTextRole:
      return QCoreApplication::translate("TimelineView", "%1，%2，%3")
          .arg(row.kind, row.text, row.origin);
    default:
      return {};
  }
}

}  // namespace yingda::ui
