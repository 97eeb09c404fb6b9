// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs: flat ones with an accent underline, and the pills above a list.
#pragma once

#include <QHash>
#include <QTabBar>

namespace yingda::ui {

/// Flat tabs with a 2 px accent underline and optional counts in a small pill.
class TabStrip final : public QTabBar {
  Q_OBJECT
 public:
  explicit TabStrip(QWidget* parent = nullptr);
  /// A negative count shows none. Counts only what needs a person.
  void setCount(int index, int count);
  int count(int index) const { return m_counts.value(index, -1); }
  /// 44 for the navigation, 36 (the default) for panes.
  void setBarHeight(int height);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  QSize tabSizeHint(int index) const override;
  QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  QHash<int, int> m_counts;
  int m_height = 36;
  int m_hovered = -1;
};

/// Equal pills in a row, the chosen one sunken and bold: 下一件事 | 我的 12 | 本组 37 | 全部.
class PillTabs final : public QTabBar {
  Q_OBJECT
 public:
  explicit PillTabs(QWidget* parent = nullptr);
  /// A negative count shows none.
  void setCount(int index, int count);
  int count(int index) const { return m_counts.value(index, -1); }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  QSize tabSizeHint(int index) const override;
  QSize minimumTabSizeHint(int index) const override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  QHash<int, int> m_counts;
};

}  // namespace yingda::ui
