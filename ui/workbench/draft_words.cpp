// SPDX-License-Identifier: GPL-3.0-or-later
// What the copilot is asked about a draft while she types.
#include "core/base/deliver.h"
#include "core/domain/sensitive.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/ticket_form.h"
#include "ui/workbench/draft_view.h"

namespace yingda::ui {

void DraftView::askRemarks(WordingField field, const QString& text, int generation) {
  if (!hasDraft()) return;
  deliver(m_backend.remarks(text, field, lintContext()), this,
          [this, field, generation](const Result<std::vector<Remark>>& remarks) {
            if (remarks) m_form->setRemarks(field, generation, *remarks);
          });
}

void DraftView::askFeeling(const QString& request, int generation) {
  if (!hasDraft()) return;
  CallBehaviour call;
  call.callsBefore = m_callsBefore;
  deliver(m_backend.feeling(request, call), this,
          [this, generation](const Result<EmotionReading>& reading) {
            if (reading) m_form->setFeeling(generation, *reading);
          });
}

void DraftView::countCalls() {
  const QString number =
      m_draft.callerNumber.isEmpty() ? m_draft.text.contactPhone : m_draft.callerNumber;
  deliver(m_backend.callsInWeek(m_draft.candidate, number, m_draft.ticket.id), this,
          [this, id = m_draft.id](const Result<int>& calls) {
            if (!calls || m_draft.id != id || *calls == m_callsBefore) return;
            m_callsBefore = *calls;
            m_form->setCallsBefore(*calls);
            m_form->askFeeling();
          });
}

void DraftView::makePromise(const PromiseWish& wish) {
  if (!hasDraft()) return;
  const Result<Promise> promise = m_backend.draftPromise(draft(), wish);
  if (promise) {
    m_form->addPromise(*promise);
  } else {
    m_form->setPromiseProblem(promiseTrouble(promise.error()));
  }
}

std::vector<ReadBackPart> DraftView::readBackParts() const {
  if (!hasDraft()) return {};
  const TicketDraft present = draft();
  ReadBackWords words;
  words.now = m_backend.clock().now();
  words.when = m_standingArrival;
  const Starter& starter = m_backend.starter();
  const Category* category = starter.category(present.ticket.category);
  if (category) words.matter = category->name;
  QString responsible = present.ticket.department;
  if (responsible.isEmpty() && category) responsible = category->department;
  if (const Department* one = starter.department(responsible)) words.department = one->name;
  return yingda::ui::readBackParts(present, words);
}

void DraftView::noteReadBack(const std::vector<ReadBackPart>& parts) {
  if (!hasDraft()) return;
  m_draft = draft();
  const Instant now = m_backend.clock().now();
  m_draft.mark(ActivityKind::Told, now);
  m_draft.mark(ActivityKind::Edited, now, readBackRecord(parts));
  m_form->adopt(m_draft);
  noteEdited();
}

void DraftView::setPace(const QString& pace) {
  if (!hasDraft()) return;
  m_draft = draft();
  m_draft.pace = pace;
  m_form->adopt(m_draft);
  noteEdited();
}

void DraftView::noteWarning(int step, const QString& text, int seen) {
  addFact(ActivityKind::Warned, {{QStringLiteral("step"), step},
                                 {QStringLiteral("text"), text},
                                 {QStringLiteral("seen"), seen}});
}

LintContext DraftView::lintContext() const {
  const TicketDraft present = m_form->draft();
  LintContext context;
  context.now = m_backend.clock().now();
  context.standingArrival = m_standingArrival;
  context.engineer = present.ticket.holderName;
  // What is said now may be played to others tomorrow.
  context.ownerRecords = isRecordedOutside(present.ticket.sensitive);
  context.householdNames << present.text.contactName;
  context.householdPhones << present.text.contactPhone << present.callerNumber;
  if (present.verified) {
    context.householdAddress = m_household.address;
    for (const PersonCard& person : m_household.people) context.householdNames << person.politeName;
  } else if (present.candidate.isNull()) {
    // What somebody says of a home that we do not know is their own.
    context.householdAddress = present.text.place;
  }
  context.householdNames.removeAll(QString());
  context.householdPhones.removeAll(QString());
  for (const OutsideNumber& number : m_backend.starter().outsideNumbers) {
    context.publicNumbers << number.number;
  }
  context.offered = offeredSentences(present.offered);
  return context;
}

}  // namespace yingda::ui
