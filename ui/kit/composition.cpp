// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the preedit out of the events.
#include "ui/kit/composition.h"

#include <QInputMethodEvent>

namespace yingda::ui {

void Composition::note(QObject* receiver, const QEvent& event) {
  if (event.type() == QEvent::InputMethod) {
    m_preedit = static_cast<const QInputMethodEvent&>(event).preeditString();
    m_editor = m_preedit.isEmpty() ? nullptr : receiver;
  } else if (receiver == m_editor &&
             (event.type() == QEvent::FocusOut || event.type() == QEvent::Hide)) {
    m_editor = nullptr;
    m_preedit.clear();
  }
}

}  // namespace yingda::ui
