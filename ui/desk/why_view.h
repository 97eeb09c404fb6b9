// SPDX-License-Identifier: GPL-3.0-or-later
// The table of an account: folds open by key and click, and a row is never cut.
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace yingda::ui {

class WhyModel;

/// Paints the cells of the why-table.
class WhyDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit WhyDelegate(const WhyModel& model, QObject* parent = nullptr);
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;

 private:
  void paintWhy(QPainter& painter, const QRect& rect, int row) const;
  const WhyModel& m_model;
};

/// Right opens a fold, Left closes it, Enter and a click do either.
class WhyView final : public QTableView {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 29;
  static constexpr int headHeight = 29;

  explicit WhyView(WhyModel* model, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  void toggle(int row);

  WhyModel& m_why;
};

}  // namespace yingda::ui
