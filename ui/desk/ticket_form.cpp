// SPDX-License-Identifier: GPL-3.0-or-later
// Joins texts, fields, early dispatch and acts into one form over one draft.
#include "ui/desk/ticket_form.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "core/base/clock.h"
#include "core/domain/ticket_number.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/emotion_chip.h"
#include "ui/desk/form_acts.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/form_elements.h"
#include "ui/desk/form_fields.h"
#include "ui/desk/form_mark.h"
#include "ui/desk/form_phone.h"
#include "ui/desk/form_scroll.h"
#include "ui/desk/form_texts.h"
#include "ui/desk/like_bar.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/quick_codes.h"
#include "ui/desk/template_chooser.h"
#include "ui/desk/triage_feed.h"
#include "ui/kit/badge.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

constexpr auto prefix = "ticketForm.";
constexpr int padding = 13;

int caretOf(const QWidget* editor) {
  if (const auto* box = qobject_cast<const TextBox*>(editor)) return box->textCursor().position();
  if (const auto* line = qobject_cast<const LineBox*>(editor)) return line->cursorPosition();
  return 0;
}

void putCaret(QWidget* editor, int caret) {
  if (auto* box = qobject_cast<TextBox*>(editor)) {
    QTextCursor cursor = box->textCursor();
    cursor.setPosition(qBound(0, caret, box->document()->characterCount() - 1));
    box->setTextCursor(cursor);
  } else if (auto* line = qobject_cast<LineBox*>(editor)) {
    line->deselect();
    line->setCursorPosition(caret);
  }
}

}  // namespace

