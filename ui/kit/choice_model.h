// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a ChoiceList and how they are drawn.
#pragma once

#include <QStyledItemDelegate>

#include "ui/kit/choice_list.h"
#include "ui/kit/row_model.h"

namespace yingda::ui {

/// The suggestions; a suggestion is known by its title and detail.
class ChoiceModel final : public RowModel<ChoiceRow> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  void show(const QList<ChoiceRow>& rows);
  QVariant data(const QModelIndex& index, int role) const override;
};

/// Title, muted detail behind it, trailing words at the right.
class ChoiceDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 36;

  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace yingda::ui
