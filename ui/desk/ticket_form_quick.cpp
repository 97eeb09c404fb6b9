// SPDX-License-Identifier: GPL-3.0-or-later
// 快录: the same form with telephone, room, codes and one note; Enter saves, red goes the red path.
#include <QKeyEvent>
#include <QVBoxLayout>

#include "core/domain/quick_entry.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/emotion_chip.h"
#include "ui/desk/form_acts.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/form_fields.h"
#include "ui/desk/form_phone.h"
#include "ui/desk/form_texts.h"
#include "ui/desk/quick_codes.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

void TicketForm::connectQuick() {
  connect(m_quick, &QuickCodes::chosen, this, &TicketForm::takeQuickCode);
  connect(m_quick, &QuickCodes::dangerAsked, this, &TicketForm::toggleDanger);
  for (QObject* watched : {static_cast<QObject*>(m_quick), static_cast<QObject*>(m_fields->place()),
                           static_cast<QObject*>(m_fields->phone()->line()),
                           static_cast<QObject*>(m_texts->request())}) {
    watched->installEventFilter(this);
  }
}

void TicketForm::layOut(bool isShort) {
  m_isShort = isShort;
  m_texts->setShort(isShort);
  m_fields->setShort(isShort);
  m_acts->setShort(isShort);
  m_fields->kind()->setVisible(!isShort);
  m_channel->setVisible(!isShort);
  m_quick->setVisible(isShort);
  // What is asked first stands first: who and where, what, then what was said.
  m_body->removeWidget(m_fields);
  m_body->insertWidget(isShort ? 0 : m_body->indexOf(m_promised) + 1, m_fields);
}

void TicketForm::focusFirst() {
  focusField(m_isShort ? QStringLiteral("quick") : QStringLiteral("request"));
}

void TicketForm::takeQuickCode(const QuickCode& code) {
  m_draft.text.title = code.title;
  chooseCategory(code.category);
  chooseLevel(code.level);
  showElements();
  // The room is what is still to be asked, when the card has not said it.
  if (m_fields->place()->text().trimmed().isEmpty()) focusField(QStringLiteral("place"));
}

void TicketForm::toggleDanger() {
  const TicketDraft now = draft();
  if (now.levelTouched && now.ticket.level == Level::Red) {
    m_fields->freeLevel();
  } else {
    m_fields->fixLevel(Level::Red);
  }
  showElements();
  note();
}

bool TicketForm::isRed() const {
  const TicketDraft now = draft();
  if (now.ticket.level == Level::Red || m_triage.isEmergency) return true;
  // Any word that the rules know sends it there; a code alone only when its matter is red.
  if (m_starter.safetyFor({}, now.text.request) != nullptr) return true;
  const SafetySituation* known = situation();
  const Category* category = known ? m_starter.category(known->category) : nullptr;
  return category && category->level == Level::Red;
}

void TicketForm::readRoom() {
  LineBox* place = m_fields->place();
  const QString room = quickRoom(place->text(), m_quickScope);
  if (room != place->text()) place->setText(room);
}

void TicketForm::saveShort() {
  if (m_safety->isOpen()) {
    // Enter on the panel is the panel's; from a field it goes there.
    focusSafety();
    return;
  }
  readRoom();
  if (isRed() && !m_draft.isSaved && m_redAsked != m_draft.id) {
    m_redAsked = m_draft.id;
    openEarly();
    return;
  }
  Q_EMIT saveAsked();
}

bool TicketForm::eventFilter(QObject* watched, QEvent* event) {
  if (!m_isShort) return QWidget::eventFilter(watched, event);
  if (event->type() == QEvent::FocusOut && watched == m_fields->place()) readRoom();
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const auto* box = qobject_cast<TextBox*>(watched);
  const auto* line = qobject_cast<LineBox*>(watched);
  const bool isComposing = (box && box->composing()) || (line && line->composing());
  if (!isEnter || !isPlain) return QWidget::eventFilter(watched, event);
  // The Enter of a composition belongs to the input method; here it neither saves nor breaks lines.
  if (!isComposing) saveShort();
  return true;
}

}  // namespace yingda::ui
