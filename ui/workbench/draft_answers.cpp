// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of the script fills into the form, and how it is taken back.
#include <algorithm>

#include "ui/desk/ticket_form.h"
#include "ui/workbench/draft_view.h"

namespace yingda::ui {

void DraftView::applyAnswer(const QJsonObject& set, const QString& step) {
  if (!hasDraft()) return;
  const TicketDraft before = draft();
  // In the list's order, not the object's: a category proposes a level, and danger has the last
  // word.
  for (const QString& name : scriptKeyNames()) {
    const auto key = scriptKeyFromText(name);
    const QJsonValue value = set.value(name);
    if (key && mayBeSet(*key, value)) fillIn(*key, value);
  }
  noteEdited();
  if (!step.isEmpty()) m_answered.push_back({step, before, draft()});
}

void DraftView::fillIn(ScriptKey key, const QJsonValue& value) {
  const QString word = value.toString();
  const bool isTrue = value.toBool();
  switch (key) {
    case ScriptKey::Category:
      m_form->chooseCategory(word);
      return;
    case ScriptKey::Kind:
      if (const auto kind = kindFromText(word)) m_form->chooseKind(*kind);
      return;
    case ScriptKey::Level:
      if (const auto level = levelFromText(word)) m_form->chooseLevel(*level);
      return;
    case ScriptKey::Danger:
      // That nobody is in danger says nothing about the matter: its level stays what it was.
      if (isTrue) m_form->chooseLevel(Level::Red);
      return;
    case ScriptKey::Verified:
      if (isTrue) verify();
      return;
    case ScriptKey::Sensitive:
      m_form->markSensitive(word);
      return;
    case ScriptKey::Confirmed:
      if (isTrue) addFact(ActivityKind::Confirmed);
      return;
    case ScriptKey::Told:
      if (isTrue) addFact(ActivityKind::Told);
      return;
    case ScriptKey::Occurred:
      m_form->sayOccurred(word);
      return;
    case ScriptKey::Reach:
      m_form->chooseReach(word);
      return;
    case ScriptKey::PlaceKind:
      m_form->choosePlaceKind(word);
      return;
  }
}

void DraftView::takeBack(const QString& step) {
  const auto last = std::find_if(m_answered.rbegin(), m_answered.rend(),
                                 [&step](const Answered& one) { return one.step == step; });
  if (!hasDraft() || last == m_answered.rend()) return;
  const Answered answered = *last;
  m_answered.erase(std::next(last).base(), m_answered.end());
  m_draft = draft();
  for (const ActivityKind kind : {ActivityKind::Confirmed, ActivityKind::Told}) {
    const bool isOurs = !answered.before.has(kind) && answered.after.has(kind);
    const bool isStored =
        std::any_of(m_draft.facts.begin(), m_draft.facts.end(),
                    [kind](const DraftFact& fact) { return fact.kind == kind && fact.stored; });
    // What stands in the ticket's history cannot be unsaid here.
    if (isOurs && !isStored) m_draft.unmark(kind);
  }
  m_form->adopt(m_draft);
  m_form->takeBack(answered.before, answered.after);
  noteEdited();
}

QHash<QString, QString> DraftView::chosenWords() const {
  const TicketDraft present = draft();
  QHash<QString, QString> words;
  const auto add = [&words](ScriptKey key, const QString& word) {
    if (!word.isEmpty()) words.insert(scriptKeyText(key), word);
  };
  add(ScriptKey::Category, present.ticket.category);
  add(ScriptKey::PlaceKind, present.ticket.placeKind);
  // A number that is refused is how the owner is reached: not at all.
  const QString refused = present.text.phoneRefused ? QStringLiteral("refused") : QString();
  add(ScriptKey::Reach, present.ticket.reach.isEmpty() ? refused : present.ticket.reach);
  return words;
}

QHash<QString, QString> DraftView::standingWords() const {
  const TicketDraft present = draft();
  QHash<QString, QString> words = chosenWords();
  const auto flag = [&words](ScriptKey key, bool isSet) {
    if (isSet) words.insert(scriptKeyText(key), QStringLiteral("true"));
  };
  words.insert(scriptKeyText(ScriptKey::Kind), kindWord(present.ticket.kind));
  words.insert(scriptKeyText(ScriptKey::Level), levelColour(present.ticket.level));
  flag(ScriptKey::Danger, present.ticket.level == Level::Red);
  flag(ScriptKey::Verified, present.verified);
  flag(ScriptKey::Confirmed, present.has(ActivityKind::Confirmed));
  flag(ScriptKey::Told, present.has(ActivityKind::Told));
  return words;
}

}  // namespace yingda::ui
