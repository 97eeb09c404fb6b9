// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the form with the facts, and tells both.
#include "core/training/score_evidence.h"

#include <QStringBuilder>
#include <algorithm>

#include "core/text/address.h"
#include "core/text/fold.h"
#include "core/text/phone.h"

namespace yingda {

namespace {

constexpr qsizetype valueMost = 40;

QString squeezed(const QString& text) {
  QString plain = fold(text);
  plain.remove(u' ');
  return plain;
}

const char* nameOf(ReportElement element) {
  switch (element) {
    case ReportElement::Time:
      return "time";
    case ReportElement::Place:
      return "place";
    case ReportElement::Matter:
      return "matter";
    case ReportElement::Person:
      return "person";
    case ReportElement::Phone:
      break;
  }
  return "phone";
}

QString dayAndClock(Instant at) { return toIso(localDayOf(at)) % u' ' % clockText(at); }

QString shortened(const QString& text) {
  return text.size() <= valueMost ? text : text.left(valueMost - 1) % u'…';
}

}  // namespace

QString ScoreEvidence::word(const char* name) const {
  return m_drill.rules().card.shown.value(QLatin1String(name));
}

QString ScoreEvidence::told(const char* name, std::initializer_list<Place> places) const {
  QString sentence = word(name);
  for (const Place& place : places) {
    sentence.replace(u'{' % QString::fromUtf8(place.name) % u'}', place.value);
  }
  return sentence;
}

QString ScoreEvidence::field(const char* name, const QString& value, const QString& right,
                             bool isRight) const {
  const QString given = shortened(value.simplified());
  if (isRight) return told("field", {{"项", word(name)}, {"值", given}});
  if (right.isEmpty()) return told("field_missing", {{"项", word(name)}});
  if (given.isEmpty()) return told("field_empty", {{"项", word(name)}, {"对", right}});
  return told("field_wrong", {{"项", word(name)}, {"值", given}, {"对", right}});
}

bool ScoreEvidence::agrees(ReportElement element, const QString& value) const {
  const TicketText& text = m_drill.form().text;
  switch (element) {
    case ReportElement::Place: {
      const QString place = squeezed(text.place.isEmpty() ? text.request : text.place);
      if (place.contains(squeezed(value))) return true;
      const Address wanted = parseAddress(value);
      const Address given = parseAddress(text.place);
      return !wanted.building.isEmpty() && wanted.building == given.building &&
             wanted.unit == given.unit && wanted.room == given.room;
    }
    case ReportElement::Person:
      // A title may differ; the surname may not.
      return squeezed(text.contactName).startsWith(squeezed(value).left(1));
    case ReportElement::Phone: {
      const auto given = parsePhone(text.contactPhone);
      const auto wanted = parsePhone(value);
      return text.phoneRefused ? value.isEmpty()
                               : given && wanted && given->canonical == wanted->canonical;
    }
    case ReportElement::Time: {
      const auto& at = m_drill.form().ticket.occurredAt;
      const auto wanted = instantFromIso(QString(value).replace(u' ', u'T'));
      if (!at || !wanted) return squeezed(text.request).contains(squeezed(value));
      return std::chrono::abs(*at - *wanted) <= std::chrono::minutes{30};
    }
    case ReportElement::Matter:
      return squeezed(text.request).contains(squeezed(value));
  }
  return false;
}

/// Any of them will do; empty: whatever is written is right.
QStringList ScoreEvidence::rightOf(ReportElement element) const {
  QStringList values;
  for (const ScenarioFact& fact : m_drill.scenario().facts) {
    if (fact.element == element) values << fact.value;
  }
  if (element == ReportElement::Phone && values.isEmpty()) {
    values << m_drill.scenario().persona.phone;
  }
  return values;
}

QString ScoreEvidence::valueOf(ReportElement element) const {
  const TicketDraft& form = m_drill.form();
  switch (element) {
    case ReportElement::Time:
      return form.ticket.occurredAt ? dayAndClock(*form.ticket.occurredAt) : form.occurredWords;
    case ReportElement::Place:
      return form.text.place;
    case ReportElement::Matter:
      return form.text.request;
    case ReportElement::Person:
      return form.text.contactName;
    case ReportElement::Phone:
      break;
  }
  return form.text.phoneRefused ? word("refused") : form.text.contactPhone;
}

bool ScoreEvidence::isRight(ReportElement element) const {
  const Elements elements = elementsOf(m_drill.form().ticket, m_drill.form().text);
  const bool isThere[] = {elements.time, elements.place, elements.matter, elements.person,
                          elements.phone};
  if (!isThere[static_cast<size_t>(element)]) return false;
  const QStringList values = rightOf(element);
  return values.isEmpty() || std::any_of(values.begin(), values.end(), [&](const QString& value) {
           return agrees(element, value);
         });
}

QString ScoreEvidence::element(ReportElement element) const {
  const auto& wanted = m_drill.scenario().elements;
  const char* name = nameOf(element);
  if (std::find(wanted.begin(), wanted.end(), element) == wanted.end()) {
    return told("field_free", {{"项", word(name)}});
  }
  QStringList right = rightOf(element);
  right.removeAll(QString());
  return field(name, valueOf(element), right.join(word("or")), isRight(element));
}

QString ScoreEvidence::category() const {
  const Starter& starter = m_drill.rules().starter;
  const auto pathOf = [&starter](const QString& id) {
    const Category* found = starter.category(id);
    return found ? found->path : id;
  };
  const QString& given = m_drill.form().ticket.category;
  const QString& right = m_drill.scenario().category;
  return field("category", pathOf(given), pathOf(right), given == right);
}

QString ScoreEvidence::level() const {
  const TicketDraft& form = m_drill.form();
  const Level right = m_drill.scenario().level;
  return field("level", form.levelTouched ? levelWord(form.ticket.level) : QString(),
               levelWord(right), form.levelTouched && form.ticket.level == right);
}

QString ScoreEvidence::department() const {
  const Starter& starter = m_drill.rules().starter;
  const Department* right = starter.department(m_drill.scenario().department);
  if (!right) return word("dispatch_free");
  const TicketDraft& form = m_drill.form();
  if (!form.has(ActivityKind::Dispatched)) return told("not_sent", {{"对", right->name}});
  const Department* given = starter.department(form.ticket.department);
  return field("department", given ? given->name : form.ticket.department, right->name,
               form.ticket.department == m_drill.scenario().department);
}

QString ScoreEvidence::asked() const {
  QStringList known;
  QStringList unknown;
  for (const ScenarioFact& fact : m_drill.scenario().facts) {
    if (fact.askedBy.isEmpty()) continue;
    (m_drill.knows(fact.name) ? known : unknown) << fact.name;
  }
  if (!unknown.isEmpty()) return told("not_asked", {{"值", unknown.join(u'、')}});
  return known.isEmpty() ? word("asked_free") : told("asked", {{"值", known.join(u'、')}});
}

QString ScoreEvidence::anger() const {
  return told("anger", {{"值", QString::number(m_drill.anger())},
                        {"对", QString::number(m_drill.scenario().angerGoal)},
                        {"项", drillEndWord(m_drill.end().value_or(DrillEnd::Unfinished))}});
}

QString ScoreEvidence::calm() const {
  return told("calm", {{"值", QString::number(m_drill.scenario().persona.anger)},
                       {"对", QString::number(m_drill.rules().card.angryFrom)}});
}

QString ScoreEvidence::end() const {
  return told("end", {{"值", drillEndWord(m_drill.end().value_or(DrillEnd::Unfinished))}});
}

QString ScoreEvidence::since(std::optional<Instant> at) const {
  if (!at) return word("not_ticked");
  const qint64 seconds =
      std::chrono::duration_cast<std::chrono::seconds>(*at - m_drill.startedAt()).count();
  return QStringLiteral("%1:%2")
      .arg(seconds / 60, 2, 10, QChar(u'0'))
      .arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString ScoreEvidence::golden() const {
  const auto tickedAt = [this](ActivityKind kind) {
    std::optional<Instant> at;
    for (const DraftFact& fact : m_drill.form().facts) {
      if (fact.kind == kind) at = fact.at;
    }
    return at;
  };
  for (const Milestone& milestone :
       m_drill.rules().engine.milestones(m_drill.milestoneInput(), m_drill.now())) {
    const bool isIt = milestone.id == milestoneCode(MilestoneId::M1) &&
                      milestone.state != MilestoneState::NotApplicable && milestone.due;
    if (!isIt) continue;
    return told("golden", {{"受理", since(tickedAt(ActivityKind::Confirmed))},
                           {"告知", since(tickedAt(ActivityKind::Told))},
                           {"对", since(milestone.due)}});
  }
  return word("golden_free");
}

QString ScoreEvidence::never() const {
  return told("never", {{"值", QString::number(m_drill.turns().size())}});
}

QString ScoreEvidence::silence(Milliseconds silence) const {
  return told("silence", {{"值", QString::number(silence.count() / 1000)}});
}

QString ScoreEvidence::late(const Promise& promise, Instant due) const {
  return told("late",
              {{"项", promise.what}, {"值", dayAndClock(promise.dueAt)}, {"对", dayAndClock(due)}});
}

}  // namespace yingda
