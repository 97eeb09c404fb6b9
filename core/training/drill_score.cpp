// SPDX-License-Identifier: GPL-3.0-or-later
// Criteria are asked once each of the whole drill, offences of every turn.
#include "core/training/drill_score.h"

#include <QStringBuilder>
#include <algorithm>
#include <numeric>

#include "core/base/invariant.h"
#include "core/text/address.h"
#include "core/text/phone.h"

namespace yingda {

namespace {

/// Whether a criterion is met, and what shows it.
struct Verdict {
  bool isMet = false;
  int turn = 0;
  QString quote;
  QString instead;  ///< beside the card's
  int parts = 1;    ///< points are shared out among so many
};

class Scorer {
 public:
  explicit Scorer(const Drill& drill)
      : m_drill(drill), m_card(drill.rules().card), m_turns(drill.turns()) {}
  DrillScore score();

 private:
  std::vector<Verdict> verdicts(const QString& id) const;
  Verdict opening(bool TurnReading::*part) const;
  Verdict shown(TurnSign sign) const;
  Verdict empathyFirst() const;
  Verdict asked() const;
  Verdict element(ReportElement element) const;
  bool isRight(ReportElement element) const;
  bool agrees(ReportElement element, const QString& value) const;
  std::vector<Verdict> safety() const;
  Verdict recorded() const;
  Verdict inTime() const;
  bool isInTime(const Promise& promise, const std::vector<Milestone>& milestones) const;
  Verdict milestoneMet(MilestoneId id) const;
  Verdict atEnd(TurnSign sign) const;
  Verdict number() const;

  void addCriteria();
  void addOffences();
  void addOffence(const DrillTurn& turn, const QString& id, const QString& rule,
                  const QString& quote, const QString& instead);
  void sumUp();
  void measure();
  Milliseconds timeOf(int turn) const {
    return turn > 0 ? m_turns[static_cast<size_t>(turn - 1)].at : Milliseconds{};
  }
  const Scenario& scenario() const { return m_drill.scenario(); }

