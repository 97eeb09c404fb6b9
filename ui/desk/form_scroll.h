// SPDX-License-Identifier: GPL-3.0-or-later
// A scroll area as high as its content, which gives way when the window is short.
#pragma once

#include <QScrollArea>

namespace yingda::ui {

/// Wants the height of its content at its own width and never more; scrolls only when it gets less.
class FormScroll final : public QScrollArea {
  Q_OBJECT
 public:
  explicit FormScroll(QWidget* content, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  int contentHeight() const;
};

}  // namespace yingda::ui
