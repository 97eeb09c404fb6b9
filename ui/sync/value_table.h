// SPDX-License-Identifier: GPL-3.0-or-later
// Two values of one field side by side: the one that lost, and the one that stands.
#pragma once

#include <QList>
#include <QWidget>

#include "core/service/sync_views.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

class TableCell;

/// What differs between two texts, as a range of each; empty when they are equal.
struct Difference {
  QList<Mark> left;
  QList<Mark> right;
};
Difference differenceOf(const QString& left, const QString& right);

/// Three columns: the field, 我的, 现在生效; long values wrap. The standing one has the accent
/// ground, and the differing part of both is underlined.
class ValueTable final : public QWidget {
  Q_OBJECT
 public:
  explicit ValueTable(QWidget* parent = nullptr);
  void setConflict(const ConflictView& conflict, Instant now);

 private:
  TableCell* m_field;
  TableCell* m_lostHead;
  TableCell* m_keptHead;
  TableCell* m_lost;
  TableCell* m_kept;
};

}  // namespace yingda::ui
