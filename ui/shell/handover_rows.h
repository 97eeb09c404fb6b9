// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a handover, as rows.
#pragma once

#include <QStyledItemDelegate>

#include "core/service/views.h"
#include "ui/kit/row_model.h"

namespace yingda::ui {

struct HandoverRow {
  HandoverLine line;
  QString what;            ///< why it cannot wait
  QString side;            ///< to whom, or from whom
  bool isSettled = false;  ///< it has somebody: drawn calm
  friend bool operator==(const HandoverRow& a, const HandoverRow& b) {
    return a.line.ticket == b.line.ticket && a.line.draft == b.line.draft && a.what == b.what &&
           a.side == b.side && a.isSettled == b.isSettled;
  }
};

/// Never resets.
class HandoverModel final : public RowModel<HandoverRow> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  QVariant data(const QModelIndex& index, int role) const override;
};

/// [急] 207-4213-1 水管爆裂            23:59      → 8022 小赵
///      紧急 · 3栋2单元1502
class HandoverDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 52;
  using QStyledItemDelegate::QStyledItemDelegate;
  void setNow(Instant now) { m_now = now; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  Instant m_now{};
};

/// 紧急未结, 待回访, 已超时, 一天内到期, 没写完.
QString handoverWhatText(const HandoverLine& line, Instant now);

}  // namespace yingda::ui
