// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the form: remarks on them, and what may not leave the house as it stands.
#include "core/base/clock.h"
#include "ui/desk/emotion_chip.h"
#include "ui/desk/form_acts.h"
#include "ui/desk/form_texts.h"
#include "ui/desk/promise_line.h"
#include "ui/desk/promise_list.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"

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
}

void TicketForm::showWords() {
  m_emotion->setChosen(emotionLevelFromText(m_draft.emotion));
  showPromises();
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
  m_emotion->setReading(reading);
  if (emotion() != before) Q_EMIT emotionChanged();
}

EmotionLevel TicketForm::emotion() const { return m_emotion->level(); }

void TicketForm::nextEmotion() {
  const EmotionLevel level = m_emotion->next();
  m_draft.emotion = emotionLevelWord(level);
  m_emotion->setChosen(level);
  note();
  Q_EMIT emotionChanged();
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
