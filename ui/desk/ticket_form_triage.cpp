// SPDX-License-Identifier: GPL-3.0-or-later
// What the triage says, in the form: a suggested category, and the emergency behind the words.
#include "ui/desk/category_picker.h"
#include "ui/desk/form_fields.h"
#include "ui/desk/form_texts.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

void TicketForm::setTriage(const TriageAnswer& answer) {
  const TicketDraft before = draft();
  m_triage = answer;
  m_isOurs = true;
  m_fields->setTriage(answer);
  m_isOurs = false;
  showElements();
  // What is shown is what would be saved, and so it belongs to the draft on disk.
  if (before != draft()) Q_EMIT edited();
}

void TicketForm::acceptCategory() {
  if (m_fields->category()->acceptSuggested()) return;
  focusField(QStringLiteral("category"));
}

void TicketForm::showStanding(const QString& categoryId) { m_fields->showStanding(categoryId); }

const SafetySituation* TicketForm::situation() const {
  const auto* known =
      m_starter.safetyFor(m_fields->category()->category(), m_texts->request()->text());
  if (known) return known;
  for (const SafetySituation& one : m_starter.safety) {
    if (m_triage.isEmergency && one.id == m_triage.situation) return &one;
  }
  return nullptr;
}

}  // namespace yingda::ui
