// SPDX-License-Identifier: GPL-3.0-or-later
// The list of the palette and the line of keys under it.
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include "ui/kit/row_model.h"
#include "ui/shell/palette_rows.h"

namespace yingda::ui {

/// Headings cannot be chosen. Never resets.
class PaletteModel final : public RowModel<PaletteRow> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  void show(const std::vector<PaletteRow>& rows);
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
};

class PaletteDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 36;
  static constexpr int headingHeight = 30;

  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Takes no focus: the line steers it.
class PaletteView final : public QListView {
  Q_OBJECT
 public:
  explicit PaletteView(QWidget* parent = nullptr);
  /// Keeps the chosen row when it is still there, else chooses the first.
  void setRows(const std::vector<PaletteRow>& rows);
  const std::vector<PaletteRow>& rows() const { return m_model->rows(); }
  int currentRow() const { return currentIndex().row(); }
  /// Over headings, and from one end to the other.
  void step(int by);
  /// The first row of the next or the previous group.
  void stepGroup(int by);
  /// What all rows need.
  int contentHeight() const;
  /// The greatest height of whole rows within `room`.
  int wholeHeight(int room) const;

 private:
  void choose(int row);
  int firstRow() const;

  PaletteModel* m_model;
};

/// ↑↓ 选   ↵ 打开   Tab 下一组          > 命令  @ 业主  # 工单  ? 知识  ! 话术  Esc 关闭
class PaletteFoot final : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  QSize sizeHint() const override { return {600, 36}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace yingda::ui
