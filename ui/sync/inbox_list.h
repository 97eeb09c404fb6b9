// SPDX-License-Identifier: GPL-3.0-or-later
// The list of the inbox: keys step over headings.
#pragma once

#include <QListView>

namespace yingda::ui {

class InboxModel;

/// Up, Down, PgUp, PgDn, Home and End move, Enter opens, Space leafs through the detail.
class InboxList final : public QListView {
  Q_OBJECT
 public:
  explicit InboxList(InboxModel* model, QWidget* parent = nullptr);

 Q_SIGNALS:
  void currentMoved();
  void openAsked();
  /// One page down, or up.
  void leafAsked(bool isDown);

 protected:
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  const InboxModel& m_inbox;
};

}  // namespace yingda::ui
