// SPDX-License-Identifier: GPL-3.0-or-later
// The form's questions go to the drill's store, as the desk's go to the real one.
#include "ui/training/drill_form.h"

#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "ui/desk/milestone_strip.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/safety_panel.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/triage_feed.h"
#include "ui/kit/actions.h"
#include "ui/parts/error_text.h"

namespace yingda::ui {

DrillForm::DrillForm(Sandbox& sandbox, QWidget* parent)
    : QWidget(parent), m_backend(sandbox.backend()) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  m_form = new TicketForm(m_backend.starter(), m_backend.clock());
  m_form->setNarrow();
  m_strip = new MilestoneStrip;
  column->addWidget(m_form);
  column->addWidget(m_strip);
  column->addStretch(1);
  connectForm();
}

void DrillForm::connectForm() {
  connect(m_form, &TicketForm::edited, this, &DrillForm::noteEdited);
  connect(m_form, &TicketForm::saveAsked, this, [this] { save(SaveIntent::Save); });
  connect(m_form, &TicketForm::dispatchAsked, this, [this] { save(SaveIntent::Dispatch); });
  connect(m_form, &TicketForm::earlyDispatchAsked, this,
          [this] { save(SaveIntent::EarlyDispatch); });
  connect(m_form, &TicketForm::remarksAsked, this, &DrillForm::askRemarks);
  connect(m_form, &TicketForm::promiseAsked, this, &DrillForm::makePromise);
  connect(m_form, &TicketForm::safetyAnswered, this,
          [this](const QString&, const QString&, const QJsonObject& set) {
            if (const QString id = set[u"category"].toString(); !id.isEmpty()) {
              m_form->chooseCategory(id);
            }
            if (const auto level = levelFromText(set[u"level"].toString())) {
              m_form->chooseLevel(*level);
            }
            if (set[u"danger"].toBool()) m_form->chooseLevel(Level::Red);
            noteEdited();
          });
  connect(m_form->triageFeed(), &TriageFeed::changed, this, &DrillForm::askTriage);
}

void DrillForm::show(const TicketDraft& draft) {
  m_draft = draft;
  m_form->show(draft);
  m_form->showMissing({});
  m_form->setSaveState(tr("练习 · 不进队列"));
  refreshClocks();
}

TicketDraft DrillForm::draft() const {
  TicketDraft present = m_form->draft();
  present.id = m_draft.id;
  return present;
}

void DrillForm::tick(Instant now) {
  m_strip->tick(now);
  refreshClocks();
}

void DrillForm::noteEdited() {
  m_draft = draft();
  refreshClocks();
  Q_EMIT edited();
}

void DrillForm::refreshClocks() {
  const Instant now = m_backend.clock().now();
  m_strip->set(m_backend.draftMilestones(m_draft), m_draft.ticket.level, now);
}

void DrillForm::save(SaveIntent intent) {
  if (m_isSaving) return;
  m_isSaving = true;
  m_draft = draft();
  m_draft.touchedAt = m_backend.clock().now();
  deliver(m_backend.save(m_draft, intent), this, [this, intent](const Result<SaveAnswer>& answer) {
    m_isSaving = false;
    takeAnswer(answer, intent);
  });
}

void DrillForm::takeAnswer(const Result<SaveAnswer>& answer, SaveIntent intent) {
  if (!answer) {
    m_form->setSaveState(errorText(answer.error()));
    return;
  }
  m_form->showMissing(answer->missing);
  if (!answer->missing.isEmpty()) return;
  m_draft = draft();
  m_draft.isSaved = true;
  m_draft.facts = answer->draft.facts;
  m_draft.promises = answer->draft.promises;
  m_draft.ticket = answer->draft.ticket;
  m_draft.text.title = answer->draft.text.title;
  m_draft.occurredKept = answer->draft.occurredKept;
  if (intent != SaveIntent::Save) {
    m_draft.ticket.department = answer->view.ticket.department;
    m_draft.mark(ActivityKind::Dispatched, m_backend.clock().now());
    // It is a record of the ticket already.
    for (DraftFact& fact : m_draft.facts) fact.stored = true;
  }
  m_form->showStanding(m_draft.ticket.category);
  m_form->adopt(m_draft);
  m_form->safety()->fold();
  m_form->setSaveState(intent == SaveIntent::Save ? tr("已存在练习台，不进队列")
                                                  : tr("已在练习台派单，不会真派"));
  noteEdited();
}

void DrillForm::askTriage() {
  const QString words = m_form->triageFeed()->text();
  if (words.isEmpty()) {
    m_form->setTriage({});
    return;
  }
  deliver(m_backend.triage(words), this, [this, words](const Result<TriageAnswer>& answer) {
    if (answer && m_form->triageFeed()->text() == words) m_form->setTriage(*answer);
  });
}

void DrillForm::askRemarks(WordingField field, const QString& text, int generation) {
  LintContext context;
  context.now = m_backend.clock().now();
  deliver(m_backend.remarks(text, field, context), this,
          [this, field, generation](const Result<std::vector<Remark>>& remarks) {
            if (remarks) m_form->setRemarks(field, generation, *remarks);
          });
}

void DrillForm::makePromise(const PromiseWish& wish) {
  const Result<Promise> promise = m_backend.draftPromise(draft(), wish);
  if (promise) {
    m_form->addPromise(*promise);
    noteEdited();
  } else {
    m_form->setPromiseProblem(promiseTrouble(promise.error()));
  }
}

void DrillForm::addVerbs(Actions& actions, QWidget* receiver) {
  const auto add = [&](const char* id, std::function<void()> act) {
    actions.add(QLatin1String(id), receiver, std::move(act));
  };
  TicketForm* form = m_form;
  add("ticket.save", [form] { form->askSave(); });
  add("ticket.dispatch", [form] { form->askDispatch(); });
  add("dispatch.early", [form] { form->openEarly(); });
  add("promise.record", [form] { form->askPromise(); });
  add("wording.snooze", [form] { form->snoozeRemark(); });
  add("category.accept", [form] { form->acceptCategory(); });
  add("emotion.next", [form] { form->nextEmotion(); });
  add("mask.reveal", [form] { form->revealPhone(); });
  add("tick.confirmed", [form] { form->toggleConfirmed(); });
  add("tick.told", [form] { form->toggleTold(); });
  const std::pair<const char*, const char*> fields[] = {
      {"focus.request", "request"},   {"focus.reply", "reply"},        {"focus.note", "note"},
      {"focus.category", "category"}, {"focus.level", "level"},        {"focus.kind", "kind"},
      {"focus.place", "place"},       {"focus.contact", "contactName"}};
  for (const auto& [id, field] : fields) {
    add(id, [form, field = field] { form->focusField(QLatin1String(field)); });
  }
}

}  // namespace yingda::ui
