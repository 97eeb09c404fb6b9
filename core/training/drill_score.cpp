// SPDX-License-Identifier: GPL-3.0-or-later
// Criteria are asked once each of the whole drill, offences of every turn.
#include "core/training/drill_score.h"

#include <QStringBuilder>
#include <algorithm>
#include <numeric>

#include "core/base/invariant.h"
#include "core/training/score_evidence.h"

namespace yingda {

namespace {

/// Whether a criterion is met, and what shows it.
struct Verdict {
  bool isMet = false;
  int turn = 0;
  QString quote;
  QString instead;     ///< beside the card's
  int parts = 1;       ///< points are shared out among so many
  bool isSaid = true;  ///< the quote is the trainee's words; else what form, clock or mood shows
};

/// Met or not by what is not said.
Verdict seen(bool isMet, const QString& what, const QString& instead = {}) {
  return {isMet, 0, what, instead, 1, false};
}

class Scorer {
 public:
  explicit Scorer(const Drill& drill)
      : m_drill(drill), m_card(drill.rules().card), m_turns(drill.turns()), m_shown(drill) {}
  DrillScore score();

 private:
  std::vector<Verdict> verdicts(const QString& id) const;
  Verdict opening(bool TurnReading::*part) const;
  Verdict shown(TurnSign sign) const;
  Verdict empathyFirst() const;
  Verdict asked() const;
  Verdict element(ReportElement element) const;
  std::vector<Verdict> safety() const;
  Verdict recorded() const;
  Verdict inTime() const;
  /// The deadline that it goes past, if any.
  std::optional<Instant> missedBy(const Promise& promise,
                                  const std::vector<Milestone>& milestones) const;
  Verdict golden() const;
  Verdict atEnd(TurnSign sign) const;
  Verdict number() const;

  void addCriteria();
  void addOffences();
  void addOffence(const DrillTurn& turn, const QString& id, const QString& rule,
                  const QString& quote, const QString& instead);
  const DrillTurn* madeGood(const ScoreReturn& rule, int offendedIn) const;
  int giveBack(const ScoreReturn& rule);
  void sumUp();
  void measure();
  Milliseconds timeOf(int turn) const {
    return turn > 0 ? m_turns[static_cast<size_t>(turn - 1)].at : Milliseconds{};
  }
  const Scenario& scenario() const { return m_drill.scenario(); }

