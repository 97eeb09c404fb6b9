// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of tickets that may be one, as rows.
#pragma once

#include <QStyledItemDelegate>

#include "core/service/views.h"
#include "ui/kit/row_model.h"

namespace yingda::ui {

/// Never resets.
class DoublesModel final : public RowModel<DoubleView> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  QVariant data(const QModelIndex& index, int role) const override;
};

/// [急] 207-4213-1 水管爆裂 · 3栋2单元1502      像是重复
/// [急] 311-0008-4 楼上漏水 · 3栋2单元1502      同一户 · 同一电话 · 相隔 12 分钟
class DoublesDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 60;
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// "207-4213-1  水管爆裂 · 3栋2单元1502".
QString lineOf(const QueueRow& row);
/// 同一户 · 同一电话 · 相隔 12 分钟
QString reasonsOf(const Likeness& likeness);

}  // namespace yingda::ui