  const Drill& m_drill;
  const ScoreCard& m_card;
  const std::vector<DrillTurn>& m_turns;
  DrillScore m_score;
  QHash<QString, int> m_cost;  // of each offence so far
};

Verdict Scorer::opening(bool TurnReading::*part) const {
  if (m_turns.empty()) return {};
  const DrillTurn& first = m_turns.front();
  return {first.reading.*part, 1, first.said, {}};
}

Verdict Scorer::shown(TurnSign sign) const {
  for (const DrillTurn& turn : m_turns) {
    if (turn.reading.signs.has(sign)) return {true, turn.number, turn.reading.quotes[sign], {}};
  }
  return {};
}

Verdict Scorer::empathyFirst() const {
  const Verdict empathy = shown(TurnSign::Empathy);
  for (const DrillTurn& turn : m_turns) {
    if (turn.reading.signs.has(TurnSign::QuestionFirst)) {
      return {false, turn.number, turn.reading.quotes[TurnSign::QuestionFirst], {}};
    }
  }
  if (empathy.isMet) return empathy;
  // Nobody was angry and nothing was asked of her feelings: there is no order to keep.
  return {scenario().persona.anger < m_card.angryFrom && m_turns.size() > 1, 0, {}, {}};
}

Verdict Scorer::asked() const {
  for (const ScenarioFact& fact : scenario().facts) {
    if (fact.askedBy.isEmpty() || m_drill.knows(fact.name)) continue;
    return {false, 0, {}, {}};
  }
  return {!m_turns.empty(), 0, {}, {}};
}

bool Scorer::agrees(ReportElement element, const QString& value) const {
  const TicketText& text = m_drill.form().text;
  const auto squeezed = [](const QString& of) {
    QString plain = fold(of);
    plain.remove(u' ');
    return plain;
  };
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

bool Scorer::isRight(ReportElement element) const {
  const Elements elements = elementsOf(m_drill.form().ticket, m_drill.form().text);
  const bool isThere[] = {elements.time, elements.place, elements.matter, elements.person,
                          elements.phone};
  if (!isThere[static_cast<size_t>(element)]) return false;
  bool isNamed = false;
  for (const ScenarioFact& fact : scenario().facts) {
    if (fact.element != element) continue;
    isNamed = true;
    if (agrees(element, fact.value)) return true;
  }
  if (element == ReportElement::Phone && !isNamed) {
    return agrees(element, scenario().persona.phone);
  }
  return !isNamed;
}

Verdict Scorer::element(ReportElement element) const {
  const auto& wanted = scenario().elements;
  if (std::find(wanted.begin(), wanted.end(), element) == wanted.end()) {
    return {!m_turns.empty(), 0, {}, {}};
  }
  return {isRight(element), 0, {}, {}};
}

std::vector<Verdict> Scorer::safety() const {
  const auto& all = scenario().safety;
  if (all.empty()) return {{!m_turns.empty(), 0, {}, {}}};
  std::vector<Verdict> each;
  for (const SafetySentence& sentence : all) {
    Verdict verdict{false, 0, {}, m_drill.filled(sentence.sentence), static_cast<int>(all.size())};
    for (const DrillTurn& turn : m_turns) {
      if (!turn.safety.contains(sentence.name)) continue;
      verdict.isMet = true;
      verdict.turn = turn.number;
      verdict.quote = turn.said;
    }
    each.push_back(std::move(verdict));
  }
  return each;
}

Verdict Scorer::recorded() const {
  const Verdict said = shown(TurnSign::Promise);
  const auto& promises = m_drill.form().promises;
  // Only what was said can be kept in words: a promise that the owner never heard is none.
  return {said.isMet && !promises.empty(), said.turn, said.quote, {}};
}

bool Scorer::isInTime(const Promise& promise, const std::vector<Milestone>& milestones) const {
  MilestoneId id = MilestoneId::Resolve;
  if (promise.what.contains(u"到场") || promise.what.contains(u"上门")) id = MilestoneId::Onsite;
  if (promise.what.contains(u"方案")) id = MilestoneId::Plan;
  if (promise.what.contains(u"回电") && scenario().level == Level::Red) id = MilestoneId::Progress;
  for (const Milestone& milestone : milestones) {
    if (milestone.id != milestoneCode(id) || !milestone.due) continue;
    if (milestone.state == MilestoneState::NotApplicable) continue;
    return promise.dueAt <= *milestone.due;
  }
  return true;
}

Verdict Scorer::inTime() const {
  const Verdict said = recorded();
  if (!said.isMet) return {false, said.turn, said.quote, {}};
  const auto milestones =
      m_drill.rules().engine.milestones(m_drill.milestoneInput(), m_drill.now());
  for (const DraftPromise& made : m_drill.form().promises) {
    if (isInTime(made.promise, milestones)) continue;
    return {false, said.turn, made.promise.what % u' ' % toIso(made.promise.dueAt), {}};
  }
  return said;
}

Verdict Scorer::milestoneMet(MilestoneId id) const {
  for (const Milestone& milestone :
       m_drill.rules().engine.milestones(m_drill.milestoneInput(), m_drill.now())) {
    if (milestone.id != milestoneCode(id)) continue;
    const bool isMet =
        milestone.state == MilestoneState::Met || milestone.state == MilestoneState::NotApplicable;
    return {isMet && !m_turns.empty(), 0, {}, {}};
  }
  return {!m_turns.empty(), 0, {}, {}};
}

Verdict Scorer::atEnd(TurnSign sign) const {
  // The last two turns of three or more: what is said at the beginning closes nothing.
  for (size_t back = 1; back <= 2 && m_turns.size() >= back + 1; ++back) {
    const DrillTurn& turn = m_turns[m_turns.size() - back];
    const bool isThere = turn.reading.signs.has(sign) &&
                         (sign != TurnSign::Recap || turn.reading.signs.has(TurnSign::Promise));
    if (isThere) return {true, turn.number, turn.reading.quotes[sign], {}};
  }
  return {};
}

Verdict Scorer::number() const {
  for (const DrillTurn& turn : m_turns) {
    if (turn.reading.tellsNumber) return {true, turn.number, turn.said, {}};
  }
  return {};
}

std::vector<Verdict> Scorer::verdicts(const QString& id) const {
  const TicketDraft& form = m_drill.form();
  const bool isWell = m_drill.end() && isGood(*m_drill.end());
  const auto one = [](bool isMet) { return std::vector<Verdict>{{isMet, 0, {}, {}}}; };
  if (id == u"opening.greeting") return {opening(&TurnReading::greets)};
  if (id == u"opening.company") return {opening(&TurnReading::namesCompany)};
  if (id == u"opening.staff") return {opening(&TurnReading::namesStaff)};
  if (id == u"opening.offer") return {opening(&TurnReading::offers)};
  if (id == u"empathy.said") return {shown(TurnSign::Empathy)};
  if (id == u"empathy.first") return {empathyFirst()};
  if (id == u"empathy.anger") return one(isWell && m_drill.anger() <= scenario().angerGoal);
  if (id == u"empathy.asked") return {asked()};
  if (id == u"elements.time") return {element(ReportElement::Time)};
  if (id == u"elements.place") return {element(ReportElement::Place)};
  if (id == u"elements.matter") return {element(ReportElement::Matter)};
  if (id == u"elements.person") return {element(ReportElement::Person)};
  if (id == u"elements.phone") return {element(ReportElement::Phone)};
  if (id == u"elements.category") {
    const Category* right = m_drill.rules().starter.category(scenario().category);
    return {{form.ticket.category == scenario().category, 0, {}, right ? right->path : QString()}};
  }
  if (id == u"elements.level") {
    const bool isRight = form.levelTouched && form.ticket.level == scenario().level;
    return {{isRight, 0, {}, levelWord(scenario().level)}};
  }
  if (id == u"accuracy.safety") return safety();
  if (id == u"accuracy.department") {
    const bool isSent =
        form.has(ActivityKind::Dispatched) && form.ticket.department == scenario().department;
    const Department* right = m_drill.rules().starter.department(scenario().department);
    return {{!m_turns.empty() && (!right || isSent), 0, {}, right ? right->name : QString()}};
  }
  if (id == u"accuracy.end") return one(isWell);
  if (id == u"promise.said") return {shown(TurnSign::Promise)};
  if (id == u"promise.recorded") return {recorded()};
  if (id == u"promise.golden") return {milestoneMet(MilestoneId::M1)};
  if (id == u"promise.in_time") return {inTime()};
  if (id == u"compliance.first") {
    Verdict readOut = shown(TurnSign::ReadOut);
    readOut.isMet = !readOut.isMet && !m_turns.empty();
    return {readOut};
  }
  if (id == u"compliance.own") {
    return one(shown(TurnSign::Promise).isMet || isWell);
  }
  if (id == u"closing.recap") return {atEnd(TurnSign::Recap)};
  if (id == u"closing.number") return {number()};
  if (id == u"closing.words") return {atEnd(TurnSign::Closing)};
  YINGDA_INVARIANT(false, "a criterion of the score card that nobody measures");
  return {};
}

void Scorer::addCriteria() {
  for (const ScoreCriterion& criterion : m_card.criteria) {
    int shared = 0;
    int index = 0;
    for (const Verdict& verdict : verdicts(criterion.id)) {
      ++index;
      const int upTo = criterion.points * index / verdict.parts;
      const int points = upTo - shared;
      shared = upTo;
      DrillEvidence row;
      row.turn = verdict.turn;
      row.at = timeOf(verdict.turn);
      row.dimension = criterion.dimension;
      row.points = verdict.isMet ? points : -points;
      row.rule = criterion.id;
      row.quote = verdict.quote;
      row.reason = verdict.isMet ? criterion.good : criterion.missed;
      if (!verdict.isMet) {
        row.instead =
            verdict.instead.isEmpty() ? m_drill.filled(criterion.instead) : verdict.instead;
      }
      m_score.evidence.push_back(std::move(row));
    }
  }
}

void Scorer::addOffence(const DrillTurn& turn, const QString& id, const QString& rule,
                        const QString& quote, const QString& instead) {
  const ScoreOffence* offence = m_card.offence(id);
  if (!offence) return;
  int& cost = m_cost[id];
  const int points = std::min(offence->points, offence->most - cost);
  cost += points;
  m_score.evidence.push_back(
      {turn.number, turn.at, offence->dimension, -points, rule, quote, offence->text, instead});
}

void Scorer::addOffences() {
  for (const DrillTurn& turn : m_turns) {
    for (const Remark& remark : turn.reading.remarks) {
      // A rule with a row of its own goes before its class.
      const QString id = m_card.offence(remark.rule)
                             ? remark.rule
                             : QString(wordingClassLetter(remark.wordingClass));
      addOffence(turn, id, remark.rule, remark.text, remark.rewrite);
      if (m_card.fatal.contains(remark.rule) && !m_score.fatal.contains(remark.rule)) {
        m_score.fatal << remark.rule;
      }
    }
    for (const FactRemark& remark : turn.reading.contradictions) {
      addOffence(turn, QStringLiteral("fact"), QStringLiteral("fact.") % remark.card, remark.said,
                 remark.cardSays);
    }
    for (const auto& [sign, id] :
         {std::pair(TurnSign::Silence, QStringLiteral("silence")),
          std::pair(TurnSign::TooMuch, QStringLiteral("too_much")),
          std::pair(TurnSign::QuestionFirst, QStringLiteral("question_first"))}) {
      if (!turn.reading.signs.has(sign)) continue;
      addOffence(turn, id, id, turn.reading.quotes.value(sign), {});
    }
  }
}

void Scorer::sumUp() {
  for (const ScoreDimension& dimension : m_card.dimensions) {
    int left = dimension.points;
    for (DrillEvidence& row : m_score.evidence) {
      if (row.dimension != dimension.id || row.points >= 0) continue;
      // Nothing is lost twice: below nought a row stays and costs nothing.
      row.points = -std::min(left, -row.points);
      left += row.points;
    }
    m_score.dimensions.push_back({dimension.id, dimension.name, left, dimension.points});
    m_score.score += left;
  }
  if (!m_score.fatal.isEmpty()) m_score.score = 0;
  std::stable_sort(m_score.evidence.begin(), m_score.evidence.end(),
                   [](const DrillEvidence& a, const DrillEvidence& b) {
                     const auto order = [](int turn) { return turn == 0 ? 1'000 : turn; };
                     return order(a.turn) < order(b.turn);
                   });
}

void Scorer::measure() {
  DrillMeasures& of = m_score.measures;
  of.angerHighest = scenario().persona.anger;
  of.angerAtEnd = m_drill.anger();
  of.turns = static_cast<int>(m_turns.size());
  for (const DrillTurn& turn : m_turns) {
    of.angerHighest = std::max({of.angerHighest, turn.angerBefore, turn.angerAfter});
    if (turn.elements == 5 && !of.elementsComplete) of.elementsComplete = turn.at;
    of.longestSilence = std::max(of.longestSilence, turn.silence);
    of.length = turn.at;
    for (const Remark& remark : turn.reading.remarks) {
      of.vagueWords +=
          remark.wordingClass == WordingClass::V || remark.wordingClass == WordingClass::F;
    }
  }
}

DrillScore Scorer::score() {
  m_score.end = m_drill.end().value_or(DrillEnd::Unfinished);
  addOffences();
  addCriteria();
  sumUp();
  measure();
  return std::move(m_score);
}

}  // namespace

DrillScore scoreDrill(const Drill& drill) { return Scorer(drill).score(); }

}  // namespace yingda