  const Drill& m_drill;
  const ScoreCard& m_card;
  const std::vector<DrillTurn>& m_turns;
  const ScoreEvidence m_shown;
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
  if (scenario().persona.anger < m_card.angryFrom && m_turns.size() > 1) {
    return seen(true, m_shown.calm());
  }
  return {};
}

Verdict Scorer::asked() const {
  const bool hasMissed = std::any_of(scenario().facts.begin(), scenario().facts.end(),
                                     [this](const ScenarioFact& fact) {
                                       return !fact.askedBy.isEmpty() && !m_drill.knows(fact.name);
                                     });
  return seen(!hasMissed && !m_turns.empty(), m_shown.asked());
}

Verdict Scorer::element(ReportElement element) const {
  const auto& wanted = scenario().elements;
  const bool isWanted = std::find(wanted.begin(), wanted.end(), element) != wanted.end();
  return seen(isWanted ? m_shown.isRight(element) : !m_turns.empty(), m_shown.element(element));
}

std::vector<Verdict> Scorer::safety() const {
  const auto& all = scenario().safety;
  if (all.empty()) return {seen(!m_turns.empty(), m_shown.noSafety())};
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

std::optional<Instant> Scorer::missedBy(const Promise& promise,
                                        const std::vector<Milestone>& milestones) const {
  MilestoneId id = MilestoneId::Resolve;
  if (promise.what.contains(u"到场") || promise.what.contains(u"上门")) id = MilestoneId::Onsite;
  if (promise.what.contains(u"方案")) id = MilestoneId::Plan;
  if (promise.what.contains(u"回电") && scenario().level == Level::Red) id = MilestoneId::Progress;
  for (const Milestone& milestone : milestones) {
    if (milestone.id != milestoneCode(id) || !milestone.due) continue;
    if (milestone.state == MilestoneState::NotApplicable) continue;
    return promise.dueAt > *milestone.due ? milestone.due : std::nullopt;
  }
  return std::nullopt;
}

Verdict Scorer::inTime() const {
  const Verdict said = recorded();
  if (!said.isMet) return {false, said.turn, said.quote, {}};
  const auto milestones =
      m_drill.rules().engine.milestones(m_drill.milestoneInput(), m_drill.now());
  for (const DraftPromise& made : m_drill.form().promises) {
    const auto due = missedBy(made.promise, milestones);
    if (!due) continue;
    Verdict late = seen(false, m_shown.late(made.promise, *due));
    late.turn = said.turn;
    return late;
  }
  return said;
}

Verdict Scorer::golden() const {
  for (const Milestone& milestone :
       m_drill.rules().engine.milestones(m_drill.milestoneInput(), m_drill.now())) {
    if (milestone.id != milestoneCode(MilestoneId::M1)) continue;
    const bool isMet =
        milestone.state == MilestoneState::Met || milestone.state == MilestoneState::NotApplicable;
    return seen(isMet && !m_turns.empty(), m_shown.golden());
  }
  return seen(!m_turns.empty(), m_shown.golden());
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
  if (id == u"opening.greeting") return {opening(&TurnReading::greets)};
  if (id == u"opening.company") return {opening(&TurnReading::namesCompany)};
  if (id == u"opening.staff") return {opening(&TurnReading::namesStaff)};
  if (id == u"opening.offer") return {opening(&TurnReading::offers)};
  if (id == u"empathy.said") return {shown(TurnSign::Empathy)};
  if (id == u"empathy.first") return {empathyFirst()};
  if (id == u"empathy.anger") {
    return {seen(isWell && m_drill.anger() <= scenario().angerGoal, m_shown.anger())};
  }
  if (id == u"empathy.asked") return {asked()};
  if (id == u"elements.time") return {element(ReportElement::Time)};
  if (id == u"elements.place") return {element(ReportElement::Place)};
  if (id == u"elements.matter") return {element(ReportElement::Matter)};
  if (id == u"elements.person") return {element(ReportElement::Person)};
  if (id == u"elements.phone") return {element(ReportElement::Phone)};
  if (id == u"elements.category") {
    const Category* right = m_drill.rules().starter.category(scenario().category);
    return {seen(form.ticket.category == scenario().category, m_shown.category(),
                 right ? right->path : QString())};
  }
  if (id == u"elements.level") {
    const bool isRight = form.levelTouched && form.ticket.level == scenario().level;
    return {seen(isRight, m_shown.level(), levelWord(scenario().level))};
  }
  if (id == u"accuracy.safety") return safety();
  if (id == u"accuracy.department") {
    const bool isSent =
        form.has(ActivityKind::Dispatched) && form.ticket.department == scenario().department;
    const Department* right = m_drill.rules().starter.department(scenario().department);
    return {seen(!m_turns.empty() && (!right || isSent), m_shown.department(),
                 right ? right->name : QString())};
  }
  if (id == u"accuracy.end") return {seen(isWell, m_shown.end())};
  if (id == u"promise.said") return {shown(TurnSign::Promise)};
  if (id == u"promise.recorded") return {recorded()};
  if (id == u"promise.golden") return {golden()};
  if (id == u"promise.in_time") return {inTime()};
  if (id == u"compliance.first") {
    Verdict readOut = shown(TurnSign::ReadOut);
    if (!readOut.isMet) return {seen(!m_turns.empty(), m_shown.never())};
    readOut.isMet = false;
    return {readOut};
  }
  if (id == u"compliance.own") {
    const Verdict promise = shown(TurnSign::Promise);
    return {promise.isMet ? promise : seen(isWell, m_shown.end())};
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
      row.isSaid = verdict.isSaid;
      if (m_turns.empty() && row.quote.isEmpty()) {
        row.quote = m_shown.noTalk();
        row.isSaid = false;
      }
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
  DrillEvidence row{turn.number, turn.at, offence->dimension, -points,
                    rule,        quote,   offence->text,      instead};
  // What is heard in no word is told: how long nobody spoke.
  if (row.quote.isEmpty()) {
    row.quote = m_shown.silence(turn.silence);
    row.isSaid = false;
  }
  m_score.evidence.push_back(std::move(row));
}

/// Where the trainee did it right afterwards: the first turn of `by` with, or behind, the first
/// `after` that came later than the offence.
const DrillTurn* Scorer::madeGood(const ScoreReturn& rule, int offendedIn) const {
  bool isAfter = false;
  for (const DrillTurn& turn : m_turns) {
    if (turn.number <= offendedIn) continue;
    isAfter = isAfter || turn.reading.signs.has(rule.after);
    if (isAfter && turn.reading.signs.has(rule.by)) return &turn;
  }
  return nullptr;
}

// Behind sumUp's first part: what an offence did not cost is not given back either.
int Scorer::giveBack(const ScoreReturn& rule) {
  int cost = 0;
  const DrillTurn* turn = nullptr;
  for (const DrillEvidence& row : m_score.evidence) {
    if (row.rule != rule.offence || row.points >= 0) continue;
    const DrillTurn* good = madeGood(rule, row.turn);
    if (!good) continue;
    cost -= row.points;
    turn = good;
  }
  if (!turn) return 0;
  DrillEvidence row{turn->number, turn->at, m_card.offence(rule.offence)->dimension,
                    cost,         rule.id,  turn->reading.quotes.value(rule.by),
                    rule.text,    {}};
  row.isReturn = true;
  m_score.evidence.push_back(std::move(row));
  return cost;
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
    for (const ScoreReturn& rule : m_card.returns) {
      if (m_card.offence(rule.offence)->dimension == dimension.id) left += giveBack(rule);
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
