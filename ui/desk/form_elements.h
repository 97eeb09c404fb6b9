// SPDX-License-Identifier: GPL-3.0-or-later
// The five elements of a call as circles: 时 地 事 人 话.
#pragma once

#include <QWidget>

#include "core/domain/ticket.h"

namespace yingda::ui {

/// Green and full when satisfied, a dashed circle when not; the tool tip says what is missing.
class FormElements final : public QWidget {
  Q_OBJECT
 public:
  explicit FormElements(QWidget* parent = nullptr);
  void set(const Elements& elements);
  const Elements& elements() const { return m_elements; }
  /// "五要素齐了" or "还差时间、电话".
  QString sentence() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Elements m_elements;
};

}  // namespace yingda::ui
