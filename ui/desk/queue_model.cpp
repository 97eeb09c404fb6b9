// SPDX-License-Identifier: GPL-3.0-or-later
// Groups rows by the clock and tells views about ranges only.
#include "ui/desk/queue_model.h"

#include <algorithm>
#include <array>

#include "ui/desk/hand_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr std::array groups{QueueGroup::Now, QueueGroup::Today, QueueGroup::Callback,
                            QueueGroup::Later};

/// A heading needs an id of its own so that it stays the same row while its count changes.
TicketId headingId(QueueGroup group) {
  return TicketId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, static_cast<uchar>(group)));
}

/// The next instant after `now` at which some row may change its group.
std::optional<Instant> nextRegroup(const std::vector<QueueRow>& rows, Instant now) {
  std::optional<Instant> next;
  const auto note = [&next, now](Instant at) {
    if (at > now && (!next || at < *next)) next = at;
  };
  for (const QueueRow& row : rows) {
    if (!row.nextDue) continue;
    note(*row.nextDue - soonBefore);
    if (countsDown(*row.nextDue, now)) continue;
    // A night shift before, to the millisecond, it does not count down yet.
    note(*row.nextDue - nightShift + Milliseconds(1));
    note(instantAt(localDayOf(*row.nextDue), Milliseconds::zero()));
  }
  return next;
}

std::vector<QueueItem> grouped(const std::vector<QueueRow>& rows, Instant now) {
  std::array<std::vector<QueueItem>, groups.size()> parts;
  for (const QueueRow& row : rows) {
    const QueueGroup group = queueGroup(row, now);
    parts.at(static_cast<size_t>(group)).push_back({group, 0, row});
  }
  std::vector<QueueItem> items;
  items.reserve(rows.size() + groups.size());
  for (const QueueGroup group : groups) {
    auto& part = parts.at(static_cast<size_t>(group));
    if (part.empty()) continue;
    QueueItem heading;
    heading.group = group;
    heading.count = static_cast<int>(part.size());
    heading.row.id = headingId(group);
    items.push_back(std::move(heading));
    std::move(part.begin(), part.end(), std::back_inserter(items));
  }
  return items;
}

}  // namespace

QueueGroup queueGroup(const QueueRow& row, Instant now) {
  const bool awaitsCallback = row.stage == Stage::AwaitingCallback || row.stage == Stage::Callback;
  if (row.nextDue && *row.nextDue - now <= soonBefore) return QueueGroup::Now;
  if (awaitsCallback) return QueueGroup::Callback;
  return row.nextDue && countsDown(*row.nextDue, now) ? QueueGroup::Today : QueueGroup::Later;
}

void QueueModel::setPage(const QueuePage& page, Instant now) {
  m_now = now;
  regroup(page.rows);
}

void QueueModel::regroup(const std::vector<QueueRow>& rows) {
  struct Sink {
    QueueModel& model;
    void beginRemove(int first, int last) { model.beginRemoveRows({}, first, last); }
    void endRemove() { model.endRemoveRows(); }
    void beginInsert(int first, int last) { model.beginInsertRows({}, first, last); }
    void endInsert() { model.endInsertRows(); }
    void changed(int first, int last) {
      Q_EMIT model.dataChanged(model.index(first), model.index(last));
    }
  };
  const std::vector<QueueItem> after = grouped(rows, m_now);
  const auto changes = rowDiff(m_items, after, [](const QueueItem& item) { return item.row.id; });
  applyRowDiff(m_items, after, changes, Sink{*this});
  m_groupedAt = m_now;
  m_regroupAt = nextRegroup(rows, m_now);
}

int QueueModel::tick(Instant now, int first, int last) {
  const Instant before = std::exchange(m_now, now);
  if ((m_regroupAt && now >= *m_regroupAt) || now < m_groupedAt) {
    std::vector<QueueRow> rows;
    rows.reserve(m_items.size());
    for (const QueueItem& item : m_items) {
      if (!item.isHeading()) rows.push_back(item.row);
    }
    regroup(rows);
  }
  int announced = 0;
  const int end = std::min(last, rowCount() - 1);
  for (int row = std::max(first, 0); row <= end; ++row) {
    if (itemAt(row).isHeading() || clockOf(row, before) == clockOf(row, now)) continue;
    Q_EMIT dataChanged(index(row), index(row), {Qt::DisplayRole, Qt::AccessibleTextRole});
    ++announced;
  }
  return announced;
}

