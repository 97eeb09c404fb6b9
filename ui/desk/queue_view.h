// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a queue: keys step over headings, and a row is never cut at the lower edge.
#pragma once

#include <QListView>

namespace yingda::ui {

class QueueModel;

/// Up, Down, PgUp, PgDn, Home and End move; Enter or a click opens.
class QueueView final : public QListView {
  Q_OBJECT
 public:
  explicit QueueView(QueueModel* model, QWidget* parent = nullptr);
  /// Nothing at a point where a row is cut and therefore not shown.
  QModelIndex indexAt(const QPoint& point) const override;
  /// The rows that can be seen, headings among them; last is -1 when there are none.
  struct Range {
    int first = 0;
    int last = -1;
  };
  Range visibleRows() const;

 Q_SIGNALS:
  void openAsked(const QModelIndex& index);

 protected:
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  const QueueModel& m_queue;
};

}  // namespace yingda::ui
