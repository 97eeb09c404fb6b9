// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket form in a window, driven by keys.
#pragma once

#include "tests/ui/panel_desk.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/form_field.h"

namespace yingda::ui {

/// The form with a draft of a call, the caret in the request.
struct FormDesk : PanelDesk<TicketForm> {
  TicketForm& form = part;
  explicit FormDesk(QSize size = {760, 420}) : PanelDesk(size) {
    form.show(sample::draft());
    showActive(form);
    form.focusField(QStringLiteral("request"));
  }
  template <class Widget>
  Widget* named(const char* name) {
    return sample::find<Widget>(form, (std::string("ticketForm.") + name).c_str());
  }
  /// The field's name within the form.
  QString focused() const { return PanelDesk::focused().mid(11); }
  void type(const char* text) { QTest::keyClicks(form.focusWidget(), QString::fromUtf8(text)); }
};

inline QString fieldError(QWidget* editor) {
  return qobject_cast<FormField*>(editor->parentWidget())->error();
}

}  // namespace yingda::ui
