// SPDX-License-Identifier: GPL-3.0-or-later
// Marks the current row only while it can be acted on.
#include "ui/kit/quiet_list.h"

#include <QFocusEvent>

namespace yingda::ui {

QuietList::QuietList(QWidget* parent) : QListWidget(parent) {
  setFrameShape(QFrame::NoFrame);
  setUniformItemSizes(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  hide();
}

void QuietList::setRowCount(int rows) {
  while (count() > rows) delete takeItem(count() - 1);
  while (count() < rows) addItem(new QListWidgetItem);
  if (rows > 0 && currentRow() < 0) setCurrentRow(0);
  if (!hasFocus()) clearSelection();
}

void QuietList::focusInEvent(QFocusEvent* event) {
  QListWidget::focusInEvent(event);
  if (QListWidgetItem* current = currentItem()) current->setSelected(true);
}

void QuietList::focusOutEvent(QFocusEvent* event) {
  QListWidget::focusOutEvent(event);
  clearSelection();
}

}  // namespace yingda::ui
