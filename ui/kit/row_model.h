// SPDX-License-Identifier: GPL-3.0-or-later
// A list model whose rows change by ranges and never reset.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "ui/kit/row_diff.h"

namespace yingda::ui {

/// Holds values; a derived model answers data(). Give columns by overriding columnCount.
template <class Row>
class RowModel : public QAbstractTableModel {
 public:
  using QAbstractTableModel::QAbstractTableModel;
  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
  }
  int columnCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : 1;
  }
  const std::vector<Row>& rows() const { return m_rows; }
  const Row& rowAt(int row) const { return m_rows[static_cast<size_t>(row)]; }

  /// Replaces the rows by ranges; rows with the same key keep their selection.
  template <class Key>
  void setRows(const std::vector<Row>& rows, Key key) {
    applyRowDiff(m_rows, rows, rowDiff(m_rows, rows, key), Sink{*this});
  }

 private:
  struct Sink {
    RowModel& model;
    void beginRemove(int first, int last) { model.beginRemoveRows({}, first, last); }
    void endRemove() { model.endRemoveRows(); }
    void beginInsert(int first, int last) { model.beginInsertRows({}, first, last); }
    void endInsert() { model.endInsertRows(); }
    void changed(int first, int last) {
      Q_EMIT model.dataChanged(model.index(first, 0), model.index(last, model.columnCount() - 1));
    }
  };

  std::vector<Row> m_rows;
};

}  // namespace yingda::ui
