// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the why-table as a model whose folds open and close by ranges.
#pragma once

#include <QAbstractTableModel>
#include <QSet>
#include <vector>

#include "ui/desk/why_rows.h"

namespace yingda::ui {

/// 日期 从 到 计入 累计 为什么. Never resets.
class WhyModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { Date, From, To, Minutes, Total, Why, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;
  void set(const Account& account, Instant now);
  /// Opens or closes a folded row; false when the row is none or is so already.
  bool setOpen(int row, bool open);
  bool isOpen(int row) const;
  /// The fold that the part belongs to; the row itself when it is no part.
  int foldOf(int row) const;
  /// The first row after now, or -1.
  int nowRow() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  const WhyRow& rowAt(int row) const { return m_rows[static_cast<size_t>(row)]; }
  Instant now() const { return m_now; }

 private:
  void spread();
  QString cellText(const WhyRow& row, int column) const;
  QString spokenText(int row) const;

  std::vector<WhyRow> m_folded;  // as computed
  std::vector<WhyRow> m_rows;    // as shown
  QSet<qint64> m_open;           // keys of opened folds
  QString m_milestoneId;
  Instant m_now{};
};

}  // namespace yingda::ui
