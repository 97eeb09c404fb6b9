// SPDX-License-Identifier: GPL-3.0-or-later
// What the left pane says when its queue has nothing.
#pragma once

#include <QWidget>

#include "core/service/views.h"

namespace yingda::ui {

/// One calm sentence and what to do instead.
class QueueEmpty final : public QWidget {
  Q_OBJECT
 public:
  enum class Reason { Reading, Nothing };
  explicit QueueEmpty(QWidget* parent = nullptr);
  void set(QueueKind kind, Reason reason);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_title;
  QString m_advice;
};

}  // namespace yingda::ui
