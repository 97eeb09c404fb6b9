// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the form: remarks on them, and what may not leave the house as it stands.
#include "core/base/clock.h"
#include "core/domain/sensitive.h"
#include "ui/desk/emotion_chip.h"
#include "ui/desk/form_acts.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/form_fields.h"
#include "ui/desk/form_texts.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/promise_list.h"
#include "ui/desk/template_chooser.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/badge.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

const QString wordingKey = QStringLiteral("wording");
const QString ruleKey = QStringLiteral("rule");
const QString sentenceKey = QStringLiteral("sentence");
const QString snoozedWord = QStringLiteral("snoozed");
const QString keptWord = QStringLiteral("kept");

QSet<QString> snoozedIn(const TicketDraft& draft) {
  QSet<QString> keys;
  for (const DraftFact& fact : draft.facts) {
    if (fact.kind != ActivityKind::Edited || fact.data.value(wordingKey) != snoozedWord) continue;
    keys << QString(fact.data.value(ruleKey).toString() % u'\n' %
                    fact.data.value(sentenceKey).toString());
  }
  return keys;
}

}  // namespace

void TicketForm::connectWords() {
  connect(m_texts, &FormTexts::remarksAsked, this, &TicketForm::remarksAsked);
  connect(m_texts, &FormTexts::acceptAsked, this, &TicketForm::acceptRemark);
  connect(m_texts, &FormTexts::snoozeAsked, this, &TicketForm::snoozeRemark);
  connect(m_texts, &FormTexts::requestEdited, this, &TicketForm::askFeeling);
  connect(m_emotion, &QAbstractButton::clicked, this, &TicketForm::nextEmotion);
  connect(m_acts, &FormActs::promiseAsked, this, &TicketForm::askPromise);
  connect(m_promise, &PromiseLine::asked, this, &TicketForm::promiseAsked);
  connect(m_templates, &TemplateChooser::closed, this,
          [this] { focusField(QStringLiteral("reply")); });
  connect(m_templates, &TemplateChooser::chosen, this,
          [this](const QString& text) { putIntoReply(text); });
}

void TicketForm::showWords() {
  m_emotion->setChosen(emotionLevelFromText(m_draft.emotion));
  showPromises();
  showSensitive();
  m_hardAsked.clear();
  m_texts->setSnoozed(snoozedIn(m_draft));
}

void TicketForm::setRemarks(WordingField field, int generation,
                            const std::vector<Remark>& remarks) {
  m_texts->setRemarks(field, generation, remarks);
}

void TicketForm::askRemarks() { m_texts->askRemarks(); }

bool TicketForm::acceptRemark() {
  const auto accepted = m_texts->acceptRemark();
  if (!accepted) return false;
  const Remark& remark = accepted->remark;
  if (remark.promise != Remark::Promise::None && remark.promisedAt) {
    const bool isArrival = remark.promise == Remark::Promise::Arrival;
    const QString engineer = draft().ticket.holderName;
    //: Who comes, when no name is known.
    const QString comer = engineer.isEmpty() ? tr("师傅") : engineer;
    m_promise->open({isArrival ? tr("到场") : tr("给您回电说明进展"), *remark.promisedAt,
                     isArrival ? comer : QString()},
                    PromiseLine::Focus::Left);
  }
  Q_EMIT remarkAccepted(remark);
  return true;
}

bool TicketForm::snoozeRemark() {
  const StandingRemark* shown = m_texts->shownRemark();
  if (!shown) return false;
  noteWording(snoozedWord, *shown);
  m_texts->setSnoozed(snoozedIn(m_draft));
  note();
  return true;
}

void TicketForm::noteWording(const QString& what, const StandingRemark& standing) {
  m_draft.mark(
      ActivityKind::Edited, m_clock.now(),
      {{wordingKey, what}, {ruleKey, standing.remark.rule}, {sentenceKey, standing.sentence}});
}

void TicketForm::putIntoReply(const QString& text) {
  TextBox* box = m_texts->reply();
  QTextCursor cursor = box->textCursor();
  // What is selected was typed by somebody: the sentence goes behind it, never over it.
  if (cursor.hasSelection()) {
    cursor.setPosition(cursor.selectionEnd());
    box->setTextCursor(cursor);
  }
  box->insertText(text);
}

