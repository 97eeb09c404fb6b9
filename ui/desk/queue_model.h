// SPDX-License-Identifier: GPL-3.0-or-later
// A queue of tickets under its headings, changed by ranges and never reset.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <optional>
#include <vector>

#include "core/service/sync_views.h"
#include "core/service/views.h"
#include "ui/kit/row_diff.h"
#include "ui/parts/clock_text.h"

namespace yingda::ui {

/// 马上办, 今天, 待回访, 以后: in this order on the screen.
enum class QueueGroup { Now, Today, Callback, Later };
QueueGroup queueGroup(const QueueRow& row, Instant now);

/// A heading with its count, or a ticket.
struct QueueItem {
  QueueGroup group = QueueGroup::Later;
  int count = 0;  ///< of a heading; 0 for a ticket
  QueueRow row;   ///< of a ticket; a heading has a made-up id
  bool isHeading() const { return count > 0; }
  friend bool operator==(const QueueItem&, const QueueItem&) = default;
};

/// The rows of one page, in groups that follow the clock.
/// Limits: a tick costs nothing until a row changes its group; texts are made for asked rows only.
class QueueModel final : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role { IdRole = Qt::UserRole, HeadingRole };

  using QAbstractListModel::QAbstractListModel;
  /// Replaces the rows by ranges; a ticket that stays keeps its selection.
  void setPage(const QueuePage& page, Instant now);
  /// Moves the time on: regroups what has to move, and announces rows first..last whose clock
  /// reads differently now. Returns how many rows it announced.
  int tick(Instant now, int first, int last);

  /// Who else has which ticket open; announces the rows that differ.
  void setPresence(const std::vector<PresenceView>& others);
  /// Nobody: empty.
  const std::vector<PresenceView>& lookersOf(const TicketId& id) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

  const QueueItem& itemAt(int row) const { return m_items[static_cast<size_t>(row)]; }
  ClockText clockAt(int row) const { return clockOf(row, m_now); }
  Instant now() const { return m_now; }
  /// -1 when the ticket is not in the queue.
  int rowOf(const TicketId& id) const;
  /// The next ticket row from `from` on in steps of `step`, or -1.
  int ticketFrom(int from, int step) const;

  static QString groupText(QueueGroup group);      ///< 马上办
  static QString titleText(const QueueRow& row);   ///< 楼道灯不亮（第 2 次）
  static QString detailText(const QueueRow& row);  ///< 和苑 1-1 · 王工 已派单

 private:
  void regroup(const std::vector<QueueRow>& rows);
  ClockText clockOf(int row, Instant now) const;
  QString spokenText(int row) const;
  /// 王蕾已认领 and 李工正在看, as far as they are so.
  QStringList handTexts(const QueueRow& row) const;

  std::vector<QueueItem> m_items;
  QHash<QUuid, std::vector<PresenceView>> m_lookers;  ///< by ticket
  Instant m_now{};
  Instant m_groupedAt{};
  std::optional<Instant> m_regroupAt;
};

}  // namespace yingda::ui
