// SPDX-License-Identifier: GPL-3.0-or-later
// The left column of the knowledge page: what is to be done, what is published, each with a count.
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include "ui/kit/row_model.h"

namespace yingda::ui {

/// A heading has no id and cannot be chosen.
struct GroupRow {
  QString id;
  QString title;
  int count = 0;
  bool needsPerson = false;  ///< its count is bold
  bool isHeading() const { return id.isEmpty(); }
  friend bool operator==(const GroupRow&, const GroupRow&) = default;
};

class GroupModel final : public RowModel<GroupRow> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
};

class GroupDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit GroupDelegate(const GroupModel& model, QObject* parent);
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const GroupModel& m_model;
};

/// Up and Down choose at once.
class PieceGroups final : public QListView {
  Q_OBJECT
 public:
  explicit PieceGroups(QWidget* parent = nullptr);
  void setRows(const std::vector<GroupRow>& rows);
  QString current() const;
  void choose(const QString& id);

 Q_SIGNALS:
  void chosen(const QString& id);

 protected:
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  GroupModel* m_model;
};

}  // namespace yingda::ui