void TicketForm::noteOffered(const QString& text) {
  if (!text.trimmed().isEmpty() && !m_draft.offered.contains(text)) m_draft.offered << text;
}

void TicketForm::askPromise() {
  if (m_promise->isOpen()) {
    m_promise->submit();
  } else {
    m_promise->openOwn();
  }
}

void TicketForm::addPromise(const Promise& promise) {
  m_draft.promises.push_back({promise, false});
  m_promise->fold();
  showPromises();
  note();
}

void TicketForm::setPromiseProblem(const QString& sentence) { m_promise->setProblem(sentence); }

void TicketForm::showPromises() {
  QStringList lines;
  for (const DraftPromise& made : m_draft.promises) {
    lines << promiseText({made.promise, {}}, m_clock.now());
  }
  m_promised->setText(lines.join(tr("；")));
  m_promised->setVisible(!lines.isEmpty());
}

void TicketForm::askFeeling() {
  ++m_feeling;
  Q_EMIT feelingAsked(m_texts->request()->text(), m_feeling);
}

void TicketForm::setFeeling(int generation, const EmotionReading& reading) {
  if (generation != m_feeling) return;
  const EmotionLevel before = emotion();
  const bool isOther = reading.abuse != m_reading.abuse;
  m_reading = reading;
  m_emotion->setReading(reading);
  if (emotion() != before || isOther) Q_EMIT emotionChanged();
}

void TicketForm::setCallsBefore(int calls) { m_emotion->setCallsBefore(calls); }

EmotionLevel TicketForm::emotion() const { return m_emotion->level(); }

void TicketForm::nextEmotion() {
  const EmotionLevel level = m_emotion->next();
  m_draft.emotion = emotionLevelWord(level);
  m_emotion->setChosen(level);
  note();
  Q_EMIT emotionChanged();
}

void TicketForm::showSensitive() {
  const QString& reason = m_draft.ticket.sensitive;
  m_sensitive->setVisible(!reason.isEmpty());
  if (reason.isEmpty()) return;
  //: The call is recorded, broadcast, or asked by press or lawyers.
  m_sensitive->setText(reason == u"call" ? tr("敏感来电")
                                         : tr("敏感 · %1").arg(sensitiveText(reason)));
}

void TicketForm::markSensitive(const QString& reason) {
  if (!sensitiveReasons().contains(reason) || reason == m_draft.ticket.sensitive) return;
  m_draft.ticket.sensitive = reason;
  m_draft.mark(ActivityKind::Sensitive, m_clock.now(), {{QStringLiteral("sensitive"), reason}});
  if (draft().ticket.level > Level::Orange) {
    // Not a suggestion: a call that may be in the papers tomorrow is nobody's 普通.
    m_fields->fixLevel(Level::Orange);
  }
  showSensitive();
  showElements();
  note();
  askRemarks();
}

void TicketForm::liftSensitive() {
  if (m_draft.ticket.sensitive.isEmpty()) return;
  m_draft.mark(ActivityKind::Sensitive, m_clock.now(),
               {{QStringLiteral("was"), m_draft.ticket.sensitive}});
  m_draft.ticket.sensitive.clear();
  showSensitive();
  note();
  askRemarks();
}

void TicketForm::openTemplates(const TemplateWish& wish) {
  if (m_templates->isOpen()) {
    m_templates->fold();
    return;
  }
  m_templates->open(wish);
}

void TicketForm::offerPromise(const PromiseWish& wish) {
  m_promise->open(wish, PromiseLine::Focus::Left);
}

bool TicketForm::mayGoOut(const QString& verb) {
  const std::vector<StandingRemark> hard = m_texts->hardRemarks();
  if (hard.empty()) return true;
  QStringList keys{verb};
  for (const StandingRemark& one : hard) keys << one.key();
  if (keys == m_hardAsked) {
    for (const StandingRemark& one : hard) noteWording(keptWord, one);
    m_hardAsked.clear();
    m_missingLine->hide();
    note();
    return true;
  }
  m_hardAsked = keys;
  m_missingLine->setText(tr("「%1」不能这样对业主说：改好，或再按一次 %2 照样继续。")
                             .arg(hard.front().remark.text, KeyTable::builtIn().hintOf(verb)));
  m_missingLine->show();
  return false;
}

}  // namespace yingda::ui
