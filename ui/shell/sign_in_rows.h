// SPDX-License-Identifier: GPL-3.0-or-later
// The people who may sign in, as rows.
#pragma once

#include <QStyledItemDelegate>

#include "core/domain/agent.h"
#include "ui/kit/row_model.h"

namespace yingda::ui {

/// Never resets.
class PersonModel final : public RowModel<Agent> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  QVariant data(const QModelIndex& index, int role) const override;
};

/// 8021 小李        坐席
class PersonDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 40;
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace yingda::ui
