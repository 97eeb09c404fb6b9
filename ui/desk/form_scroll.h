// SPDX-License-Identifier: GPL-3.0-or-later
// A scroll area as high as its content, which gives way when the window is short.
#pragma once

#include <QScrollArea>

namespace yingda::ui {

class ScrollEdge;

/// Wants the height of its content at its own width and never more; scrolls only when it gets less.
/// Where content goes on beyond an edge, it fades into the surface there; a field that is whole is
/// never dimmed, and of one that shows less than a line nothing is shown.
class FormScroll final : public QScrollArea {
  Q_OBJECT
 public:
  explicit FormScroll(QWidget* content, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  /// How far the upper and the lower edge cover the content, in pixels; 0 at the content's end.
  int coveredAbove() const;
  int coveredBelow() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  int contentHeight() const;
  void placeEdge();

  ScrollEdge* m_edge = nullptr;
};

}  // namespace yingda::ui
