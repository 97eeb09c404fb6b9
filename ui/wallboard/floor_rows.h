// SPDX-License-Identifier: GPL-3.0-or-later
// The tickets of a list of the floor, as rows; the chosen one has room for its acts.
#pragma once

#include <QStyledItemDelegate>

#include "core/domain/starter.h"
#include "core/insight/floor_snapshot.h"
#include "ui/kit/row_model.h"

namespace yingda::ui {

/// Never resets.
class FloorModel final : public RowModel<FloorRow> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  QVariant data(const QModelIndex& index, int role) const override;
};

/// [急] 电梯困人 · 江畔里 7栋       到场   04:12   维保 徐工
class FloorDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 36;
  /// As much as a row, so that whole rows fit wherever the chosen one stands.
  static constexpr int actsHeight = rowHeight;
  explicit FloorDelegate(const Starter& starter, QObject* parent = nullptr)
      : QStyledItemDelegate(parent), m_starter(starter) {}
  void setNow(Instant now) { m_now = now; }
  void setChosen(const QModelIndex& index) { m_chosen = index; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const Starter& m_starter;
  Instant m_now{};
  QPersistentModelIndex m_chosen;
};

}  // namespace yingda::ui