TicketForm::TicketForm(const Starter& starter, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_starter(starter), m_clock(clock) {
  setObjectName(QStringLiteral("ticketForm"));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  build();
  nameFields();
  orderTabs();
  connectParts();
  connectSafety();
  connectWords();
  connectQuick();
  show(TicketDraft());
}

void TicketForm::build() {
  m_texts = new FormTexts;
  m_fields = new FormFields(m_starter, m_clock);
  m_texts->setBeside(m_fields->equipment());
  m_safety = new SafetyPanel(m_starter, m_clock);
  m_feed = new TriageFeed(m_texts->request(), m_fields->place(), this);
  auto* content = new QWidget;
  m_body = new QVBoxLayout(content);
  m_body->setContentsMargins(0, 0, 0, 0);
  m_body->setSpacing(8);
  m_quick = new QuickCodes(m_starter);
  m_quick->hide();
  m_body->addWidget(m_quick);
  m_body->addWidget(m_texts);
  m_templates = new TemplateChooser;
  m_body->addWidget(m_templates);
  m_promise = new PromiseLine(m_clock);
  m_body->addWidget(m_promise);
  m_promised = new Label({}, FontRole::Small12, Token::Text2);
  m_promised->setObjectName(QStringLiteral("ticketForm.promised"));
  m_promised->hide();
  m_body->addWidget(m_promised);
  m_body->addWidget(m_fields);
  m_body->addWidget(m_safety);
  m_scroll = new FormScroll(content);
  m_missingLine = new Label({}, FontRole::Small12, Token::Red);
  m_missingLine->setObjectName(QStringLiteral("ticketForm.missing"));
  m_missingLine->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(padding, padding - 1, padding, padding - 1);
  column->setSpacing(10);
  column->addWidget(makeHead());
  column->addWidget(m_scroll);
  m_like = new LikeBar;
  column->addWidget(m_like);
  column->addWidget(m_missingLine);
  m_acts = new FormActs;
  column->addWidget(m_acts);
}

QWidget* TicketForm::makeHead() {
  auto* head = new QWidget;
  auto* rows = new QVBoxLayout(head);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  rows->addLayout(row);
  m_title = new Label({}, FontRole::Title15);
  m_title->setElides(false);
  m_number = new Label({}, FontRole::Body13, Token::Text2);
  m_number->setElides(false);
  m_state = new Label({}, FontRole::Small12, Token::Text2);
  m_state->setObjectName(QStringLiteral("ticketForm.state"));
  m_channel = new FormChooser(FormChooser::Look::Pill);
  m_channel->setOptions(channelOptions());
  m_channel->setAccessibleName(tr("来源"));
  m_elements = new FormElements;
  m_elements->setObjectName(QStringLiteral("ticketForm.elements"));
  row->addWidget(m_title);
  row->addSpacing(8);
  row->addWidget(m_number);
  row->addSpacing(6);
  row->addWidget(m_fields->kind());
  row->addWidget(m_channel);
  row->addWidget(m_fields->reach());
  m_emotion = new EmotionChip;
  row->addWidget(m_emotion);
  m_sensitive = new Badge({}, Tone::Orange);
  m_sensitive->setObjectName(QStringLiteral("ticketForm.sensitive"));
  m_sensitive->hide();
  row->addSpacing(4);
  row->addWidget(m_sensitive);
  row->addSpacing(2);
  row->addWidget(m_state, 1);
  row->addWidget(m_elements);
  m_head = row;
  return head;
}

void TicketForm::setNarrow() {
  m_widthLeast = 400;
  m_head->removeWidget(m_state);
  m_head->removeWidget(m_elements);
  m_head->addStretch(1);
  auto* below = new QHBoxLayout;
  below->addWidget(m_state, 1);
  below->addWidget(m_elements);
  auto* rows = qobject_cast<QVBoxLayout*>(m_elements->parentWidget()->layout());
  rows->setSpacing(6);
  rows->addLayout(below);
  m_texts->setNarrow();
  m_fields->setNarrow();
  m_acts->setNarrow();
}

void TicketForm::nameFields() {
  const std::pair<QWidget*, const char*> names[] = {{m_fields->category()->line(), "category"},
                                                    {m_fields->level(), "level"},
                                                    {m_fields->department(), "department"},
                                                    {m_fields->place(), "place"},
                                                    {m_fields->placeKind(), "placeKind"},
                                                    {m_fields->reach(), "reach"},
                                                    {m_fields->occurred(), "occurred"},
                                                    {m_fields->contactName(), "contactName"},
                                                    {m_fields->phone()->line(), "contactPhone"},
                                                    {m_fields->kind(), "kind"},
                                                    {m_channel, "channel"},
                                                    {m_fields->equipment(), "equipment"},
                                                    {m_acts->confirmed(), "confirmed"},
                                                    {m_acts->told(), "told"},
                                                    {m_acts->promise(), "promise"},
                                                    {m_acts->early(), "early"},
                                                    {m_acts->dispatch(), "dispatch"},
                                                    {m_acts->save(), "save"}};
  for (const auto& [widget, name] : names) {
    widget->setObjectName(QLatin1String(prefix) + QLatin1String(name));
  }
}

void TicketForm::orderTabs() {
  const char* order[] = {
      "quick",  "request",    "reply", "promiseWhen", "promiseWho",  "promiseWhat",  "category",
      "level",  "department", "place", "occurred",    "contactName", "contactPhone", "refused",
      "safety", "confirmed",  "told",  "promise",     "early",       "dispatch",     "save",
      "kind",   "channel",    "reach", "placeKind",   "equipment",   "note"};
  QWidget* before = nullptr;
  for (const char* name : order) {
    if (QLatin1String(name) == QLatin1String("safety")) {
      before = m_safety->chainTabs(before);
      continue;
    }
    auto* widget = findChild<QWidget*>(QLatin1String(prefix) + QLatin1String(name));
    if (before && widget) setTabOrder(before, widget);
    before = widget;
  }
}

void TicketForm::connectParts() {
  connect(m_texts, &FormTexts::edited, this, &TicketForm::note);
  connect(m_fields, &FormFields::edited, this, &TicketForm::note);
  connect(m_channel, &FormChooser::chosen, this, &TicketForm::note);
  connect(m_texts, &FormTexts::requestEdited, this,
          [this] { m_fields->setRequest(m_texts->request()->text()); });
  connect(m_fields, &FormFields::categoryChosen, this, [this](const QString& id) {
    Q_EMIT categoryChosen(id);
    if (m_safety->isOpen()) {
      m_safety->changeTo(situation());
    }
  });
  connect(m_acts, &FormActs::confirmedAsked, this, &TicketForm::toggleConfirmed);
  connect(m_acts, &FormActs::toldAsked, this, &TicketForm::toggleTold);
  connect(m_acts, &FormActs::earlyAsked, this, &TicketForm::openEarly);
  connect(m_acts, &FormActs::dispatchAsked, this, &TicketForm::askDispatch);
  connect(m_acts, &FormActs::saveAsked, this, &TicketForm::askSave);
}

void TicketForm::connectSafety() {
  connect(m_safety, &SafetyPanel::folded, this, &TicketForm::foldEarly);
  connect(m_safety, &SafetyPanel::dispatchAsked, this, [this] {
    const SafetySituation* situation = m_safety->situation();
    const bool isOpen = m_fields->category()->category().isEmpty();
    if (situation && isOpen) chooseCategory(situation->category);
    Q_EMIT earlyDispatchAsked();
  });
  connect(m_safety, &SafetyPanel::answered, this,
          [this](const QString& question, const QString& label, const QJsonObject& set) {
            recordAnswer(label);
            const QString category = set.value(u"category").toString();
            if (!category.isEmpty()) chooseCategory(category);
            Q_EMIT safetyAnswered(question, label, set);
          });
  connect(m_safety, &SafetyPanel::outsideCalled, this, [this](const QString& id) {
    const OutsideNumber* number = m_starter.outsideNumber(id);
    m_draft.mark(
        ActivityKind::OutsideCalled, m_clock.now(),
        {{QStringLiteral("number"), id}, {QStringLiteral("name"), number ? number->name : id}});
    note();
  });
  connect(m_safety, &SafetyPanel::dutyTold, this, [this](const QString& said) {
    QJsonObject told{{QStringLiteral("number"), QStringLiteral("duty")},
                     {QStringLiteral("name"), QStringLiteral("duty")}};
    if (!said.isEmpty()) told.insert(QStringLiteral("text"), said);
    m_draft.mark(ActivityKind::OutsideCalled, m_clock.now(), told);
    note();
  });
}

void TicketForm::show(const TicketDraft& draft) {
  m_isOurs = true;
  m_draft = draft;
  m_triage = TriageAnswer();
  m_answerLine.clear();
  m_focusBeforeEarly.clear();
  m_saveState.clear();
  if (draft.isShort != m_isShort) layOut(draft.isShort);
  m_texts->set(draft.text);
  m_fields->set(draft);
  m_channel->setCurrent(optionId(draft.ticket.channel));
  m_safety->fold();
  showMissing({});
  m_isOurs = false;
  showHead();
  showMarks();
  showElements();
  showWords();
  m_texts->askRemarks();
  m_promise->fold();
  m_templates->fold();
  m_reading = EmotionReading();
  m_emotion->setReading({});
  askFeeling();
  m_scroll->ensureVisible(0, 0);
  if (!draft.focusField.isEmpty() && focusField(draft.focusField)) {
    putCaret(focusWidget(), draft.caret);
  }
}

TicketDraft TicketForm::draft() const {
  TicketDraft draft = m_draft;
  m_texts->store(draft.text);
  m_fields->store(draft);
  draft.ticket.channel = channelFromText(m_channel->current()).value_or(draft.ticket.channel);
  const QWidget* editor = focusWidget();
  if (editor && editor->objectName().startsWith(QLatin1String(prefix))) {
    draft.focusField = editor->objectName();
    draft.caret = caretOf(editor);
  }
  return draft;
}

void TicketForm::adopt(const TicketDraft& draft) {
  TicketDraft merged = draft;
  m_texts->store(merged.text);
  m_fields->store(merged);
  merged.ticket.channel = channelFromText(m_channel->current()).value_or(merged.ticket.channel);
  m_draft = merged;
  if (m_draft.isShort != m_isShort) layOut(m_draft.isShort);
  showWords();
  showHead();
  showMarks();
  showElements();
}

void TicketForm::note() {
  if (m_isOurs) return;
  if (!m_hardAsked.isEmpty()) {
    // Something is different now: the question is asked anew when it comes to that.
    m_hardAsked.clear();
    m_missingLine->hide();
  }
  if (!m_missing.isEmpty()) {
    const TicketDraft now = draft();
    QList<Missing> still = missingToDispatch(now.ticket, now.text);
    still.removeIf([this](Missing what) { return !m_missing.contains(what); });
    showMissing(still);
  }
  showElements();
  Q_EMIT edited();
}

void TicketForm::showHead() {
  m_title->setText(m_isShort ? tr("快录") : m_draft.isSaved ? tr("工单") : tr("新工单"));
  const auto number = TicketNumber::parse(m_draft.ticket.number);
  m_number->setText(number ? number->text() : m_draft.ticket.number);
  m_state->setText(m_saveState.isEmpty() ? QString() : tr("· %1").arg(m_saveState));
}

void TicketForm::showMarks() {
  m_acts->setMarks(m_draft.has(ActivityKind::Confirmed), m_draft.has(ActivityKind::Told));
  QHash<QString, Instant> called;
  for (const DraftFact& fact : m_draft.facts) {
    if (fact.kind == ActivityKind::OutsideCalled) {
      called.insert(fact.data.value(u"number").toString(), fact.at);
    }
  }
  m_safety->setCalled(called);
}

void TicketForm::showElements() {
  const TicketDraft now = draft();
  m_elements->set(elementsOf(now.ticket, now.text));
  const bool isDanger = now.levelTouched && now.ticket.level == Level::Red;
  m_quick->set(now.ticket.category.isEmpty() ? now.suggested : now.ticket.category, isDanger);
  m_acts->setEmergency(isEmergency() && !m_safety->isOpen());
}

bool TicketForm::isEmergency() const {
  if (m_fields->level()->current() == optionId(Level::Red)) return true;
  return situation() != nullptr || m_triage.isEmergency;
}

void TicketForm::showMissing(const QList<Missing>& missing) {
  m_missing = missing;
  m_fields->showMissing(missing);
  m_texts->setRequestError(missing.contains(Missing::Matter) ? tr("写一句业主要什么，或选类别")
                                                             : QString());
  m_missingLine->setText(
      missing.isEmpty() ? QString() : tr("%1，补上再派单；已写的都在。").arg(missingText(missing)));
  m_missingLine->setVisible(!missing.isEmpty());
}

void TicketForm::setSaveState(const QString& sentence) {
  m_saveState = sentence;
  showHead();
}

void TicketForm::setDuty(const DutyEngineer& duty) { m_safety->setDuty(duty); }

void TicketForm::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::Border), 1.0, 8.0, false});
}

QSize TicketForm::minimumSizeHint() const {
  return {m_widthLeast, layout()->minimumSize().height()};
}

}  // namespace yingda::ui
