// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the timeline and the filters above them.
#pragma once

#include <QListView>
#include <QStringList>
#include <QStyledItemDelegate>

namespace yingda::ui {

class TimelineModel;

/// Time, kind and text in three columns of one row.
class TimelineDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 24;
  explicit TimelineDelegate(const TimelineModel& model, QObject* parent = nullptr);
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const TimelineModel& m_model;
};

/// Shows whole rows only: what is left of the height stays empty below.
class TimelineList final : public QListView {
  Q_OBJECT
 public:
  explicit TimelineList(TimelineModel* model, QWidget* parent = nullptr);
  bool isAtNewest() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
};

/// 全部 · 沟通 · 流转 · 系统: words in a row, one of them chosen. Left and Right step.
class FilterChips final : public QWidget {
  Q_OBJECT
 public:
  explicit FilterChips(const QStringList& chips, QWidget* parent = nullptr);
  int current() const { return m_current; }
  void setCurrent(int index);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void currentChanged(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QRect chipRect(int index) const;
  void describe();

  QStringList m_chips;
  int m_current = 0;
};

}  // namespace yingda::ui
