// SPDX-License-Identifier: GPL-3.0-or-later
// One part of the desk in a window of its own, driven by keys.
#pragma once

#include "tests/ui/form_samples.h"

namespace yingda::ui {

/// A part that is made of the starter and a clock; keys go to what has the focus in it.
template <class Part>
struct PanelDesk {
  explicit PanelDesk(QSize size) {
    sample::theme();
    part.resize(size);
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(part.focusWidget(), key, modifiers);
  }
  void submit() { press(Qt::Key_Return, Qt::ControlModifier); }
  QString focused() const {
    const QWidget* widget = part.focusWidget();
    return widget ? widget->objectName() : QString();
  }
  ManualClock clock{sample::now()};
  Part part{sample::starter(), clock};
};

}  // namespace yingda::ui
