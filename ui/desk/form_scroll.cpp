// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the layout how high the content is.
#include "ui/desk/form_scroll.h"

#include <QEvent>
#include <QLayout>
#include <QResizeEvent>

namespace yingda::ui {

namespace {

constexpr int leastHeight = 72;

}  // namespace

FormScroll::FormScroll(QWidget* content, QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  setWidgetResizable(true);
  setWidget(content);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  // The card shows through.
  content->setAutoFillBackground(false);
  viewport()->setAutoFillBackground(false);
  content->installEventFilter(this);
}

int FormScroll::contentHeight() const {
  const QLayout* layout = widget()->layout();
  if (layout && layout->hasHeightForWidth() && width() > 0) {
    return layout->heightForWidth(width());
  }
  return widget()->sizeHint().height();
}

QSize FormScroll::sizeHint() const { return {widget()->sizeHint().width(), contentHeight()}; }

QSize FormScroll::minimumSizeHint() const { return {320, qMin(leastHeight, contentHeight())}; }

void FormScroll::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) updateGeometry();
}

bool FormScroll::eventFilter(QObject* watched, QEvent* event) {
  const bool passed = QScrollArea::eventFilter(watched, event);
  if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
  return passed;
}

}  // namespace yingda::ui
