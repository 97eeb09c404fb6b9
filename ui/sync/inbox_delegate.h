// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of the inbox.
#pragma once

#include <QStyledItemDelegate>

#include "core/base/local_time.h"

namespace yingda::ui {

class InboxModel;

/// Two lines a row, one a heading. What somebody has looked at is no longer bold.
class InboxDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int headingHeight = 32;
  static constexpr int rowHeight = 57;

  explicit InboxDelegate(const InboxModel& model, QObject* parent = nullptr);
  /// What the times are told against.
  void setNow(Instant now) { m_now = now; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintItem(QPainter& painter, const QStyleOptionViewItem& option, int row) const;

  const InboxModel& m_model;
  Instant m_now{};
};

}  // namespace yingda::ui
