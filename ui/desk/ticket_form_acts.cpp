// SPDX-License-Identifier: GPL-3.0-or-later
// What the workbench asks of the form: focus, texts, choices, marks, early dispatch.
#include <QScrollArea>

#include "core/base/clock.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/form_acts.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/form_fields.h"
#include "ui/desk/form_phone.h"
#include "ui/desk/form_scroll.h"
#include "ui/desk/form_texts.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

bool TicketForm::focusField(const QString& name) {
  const QString head = QStringLiteral("ticketForm.");
  const QString bare = name.startsWith(head) ? name.mid(head.size()) : name;
  auto* widget = findChild<QWidget*>(head + bare);
  if (!widget || widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(this)) {
    return false;
  }
  widget->setFocus(Qt::ShortcutFocusReason);
  m_scroll->ensureWidgetVisible(widget, 0, 24);
  return true;
}

void TicketForm::setVerifiedName(const QString& name) {
  LineBox* line = m_fields->contactName();
  if (line->text().trimmed().isEmpty()) line->setText(name);
}

void TicketForm::setHouseholdPlace(const QString& address) {
  LineBox* line = m_fields->place();
  if (line->text().trimmed().isEmpty()) line->setText(address);
}

void TicketForm::insertIntoReply(const QString& text) {
  noteOffered(text);
  putIntoReply(text);
}

void TicketForm::appendToRequest(const QString& text) {
  TextBox* box = m_texts->request();
  QTextCursor cursor(box->document());
  cursor.movePosition(QTextCursor::End);
  const QString before = box->text();
  const bool needsLine = !before.isEmpty() && !before.endsWith(QLatin1Char('\n'));
  const QTextCursor kept = box->textCursor();
  box->setTextCursor(cursor);
  box->insertText(needsLine ? QString(QLatin1Char('\n') + text) : text);
  if (kept.position() < before.size()) box->setTextCursor(kept);
}

void TicketForm::chooseCategory(const QString& categoryId) { m_fields->chooseCategory(categoryId); }

void TicketForm::chooseLevel(Level level) {
  if (draft().levelTouched) return;
  m_fields->level()->setCurrent(optionId(level));
  note();
}

void TicketForm::chooseKind(Kind kind) {
  if (draft().kindTouched) return;
  m_fields->kind()->setCurrent(optionId(kind));
  note();
}

void TicketForm::sayOccurred(const QString& word) { m_fields->sayOccurred(word); }

void TicketForm::chooseReach(const QString& word) {
  m_fields->chooseReach(word, m_draft.callerNumber);
}

void TicketForm::choosePlaceKind(const QString& word) { m_fields->choosePlaceKind(word); }

void TicketForm::takeBack(const TicketDraft& before, const TicketDraft& after) {
  m_fields->takeBack(before, after);
  note();
}

QString TicketForm::openField() const {
  const QWidget* editor = focusWidget();
  if (!editor || !editor->hasFocus()) return {};
  if (editor == m_fields->place()) return QStringLiteral("place");
  if (editor == m_fields->occurred()) return QStringLiteral("occurred");
  if (editor == m_fields->contactName()) return QStringLiteral("contact_name");
  if (editor == m_fields->phone()->line()) return QStringLiteral("contact_phone");
  return {};
}

void TicketForm::revealPhone() { m_fields->phone()->reveal(); }

void TicketForm::toggle(ActivityKind kind) {
  bool isStored = false;
  for (const DraftFact& fact : m_draft.facts) {
    if (fact.kind == kind && fact.stored) isStored = true;
  }
  // What stands in the ticket's history cannot be unsaid here.
  if (m_draft.has(kind) && !isStored) {
    m_draft.unmark(kind);
  } else {
    m_draft.mark(kind, m_clock.now());
  }
  showMarks();
  note();
}

void TicketForm::toggleConfirmed() { toggle(ActivityKind::Confirmed); }

void TicketForm::toggleTold() { toggle(ActivityKind::Told); }

void TicketForm::openEarly() {
  if (m_safety->isOpen()) {
    m_safety->dispatchButton()->click();
    return;
  }
  const QWidget* editor = focusWidget();
  m_focusBeforeEarly = editor ? editor->objectName() : QString();
  m_answerLine.clear();
  m_safety->open(situation());
  // She pressed the key: Enter dispatches now, and Esc takes her back to where she was.
  m_safety->dispatchButton()->setFocus(Qt::ShortcutFocusReason);
  m_scroll->ensureWidgetVisible(m_safety);
  m_acts->setEmergency(false);
  m_acts->setEarlyOpen(true);
  Q_EMIT earlyOpened();
}

void TicketForm::focusSafety() { m_safety->dispatchButton()->setFocus(Qt::ShortcutFocusReason); }

void TicketForm::foldEarly() {
  m_acts->setEarlyOpen(false);
  showElements();
  if (!m_focusBeforeEarly.isEmpty()) focusField(m_focusBeforeEarly);
}

void TicketForm::recordAnswer(const QString& label) {
  const SafetySituation* situation = m_safety->situation();
  const QString before = m_answerLine;
  m_answerLine = before.isEmpty()
                     ? tr("%1：%2").arg(situation ? situation->title : tr("先派后补"), label)
                     : tr("%1；%2").arg(before, label);
  noteOffered(m_answerLine);
  // The answers go to the engineers with the note; a line that was edited is left alone.
  TextBox* box = m_texts->note();
  QTextCursor cursor(box->document());
  const QTextCursor found = box->document()->find(before);
  if (!before.isEmpty() && !found.isNull()) {
    cursor = found;
  } else {
    cursor.movePosition(QTextCursor::End);
  }
  const bool needsLine = !cursor.hasSelection() && !box->document()->isEmpty();
  const QTextCursor kept = box->textCursor();
  box->setTextCursor(cursor);
  box->insertText(needsLine ? QString(QLatin1Char('\n') + m_answerLine) : m_answerLine);
  if (box->hasFocus()) box->setTextCursor(kept);
}

void TicketForm::askDispatch() {
  const TicketDraft now = draft();
  const QList<Missing> missing = missingToDispatch(now.ticket, now.text);
  if (!missing.isEmpty()) {
    showMissing(missing);
    return;
  }
  showMissing({});
  if (!m_fields->phone()->isUnderstood()) {
    m_missingLine->setText(tr("电话看不出是号码，改好或点拒留再派单；已写的都在。"));
    m_missingLine->show();
    return;
  }
  if (mayGoOut(QStringLiteral("ticket.dispatch"))) Q_EMIT dispatchAsked();
}

void TicketForm::askSave() {
  if (m_isShort) {
    saveShort();
  } else {
    Q_EMIT saveAsked();
  }
}

}  // namespace yingda::ui
