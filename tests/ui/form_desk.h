// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket form in a window, driven by keys.
#pragma once

#include "tests/ui/form_samples.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/form_field.h"

namespace yingda::ui {

/// The form with a draft of a call, the caret in the request.
struct FormDesk {
  ManualClock clock{sample::now()};
  TicketForm form{sample::starter(), clock};
  FormDesk() {
    sample::theme();
    form.resize(760, 420);
    form.show(sample::draft());
    showActive(form);
    form.focusField(QStringLiteral("request"));
  }
  template <class Widget>
  Widget* part(const char* name) {
    return sample::find<Widget>(form, (std::string("ticketForm.") + name).c_str());
  }
  QString focused() const {
    const QWidget* widget = form.focusWidget();
    return widget ? widget->objectName().mid(11) : QString();
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(form.focusWidget(), key, modifiers);
  }
  void type(const char* text) { QTest::keyClicks(form.focusWidget(), QString::fromUtf8(text)); }
};

inline QString fieldError(QWidget* editor) {
  return qobject_cast<FormField*>(editor->parentWidget())->error();
}

}  // namespace yingda::ui
