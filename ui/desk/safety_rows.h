// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the early dispatch: what never to do, and whom to call.
#pragma once

#include <QWidget>

#include "core/base/local_time.h"
#include "core/domain/starter.h"

namespace yingda::ui {

class HintButton;
class Label;
class RichLabel;

/// A red outline, a barred circle and the word 千万别: a shape and a word, never colour alone.
class SafetyNever final : public QWidget {
  Q_OBJECT
 public:
  explicit SafetyNever(QWidget* parent = nullptr);
  void setText(const QString& text);
  QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  RichLabel* m_text;
};

/// 火警 119, when to call it, and the tick 已拨 with its time.
class SafetyNumberRow final : public QWidget {
  Q_OBJECT
 public:
  explicit SafetyNumberRow(const OutsideNumber& number, QWidget* parent = nullptr);
  void setCalled(Instant at);

 Q_SIGNALS:
  void called();

 private:
  HintButton* m_called;
};

}  // namespace yingda::ui