void QueueModel::setPresence(const std::vector<PresenceView>& others) {
  QHash<QUuid, std::vector<PresenceView>> lookers;
  for (const PresenceView& one : others) {
    if (!one.ticket.isNull()) lookers[one.ticket.uuid()].push_back(one);
  }
  QSet<QUuid> changed;
  for (auto it = lookers.cbegin(); it != lookers.cend(); ++it) {
    if (m_lookers.value(it.key()) != it.value()) changed.insert(it.key());
  }
  for (auto it = m_lookers.cbegin(); it != m_lookers.cend(); ++it) {
    if (!lookers.contains(it.key())) changed.insert(it.key());
  }
  m_lookers = std::move(lookers);
  for (const QUuid& id : std::as_const(changed)) {
    const int row = rowOf(TicketId(id));
    if (row >= 0) Q_EMIT dataChanged(index(row), index(row));
  }
}

const std::vector<PresenceView>& QueueModel::lookersOf(const TicketId& id) const {
  static const std::vector<PresenceView> nobody;
  const auto found = m_lookers.constFind(id.uuid());
  return found == m_lookers.constEnd() ? nobody : *found;
}

QStringList QueueModel::handTexts(const QueueRow& row) const {
  QStringList texts{handText(row.hand, true), lookersText(lookersOf(row.id))};
  texts.removeAll(QString());
  return texts;
}

int QueueModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const QueueItem& item = itemAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return item.isHeading() ? groupText(item.group) : titleText(item.row);
    case Qt::ToolTipRole:
      if (item.isHeading()) return {};
      return (QStringList{titleText(item.row), detailText(item.row)} + handTexts(item.row))
          .join(QLatin1Char('\n'));
    case Qt::AccessibleTextRole:
      return spokenText(index.row());
    case IdRole:
      return item.isHeading() ? QVariant() : QVariant(item.row.id.uuid());
    case HeadingRole:
      return item.isHeading();
    default:
      return {};
  }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  if (itemAt(index.row()).isHeading()) return Qt::ItemNeverHasChildren;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

ClockText QueueModel::clockOf(int row, Instant now) const {
  const QueueRow& ticket = itemAt(row).row;
  const bool isPaused = !ticket.nextDue && !ticket.nextMilestone.isEmpty();
  return clockText(ticket.nextDue, now,
                   isPaused ? MilestoneState::Paused : MilestoneState::Running);
}

int QueueModel::rowOf(const TicketId& id) const {
  const auto found = std::find_if(m_items.begin(), m_items.end(), [&id](const QueueItem& item) {
    return !item.isHeading() && item.row.id == id;
  });
  return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int QueueModel::ticketFrom(int from, int step) const {
  for (int row = from; row >= 0 && row < rowCount(); row += step) {
    if (!itemAt(row).isHeading()) return row;
  }
  return -1;
}

QString QueueModel::groupText(QueueGroup group) {
  switch (group) {
    case QueueGroup::Now:
      return tr("马上办");
    case QueueGroup::Today:
      return tr("今天");
    case QueueGroup::Callback:
      return tr("待回访");
    case QueueGroup::Later:
      return tr("以后");
  }
  return {};
}

QString QueueModel::titleText(const QueueRow& row) {
  //: A call that is recorded or asked by the press, whose words the reader may not see.
  const QString open = row.sensitive.isEmpty() ? tr("未填事项") : tr("敏感来电");
  const QString words = row.title.isEmpty() ? open : row.title;
  const bool isMarked = !row.sensitive.isEmpty() && !row.title.isEmpty();
  const QString title = isMarked ? tr("敏感 · %1").arg(words) : words;
  //: A ticket that was reopened: its title, and which time it is.
  return row.cycle > 1 ? tr("%1（第 %2 次）").arg(title).arg(row.cycle) : title;
}

QString QueueModel::detailText(const QueueRow& row) {
  if (row.holder.isEmpty()) return row.place;
  const QString holder = row.stage == Stage::Dispatched   ? tr("%1 已派单").arg(row.holder)
                         : row.stage == Stage::InProgress ? tr("%1 处理中").arg(row.holder)
                                                          : row.holder;
  return row.place.isEmpty() ? holder : tr("%1 · %2").arg(row.place, holder);
}

QString QueueModel::spokenText(int row) const {
  const QueueItem& item = itemAt(row);
  if (item.isHeading()) return tr("%1，%2 件").arg(groupText(item.group)).arg(item.count);
  QStringList parts{levelText(item.row.level), titleText(item.row), detailText(item.row),
                    milestoneText(item.row.nextMilestone, item.row.level), clockAt(row).spoken};
  parts += handTexts(item.row);
  parts.removeAll(QString());
  //: Between the parts of a row that is read out.
  return parts.join(tr("，"));
}

}  // namespace yingda::ui
